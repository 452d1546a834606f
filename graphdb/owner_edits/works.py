"""Works that owners say are not theirs, or are missing on their records.

Both are carried out by decisions on who is who: what is disowned is split off; a missing work, once a moderator agrees,
is split off whoever it was given to, where that person has others, and merged into the record. So they stand whatever
is imported, merged and split, and are undone like those of moderators.
"""

from collections.abc import Callable

from graphdb.audit import AuditKind
from graphdb.entities import check_id
from graphdb.moderation.errors import (
    AlreadyUndoneError,
    DecisionError,
    NotTheirWorkError,
    UnknownWorkError,
)
from graphdb.moderation.figures import works_of
from graphdb.moderation.people import merge_researchers, split_researcher, undo_merge
from graphdb.owner_edits.errors import (
    AlreadyAuthorError,
    EditStateError,
    NoAuthorOfThatNameError,
    OwnProposalError,
    TooManyProposalsError,
    UnknownEditError,
)
from graphdb.owner_edits.records import OwnerEditKind, OwnerEditRecord, OwnerEditState
from graphdb.owner_edits.store import NewEdit, carry_out, find, log, make, owned_by, standing, tell_of, turn
from graphdb.records.decision import DecisionRecord
from graphdb.text import name_key
from graphdb.writer.authorships import same_author
from graphdb.writer.graph_writer import GraphWriter
from graphdb.writer.transaction import Transaction

MAX_PROPOSALS = 20
"""Of an account that wait for a moderator."""


class HeldByNameError(DecisionError):
    """The work is the only one of somebody whom an authority names."""


def disown(writer: GraphWriter, account: str, researcher: str, work: str) -> OwnerEditRecord:
    """Take a work off a record for its owner, and return the edit: the one that stands, where it was done before.

    Raises `BadIdError`, `UnknownResearcherError`, `UnknownWorkError`, `NotOwnerError`, `NotTheirWorkError`, and
    `NothingToSplitError` where it is the only one.
    """
    check_id(researcher, "Researcher")
    check_id(work, "Work")

    def before(tx: Transaction) -> tuple[str, OwnerEditRecord | None]:
        record = owned_by(tx, account, researcher)
        return record, standing(tx, account, record, OwnerEditKind.WORK_DISOWNED, work)

    record, known = writer.transact(before)
    if known is not None:
        return known
    done: list[OwnerEditRecord] = []

    def also(tx: Transaction, decision: DecisionRecord) -> None:
        owned = owned_by(tx, account, record)
        [taken] = decision.works
        edit = NewEdit(OwnerEditKind.WORK_DISOWNED, work=taken, decisions=(str(decision.id),))
        done[:] = [make(tx, account, owned, edit)]
        log(tx, AuditKind.WORK_DISOWNED, account, owned, edit=done[0].id, work=taken, decision=decision.id)

    try:
        split_researcher(writer, record, [work], by=account, reason="The owner of the record disowned it.", also=also)
    except NotTheirWorkError:
        # Somebody who came at the same time was first.
        _, known = writer.transact(before)
        if known is None:
            raise
        return known
    return done[0]


AUTHORS = """
OPTIONAL MATCH (known:Work {id: $work})
OPTIONAL MATCH (:Identifier {scheme: 'id', value: $work})-[:IDENTIFIES]->(alias:Work)
WITH coalesce(known, alias) AS w LIMIT 1
OPTIONAL MATCH (w)<-[a:AUTHORED]-(r:Researcher)
WITH w, a, r ORDER BY a.position
RETURN w.id, collect([a.key, a.position, a.rawName, r.id])
"""
NAMES = """
MATCH (r:Researcher {id: $record})
RETURN [r.name] + coalesce(r.nameVariants, [])
"""
WAITING = """
MATCH (:Account {id: $account})-[:EDITED]->(n:OwnerEdit {state: 'PROPOSED'})
RETURN count(n)
"""


