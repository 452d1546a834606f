"""What the server does by itself, at times: one worker at a time, whichever comes first."""

import asyncio
import random
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import structlog

from graphdb.accounts.sweep import sweep
from graphdb.collaboration.invitations import expire_invitations
from graphdb.errors import GraphError
from graphdb.graph import Graph
from graphdb.job_lock import finish_job, take_job
from graphdb.notifications.new_works import announce_new_works

log = structlog.stdlib.get_logger()

LOOK = 30.0
"""Seconds between two looks at what is due; each worker looks at its own moments."""


@dataclass(frozen=True, slots=True)
class Job:
    """Something to be done again and again."""

    name: str
    every: float
    """Seconds from one end to the next beginning, at least."""
    longest: float
    """Seconds after which it is ended, and another worker may begin it."""
    run: Callable[[Graph], Awaitable[int]]
    """Does it and returns how much there was to do. It may be run twice: who runs it may vanish before the end."""


SWEEP = Job("sweep", 3600.0, 300.0, sweep)

EXPIRY = Job("expire invitations", 3600.0, 300.0, expire_invitations)

NEW_WORKS = Job("new works", 20.0, 300.0, announce_new_works)

JOBS: tuple[Job, ...] = (SWEEP, EXPIRY, NEW_WORKS)
"""All jobs that need nothing but the graph."""


class Jobs:
    """Runs jobs in the background of a worker until it is cancelled."""

    def __init__(self, graph: Graph, jobs: Sequence[Job]) -> None:
        self._graph = graph
        self._jobs = jobs
        self._worker = secrets.token_hex(8)

    async def run(self) -> None:
        """Look for what is due, again and again."""
        while True:
            # Not at once: a server that has just started has better things to do, and several start together.
            await asyncio.sleep(LOOK * random.uniform(0.5, 1.5))  # noqa: S311
            await self.run_due()

    async def run_due(self) -> list[str]:
        """Run what is due and nobody else runs, and return the names of what was done."""
        return [job.name for job in self._jobs if await self._run(job)]

    async def _run(self, job: Job) -> bool:
        """Run a job if it is due, and tell whether it came to its end; what goes wrong is logged."""
        try:
            if not await take_job(self._graph, job.name, self._worker, every=job.every, longest=job.longest):
                return False
        except GraphError as error:
            log.debug("jobs_not_looked_for", reason=error.message)
            return False
        try:
            async with asyncio.timeout(job.longest):
                count = await job.run(self._graph)
            await finish_job(self._graph, job.name, self._worker)
        except Exception:
            # The job stays this worker's until its time is over, and is tried again then, not at once.
            log.exception("job_failed", job=job.name)
            return False
        log.info("job_done", job=job.name, count=count)
        return True
