"""The write access of an import to the graph."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Self, TypeVar

from neo4j import Driver, ManagedTransaction

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.writer.lookup import take_lock
from graphdb.writer.transaction import Transaction

T = TypeVar("T")


class GraphWriter:
    """Transactions under the writer's lock: imports at once take turns, so that none overtakes or deadlocks another."""

    def __init__(self, driver: Driver, database: str, run: str) -> None:
        self.driver = driver
        self.database = database
        self.run = run
        """Id of the import run that the writes belong to."""

    @classmethod
    @contextmanager
    def open(cls, endpoint: Endpoint, run: str) -> Iterator[Self]:
        """Open a writer for the import run `run` at `endpoint`."""
        with open_driver(endpoint) as driver:
            yield cls(driver, endpoint.database, run)

    def transact(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in a transaction of its own; it is run again where Neo4j says that another try may succeed."""

        def locked(managed: ManagedTransaction) -> T:
            tx = Transaction(managed)
            take_lock(tx, self.run)
            return work(tx)

        with self.driver.session(database=self.database) as session:
            return session.execute_write(locked)

    def rehearse(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` as `transact` does, return what it returns, and leave the graph as it was."""
        with self.driver.session(database=self.database) as session, session.begin_transaction() as managed:
            tx = Transaction(managed)
            take_lock(tx, self.run)
            result = work(tx)
            managed.rollback()
            return result
