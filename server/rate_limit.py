"""Who has which allowance, by the address that a request comes from, or by the account that asks."""

import math
from collections import OrderedDict
from functools import lru_cache
from ipaddress import ip_address, ip_network

from starlette.requests import HTTPConnection

from resolvers.allowance import Allowance
from server.error_codes import RATE_LIMITED
from server.request_errors import RequestError

STRANGERS_LIMIT = 600_000
"""Rows a minute for an address, unless the settings say otherwise."""
LOCAL_LIMIT = 60_000_000
"""Whoever works on this machine is no stranger."""

_ADDRESSES = 10_000
"""Remembered at once; of more, those that have asked for nothing the longest are forgotten."""
_IPV6_HOME = 64
"""Bits of an IPv6 address that stand for one household or machine, which has all addresses below."""


class RateLimiter:
    """The allowances of all addresses and accounts, in one process: several workers count each for itself.

    `limit` is in rows a minute; 0: nothing is limited; None: the limits above.
    """

    def __init__(self, limit: int | None) -> None:
        self._limit = limit
        self._allowances: OrderedDict[str, Allowance] = OrderedDict()

    def admit(self, connection: HTTPConnection, account: str | None = None) -> Allowance | None:
        """Return the allowance of an account, or else of the address that asks; None where nothing is limited.

        Raises `RequestError` when it is used up.
        """
        if self._limit == 0:
            return None
        allowance = self._of(connection, account)
        wait = allowance.admit()
        if wait > 0:
            seconds = math.ceil(wait)
            raise RequestError(
                429,
                RATE_LIMITED,
                f"Too much has been asked for from your {'account' if account else 'address'}; "
                f"ask again in {seconds} s.",
                headers={"retry-after": str(seconds)},
            )
        return allowance

    def _of(self, connection: HTTPConnection, account: str | None) -> Allowance:
        key, is_local = place_of(connection)
        key = account or key
        allowance = self._allowances.get(key)
        if allowance is None:
            limit = self._limit or (LOCAL_LIMIT if is_local else STRANGERS_LIMIT)
            allowance = self._allowances[key] = Allowance(limit)
            if len(self._allowances) > _ADDRESSES:
                self._allowances.popitem(last=False)
        self._allowances.move_to_end(key)
        return allowance


def place_of(connection: HTTPConnection) -> tuple[str, bool]:
    """What the address of who asks is counted under, and whether it is one of this machine."""
    return _place_of(connection.client.host if connection.client else "")


@lru_cache(maxsize=4_096)
def _place_of(host: str) -> tuple[str, bool]:
    try:
        address = ip_address(host)
    except ValueError:
        return host[:64], False
    address = getattr(address, "ipv4_mapped", None) or address
    if address.version == 6 and not address.is_loopback:
        return str(ip_network((address, _IPV6_HOME), strict=False)), False
    return str(address), address.is_loopback
