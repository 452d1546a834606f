"""The floor: what the answers cost with Cypher by hand, the bare driver and orjson, without GraphQL and its limits.

    BZPEER_NEO4J_URI=… BZPEER_NEO4J_PASSWORD=… uvicorn --loop uvloop --http httptools benchmarks.queries.floor:app

A case without Cypher of its own sends what our own reading sends, as it was heard once, and gives the rows as they
come.
"""

from collections.abc import Awaitable, Callable
from typing import Any, LiteralString
from urllib.parse import unquote

import orjson
from neo4j import READ_ACCESS, AsyncDriver, Query

from benchmarks.queries.cases import CASES
from graphdb.driver import open_async_driver
from graphdb.endpoint import Endpoint
from graphdb.graph import Graph
from graphdb.settings import GraphSettings
from resolvers.context import RequestContext
from schema.build import build_schema

Asked = tuple[LiteralString, dict[str, Any]]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


class HearingGraph(Graph):
    """Keeps what it is asked."""

    def __init__(self, driver: AsyncDriver, database: str) -> None:
        super().__init__(driver, database, timeout=60)
        self.asked: list[Asked] = []

    async def read(self, cypher: LiteralString, /, **parameters: Any) -> list[list[Any]]:
        """See the base class."""
        self.asked.append((cypher, parameters))
        return await super().read(cypher, **parameters)


class Floor:
    """An ASGI application: `POST /NAME` with the variables of a case as its body."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._schema = build_schema()
        self._heard: dict[tuple[str, bytes], Asked] = {}

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request; see the ASGI specification."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        body = (await receive())["body"]
        name = unquote(scope["path"][1:])
        cypher, parameters = await self._asked(name, body)
        async with self._driver.session(database=self._endpoint.database, default_access_mode=READ_ACCESS) as session:
            result = await session.run(Query(cypher), parameters)
            rows = [values[0] if len(values) == 1 else values for values in await result.values()]
        answer = orjson.dumps({"data": rows})
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(answer)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": answer})

    async def _asked(self, name: str, body: bytes) -> Asked:
        case = next(case for case in CASES if case.name == name)
        if case.floor is not None:
            return case.floor, orjson.loads(body)
        if (name, body) not in self._heard:
            graph = HearingGraph(self._driver, self._endpoint.database)
            await self._schema.execute(case.ours, orjson.loads(body), context_value=RequestContext(graph))
            [self._heard[name, body]] = graph.asked
        return self._heard[name, body]

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        async with open_async_driver(self._endpoint) as self._driver:
            await send({"type": "lifespan.startup.complete"})
            await receive()
        await send({"type": "lifespan.shutdown.complete"})


def app() -> Floor:
    """Make the floor over the store of the settings."""
    settings = GraphSettings()
    if settings.neo4j_uri is None:
        raise SystemExit("BZPEER_NEO4J_URI says where the store is.")
    password = settings.neo4j_password.get_secret_value() if settings.neo4j_password else None
    return Floor(Endpoint(settings.neo4j_uri, settings.neo4j_user, password, settings.neo4j_database))
