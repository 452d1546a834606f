"""The parameters in the address of an export."""

from collections.abc import Collection
from dataclasses import dataclass

import orjson
from starlette.requests import Request

from resolvers.errors import BAD_INPUT
from server.error_codes import ADDRESS_TOO_LONG
from server.limits import LimitExceeded, check_variables
from server.request_errors import RequestError

MAX_ADDRESS_BYTES = 60 * 1024
"""Of the part after the question mark: the parser of HTTP takes addresses of 64 KB, and says little of longer ones."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """The parameters of one request; each may stand several times."""

    given: dict[str, list[str]]

    def __contains__(self, name: str) -> bool:
        return name in self.given

    def names(self, name: str) -> list[str]:
        """Return the values of a list that is written with commas, or by repeating the parameter."""
        return [part for text in self.given[name] for part in text.split(",") if part]

    def single(self, name: str) -> str:
        """Return the value of a parameter that may stand once; raises `RequestError`."""
        if len(self.given[name]) > 1:
            raise RequestError(400, BAD_INPUT, f"The parameter {name} stands {len(self.given[name])} times.")
        return self.given[name][0]

    def number(self, name: str) -> int | str:
        """Return the value of a parameter that should be a whole number, or the text that is none."""
        text = self.single(name)
        # Longer ones fit no type of the schema, and cost time to read.
        return int(text) if len(text) <= 20 and text.removeprefix("-").isdecimal() and text.isascii() else text

    def json(self, name: str) -> object:
        """Return the JSON value of a parameter, within the bounds that variables of GraphQL have.

        Raises `RequestError`.
        """
        try:
            value = orjson.loads(self.single(name))
        except orjson.JSONDecodeError as error:
            raise RequestError(400, BAD_INPUT, f"The parameter {name} is not JSON: {error}.") from None
        try:
            check_variables({name: value}, {})
        except LimitExceeded as refusal:
            raise RequestError(400, refusal.code, refusal.message) from None
        return value


def read_parameters(request: Request, known: Collection[str]) -> Parameters:
    """Return the parameters of a request.

    Raises `RequestError` for an address that is too long, and for a parameter that is not `known`: one that is misspelt
    must not select everything.
    """
    if len(request.scope["query_string"]) > MAX_ADDRESS_BYTES:
        raise RequestError(414, ADDRESS_TOO_LONG, f"Parameters may have {MAX_ADDRESS_BYTES} bytes, not more.")
    given: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        given.setdefault(name, []).append(value)
    unknown = next((name for name in given if name not in known), None)
    if unknown is not None:
        raise RequestError(
            400, BAD_INPUT, f"There is no parameter {unknown[:40]!r} here.", f"There are: {', '.join(sorted(known))}."
        )
    return Parameters(given)
