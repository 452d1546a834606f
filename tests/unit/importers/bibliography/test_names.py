import pytest

from importers.bibliography.names import Name, in_braces, name_with_commas, stands_for_the_rest


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Shannon,Claude E.", "Claude E. Shannon"),
        ("van Gennep, Arnold", "Arnold van Gennep"),
        ("King, Martin Luther, Jr.", "Martin Luther King Jr."),
        ("Fanning E.", "E. Fanning"),
        ("García Márquez G. J.", "G. J. García Márquez"),
        ("Malcolm X", "Malcolm X"),
        ("World Health Organization", "World Health Organization"),
        ("World Health Organization,", "World Health Organization"),
        ("Aristotle", "Aristotle"),
    ],
)
def test_a_name_is_printed_in_reading_order(written: str, printed: str) -> None:
    assert name_with_commas(written).printed == printed


def test_the_family_name_is_the_same_with_and_without_its_particle_told_apart() -> None:
    names = (
        Name(given="Arnold", particle="van", family="Gennep"),
        Name(given="Arnold", family="van Gennep"),
        Name(literal="Arnold van Gennep"),
    )
    assert {each.sort_word for each in names} == {"gennep"}
    assert {each.printed for each in names} == {"Arnold van Gennep"}


@pytest.mark.parametrize(
    ("written", "inside"),
    [
        ("{Robert Bosch GmbH}", "Robert Bosch GmbH"),
        ("{{NASA} and {ESA}}", "{NASA} and {ESA}"),
        ('{\\"O}zkal', None),
        ("{eLife} {Sciences}", None),
        ('{\\"Ozkal}', None),
        ("Homer", None),
    ],
)
def test_braces_around_the_whole_of_a_name_make_it_an_organisation(written: str, inside: str | None) -> None:
    assert in_braces(written) == inside


def test_others_are_nobody() -> None:
    assert all(stands_for_the_rest(each) for each in ("others", "et al.", "Et al"))
    assert not stands_for_the_rest("Alex Others")
