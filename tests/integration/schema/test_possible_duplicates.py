"""Records that may be of the same person, as the API gives them."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask

TEXT = """query($slug: String!, $first: Int! = 10) { researcher(by: {slug: $slug}) { possibleDuplicates(first: $first) {
  score researcher { slug } evidence { kind count } } } }"""


async def test_records_whose_names_fit_are_listed_with_what_speaks_for_them(ask: "Ask", look_alikes: None) -> None:
    answer = await ask(TEXT, slug="alike-0")
    assert answer.errors == []
    found = [
        (each["researcher"]["slug"], each["score"], {e["kind"]: e["count"] for e in each["evidence"]})
        for each in answer.data["researcher"]["possibleDuplicates"]
    ]
    # Zelda is another name, and whoever wrote a work together with her is another person.
    assert found == [
        (
            "alike-1",
            0.45,
            {"FITTING_NAME": 1, "SHARED_COLLABORATORS": 1, "SHARED_INSTITUTIONS": 1, "SHARED_TOPICS": 1},
        ),
        ("alike-5", 0.2, {"FITTING_NAME": 1}),
        ("alike-2", 0.04, {"SAME_NAME": 1, "DIFFERENT_ORCIDS": 1}),
    ]
    assert len(answer.calls) == 2


async def test_those_of_many_people_are_read_together_and_few_are_given_where_few_are_wanted(
    ask: "Ask", look_alikes: None
) -> None:
    both = await ask(
        """{ a: researcher(by: {slug: "alike-0"}) { possibleDuplicates(first: 1) { researcher { slug } } }
             b: researcher(by: {slug: "alike-3"}) { possibleDuplicates { researcher { slug } } } }"""
    )
    assert both.errors == []
    assert len(both.calls) == 2
    assert [each["researcher"]["slug"] for each in both.data["a"]["possibleDuplicates"]] == ["alike-1"]
    # An initial fits many names.
    assert [each["researcher"]["slug"] for each in both.data["b"]["possibleDuplicates"]] == ["alike-1"]


@pytest.mark.parametrize("first", [0, -1, 51])
async def test_a_number_out_of_bounds_is_refused(ask: "Ask", look_alikes: None, first: int) -> None:
    answer = await ask(TEXT, slug="alike-0", first=first)
    assert answer.codes == ["BAD_BOUND"]
    assert answer.data == {"researcher": {"possibleDuplicates": None}}
