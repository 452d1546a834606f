"""An OpenID provider on the loopback interface that speaks what ORCID speaks, and can be told to cheat."""

import hmac
import secrets
import threading
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import orjson
from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "APP-TEST", "a secret of the site"


def _base64(content: bytes) -> str:
    return urlsafe_b64encode(content).decode().rstrip("=")


def _new_key() -> RSAKey:
    return RSAKey.generate_key(2048, {"use": "sig", "kid": secrets.token_hex(4)})


@dataclass
class LocalIssuer:
    """What it does; a test sets who signs in and how it cheats."""

    url: str = ""
    orcid: str = "0000-0002-1825-0097"
    name: tuple[str | None, str | None] = ("Josiah", "Carberry")
    denies: bool = False
    away: bool = False
    claims: dict[str, Any] = field(default_factory=dict)
    """Put over those that are true; None leaves a claim out."""
    algorithm: str = "RS256"
    foreign_key: bool = False
    key: RSAKey = field(default_factory=_new_key)
    asked: list[dict[str, str]] = field(default_factory=list)
    """The parameters of each request for an authorisation."""
    redeemed: list[dict[str, str]] = field(default_factory=list)
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def turn_key(self) -> None:
        """Sign with another key from now on, as providers do from time to time."""
        self.key = _new_key()

    def discovery(self) -> dict[str, Any]:
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/oauth/authorize",
            "token_endpoint": f"{self.url}/oauth/token",
            "jwks_uri": f"{self.url}/oauth/jwks",
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    def authorise(self, query: dict[str, str]) -> str:
        """Where the browser is sent back to."""
        self.asked.append(query)
        answer = {"state": query["state"]}
        if self.denies:
            answer |= {"error": "access_denied"}
        else:
            answer["code"] = secrets.token_urlsafe(8)
            self._codes[answer["code"]] = query
        return f"{query['redirect_uri']}?{urlencode(answer)}"

    def redeem(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        self.redeemed.append(form)
        if (form.get("client_id"), form.get("client_secret")) != (CLIENT, SECRET):
            return 401, {"error": "invalid_client"}
        asked = self._codes.pop(form.get("code", ""), None)
        if (
            asked is None
            or form.get("grant_type") != "authorization_code"
            or form.get("redirect_uri") != asked["redirect_uri"]
            or _base64(sha256(form.get("code_verifier", "").encode()).digest()) != asked["code_challenge"]
        ):
            return 400, {"error": "invalid_grant"}
        return 200, {"access_token": secrets.token_hex(), "token_type": "bearer", "id_token": self.id_token(asked)}

    def id_token(self, asked: dict[str, str]) -> str:
        now = int(time.time())
        true = {
            "iss": self.url,
            "sub": self.orcid,
            "aud": CLIENT,
            "nonce": asked["nonce"],
            "iat": now,
            "exp": now + 600,
            "given_name": self.name[0],
            "family_name": self.name[1],
        }
        claims = {name: value for name, value in (true | self.claims).items() if value is not None}
        if self.algorithm != "RS256":
            # By hand: a library that is right signs neither nothing, nor with the text of the public key.
            parts = ({"alg": self.algorithm, "typ": "JWT", "kid": self.key.kid}, claims)
            text = ".".join(_base64(orjson.dumps(part)) for part in parts)
            mac = hmac.digest(self.key.as_pem(private=False), text.encode(), "sha256")
            return f"{text}.{'' if self.algorithm == 'none' else _base64(mac)}"
        key_used = RSAKey.generate_key(2048) if self.foreign_key else self.key
        return jwt.encode({"alg": "RS256", "kid": self.key.kid}, claims, key_used)


@contextmanager
def local_issuer() -> Iterator[LocalIssuer]:
    """Run one for the time of the block."""
    issuer = LocalIssuer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(address.query).items()}
            match address.path:
                case _ if issuer.away:
                    self._answer(503, {})
                case "/.well-known/openid-configuration":
                    self._answer(200, issuer.discovery())
                case "/oauth/jwks":
                    self._answer(200, {"keys": [issuer.key.as_dict(private=False)]})
                case "/oauth/authorize":
                    self.send_response(302)
                    self.send_header("location", issuer.authorise(query))
                    self.end_headers()
                case _:
                    self._answer(404, {})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            self._answer(*((503, {}) if issuer.away else issuer.redeem(form)))

        def _answer(self, status: int, content: dict[str, Any]) -> None:
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.end_headers()
            self.wfile.write(orjson.dumps(content))

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing to say."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        issuer.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield issuer
        finally:
            server.shutdown()
            thread.join()
