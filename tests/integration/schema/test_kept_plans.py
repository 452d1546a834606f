"""Neo4j keeps the plan of a query by its text and the types of its parameters: whoever is asked about, both stay."""

from typing import Any

import pytest
import strawberry

from benchmarks.queries.cases import CASES, Case
from benchmarks.queries.floor import HearingGraph
from graphdb.driver import open_async_driver
from graphdb.endpoint import Endpoint
from resolvers.context import RequestContext
from tests.integration.schema.small_graph import SmallGraph

Plans = set[tuple[str, Any]]


def types_of(value: Any) -> Any:
    """Return a parameter with the types in the place of its values, as Neo4j tells parameters apart."""
    if isinstance(value, dict):
        return tuple(sorted((name, types_of(part)) for name, part in value.items()))
    return type(value).__name__


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])
async def test_a_question_about_others_needs_no_other_plans(
    case: Case, schema: strawberry.Schema, endpoint: Endpoint, small_graph: SmallGraph
) -> None:
    async def plans(one: int, other: int) -> Plans:
        rows = small_graph.topics if case.variables == "hub topic" else small_graph.researchers
        given = {"id": rows[one]["id"], "slug": rows[one]["slug"], "far": rows[other]["id"]}
        given |= {"text": rows[one]["name"], "prefix": rows[one]["name"][:2]}
        asked = {name: value for name, value in given.items() if f"${name}" in case.ours}
        async with open_async_driver(endpoint) as driver:
            graph = HearingGraph(driver, endpoint.database)
            result = await schema.execute(case.ours, asked, RequestContext(graph))
        assert not result.errors
        return {(text, types_of(parameters)) for text, parameters in graph.asked}

    assert await plans(0, 1) == await plans(1, 2)
