"""Which errors of the driver say that Neo4j is away."""

from typing import Any, cast

import pytest
from neo4j.exceptions import ResultNotSingleError, ServiceUnavailable

from graphdb.graph import GraphUnavailable, domain_errors


def test_a_fault_of_ours_is_not_taken_for_a_neo4j_that_is_away() -> None:
    with pytest.raises(ResultNotSingleError), domain_errors():
        raise ResultNotSingleError(cast("Any", None), "No records found.")
    with pytest.raises(GraphUnavailable), domain_errors():
        raise ServiceUnavailable("Nobody listens.")
