"""Lists that hang on an entity."""

from typing import TypeVar

from graphdb import researcher
from graphdb.keyset import MAX_NESTED_PAGE, BadBoundError, Order, PageArguments, page_request
from graphdb.lists import ListKey, NestedList
from graphdb.pages import Edge, Page, TruncatedPage
from graphdb.records import ResearcherRecord
from graphdb.second_degree import NAMED, SECOND_DEGREE_ORDER, SecondDegreeKey
from resolvers.context import RequestContext
from resolvers.entities import related

E = TypeVar("E", bound=Edge[object])


async def nested(
    context: RequestContext, list_: NestedList[E], parent: str, order: Order, arguments: PageArguments
) -> Page[E]:
    """Return a page of the list of the entity `parent`; raises `BadBoundError` and `BadCursorError`."""
    request = page_request(list_.name, order, arguments, MAX_NESTED_PAGE)
    page: Page[E] = await context.loaders.page_by_parent.load(ListKey(list_, parent, request))
    return page


async def collaborators(
    context: RequestContext,
    parent: str,
    *,
    min_shared: int,
    since: int | None,
    degree: int,
    arguments: PageArguments,
) -> TruncatedPage[researcher.CollaborationEdge]:
    """Return a page of the people who share `min_shared` works or more with a researcher, the last in `since` or later.

    With a `degree` of 2, of the people who share as much with one of these, and are no collaborators of the researcher.
    Raises `BadBoundError` and `BadCursorError`.
    """
    if min_shared < 1:
        raise BadBoundError(
            f"`minShared` must be 1 or more, not {min_shared}.", "Collaborators share one work at least."
        )
    if degree not in {1, 2}:
        raise BadBoundError(
            f"`degree` may be 1 or 2, not {degree}.", "`pathsBetween` finds how people are linked who are further away."
        )
    list_ = researcher.COLLABORATORS
    if degree == 2:
        request = page_request(list_.name, SECOND_DEGREE_ORDER, arguments, MAX_NESTED_PAGE)
        return await context.loaders.second_degree_page.load(SecondDegreeKey(parent, request, min_shared, since))
    request = page_request(list_.name, researcher.COLLABORATION_ORDER, arguments, MAX_NESTED_PAGE)
    key = ListKey(list_, parent, request, (("minShared", min_shared), ("since", since)))
    page: Page[researcher.CollaborationEdge] = await context.loaders.page_by_parent.load(key)
    return TruncatedPage(page.edges, page.total_count, page.has_next_page, page.has_previous_page, truncated=[])


async def through(context: RequestContext, edge: researcher.CollaborationEdge, first: int) -> list[ResearcherRecord]:
    """Return the first collaborators in common by which two people are linked who are no collaborators.

    Raises `BadBoundError`.
    """
    if not 1 <= first <= NAMED:
        raise BadBoundError(f"`first` may be 1 to {NAMED}, not {first}.")
    return await related(context, ResearcherRecord, "Researcher", edge.through_ids[:first])
