"""Works that are like given works, that stand behind one, or that follow from one."""

from collections.abc import Sequence
from typing import TypeVar

from graphdb.entities import check_id
from graphdb.keyset import MAX_NESTED_PAGE, MAX_ROOT_PAGE, BadBoundError, PageArguments, page_request
from graphdb.pages import Edge
from graphdb.records import WorkRecord
from graphdb.related_works.read import DERIVATIVE_WORKS, MAX_SEEDS, PRIOR_WORKS, SIMILAR, RelatedKey, RelatedWorks
from graphdb.related_works.records import LinkedWorkEdge, RelatedPage, SimilarWorkEdge
from graphdb.related_works.relations import Similarity
from resolvers.context import RequestContext

E = TypeVar("E", bound=Edge[WorkRecord])


async def similar_works(
    context: RequestContext, to: Sequence[str], methods: Sequence[Similarity] | None, arguments: PageArguments
) -> RelatedPage[SimilarWorkEdge] | None:
    """Return a page of the works that are like those that `to` names, None if it names no work.

    Raises `BadBoundError`, `BadCursorError` and `BadIdError`.
    """
    seeds = tuple(dict.fromkeys(to))
    if not 1 <= len(seeds) <= MAX_SEEDS:
        raise BadBoundError(f"`to` may hold 1 to {MAX_SEEDS} ids, not {len(seeds)}.")
    for id_ in seeds:
        check_id(id_, "Work")
    request = page_request("Query.similarWorks", SIMILAR.order, arguments, MAX_ROOT_PAGE)
    return await _page(context, RelatedKey(SIMILAR, seeds, request, _names(methods)))


async def similar(
    context: RequestContext, work: str, methods: Sequence[Similarity] | None, arguments: PageArguments
) -> RelatedPage[SimilarWorkEdge] | None:
    """Return a page of the works that are like one; raises `BadBoundError` and `BadCursorError`."""
    request = page_request("Work.similar", SIMILAR.order, arguments, MAX_NESTED_PAGE)
    return await _page(context, RelatedKey(SIMILAR, (work,), request, _names(methods)))


async def prior_works(
    context: RequestContext, work: str, arguments: PageArguments
) -> RelatedPage[LinkedWorkEdge] | None:
    """Return a page of what the references of a work cite; raises `BadBoundError` and `BadCursorError`."""
    return await _linked(context, "Work.priorWorks", PRIOR_WORKS, work, arguments)


async def derivative_works(
    context: RequestContext, work: str, arguments: PageArguments
) -> RelatedPage[LinkedWorkEdge] | None:
    """Return a page of what cites the works that cite one; raises `BadBoundError` and `BadCursorError`."""
    return await _linked(context, "Work.derivativeWorks", DERIVATIVE_WORKS, work, arguments)


async def _linked(
    context: RequestContext, name: str, list_: RelatedWorks[LinkedWorkEdge], work: str, arguments: PageArguments
) -> RelatedPage[LinkedWorkEdge] | None:
    request = page_request(name, list_.order, arguments, MAX_NESTED_PAGE)
    names = frozenset(relation.name for relation in list_.relations)
    return await _page(context, RelatedKey(list_, (work,), request, names))


def _names(methods: Sequence[Similarity] | None) -> frozenset[str]:
    return frozenset(method.value for method in (Similarity if methods is None else methods))


async def _page(context: RequestContext, key: RelatedKey[E]) -> RelatedPage[E] | None:
    page: RelatedPage[E] | None = await context.loaders.related_page_by_seeds.load(key)
    return page
