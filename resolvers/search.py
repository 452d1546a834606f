"""Entities by what is written of them."""

from collections.abc import Sequence

from graphdb import search as graph_search
from graphdb.keyset import BadBoundError, PageArguments
from graphdb.research_graph.records import EntityKind
from graphdb.search import SearchPage
from graphdb.suggestions import SuggestionRecord, suggestions
from resolvers.context import RequestContext

MAX_SUGGESTIONS = 50


async def suggest(
    context: RequestContext, prefix: str, kinds: Sequence[EntityKind] | None, limit: int
) -> list[SuggestionRecord]:
    """Return entities that somebody who has typed `prefix` may mean, of all kinds if `kinds` is None.

    Raises `BadBoundError`.
    """
    if not 1 <= limit <= MAX_SUGGESTIONS:
        raise BadBoundError(f"`limit` must be from 1 to {MAX_SUGGESTIONS}, not {limit}.", "Use `search` for more.")
    return await suggestions(context.graph, prefix, frozenset(EntityKind if kinds is None else kinds), limit)


async def search(
    context: RequestContext, query: str, kinds: Sequence[EntityKind] | None, arguments: PageArguments
) -> SearchPage:
    """Return a page of what answers to `query`, of all kinds if `kinds` is None.

    Raises `BadBoundError` and `BadCursorError`.
    """
    wanted = frozenset(EntityKind if kinds is None else kinds)
    return await graph_search.search(context.graph, context.trails, query, wanted, arguments)
