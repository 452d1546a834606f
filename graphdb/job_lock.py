"""One worker at a time: who may run a job now, by a node that says until when it is somebody's."""

from typing import LiteralString

from graphdb.accounts.moments import after, now, written
from graphdb.graph import Change, Graph

CLOCKS_DIFFER = 60.0
"""Seconds by which the clocks of two workers may differ."""

# The write takes the lock before the next query reads.
HOLD_JOB: LiteralString = """
MERGE (l:Lock {name: $name})
SET l.askedAt = $now
"""

TAKE_JOB: LiteralString = """
MATCH (l:Lock {name: $name})
WITH l, l.heldUntil IS NULL OR l.heldUntil <= $now OR l.heldUntil > $latest AS free
WITH l, free AND (l.doneAt IS NULL OR l.doneAt <= $again OR l.doneAt > $soon) AS due
SET l.heldUntil = CASE WHEN due THEN $until ELSE l.heldUntil END,
    l.holder = CASE WHEN due THEN $holder ELSE l.holder END
RETURN due
"""

FINISH_JOB: LiteralString = """
MATCH (l:Lock {name: $name, holder: $holder})
SET l.heldUntil = null, l.holder = null, l.doneAt = $now
"""


async def take_job(graph: Graph, name: str, holder: str, *, every: float, longest: float) -> bool:
    """Return whether the job is due, and `holder`'s to run for `longest` seconds.

    It is due when nobody has finished it for `every` seconds and nobody holds it: who holds it and vanishes loses it
    after `longest`. Times from the future, which a clock that was ahead has left, count for nothing.
    """

    async def work(change: Change) -> bool:
        await change.run(HOLD_JOB, name=_lock(name), now=written(now()))
        # Only now: whoever held the lock meanwhile may have done the job.
        moment = now()
        [[due]] = await change.run(
            TAKE_JOB,
            name=_lock(name),
            holder=holder,
            now=written(moment),
            soon=after(moment, CLOCKS_DIFFER),
            again=after(moment, -every),
            until=after(moment, longest),
            latest=after(moment, longest + CLOCKS_DIFFER),
        )
        return bool(due)

    return await graph.change(work)


async def finish_job(graph: Graph, name: str, holder: str) -> None:
    """Say that the job is done."""
    await graph.write(FINISH_JOB, name=_lock(name), holder=holder, now=written(now()))


def _lock(name: str) -> str:
    return f"job {name}"
