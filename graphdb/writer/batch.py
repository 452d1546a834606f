"""One batch of changes, written in the order in which each step finds what it needs."""

from collections.abc import Sequence

from neo4j import ManagedTransaction

from graphdb.writer.authorships import link_authors
from graphdb.writer.citations import link_references
from graphdb.writer.entities import link_sources, link_topics, merge_entities
from graphdb.writer.state import WorkChange
from graphdb.writer.works import create_works, identify_works, merge_works, rename_works, store_records, update_works


def write_works(tx: ManagedTransaction, changes: Sequence[WorkChange], run: str, now: str) -> None:
    """Bring the works of `changes` to their new states, inside a transaction that holds the writer's lock.

    `run` is the import run's id, `now` its time (ISO 8601). Counters, slugs and people known by name only are left to
    `graphdb.derived.refresh`, which finds them by their labels.
    """
    new = [c for c in changes if not c.old_ids]
    standing = [c for c in changes if c.old_ids]
    if standing:
        merge_works(tx, [(c.old_ids[0], gone) for c in standing for gone in c.old_ids[1:]])
        rename_works(tx, [(c.old_ids[0], c.new.id) for c in standing if c.old_ids[0] != c.new.id])
        update_works(tx, standing)
    if new:
        create_works(tx, new, now)
    identify_works(tx, changes)
    store_records(tx, changes, run, now)
    merge_entities(tx, changes)
    link_topics(tx, changes, run)
    link_sources(tx, changes, run)
    link_authors(tx, changes, run)
    link_references(tx, changes, run)
