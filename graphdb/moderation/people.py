"""Decisions on who is who, for moderators: merging researchers, splitting one, and taking that back.

Each is one transaction under the writer's lock: readers see it as a whole, figures and collaborations included. A
preview does all of it and takes it back before anybody can see it, so that what it tells is what would be. While an
import is on, a decision waits for its end where the people whom it is about wait as well.
"""

from collections.abc import Callable, Collection

from graphdb.entities import check_id
from graphdb.look_alikes.score import contradictions
from graphdb.moderation.errors import AlreadyUndoneError, CoauthorsError, NothingToSplitError, TooManyWorksError
from graphdb.moderation.figures import (
    figures_of,
    identifiers_of,
    researcher_of,
    same_researcher,
    seats_of,
    shared_works,
    works_of,
)
from graphdb.moderation.record import (
    Note,
    apply_new,
    find_decision,
    latest_decisions,
    mark_undone,
    new_decision,
    people_of,
    place,
    researchers_there,
    withdrawn,
)
from graphdb.moderation.settling import settle_after
from graphdb.records.decision import DecisionRecord
from graphdb.writer.decisions.applying import apply
from graphdb.writer.decisions.record import Decision
from graphdb.writer.decisions.splits import forget_split
from graphdb.writer.decisions.suspending import suspend
from graphdb.writer.graph_writer import GraphWriter
from graphdb.writer.transaction import Transaction

MAX_WORKS = 1_000
"""Works that one split may name."""

Also = Callable[[Transaction, DecisionRecord], None]
"""What is to be done in the transaction of a decision, after it; nothing is decided where it raises an error."""


def merge_researchers(
    writer: GraphWriter,
    keep: str,
    merge: str,
    *,
    by: str | None = None,
    reason: str | None = None,
    preview: bool = False,
    also: Also | None = None,
) -> DecisionRecord:
    """Make the researcher `merge` one with `keep`, who keeps her id, name and slug; ids may be old ones.

    Works, identifiers, aliases, followers and whatever else points at `merge` point at `keep`, and imports to come keep
    it so. `by` is the id of who decided, `reason` a text. `preview`: tell what would be, write nothing.

    Raises:
        BadIdError: A text is no id of a researcher.
        UnknownResearcherError: Nobody answers to one of the ids.
        SameResearcherError: Both are one (`AlreadyMergedError`: by a decision).
        CoauthorsError: They are two authors of one work.
    """
    check_id(keep, "Researcher")
    check_id(merge, "Researcher")

    def body(tx: Transaction) -> DecisionRecord:
        kept, gone = researcher_of(tx, keep), researcher_of(tx, merge)
        if kept == gone:
            raise same_researcher(tx, keep, merge, kept)
        if shared := shared_works(tx, kept, gone):
            raise CoauthorsError(
                f"{kept} and {gone} are two authors of {', '.join(shared)}, so they are two people.",
                "Where a source lists one person twice, split that work off one of them first.",
            )
        before = figures_of(tx, [kept, gone])
        note = Note(by, reason, works_of(tx, gone), identifiers_of(tx, gone))
        decision = new_decision(tx, "MERGE", kept, gone, note)
        settle_after(tx, [kept, gone], lambda: apply_new(tx, decision, [kept, gone]))
        return DecisionRecord(
            id=None if preview else decision.id,
            kind="MERGE",
            state=find_decision(tx, decision.id).state,
            before=before,
            after=figures_of(tx, [kept, gone]),
            works=note.works,
            identifiers=note.identifiers,
            contradictions=contradictions(before[0].identifiers, note.identifiers),
        )

    return _run(writer, body, preview=preview, also=also)


