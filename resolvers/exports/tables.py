"""Tables as comma-separated values (RFC 4180), in a form that spreadsheets do not take for formulas.

A spreadsheet computes a cell whose text begins with `=`, `+`, `-` or `@`, and what it computes may send the rest of the
table to an address. Such texts get an apostrophe before them (as OWASP recommends against CSV injection), and so do
texts that begin with an apostrophe themselves: whoever reads the table with a program takes one apostrophe off every
text that begins with one, and has what was written.
"""

import csv
import io
from collections.abc import Iterable

Cell = str | int | float | bool | None

# The full-width forms are read like the others where Chinese, Japanese or Korean is written.
_FORMULA = frozenset("=+-@＝＋－＠")
_FIRST = frozenset("'\t\r\n")


def table_rows(rows: Iterable[Iterable[Cell]]) -> str:
    """Return rows as lines of a table; nothing is an empty cell, truth is `true` or `false`."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(map(_cell, row) for row in rows)
    return text.getvalue()


def _cell(value: Cell) -> str | int | float | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    return guarded(value) if isinstance(value, str) else value


def guarded(text: str) -> str:
    """Return a text with an apostrophe before it if a spreadsheet could take it for a formula."""
    # Spreadsheets skip what is blank, and read what follows a tab or line end as a cell of its own.
    return f"'{text}" if text.lstrip()[:1] in _FORMULA or text[:1] in _FIRST else text
