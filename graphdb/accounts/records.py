"""What is known of accounts and of what proves who somebody is; secrets themselves are not."""

from dataclasses import dataclass
from enum import StrEnum
from typing import LiteralString

from graphdb.notifications.records import EmailDigest, NotificationKind


class AccountRole(StrEnum):
    """What an account may do beyond its own things."""

    READER = "READER"
    MODERATOR = "MODERATOR"


class SignInMethod(StrEnum):
    """How a session began."""

    EMAIL = "EMAIL"
    ORCID = "ORCID"


class AccessScope(StrEnum):
    """What an access token allows."""

    READ = "READ"
    WRITE = "WRITE"
    MODERATE = "MODERATE"


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """An account that may sign in."""

    id: str
    email: str | None
    """As `normal_email` gives it; None: it signs in by ORCID alone."""
    name: str | None
    """What the person is called on the site."""
    orcid: str | None
    """An iD that the person has signed in with at ORCID."""
    role: AccountRole
    created_at: str
    """ISO 8601 date-time in UTC, as all times here."""
    sign_ins: int
    """How often it has signed in: what is signed for one state of the account does not hold in the next."""

    digest: EmailDigest
    """How often it wants a letter about what it has not read."""
    muted: tuple[NotificationKind, ...]
    """Kinds of notifications that it does not want."""
    suspended_until: str | None
    """Until then moderators keep it from reaching others; a time that is over means nothing."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "role", AccountRole(self.role))
        object.__setattr__(self, "digest", EmailDigest(self.digest))
        object.__setattr__(self, "muted", tuple(NotificationKind(kind) for kind in self.muted))


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """A browser that is signed in."""

    id: str
    method: SignInMethod
    user_agent: str | None
    """What the browser calls itself, shortened."""
    created_at: str
    last_seen_at: str
    """To the hour."""
    expires_at: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "method", SignInMethod(self.method))


@dataclass(frozen=True, slots=True)
class AccessTokenRecord:
    """A personal access token."""

    id: str
    name: str
    scopes: tuple[AccessScope, ...]
    created_at: str
    last_used_at: str | None
    """To the hour; None: never."""
    expires_at: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "scopes", tuple(AccessScope(scope) for scope in self.scopes))


ACCOUNT: LiteralString = (
    "a{.id, .email, .name, .orcid, role: coalesce(a.role, 'READER'), created_at: a.createdAt, "
    "sign_ins: coalesce(a.signIns, 0), digest: coalesce(a.digest, 'DAILY'), muted: coalesce(a.muted, []), "
    "suspended_until: a.suspendedUntil}"
)
"""Map projection of the node `a`."""
SESSION: LiteralString = (
    "s{.id, .method, user_agent: s.userAgent, created_at: s.createdAt, last_seen_at: s.lastSeenAt, "
    "expires_at: s.expiresAt}"
)
"""Map projection of the node `s`."""
ACCESS_TOKEN: LiteralString = (
    "t{.id, .name, .scopes, created_at: t.createdAt, last_used_at: t.lastUsedAt, expires_at: t.expiresAt}"  # noqa: S105
)
"""Map projection of the node `t`."""
