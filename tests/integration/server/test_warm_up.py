"""What the server asks itself before it says that it is ready."""

import gc

import pytest
from structlog.testing import capture_logs

from graphdb.endpoint import Endpoint
from graphdb.graph import Graph, cypher_calls
from graphdb.look_alikes.read import LOOK_ALIKES
from graphdb.research_graph.bridge import BRIDGE
from graphdb.research_graph.shortest_paths import SHORTEST_PATHS
from graphdb.second_degree import second_degree_cypher
from resolvers.context import RequestContext
from schema.build import build_schema
from server.warm_up import WARM_UP, warm_up


@pytest.mark.usefixtures("server_url")
async def test_all_of_it_is_answered_and_plans_what_takes_long_to_plan(endpoint: Endpoint) -> None:
    schema = build_schema()
    calls: list[str] = []
    token = cypher_calls.set(calls)
    try:
        async with Graph.open(endpoint, timeout=60) as graph:
            for text in WARM_UP:
                result = await schema.execute(text, context_value=RequestContext(graph))
                assert result.errors is None
    finally:
        cypher_calls.reset(token)
    slow_to_plan = {SHORTEST_PATHS, BRIDGE, LOOK_ALIKES, second_degree_cypher(backward=False, started=False)}
    assert slow_to_plan <= set(calls)


@pytest.mark.usefixtures("server_url")
async def test_the_pages_questions_are_answered_with_the_demos_first_entities(endpoint: Endpoint) -> None:
    calls: list[str] = []
    token = cypher_calls.set(calls)
    try:
        with capture_logs() as log:
            async with Graph.open(endpoint, timeout=60) as graph:
                await warm_up(build_schema(), graph)
    finally:
        cypher_calls.reset(token)
        gc.unfreeze()
    assert [(entry["event"], entry["errors"]) for entry in log] == [("warmed_up", 0)]
    # Visitors come by slugs.
    assert any("slug" in call and "Researcher" in call for call in calls)
