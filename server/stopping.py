"""The order to stop, told to those who would go on for as long as somebody listens.

uvicorn lets requests come to their end before it ends the application, and event streams have none.
"""

import asyncio
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def told_to_stop(stopping: asyncio.Event) -> Iterator[None]:
    """Set the event when the process is told to stop, before whoever has handled the signal so far does.

    Only the main thread may handle signals; a server in another one is not stopped by them.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    loop = asyncio.get_running_loop()
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}

    def handle(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(stopping.set)
        earlier = before[signal.Signals(number)]
        if callable(earlier):
            earlier(number, frame)

    for number in before:
        signal.signal(number, handle)
    try:
        yield
    finally:
        for number, earlier in before.items():
            signal.signal(number, earlier)
