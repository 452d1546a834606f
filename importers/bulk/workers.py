"""Processes that share the work of a bulk import, one for each core."""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import Any, TypeVar

MAX_WORKERS = 8
"""Each holds a batch of records and the modules of all formats: some 150 MB."""

A = TypeVar("A")
B = TypeVar("B")


def worker_count() -> int:
    """Return how many processes are of use here."""
    return min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, MAX_WORKERS)


@contextmanager
def pool(initializer: Callable[..., None], *arguments: Any) -> Iterator[ProcessPoolExecutor]:
    """Give processes that have run `initializer`: the only children of this process.

    They end with the block, and with this process if it is killed.
    """
    # Started anew and not forked: this process has threads.
    context = multiprocessing.get_context("spawn")
    executor = ProcessPoolExecutor(
        worker_count(), mp_context=context, initializer=_begin, initargs=(initializer, arguments)
    )
    try:
        yield executor
    except BaseException:
        # They may wait for ever for somebody who takes what they have read.
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        executor.shutdown(cancel_futures=True)


def _begin(initializer: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    threading.Thread(target=end_with_parent, daemon=True).start()
    initializer(*arguments)


def end_with_parent() -> None:
    """End this process when the one that started it has ended, however that was."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def share(executor: ProcessPoolExecutor, work: Callable[[A], B], tasks: Iterable[A]) -> Iterator[B]:
    """Yield `work` of each of `tasks`, in their order; few more are taken than there are processes."""
    running: deque[Future[B]] = deque()
    for task in tasks:
        running.append(executor.submit(work, task))
        if len(running) > 2 * worker_count():
            yield running.popleft().result()
    while running:
        yield running.popleft().result()
