"""Sorting values in place of rows.

Neo4j counts each row that waits in an ORDER BY with all variables of its scope, those around its subquery too. Where
one of them is a list of thousands, a page of a thousand rows comes to more memory than there is. Such rows are
collected as lists that begin with their keys, sorted as values by `coll.sort`, and taken apart again.
"""

from collections.abc import Sequence
from typing import LiteralString

from graphdb.keyset import POSITIONS, Key, Order

VALUES_SORTED: LiteralString = "CYPHER 25 "
"""What a text begins with that sorts values: the language that knows `coll.sort`."""


def first_sorted(
    order: Order, names: Sequence[LiteralString], limit: LiteralString, *, backward: bool = False
) -> LiteralString:
    """Return the clauses that keep the first `limit` rows in `order`, reversed if `backward`.

    They take the place of `WITH names ORDER BY … LIMIT limit`: of the variables of their own scope, only those in
    `names` are there afterwards. Keys are numbers and strings; the last is a string. Strings may change their direction
    once.
    """
    falling = order.keys[-1].descending != backward
    turning = [i for i, key in enumerate(order.keys) if key.type is str and (key.descending != backward) != falling]
    head, tail = order.keys[: turning[-1] + 1] if turning else (), order.keys[turning[-1] + 1 if turning else 0 :]
    parts: list[LiteralString] = [_ascending(key, backward, falling) for key in tail]
    place = len(parts)
    parts.extend(_ascending(key, backward, not falling) for key in head)
    first = len(parts)
    collected: LiteralString = ", ".join((*parts, *names))
    values = _sorted(f"collect([{collected}])", falling)
    clauses: LiteralString = f"  WITH {values} AS sorted\n"
    if head:
        # By the head's keys, and among equals as they stand already.
        keys: list[LiteralString] = [f"sorted[i]{POSITIONS[place + i]}" for i in range(len(head))]
        index: LiteralString = "i" if falling else "-i"
        again: LiteralString = f"[i IN range(0, size(sorted) - 1) | [{', '.join(keys)}, {index}, sorted[i]]]"
        whole = POSITIONS[len(head) + 1]
        clauses += f"  WITH [x IN {_sorted(again, not falling)}[..{limit}] | x{whole}] AS sorted\n"
    unpacked: list[LiteralString] = [f"x{POSITIONS[first + i]} AS {name}" for i, name in enumerate(names)]
    return f"{clauses}  UNWIND sorted[..{limit}] AS x\n  WITH {', '.join(unpacked)}\n"


def _ascending(key: Key, backward: bool, falling: bool) -> LiteralString:
    """A value that rises, or falls if `falling`, as the key's order wants."""
    opposite = key.type is not str and (key.descending != backward) != falling
    return f"-({key.expression})" if opposite else key.expression


def _sorted(values: LiteralString, falling: bool) -> LiteralString:
    return f"reverse(coll.sort({values}))" if falling else f"coll.sort({values})"
