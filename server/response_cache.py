"""Answers to strangers, kept for as long as the graph is what they were read from.

Everybody who is not signed in is answered alike. An answer is found by what was asked and by the version of the graph,
which is another after every change: each second the version is read anew, and changes of this process count at once.
See docs/adr/0019-response-cache.md.
"""

import asyncio
from typing import Any, NamedTuple

import orjson
from cachetools import TTLCache

from graphdb.errors import GraphError
from graphdb.graph import Graph
from server.graphql_request import GraphQLRequest
from server.metrics import KEPT_ANSWERS

POLL_SECONDS = 1.0
"""How long what others changed may go unnoticed."""
MAX_AGE_SECONDS = 30.0
"""So old an answer may be at most: full-text indexes follow a change after a while, and some fields tell the time."""
LARGEST_PART = 16
"""No answer may take more than this part of the room."""

_NEVER_KEPT = ("mutation", "subscription", "rateLimit")
"""Documents with one of these words in it, wherever it stands, do something or tell of the one who asks."""


class Key(NamedTuple):
    """What an answer depends on."""

    version: str
    changes: int
    site: str
    query: str
    operation_name: str | None
    variables: bytes


class ResponseCache:
    """Kept answers, the least recently used of which make room: `megabytes` of them at most, none where it is 0."""

    def __init__(self, graph: Graph, megabytes: int) -> None:
        self._graph = graph
        self._room = megabytes * 1024 * 1024
        self._answers: TTLCache[Key, bytes] = TTLCache(self._room, MAX_AGE_SECONDS, getsizeof=len)
        self._version: str | None = None

    async def watch(self) -> None:
        """Follow the version of the graph until cancelled."""
        while self._room > 0:
            await self.look()
            await asyncio.sleep(POLL_SECONDS)

    async def look(self) -> None:
        """Read the version of the graph; while it cannot be read, nothing is kept."""
        try:
            self._version = await self._graph.version()
        except GraphError:
            self._version = None

    def key(self, asked: GraphQLRequest, site: str) -> Key | None:
        """Return where the answer to a stranger who asks at `site` is found; None where it is not kept.

        It names the version before the answer is read: what is read while the graph changes is not found afterwards.
        """
        if self._version is None or any(word in asked.query for word in _NEVER_KEPT):
            return None
        variables = orjson.dumps(asked.variables, option=orjson.OPT_SORT_KEYS)
        return Key(self._version, self._graph.changes, site, asked.query, asked.operation_name, variables)

    def get(self, key: Key) -> bytes | None:
        """Return the body of the answer, if it was kept."""
        answer: bytes | None = self._answers.get(key)
        KEPT_ANSWERS.labels("found" if answer is not None else "read").inc()
        return answer

    def keep(self, key: Key, payload: dict[str, Any], body: bytes) -> None:
        """Keep an answer, unless it tells of an error or is very long."""
        if "errors" not in payload and len(body) <= self._room // LARGEST_PART:
            self._answers[key] = body
