"""What owners say of themselves, and taking it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import LiteralString

from graphdb.audit import AuditKind
from graphdb.derived.entities import recount
from graphdb.derived.researchers import refresh_researchers
from graphdb.owner_edits.errors import EditStateError, UnknownEditError, UnknownInstitutionError
from graphdb.owner_edits.records import OwnerEditKind, OwnerEditRecord, OwnerEditState
from graphdb.owner_edits.store import NewEdit, find, log, make, owned_by, tell_of, turn
from graphdb.owner_edits.words import NO_WORDS, WORDS, Words, words_of
from graphdb.writer.graph_writer import GraphWriter
from graphdb.writer.lookup import collected
from graphdb.writer.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing that an owner says; a value of None: what sources say is to be shown again."""

    kind: OwnerEditKind
    value: str | None
    since: int | None = None


INSTITUTION = """
OPTIONAL MATCH (known:Institution {id: $id})
OPTIONAL MATCH (:Identifier {scheme: 'id', value: $id})-[:IDENTIFIES]->(alias:Institution)
RETURN coalesce(known.id, alias.id) LIMIT 1
"""


def say(writer: GraphWriter, account: str, researcher: str, sayings: Sequence[Saying]) -> str:
    """Have a record show what its owner says, and return its current id; what is said already is no edit.

    Raises `BadIdError`, `UnknownResearcherError`, `NotOwnerError`, `UnknownInstitutionError`.
    """

    def body(tx: Transaction) -> str:
        record = owned_by(tx, account, researcher)
        before = words_of(tx, [record]).get(record, NO_WORDS)
        edits = []
        for each in sayings:
            value = each.value
            if each.kind is OwnerEditKind.AFFILIATION and value is not None:
                value = tx.run(INSTITUTION, id=value).single(strict=True)[0]
                if value is None:
                    raise UnknownInstitutionError
            if _said(before, each.kind) != (value, each.since):
                edits.append(make(tx, account, record, NewEdit(each.kind, value=value, since=each.since)))
        if edits:
            show(tx, [record])
            ids, kinds = [edit.id for edit in edits], [edit.kind for edit in edits]
            log(tx, AuditKind.RESEARCHER_UPDATED, account, record, edits=ids, kinds=kinds)
        return record

    return writer.transact(body)


def _said(words: Words, kind: OwnerEditKind) -> tuple[str | None, int | None]:
    if kind is OwnerEditKind.AFFILIATION:
        return words.institution, words.since
    if kind is OwnerEditKind.OPEN_TO_COLLABORATE:
        said = words.open_to_collaborate
        return None if said is None else str(said).lower(), None
    value: str | None = getattr(words, kind.lower())
    return value, None


def unsay(writer: GraphWriter, by: str, id_: str, *, everybodys: bool) -> OwnerEditRecord:
    """Take a word back, and return the edit; the record shows what was said before, or what sources say.

    `everybodys`: whoever made it; else it must be the account's own. Raises `UnknownEditError` and `EditStateError`.
    """

    def body(tx: Transaction) -> OwnerEditRecord:
        edit = find(tx, id_)
        if edit.account != by and not everybodys:
            raise UnknownEditError
        if edit.kind not in WORDS:
            raise EditStateError("This edit is about a work.", "It is undone as a decision.")
        if edit.state is OwnerEditState.UNDONE:
            return edit
        undone = turn(tx, id_, OwnerEditState.UNDONE)
        show(tx, [edit.researcher_id])
        log(tx, AuditKind.OWNER_EDIT_UNDONE, by, id_, record=edit.researcher_id, what=edit.kind)
        return tell_of(tx, undone, by)

    return writer.transact(body)


INSTITUTIONS = """
UNWIND $ids AS id
MATCH (:Researcher {id: id})-[:AFFILIATED_WITH]->(i)
RETURN collect(DISTINCT i.id)
"""
BUSY = """
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
RETURN count(CASE WHEN r:Dirty OR r:Loaded OR r:Unresolved
    OR EXISTS { (r)-[:AFFILIATED_WITH]->(:Dirty) } THEN 1 END) > 0
"""
SET_WORDS: LiteralString = """
UNWIND $rows AS row
MATCH (r:Researcher {id: row.id})
SET r += row.properties, r:Dirty
"""


def show(tx: Transaction, records: Sequence[str]) -> None:
    """Have records show what their owners say now.

    While an import is on that has to do with one, name and affiliation wait for its end.
    """
    ids = sorted(set(records))
    if tx.run(BUSY, ids=ids).single(strict=True)[0]:
        words = words_of(tx, ids)
        rows = [{"id": id_, "properties": words.get(id_, NO_WORDS).properties()} for id_ in ids]
        tx.run(SET_WORDS, rows=rows).consume()
        return
    before = set(collected(tx.run(INSTITUTIONS, ids=ids)))
    refresh_researchers(tx, ids)
    after = set(collected(tx.run(INSTITUTIONS, ids=ids)))
    recount(tx, "Institution", sorted(before | after))
