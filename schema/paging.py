"""What all connections share: page arguments, page info, the bases of edges and connections."""

from typing import Annotated

import strawberry

First = Annotated[
    int | None,
    strawberry.argument(
        description="Rows wanted from the start of the list, or after `after`: 0 to 100, lists of the root 0 to 1,000. "
        "20 if neither `first` nor `last` is given."
    ),
]
After = Annotated[str | None, strawberry.argument(description="Cursor of the row that the page begins after.")]
Last = Annotated[
    int | None,
    strawberry.argument(description="Rows wanted from the end of the list, or before `before`; bounded as `first` is."),
]
Before = Annotated[str | None, strawberry.argument(description="Cursor of the row that the page ends before.")]


@strawberry.type(description="Where a page lies in its list.")
class PageInfo:
    """See the Relay specification of connections."""

    has_next_page: bool = strawberry.field(description="Rows follow the page.")
    has_previous_page: bool = strawberry.field(description="Rows precede the page.")
    start_cursor: str | None = strawberry.field(description="Cursor of the page's first row; null for an empty page.")
    end_cursor: str | None = strawberry.field(description="Cursor of the page's last row; null for an empty page.")


@strawberry.type
class ListEdge:
    """Base of all edges."""

    cursor: str = strawberry.field(
        description="The place of this row: pass it as `after` or `before` of the same field in the same order."
    )


@strawberry.type
class ListConnection:
    """Base of all connections."""

    page_info: PageInfo = strawberry.field(description="Where the page lies in the list.")
    total_count: int = strawberry.field(description="Rows of the whole list, whatever the page.")
