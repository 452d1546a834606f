"""What people have with one another, as one of them sees it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import LiteralString


class InvitationState(StrEnum):
    """How an invitation stands."""

    DRAFT = "DRAFT"
    SENT = "SENT"
    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"
    EXPIRED = "EXPIRED"
    WITHDRAWN = "WITHDRAWN"


@dataclass(frozen=True, slots=True)
class InvitationRecord:
    """An invitation, as the one who sent it or the one whom it was sent to sees it."""

    id: str
    state: InvitationState
    message: str | None
    by_viewer: bool
    """Who sees it has sent it."""
    from_researcher: str
    """Id of the author record of the one who invites, as it was then: it may be an old one."""
    to_researcher: str
    created_at: str
    """ISO 8601 date-time in UTC, as all times here."""
    sent_at: str | None
    expires_at: str | None
    answered_at: str | None
    conversation: str | None
    """Id of the conversation that it opened."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "state", InvitationState(self.state))


def invitation_state(now: LiteralString) -> LiteralString:
    """Return the expression for the state of the invitation `n` at a moment: one whose time is over has expired."""
    return f"CASE WHEN n.state = 'SENT' AND n.expiresAt <= {now} THEN 'EXPIRED' ELSE n.state END"


def invitation(viewer: LiteralString, now: LiteralString) -> LiteralString:
    """Return the map projection of the invitation `n`, which `sender` sends, for the account with the id `viewer`."""
    return (
        f"n{{.id, state: {invitation_state(now)}, .message, by_viewer: sender.id = {viewer}, "
        "from_researcher: n.fromResearcher, to_researcher: n.toResearcher, created_at: n.createdAt, "
        "sent_at: n.sentAt, expires_at: n.expiresAt, answered_at: n.answeredAt, "
        "conversation: [(n)-[:OPENED]->(c:Conversation) | c.id][0]}"
    )


@dataclass(frozen=True, slots=True)
class MessageRecord:
    """A message, as one of the two people of its conversation sees it."""

    id: str
    conversation: str
    text: str
    sent_at: str
    by_viewer: bool
    """Who sees it has written it."""
    sender: str | None
    """Id of the author record by which its writer is known in the conversation."""
    withheld: bool
    """A moderator took it out of sight: the text is empty."""


def message(viewer: LiteralString) -> LiteralString:
    """Return the map projection of the message `n` for the account with the id `viewer`."""
    return (
        f"n{{.id, .conversation, .text, sent_at: n.sentAt, by_viewer: n.sender = {viewer}, "
        "sender: [(s:Account {id: n.sender})-[t:TALKS]->(:Conversation {id: n.conversation}) | t.researcher][0], "
        "withheld: coalesce(n.withheld, false)}"
    )
