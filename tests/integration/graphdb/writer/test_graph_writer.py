"""What becomes of an import's transactions that Neo4j ends so that others may go on."""

import threading
from contextlib import suppress

from neo4j.exceptions import TransientError

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.writer.graph_writer import GraphWriter
from graphdb.writer.transaction import Transaction

TOUCH = "MATCH (n:Deadlocked) WHERE n.name IN $names SET n.by = coalesce(n.by, []) + $by"
# Neo4j ends the one of two that holds fewer locks.
BALLAST = [f"ballast {number}" for number in range(100)]
PATIENCE = 30
ROUNDS = 20


def test_a_transaction_that_a_deadlock_ends_is_run_again(clean_graph: Endpoint) -> None:
    tried: list[int] = []

    def write(tx: Transaction) -> str:
        tried[-1] += 1
        tx.run(TOUCH, names=["first"], by="import").consume()
        if tried[-1] == 1:
            holds_first.set()
            assert holds_second.wait(PATIENCE)
        tx.run(TOUCH, names=["second"], by="import").consume()
        return "written"

    def contend() -> None:
        # Whichever of the two Neo4j ends, the other goes on.
        with (
            suppress(TransientError),
            driver.session(database=clean_graph.database) as session,
            session.begin_transaction() as tx,
        ):
            tx.run(TOUCH, names=["second", *BALLAST], by="other").consume()
            holds_second.set()
            assert holds_first.wait(PATIENCE)
            tx.run(TOUCH, names=["first"], by="other").consume()

    with GraphWriter.open(clean_graph, "deadlocked") as writer, open_driver(clean_graph) as driver:
        names = ["first", "second", *BALLAST]
        driver.execute_query("UNWIND $names AS name CREATE (:Deadlocked {name: name})", names=names)
        while max(tried, default=0) < 2 and len(tried) < ROUNDS:
            holds_first, holds_second = threading.Event(), threading.Event()
            tried.append(0)
            other = threading.Thread(target=contend)
            other.start()
            assert writer.transact(write) == "written"
            other.join(PATIENCE)
        assert max(tried) == 2
        found = driver.execute_query("MATCH (n:Deadlocked) WHERE n.name IN $names RETURN n.by AS by", names=names[:2])
    # What was ended has left nothing: the import has written both once a round.
    assert [record["by"].count("import") for record in found.records] == [len(tried)] * 2
