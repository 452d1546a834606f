from datetime import timedelta

import pytest

from graphdb.accounts import moments
from resolvers import sign_in_links
from resolvers.sign_in_links import VALID, LinkExpiredError, LinkInvalidError, SignInLinks

LINKS = SignInLinks(lambda: b"one key")


def at(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    now = moments.now() + timedelta(seconds=seconds)
    monkeypatch.setattr(sign_in_links, "now", lambda: now)


def test_a_link_proves_its_address_and_each_is_another() -> None:
    one, other = (LINKS.read(LINKS.token("ada@example.org", 3)) for _ in range(2))
    assert (one.email, one.sign_ins) == ("ada@example.org", 3)
    assert one.id != other.id


def test_a_link_signed_with_another_key_is_none() -> None:
    with pytest.raises(LinkInvalidError):
        LINKS.read(SignInLinks(lambda: b"another key").token("ada@example.org", 0))


def test_a_link_is_too_old_after_a_quarter_of_an_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    token = LINKS.token("ada@example.org", 0)
    at(monkeypatch, VALID - 5)
    assert LINKS.read(token).email == "ada@example.org"
    at(monkeypatch, VALID + 5)
    with pytest.raises(LinkExpiredError):
        LINKS.read(token)


def test_a_clock_that_is_set_back_a_little_voids_no_link_and_one_set_back_far_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    token = LINKS.token("ada@example.org", 0)
    at(monkeypatch, -200)
    assert LINKS.read(token).email == "ada@example.org"
    at(monkeypatch, -2000)
    with pytest.raises(LinkInvalidError):
        LINKS.read(token)
