"""The ways in which two works are linked by a third thing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import LiteralString

from graphdb.research_graph.records import EdgeDirection, EdgeKind

_EDGES: dict[EdgeKind, LiteralString] = {
    EdgeKind.CITES: "CITES",
    EdgeKind.ABOUT: "ABOUT",
    EdgeKind.AUTHORED: "AUTHORED",
}


class Similarity(StrEnum):
    """A way in which works are alike."""

    CO_CITATION = "CO_CITATION"
    """The same works cite them (Small, 1973)."""
    BIBLIOGRAPHIC_COUPLING = "BIBLIOGRAPHIC_COUPLING"
    """They cite the same works (Kessler, 1963)."""
    SHARED_TOPICS = "SHARED_TOPICS"
    SHARED_AUTHORS = "SHARED_AUTHORS"


@dataclass(frozen=True, slots=True)
class Relation:
    """A step from a seed `s` to a link `x`, and one from there to a work `n`."""

    name: LiteralString
    """Whether the relation is looked at is a parameter of that name."""
    edge: EdgeKind
    near: EdgeDirection
    """Of the edges between seed and link, seen from the seed: OUT or IN."""
    far: EdgeDirection
    """Of the edges between link and work, seen from the link: OUT or IN."""

    def from_seed(self, seed: LiteralString, link: LiteralString) -> LiteralString:
        """Return the pattern of the first step."""
        return "(" + seed + ")" + _arrow(self.edge, self.near) + "(" + link + ")"

    def from_link(self, link: LiteralString, work: LiteralString) -> LiteralString:
        """Return the pattern of the second step."""
        return "(" + link + ")" + _arrow(self.edge, self.far) + "(" + work + ")"


def _arrow(edge: EdgeKind, direction: EdgeDirection) -> LiteralString:
    kind = _EDGES[edge]
    return "-[:" + kind + "]->" if direction is EdgeDirection.OUT else "<-[:" + kind + "]-"


_OUT, _IN, _ = EdgeDirection

SIMILARITIES: tuple[Relation, ...] = (
    Relation("CO_CITATION", EdgeKind.CITES, _IN, _OUT),
    Relation("BIBLIOGRAPHIC_COUPLING", EdgeKind.CITES, _OUT, _IN),
    Relation("SHARED_TOPICS", EdgeKind.ABOUT, _OUT, _IN),
    Relation("SHARED_AUTHORS", EdgeKind.AUTHORED, _IN, _OUT),
)
"""One for each `Similarity`, in that order."""

PRIOR: tuple[Relation, ...] = (Relation("PRIOR", EdgeKind.CITES, _OUT, _OUT),)
"""What the references of a work cite."""

DERIVATIVE: tuple[Relation, ...] = (Relation("DERIVATIVE", EdgeKind.CITES, _IN, _IN),)
"""What cites the works that cite a work."""
