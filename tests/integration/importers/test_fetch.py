"""`bzpeer fetch`, against a server of ours that answers as the sources' APIs do."""

import json
import os
import subprocess
import sysconfig
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import stamina

from graphdb.endpoint import Endpoint
from importers.live.fetch import Fetch, FetchFailedError
from importers.live.settings import FetchSettings

BZPEER = Path(sysconfig.get_path("scripts")) / "bzpeer"
REGISTRIES = Path(__file__).with_name("registries")
NAMES = ("arxiv", "openalex", "crossref", "orcid", "ror")

Answer = tuple[int, dict[str, str], bytes]
Rows = Callable[..., list[list[Any]]]
Bzpeer = Callable[..., subprocess.CompletedProcess[str]]


def lines(name: str) -> list[Any]:
    return [json.loads(line) for line in (REGISTRIES / f"{name}.jsonl").read_text().splitlines()]


def atom(*numbers: int, total: int, error: str = "") -> bytes:
    entry = (
        "<entry><id>http://arxiv.org/abs/{}</id><title>Fetched {}</title><author><name>Ada Lovelace</name></author>"
        "<summary>{}</summary></entry>"
    )
    entries = [entry.format(f"1804.{number:05}v1", number, "We fetch.") for number in numbers]
    if error:
        entries = [entry.format("x", "Error", error).replace("/abs/x", "/api/errors#x")]
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id>'
        '<totalResults xmlns="http://a9.com/-/spec/opensearch/1.1/">'
        f"{total}</totalResults>{''.join(entries)}</feed>"
    ).encode()


class Api:
    """All five APIs on one port, with two pages for whatever is searched."""

    def __init__(self) -> None:
        self.asked: list[tuple[float, str, dict[str, str]]] = []
        """When, the path with its query, and the headers."""
        self.before: list[Answer] = []
        """Answers that come first, whatever is asked."""

    @property
    def paths(self) -> list[str]:
        return [path for _, path, _ in self.asked]

    def answer(self, path: str, asked: dict[str, str]) -> Answer:
        if self.before:
            return self.before.pop(0)
        found = self._found(path, asked)
        if found is None:
            return 404, {}, b'{"error": "no such thing"}'
        return 200, {}, found if isinstance(found, bytes) else json.dumps(found).encode()

    def _found(self, path: str, asked: dict[str, str]) -> Any:  # noqa: PLR0911 - a case an address
        match path.strip("/").split("/"):
            case ["arxiv"]:
                if asked.get("search_query") == "ti:broken":
                    return atom(total=1, error="incorrect id format")
                return atom(1, 2, total=3) if asked["start"] == "0" else atom(3, total=3)
            case ["openalex", "works"]:
                works = lines("openalex-works")
                first = asked["cursor"] == "*"
                page = works[:2] if first else works[2:]
                return {"meta": {"count": 3, "next_cursor": "more" if first else None}, "results": page}
            case ["openalex", "institutions", _]:
                return lines("openalex-institutions")[0]
            case ["crossref", "works"]:
                items = {"*": lines("crossref")[:1], "a+/=": lines("crossref")[1:], "b": []}[asked["cursor"]]
                following = {"*": "a+/=", "a+/=": "b", "b": "c"}[asked["cursor"]]
                message = {"total-results": 2, "items": items, "next-cursor": following}
                return {"status": "ok", "message-type": "work-list", "message": message}
            case ["crossref", "works", "10.1000%2Fone"]:
                return {"status": "ok", "message-type": "work", "message": lines("crossref")[0]}
            case ["orcid", "search"]:
                ids = [{"orcid-identifier": record["orcid-identifier"]} for record in lines("orcid")]
                page = ids[:1] if asked["start"] == "0" else ids[1:]
                return {"result": page, "num-found": len(ids)}
            case ["orcid", id_, "record"]:
                return next((each for each in lines("orcid") if each["orcid-identifier"]["path"] == id_), None)
            case ["ror", "organizations"]:
                items = lines("ror")
                return {"number_of_results": 23, "items": items[:3] if asked["page"] == "1" else items[3:]}
            case ["ror", "organizations", id_]:
                return next((each for each in lines("ror") if each["id"].endswith(id_)), None)
            case _:
                return None


