"""The text that finds paths: one for all requests, with the parameters that it reads."""

import re

from graphdb.research_graph.records import EdgeKind
from graphdb.research_graph.shortest_paths import SHORTEST_PATHS, _parameters, path_request


def test_a_request_gives_the_text_the_parameters_that_it_reads_and_no_others() -> None:
    request = path_request("r_" + "a" * 16, "w_" + "b" * 16, via=[EdgeKind.CITES], max_length=2, limit=1)
    assert set(re.findall(r"\$(\w+)", SHORTEST_PATHS)) == {"path"}
    assert _parameters(request).keys() == set(re.findall(r"\$path\.(\w+)", SHORTEST_PATHS))


def test_every_kind_of_edge_can_be_followed() -> None:
    followed = {frozenset(kinds.split("|")) for kinds in re.findall(r"-\[[ef]:([A-Z_|]+)", SHORTEST_PATHS)}
    assert followed == {frozenset(EdgeKind)}


def test_paths_of_three_and_more_steps_are_joined_in_the_middle() -> None:
    halves = re.findall(r"\]-\{(\d)\}\(middle\)", SHORTEST_PATHS)
    assert halves == ["2", "1", "2", "2", "3", "2", "3", "3", "2", "4"]
    assert SHORTEST_PATHS.count("USING JOIN ON middle") == 5
