from dataclasses import replace
from typing import Any

import pytest

from graphdb.entities import BadIdError
from graphdb.graph_views import GraphViewContent, PinRecord, YearBounds, view_content
from graphdb.keyset import BadBoundError
from graphdb.research_graph.records import EdgeKind, EntityKind
from graphdb.research_graph.request import slice_request

A, B = "w_aaaaaaaaaaaaaaaa", "r_bbbbbbbbbbbbbbbb"


def content(seeds: tuple[str, ...] = (A,), more: dict[str, Any] | None = None, **arguments: Any) -> GraphViewContent:
    return view_content(slice_request(seeds, **arguments), **(more or {}))


def test_the_id_of_a_view_stays_what_it_was_in_earlier_versions() -> None:
    assert content().view_id() == "v_ykrqlsp7igk56wdm"
    pins = [PinRecord(B, 1.5, -2)]
    more = {"layout": "force", "pins": pins, "name": "Ä", "description": "深"}
    assert content((A, B), more, depth=2, first_year=2001, exclude=[A]).view_id() == "v_d6wx267x7vgjofz6"


def test_what_means_the_same_is_the_same_view() -> None:
    pins = [PinRecord(A, 1, 2), PinRecord(B, 3, 4)]
    view = content((A, B), {"pins": pins, "name": "x"}, exclude=[A, B])
    assert view == content(
        (B, A, B),
        {"pins": [PinRecord(B, 0, 0), *reversed(pins)], "name": "  x "},
        kinds=list(EntityKind)[::-1],
        edges=list(EdgeKind),
        exclude=[B, A, A],
    )
    assert content(more={"name": " ", "description": ""}) == content()
    assert content(more={"pins": [PinRecord(A, 0.001, -0.001)]}) == content(more={"pins": [PinRecord(A, 0, 0)]})


@pytest.mark.parametrize(
    ("more", "arguments"),
    [
        ({"name": "x"}, {}),
        ({"description": "x"}, {}),
        ({"layout": "x"}, {}),
        ({"pins": [PinRecord(A, 0, 0)]}, {}),
        ({"pins": [PinRecord(A, 0, 1)]}, {}),
        ({}, {"depth": 2}),
        ({}, {"per_kind": 11}),
        ({}, {"kinds": [EntityKind.WORK]}),
        ({}, {"edges": []}),
        ({}, {"first_year": 2000}),
        ({}, {"last_year": 2000}),
        ({}, {"exclude": [B]}),
        ({}, {"seeds": (A, B)}),
    ],
    ids=str,
)
def test_what_differs_in_anything_is_another_view(more: dict[str, Any], arguments: dict[str, Any]) -> None:
    seeds = arguments.pop("seeds", (A,))
    assert content(seeds, more, **arguments).view_id() != content().view_id()


def test_the_question_of_a_view_is_the_one_that_was_saved() -> None:
    request = slice_request([A, B], depth=3, edges=[EdgeKind.CITES], per_kind=7, last_year=2000, exclude=[B])
    view = view_content(request)
    assert view.request == replace(request, seeds=(B, A))
    assert view.years == YearBounds(None, 2000)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"name": "x" * 201}, "`name` may have 200 characters, not 201"),
        ({"description": "x" * 2001}, "`description` may have 2000"),
        ({"layout": "x" * 41}, "`layout` may have 40"),
        ({"pins": [PinRecord(A, 0, 0)] * 1001}, "`pins` may hold 1000 places, not 1001"),
        ({"pins": [PinRecord(A, 1_000_001, 0)]}, "-1,000,000 to 1,000,000"),
        ({"pins": [PinRecord(A, 0, float("nan"))]}, "coordinate"),
        ({"pins": [PinRecord(A, float("-inf"), 0)]}, "coordinate"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_too_much_is_refused(more: dict[str, Any], said: str) -> None:
    with pytest.raises(BadBoundError, match=said):
        content(more=more)


def test_a_view_has_a_seed_and_pins_have_ids() -> None:
    with pytest.raises(BadBoundError, match="`seeds` may hold 1 to 100 ids, not 0"):
        content(())
    with pytest.raises(BadIdError):
        content(more={"pins": [PinRecord("nobody", 0, 0)]})