def propose(writer: GraphWriter, account: str, researcher: str, work: str, position: int | None) -> OwnerEditRecord:
    """Say for the owner of a record that a work is theirs, and return the edit, which a moderator decides on.

    `position`: which of its authors they are; None: the one whose name is one of theirs. What is proposed already is
    the answer. Raises `UnknownResearcherError`, `UnknownWorkError`, `NotOwnerError`, `AlreadyAuthorError`,
    `NoAuthorOfThatNameError`, `TooManyProposalsError`.
    """
    check_id(researcher, "Researcher")

    def body(tx: Transaction) -> OwnerEditRecord:
        record = owned_by(tx, account, researcher)
        found, authors = tx.run(AUTHORS, work=work).single(strict=True)
        if found is None:
            raise UnknownWorkError(f"There is no work {work}.", "Look the id up again.")
        if any(holder == record for *_, holder in authors):
            raise AlreadyAuthorError("This work is on the record already.", "There is nothing to do.")
        if (known := standing(tx, account, record, OwnerEditKind.WORK_PROPOSED, found)) is not None and (
            known.state is OwnerEditState.PROPOSED
        ):
            return known
        if tx.run(WAITING, account=account).single(strict=True)[0] >= MAX_PROPOSALS:
            raise TooManyProposalsError(
                f"{MAX_PROPOSALS} proposals of yours wait already.", "Wait until moderators have decided on some."
            )
        names = tx.run(NAMES, record=record).single(strict=True)[0]
        key = _seat(names, [(key, place) for key, place, _, _ in authors if key is not None], position)
        if key is None:
            printed = ", ".join(f"{place} {name}" for _, place, name, _ in authors[:20])
            raise NoAuthorOfThatNameError(
                f"It is not clear which author of the work you are; it has: {printed}.",
                "Say with `position` which one is you.",
            )
        name = next(name for other, _, name, _ in authors if other == key)
        edit = NewEdit(
            OwnerEditKind.WORK_PROPOSED, OwnerEditState.PROPOSED, work=found, author_key=key, author_name=name
        )
        made = make(tx, account, record, edit)
        log(tx, AuditKind.WORK_PROPOSED, account, record, edit=made.id, work=found)
        return made

    return writer.transact(body)


def _seat(names: list[str], authors: list[tuple[str, int]], position: int | None) -> str | None:
    """Return the key of the authorship that is meant, None where that is not clear."""
    if position is not None:
        return next((key for key, place in authors if place == position), None)
    keys = [key for key, _ in authors]
    # As it is printed, before what may be short for it.
    exact = {key for key in keys if key.partition(" #")[0] in {name_key(name) for name in names}}
    alike = exact or {key for name in names if (key := same_author(name_key(name), keys)) is not None}
    return alike.pop() if len(alike) == 1 else None


def accept(writer: GraphWriter, moderator: str, id_: str, reason: str | None) -> OwnerEditRecord:
    """Put a proposed work on its record, for a moderator; one that is there already is the answer.

    It takes two decisions where the work is another's among others, a transaction each: who is interrupted in between
    does it again. Raises `UnknownEditError`, `EditStateError`, `OwnProposalError`, and `DecisionError` where it cannot
    be: because two authors of the work would be one, or because it is the only work of somebody whom an authority
    names, who would be merged as a whole.
    """
    while True:
        edit = _proposal(writer, moderator, id_)
        if edit.state is OwnerEditState.STANDS:
            return edit
        if edit.state is not OwnerEditState.PROPOSED:
            raise EditStateError(
                f"The proposal is {edit.state.value.lower()}.", "The owner may propose the work again."
            )
        holder = _holder(writer, edit)
        try:
            return _carried_out(writer, moderator, edit, holder, reason)
        except (DecisionError, EditStateError):
            # A moderator who came at the same time may have done the first half of it, or all.
            now = _proposal(writer, moderator, id_)
            if now.state is edit.state and _holder(writer, now) == holder:
                raise


def _carried_out(
    writer: GraphWriter, moderator: str, edit: OwnerEditRecord, holder: str, reason: str | None
) -> OwnerEditRecord:
    """Put the work of a proposal on its record, where `holder` has it now."""
    done: list[OwnerEditRecord] = []

    def noted(kind: AuditKind, *, last: bool) -> Callable[[Transaction, DecisionRecord], None]:
        def note(tx: Transaction, decision: DecisionRecord) -> None:
            carry_out(tx, edit.id, str(decision.id))
            log(tx, kind, moderator, str(decision.id), edit=edit.id)
            if last:
                done[:] = [_decided(tx, moderator, edit.id, OwnerEditState.STANDS, reason)]

        return note

    said = "The owner of the record proposed it."
    if holder != edit.researcher_id:
        if len(writer.transact(lambda tx: works_of(tx, holder))) > 1:
            also = noted(AuditKind.RESEARCHER_SPLIT, last=False)
            split = split_researcher(writer, holder, [str(edit.work)], by=moderator, reason=said, also=also)
            holder = split.after[-1].id
        elif writer.transact(lambda tx: _is_named(tx, holder)):
            raise HeldByNameError(
                f"It is the only work of {holder}, whom an authority names.",
                "If they are one person, merge them with `mergeResearchers`.",
            )
        also = noted(AuditKind.RESEARCHERS_MERGED, last=True)
        merge_researchers(writer, edit.researcher_id, holder, by=moderator, reason=said, also=also)
        return done[0]
    return writer.transact(lambda tx: _decided(tx, moderator, edit.id, OwnerEditState.STANDS, reason))


