"""Entities by what is written of them."""

from typing import Annotated, cast

import strawberry

from graphdb.keyset import PageArguments
from graphdb.research_graph.records import EntityKind
from graphdb.search import TextField
from resolvers import search as resolve
from schema.fields import field
from schema.node import Info, Node
from schema.paging import After, ListConnection, ListEdge

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


strawberry.enum(
    TextField,
    name="TextField",
    description="What was matched: the name of a person, topic, institution or source; the title, the abstract, the "
    "name of an author or the venue of a work.",
)


@strawberry.type(description="A text of a thing that was found, where it answers to the query.")
class Highlight:
    """Read from a `graphdb.search.Highlight`."""

    field: TextField = strawberry.field(description="Which of its texts.")
    parts: list[TextPart] = strawberry.field(
        description="The text in pieces; of an abstract the passage with the most matches."
    )


@strawberry.type(description="A thing that was found.")
class SearchEdge(ListEdge):
    """Read from a `graphdb.search.SearchEdge`."""

    node: Node = strawberry.field(description="The thing.")
    score: float = strawberry.field(
        description="What the order goes by: Lucene's score for the text, times 1 + 0.5 log10(1 + citations + works)."
    )
    highlights: list[Highlight] = strawberry.field(description="Its texts that answer to the query.")


@strawberry.type(description="A page of what was found, the best first.")
class SearchConnection(ListConnection):
    """Read from a `SearchPage`."""

    edges: list[SearchEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[Node] = strawberry.field(description="The things of the page.")
    total_count_is_exact: bool = strawberry.field(
        description="Otherwise more was found than can be paged through: the best 10,000 of each index are kept."
    )


@strawberry.type
class SearchQuery:
    """Root fields."""

    @field(
        "What answers to a query, of any kind: the best first, then by id. All words must occur; "
        '"a phrase", prefix*, fuzzy~, field:word, -without and a OR b are understood. While an import writes, '
        "ranks move; a page within ten minutes of the one before holds nothing that was given already, and nothing "
        "is passed over."
    )
    async def search(
        self,
        info: Info,
        query: Annotated[
            str,
            strawberry.argument(
                description="Any text, 1,000 characters and 64 words at most. Fields are `title`, `abstract`, "
                "`author` or `name`, and `venue`."
            ),
        ],
        kinds: Kinds = None,
        first: Annotated[int | None, strawberry.argument(description="Rows wanted, 0 to 100; 20 if null.")] = None,
        after: After = None,
    ) -> SearchConnection | None:
        page = await resolve.search(info.context, query, kinds, PageArguments(first=first, after=after))
        return cast("SearchConnection", cast("object", page))

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
