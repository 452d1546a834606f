"""The text that finds what joins two sets: one for all requests, with the parameters that it reads."""

import re

from graphdb.research_graph.bridge import BRIDGE, _parameters, bridge_request
from graphdb.research_graph.records import EdgeKind


def test_a_request_gives_the_text_the_parameters_that_it_reads_and_no_others() -> None:
    request = bridge_request(["r_" + "a" * 16], ["w_" + "b" * 16], 1)
    assert set(re.findall(r"\$(\w+)", BRIDGE)) == {"bridge"}
    assert _parameters(request).keys() == set(re.findall(r"\$bridge\.(\w+)", BRIDGE))


def test_every_kind_of_edge_joins() -> None:
    followed = [frozenset(kinds.split("|")) for kinds in re.findall(r"(?<!<)-\[e?:(\w+\|[A-Z_|]+)\]-(?!>)", BRIDGE)]
    assert followed == [frozenset(EdgeKind)] * 4
