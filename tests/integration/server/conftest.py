"""An application with fields that the product's schema must not have: slow ones, broken ones."""

import asyncio
import threading
import time
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, LiteralString

import httpx
import pytest
import strawberry
import uvicorn
from aiodataloader import DataLoader
from starlette.applications import Starlette
from strawberry.types import Info

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from resolvers.context import RequestContext
from schema.build import CodedSchema
from server.app import create_app
from server.graphql_request import MAX_BODY_BYTES
from server.listener import listen
from server.log_setup import configure_logging
from server.settings import ServerSettings
from server.warm_up import WARM_UP_SECONDS

SLOW: LiteralString = """
// a query that takes a minute
UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b
WITH a * b AS c
RETURN sum(c)
"""
PAGES_NOT_BUILT = Path("/nowhere")

Serve = Callable[[Starlette], AbstractContextManager[str]]


@strawberry.type
class Query:
    @strawberry.field
    def hello(self, name: str = "you") -> str | None:
        return f"Hello {name}"

    @strawberry.field
    async def one(self, info: Info[RequestContext, None]) -> int | None:
        [[value]] = await info.context.graph.read("RETURN 1")
        return int(value)

    @strawberry.field
    async def slow(self, info: Info[RequestContext, None]) -> int | None:
        [[value]] = await info.context.graph.read(SLOW)
        return int(value)

    @strawberry.field
    async def slow_by_a_loader(self, info: Info[RequestContext, None]) -> int | None:
        async def batch(keys: list[int]) -> list[int]:
            [[value]] = await info.context.graph.read(SLOW)
            return [value] * len(keys)

        loader: DataLoader[int, int] = DataLoader(batch)
        return await loader.load(1)

    @strawberry.field
    async def sleep(self) -> int | None:
        await asyncio.sleep(60)
        return 60

    @strawberry.field
    def broken(self) -> int | None:
        raise ValueError("the password is swordfish")


@strawberry.type
class Mutation:
    @strawberry.mutation
    def change(self) -> bool:
        return True


@strawberry.type
class Subscription:
    @strawberry.subscription
    async def count(self, to: int, pause: float = 0) -> AsyncGenerator[int, None]:
        for number in range(1, to + 1):
            await asyncio.sleep(pause)
            yield number

    @strawberry.subscription
    async def slow(self, info: Info[RequestContext, None]) -> AsyncGenerator[int, None]:
        yield 0
        [[value]] = await info.context.graph.read(SLOW)
        yield int(value)

    @strawberry.subscription
    async def broken(self) -> AsyncGenerator[int, None]:
        yield 0
        raise ValueError("the password is swordfish")


@contextmanager
def _serve(app: Starlette) -> Iterator[str]:
    listener = listen("127.0.0.1", 0)
    config = uvicorn.Config(
        app,
        http="httptools",
        ws="websockets-sansio",
        ws_max_size=MAX_BODY_BYTES,
        lifespan="on",
        log_config=None,
        access_log=False,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        # It waits for its own answers first.
        deadline = time.monotonic() + WARM_UP_SECONDS + 30
        while not server.started:
            assert thread.is_alive()
            assert time.monotonic() < deadline
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(30)
        listener.close()


@pytest.fixture(scope="session")
def serve() -> Serve:
    """Serves an application over HTTP for the time of a block and gives its address."""
    return _serve


@pytest.fixture(scope="session")
def tiny_schema() -> strawberry.Schema:
    return CodedSchema(Query, Mutation, Subscription)


App = Callable[..., AbstractContextManager[str]]


@pytest.fixture
def app(endpoint: Endpoint, serve: Serve) -> App:
    """Serves a schema on the real Neo4j under settings of the test's own, for the time of a block."""

    def build(schema: strawberry.Schema, **settings: Any) -> AbstractContextManager[str]:
        # Nothing is kept: what an application does is asked again and again.
        chosen = ServerSettings(**{"response_cache_mb": 0, **settings})
        return serve(create_app(chosen, endpoint, schema, PAGES_NOT_BUILT))

    return build


def _running(endpoint: Endpoint) -> int:
    find = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'takes a' + ' minute' RETURN currentQuery"
    with open_driver(endpoint) as driver:
        return len(driver.execute_query(find).records)


@pytest.fixture
def slow_queries(endpoint: Endpoint) -> Callable[[int], None]:
    """Waits until so many of the slow queries run in Neo4j."""

    def wait_for(number: int) -> None:
        deadline = time.monotonic() + 10
        while _running(endpoint) != number:
            assert time.monotonic() < deadline
            time.sleep(0.05)

    return wait_for


@pytest.fixture(scope="module")
def tiny(endpoint: Endpoint, tiny_schema: strawberry.Schema) -> Iterator[httpx.Client]:
    """A client of the tiny schema on the real Neo4j; a request may take two seconds."""
    configure_logging("console", "info")
    app = create_app(ServerSettings(request_timeout=2, response_cache_mb=0), endpoint, tiny_schema, PAGES_NOT_BUILT)
    with _serve(app) as url, httpx.Client(base_url=url, timeout=30) as client:
        yield client
