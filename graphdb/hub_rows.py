"""The first rows of a hub's list, found without looking at all of them.

To sort the works of a topic takes as long as it has works. But where every tenth work is the topic's, its first ones
are soon met among those of the whole graph, which an index keeps in order: for a page of `size` rows, of `own` ones
among `all` nodes, some `size * all / own` nodes are asked whether they belong. For a hub that is less than `own`, and
no more in a store of any size than in a small one, as long as the hub has the same share of it.

A hub may have its rows anywhere: all works of a topic may be old ones. So only so many nodes are asked, and where they
have not given a page, the rows are sorted after all.
"""

from typing import Any, LiteralString

from graphdb.index_page import IndexPage
from graphdb.keyset import Order, beyond, order_by
from graphdb.nested_list import NO_FILTER, NestedList, of_parent

REACH: LiteralString = "20000"
"""Nodes that are asked at most, beyond the group of the start."""
DEARER: LiteralString = "10.0"
"""How many rows are sorted in the time in which one node is asked. Among three million works it is from 1 by citations,
where the first nodes of all lie in memory, to 25 by year."""


def can_be_walked(list_: NestedList[Any], order: Order) -> bool:
    """Whether the rows of a list can be found by `hub_rows`: an index has to keep the order."""
    return list_.walkable and all(key.expression.startswith("n.") for key in order.keys)


def hub_rows(
    list_: NestedList[Any],
    order: Order,
    backward: bool = False,
    *,
    started: bool = False,
    parent: LiteralString = "p",
    limit: LiteralString = "$limit",
) -> LiteralString:
    """Return clauses that find rows `n` of the parent, the first `limit` among them, in whatever order.

    They stand where `parent` is bound, and, if `started`, `start` is: the keys of the row that the page begins after.
    """
    bound: list[LiteralString] = [parent, "start"] if started else [parent]
    outer = ", ".join(bound)
    page = IndexPage(
        list_.listed,
        order,
        backward,
        "start" if started else "",
        of_parent(list_.exists(), parent),
        bound,
        limit,
        REACH,
    )
    edge = page.edge()
    is_beyond: LiteralString = f"({beyond(order, backward, 'start')})" if started else ""
    own, of_all = of_parent(list_.total, parent), f"COUNT {{ (:{list_.listed}) }}"
    return (
        f"  CALL ({outer}) {{\n"
        f"  WITH {parent} WHERE {own} ^ 2 > {DEARER} * {limit} * {of_all}\n"
        f"{edge}CALL ({outer}{', edge' if edge else ''}) {{\n{page.ranges()}}}\n"
        f"  WITH n ORDER BY {order_by(order, backward)} LIMIT {limit}\n"
        "  RETURN collect(n) AS walked\n"
        "}\n"
        f"  CALL ({outer}, walked) {{\n"
        f"  WITH {parent} WHERE size(walked) < {limit}\n{of_parent(list_.rows(NO_FILTER, is_beyond), parent)}"
        "  RETURN n\n  UNION ALL\n"
        f"  WITH walked WHERE size(walked) >= {limit}\n  UNWIND walked AS n\n  RETURN n\n"
        "}\n"
    )
