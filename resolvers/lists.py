"""Lists that hang on an entity."""

from dataclasses import dataclass, replace
from typing import Any, TypeVar

from graphdb import researcher
from graphdb.extent import Extent
from graphdb.filters.compile import Filter, compile_filter
from graphdb.filters.conditions import Where
from graphdb.keyset import MAX_NESTED_PAGE, BadBoundError, Order, PageArguments, PageRequest, page_request
from graphdb.lists import ListKey, NestedList
from graphdb.orders import RELEVANCE
from graphdb.pages import Edge, Page
from resolvers.context import RequestContext

E = TypeVar("E", bound=Edge[object])


@dataclass(frozen=True, slots=True)
class Listing:
    """What a caller asks of a list."""

    order: Order
    arguments: PageArguments
    where: Where | None = None
    """What rows must fulfil; None: nothing."""
    counted: bool = True
    """The rows of the whole list are wanted as a number; without a filter it costs nothing."""

    def filter(self, label: str) -> Filter | None:
        """Return the filter of a list of `label`; raises `BadBoundError` and `BadIdError`.

        An order by relevance is refused where no words say to what.
        """
        found = compile_filter(label, self.where) if self.where else None
        if self.order.keys[0].expression == RELEVANCE and (found is None or not found.shape.text_index):
            raise BadBoundError(
                "`orderBy: RELEVANCE` goes with `text` in the filter.", "Say to what words, or order by another field."
            )
        return found

    def page(self, list_name: str, filter_: Filter | None, max_size: int) -> PageRequest:
        """Return the page that is wanted; raises `BadBoundError` and `BadCursorError`.

        Cursors belong to the filter as they do to the list and the order.
        """
        name = f"{list_name} {filter_.digest}" if filter_ else list_name
        return page_request(name, self.order, self.arguments, max_size)


async def nested(
    context: RequestContext,
    list_: NestedList[E],
    parent: str,
    listing: Listing,
    arguments: tuple[tuple[str, int | None], ...] = (),
) -> Page[E]:
    """Return a page of the list of the entity `parent`; raises `BadBoundError`, `BadCursorError` and `BadIdError`.

    `arguments` are what the list's condition reads.
    """
    filter_ = listing.filter(list_.listed)
    request = listing.page(list_.name, filter_, MAX_NESTED_PAGE)
    key: ListKey[Any] = ListKey(list_, parent, request, arguments, filter_, listing.counted or filter_ is None)
    page: Page[E] = await context.loaders.page_by_parent.load(key)
    return replace(page, extent=Extent(list_, parent, filter_)) if list_.listed == "Work" else page


async def collaborators(
    context: RequestContext, parent: str, min_shared: int, since: int | None, listing: Listing
) -> Page[researcher.CollaborationEdge]:
    """Return a page of the people who share `min_shared` works or more with a researcher, the last in `since` or later.

    Raises `BadBoundError`, `BadCursorError` and `BadIdError`.
    """
    if min_shared < 1:
        raise BadBoundError(
            f"`minShared` must be 1 or more, not {min_shared}.", "Collaborators share one work at least."
        )
    arguments = (("minShared", min_shared), ("since", since))
    return await nested(context, researcher.COLLABORATORS, parent, listing, arguments)
