import pytest

from resolvers.citations.names import Name, parts_of


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("Maithra Raghu", Name("Maithra", "", "Raghu")),
        ("Quoc V. Le", Name("Quoc V.", "", "Le")),
        ("Jun Ma", Name("Jun", "", "Ma")),
        ("Van Nguyen", Name("Van", "", "Nguyen")),
        ("Xuan Van Do", Name("Xuan Van", "", "Do")),
        ("Ludwig van Beethoven", Name("Ludwig", "van", "Beethoven")),
        ("Jan van der Berg", Name("Jan", "van der", "Berg")),
        ("Guy Van den Broeck", Name("Guy", "Van den", "Broeck")),
        ("Oscar De la Rosa", Name("Oscar", "De la", "Rosa")),
        ("Johan de Souza e Silva", Name("Johan de Souza e", "", "Silva")),
        ("bell hooks", Name("bell", "", "hooks")),
        ("Martin Luther King Jr.", Name("Martin Luther", "", "King", "Jr.")),
        ("Martin Luther King, Jr.", Name("Martin Luther", "", "King", "Jr.")),
        ("Henry Kucera III", Name("Henry", "", "Kucera", "III")),
        ("Raghu, Maithra", Name("Maithra", "", "Raghu")),
        ("Plato", Name("", "", "Plato")),
        ("de Finetti", Name("de", "", "Finetti")),
        ("  Ada   Lovelace ", Name("Ada", "", "Lovelace")),
        ("Łukasz Kaiser", Name("Łukasz", "", "Kaiser")),
        ("王伟", Name(literal="王伟")),
        ("Ωμέγα Άλφα", Name(literal="Ωμέγα Άλφα")),
        ("A, B, C", Name(literal="A, B, C")),
        ("", Name(literal="")),
    ],
)
def test_a_printed_name_is_taken_apart(printed: str, parts: Name) -> None:
    assert parts_of(printed) == parts


@pytest.mark.parametrize(
    "printed",
    [
        "CMS Collaboration",
        "The International Brain Laboratory",
        "University of Basel, Department of Physics",
        "Example Corp. Inc.",
    ],
)
def test_an_organisation_is_not_taken_apart(printed: str) -> None:
    assert parts_of(printed) == Name(literal=printed, is_organisation=True)


def test_a_name_is_turned_round_for_lists() -> None:
    assert parts_of("Jan van der Berg").inverted == "van der Berg, Jan"
    assert parts_of("Plato").inverted == "Plato"
    assert parts_of("CMS Collaboration").inverted == "CMS Collaboration"
