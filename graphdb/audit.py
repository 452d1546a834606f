"""The audit log: what people did, written in the transaction that did it, never changed and never deleted."""

from enum import StrEnum
from typing import LiteralString

import orjson

from graphdb.accounts.moments import now
from graphdb.graph import Change
from graphdb.ids import new_id


class AuditKind(StrEnum):
    """What was done."""

    ACCOUNT_CREATED = "ACCOUNT_CREATED"
    ACCOUNT_UPDATED = "ACCOUNT_UPDATED"
    ACCOUNT_DELETED = "ACCOUNT_DELETED"
    ORCID_PROVEN = "ORCID_PROVEN"
    SIGNED_IN = "SIGNED_IN"
    SIGNED_OUT = "SIGNED_OUT"
    SESSION_REVOKED = "SESSION_REVOKED"
    ACCESS_TOKEN_CREATED = "ACCESS_TOKEN_CREATED"  # noqa: S105
    ACCESS_TOKEN_REVOKED = "ACCESS_TOKEN_REVOKED"  # noqa: S105
    ROLE_GRANTED = "ROLE_GRANTED"
    ROLE_REVOKED = "ROLE_REVOKED"
    RESEARCHERS_MERGED = "RESEARCHERS_MERGED"
    RESEARCHER_SPLIT = "RESEARCHER_SPLIT"
    DECISION_UNDONE = "DECISION_UNDONE"
    CLAIM_CHANGED = "CLAIM_CHANGED"
    CLAIM_EVIDENCE_ADDED = "CLAIM_EVIDENCE_ADDED"
    INVITATION_DRAFTED = "INVITATION_DRAFTED"
    INVITATION_SENT = "INVITATION_SENT"
    INVITATION_ACCEPTED = "INVITATION_ACCEPTED"
    INVITATION_DECLINED = "INVITATION_DECLINED"
    INVITATION_WITHDRAWN = "INVITATION_WITHDRAWN"
    MESSAGE_SENT = "MESSAGE_SENT"
    ACCOUNT_BLOCKED = "ACCOUNT_BLOCKED"
    ACCOUNT_UNBLOCKED = "ACCOUNT_UNBLOCKED"
    REPORTED = "REPORTED"
    REPORT_CLOSED = "REPORT_CLOSED"
    ACCOUNT_SUSPENDED = "ACCOUNT_SUSPENDED"
    SUSPENSION_ENDED = "SUSPENSION_ENDED"
    RESEARCHER_UPDATED = "RESEARCHER_UPDATED"
    WORK_DISOWNED = "WORK_DISOWNED"
    WORK_PROPOSED = "WORK_PROPOSED"
    PROPOSAL_DECIDED = "PROPOSAL_DECIDED"
    OWNER_EDIT_UNDONE = "OWNER_EDIT_UNDONE"


OPERATOR = "operator"
"""Who did what `bzpeer` was told on the machine of the server."""

SITE = "site"
"""Who did what followed from an import, or from a decision on who is who."""

CREATE_AUDIT_EVENT: LiteralString = """
CREATE (e:AuditEvent)
SET e = $event
"""


async def audit(change: Change, kind: AuditKind, by: str, about: str | None = None, **details: object) -> None:
    """Write that the account with the id `by` did something, to what has the id `about`; one Cypher call.

    `details` are kept for ever, also when the account is deleted: ids and states, never names, addresses or texts.
    """
    await change.run(CREATE_AUDIT_EVENT, event=audit_event(kind, by, about, **details))


def audit_event(kind: AuditKind, by: str, about: str | None, **details: object) -> dict[str, object]:
    """Return the properties of an event, for transactions that are no `Change`."""
    return {
        "id": new_id("AuditEvent"),
        # To the microsecond, so that the events of one second keep their order.
        "at": now().strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "kind": kind,
        "by": by,
        "about": about,
        "details": orjson.dumps(details).decode() if details else None,
    }
