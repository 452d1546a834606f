"""A transaction of the writer."""

from typing import Any, LiteralString

from neo4j import ManagedTransaction, Result
from neo4j import Transaction as OpenTransaction

# While a store grows, Neo4j throws plans away and makes the same ones again: a third of the time of a first import.
# The writer's queries find their nodes by keys alone, so that a plan made for an empty store fits a full one.
KEEP_PLAN: LiteralString = "CYPHER replan=skip\n"


class Transaction:
    """A transaction that holds the writer's lock."""

    def __init__(self, tx: ManagedTransaction | OpenTransaction) -> None:
        self._tx = tx

    def run(self, query: LiteralString, **parameters: Any) -> Result:
        """Run `query`, whose plan is kept whatever becomes of the store's statistics."""
        return self._tx.run(KEEP_PLAN + query, **parameters)
