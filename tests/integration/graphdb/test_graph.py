"""What the graph says of queries that Neo4j ends."""

from typing import LiteralString

import pytest

from graphdb.endpoint import Endpoint
from graphdb.graph import Graph, QueryTimeout, QueryTooLarge
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
