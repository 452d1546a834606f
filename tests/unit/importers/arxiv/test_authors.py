import pytest

from importers.arxiv.authors import author, authors_of_line


def names(line: str) -> list[str]:
    return [each.name for each in authors_of_line(line)]


def affiliations(line: str) -> list[str | None]:
    return [each.raw_affiliation for each in authors_of_line(line)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ashish Vaswani", ["Ashish Vaswani"]),
        (
            "C. Bal\\'azs, E. L. Berger,\n  P. M. Nadolsky and C. -P. Yuan",
            ["C. Balázs", "E. L. Berger", "P. M. Nadolsky", "C.-P. Yuan"],
        ),
        ("A. Uno, and B. Due", ["A. Uno", "B. Due"]),
        ("A. Uno & B. Due \\& C. Tre", ["A. Uno", "B. Due", "C. Tre"]),
        ("Neal J. Evans, II, Sandy Anderson, Jr.", ["Neal J. Evans II", "Sandy Anderson Jr."]),
        ("The BABAR Collaboration: B. Aubert, D. Boutigny", ["The BABAR Collaboration", "B. Aubert", "D. Boutigny"]),
        ("D. Acosta, et al. (for the CDF Collaboration)", ["D. Acosta"]),
        ("G. Aad, for the ATLAS Collaboration", ["G. Aad", "ATLAS Collaboration"]),
        ("A. Uno (Univ. of X, Y and Z), B. Due (W)", ["A. Uno", "B. Due"]),
        ("Alexandre Fernandes, Anderson Sandes", ["Alexandre Fernandes", "Anderson Sandes"]),
        ("", []),
        ("(1), ,", []),
    ],
)
def test_the_names_of_a_line_are_told_apart(line: str, expected: list[str]) -> None:
    assert names(line) == expected


def test_brackets_hold_affiliations_or_the_numbers_of_those_at_the_end() -> None:
    assert affiliations("A. Uno (Univ. of X (Here), Y), B. Due") == ["Univ. of X (Here), Y", None]
    line = "A. Uno (1), B. Due (1 and 2), C. Tre (3) ((1) Univ. of X, Here, (2) Lab (Y), (3) Z Institute)"
    assert names(line) == ["A. Uno", "B. Due", "C. Tre"]
    assert affiliations(line) == ["Univ. of X, Here", "Univ. of X, Here; Lab (Y)", "Z Institute"]


def test_affiliations_may_be_marked_with_letters() -> None:
    assert affiliations("A. Uno (a and d), B. Due (b) ((a) X Here, (b) Y There, (d) Z Institute)") == [
        "X Here; Z Institute",
        "Y There",
    ]


def test_numbers_whose_affiliations_are_missing_say_nothing() -> None:
    assert affiliations("A. Uno (1), B. Due (1,2)") == [None, None]


def test_a_bracket_that_is_never_closed_takes_no_author_away() -> None:
    assert names("A. Uno, B. Due (Univ. of X, Y") == ["A. Uno", "B. Due"]


@pytest.mark.parametrize(
    ("written", "name", "affiliation"),
    [
        (
            "Teresa Maria Montaruli for the IceCube Collaboration",
            "Teresa Maria Montaruli",
            "for the IceCube Collaboration",
        ),
        ("R. Uno, on behalf of ATLAS collaboration", "R. Uno", "on behalf of ATLAS collaboration"),
        ("for the DES Collaboration", "DES Collaboration", None),
        ("on behalf of the CMS and TOTEM Collaborations", "CMS and TOTEM Collaborations", None),
        ("Planck Collaboration", "Planck Collaboration", None),
        ("Fortune Forsyth", "Fortune Forsyth", None),
    ],
)
def test_whom_somebody_writes_for_is_no_part_of_the_name(written: str, name: str, affiliation: str | None) -> None:
    found = author(written)
    assert found is not None
    assert (found.name, found.raw_affiliation) == (name, affiliation)


def test_what_is_no_name_is_no_author() -> None:
    assert author(":") is None
    assert author("") is None
