"""One piece of work for both kinds of transaction: those of the serving process, which wait, and the writer's."""

from collections.abc import Generator
from typing import Any, LiteralString, NamedTuple, TypeVar

from graphdb.graph import Change
from graphdb.writer.transaction import Transaction

Result = TypeVar("Result")


class Step(NamedTuple):
    """A query to be run, whose rows the work goes on with."""

    cypher: LiteralString
    parameters: dict[str, Any]


Steps = Generator[Step, list[list[Any]], Result]
"""Work that yields its queries and is sent the rows of each."""


async def change_by(change: Change, steps: Steps[Result]) -> Result:
    """Do the work in a change and return what it returns."""
    try:
        step = next(steps)
        while True:
            step = steps.send(await change.run(step.cypher, **step.parameters))
    except StopIteration as end:
        result: Result = end.value
        return result


def write_by(tx: Transaction, steps: Steps[Result]) -> Result:
    """Do the work in a transaction of the writer and return what it returns."""
    try:
        step = next(steps)
        while True:
            step = steps.send(tx.run(step.cypher, **step.parameters).values())
    except StopIteration as end:
        result: Result = end.value
        return result
