"""What follows where moderators uphold a report: the thing is withheld, and its account may be suspended.

What was withheld stands in the report alone, which moderators see, and its reporter. Author records and what else
imports bring are put right by what moderators have for that: revoking a claim, undoing an owner's edit, splitting.
"""

from datetime import timedelta
from typing import LiteralString

from graphdb.accounts.errors import BadAccountInputError
from graphdb.accounts.lock import lock_accounts
from graphdb.accounts.moments import now, written
from graphdb.audit import AuditKind, audit
from graphdb.collaboration.errors import (
    OneselfError,
    ReportNotUpheldError,
    UnknownPersonError,
    UnknownReportError,
)
from graphdb.graph import Change
from graphdb.ids import kind_of_peoples
from graphdb.notifications.notify import notify
from graphdb.notifications.records import NotificationKind

LONGEST_SUSPENSION = 365
"""Days."""

# An invitation that waits is not to be answered any more; nobody writes into a conversation that was closed.
WITHHOLD: dict[str, LiteralString] = {
    "Message": """
MATCH (n:Message {id: $id})
SET n.text = '', n.withheld = true
""",
    "Invitation": """
MATCH (n:Invitation {id: $id})
SET n.message = null, n.openKey = null,
    n.answeredAt = CASE WHEN n.state IN ['DRAFT', 'SENT'] THEN $now ELSE n.answeredAt END,
    n.state = CASE WHEN n.state IN ['DRAFT', 'SENT'] THEN 'WITHDRAWN' ELSE n.state END
""",
    "Conversation": """
MATCH (n:Conversation {id: $id})
SET n.closedAt = coalesce(n.closedAt, $now)
""",
}


async def withhold(change: Change, id_: str) -> bool:
    """Take out of sight what a report was upheld about, and return whether there is such a way for its kind."""
    query = WITHHOLD.get(kind_of_peoples(id_) or "")
    if query is not None:
        await change.run(query, id=id_, now=written(now()))
    return query is not None


REPORTED: LiteralString = """
MATCH (n:Report {id: $id})
RETURN n.against, n.decision
"""

SUSPEND: LiteralString = """
MATCH (a:Account {id: $account})
WITH a, a.suspendedUntil AS before
SET a.suspendedUntil = $until
RETURN before
"""


async def suspend(change: Change, moderator: str, report: str, days: int) -> str | None:
    """Suspend the account that an upheld report is about for so many days from now, and return until when.

    0 ends a suspension, and gives None. Raises `BadAccountInputError`, `UnknownReportError`, `ReportNotUpheldError`,
    `UnknownPersonError` where nobody is known whose thing it is, and `OneselfError`.
    """
    if not 0 <= days <= LONGEST_SUSPENSION:
        raise BadAccountInputError(f"`days` may be 0 to {LONGEST_SUSPENSION}, not {days}.")
    rows = await change.run(REPORTED, id=report)
    if not rows:
        raise UnknownReportError
    [[account, decision]] = rows
    if decision != "UPHELD":
        raise ReportNotUpheldError
    if account is None:
        raise UnknownPersonError
    if account == moderator:
        raise OneselfError("suspends")
    await lock_accounts(change, [account])
    until = written(now() + timedelta(days=days)) if days else None
    found = await change.run(SUSPEND, account=account, until=until)
    if not found:
        raise UnknownPersonError
    [[before]] = found
    if until is not None:
        await audit(change, AuditKind.ACCOUNT_SUSPENDED, moderator, account, report=report, until=until)
        await notify(change, account, NotificationKind.ACCOUNT_SUSPENDED, account, detail=until)
    elif before is not None:
        await audit(change, AuditKind.SUSPENSION_ENDED, moderator, account, report=report)
    return until
