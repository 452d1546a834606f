"""Fetching answers of an API, page by page, into a folder that is imported like any other."""

import hashlib
import importlib.metadata
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import requests
import stamina

from graphdb.errors import GraphError
from importers.live.settings import FetchSettings
from importers.live.sources import LIVE_SOURCES, PAGE, EmptyPageError, LiveSource, Look, UnusableAnswerError

MAX_ANSWER = 64 * 1024 * 1024
"""Bytes of one answer."""
PATIENCE = 120.0
"""Seconds that an API may ask to be left alone for; if it asks for more, the fetch ends and can be taken up again."""

_TIMEOUT = (10.0, 60.0)
"""Seconds to connect, and between two pieces of an answer."""
_ATTEMPTS = 6
_PIECE = 256 * 1024
_SHOWN = 200
_BUSY = 429
_NOT_FOUND = 404

Tell = Callable[[int, int | None], None]


class FetchFailedError(GraphError):
    """An API did not give what was asked of it; what it gave before is kept."""


class _BusyError(Exception):
    """The API cannot answer now."""

    def __init__(self, status: int, wait: float | None) -> None:
        super().__init__(f"it answers with status {status}")
        self.wait = wait
        """Seconds that it asks for."""


class _NothingError(Exception):
    """The API does not know what was asked for."""


class _State(msgspec.Struct):
    """How far a fetch is; kept beside its pages."""

    waiting: list[tuple[int, str]]
    """Addresses to ask, first things first, each with the number of its query."""
    records: list[int]
    """Of each query, how many came."""
    pages: int = 0


