"""What the graph says of queries that Neo4j ends, and who watches them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import LiteralString

import pytest

from graphdb.endpoint import Endpoint
from graphdb.graph import Change, Graph, QueryTimeout, QueryTooLarge
from resolvers.errors import OUT_OF_MEMORY, TIMEOUT, code_of

# Texts of 512 characters and more, a gigabyte of them.
LARGE: LiteralString = """
UNWIND range(1, 1000000) AS i
WITH reduce(text = toString(i), doubled IN range(1, 9) | text + text) AS text
RETURN size(collect(text))
"""
SLOW: LiteralString = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a * b AS c RETURN sum(c)"


async def test_a_query_that_needs_too_much_memory_says_so_and_others_go_on(endpoint: Endpoint) -> None:
    async with Graph.open(endpoint, timeout=60) as graph:
        with pytest.raises(QueryTooLarge, match="more memory than the graph database has") as refused:
            await graph.read(LARGE)
        assert code_of(refused.value) is OUT_OF_MEMORY
        assert await graph.read("RETURN 1") == [[1]]


async def test_a_query_that_runs_too_long_is_ended(endpoint: Endpoint) -> None:
    async with Graph.open(endpoint, timeout=0.2) as graph:
        with pytest.raises(QueryTimeout, match="longer than it is allowed") as ended:
            await graph.read(SLOW)
        assert code_of(ended.value) is TIMEOUT


async def test_each_query_is_watched_and_its_rows_are_told_never_its_values(endpoint: Endpoint) -> None:
    seen: list[tuple[str, int | str]] = []

    @contextmanager
    def watch(cypher: str) -> Iterator[Callable[[int], None]]:
        try:
            yield lambda rows: seen.append((cypher, rows))
        except Exception as error:
            seen.append((cypher, type(error).__name__))
            raise

    async def work(change: Change) -> None:
        await change.run("RETURN $value AS changed", value="secret")

    async with Graph.open(endpoint, watch=watch) as graph:
        await graph.read("UNWIND [1, 2] AS n RETURN n, $value", value="secret")
        await graph.write("RETURN $value AS written", value="secret")
        await graph.change(work)
        with pytest.raises(QueryTimeout):
            await graph.with_timeout(0.2).read(SLOW)
    assert seen == [
        ("UNWIND [1, 2] AS n RETURN n, $value", 2),
        ("RETURN $value AS written", 1),
        ("RETURN $value AS changed", 1),
        (SLOW, "QueryTimeout"),
    ]
