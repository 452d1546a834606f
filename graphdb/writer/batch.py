"""One batch of changes, written in the order in which each step finds what it needs."""

from collections.abc import Sequence

from graphdb.derived.slugs import assign_slugs
from graphdb.derived.works import settle_works
from graphdb.writer.authorships import link_authors
from graphdb.writer.citations import link_references
from graphdb.writer.decisions.suspending import suspend_of_works
from graphdb.writer.entities import link_sources, link_topics
from graphdb.writer.listings import unsettle_by_identifiers
from graphdb.writer.retractions import mark_retracted
from graphdb.writer.state import Key, Names, WorkChange
from graphdb.writer.transaction import Transaction
from graphdb.writer.works import create_works, identify_works, merge_works, rename_works, store_records, update_works


def write_works(tx: Transaction, changes: Sequence[WorkChange], names: Names, run: str, now: str) -> None:
    """Bring the works of `changes` to their new states, inside a transaction that holds the writer's lock.

    `names` are the nodes of all that the works name; they stand already. `run` is the import run's id, `now` its time
    (ISO 8601). What hangs on the works (people, topics, institutions and sources) is left to `graphdb.derived.refresh`,
    which finds it by its labels.
    """
    new = [c for c in changes if not c.old_ids]
    standing = [c for c in changes if c.old_ids]
    suspend_of_works(tx, (id_ for change in standing for id_ in change.old_ids))
    left_bases = [c.old.properties["slugBase"] for c in changes if c.old is not None]
    further: list[Key] = []
    if standing:
        left_bases += merge_works(tx, [(c.old_ids[0], gone) for c in standing for gone in c.old_ids[1:]])
        rename_works(tx, [(c.old_ids[0], c.new.id) for c in standing if c.old_ids[0] != c.new.id])
        update_works(tx, standing)
        further = identify_works(tx, standing)
        store_records(tx, standing, run, now)
    bases = [*(c.new.properties["slugBase"] for c in standing), *left_bases]
    slugs = assign_slugs(tx, "Work", bases, [(c.new.properties["slugBase"], c.new.id) for c in new])
    if new:
        create_works(tx, new, slugs, run, now)
    link_topics(tx, changes, names, run)
    link_sources(tx, changes, names, run)
    link_authors(tx, changes, names, run)
    if further:
        unsettle_by_identifiers(tx, further)
    link_references(tx, changes, run)
    mark_retracted(tx, [c.new.id for c in changes if c.old_ids or c.awaited])
    settle_works(tx, [c.new.id for c in changes if c.old_ids or c.awaited or c.new.references])