class Fetch:
    """A fetch of `queries` from the source called `name`, at most `most` records of each and the rest of their page.

    Raises:
        KeyError: there is no such source.
    """

    def __init__(self, settings: FetchSettings, name: str, queries: Sequence[str], most: int) -> None:
        self._settings = settings
        self._name = name
        self._source: LiveSource = LIVE_SOURCES[name]
        self._queries = queries
        self._most = most
        asked = msgspec.json.encode([name, list(queries), most])
        self.folder: Path = settings.data_dir / "fetched" / f"{name}-{hashlib.sha256(asked).hexdigest()[:12]}"
        """Where the answers are."""
        self._session = requests.Session()
        contact = f" (mailto:{settings.contact_email})" if settings.contact_email else ""
        self._session.headers["User-Agent"] = f"bzpeer/{importlib.metadata.version('bzpeer')}{contact}"
        self._session.headers["Accept"] = "application/json" if self._source.extension == "json" else "*/*"
        self._asked_at = -self._source.pause

    @property
    def format(self) -> str:
        """The format of the answers."""
        return self._source.format

    def run(self, *, resume: bool, tell: Tell, note: Callable[[str], None]) -> int:
        """Fetch what is missing and return how many records there are; `tell` is told how many of how many are there.

        With `resume` it goes on where an earlier fetch of the same was stopped; else it begins anew.

        Raises:
            FetchFailedError: says what the API did, and what to do.
        """
        state = self._begun() if resume else None
        if state is None:
            if resume:
                note("No fetch of this was stopped: this one begins at the start.")
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder.mkdir(parents=True)
            first = (self._source.first(self._settings, query, min(PAGE, self._most)) for query in self._queries)
            state = _State(list(enumerate(first)), [0] * len(self._queries))
        while state.waiting:
            number, url = state.waiting[0]
            total, then = self._take(state, number, url, note) if state.records[number] < self._most else (None, ())
            state.waiting[:1] = [(number, address) for address in then]
            self._save(state)
            tell(sum(state.records), total if len(self._queries) == 1 else None)
        return sum(state.records)

    def remove(self) -> None:
        """Remove the answers, once they are imported: what is not for us to keep may be among them."""
        shutil.rmtree(self.folder)

    def _take(
        self, state: _State, number: int, url: str, note: Callable[[str], None]
    ) -> tuple[int | None, Sequence[str]]:
        """Ask `url` and keep its answer; return how many its query finds, and which addresses to ask next."""
        try:
            body, look = self._ask(url)
        except _NothingError:
            note(f"{self._name} knows nothing of {self._queries[number]!r}.")
            return None, ()
        if look.total == 0:
            note(f"{self._name} finds nothing for {self._queries[number]!r}.")
        if look.records:
            state.pages += 1
            state.records[number] += look.records
            self._write(f"page-{state.pages:06}.{self._source.extension}", body)
        pending = sum(1 for other, _ in state.waiting[1:] if other == number)
        room = max(0, self._most - state.records[number] - pending)
        return look.total, look.then[:room]

    def _ask(self, url: str) -> tuple[bytes, Look]:
        try:
            for attempt in stamina.retry_context(
                on=_how_long, attempts=_ATTEMPTS, timeout=None, wait_initial=1.0, wait_max=30.0
            ):
                with attempt:
                    body = self._get(url)
                    return body, self._source.look(url, body)
        except requests.RequestException as error:
            raise FetchFailedError(
                f"{self._name} cannot be reached at {url}: {error}.",
                f"See that the network is there (BZPEER_{self._name.upper()}_URL says where to ask). {self._later()}",
            ) from error
        except _BusyError as error:
            wait = f", and asks to wait for {error.wait:,.0f} seconds" if error.wait else ""
            raise FetchFailedError(f"{self._name} does not answer {url}: {error}{wait}.", self._later()) from error
        except UnusableAnswerError as error:
            raise FetchFailedError(
                f"What {self._name} answers to {url} cannot be used: {error}.", f"Look at the query. {self._later()}"
            ) from error
        raise AssertionError("a retry ends with an answer or an error")

    def _get(self, url: str) -> bytes:
        time.sleep(max(0.0, self._asked_at + self._source.pause - time.monotonic()))
        try:
            with self._session.get(url, timeout=_TIMEOUT, stream=True) as response:
                if response.status_code == _NOT_FOUND:
                    raise _NothingError
                if response.status_code == _BUSY or response.status_code >= 500:
                    raise _BusyError(response.status_code, _retry_after(response))
                body = bytearray()
                for piece in response.iter_content(_PIECE):
                    body += piece
                    if len(body) > MAX_ANSWER:
                        raise FetchFailedError(
                            f"The answer of {self._name} to {url} is longer than {MAX_ANSWER:,} bytes."
                        )
                if not response.ok:
                    said = bytes(body[:_SHOWN]).decode("utf-8", "replace")
                    raise FetchFailedError(
                        f"{self._name} refuses {url} with status {response.status_code}: {said}", "Look at the query."
                    )
                return bytes(body)
        finally:
            self._asked_at = time.monotonic()

    def _later(self) -> str:
        return "What came before is kept: the same command with --resume goes on."

    def _begun(self) -> _State | None:
        try:
            return msgspec.json.decode((self.folder / "state.json.part").read_bytes(), type=_State)
        except (OSError, msgspec.MsgspecError):
            return None

    def _save(self, state: _State) -> None:
        # Not of a name that an import of the folder would take for records.
        self._write("state.json.part", msgspec.json.encode(state))

    def _write(self, name: str, data: bytes) -> None:
        draft = self.folder / f".{name}.draft"
        draft.write_bytes(data)
        draft.replace(self.folder / name)


def _retry_after(response: requests.Response) -> float | None:
    said = response.headers.get("Retry-After", "")
    return float(said) if said.isascii() and said.isdigit() else None


def _how_long(error: Exception) -> bool | float:
    """Say whether to ask again, or after how many seconds."""
    match error:
        case _BusyError(wait=float(wait)):
            return wait if wait <= PATIENCE else False
        case _BusyError() | EmptyPageError():
            return True
        case requests.ConnectionError() | requests.Timeout() | requests.exceptions.ChunkedEncodingError():
            return True
        case _:
            return False
