"""Reading the works that are linked to given works."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from graphdb.graph import Graph
from graphdb.keyset import Order, PageRequest
from graphdb.pages import Edge, page_of
from graphdb.records import WorkRecord
from graphdb.related_works.cypher import LINKS_ORDER, SIMILARITY_ORDER, related_cypher
from graphdb.related_works.records import EvidenceRecord, LinkedWorkEdge, RelatedPage, SimilarWorkEdge
from graphdb.related_works.relations import DERIVATIVE, PRIOR, SIMILARITIES, Relation, Similarity
from graphdb.research_graph.records import TruncationRecord

MAX_SEEDS = 100
FOLLOWED_LINKS = 1000
"""From all seeds together, under each relation; each seed has its share of them."""
FOLLOWED_WORKS = 500
"""From each link: the most cited."""
HUB = 10_000
"""A link with more works is not followed."""
SCORE_UNIT = 1_000_000
"""Scores are whole numbers in the graph's arithmetic."""

E = TypeVar("E", bound=Edge[WorkRecord])


@dataclass(frozen=True, slots=True)
class RelatedWorks(Generic[E]):
    """A list of works that are linked to given ones."""

    relations: tuple[Relation, ...]
    order: Order
    edge: Callable[[PageRequest, Sequence[Any], WorkRecord, list[list[Any]]], E]
    """Makes the edge of a page from the request, the row's keys, the work and the evidence."""


def _similar(request: PageRequest, keys: Sequence[Any], work: WorkRecord, evidence: list[list[Any]]) -> SimilarWorkEdge:
    methods = list(Similarity)
    found = [EvidenceRecord(methods[k], shared, score / SCORE_UNIT) for k, shared, score in sorted(evidence)]
    return SimilarWorkEdge(request, keys, work, keys[0] / SCORE_UNIT, found)


def _linked(request: PageRequest, keys: Sequence[Any], work: WorkRecord, _: list[list[Any]]) -> LinkedWorkEdge:
    return LinkedWorkEdge(request, keys, work, keys[0])


SIMILAR = RelatedWorks(SIMILARITIES, SIMILARITY_ORDER, _similar)
PRIOR_WORKS = RelatedWorks(PRIOR, LINKS_ORDER, _linked)
DERIVATIVE_WORKS = RelatedWorks(DERIVATIVE, LINKS_ORDER, _linked)


@dataclass(frozen=True, slots=True)
class RelatedKey(Generic[E]):
    """One page of the works that are linked to some seeds."""

    list: RelatedWorks[E]
    seeds: tuple[str, ...]
    """Ids of works, current or old, each once; not empty."""
    request: PageRequest
    """Forward."""
    methods: frozenset[str]
    """Names of the relations that are looked at."""


async def related_pages(graph: Graph, keys: Sequence[RelatedKey[E]]) -> list[RelatedPage[E] | None]:
    """Return the page of each key, in one Cypher call; None where no seed names a work.

    All keys agree in list, methods, number of seeds, size, and in whether they have a start. Where a seed has more
    links than its share of `FOLLOWED_LINKS`, the most cited are followed; where a link has more works than
    `FOLLOWED_WORKS`, the most cited are; a link of more than `HUB` works is not followed. Raises `GraphUnavailable`,
    `QueryTimeout` and `QueryTooLarge`.
    """
    first = keys[0]
    list_, request = first.list, first.request
    links = FOLLOWED_LINKS // len(first.seeds)
    cypher = related_cypher(list_.relations, list_.order, request.start is not None)
    asks = [{"ids": list(key.seeds), "start": list(key.request.start or ())} for key in keys]
    parameters = {
        "asks": asks,
        "links": links,
        "works": FOLLOWED_WORKS,
        "hub": HUB,
        "limit": request.size + 1,
        **{relation.name: relation.name in first.methods for relation in list_.relations},
    }
    found: list[RelatedPage[E] | None] = [None] * len(keys)
    for i, known, rows, total, beyond_start, ties, cut in await graph.read(cypher, related=parameters):
        own = keys[i].request
        edges = [list_.edge(own, row_keys, WorkRecord(**work), evidence) for (work, evidence), row_keys in rows]
        page = page_of(own, edges, total, beyond_start)
        found[i] = RelatedPage(
            page.edges,
            page.total_count,
            page.has_next_page,
            page.has_previous_page,
            truncated=_truncated(first, links, ties, cut),
            missing=[id_ for id_ in keys[i].seeds if id_ not in known],
        )
    return found


def _truncated(key: RelatedKey[Any], links: int, ties: list[list[Any]], cut: list[list[Any]]) -> list[TruncationRecord]:
    relations = key.list.relations
    seeds = [
        TruncationRecord(seed, relation.edge, relation.near, links, degree, True)
        for seed, degrees in ties
        for relation, degree in zip(relations, degrees, strict=True)
        if degree > links and relation.name in key.methods
    ]
    followed = [
        TruncationRecord(link, relations[k].edge, relations[k].far, FOLLOWED_WORKS if works <= HUB else 0, works, True)
        for link, k, works in sorted(cut, key=lambda row: (row[1], row[0]))
    ]
    return seeds + followed
