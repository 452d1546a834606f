"""The ways on from a node: which edges lead from which kind of node to which, in what direction."""

from dataclasses import dataclass
from typing import LiteralString

from graphdb.research_graph.records import EdgeDirection, EdgeKind, EntityKind

LABELS: dict[EntityKind, LiteralString] = {
    EntityKind.RESEARCHER: "Researcher",
    EntityKind.WORK: "Work",
    EntityKind.TOPIC: "Topic",
    EntityKind.INSTITUTION: "Institution",
    EntityKind.SOURCE: "Source",
}


@dataclass(frozen=True, slots=True)
class Path:
    """One step from a node."""

    name: LiteralString
    """What the traversal calls the step: whether it may be taken is a parameter of that name."""
    near: EntityKind
    edge: EdgeKind
    direction: EdgeDirection
    """Of the edge, seen from the near node."""
    far: EntityKind
    degree: LiteralString
    """A Cypher expression for the number of such edges of the node `n`: one look-up, whatever the number."""


_R, _W, _T, _I, _S = EntityKind
_OUT, _IN, _BOTH = EdgeDirection

PATHS: tuple[Path, ...] = (
    Path("worksOfAuthor", _R, EdgeKind.AUTHORED, _OUT, _W, "COUNT { (n)-[:AUTHORED]->() }"),
    Path("institutions", _R, EdgeKind.AFFILIATED_WITH, _OUT, _I, "COUNT { (n)-[:AFFILIATED_WITH]->() }"),
    Path("collaborators", _R, EdgeKind.COLLABORATED_WITH, _BOTH, _R, "COUNT { (n)-[:COLLABORATED_WITH]-() }"),
    Path("authors", _W, EdgeKind.AUTHORED, _IN, _R, "COUNT { (n)<-[:AUTHORED]-() }"),
    Path("references", _W, EdgeKind.CITES, _OUT, _W, "COUNT { (n)-[:CITES]->() }"),
    Path("citedBy", _W, EdgeKind.CITES, _IN, _W, "COUNT { (n)<-[:CITES]-() }"),
    Path("topics", _W, EdgeKind.ABOUT, _OUT, _T, "COUNT { (n)-[:ABOUT]->() }"),
    Path("sources", _W, EdgeKind.PUBLISHED_IN, _OUT, _S, "COUNT { (n)-[:PUBLISHED_IN]->() }"),
    Path("worksOfTopic", _T, EdgeKind.ABOUT, _IN, _W, "COUNT { (n)<-[:ABOUT]-() }"),
    Path("broader", _T, EdgeKind.BROADER, _OUT, _T, "COUNT { (n)-[:BROADER]->() }"),
    Path("narrower", _T, EdgeKind.BROADER, _IN, _T, "COUNT { (n)<-[:BROADER]-() }"),
    Path("people", _I, EdgeKind.AFFILIATED_WITH, _IN, _R, "COUNT { (n)<-[:AFFILIATED_WITH]-() }"),
    Path("wholes", _I, EdgeKind.PART_OF, _OUT, _I, "COUNT { (n)-[:PART_OF]->() }"),
    Path("parts", _I, EdgeKind.PART_OF, _IN, _I, "COUNT { (n)<-[:PART_OF]-() }"),
    Path("worksOfSource", _S, EdgeKind.PUBLISHED_IN, _IN, _W, "COUNT { (n)<-[:PUBLISHED_IN]-() }"),
)
"""Every edge that a slice follows, once for each end that it can be followed from."""

PATHS_FROM: dict[EntityKind, tuple[Path, ...]] = {
    kind: tuple(path for path in PATHS if path.near is kind) for kind in EntityKind
}
