import time

import pytest

from resolvers.attempts import Attempts, Limit
from resolvers.refusals import TooManyAttemptsError

LIMIT = Limit("a thing", 3, 60)


def test_as_many_attempts_as_the_limit_says_are_taken_and_the_next_is_told_how_long_to_wait() -> None:
    attempts = Attempts()
    for _ in range(3):
        attempts.take(LIMIT, "ada")
    with pytest.raises(TooManyAttemptsError, match=r"Try again in 20 s\.") as refused:
        attempts.take(LIMIT, "ada")
    assert refused.value.retry_after == 20


def test_everybody_and_every_thing_has_attempts_of_its_own() -> None:
    attempts = Attempts()
    for _ in range(3):
        attempts.take(LIMIT, "ada")
    attempts.take(LIMIT, "bob")
    attempts.take(Limit("another thing", 1, 60), "ada")


def test_attempts_come_back_with_time(monkeypatch: pytest.MonkeyPatch) -> None:
    attempts, begun = Attempts(), time.monotonic()
    for _ in range(3):
        attempts.take(LIMIT, "ada")
    monkeypatch.setattr(time, "monotonic", lambda: begun + 21)
    attempts.take(LIMIT, "ada")
    with pytest.raises(TooManyAttemptsError):
        attempts.take(LIMIT, "ada")


def test_a_wider_limit_takes_more() -> None:
    attempts = Attempts()
    assert [attempts.wait(LIMIT, "local", 2) > 0 for _ in range(7)] == [False] * 6 + [True]
