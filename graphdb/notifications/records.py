"""What somebody is told of."""

from dataclasses import dataclass
from enum import StrEnum
from typing import LiteralString


class NotificationKind(StrEnum):
    """What has happened."""

    NEW_WORKS = "NEW_WORKS"
    INVITATION_RECEIVED = "INVITATION_RECEIVED"
    INVITATION_ACCEPTED = "INVITATION_ACCEPTED"
    INVITATION_DECLINED = "INVITATION_DECLINED"
    MESSAGE_RECEIVED = "MESSAGE_RECEIVED"
    CLAIM_DECIDED = "CLAIM_DECIDED"
    EDIT_DECIDED = "EDIT_DECIDED"
    REPORT_DECIDED = "REPORT_DECIDED"
    REPORT_UPHELD = "REPORT_UPHELD"
    ACCOUNT_SUSPENDED = "ACCOUNT_SUSPENDED"


class EmailDigest(StrEnum):
    """How often an account wants to be told by e-mail of what it has not read."""

    DAILY = "DAILY"
    NEVER = "NEVER"


@dataclass(frozen=True, slots=True)
class NotificationRecord:
    """A notification. What happens again before it is read is told by the same one, which comes first again."""

    id: str
    number: int
    """Its place among those of the account: the last one that was made, or told again, has the largest."""
    kind: NotificationKind
    at: str
    """When it last happened: ISO 8601 date-time in UTC."""
    read_at: str | None
    about: str
    """Id of what it is about."""
    by: str | None
    """Id of the author record of who did it, as it was then."""
    count: int
    """How often it happened, or how many works are new."""
    detail: str | None
    """What was decided, for a machine: a state."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", NotificationKind(self.kind))


NOTIFICATION: LiteralString = "n{.id, .number, .kind, .at, read_at: n.readAt, .about, .by, .count, .detail}"
"""Map projection of the node `n`."""
