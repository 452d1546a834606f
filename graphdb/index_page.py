"""A page of all nodes of a label, read off the composite index of its order.

An index is sorted one way, an order may not be: the citation count falls while titles rise. A page therefore joins
ranges that are each sorted as the index is, and takes the first rows of their union. They are, for the row that the
cursor stands for: the rest of the group that shares its first two keys, the rest of the group that shares the first,
and the groups beyond. Where the first key runs against the others, the page needs of the groups beyond all that come
before the one in which the page ends, and the head of that one. So a page reads a few times its own size, whatever the
size of the graph.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import LiteralString

from graphdb.keyset import POSITIONS, Key, Order


@dataclass(frozen=True, slots=True)
class IndexPage:
    """Which rows are wanted, of the nodes `n` of a label that fulfil a condition."""

    label: LiteralString
    order: Order
    backward: bool
    start: LiteralString = ""
    """Cypher list of the keys of the row that the page begins after; empty: at the list's end."""
    condition: LiteralString = ""
    """Over `n` and `variables`, looked at row by row; empty: all."""
    variables: Sequence[LiteralString] = ()
    """What `condition` and `start` read."""
    limit: LiteralString = "$limit"
    """How many rows are wanted."""
    reach: LiteralString = ""
    """How many rows beyond the group of the start are looked at; empty: as many as it takes. The rows that are found
    are the first ones in any case, but there may be fewer than are wanted."""

    @property
    def _falling(self) -> bool:
        return self.order.keys[0].descending != self.backward

    @property
    def _rest_falling(self) -> bool:
        return self.order.keys[1].descending != self.backward

    def edge(self) -> LiteralString:
        """Return the clause that finds the first key of the group in which the page ends; empty if none is needed."""
        if self._falling == self._rest_falling:
            return ""
        head = self.order.keys[0].expression
        order: LiteralString = " DESC" if self._falling else ""
        return (
            f"CALL ({', '.join(self.variables)}) {{\n"
            + self._found(self._past(), head + order)
            + f"  WITH {head} AS value ORDER BY value{order} LIMIT {self.limit}\n"
            f"  RETURN {'min' if self._falling else 'max'}(value) AS edge\n"
            "}\n"
        )

    def ranges(self) -> LiteralString:
        """Return the union of the ranges, each of rows `n`; below `edge`, where there is one."""
        keys = self.order.keys
        ranges: list[LiteralString] = []
        for depth in range(len(keys) - 1, 0, -1) if self.start else ():
            sign: LiteralString = " < " if self._rest_falling else " > "
            where: list[LiteralString] = [
                *self._equal(depth),
                keys[depth].expression + sign + self.start + POSITIONS[depth],
            ]
            ranges.append(f"{self._match(where, self.condition)}{self._first(self._rest_falling)}")
        if self._falling == self._rest_falling:
            ranges.append(self._found(self._past(), self._sorted(self._falling)) + self._first(self._falling))
        else:
            head = keys[0].expression
            before: LiteralString = head + (" > edge" if self._falling else " < edge")
            ranges.append(f"{self._match([before, *self._past()], self.condition)}  RETURN n\n")
            group = self._found([head + " = edge"], self._sorted(self._rest_falling))
            ranges.append(group + self._first(self._rest_falling))
        return "  UNION ALL\n".join(ranges)

    def exists_before_start(self) -> LiteralString:
        """Return the condition that there is a row at the start or before it."""
        keys = self.order.keys
        checks: list[LiteralString] = []
        for depth, key in enumerate(keys):
            sign: LiteralString = " < " if key.descending == self.backward else " > "
            if depth == len(keys) - 1:
                sign = " <= " if key.descending == self.backward else " >= "
            where: list[LiteralString] = [*self._equal(depth), key.expression + sign + self.start + POSITIONS[depth]]
            checks.append(f"EXISTS {{ {self._match(where, self.condition).strip()} }}")
        return "(" + " OR ".join(checks) + ")"

    def _past(self) -> list[LiteralString]:
        if not self.start:
            return []
        sign: LiteralString = " < " if self._falling else " > "
        return [self.order.keys[0].expression + sign + self.start + POSITIONS[0]]

    def _equal(self, depth: int) -> list[LiteralString]:
        keys: list[Key] = [*self.order.keys[:depth]]
        return [key.expression + " = " + self.start + POSITIONS[i] for i, key in enumerate(keys)]

    def _found(self, where: list[LiteralString], order: LiteralString) -> LiteralString:
        """Return the clauses that find the rows of a range that fulfil the condition, within reach."""
        if not self.reach or not self.condition:
            return self._match(where, self.condition)
        return f"{self._match(where)}  WITH n ORDER BY {order} LIMIT {self.reach}\n  WITH n WHERE {self.condition}\n"

    def _match(self, where: list[LiteralString], condition: LiteralString = "") -> LiteralString:
        # A composite index serves a query that has a condition on each of its properties.
        open_keys: list[LiteralString] = [
            key.expression + " IS NOT NULL"
            for key in self.order.keys
            if not any(asked.startswith(key.expression + " ") for asked in where)
        ]
        asked: list[LiteralString] = [*where, *([condition] if condition else []), *open_keys]
        return f"  MATCH (n:{self.label}) WHERE {' AND '.join(asked)}\n"

    def _sorted(self, falling: bool) -> LiteralString:
        # All keys stand in the clause, the fixed ones too: only so does the planner see that the index is sorted so.
        parts: list[LiteralString] = [key.expression + (" DESC" if falling else "") for key in self.order.keys]
        return ", ".join(parts)

    def _first(self, falling: bool) -> LiteralString:
        return f"  RETURN n ORDER BY {self._sorted(falling)} LIMIT {self.limit}\n"
