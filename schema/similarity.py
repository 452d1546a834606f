"""Ways in which works are alike."""

from typing import Annotated

import strawberry

from graphdb.related_works.relations import Similarity

strawberry.enum(
    Similarity,
    description="A way in which works are alike: the same works cite them; they cite the same works; they have topics, "
    "or authors, in common.",
)

Methods = Annotated[
    list[Similarity] | None, strawberry.argument(description="Ways of being alike that count; all of them if null.")
]
