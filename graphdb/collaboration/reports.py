"""Reports of what should not be here, and what moderators decide on them."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import LiteralString

from graphdb.accounts.lock import lock_account, lock_accounts
from graphdb.accounts.moments import now, written
from graphdb.accounts.text import paragraphs
from graphdb.audit import AuditKind, audit
from graphdb.collaboration.blocks import person_behind
from graphdb.collaboration.errors import (
    OneselfError,
    ReportClosedError,
    TooManyReportsError,
    UnknownPersonError,
    UnknownReportError,
)
from graphdb.collaboration.upheld import withhold
from graphdb.follows.errors import UnknownEntityError
from graphdb.graph import Change, Graph
from graphdb.ids import kind_of, new_id
from graphdb.keyset import Key, Order, PageRequest
from graphdb.notifications.notify import notify
from graphdb.notifications.records import NotificationKind
from graphdb.pages import Edge, Page
from graphdb.private_lists import PrivateList, private_page

LONGEST_TEXT = 2_000
MAX_OPEN = 50
"""Reports of one account that wait at once."""


class ReportReason(StrEnum):
    """What is wrong with a thing."""

    SPAM = "SPAM"
    HARASSMENT = "HARASSMENT"
    IMPERSONATION = "IMPERSONATION"
    WRONG_DATA = "WRONG_DATA"
    OTHER = "OTHER"


class ReportState(StrEnum):
    """How a report stands."""

    OPEN = "OPEN"
    CLOSED = "CLOSED"


class ReportDecision(StrEnum):
    """What a moderator found."""

    UPHELD = "UPHELD"
    DISMISSED = "DISMISSED"


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """A report, as who made it or a moderator sees it."""

    id: str
    state: ReportState
    reason: ReportReason
    text: str | None
    about: str
    """Id of what is reported."""
    quoted: str | None
    """What was written there when it was reported, where moderators cannot read it otherwise."""
    against: str | None
    """Id of the author record of the one whose thing it is."""
    reporter: str | None
    """Id of the author record of the one who reports."""
    created_at: str
    closed_at: str | None
    decision: ReportDecision | None

    def __post_init__(self) -> None:
        object.__setattr__(self, "state", ReportState(self.state))
        object.__setattr__(self, "reason", ReportReason(self.reason))
        object.__setattr__(self, "decision", ReportDecision(self.decision) if self.decision else None)


_ROW: LiteralString = (
    "n{.id, .state, .reason, .text, .about, .quoted, created_at: n.createdAt, closed_at: n.closedAt, .decision, "
    "against: head([(:Account {id: n.against})-[:OWNS]->(r:Researcher) | r.id]), "
    "reporter: head([(:Account {id: n.by})-[:OWNS]->(r:Researcher) | r.id])}"
)

QUOTE: LiteralString = """
OPTIONAL MATCH (m:Message {id: $about})
OPTIONAL MATCH (i:Invitation {id: $about})
RETURN coalesce(m.text, i.message), m.sender, head([(s:Account)-[:SENT]->(i) | s.id])
"""

OPEN_REPORTS: LiteralString = """
MATCH (n:Report {by: $account})
WHERE n.openKey <> $key
RETURN count(n)
"""

SAVE_REPORT: LiteralString = f"""
MERGE (n:Report {{openKey: $key}})
ON CREATE SET n += $report
RETURN {_ROW}, n.id = $report.id
"""


async def report(change: Change, account: str, about: str, reason: ReportReason, text: str | None) -> ReportRecord:
    """Report something to the moderators: the same thing again, while that waits, is the same report.

    `about` is the current id of an entity, or the id of an invitation, conversation or message of the account's. Raises
    `UnknownEntityError`, `OneselfError`, `TooManyReportsError`, `BadAccountInputError`.
    """
    said = paragraphs("text", text, LONGEST_TEXT)
    await lock_account(change, account)
    against: str | None = None
    try:
        against = await person_behind(change, account, about)
    except UnknownPersonError:
        # Of an entity that nobody has claimed there is nobody to be found; whether it is there was asked before.
        if kind_of(about) is None:
            raise UnknownEntityError from None
    [[quoted, *writers]] = await change.run(QUOTE, about=about)
    against = next((writer for writer in writers if writer is not None), against)
    if against == account:
        raise OneselfError("reports")
    key = f"{account} {about}"
    [[count]] = await change.run(OPEN_REPORTS, account=account, key=key)
    if count >= MAX_OPEN:
        raise TooManyReportsError(MAX_OPEN)
    new = {
        "id": new_id("Report"),
        "state": ReportState.OPEN,
        "reason": reason,
        "text": said,
        "about": about,
        "quoted": quoted,
        "against": against,
        "by": account,
        "createdAt": written(now()),
    }
    [[row, fresh]] = await change.run(SAVE_REPORT, key=key, report=new)
    if fresh:
        await audit(change, AuditKind.REPORTED, account, new["id"], thing=about, reason=reason)
    return ReportRecord(**row)


HOLD_REPORT: LiteralString = """
MATCH (n:Report {id: $id})
SET n.lockedAt = $now
RETURN n.id
"""

CLOSE_REPORT: LiteralString = f"""
MATCH (n:Report {{id: $id}})
WITH n, n.state = 'OPEN' AS was
SET n.decision = CASE WHEN was THEN $decision ELSE n.decision END,
    n.closedAt = CASE WHEN was THEN $now ELSE n.closedAt END,
    n.state = 'CLOSED', n.openKey = null, n.lockedAt = null
