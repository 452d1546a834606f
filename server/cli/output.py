"""How commands print: results on standard output, everything else on standard error."""

import sys
from collections.abc import Mapping, Sequence

import orjson


def say(message: str) -> None:
    """Tell the person at the terminal one line."""
    print(" ".join(message.split()), file=sys.stderr, flush=True)


def print_json(value: Mapping[str, object] | Sequence[object]) -> None:
    """Print a result for programs."""
    print(orjson.dumps(value, option=orjson.OPT_INDENT_2).decode())
