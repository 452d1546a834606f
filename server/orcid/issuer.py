"""What ORCID is asked, and what it answers: OpenID Connect 1.0 with PKCE, where this site is a confidential client.

See https://openid.net/specs/openid-connect-core-1_0.html and RFC 7636.
"""

import secrets
import threading
import time
from dataclasses import dataclass
from typing import Any, NoReturn

import requests
import structlog
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from server.settings import ServerSettings

log = structlog.stdlib.get_logger()

ALGORITHMS = ["RS256"]
"""What an id token may be signed with; that is ORCID's, and what a token says of itself is not believed."""
TIMEOUT = 10.0
"""Seconds for one answer."""
REMEMBERED = 3600.0
"""Seconds that the issuer's addresses and keys are believed to stay the same."""
_LEEWAY = 60
_DISCOVERY = "/.well-known/openid-configuration"


class IssuerAwayError(Exception):
    """The issuer does not answer, or not as an issuer does."""


class ProofRefusedError(Exception):
    """The issuer does not say who it is, or says it in a way that is not to be believed."""


@dataclass(frozen=True, slots=True)
class Round:
    """What this site remembers of a sign-in that is under way at the issuer."""

    state: str
    nonce: str
    verifier: str
    """Of PKCE: who redeems the code is who asked for it."""

    @classmethod
    def begin(cls) -> "Round":
        """Return one that nobody can guess."""
        return cls(secrets.token_urlsafe(24), secrets.token_urlsafe(24), secrets.token_urlsafe(48))


@dataclass(frozen=True, slots=True)
class Person:
    """Who has signed in at the issuer."""

    orcid: str
    """As the issuer writes it."""
    name: str | None


@dataclass(frozen=True, slots=True)
class _Metadata:
    addresses: dict[str, Any]
    keys: KeySet
    until: float


class Issuer:
    """An OpenID provider. Its methods wait for the network: call them from a thread."""

    def __init__(self, url: str, client_id: str, client_secret: str) -> None:
        self._url = url.rstrip("/")
        self._client_id = client_id
        self._client_secret = client_secret
        self._known: _Metadata | None = None
        self._lock = threading.Lock()

    def address(self, round_: Round, redirect_uri: str) -> str:
        """Return where the browser is to go; raises `IssuerAwayError`."""
        with self._session(redirect_uri) as session:
            url, _ = session.create_authorization_url(
                self._metadata().addresses["authorization_endpoint"],
                state=round_.state,
                nonce=round_.nonce,
                code_verifier=round_.verifier,
            )
        return str(url)

    def redeem(self, code: str, round_: Round, redirect_uri: str) -> Person:
        """Return who the issuer says has signed in; raises `IssuerAwayError` and `ProofRefusedError`."""
        token_endpoint = self._metadata().addresses["token_endpoint"]
        try:
            with self._session(redirect_uri) as session:
                token = session.fetch_token(
                    token_endpoint,
                    code=code,
                    code_verifier=round_.verifier,
                    timeout=TIMEOUT,
                    allow_redirects=False,
                )
        except AuthlibBaseError as error:
            _refuse(f"the code was refused: {error.error}")
        except (requests.RequestException, ValueError) as error:
            raise IssuerAwayError(type(error).__name__) from error
        return self._person(token.get("id_token"), token.get("access_token"), round_.nonce)

    def _person(self, id_token: object, access_token: object, nonce: str) -> Person:
        if not isinstance(id_token, str):
            _refuse("no id token came")
        try:
            claims = self._claims(id_token)
            required = {"essential": True}
            CodeIDToken(
                claims,
                {"alg": ALGORITHMS[0]},
                options={
                    "iss": {**required, "value": self._url},
                    "aud": {**required, "value": self._client_id},
                    "sub": required,
                    "nonce": {**required, "value": nonce},
                },
                params={"nonce": nonce, "client_id": self._client_id, "access_token": access_token},
            ).validate(leeway=_LEEWAY)
        except (JoseError, AuthlibBaseError, ValueError, TypeError) as error:
            _refuse(f"{type(error).__name__}: {error}")
        names = (claims.get("given_name"), claims.get("family_name"))
        name = claims.get("name") or " ".join(part for part in names if isinstance(part, str))
        return Person(str(claims["sub"]), name if isinstance(name, str) and name else None)

    def _claims(self, id_token: str) -> dict[str, Any]:
        """Return what a token says that a key of the issuer has signed; keys are asked for anew where none fits."""
        try:
            return dict(jwt.decode(id_token, self._metadata().keys, algorithms=ALGORITHMS).claims)
        except JoseError:
            return dict(jwt.decode(id_token, self._metadata(anew=True).keys, algorithms=ALGORITHMS).claims)

    def _session(self, redirect_uri: str) -> OAuth2Session:
        return OAuth2Session(
            self._client_id,
            self._client_secret,
            # ORCID takes the secret in the body alone.
            token_endpoint_auth_method="client_secret_post",  # noqa: S106
            scope="openid",
            code_challenge_method="S256",
            redirect_uri=redirect_uri,
        )

    def _metadata(self, *, anew: bool = False) -> _Metadata:
        with self._lock:
            if self._known is None or anew or self._known.until < time.monotonic():
                try:
                    addresses = self._get(self._url + _DISCOVERY)
                    if addresses.get("issuer") != self._url:
                        raise IssuerAwayError("it goes by another name")
                    keys = KeySet.import_key_set(self._get(addresses["jwks_uri"]))  # type: ignore[arg-type]
                    needed = (addresses["authorization_endpoint"], addresses["token_endpoint"])
                except (requests.RequestException, JoseError, KeyError, TypeError, ValueError) as error:
                    raise IssuerAwayError(type(error).__name__) from error
                if not all(isinstance(url, str) and url.startswith(self._scheme) for url in needed):
                    raise IssuerAwayError("its addresses are not safe")
                self._known = _Metadata(addresses, keys, time.monotonic() + REMEMBERED)
            return self._known

    @property
    def _scheme(self) -> str:
        return self._url.partition("//")[0]

    def _get(self, url: str) -> dict[str, Any]:
        if not url.startswith(self._scheme):
            raise ValueError("not a safe address")
        answer = requests.get(url, timeout=TIMEOUT, allow_redirects=False, headers={"accept": "application/json"})
        answer.raise_for_status()
        content = answer.json()
        if not isinstance(content, dict):
            raise TypeError("not an object")
        return content


def issuer_of(settings: ServerSettings) -> Issuer | None:
    """Return the issuer that the settings name; None where they name no client."""
    if settings.orcid_client_id is None or settings.orcid_client_secret is None:
        return None
    return Issuer(settings.orcid_issuer, settings.orcid_client_id, settings.orcid_client_secret.get_secret_value())


def _refuse(reason: str) -> NoReturn:
    log.warning("orcid_proof_refused", reason=reason[:200])
    raise ProofRefusedError(reason)
