"""How many works of a list there are of each year, topic, author, …, and of each combination of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any, LiteralString

from graphdb.extent import Extent
from graphdb.filters.compile import FilterShape
from graphdb.graph import Graph
from graphdb.lists import first_rows_language
from graphdb.nested_list import NO_FILTER, NestedList
from graphdb.root_lists import root_rows


class WorkDimension(StrEnum):
    """What works can be counted by."""

    YEAR = "YEAR"
    TYPE = "TYPE"
    TOPIC = "TOPIC"
    INSTITUTION = "INSTITUTION"
    SOURCE = "SOURCE"
    COUNTRY = "COUNTRY"
    AUTHOR = "AUTHOR"


@dataclass(frozen=True, slots=True)
class GroupValue:
    """What the works of a group share in one dimension."""

    dimension: WorkDimension
    value: str
    """An id, a country's code, a type or a year."""
    label: str
    """The name of the entity; for the rest the value."""


@dataclass(frozen=True, slots=True)
class Group:
    """Works that share a value in each of some dimensions."""

    values: tuple[GroupValue, ...]
    """In the order of the dimensions asked for."""
    count: int


@dataclass(frozen=True, slots=True)
class GroupsKey:
    """What is asked of one list."""

    extent: Extent
    dimensions: tuple[WorkDimension, ...]
    """At least one, none twice."""
    first: int
    """Groups at most, the largest."""


@dataclass(frozen=True, slots=True)
class _Dimension:
    clauses: LiteralString
    """From the work `n` to what `@` is bound to: a node or a plain value, one row for each."""
    value: LiteralString
    label: LiteralString


def _entities(clauses: LiteralString) -> _Dimension:
    return _Dimension(clauses, "@.id", "@.name")


_INSTITUTIONS: LiteralString = (
    "MATCH (n)<-[a:AUTHORED]-() UNWIND a.institutionIds AS id WITH DISTINCT id MATCH (x:Institution {id: id})"
)
_DIMENSIONS: dict[WorkDimension, _Dimension] = {
    WorkDimension.YEAR: _Dimension("WITH *, n.year AS @ WHERE @ IS NOT NULL", "toString(@)", "toString(@)"),
    WorkDimension.TYPE: _Dimension("WITH *, coalesce(n.type, 'other') AS @", "@", "@"),
    WorkDimension.TOPIC: _entities("MATCH (n)-[:ABOUT]->(@)"),
    WorkDimension.INSTITUTION: _entities(f"CALL (n) {{ {_INSTITUTIONS} RETURN x AS @ }}"),
    WorkDimension.SOURCE: _entities("MATCH (n)-[:PUBLISHED_IN]->(@)"),
    WorkDimension.COUNTRY: _Dimension(
        f"CALL (n) {{ {_INSTITUTIONS} WITH DISTINCT x.country AS @ WHERE @ IS NOT NULL RETURN @ }}", "@", "@"
    ),
    WorkDimension.AUTHOR: _entities("MATCH (n)<-[:AUTHORED]-(@)"),
}
_NAMES: tuple[LiteralString, ...] = ("d0", "d1", "d2")
_BACK: tuple[LiteralString, ...] = ("1", "2", "3")
MAX_DIMENSIONS = len(_NAMES)


@lru_cache(maxsize=512)
def groups_cypher(
    list_: NestedList[Any] | None, shape: FilterShape, dimensions: tuple[WorkDimension, ...]
) -> LiteralString:
    """Return the text that counts the works of a list, or of all works, by the combinations of some dimensions.

    Parameters: first, ids (of the parents, for a list), and filter where `shape` asks for something. A row per parent
    that exists: its place in `ids`; its groups, each [[value, label] of each dimension, count].
    """
    clauses: list[LiteralString] = []
    names: list[LiteralString] = []
    pairs: list[LiteralString] = []
    order: list[LiteralString] = []
    for asked, name in zip(dimensions, _NAMES, strict=False):
        dimension = _DIMENSIONS[asked]
        value, label = dimension.value.replace("@", name), dimension.label.replace("@", name)
        clauses.append(f"  {dimension.clauses.replace('@', name)}\n")
        names.append(name)
        pairs.append(f"[{value}, {label}]")
        order.append(f"{label}, {value}")
    parent: LiteralString = ""
    place: LiteralString = "0 AS i"
    variables: tuple[LiteralString, ...] = shape.variables
    rows: LiteralString = f"  {root_rows('Work', shape)}\n"
    if list_ is not None:
        parent = f"UNWIND range(0, size($ids) - 1) AS i\nMATCH (p:{list_.parent} {{id: $ids[i]}})\n"
        place = "i"
        shape = shape.gathered
        variables = ("p", *shape.variables)
        rows = list_.rows(shape)
    largest: LiteralString = f"  WITH {', '.join(names)}, count(DISTINCT n) AS works"
    if shape.holds_hits:
        keys: LiteralString = f"[-works, {', '.join(order)}, {', '.join(names)}]"
        unpacked = ", ".join([f"x[size(x) - {back}] AS {name}" for back, name in zip(_BACK, names[::-1], strict=False)])
        largest += (
            f"\n  WITH coll.sort(collect({keys})) AS sorted\n"
            f"  UNWIND sorted[..$first] AS x\n  WITH {unpacked}, -x[0] AS works\n"
        )
    else:
        largest += f" ORDER BY works DESC, {', '.join(order)} LIMIT $first\n"
    return (
        f"{first_rows_language(shape)}{shape.prelude}"
        f"{parent}"
        f"CALL ({', '.join(variables)}) {{\n"
        f"{rows}"
        "  WITH DISTINCT n\n"
        f"{''.join(clauses)}"
        f"{largest}"
        f"  RETURN collect([[{', '.join(pairs)}], works]) AS groups\n"
        "}\n"
        f"RETURN {place}, groups"
    )


async def groups(graph: Graph, keys: Sequence[GroupsKey]) -> list[list[Group]]:
    """Return the groups of each key, the largest first, then by label; in one Cypher call.

    All keys agree in list, filter, dimensions and size. A work that has no value in one of the dimensions is in no
    group; one that has several is in several.
    """
    first = keys[0]
    list_, filter_ = first.extent.list, first.extent.filter
    cypher = groups_cypher(list_, filter_.shape if filter_ else NO_FILTER, first.dimensions)
    parameters: dict[str, Any] = {"filter": filter_.parameter} if filter_ else {}
    if list_ is not None:
        parameters["ids"] = [key.extent.parent for key in keys]
    found: list[list[Group]] = [[] for _ in keys]
    for i, rows in await graph.read(cypher, first=first.first, **parameters):
        found[i] = [
            Group(
                tuple(GroupValue(d, value, label) for d, (value, label) in zip(first.dimensions, pairs, strict=True)),
                count,
            )
            for pairs, count in rows
        ]
    return found
