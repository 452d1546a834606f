"""Lists that hang on an entity."""

from dataclasses import dataclass, replace
from typing import Any, TypeVar

from graphdb import researcher
from graphdb.extent import Extent
from graphdb.filters.compile import Filter, compile_filter
from graphdb.filters.conditions import Where
from graphdb.keyset import MAX_NESTED_PAGE, BadBoundError, Order, PageArguments, PageRequest, page_request
from graphdb.lists import ListKey
from graphdb.nested_list import NestedList
from graphdb.orders import RELEVANCE
from graphdb.pages import Edge, Page, TruncatedPage
from graphdb.records import EntityRecord
from graphdb.second_degree import SECOND_DEGREE_ORDER, SecondDegreeKey
from graphdb.selection import ALL, ListSelection, PageKey
from resolvers.context import RequestContext

E = TypeVar("E", bound=Edge[object])


@dataclass(frozen=True, slots=True)
class Listing:
    """What a caller asks of a list."""

    order: Order
    arguments: PageArguments
    where: Where | None = None
    """What rows must fulfil; None: nothing."""
    selected: ListSelection = ALL
    """What is read of the page."""

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
    parent: EntityRecord,
    listing: Listing,
    arguments: tuple[tuple[str, int | None], ...] = (),
) -> Page[E]:
    """Return a page of the list of the entity `parent`; raises `BadBoundError`, `BadCursorError` and `BadIdError`.

    `arguments` are what the list's condition reads. A page that was read with its entity is there.
    """
    filter_ = listing.filter(list_.listed)
    request = listing.page(list_.name, filter_, MAX_NESTED_PAGE)
    page: Page[E] | None = None
    if parent.along is not None and filter_ is None and not arguments:
        page = parent.along.get(PageKey(list_, request))
    if page is None:
        key: ListKey[Any] = ListKey(list_, parent.id, request, arguments, filter_, listing.selected)
        page = await context.loaders.page_by_parent.load(key)
    return replace(page, extent=Extent(list_, parent.id, filter_)) if list_.listed == "Work" else page


async def collaborators(
    context: RequestContext, parent: EntityRecord, listing: Listing, *, min_shared: int, since: int | None, degree: int
) -> TruncatedPage[researcher.CollaborationEdge]:
    """Return a page of the people who share `min_shared` works or more with a researcher, the last in `since` or later.

    With a `degree` of 2, of the people who share as much with one of these, and are no collaborators of the researcher.
    Raises `BadBoundError`, `BadCursorError` and `BadIdError`.
    """
    if min_shared < 1:
        raise BadBoundError(
            f"`minShared` must be 1 or more, not {min_shared}.", "Collaborators share one work at least."
        )
    if degree not in {1, 2}:
        raise BadBoundError(
            f"`degree` may be 1 or 2, not {degree}.", "`pathsBetween` finds how people are linked who are further away."
        )
    if degree == 2:
        if listing.where:
            raise BadBoundError("`filter` goes with a `degree` of 1.", "Leave one of them out.")
        request = page_request(researcher.COLLABORATORS.name, SECOND_DEGREE_ORDER, listing.arguments, MAX_NESTED_PAGE)
        return await context.loaders.second_degree_page.load(SecondDegreeKey(parent.id, request, min_shared, since))
    if min_shared == 1 and since is None:
        page: Page[Any] = await nested(context, researcher.COLLABORATORS, parent, listing)
    else:
        arguments = (("minShared", min_shared), ("since", since))
        page = await nested(context, researcher.CLOSE_COLLABORATORS, parent, listing, arguments)
    return TruncatedPage(page.edges, page.total_count, page.has_next_page, page.has_previous_page, truncated=[])