def split_researcher(
    writer: GraphWriter,
    researcher: str,
    works: Collection[str],
    *,
    by: str | None = None,
    reason: str | None = None,
    preview: bool = False,
    also: Also | None = None,
) -> DecisionRecord:
    """Give the authorships of `works`, by id, that are the researcher's to a new one, and keep them apart from now on.

    Identifiers, followers and aliases stay with `researcher`. The new one is never joined by name.

    Raises:
        BadIdError: A text is no id of a researcher, or of a work.
        UnknownResearcherError, UnknownWorkError: Nothing answers to one of the ids.
        NotTheirWorkError: The researcher is no author of one of the works.
        NothingToSplitError: No work is named, or all that there are.
        TooManyWorksError: More than `MAX_WORKS` are.
    """
    check_id(researcher, "Researcher")
    if len(works) > MAX_WORKS:
        raise TooManyWorksError(f"{len(works):,} works are more than the {MAX_WORKS:,} of one split.", "Split twice.")
    for work in works:
        check_id(work, "Work")

    def body(tx: Transaction) -> DecisionRecord:
        owner = researcher_of(tx, researcher)
        seats = seats_of(tx, owner, works)
        if not seats:
            raise NothingToSplitError("No work is named to split off.", "Name at least one.")
        taken = tuple(sorted({work for work, _ in seats}))
        if set(works_of(tx, owner)) <= set(taken):
            raise NothingToSplitError(
                f"These are all works of {owner}: nobody would be left.", "Name those alone that are somebody else's."
            )
        before = figures_of(tx, [owner])
        decision = new_decision(tx, "SPLIT", owner, None, Note(by, reason, taken))
        place(tx, decision.id, seats)
        settle_after(tx, [owner], lambda: apply_new(tx, decision, [owner]))
        return DecisionRecord(
            id=None if preview else decision.id,
            kind="SPLIT",
            state=find_decision(tx, decision.id).state,
            before=before,
            after=figures_of(tx, [owner, decision.other]),
            works=taken,
            identifiers=(),
            contradictions=(),
        )

    return _run(writer, body, preview=preview, also=also)


def undo_merge(
    writer: GraphWriter,
    decision: str,
    *,
    by: str | None = None,
    reason: str | None = None,
    preview: bool = False,
    also: Also | None = None,
) -> DecisionRecord:
    """Take back the merge or the split with the id `decision`; what imports brought since goes where it belongs.

    Other decisions about the same people stand. The graph is the one that it would be without the decision, but that
    ids and slugs which it made still answer, and that the decision stays on record.

    Raises:
        UnknownDecisionError: There is none of that id.
        AlreadyUndoneError: It has been undone.
    """

    def body(tx: Transaction) -> DecisionRecord:
        found = find_decision(tx, decision)
        if found.state == "UNDONE":
            raise AlreadyUndoneError(
                f"The decision {decision} was undone at {found.undoneAt}.", "There is nothing to undo."
            )
        people = people_of(tx, found)
        before = figures_of(tx, people)
        left: list[str] = []

        def work() -> list[str]:
            numbers = suspend(tx, people)
            mark_undone(tx, found.id, Note(by, reason))
            if found.kind == "SPLIT":
                forget_split(tx, found.id)
            others = withdrawn(tx, numbers)
            for each in others:
                apply(tx, each)
            left.extend(researchers_there(tx, [found.keep, found.other]))
            return researchers_there(
                tx, [*people, *(id_ for each in (found, *others) for id_ in (each.keep, each.other))]
            )

        settle_after(tx, people, work)
        return DecisionRecord(
            id=None if preview else found.id,
            kind=found.kind,
            state="UNDONE",
            before=before,
            after=figures_of(tx, left),
            works=tuple(found.works),
            identifiers=tuple(
                (scheme, value) for scheme, _, value in (each.partition(" ") for each in found.identifiers)
            ),
            contradictions=(),
        )

    return _run(writer, body, preview=preview, also=also)


def decisions(writer: GraphWriter, researcher: str | None = None, limit: int = 100) -> list[Decision]:
    """Return the latest decisions, those about one researcher if her id is given, undone ones included."""

    def body(tx: Transaction) -> list[Decision]:
        known = None if researcher is None else researcher_of(tx, check_id(researcher, "Researcher"))
        return latest_decisions(tx, known, limit)

    return writer.transact(body)


def _run(
    writer: GraphWriter, body: Callable[[Transaction], DecisionRecord], *, preview: bool, also: Also | None
) -> DecisionRecord:
    if preview:
        return writer.rehearse(body)

    def whole(tx: Transaction) -> DecisionRecord:
        done = body(tx)
        if also is not None:
            also(tx, done)
        return done

    return writer.transact(whole)