@pytest.fixture
def api() -> Iterator[Api]:
    """The APIs; their address is in `api.url`."""
    told = Api()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told.asked.append((time.monotonic(), self.path, dict(self.headers)))
            parts = urlsplit(self.path)
            asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
            status, headers, body = told.answer(parts.path, asked)
            self.send_response(status)
            for name, value in {"content-length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    told.urls = {f"{name}_url": f"{url}/{name}" for name in NAMES}  # type: ignore[attr-defined]
    yield told
    server.shutdown()
    server.server_close()


@pytest.fixture
def bzpeer(clean_graph: Endpoint, data_dir: Path, api: Any, tmp_path: Path) -> Bzpeer:
    """Calls `bzpeer fetch` on the shared Neo4j, whose graph is empty at first."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BZPEER_")}
    settings = {f"BZPEER_{name.upper()}": value for name, value in api.urls.items()}

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [BZPEER, "fetch", *arguments],
            cwd=tmp_path,
            env={
                **environment,
                **settings,
                "BZPEER_DATA_DIR": str(data_dir),
                "BZPEER_CONTACT_EMAIL": "me@site.example",
            },
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return call


@pytest.fixture
def fetch(api: Any, tmp_path: Path) -> Iterator[Callable[..., Fetch]]:
    """Makes fetches that try twice and do not wait in between."""
    with stamina.set_testing(True, attempts=2):
        yield lambda name, *queries, most=1_000: Fetch(
            FetchSettings(data_dir=tmp_path, contact_email=None, **api.urls), name, queries, most
        )


def ignore(*_: object) -> None:
    pass


FOUND = {
    "arxiv": ("all:engines", 3, "MATCH (n:Work) RETURN n.title", ["Fetched 1", "Fetched 2", "Fetched 3"]),
    "openalex": ("engines", 3, "MATCH (n:Work)<-[:DESCRIBES]-(:Record {source: 'openalex'}) RETURN count(n)", [3]),
    "crossref": ("engines", 2, "MATCH (n:Work)<-[:DESCRIBES]-(:Record {source: 'crossref'}) RETURN count(n)", [2]),
    "orcid": ("family-name:Wang", 2, "MATCH (n:Researcher) WHERE n.orcid IS NOT NULL RETURN count(n)", [2]),
    "ror": ("north", 5, "MATCH (n:Institution {name: 'University of the North'}) RETURN n.ror", ["0abcde165"]),
}


@pytest.mark.parametrize("name", NAMES)
def test_all_pages_of_a_search_are_imported(name: str, bzpeer: Bzpeer, api: Api, rows: Rows, data_dir: Path) -> None:
    query, records, cypher, expected = FOUND[name]
    ended = bzpeer(name, query, "--json")
    assert ended.returncode == 0, ended.stderr
    summary = json.loads(ended.stdout)
    assert summary["read"] == records == sum(summary[each] for each in ("written", "merged", "unchanged"))
    assert sorted(row[0] for row in rows(cypher)) == expected
    assert not list((data_dir / "fetched").glob("*"))
    assert {headers["User-Agent"].partition("/")[0] for _, _, headers in api.asked} == {"bzpeer"}
    assert all("(mailto:me@site.example)" in headers["User-Agent"] for _, _, headers in api.asked)
    assert all(("mailto=me%40site.example" in path) == (name in {"openalex", "crossref"}) for path in api.paths)
    if name == "arxiv":
        (first, _, _), (second, _, _) = api.asked
        assert second - first >= 3


@pytest.mark.parametrize(
    ("name", "query", "path"),
    [
        ("openalex", "https://openalex.org/I27837315", "/openalex/institutions/I27837315"),
        ("crossref", "https://doi.org/10.1000/one", "/crossref/works/10.1000%2Fone"),
        ("orcid", "https://orcid.org/0000-0001-5109-3700", "/orcid/0000-0001-5109-3700/record"),
        ("ror", "0abcde262", "/ror/organizations/0abcde262"),
    ],
)
def test_an_id_is_asked_for_by_itself(name: str, query: str, path: str, fetch: Callable[..., Fetch], api: Api) -> None:
    fetched = fetch(name, query)
    assert fetched.run(resume=False, tell=ignore, note=ignore) == 1
    assert api.paths == [path]
    assert [page.name for page in fetched.folder.glob("page-*")] == ["page-000001.json"]


def test_what_is_not_known_and_what_is_no_source_are_said(bzpeer: Bzpeer) -> None:
    ended = bzpeer("ror", "0zzzzzz99", "0abcde262", "--json")
    assert ended.returncode == 0
    assert "ror knows nothing of '0zzzzzz99'" in ended.stderr
    assert json.loads(ended.stdout)["written"] == 1
    ended = bzpeer("ror", "0zzzzzz99")
    assert (ended.returncode, ended.stdout) == (0, "ror: nothing to import\n")
    ended = bzpeer("scholar", "x")
    assert ended.returncode == 2
    assert "Choose one of: arxiv, openalex, crossref, orcid, ror." in ended.stderr
    assert bzpeer("ror", " ").returncode == 2


def test_asking_again_leaves_standard_output_to_the_summary(bzpeer: Bzpeer, api: Api) -> None:
    api.before = [(429, {"Retry-After": "0"}, b"slow down")]
    ended = bzpeer("ror", "0abcde262", "--json")
    assert json.loads(ended.stdout)["written"] == 1
    assert len(api.asked) == 2


def test_a_busy_api_is_asked_again_when_it_says(fetch: Callable[..., Fetch], api: Api) -> None:
    api.before = [(429, {"Retry-After": "0"}, b"slow down")]
    assert fetch("ror", "0abcde262").run(resume=False, tell=ignore, note=ignore) == 1
    assert len(api.asked) == 2
    api.before = [(503, {"Retry-After": "3600"}, b"")]
    with pytest.raises(FetchFailedError, match=r"asks to wait for 3,600 seconds.*--resume"):
        fetch("ror", "0abcde262").run(resume=False, tell=ignore, note=ignore)
    assert len(api.asked) == 3


def test_arxiv_is_asked_again_for_a_page_that_is_empty(fetch: Callable[..., Fetch], api: Api) -> None:
    api.before = [(200, {}, atom(total=3))]
    assert fetch("arxiv", "all:x", most=2).run(resume=False, tell=ignore, note=ignore) == 2
    assert api.paths[0] == api.paths[1]


def test_a_fetch_that_was_stopped_asks_only_for_what_is_missing(fetch: Callable[..., Fetch], api: Api) -> None:
    told: list[tuple[int, int | None]] = []
    notes: list[str] = []

    def tell(done: int, total: int | None) -> None:
        told.append((done, total))
        api.before = [(500, {}, b"oops")] * 2

    with pytest.raises(FetchFailedError, match="status 500"):
        fetch("openalex", "engines").run(resume=False, tell=tell, note=notes.append)
    assert told == [(2, 3)]
    before = len(api.asked)
    again = fetch("openalex", "engines")
    assert again.run(resume=True, tell=ignore, note=notes.append) == 3
    assert len(api.asked) == before + 1
    assert "cursor=more" in api.paths[-1]
    assert [page.name for page in sorted(again.folder.glob("page-*"))] == ["page-000001.json", "page-000002.json"]
    assert notes == []
    other = fetch("openalex", "something else")
    assert other.run(resume=True, tell=ignore, note=notes.append) == 3
    assert "begins at the start" in notes[0]


@pytest.mark.parametrize(
    ("name", "answer", "reason"),
    [
        ("openalex", (200, {}, b"<html>sign in</html>"), "it is no JSON"),
        ("openalex", (200, {}, b"{}"), "it has no results"),
        ("crossref", (200, {}, b"[" * 100_000), "it is no JSON"),
        ("ror", (200, {}, b'{"items": 1}'), "it has no items"),
        ("orcid", (200, {}, b"[]"), "it is no JSON object"),
        ("arxiv", (200, {}, b"<feed>"), "it is no XML"),
        ("arxiv", (200, {}, atom(total=0, error="incorrect id format")), "incorrect id format"),
        ("crossref", (400, {}, b"bad cursor"), "status 400: bad cursor"),
    ],
)
def test_an_answer_that_cannot_be_used_is_told(
    name: str, answer: Answer, reason: str, fetch: Callable[..., Fetch], api: Api
) -> None:
    api.before = [answer]
    with pytest.raises(FetchFailedError, match=reason):
        fetch(name, "something").run(resume=False, tell=ignore, note=ignore)


def test_an_api_that_cannot_be_reached_is_told_with_what_to_do(tmp_path: Path) -> None:
    settings = FetchSettings(data_dir=tmp_path, ror_url="http://127.0.0.1:1")
    with stamina.set_testing(True, attempts=2), pytest.raises(FetchFailedError, match="BZPEER_ROR_URL"):
        Fetch(settings, "ror", ["x"], 10).run(resume=False, tell=ignore, note=ignore)


def test_no_more_records_are_asked_for_than_are_wanted(fetch: Callable[..., Fetch], api: Api) -> None:
    assert fetch("orcid", "family-name:Wang", most=1).run(resume=False, tell=ignore, note=ignore) == 1
    assert fetch("openalex", "engines", most=2).run(resume=False, tell=ignore, note=ignore) == 2
    assert len(api.asked) == 3
    assert "per-page=2" in api.paths[-1]
