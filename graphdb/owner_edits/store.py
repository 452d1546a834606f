"""Edits in a transaction of the writer: written, read, and turned."""

from dataclasses import dataclass
from typing import Any, LiteralString

from graphdb.accounts.moments import now, written
from graphdb.audit import CREATE_AUDIT_EVENT, AuditKind, audit_event
from graphdb.ids import new_id
from graphdb.moderation.figures import researcher_of
from graphdb.notifications.notify import telling
from graphdb.notifications.records import NotificationKind
from graphdb.owner_edits.errors import NotOwnerError, UnknownEditError
from graphdb.owner_edits.records import EDIT, OwnerEditKind, OwnerEditRecord, OwnerEditState
from graphdb.writer.transaction import Transaction

OWNS = """
MATCH (a:Account {id: $account})
RETURN EXISTS { (a)-[:OWNS]->(:Researcher {id: $id}) }
"""


def owned_by(tx: Transaction, account: str, id_: str) -> str:
    """Return the current id of a record of the account's; raises `UnknownResearcherError` and `NotOwnerError`."""
    record = researcher_of(tx, id_)
    found = tx.run(OWNS, account=account, id=record).single()
    if found is None or not found[0]:
        raise NotOwnerError
    return record


@dataclass(frozen=True, slots=True)
class NewEdit:
    """An edit to be made; see `OwnerEditRecord`."""

    kind: OwnerEditKind
    state: OwnerEditState = OwnerEditState.STANDS
    value: str | None = None
    since: int | None = None
    work: str | None = None
    author_key: str | None = None
    author_name: str | None = None
    decisions: tuple[str, ...] = ()


CREATE: LiteralString = f"""
MATCH (a:Account {{id: $account}}), (r:Researcher {{id: $record}})
CALL () {{
  MATCH (last:OwnerEdit)
  WHERE last.number > 0
  RETURN coalesce(max(last.number), 0) + 1 AS number
}}
CREATE (a)-[:EDITED]->(n:OwnerEdit)-[:EDITS]->(r)
SET n = $properties, n.number = number
RETURN {EDIT}
"""


def make(tx: Transaction, account: str, record: str, edit: NewEdit) -> OwnerEditRecord:
    """Write an edit of a record by an account, and return it; the writer's lock keeps the numbers apart."""
    properties: dict[str, Any] = {
        "id": new_id("OwnerEdit"),
        "account": account,
        "kind": edit.kind,
        "state": edit.state,
        "value": edit.value,
        "since": edit.since,
        "work": edit.work,
        "authorKey": edit.author_key,
        "authorName": edit.author_name,
        "decisions": list(edit.decisions) or None,
        "createdAt": written(now()),
    }
    row = tx.run(CREATE, account=account, record=record, properties=properties).single(strict=True)[0]
    return OwnerEditRecord(**row)


FIND: LiteralString = f"""
MATCH (n:OwnerEdit {{id: $id}})-[:EDITS]->(r:Researcher)
RETURN {EDIT}
"""


def find(tx: Transaction, id_: str) -> OwnerEditRecord:
    """Return an edit; raises `UnknownEditError`."""
    found = tx.run(FIND, id=id_).single()
    if found is None:
        raise UnknownEditError
    return OwnerEditRecord(**found[0])


STANDING: LiteralString = f"""
MATCH (:Account {{id: $account}})-[:EDITED]->(n:OwnerEdit {{kind: $kind}})-[:EDITS]->(r:Researcher {{id: $record}})
WHERE n.state IN ['STANDS', 'PROPOSED'] AND n.work IN $works
WITH n, r ORDER BY n.number DESC
RETURN {EDIT}
"""
WORK_NAMES = """
OPTIONAL MATCH (known:Work {id: $id})
OPTIONAL MATCH (:Identifier {scheme: 'id', value: $id})-[:IDENTIFIES]->(alias:Work)
WITH coalesce(known, alias) AS w LIMIT 1
RETURN [id IN [w.id, $id] + [(w)<-[:IDENTIFIES]-(i:Identifier {scheme: 'id'}) | i.value] WHERE id IS NOT NULL]
"""


def standing(tx: Transaction, account: str, record: str, kind: OwnerEditKind, work: str) -> OwnerEditRecord | None:
    """Return the account's edit of a kind about a work, by any of its ids, that stands or is proposed."""
    works = tx.run(WORK_NAMES, id=work).single(strict=True)[0]
    found = tx.run(STANDING, account=account, record=record, kind=kind, works=works).values()
    edits = (OwnerEditRecord(**row) for (row,) in found)
    return next((edit for edit in edits if edit.state is not OwnerEditState.UNDONE), None)


TURN: LiteralString = f"""
MATCH (n:OwnerEdit {{id: $id}})-[:EDITS]->(r:Researcher)
SET n.state = $state, n.changedAt = $now, n.reason = $reason
RETURN {EDIT}
"""


def turn(tx: Transaction, id_: str, state: OwnerEditState, reason: str | None = None) -> OwnerEditRecord:
    """Bring an edit into another state, and return it."""
    row = tx.run(TURN, id=id_, state=state, reason=reason, now=written(now())).single(strict=True)[0]
    return OwnerEditRecord(**row)


def tell_of(tx: Transaction, edit: OwnerEditRecord, by: str) -> OwnerEditRecord:
    """Tell who made an edit what somebody else has decided on it, and return it."""
    if edit.account != by:
        step = telling(edit.account, NotificationKind.EDIT_DECIDED, edit.id, detail=edit.state)
        tx.run(step.cypher, **step.parameters).consume()
    return edit


CARRY_OUT = """
MATCH (n:OwnerEdit {id: $id})
SET n.decisions = coalesce(n.decisions, []) + $decision
"""


def carry_out(tx: Transaction, id_: str, decision: str) -> None:
    """Note that a decision on who is who is part of what carries out an edit."""
    tx.run(CARRY_OUT, id=id_, decision=decision).consume()


def log(tx: Transaction, kind: AuditKind, by: str, about: str, **details: object) -> None:
    """Write to the audit log, in the transaction of what is done."""
    tx.run(CREATE_AUDIT_EVENT, event=audit_event(kind, by, about, **details)).consume()
