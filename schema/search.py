"""Entities by what is written of them."""

from typing import Annotated, cast

import strawberry

from graphdb.research_graph.records import EntityKind
from resolvers import search as resolve
from schema.fields import field
from schema.node import Info, Node

Kinds = Annotated[
    list[EntityKind] | None, strawberry.argument(description="Kinds of entity to look among; all if null.")
]


@strawberry.type(description="A piece of a text. All pieces together are the text.")
class TextPart:
    """Read from a `graphdb.fulltext.highlight.TextPart`."""

    text: str = strawberry.field(description="Plain text.")
    is_match: bool = strawberry.field(description="It answers to what is looked for.")


@strawberry.type(description="An entity whose name or title has the words that were typed.")
class Suggestion:
    """Read from a `SuggestionRecord`."""

    id: strawberry.ID = strawberry.field(description="Global id of the entity.")
    kind: EntityKind = strawberry.field(description="What it is.")
    label: str = strawberry.field(description="Its name or title.")
    subtitle: str | None = strawberry.field(description="A few words that tell it from others of the same label.")
    parts: list[TextPart] = strawberry.field(
        description="The label in pieces; none is a match where a name was found that the label does not show."
    )
    entity: Node = strawberry.field(description="The entity itself.")


@strawberry.type
class SearchQuery:
    """Root fields."""

    @field(
        "What somebody who is typing a name or title may mean. All words must occur in it, in any order and with or "
        "without diacritics; the last may be unfinished. First come those that begin with the text, and those that "
        "are cited and written about most."
    )
    async def suggest(
        self,
        info: Info,
        prefix: Annotated[str, strawberry.argument(description="What was typed, 1,000 characters at most.")],
        kinds: Kinds = None,
        limit: Annotated[int, strawberry.argument(description="Suggestions at most, 1 to 50.")] = 8,
    ) -> list[Suggestion] | None:
        found = await resolve.suggest(info.context, prefix, kinds, limit)
        return cast("list[Suggestion]", cast("object", found))