def reject(writer: GraphWriter, moderator: str, id_: str, reason: str | None) -> OwnerEditRecord:
    """Refuse a proposed work, for a moderator; raises `UnknownEditError`, `EditStateError` and `OwnProposalError`."""
    edit = _proposal(writer, moderator, id_)
    if edit.state is OwnerEditState.REJECTED:
        return edit
    return writer.transact(lambda tx: _decided(tx, moderator, id_, OwnerEditState.REJECTED, reason))


def _proposal(writer: GraphWriter, moderator: str, id_: str) -> OwnerEditRecord:
    edit = writer.transact(lambda tx: find(tx, id_))
    if edit.kind is not OwnerEditKind.WORK_PROPOSED:
        raise UnknownEditError
    if edit.account == moderator:
        raise OwnProposalError
    return edit


def _decided(tx: Transaction, by: str, id_: str, state: OwnerEditState, reason: str | None) -> OwnerEditRecord:
    edit = find(tx, id_)
    if edit.state is not OwnerEditState.PROPOSED:
        raise EditStateError(f"The proposal is {edit.state.value.lower()}.", "There is nothing to decide.")
    log(tx, AuditKind.PROPOSAL_DECIDED, by, id_, state=state, work=edit.work, record=edit.researcher_id)
    return tell_of(tx, turn(tx, id_, state, reason), by)


def _holder(writer: GraphWriter, edit: OwnerEditRecord) -> str:
    """Return whose the proposed authorship is now; the work may print its authors otherwise by now."""
    authors = writer.transact(lambda tx: tx.run(AUTHORS, work=edit.work).single(strict=True)[1])
    by_key: dict[str, str] = {key: holder for key, _, _, holder in authors if key is not None}
    key = same_author(str(edit.author_key), by_key)
    if key is None:
        raise NoAuthorOfThatNameError(
            f"The work has no author any more whom it calls {edit.author_name}.", "Reject the proposal."
        )
    return by_key[key]


NAMED = """
MATCH (r:Researcher {id: $id})
RETURN r.identityRule <> 'CURATED' AND (coalesce(r.keyed, false) OR EXISTS { (r)<-[:DESCRIBES]-() })
  OR EXISTS { (r)<-[:OWNS]-() }
"""


def _is_named(tx: Transaction, id_: str) -> bool:
    """Say whether an authority names a researcher, or somebody owns the record: then they are more than one work.

    Nothing names one who was merged in the meantime.
    """
    found = tx.run(NAMED, id=id_).single()
    return found is not None and bool(found[0])


def undo(writer: GraphWriter, by: str, id_: str, *, everybodys: bool) -> OwnerEditRecord:
    """Take back what an edit did to works, and return it; a proposal that waits is withdrawn.

    `everybodys`: whoever made it; else it must be the account's own, on a record that it owns. Raises
    `UnknownEditError`, `NotOwnerError` and `EditStateError`.
    """
    edit = writer.transact(lambda tx: find(tx, id_))
    if edit.account != by and not everybodys:
        raise UnknownEditError
    if not everybodys:
        writer.transact(lambda tx: owned_by(tx, by, edit.researcher_id))
    if edit.state is OwnerEditState.UNDONE:
        return edit
    if edit.state is OwnerEditState.REJECTED:
        raise EditStateError("The proposal was rejected.", "There is nothing to undo.")
    for decision in reversed(edit.decisions):
        try:
            undo_merge(writer, decision, by=by, reason="The edit was undone.", also=_undone(by, id_))
        except AlreadyUndoneError:
            continue

    def close(tx: Transaction) -> OwnerEditRecord:
        log(tx, AuditKind.OWNER_EDIT_UNDONE, by, id_, record=edit.researcher_id, what=edit.kind)
        return tell_of(tx, turn(tx, id_, OwnerEditState.UNDONE), by)

    return writer.transact(close)


def _undone(by: str, edit: str) -> Callable[[Transaction, DecisionRecord], None]:
    def note(tx: Transaction, decision: DecisionRecord) -> None:
        log(tx, AuditKind.DECISION_UNDONE, by, str(decision.id), edit=edit)

    return note
