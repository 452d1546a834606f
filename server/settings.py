"""Settings of the HTTP server, read from the environment with the prefix `BZPEER_`."""

from email.utils import parseaddr
from importlib.util import find_spec
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator

from graphdb.settings import GraphSettings

LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")


class ServerSettings(GraphSettings):
    """What the server needs to know beside where the graph is; address, port and workers are options of `serve`."""

    public_url: str | None = Field(
        default=None,
        description="Address under which visitors reach the site, such as `https://bzpeer.example`. "
        "Its host is trusted.",
    )
    trusted_hosts: list[str] = Field(
        default=[],
        description='JSON list of further host names that requests may be addressed to, such as `["10.0.0.5"]`; '
        '`["*"]` allows all. The loopback names and the host of `BZPEER_PUBLIC_URL` always are.',
    )
    secret_key: SecretStr | None = Field(
        default=None,
        min_length=32,
        description="What sign-in links are signed with: 32 characters at least, the same for all servers of a site, "
        "and nobody else's. Unset: made at random, and kept in the data folder.",
    )
    mail_url: SecretStr | None = Field(
        default=None,
        description="Mail server, such as `smtps://user:password@mail.example:465`, or `smtp://mail.example:587`, "
        "which is asked for STARTTLS. Unset: mails are written into the folder `outbox`, and their links into the log.",
    )
    mail_from: str | None = Field(
        default=None,
        description="Sender of mails, such as `BZPEER <no-reply@bzpeer.example>`. Unset: `no-reply@` and the host of "
        "`BZPEER_PUBLIC_URL`.",
    )
    orcid_client_id: str | None = Field(
        default=None,
        min_length=1,
        description="What ORCID calls this site, such as `APP-0123456789ABCDEF`. Unset: nobody can sign in with ORCID.",
    )
    orcid_client_secret: SecretStr | None = Field(
        default=None, min_length=1, description="The secret that ORCID gave together with `BZPEER_ORCID_CLIENT_ID`."
    )
    orcid_issuer: str = Field(
        default="https://orcid.org",
        description="Where ORCID is: `https://sandbox.orcid.org` for trying it out.",
    )
    digest_hour: int = Field(
        default=6,
        ge=0,
        le=23,
        description="Hour of the day, in UTC, from which on the daily letters about what people have not read go out.",
    )
    request_timeout: float = Field(
        default=10.0, gt=0, le=600, description="Seconds after which a GraphQL request is ended with the code TIMEOUT."
    )
    export_page_timeout: float = Field(
        default=30.0,
        gt=0,
        le=600,
        description="Seconds that one page of an export may take; the whole of it may take any time.",
    )
    max_cost: int = Field(
        default=50_000,
        ge=1,
        description="Rows that one operation may cost; more is refused with the code QUERY_TOO_COSTLY.",
    )
    response_cache_mb: int = Field(
        default=32,
        ge=0,
        le=65_536,
        description="Megabytes of answers to people who are not signed in that each worker keeps until the graph "
        "changes; 0: none.",
    )
    rate_limit: int | None = Field(
        default=None,
        ge=0,
        le=2_000_000_000,
        description="Rows that one address may ask for in a minute, a request counting for 100 at least; 0: no limit. "
        "Unset: 600,000, and a hundred times as many for addresses of this machine.",
    )
    streams_per_address: int = Field(
        default=20,
        ge=1,
        description="WebSockets and event streams that one account, or one address of strangers, may hold open at each "
        "worker.",
    )
    trusted_proxies: list[str] = Field(
        default=["127.0.0.1", "::1"],
        description="JSON list of the addresses of reverse proxies, whose `X-Forwarded-For` and `X-Forwarded-Proto` "
        "are believed.",
    )
    log_format: Literal["console", "json"] = Field(
        default="console", description="`console` for people, `json` for one JSON object a line."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="The least severe messages that are logged; `debug` includes health checks."
    )
    traces_url: str | None = Field(
        default=None,
        description="Where traces of requests are sent by OTLP over HTTP, such as `http://127.0.0.1:4318/v1/traces`; "
        "this needs the extra `tracing`. Unset: there are none.",
    )

    @field_validator("public_url")
    @classmethod
    def _names_a_host(cls, value: str | None) -> str | None:
        if value is not None:
            address = urlsplit(value)
            if address.scheme not in {"http", "https"} or not address.hostname:
                raise ValueError("must be an address such as https://bzpeer.example")
        return value

    @field_validator("mail_url")
    @classmethod
    def _names_a_mail_server(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            try:
                address = urlsplit(value.get_secret_value())
                named = address.scheme in {"smtp", "smtps"} and address.hostname and address.port != 0
            except ValueError:
                named = False
            if not named:
                raise ValueError("must be an address such as smtps://user:password@mail.example:465")
        return value

    @field_validator("mail_from")
    @classmethod
    def _is_a_sender(cls, value: str | None) -> str | None:
        if value is not None and ("@" not in parseaddr(value)[1] or not value.isprintable()):
            raise ValueError("must be a sender such as BZPEER <no-reply@bzpeer.example>")
        return value

    @field_validator("traces_url")
    @classmethod
    def _can_be_sent_to(cls, value: str | None) -> str | None:
        if value is not None:
            address = urlsplit(value)
            if address.scheme not in {"http", "https"} or not address.hostname or address.path in {"", "/"}:
                raise ValueError("must be an address such as http://127.0.0.1:4318/v1/traces")
            if not _is_installed("opentelemetry.exporter.otlp.proto.http"):
                raise ValueError("needs OpenTelemetry, which is installed by `.venv/bin/pip install '.[tracing]'`")
        return value

    @field_validator("orcid_issuer")
    @classmethod
    def _is_an_issuer(cls, value: str) -> str:
        address = urlsplit(value)
        if not address.hostname or address.scheme not in {"http", "https"}:
            raise ValueError("must be an address such as https://orcid.org")
        if address.scheme == "http" and address.hostname not in {name.strip("[]") for name in LOOPBACK_NAMES}:
            raise ValueError("must begin with https")
        return value.rstrip("/")

    @model_validator(mode="after")
    def _knows_its_orcid_secret(self) -> Self:
        if (self.orcid_client_id is None) != (self.orcid_client_secret is None):
            raise ValueError("BZPEER_ORCID_CLIENT_ID and BZPEER_ORCID_CLIENT_SECRET go together")
        return self

    def mail_sender(self) -> str:
        """Whom mails are from."""
        host = urlsplit(self.public_url).hostname if self.public_url is not None else None
        return self.mail_from or f"BZPEER <no-reply@{host or 'localhost'}>"

    def allowed_hosts(self) -> frozenset[str]:
        """Host names that requests may be addressed to, in lower case and without port; `*` stands for all."""
        public = urlsplit(self.public_url).hostname if self.public_url is not None else None
        named = (*LOOPBACK_NAMES, *self.trusted_hosts, *([public] if public else []))
        return frozenset(host.lower() for host in named)


def _is_installed(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False
