"""Asks several servers the same in turn, so that whatever else the machine does hits all alike."""

import http.client
import statistics
import time
from collections.abc import Mapping
from dataclasses import dataclass

import orjson

WARM_UP = 20
"""Requests to each before anything is timed: plans, caches, the virtual machine's compiler."""
TIMEOUT = 120.0


@dataclass(frozen=True, slots=True)
class Request:
    """A POST."""

    port: int
    path: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Timing:
    """Of one server, for one question."""

    p50: float
    """Milliseconds."""
    p99: float
    size: int
    """Bytes of an answer's body."""
    requests: int


class NoAnswerError(RuntimeError):
    """What came back is an error."""


class Asker:
    """Holds a connection to each server, as a browser does."""

    def __init__(self) -> None:
        self._connections: dict[int, http.client.HTTPConnection] = {}

    def ask(self, request: Request) -> bytes:
        """Return the body of an answer; raises `NoAnswerError` for one that is none."""
        try:
            return self._ask(request)
        except ConnectionError:
            # A connection that was idle for seconds may have been closed.
            del self._connections[request.port]
            return self._ask(request)

    def _ask(self, request: Request) -> bytes:
        if request.port not in self._connections:
            self._connections[request.port] = http.client.HTTPConnection("127.0.0.1", request.port, timeout=TIMEOUT)
        connection = self._connections[request.port]
        connection.request("POST", request.path, request.body, {"content-type": "application/json"})
        response = connection.getresponse()
        body = response.read()
        if response.status != 200 or body.startswith(b'{"errors"'):
            raise NoAnswerError(f"{request.port}{request.path} {response.status}: {body[:600]!r}")
        return body

    def data(self, request: Request) -> object:
        """Return what an answer has as `data`."""
        return orjson.loads(self.ask(request))["data"]

    def time(self, requests: Mapping[str, Request], seconds: float) -> dict[str, Timing]:
        """Ask all in turn for so long, and return what it took by the names of the servers."""
        taken: dict[str, list[float]] = {name: [] for name in requests}
        sizes: dict[str, int] = {}
        for _ in range(WARM_UP):
            for request in requests.values():
                self.ask(request)
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            for name, request in requests.items():
                started = time.perf_counter()
                sizes[name] = len(self.ask(request))
                taken[name].append((time.perf_counter() - started) * 1e3)
        return {name: _timing(times, sizes[name]) for name, times in taken.items()}


def _timing(times: list[float], size: int) -> Timing:
    times.sort()
    return Timing(statistics.median(times), times[int(len(times) * 0.99)], size, len(times))


def wait_for(request: Request, seconds: float = 60.0) -> None:
    """Return when the request is answered."""
    end = time.monotonic() + seconds
    while True:
        try:
            Asker().ask(request)
        except (OSError, http.client.HTTPException, NoAnswerError):
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
        else:
            return
