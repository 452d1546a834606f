"""Pages of what a query has found and measured, and holds in a list `found` of maps."""

from collections.abc import Sequence
from typing import LiteralString

from graphdb.keyset import Order, beyond, key_list
from graphdb.sorting import first_sorted

# Positions in a list: a Cypher text is assembled from literals, and there is no literal for an int.
_POSITIONS: tuple[LiteralString, ...] = ("start[0]", "start[1]", "start[2]", "start[3]")


def stored_start(order: Order, label: LiteralString, carried: LiteralString) -> LiteralString:
    """Return the clauses that make of the keys in `start` the stored ones, where the row still has them.

    Neo4j compares two stored strings by code point, but a stored one with a parameter by UTF-16 code unit. The row is
    not looked up by its text: the planner would take the parameter for what is stored. `carried` names the variables
    that go on.
    """
    identity = _POSITIONS[len(order.keys) - 1]
    keys: list[LiteralString] = []
    for key, given in zip(order.keys, _POSITIONS, strict=False):
        stored = key.expression.replace("n.", "c.")
        is_text = key.type is str and given != identity
        keys.append(f"CASE WHEN {stored} = {given} THEN {stored} ELSE {given} END" if is_text else given)
    return f"OPTIONAL MATCH (c:{label} {{id: {identity}}})\nWITH {carried}, [{', '.join(keys)}] AS start\n"


def found_page(
    order: Order,
    names: Sequence[LiteralString],
    row: LiteralString,
    limit: LiteralString,
    *,
    backward: bool = False,
    started: bool = False,
) -> LiteralString:
    """Return the columns `rows`, `total` and `beyondStart` of a page of `found`.

    The maps in `found` have the keys `names`, `n` among them, over which `row` and the order's keys are expressions; a
    row of the page is [`row`, keys]. `started`: the page begins after the keys in the list `start`, or ends before them
    if it is read `backward`. `limit` is a parameter. The text must begin with `VALUES_SORTED`.
    """
    unpacked: LiteralString = ", ".join(["f." + name + " AS " + name for name in names])
    condition = beyond(order, backward, "start")
    after: LiteralString = f" WHERE {condition}" if started else ""
    before: LiteralString = "false"
    if started:
        before = f"EXISTS {{ UNWIND found AS f WITH {unpacked} WHERE NOT ({condition}) RETURN n }}"
    return f"""COLLECT {{
    UNWIND found AS f
    WITH {unpacked}{after}
  {first_sorted(order, names, limit, backward=backward)}    RETURN [{row}, {key_list(order)}]
  }} AS rows,
  size(found) AS total, {before} AS beyondStart"""
