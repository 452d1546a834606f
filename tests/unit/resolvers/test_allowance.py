import time
from datetime import UTC, datetime

import pytest

from resolvers.allowance import MIN_PRICE, Allowance


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def test_a_request_takes_the_least_price_and_what_it_costs_beyond_it(clock: list[float]) -> None:
    allowance = Allowance(1000)
    assert allowance.admit() == 0
    assert allowance.state(MIN_PRICE).remaining == 900
    assert allowance.admit() == 0
    allowance.spend(150)
    state = allowance.state(250)
    assert (state.limit, state.cost, state.remaining) == (1000, 250, 650)


def test_an_allowance_that_is_used_up_says_how_long_to_wait_and_fills_within_a_minute(clock: list[float]) -> None:
    allowance = Allowance(600)
    assert allowance.admit() == 0
    allowance.spend(600)
    assert allowance.state(700).remaining == 0
    wait = allowance.admit()
    assert wait == pytest.approx(20)
    clock[0] += 19.9
    assert allowance.admit() > 0
    clock[0] += 0.2
    assert allowance.admit() == 0
    clock[0] += 1000
    assert allowance.state(0).remaining == 600


def test_an_allowance_below_the_price_of_a_request_slows_down_and_does_not_refuse_for_ever(clock: list[float]) -> None:
    allowance = Allowance(50)
    assert allowance.admit() == 0
    wait = allowance.admit()
    assert wait == pytest.approx(120)
    clock[0] += wait + 0.1
    assert allowance.admit() == 0


def test_a_debt_is_waited_for_ten_minutes_at_most(clock: list[float]) -> None:
    allowance = Allowance(600)
    assert allowance.admit() == 0
    for _ in range(3):
        allowance.spend(1_000_000_000)
    wait = allowance.admit()
    assert wait == pytest.approx(610)
    clock[0] += wait + 0.1
    assert allowance.admit() == 0


def test_the_time_of_a_full_allowance_is_told_in_utc(clock: list[float]) -> None:
    allowance = Allowance(600)
    allowance.admit()
    told = datetime.fromisoformat(allowance.state(100).reset_at)
    assert 8 < (told - datetime.now(UTC)).total_seconds() <= 11
