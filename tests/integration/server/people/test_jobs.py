"""What the server does by itself, on a real graph."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from graphdb import job_lock
from graphdb.accounts import moments, sweep
from graphdb.endpoint import Endpoint
from graphdb.graph import Graph
from server.jobs import Job, Jobs


@pytest.fixture
async def graph(endpoint: Endpoint) -> AsyncIterator[Graph]:
    async with Graph.open(endpoint, timeout=60) as graph:
        yield graph
        await graph.write("MATCH (l:Lock) WHERE l.name STARTS WITH 'job test' DELETE l")


def counting(name: str, runs: list[str], every: float = 3600) -> Job:
    async def run(_: Graph) -> int:
        runs.append(name)
        await asyncio.sleep(0)
        return 1

    return Job(name, every, 60, run)


async def test_of_many_workers_one_runs_a_job_and_none_again_before_its_time(graph: Graph) -> None:
    runs: list[str] = []
    job = counting("test once", runs)
    await asyncio.gather(*(Jobs(graph, [job]).run_due() for _ in range(20)))
    assert runs == ["test once"]
    assert await Jobs(graph, [job]).run_due() == []


async def test_a_job_is_due_again_after_its_time_and_after_a_clock_was_ahead(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[str] = []
    job = counting("test again", runs)
    true_now = moments.now
    monkeypatch.setattr(job_lock, "now", lambda: true_now() + timedelta(days=3650))
    assert await Jobs(graph, [job]).run_due() == ["test again"]
    monkeypatch.setattr(job_lock, "now", true_now)
    assert await Jobs(graph, [job]).run_due() == ["test again"]
    monkeypatch.setattr(job_lock, "now", lambda: true_now() + timedelta(seconds=3601))
    assert await Jobs(graph, [job]).run_due() == ["test again"]


async def test_a_job_that_fails_is_left_alone_until_its_lock_has_run_out(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(_: Graph) -> int:
        raise ValueError("no")

    runs: list[str] = []
    assert await Jobs(graph, [Job("test failing", 3600, 60, fail)]).run_due() == []
    job = counting("test failing", runs)
    assert await Jobs(graph, [job]).run_due() == []
    true_now = moments.now
    monkeypatch.setattr(job_lock, "now", lambda: true_now() + timedelta(seconds=61))
    assert await Jobs(graph, [job]).run_due() == ["test failing"]


async def test_the_sweep_takes_what_ended_a_week_ago_and_nothing_else(graph: Graph) -> None:
    moment = moments.now()
    await graph.write(
        "UNWIND $rows AS row CREATE (a:Session:Swept), (b:AccessToken:Swept), (c:UsedLink:Swept) "
        "SET a.expiresAt = row, b.expiresAt = row, c.expiresAt = row",
        rows=[moments.after(moment, days * 86_400) for days in (-8, -6, 1)],
    )
    try:
        # Other tests may have left something that has ended.
        assert await sweep.sweep(graph) >= 3
        [[left]] = await graph.read("MATCH (n:Swept) RETURN count(n)")
        assert left == 6
    finally:
        await graph.write("MATCH (n:Swept) DELETE n")
