"""Which names may be one person's."""

import pytest

from graphdb.look_alikes.names import NameMatch, Names, match_names


@pytest.mark.parametrize(
    ("a", "b", "match"),
    [
        ("Jane Smith", "Jane Q. Smith", NameMatch.SAME),
        ("Müller, Ä.", "A Muller", None),
        ("Jürgen Müller", "Jurgen Muller", NameMatch.SAME),
        ("J. Smith", "J. Smith", NameMatch.SAME_INITIALS),
        ("Plato", "plato", NameMatch.SAME_INITIALS),
        ("J. Smith", "Jane Smith", NameMatch.INITIALS),
        ("Jane Smith", "J. Smith", NameMatch.INITIALS),
        ("Jane Smith", "John Smith", None),
        ("Jane Smith", "K. Smith", None),
        ("Jane Smith", "J. Smythe", None),
        ("Plato", "P. Plato", None),
    ],
)
def test_names_agree_as_far_as_they_may_be_one_persons(a: str, b: str, match: NameMatch | None) -> None:
    assert match_names(Names.of(a, []), Names.of(b, [])) is match
    assert match_names(Names.of(b, []), Names.of(a, [])) is match


def test_a_printed_variant_counts_on_either_side() -> None:
    she = Names.of("Jane Miller", ["Jane Smith"])
    assert match_names(she, Names.of("Jane Smith", [])) is NameMatch.VARIANT
    assert match_names(Names.of("Jane Smith", []), she) is NameMatch.VARIANT
    assert match_names(she, Names.of("J. Smith", [])) is NameMatch.INITIALS


def test_names_that_are_looked_for_are_the_full_ones_and_those_with_an_initial() -> None:
    she = Names.of("Jane Miller", ["Jane Smith", "Plato"])
    assert she.all == {"jane miller", "jane smith", "plato"}
    assert she.abbreviated == {"j miller", "j smith"}
    assert she.families == {"miller", "smith"}
