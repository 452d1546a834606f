from typing import Any

import pytest

from schema.build import build_schema
from schema.filters import WorkFilter
from schema.graph_slice import YearRange
from schema.root_arguments import BadArgumentError, root_arguments

SCHEMA = build_schema()


def test_values_become_what_a_resolver_gets_and_what_is_left_out_has_its_default() -> None:
    assert root_arguments(SCHEMA, "researchGraph", {"seeds": ["x"], "years": {"lte": 3}}) == {
        "seeds": ["x"],
        "depth": 1,
        "kinds": None,
        "edges": None,
        "per_kind": 12,
        "years": YearRange(lte=3),
        "exclude": None,
    }
    nested = root_arguments(SCHEMA, "works", {"filter": {"not": {"types": "book"}}})["filter"]
    # GraphQL takes one value for a list of one.
    assert nested == WorkFilter(not_=WorkFilter(types=["book"]))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "`seeds` is missing."),
        ({"seeds": None}, "`seeds`: Expected"),
        ({"seeds": ["x", None]}, "`seeds[1]`: Expected"),
        ({"seeds": [], "kinds": ["BOOK"]}, "`kinds[0]`: Value 'BOOK' does not exist"),
        ({"seeds": [], "years": {"gte": 1.5}}, "`years.gte`: Int cannot represent"),
        ({"seeds": [], "depth": None}, "`depth`: Expected"),
    ],
    ids=str,
)
def test_the_place_of_a_value_that_does_not_fit_is_named(given: dict[str, Any], said: str) -> None:
    with pytest.raises(BadArgumentError) as raised:
        root_arguments(SCHEMA, "researchGraph", given)
    assert raised.value.message.startswith(said)


def test_a_message_does_not_repeat_a_long_value() -> None:
    with pytest.raises(BadArgumentError) as raised:
        root_arguments(SCHEMA, "works", {"filter": "x" * 100_000})
    assert len(raised.value.message) < 400