RETURN {_ROW}, was
"""


PARTIES: LiteralString = """
MATCH (n:Report {id: $id})
RETURN [account IN [n.by, n.against] WHERE account IS NOT NULL]
"""


async def close_report(change: Change, moderator: str, id_: str, decision: ReportDecision) -> ReportRecord:
    """Close a report; with the same decision again is no error.

    Who reported is told of the decision. Where it is upheld, what was reported is withheld, as far as that can be, and
    whose it is is told. Raises `UnknownReportError`, `ReportClosedError`.
    """
    # Accounts are held before anything of theirs, as by all that people do.
    for (parties,) in await change.run(PARTIES, id=id_):
        await lock_accounts(change, parties)
    if not await change.run(HOLD_REPORT, id=id_, now=written(now())):
        raise UnknownReportError
    [[row, was_open]] = await change.run(CLOSE_REPORT, id=id_, decision=decision, now=written(now()))
    if row["decision"] != decision:
        raise ReportClosedError(row["decision"])
    if was_open:
        await _followed(change, moderator, id_, decision)
    return ReportRecord(**row)


ABOUT: LiteralString = """
MATCH (n:Report {id: $id})
RETURN n.about, n.by, n.against
"""


async def _followed(change: Change, moderator: str, id_: str, decision: ReportDecision) -> None:
    [[about, reporter, reported]] = await change.run(ABOUT, id=id_)
    upheld = decision is ReportDecision.UPHELD
    withheld = upheld and await withhold(change, about)
    await audit(change, AuditKind.REPORT_CLOSED, moderator, id_, decision=decision, withheld=withheld)
    if reporter is not None:
        await notify(change, reporter, NotificationKind.REPORT_DECIDED, id_, detail=decision)
    if upheld and reported is not None:
        await notify(change, reported, NotificationKind.REPORT_UPHELD, about)


REPORT: LiteralString = f"""
MATCH (n:Report {{id: $id}})
WHERE $all OR n.by = $account
RETURN {_ROW}
"""


async def report_by_id(graph: Graph, account: str, id_: str, *, everybodys: bool) -> ReportRecord | None:
    """Return a report of the account's, or anybody's if that is asked for, None if there is none; one Cypher call."""
    rows = await graph.read(REPORT, id=id_, account=account, all=everybodys)
    return ReportRecord(**rows[0][0]) if rows else None


REPORT_ORDER = Order("CREATED", (Key("n.createdAt", str), Key("n.id", str)))
"""Who waits longest comes first."""

REPORTS: PrivateList[ReportRecord] = PrivateList(
    "MATCH (n:Report) WHERE n.createdAt > '' AND n.state IN $list.states", _ROW, REPORT_ORDER, ReportRecord
)


async def reports(graph: Graph, states: Collection[ReportState], request: PageRequest) -> Page[Edge[ReportRecord]]:
    """Return a page of all reports; one Cypher call."""
    return await private_page(graph, REPORTS, request, states=list(states))
