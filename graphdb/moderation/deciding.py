"""Decisions taken by the serving process: the writer's transactions, in a thread, with what is to be in the log."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from graphdb.audit import CREATE_AUDIT_EVENT, AuditKind, audit_event
from graphdb.endpoint import Endpoint
from graphdb.graph import domain_errors
from graphdb.records.decision import DecisionRecord
from graphdb.writer.graph_writer import GraphWriter
from graphdb.writer.transaction import Transaction

Result = TypeVar("Result")


async def decide(endpoint: Endpoint, work: Callable[[GraphWriter], Result]) -> Result:
    """Run `work` with the writer's access to the graph, and return what it returns.

    It goes on to its end when who asked has left. Raises what `work` raises, `GraphUnavailable` and `QueryTimeout`.
    """

    def run() -> Result:
        with domain_errors(), GraphWriter.open(endpoint, "moderation") as writer:
            return work(writer)

    return await asyncio.to_thread(run)


def logged(kind: AuditKind, by: str) -> Callable[[Transaction, DecisionRecord], None]:
    """Return what writes to the audit log, in the transaction of a decision, who took it and whom it is about."""

    def log(tx: Transaction, decision: DecisionRecord) -> None:
        people = [person.id for person in decision.before]
        event = audit_event(kind, by, decision.id, people=people, works=len(decision.works), state=decision.state)
        tx.run(CREATE_AUDIT_EVENT, event=event).consume()

    return log
