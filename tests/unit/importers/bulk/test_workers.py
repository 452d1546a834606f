"""Processes that share the work of a bulk import."""

import multiprocessing
import os
import time
from collections.abc import Iterator

import pytest

from importers.bulk.workers import pool, share, worker_count


def nothing() -> None:
    """Begins a process that needs nothing."""


def squared(number: int) -> tuple[int, int]:
    if number < 0:
        raise ValueError(number)
    return number * number, os.getpid()


def test_results_come_in_order_from_other_processes_and_tasks_are_taken_a_few_at_a_time() -> None:
    taken = 0

    def tasks() -> Iterator[int]:
        nonlocal taken
        for number in range(100):
            taken = number
            yield number

    with pool(nothing) as executor:
        results = share(executor, squared, tasks())
        assert next(results)[0] == 0
        assert taken <= 2 * worker_count() + 1
        rest = list(results)
    assert [number for number, _ in rest] == [number**2 for number in range(1, 100)]
    assert os.getpid() not in {process for _, process in rest}


def test_what_fails_in_a_process_fails_here() -> None:
    with pool(nothing) as executor, pytest.raises(ValueError, match="-1"):
        list(share(executor, squared, [1, -1]))


def blocked(_number: int) -> None:
    time.sleep(3600)


def test_processes_that_wait_for_this_one_do_not_hold_up_the_end_of_a_failure() -> None:
    began = time.monotonic()
    with pytest.raises(ValueError, match="full disk"), pool(nothing) as executor:  # noqa: PT012 - both belong together
        waiting = executor.submit(blocked, 1)
        while not waiting.running():
            time.sleep(0.01)
        raise ValueError("full disk")
    assert time.monotonic() - began < 60
    assert multiprocessing.active_children() == []
