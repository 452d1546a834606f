"""All passes in their order."""

from collections.abc import Callable, Iterator
from functools import partial

from graphdb.derived.collaborations import dirty_researchers, rebuild_collaborations
from graphdb.derived.entities import recount_entities
from graphdb.derived.fronts import all_made, labels_waiting, make_fronts, waiting_hubs
from graphdb.derived.names import resolve_names
from graphdb.derived.renamed import follow_renames
from graphdb.derived.researchers import refresh_researchers, waiting_researchers
from graphdb.derived.works import settle_dirty_works
from graphdb.writer.decisions.applying import apply_pending
from graphdb.writer.graph_writer import GraphWriter
from graphdb.writer.transaction import Transaction

BATCH = 2_000
NAMES = 250
"""Names a transaction: each may be that of many authorships, which all change hands."""

DECISIONS = 100
"""Decisions a transaction: each may move all works of a person."""

HUBS = 200
"""Nodes a transaction of which each may have thousands of works to count, or to rank."""


def refresh(writer: GraphWriter, progress: Callable[[str, int], None]) -> None:
    """Bring everything that is dirty or unresolved up to date, a batch a transaction.

    `progress` is told the name of the pass and how many it has done. Safe to kill and to run again, and beside imports.
    """

    def exhaust(name: str, work: Callable[[Transaction], int]) -> None:
        total = 0
        while done := writer.transact(work):
            total += done
            progress(name, total)

    exhaust("renamed institutions", partial(follow_renames, limit=BATCH))
    exhaust("names", partial(resolve_names, limit=NAMES))
    apply_decisions(writer, progress)
    exhaust("works", partial(settle_dirty_works, limit=BATCH))
    # Edges between people first: everybody's figures count them.
    for done, ids in _batches(writer.transact(dirty_researchers)):
        writer.transact(partial(rebuild_collaborations, ids=ids))
        progress("collaborations", done)
    for done, ids in _batches(writer.transact(waiting_researchers)):
        writer.transact(partial(refresh_researchers, ids=ids))
        progress("researchers", done)
    exhaust("topics", partial(recount_entities, label="Topic", limit=HUBS))
    exhaust("institutions", partial(recount_entities, label="Institution", limit=HUBS))
    exhaust("sources", partial(recount_entities, label="Source", limit=HUBS))
    for label in writer.transact(labels_waiting):
        for done, ids in _batches(writer.transact(partial(waiting_hubs, label=label)), HUBS):
            writer.transact(partial(make_fronts, label=label, ids=ids))
            progress("fronts", done)
    writer.transact(all_made)


def apply_decisions(writer: GraphWriter, progress: Callable[[str, int], None]) -> None:
    """Apply the decisions of moderators that were withdrawn while the rules looked at whom they are about."""
    total, done, after = 0, 1, 0
    while done:
        done, after = writer.transact(partial(apply_pending, after=after, limit=DECISIONS))
        total += done
        if done:
            progress("decisions", total)


def _batches(ids: list[str], size: int = BATCH) -> Iterator[tuple[int, list[str]]]:
    for start in range(0, len(ids), size):
        batch = ids[start : start + size]
        yield start + len(batch), batch
