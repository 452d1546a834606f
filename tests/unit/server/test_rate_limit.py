import pytest
from starlette.requests import HTTPConnection

from server import rate_limit
from server.rate_limit import LOCAL_LIMIT, STRANGERS_LIMIT, RateLimiter
from server.request_errors import RequestError


def connection(host: str | None) -> HTTPConnection:
    return HTTPConnection({"type": "http", "client": (host, 1) if host is not None else None, "headers": []})


def limit_of(limiter: RateLimiter, host: str | None) -> int:
    allowance = limiter.admit(connection(host))
    assert allowance is not None
    return allowance.limit


@pytest.mark.parametrize(
    ("host", "limit"),
    [
        ("127.0.0.1", LOCAL_LIMIT),
        ("::1", LOCAL_LIMIT),
        ("::ffff:127.0.0.1", LOCAL_LIMIT),
        ("203.0.113.7", STRANGERS_LIMIT),
        ("2001:db8::1", STRANGERS_LIMIT),
        ("not an address", STRANGERS_LIMIT),
        (None, STRANGERS_LIMIT),
    ],
)
def test_addresses_of_this_machine_have_more_unless_a_limit_is_set(host: str | None, limit: int) -> None:
    assert limit_of(RateLimiter(None), host) == limit
    assert limit_of(RateLimiter(500), host) == 500
    assert RateLimiter(0).admit(connection(host)) is None


def test_an_address_that_has_used_up_its_allowance_is_told_when_to_come_back_and_others_are_not() -> None:
    limiter = RateLimiter(100)
    limiter.admit(connection("203.0.113.7"))
    with pytest.raises(RequestError) as refusal:
        limiter.admit(connection("203.0.113.7"))
    assert (refusal.value.status, refusal.value.code.code) == (429, "RATE_LIMITED")
    assert refusal.value.headers == {"retry-after": "60"}
    limiter.admit(connection("203.0.113.8"))


def test_all_addresses_of_one_ipv6_network_share_an_allowance() -> None:
    limiter = RateLimiter(100)
    limiter.admit(connection("2001:db8:0:1::1"))
    with pytest.raises(RequestError):
        limiter.admit(connection("2001:db8:0:1:ffff::2"))
    limiter.admit(connection("2001:db8:0:2::1"))


def test_so_many_addresses_are_remembered_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_limit, "_ADDRESSES", 2)
    limiter = RateLimiter(100)
    for last in (1, 2):
        limiter.admit(connection(f"203.0.113.{last}"))
    with pytest.raises(RequestError):
        limiter.admit(connection("203.0.113.1"))
    limiter.admit(connection("203.0.113.3"))
    with pytest.raises(RequestError):
        limiter.admit(connection("203.0.113.1"))
    limiter.admit(connection("203.0.113.2"))
