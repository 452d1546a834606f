"""How files are sent: headers, refusals, and what becomes of a file that cannot be finished."""

import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, LiteralString

import httpx
import pytest
from starlette.applications import Starlette

from graphdb import exported_works
from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from schema.build import build_schema
from server.app import create_app
from server.exports import download, routes
from server.settings import ServerSettings

if TYPE_CHECKING:
    from tests.integration.server.exports.conftest import Library

Serve = Callable[[Starlette], AbstractContextManager[str]]
HTML = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def codes(response: httpx.Response) -> list[str]:
    return [error["extensions"]["code"] for error in response.json()["errors"]]


def message(response: httpx.Response) -> str:
    return str(response.json()["errors"][0]["message"])


def about(library: "Library") -> str:
    return json.dumps({"topics": [library.topic]})


@pytest.mark.parametrize(
    ("extension", "media_type"),
    [
        ("works.bib", "application/x-bibtex; charset=utf-8"),
        ("works.ris", "application/x-research-info-systems; charset=utf-8"),
        ("works.csl.json", "application/vnd.citationstyles.csl+json"),
        ("works.csv", "text/csv; charset=utf-8; header=present"),
        ("works.jsonl", "application/x-ndjson; charset=utf-8"),
        ("works.jsonld", "application/ld+json"),
        ("graph.graphml", "application/graphml+xml; charset=utf-8"),
        ("graph.gexf", "application/gexf+xml; charset=utf-8"),
        ("graph.csv", "text/csv; charset=utf-8; header=present"),
        ("graph.json", "application/json"),
    ],
)
def test_a_file_has_its_media_type_a_name_and_the_headers_that_protect_visitors(
    client: httpx.Client, library: "Library", extension: str, media_type: str
) -> None:
    parameters = {"ids": library.works[0]["id"]} if extension.startswith("works") else {"seeds": library.topic}
    response = client.get(f"/export/{extension}", params=parameters)
    assert response.status_code == 200
    assert response.headers["content-type"] == media_type
    today = time.strftime("%Y-%m-%d", time.gmtime())
    kind, _, rest = extension.partition(".")
    assert response.headers["content-disposition"] == f'attachment; filename="bzpeer-{kind}-{today}.{rest}"'
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in response.headers["content-security-policy"]
    assert response.headers["content-encoding"] in {"br", "zstd"}
    head = client.head(f"/export/{extension}", params=parameters)
    assert (head.status_code, head.content) == (200, b"")
    for name in ("content-type", "content-disposition", "cache-control", "x-content-type-options"):
        assert head.headers[name] == response.headers[name]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/export/works.docx", "/export/works.bib, /export/works.ris"),
        ("/export/works.json", "/export/works.csl.json"),
        ("/export/graph.bib", "/export/graph.graphml"),
        ("/export/works", "Start from"),
        ("/export/people.csv", "Start from"),
        ("/export/", "Start from"),
    ],
)
def test_a_format_that_there_is_none_of_is_not_found_and_the_others_are_named(
    client: httpx.Client, path: str, says: str
) -> None:
    response = client.get(path)
    assert (response.status_code, codes(response)) == (404, ["NOT_FOUND"])
    assert says in response.json()["errors"][0]["extensions"]["hint"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("path", ["/export/works.csv", "/export/graph.csv"])
def test_other_methods_are_refused_and_the_right_ones_named(client: httpx.Client, method: str, path: str) -> None:
    response = client.request(method, path)
    assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD")
    assert codes(response) == ["METHOD_NOT_ALLOWED"]


def test_a_browser_is_shown_a_page_of_what_is_wrong(client: httpx.Client) -> None:
    response = client.get("/export/works.csv?ids=nobody", headers=HTML)
    assert response.status_code == 400
    assert response.headers["content-type"].startswith("text/html")
    assert "BAD_ID" in response.text


@pytest.mark.parametrize(
    ("filter_", "code", "says"),
    [
        ("{", "BAD_INPUT", "filter is not JSON"),
        ("", "BAD_INPUT", "filter is not JSON"),
        ("[" * 20_000, "BAD_INPUT", "filter is not JSON"),
        ('"x"', "BAD_INPUT", "`filter`: Expected value of type 'WorkFilter' to be an object"),
        ('{"yeer": {"gte": 1}}', "BAD_INPUT", "unknown field 'yeer'. Did you mean 'year'"),
        ('{"year": {"gte": "2019"}}', "BAD_INPUT", "`filter.year.gte`: Int cannot represent"),
        ('{"and": [{}, {"topics": [{}]}]}', "BAD_INPUT", "`filter.and[1].topics[0]`: ID cannot represent"),
        ('{"isOpenAccess": 1}', "BAD_INPUT", "`filter.isOpenAccess`: Boolean cannot represent"),
        ('{"topics": ["w_aaaaaaaaaaaaaaaa"]}', "BAD_ID", "is not the id of a topic"),
        (json.dumps({"types": ["x"] * 101}), "LIST_TOO_LONG", "types may hold 100 values, not 101"),
        ('{"not":' * 13 + "{}" + "}" * 13, "INPUT_TOO_DEEP", "nested 12 deep"),
        (json.dumps({"or": [{"minCitations": 1}] * 51}), "BAD_BOUND", "50 conditions"),
    ],
    ids=lambda value: value[:40],
)
def test_a_filter_that_the_schema_would_refuse_is_refused_and_its_key_named(
    client: httpx.Client, filter_: str, code: str, says: str
) -> None:
    response = client.get("/export/works.csv", params={"filter": filter_})
    assert (response.status_code, codes(response)) == (400, [code])
    assert says in message(response)
    assert len(message(response)) < 500


@pytest.mark.parametrize(
    ("query", "status", "code", "says"),
    [
        ("ids=", 400, "BAD_BOUND", "`ids` may hold 1 to 1000 ids, not 0"),
        ("ids=" + ",".join(["w_aaaaaaaaaaaaaaaa"] * 1001), 400, "BAD_BOUND", "not 1001"),
        ("ids=r_aaaaaaaaaaaaaaaa", 400, "BAD_ID", "is not the id of a work"),
        ("ids=%ff%00", 400, "BAD_ID", "is not an id"),
        ("ids=w_aaaaaaaaaaaaaaaa", 404, "NOT_FOUND", "None of the ids"),
        ("ids=w_aaaaaaaaaaaaaaaa&filter={}", 400, "BAD_INPUT", "exclude each other"),
        ("filter={}&filter={}", 400, "BAD_INPUT", "stands 2 times"),
        ("filters={}", 400, "BAD_INPUT", "no parameter 'filters'"),
        ("id=w_aaaaaaaaaaaaaaaa", 400, "BAD_INPUT", "no parameter 'id'"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_selects_no_works_is_refused(client: httpx.Client, query: str, status: int, code: str, says: str) -> None:
    for method in ("GET", "HEAD"):
        response = client.request(method, f"/export/works.bib?{query}")
        assert response.status_code == status
    response = client.get(f"/export/works.bib?{query}")
    assert codes(response) == [code]
    assert says in message(response)


def test_parameters_may_have_60_kilobytes_and_no_more(client: httpx.Client) -> None:
    def asked(length: int) -> bytes:
        query = 'filter={"or":[]}'
        with begin(client, f"/export/works.jsonl?{query}{'%20' * ((length - len(query)) // 3)}") as connection:
            return connection.makefile("rb").readline()

    assert asked(60 * 1024).startswith(b"HTTP/1.1 200 ")
    assert asked(60 * 1024 + 3).startswith(b"HTTP/1.1 414 ")


def test_pages_of_other_sites_may_link_to_a_file_but_not_load_it(client: httpx.Client, library: "Library") -> None:
    def asked(**headers: str) -> int:
        named = {f"sec-fetch-{name}": value for name, value in headers.items()}
        return client.get("/export/works.bib", params={"ids": library.works[0]["id"]}, headers=named).status_code

    assert asked(site="cross-site", mode="no-cors") == 403
    assert asked(site="same-site", mode="cors") == 403
    assert asked(site="cross-site", mode="navigate") == 200
    assert asked(site="same-origin", mode="cors") == 200
    assert asked(site="none", mode="navigate") == 200


SLOW: LiteralString = "range(1, 100000) /* takes a minute */"
FAILING: LiteralString = "[1 / 0]"


def behind(condition: LiteralString, numbers: LiteralString) -> LiteralString:
    """The text that reads works, made slow or failing for those that fulfil a condition."""
    return exported_works.EXPORTED_WORKS.replace(
        "RETURN i,",
        f"CALL (n) {{ UNWIND CASE WHEN {condition} THEN {numbers} ELSE [] END AS a UNWIND range(1, 100000) AS b "
        "RETURN sum(a * b) AS patience }\nRETURN i,",
        1,
    )


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exported_works, "WORKS_AT_ONCE", 4)


@pytest.fixture
def hasty(endpoint: Endpoint, library: "Library", serve: Serve) -> Iterator[httpx.Client]:
    """A server that gives a page of an export two seconds."""
    app = create_app(ServerSettings(export_page_timeout=2), endpoint, build_schema(), Path("/nowhere"))
    with serve(app) as url, httpx.Client(base_url=url, timeout=30) as client:
        # Neo4j plans what it has not seen yet.
        for _ in range(5):
            if client.get("/export/works.csv", params={"filter": about(library)}).status_code == 200:
                break
        yield client


@pytest.mark.usefixtures("small_pages")
@pytest.mark.parametrize("encoding", ["zstd", "br", "gzip", "identity"])
@pytest.mark.parametrize("failure", [SLOW, FAILING], ids=["too slow", "failed"])
def test_a_file_that_cannot_be_finished_is_cut_off_and_does_not_look_whole(
    hasty: httpx.Client,
    library: "Library",
    monkeypatch: pytest.MonkeyPatch,
    encoding: str,
    failure: LiteralString,
) -> None:
    monkeypatch.setattr(exported_works, "EXPORTED_WORKS", behind("n.slug = 'export-4'", failure))
    assert library.in_order[-6]["slug"] != "export-4"
    headers = {"accept-encoding": encoding}
    with hasty.stream("GET", "/export/works.csv", params={"filter": about(library)}, headers=headers) as response:
        assert response.status_code == 200
        parts = response.iter_bytes()
        assert next(parts).startswith(b"id,slug")
        with pytest.raises(httpx.RemoteProtocolError):
            list(parts)


def test_what_goes_wrong_before_the_first_piece_has_a_status(
    hasty: httpx.Client, library: "Library", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exported_works, "EXPORTED_WORKS", behind("n.slug = 'export-4'", SLOW))
    begun = time.monotonic()
    response = hasty.get("/export/works.csv", params={"filter": about(library)})
    assert (response.status_code, codes(response)) == (504, ["TIMEOUT"])
    assert time.monotonic() - begun < 5


def running(endpoint: Endpoint) -> int:
    find = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'takes a' + ' minute' RETURN currentQuery"
    with open_driver(endpoint) as driver:
        return len(driver.execute_query(find).records)


def eventually(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def begin(client: httpx.Client, path: str) -> socket.socket:
    connection = socket.create_connection((client.base_url.host, client.base_url.port or 80), timeout=30)
    connection.sendall(f"GET {path} HTTP/1.1\r\nhost: localhost\r\n\r\n".encode())
    return connection


@pytest.mark.usefixtures("small_pages")
@pytest.mark.parametrize("work", ["export-4", "every work"], ids=["in the middle", "at the beginning"])
def test_a_client_that_leaves_ends_the_query(
    client: httpx.Client,
    endpoint: Endpoint,
    library: "Library",
    monkeypatch: pytest.MonkeyPatch,
    work: str,
) -> None:
    condition: LiteralString = "n.slug = 'export-4'" if work == "export-4" else "true"
    monkeypatch.setattr(exported_works, "EXPORTED_WORKS", behind(condition, SLOW))
    with begin(client, f'/export/works.csv?filter={{"topics":["{library.topic}"]}}') as connection:
        if work == "export-4":
            assert connection.recv(12) == b"HTTP/1.1 200"
        eventually(lambda: running(endpoint) == 1)
    left = time.monotonic()
    eventually(lambda: running(endpoint) == 0)
    assert time.monotonic() - left < 1.5


def test_more_exports_at_once_than_are_made_are_told_to_come_again(
    endpoint: Endpoint, library: "Library", serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routes, "MAX_AT_ONCE", 1)
    app = create_app(ServerSettings(), endpoint, build_schema(), Path("/nowhere"))
    path = f"/export/works.csv?ids={library.works[0]['id']}"
    with serve(app) as url, httpx.Client(base_url=url, timeout=30) as client:
        with monkeypatch.context() as patch:
            patch.setattr(exported_works, "EXPORTED_WORKS", behind("true", SLOW))
            with begin(client, path):
                eventually(lambda: running(endpoint) == 1)
                for other in (path, f"/export/graph.json?seeds={library.topic}"):
                    response = client.get(other)
                    assert (response.status_code, codes(response)) == (503, ["EXPORTS_BUSY"])
                    assert int(response.headers["retry-after"]) > 0
        eventually(lambda: client.get(path).status_code == 200)


def test_a_client_that_takes_nothing_does_not_keep_its_place(
    client: httpx.Client, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(download, "SEND_SECONDS", 0.5)
    large = "w_exportlargework2"
    with open_driver(endpoint) as driver:
        driver.execute_query(
            "CREATE (:Work:ExportTest {id: $id, slug: 'export-large', plainTitle: 'Large', sortYear: 0, "
            "abstract: $abstract, citationCount: 0})",
            id=large,
            abstract="all work and no play " * 1_000_000,
        )
        try:
            with begin(client, f"/export/works.jsonl?ids={large}"), caplog.at_level("WARNING"):
                eventually(lambda: "export_broken_off" in caplog.text)
            assert len(client.get(f"/export/works.jsonl?ids={large}").content) > 20_000_000
        finally:
            driver.execute_query("MATCH (n:ExportTest {id: $id}) DETACH DELETE n", id=large)


def test_exports_have_figures_by_format(client: httpx.Client, library: "Library") -> None:
    client.get("/export/works.bib", params={"ids": library.works[0]["id"]})
    client.get("/export/works.exe")
    figures = client.get("/metrics").text
    assert 'path="/export/works.bib",status="200"' in figures
    assert "works.exe" not in figures


@pytest.mark.usefixtures("small_pages")
def test_an_export_takes_a_call_for_the_ids_and_one_for_each_part(
    client: httpx.Client, library: "Library", caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO"):
        client.get("/export/works.csv", params={"filter": about(library)}, headers={"x-request-id": "counted"})
        # It is written when all is sent.
        eventually(lambda: "'counted'" in caplog.text)
    [event] = [record.msg for record in caplog.records if "'counted'" in str(record.msg)]
    assert isinstance(event, dict)
    # Thirty works, four at a time.
    assert event["cypher_calls"] == 1 + 8
