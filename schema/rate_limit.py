"""What the caller may still ask for."""

from typing import cast

import strawberry

from schema.fields import field
from schema.node import Info


@strawberry.type(description="What may be asked for from one address: an allowance of rows that fills within a minute.")
class RateLimit:
    """Read from a `RateLimitRecord`."""

    limit: int = strawberry.field(description="Rows of a full allowance, as many as may be asked for in a minute.")
    cost: int = strawberry.field(
        description="Rows that this request takes of it: those that it may return, or 100 if they are fewer."
    )
    remaining: int = strawberry.field(description="Rows left.")
    reset_at: str = strawberry.field(
        description="When the allowance is full again if nothing more is asked: ISO 8601 date-time in UTC."
    )


@strawberry.type
class RateLimitQuery:
    """Root fields."""

    @field("What the caller may still ask for; null where nothing is limited.")
    def rate_limit(self, info: Info) -> RateLimit | None:
        context = info.context
        return cast("RateLimit", context.allowance.state(context.cost)) if context.allowance else None
