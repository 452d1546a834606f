import pytest

from graphdb.accounts.email import normal_email
from graphdb.accounts.errors import BadEmailError


@pytest.mark.parametrize(
    ("given", "normal"),
    [
        ("ada@example.org", "ada@example.org"),
        (" Ada.Lovelace+x@Example.ORG ", "ada.lovelace+x@example.org"),
        ("ada@bücher.example.org", "ada@xn--bcher-kva.example.org"),
        ("ada@BU\N{COMBINING DIAERESIS}CHER.example.org", "ada@xn--bcher-kva.example.org"),
        ("ada@xn--bcher-kva.example.org", "ada@xn--bcher-kva.example.org"),
    ],
)
def test_an_address_has_one_form(given: str, normal: str) -> None:
    assert normal_email(given) == normal
    assert normal_email(normal) == normal


def test_hosts_that_look_alike_stay_apart() -> None:
    assert normal_email("ada@ex\N{CYRILLIC SMALL LETTER A}mple.org") == "ada@xn--exmple-4nf.org"


@pytest.mark.parametrize("given", ["\N{KELVIN SIGN}ate@example.org", "\N{LATIN SMALL LETTER DOTLESS I}da@example.org"])
def test_no_letter_is_taken_for_another(given: str) -> None:
    try:
        assert normal_email(given).isascii()
    except BadEmailError:
        return
    # The one that Unicode itself equates with K.
    assert normal_email(given) == "kate@example.org"


@pytest.mark.parametrize("given", ["", "@", "a@b", "a@example.org,b@example.org", "a@example.org\r\nBcc: b@c.org"])
def test_what_is_no_address_is_refused(given: str) -> None:
    with pytest.raises(BadEmailError):
        normal_email(given)
