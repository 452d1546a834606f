"""Works that are linked to others, as a page of a list."""

from dataclasses import dataclass
from typing import TypeVar

from graphdb.pages import Edge, TruncatedPage
from graphdb.records import WorkRecord
from graphdb.related_works.relations import Similarity

E_co = TypeVar("E_co", bound=Edge[object], covariant=True)


@dataclass(frozen=True, slots=True)
class EvidenceRecord:
    """In what way, and how much, a work is like the seeds."""

    method: Similarity
    shared: int
    """How many links the work shares with a seed or more: works that cite both, references, topics, authors."""
    score: float
    """What they add to the score of the work."""


@dataclass(frozen=True, slots=True)
class SimilarWorkEdge(Edge[WorkRecord]):
    """A work that is like the seeds."""

    score: float
    """The sum over the evidence."""
    evidence: list[EvidenceRecord]
    """One for each method under which there is any, in the order of `Similarity`."""


@dataclass(frozen=True, slots=True)
class LinkedWorkEdge(Edge[WorkRecord]):
    """A work that stands behind, or follows from, a work."""

    links: int
    """How many works stand between the two."""


@dataclass(frozen=True, slots=True)
class RelatedPage(TruncatedPage[E_co]):
    """Some of the works that are linked to the seeds; truncated may be the edges of seeds and of links."""

    missing: list[str]
    """Seeds that name no work, in the order asked for."""
