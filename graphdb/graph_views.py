"""Saved views of the graph: a question, and how its answer is laid out, under an id that is made of both.

The id is a hash of all that is saved, names included. Who saves the same view again finds it there, and nobody can
change what somebody else has saved.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, LiteralString

import orjson

from graphdb.entities import check_id
from graphdb.errors import GraphError
from graphdb.graph import Graph
from graphdb.ids import digest
from graphdb.keyset import BadBoundError
from graphdb.research_graph.node_rows import ids_by_label, nodes_by_id
from graphdb.research_graph.records import EdgeKind, EntityKind
from graphdb.research_graph.request import MAX_NODES, SliceRequest, slice_request

MAX_VIEWS = 100_000
"""Saved at most: anybody may save views, and one has up to 64 KB."""
MAX_NAME = 200
MAX_DESCRIPTION = 2000
MAX_LAYOUT = 40
MAX_PINS = MAX_NODES
MAX_COORDINATE = 1_000_000.0

_PREFIX = "v_"


class UnknownSeedsError(GraphError):
    """Seeds of a view name nothing."""

    def __init__(self, seeds: Sequence[str]) -> None:
        named = ", ".join(seeds[:5]) + (", …" if len(seeds) > 5 else "")
        super().__init__(f"Nothing has the id of these seeds: {named}.", "Leave them out.")
        self.seeds = list(seeds)


class GraphViewsFullError(GraphError):
    """As many views are saved as there may be."""

    def __init__(self) -> None:
        super().__init__("No further view can be saved here.", "Keep the arguments of the graph instead.")


@dataclass(frozen=True, slots=True)
class YearBounds:
    """Years from one to another, both included; None is open."""

    gte: int | None
    lte: int | None


@dataclass(frozen=True, slots=True)
class PinRecord:
    """Where a node of a view has its place."""

    id: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class GraphViewContent:
    """What a view saves; `view_content` makes it, so that the same view has the same content."""

    seeds: list[str]
    """Sorted, as they were given: old ids stay."""
    depth: int
    kinds: list[EntityKind]
    """All that were allowed, in the order of the enumeration."""
    edges: list[EdgeKind]
    """Likewise."""
    per_kind: int
    years: YearBounds | None
    exclude: list[str]
    """Sorted."""
    layout: str | None
    """What a page calls the way in which it lays the graph out."""
    pins: list[PinRecord]
    """By id."""
    name: str | None
    description: str | None

    @property
    def request(self) -> SliceRequest:
        """The question, to be asked again."""
        years = self.years or YearBounds(None, None)
        return slice_request(
            self.seeds,
            depth=self.depth,
            kinds=self.kinds,
            edges=self.edges,
            per_kind=self.per_kind,
            first_year=years.gte,
            last_year=years.lte,
            exclude=self.exclude,
        )

    def view_id(self) -> str:
        """Return the id that a view with this content gets."""
        return _PREFIX + digest("view", orjson.dumps(self).decode())


@dataclass(frozen=True, slots=True)
class GraphViewRecord(GraphViewContent):
    """A saved view."""

    id: str
    created_at: str
    """When it was first saved: ISO 8601 date-time in UTC."""


def view_content(
    request: SliceRequest,
    *,
    layout: str | None = None,
    pins: Collection[PinRecord] = (),
    name: str | None = None,
    description: str | None = None,
) -> GraphViewContent:
    """Return what a view of `request` saves. Texts lose the blanks around them, and one of blanks is none.

    Raises `BadBoundError` for what is too long or too many, `BadIdError` for what cannot be the id of a pin.
    """
    if not request.seeds:
        raise BadBoundError("`seeds` may hold 1 to 100 ids, not 0.")
    if len(pins) > MAX_PINS:
        raise BadBoundError(f"`pins` may hold {MAX_PINS} places, not {len(pins)}.")
    placed = {check_id(pin.id): PinRecord(pin.id, _coordinate(pin.x), _coordinate(pin.y)) for pin in pins}
    open_years = request.first_year is None and request.last_year is None
    return GraphViewContent(
        seeds=sorted(request.seeds),
        depth=request.depth,
        kinds=[kind for kind in EntityKind if kind in request.kinds],
        edges=[kind for kind in EdgeKind if kind in request.edges],
        per_kind=request.per_kind,
        years=None if open_years else YearBounds(request.first_year, request.last_year),
        exclude=list(request.exclude),
        layout=_text("layout", layout, MAX_LAYOUT),
        pins=[placed[id_] for id_ in sorted(placed)],
        name=_text("name", name, MAX_NAME),
        description=_text("description", description, MAX_DESCRIPTION),
    )


def _text(name: str, value: str | None, longest: int) -> str | None:
    text = (value or "").strip()
    if len(text) > longest:
        raise BadBoundError(f"`{name}` may have {longest} characters, not {len(text)}.")
    return text or None


def _coordinate(value: float) -> float:
    if not math.isfinite(value) or abs(value) > MAX_COORDINATE:
        raise BadBoundError(f"A coordinate of a pin may be -{MAX_COORDINATE:,.0f} to {MAX_COORDINATE:,.0f}.")
    # What moves by less is in the same place; and there is no negative zero.
    return round(value, 2) + 0.0


VIEW: LiteralString = (
    "v{.id, .seeds, .depth, .kinds, .edges, per_kind: v.perKind, first_year: v.firstYear, last_year: v.lastYear, "
    ".exclude, .layout, pinned: v.pinned, places: v.places, .name, .description, created_at: v.createdAt}"
)
"""Map projection of the node `v`."""

_SEEDS: LiteralString = nodes_by_id("$view.byLabel", "$view.properties.seeds")

SAVE_VIEW: LiteralString = f"""
CALL () {{
  {_SEEDS}
}}
WITH collect(DISTINCT id) AS found
WITH [seed IN $view.properties.seeds WHERE NOT seed IN found] AS missing
CALL () {{ MATCH (v:GraphView) RETURN count(v) AS saved }}
WITH missing, saved < $view.most OR EXISTS {{ (:GraphView {{id: $view.id}}) }} AS allowed
CALL (missing, allowed) {{
  WITH missing, allowed WHERE allowed AND missing = []
  MERGE (v:GraphView {{id: $view.id}})
  ON CREATE SET v += $view.properties, v.createdAt = $view.now
  RETURN collect({VIEW}) AS views
}}
RETURN missing, views
"""


async def save_view(graph: Graph, content: GraphViewContent) -> GraphViewRecord:
    """Save a view, unless it is saved already, and return it; one Cypher call.

    Raises `UnknownSeedsError` and `GraphViewsFullError`, and saves nothing then.
    """
    years = content.years or YearBounds(None, None)
    properties: dict[str, Any] = {
        "seeds": content.seeds,
        "depth": content.depth,
        "kinds": content.kinds,
        "edges": content.edges,
        "perKind": content.per_kind,
        "firstYear": years.gte,
        "lastYear": years.lte,
        "exclude": content.exclude,
        "layout": content.layout,
        "pinned": [pin.id for pin in content.pins],
        "places": [coordinate for pin in content.pins for coordinate in (pin.x, pin.y)],
        "name": content.name,
        "description": content.description,
    }
    view = {
        "id": content.view_id(),
        "byLabel": ids_by_label(content.seeds),
        "properties": properties,
        "now": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "most": MAX_VIEWS,
    }
    [[missing, views]] = await graph.write(SAVE_VIEW, view=view)
    if missing:
        raise UnknownSeedsError(missing)
    if not views:
        raise GraphViewsFullError
    return _record(views[0])


VIEWS_BY_ID: LiteralString = f"""
UNWIND range(0, size($views.ids) - 1) AS i
MATCH (v:GraphView {{id: $views.ids[i]}})
RETURN i, {VIEW}
"""


async def views_by_id(graph: Graph, ids: Sequence[str]) -> list[GraphViewRecord | None]:
    """Return the view of each id, None where there is none; one Cypher call."""
    found: list[GraphViewRecord | None] = [None] * len(ids)
    for i, row in await graph.read(VIEWS_BY_ID, views={"ids": list(ids)}):
        found[i] = _record(row)
    return found


def _record(row: Mapping[str, Any]) -> GraphViewRecord:
    bounds = YearBounds(row["first_year"], row["last_year"])
    places = row["places"]
    return GraphViewRecord(
        id=row["id"],
        seeds=row["seeds"],
        depth=row["depth"],
        kinds=[EntityKind(kind) for kind in row["kinds"]],
        edges=[EdgeKind(kind) for kind in row["edges"]],
        per_kind=row["per_kind"],
        years=None if bounds == YearBounds(None, None) else bounds,
        exclude=row["exclude"],
        layout=row["layout"],
        pins=[PinRecord(id_, x, y) for id_, x, y in zip(row["pinned"], places[::2], places[1::2], strict=True)],
        name=row["name"],
        description=row["description"],
        created_at=row["created_at"],
    )
