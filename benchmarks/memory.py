"""What memory an import takes: its own processes', and Java's apart from that."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import psutil

JAVA = ("graphdb.embedded.child", "graphdb.embedded.tool")
"""Processes of ours that hold a Java virtual machine: Neo4j's memory, not the importer's."""
BETWEEN_LOOKS = 1.0
"""Seconds: to look takes some hundredths of one."""


@dataclass(slots=True)
class Memory:
    """Bytes that were in use at once, the most of them."""

    importer: int = 0
    java: int = 0
    together: int = 0

    def note(self, importer: int, java: int) -> None:
        """Raise the figures to these if they are larger."""
        self.importer = max(self.importer, importer)
        self.java = max(self.java, java)
        self.together = max(self.together, importer + java)


@contextmanager
def watched(pid: int, *watchers: Memory) -> Iterator[Memory]:
    """Watch the process `pid` and its children while the body runs; others may be told too."""
    peak = Memory()
    ended = threading.Event()
    watching = threading.Thread(target=_watch, args=(psutil.Process(pid), (peak, *watchers), ended), daemon=True)
    watching.start()
    try:
        yield peak
    finally:
        ended.set()
        watching.join()


def _watch(process: psutil.Process, watchers: tuple[Memory, ...], ended: threading.Event) -> None:
    with suppress(psutil.NoSuchProcess):
        while not ended.wait(BETWEEN_LOOKS):
            found = [_memory(each) for each in (process, *process.children(recursive=True))]
            for watcher in watchers:
                watcher.note(*(sum(memory for is_java, memory in found if is_java is java) for java in (False, True)))


def _memory(process: psutil.Process) -> tuple[bool, int]:
    """Return whether a process is Java's, and its bytes."""
    try:
        is_java = any(name in process.cmdline() for name in JAVA)
        memory = process.memory_full_info()
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return False, 0
    # What processes share is counted once, where the system tells.
    return is_java, int(getattr(memory, "pss", memory.uss))
