"""What a slice of the graph holds.

What a slice has thousands of are named tuples, which are made in a third of the time of a frozen dataclass.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class EntityKind(StrEnum):
    """A kind of node."""

    RESEARCHER = "RESEARCHER"
    WORK = "WORK"
    TOPIC = "TOPIC"
    INSTITUTION = "INSTITUTION"
    SOURCE = "SOURCE"


class EdgeKind(StrEnum):
    """A kind of edge, called as it is in the graph."""

    AUTHORED = "AUTHORED"
    CITES = "CITES"
    ABOUT = "ABOUT"
    AFFILIATED_WITH = "AFFILIATED_WITH"
    PUBLISHED_IN = "PUBLISHED_IN"
    COLLABORATED_WITH = "COLLABORATED_WITH"
    BROADER = "BROADER"
    PART_OF = "PART_OF"


class EdgeDirection(StrEnum):
    """How edges lie, seen from one of their ends."""

    OUT = "OUT"
    IN = "IN"
    BOTH = "BOTH"


class ExpandableRecord(NamedTuple):
    """Edges of one kind that a node has beyond the slice."""

    edge: EdgeKind
    remaining: int
    """In either direction; where years or excluded nodes restrict the slice, they are counted all the same."""


class GraphNodeRecord(NamedTuple):
    """A node of the slice."""

    id: str
    kind: EntityKind
    label: str
    """Name, or title in its plain form."""
    subtitle: str | None
    """A few words that tell it from others of the same label."""
    depth: int
    """Steps from the nearest seed, as the slice was expanded: 0 for a seed."""
    weight: float
    """Citations of a work by works of the graph; works of anything else."""
    degree: int
    """Edges that it has in the whole graph, of the kinds that the slice follows from it."""
    expandable: list[ExpandableRecord]
    """What the slice leaves out, by kind of edge; kinds of which nothing is left out are not listed."""


class GraphEdgeRecord(NamedTuple):
    """An edge between two nodes of the slice."""

    id: str
    source: str
    """Id of the node that it starts at."""
    target: str
    """Id of the node that it ends at."""
    kind: EdgeKind
    weight: float
    """COLLABORATED_WITH: the sum over shared works of 1/(authors - 1). AUTHORED: 1/position. ABOUT: the topic's score.
    AFFILIATED_WITH: works. 1 where nothing is known, and for the other kinds."""


class TruncationRecord(NamedTuple):
    """Edges of one kind, of one node that was expanded, which the slice does not show in full."""

    node: str
    edge: EdgeKind
    direction: EdgeDirection
    """Seen from the node; BOTH for COLLABORATED_WITH, which has no direction."""
    shown: int
    """Such edges in the slice."""
    total: int
    """Such edges in the graph."""
    total_is_exact: bool
    """False where years or excluded nodes restrict the slice: `total` does not know of them."""


@dataclass(frozen=True, slots=True)
class KindCountRecord:
    """How many nodes of a kind the slice has."""

    kind: EntityKind
    nodes: int


@dataclass(frozen=True, slots=True)
class GraphSliceRecord:
    """The neighbourhood of some entities. Every edge of the kinds asked for between two of its nodes is in it."""

    id: str
    """The same for the same arguments; an alias and the id that it stands for are the same."""
    nodes: list[GraphNodeRecord]
    """The nearest first, then the heaviest, then by id."""
    edges: list[GraphEdgeRecord]
    """By kind, then by the ids of their ends; no two of a kind have the same ends."""
    truncated: list[TruncationRecord]
    """In the order of the nodes, then by kind and direction."""
    counts: list[KindCountRecord]
    """By kind; kinds without nodes are not listed."""
    seeds: list[str]
    """Current ids of the seeds that were found, in the order asked for, each once."""
    missing: list[str]
    """Seeds that name nothing, in the order asked for, each once."""


@dataclass(frozen=True, slots=True)
class GraphPathRecord:
    """A way from one entity to another, on which no entity stands twice."""

    length: int
    """Steps."""
    nodes: list[GraphNodeRecord]
    """From one end to the other; `depth` counts the steps from the start."""
    edges: list[GraphEdgeRecord]
    """One for each step, in the path's order, whichever way it lies."""
