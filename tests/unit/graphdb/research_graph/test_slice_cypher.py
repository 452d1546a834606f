"""The exact text of the traversal: all slices share it, so that Neo4j plans it once."""

import re
from pathlib import Path

import pytest

from graphdb.keyset import BadBoundError
from graphdb.research_graph.paths import PATHS, PATHS_FROM
from graphdb.research_graph.records import EdgeKind, EntityKind
from graphdb.research_graph.request import SliceRequest, slice_request, steps_allowed
from graphdb.research_graph.traversal import SLICE, _parameters

SEED = "r_" + "a" * 16
REQUESTS = [
    slice_request([SEED]),
    slice_request(
        [SEED, "w_" + "b" * 16],
        depth=3,
        kinds=[EntityKind.WORK],
        edges=[EdgeKind.CITES],
        per_kind=50,
        first_year=2000,
        last_year=2020,
        exclude=["t_" + "c" * 16],
    ),
]


def test_the_text_is_the_one_that_was_read_and_agreed_on() -> None:
    assert Path(__file__).with_name("slice.txt").read_text() == SLICE


@pytest.mark.parametrize("request_", REQUESTS, ids=["defaults", "everything"])
def test_every_request_gives_the_text_the_parameters_that_it_reads_and_no_others(request_: SliceRequest) -> None:
    assert set(re.findall(r"\$(\w+)", SLICE)) == {"slice"}
    read = set(re.findall(r"\$slice\.(\w+)", SLICE))
    assert _parameters(request_).keys() == read


def test_a_step_is_limited_before_its_neighbours_are_followed() -> None:
    orders = re.findall(r" ORDER BY ([^\n]*) LIMIT \$slice\.perKind\n      RETURN far\n    \}", SLICE)
    assert len(orders) == 9
    assert all(order.endswith(", far.id") for order in orders)


def test_every_path_is_a_step_and_has_a_degree() -> None:
    for path in PATHS:
        assert len(re.findall(rf"\$slice\.{path.name}\b", SLICE)) == 1
        assert path.degree in SLICE
    assert sum(len(paths) for paths in PATHS_FROM.values()) == len(PATHS)


def test_a_step_is_taken_if_both_its_edge_and_the_kind_at_its_end_are_wanted() -> None:
    request = slice_request([SEED], kinds=[EntityKind.WORK], edges=[EdgeKind.AUTHORED, EdgeKind.PUBLISHED_IN])
    assert {name for name, allowed in steps_allowed(request).items() if allowed} == {"worksOfAuthor", "worksOfSource"}


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ({"depth": 0}, "`depth` may be 1 to 3, not 0"),
        ({"depth": 4}, "`depth` may be 1 to 3, not 4"),
        ({"per_kind": 51}, "`perKind` may be 1 to 50, not 51"),
        ({"first_year": 2021, "last_year": 2020}, "`years` begins in 2021"),
        ({"exclude": [SEED] * 1001}, "`exclude` may hold 1000 ids, not 1001"),
    ],
)
def test_an_argument_over_its_bound_is_named(arguments: dict[str, object], named: str) -> None:
    with pytest.raises(BadBoundError, match=named):
        slice_request([SEED], **arguments)  # type: ignore[arg-type]


def test_the_id_of_a_slice_depends_on_every_argument_and_not_on_the_order_of_lists() -> None:
    one, other = REQUESTS
    assert one.id_with(["a", "b"]) == one.id_with(["b", "a"])
    assert len({one.id_with(["a"]), one.id_with(["b"]), other.id_with(["a"])}) == 3
