"""Lists that hang on an entity."""

from typing import TypeVar

from graphdb import researcher
from graphdb.keyset import MAX_NESTED_PAGE, BadBoundError, Order, PageArguments, page_request
from graphdb.lists import ListKey, NestedList
from graphdb.pages import Edge, Page
from resolvers.context import RequestContext

E = TypeVar("E", bound=Edge[object])


async def nested(
    context: RequestContext, list_: NestedList[E], parent: str, order: Order, arguments: PageArguments
) -> Page[E]:
    """Return a page of the list of the entity `parent`; raises `BadBoundError` and `BadCursorError`."""
    request = page_request(list_.name, order, arguments, MAX_NESTED_PAGE)
    page: Page[E] = await context.loaders.page_by_parent.load(ListKey(list_, parent, request))
    return page


async def collaborators(
    context: RequestContext, parent: str, min_shared: int, since: int | None, arguments: PageArguments
) -> Page[researcher.CollaborationEdge]:
    """Return a page of the people who share `min_shared` works or more with a researcher, the last in `since` or later.

    Raises `BadBoundError` and `BadCursorError`.
    """
    if min_shared < 1:
        raise BadBoundError(
            f"`minShared` must be 1 or more, not {min_shared}.", "Collaborators share one work at least."
        )
    list_ = researcher.COLLABORATORS
    request = page_request(list_.name, researcher.COLLABORATION_ORDER, arguments, MAX_NESTED_PAGE)
    key = ListKey(list_, parent, request, (("minShared", min_shared), ("since", since)))
    page: Page[researcher.CollaborationEdge] = await context.loaders.page_by_parent.load(key)
    return page
