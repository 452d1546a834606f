"""Files of works over real HTTP, read back by the usual tools."""

import csv
import io
import json
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import httpx
import orjson
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library as Bibliography
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors

from graphdb import exported_works
from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.ids import node_id

if TYPE_CHECKING:
    from tests.integration.server.exports.conftest import Library

Ask = Callable[..., Any]
EXTENSIONS = ("bib", "ris", "csl.json", "csv", "jsonl", "jsonld")


def export(client: httpx.Client, extension: str, **parameters: Any) -> httpx.Response:
    response = client.get(f"/export/works.{extension}", params=parameters)
    assert response.status_code == 200, response.text
    return response


def about(library: "Library", **conditions: Any) -> str:
    return json.dumps({"topics": [library.topic], **conditions})


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def unguarded(text: str) -> str:
    return text.removeprefix("'")


def entries(text: str) -> Bibliography:
    return parse_string(text, append_middleware=[LatexDecodingMiddleware(), SeparateCoAuthors()])


def plain(title: str) -> str:
    """What decoding LaTeX leaves of a title: quotes are curled, and blanks are one."""
    for written, read in (("\u02dc", "~"), ("\u02c6", "^"), ("“", '"'), ("”", '"'), ("``", '"'), ("''", '"')):
        title = title.replace(written, read)
    return " ".join(title.split())


def test_bibtex_is_read_by_bibtexparser_with_titles_authors_and_venues(
    client: httpx.Client, library: "Library"
) -> None:
    read = entries(export(client, "bib", filter=about(library)).text)
    assert read.failed_blocks == []
    assert len({entry.key for entry in read.entries}) == len(library.works)
    for work, entry in zip(library.in_order, read.entries, strict=True):
        fields: dict[str, Any] = {field.key: field.value for field in entry.fields}
        assert plain(fields["title"]) == plain(work["plainTitle"])
        assert fields.get("year") == (str(work["year"]) if work["year"] else None)
        names = [" ".join(reversed(name.strip("{}").split(", "))) for name in fields.get("author", [])]
        assert names == library.authors[work["id"]]
        assert ("journal" in fields) is (work["volume"] is not None)
        assert plain(fields["keywords"]) == "Tests & exports"
        assert ("abstract" in fields) is (work["abstract"] is not None)


def test_ris_is_read_by_rispy(client: httpx.Client, library: "Library") -> None:
    read = rispy.loads(export(client, "ris", filter=about(library)).text)
    assert [entry["id"] for entry in read] == [work["slug"] for work in library.in_order]
    for work, entry in zip(library.in_order, read, strict=True):
        assert entry["title"] == " ".join(work["plainTitle"].split())
        assert entry.get("year") == (str(work["year"]) if work["year"] else None)
        assert len(entry.get("authors", [])) == len(library.authors[work["id"]])
        assert entry["keywords"] == ["Tests, & exports"]


def test_csl_json_is_a_list_of_items(client: httpx.Client, library: "Library") -> None:
    read = orjson.loads(export(client, "csl.json", filter=about(library)).content)
    assert [item["title"] for item in read] == [work["plainTitle"] for work in library.in_order]
    for work, item in zip(library.in_order, read, strict=True):
        assert ("issued" in item) is (work["year"] is not None)
        assert len(item.get("author", [])) == len(library.authors[work["id"]])
        assert item.get("abstract") == work["abstract"]
    assert next(item for item in read if item.get("DOI"))["container-title"] == "Annals of {Tests} & Co"


def test_json_ld_is_one_graph_in_the_vocabulary_of_schema_org(client: httpx.Client, library: "Library") -> None:
    read = orjson.loads(export(client, "jsonld", filter=about(library)).content)
    assert read["@context"] == "https://schema.org"
    assert [item["name"] for item in read["@graph"]] == [work["plainTitle"] for work in library.in_order]
    for work, item in zip(library.in_order, read["@graph"], strict=True):
        assert item["@id"] == f"http://localhost:8000/works/{work['slug']}"
        assert [author["name"] for author in item.get("author", [])] == library.authors[work["id"]]


def test_csv_is_as_rfc_4180_says_and_has_everything(client: httpx.Client, library: "Library") -> None:
    response = export(client, "csv", filter=about(library))
    assert response.content.startswith(b"id,slug,url,title,")
    assert b"\n" not in response.content.replace(b"\r\n", b"").replace(b"\n\nIn two paragraphs.", b"")
    rows = table(response.text)
    for work, row in zip(library.in_order, rows, strict=True):
        assert unguarded(row["title"]) == work["plainTitle"]
        assert row["year"] == (str(work["year"]) if work["year"] else "")
        assert row["authors"] == "; ".join(library.authors[work["id"]])
        assert row["institutions"] == ("Institut für Tests" if library.authors[work["id"]] else "")
        assert row["is_open_access"] == {True: "true", False: "false", None: ""}[work["isOpenAccess"]]
        assert unguarded(row["abstract"]) == (work["abstract"] or "")
        assert row["source"] == ("Annals of {Tests} & Co" if work["volume"] else "")
        assert row["topics"] == "Tests, & exports"
    [first] = [row for row in rows if row["slug"] == "export-0"]
    assert first["identifiers"] == "arxiv:2108.88888; doi:10.5555/export_0"
    assert (first["doi"], first["arxiv"], first["issn"]) == ("10.5555/export_0", "2108.88888", "1234-5679")


def test_no_cell_of_a_table_begins_a_formula_and_what_was_written_can_be_read(
    client: httpx.Client, library: "Library"
) -> None:
    titles = {row["title"] for row in table(export(client, "csv", filter=about(library)).text)}
    assert {"'=1+1 and @mentions", "''Tis quoted"} <= titles
    assert not [title for title in titles if title.lstrip()[0] in "=+-@"]


def test_json_lines_say_what_the_api_says(client: httpx.Client, library: "Library", ask: Ask) -> None:
    lines = export(client, "jsonl", filter=about(library)).text.splitlines()
    nodes = ask(
        """query($filter: WorkFilter) { works(first: 100, filter: $filter) { nodes {
             id slug url title abstract type year firstPublishedAt latestVersionAt language isOpenAccess retracted
             landingPageUrl pdfUrl referencesCount citationCount externalCitationCount importedAt
             source { id name kind issn }
             authorships(first: 50) { nodes { position rawName rawAffiliation corresponding
               researcher { id name orcid } institutions { id name ror country } } }
             topics { edges { score primary node { id name scheme code } } }
             identifiers { scheme value url } } } }""",
        filter=json.loads(about(library)),
    )["works"]["nodes"]
    for line, node in zip(lines, nodes, strict=True):
        read = json.loads(line)
        node["authorships"] = node["authorships"]["nodes"]
        node["topics"] = [
            {**edge["node"], "score": edge["score"], "primary": edge["primary"]} for edge in node["topics"]["edges"]
        ]
        for more in ("volume", "issue", "pages", "publisher"):
            del read[more]
        assert read == node


@pytest.mark.parametrize(
    "conditions",
    [
        {},
        {"year": {"gte": 2001}},
        {"types": ["preprint", "article"], "isOpenAccess": True},
        {"not": {"hasAbstract": True}},
        {"or": [{"year": {"lte": 2000}}, {"types": ["conference"]}], "topics": None},
        {"authors": []},
        {"text": "quokka wombat"},
    ],
    ids=str,
)
def test_a_filter_selects_as_many_works_as_the_api_counts_and_in_its_order(
    client: httpx.Client, library: "Library", ask: Ask, monkeypatch: pytest.MonkeyPatch, conditions: dict[str, Any]
) -> None:
    monkeypatch.setattr(exported_works, "SELECTED_AT_ONCE", 7)
    monkeypatch.setattr(exported_works, "WORKS_AT_ONCE", 3)
    text = about(library, **conditions)
    page = ask(
        "query($f: WorkFilter) { works(first: 1000, filter: $f) { totalCount nodes { id } } }", f=json.loads(text)
    )["works"]
    for extension in ("csv", "jsonl"):
        content = export(client, extension, filter=text).text
        ids = [row["id"] for row in (table(content) if extension == "csv" else map(json.loads, content.splitlines()))]
        assert len(ids) == page["totalCount"]
        assert ids[:1000] == [node["id"] for node in page["nodes"]]


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_a_file_is_the_same_however_many_works_are_read_at_once(
    client: httpx.Client, library: "Library", monkeypatch: pytest.MonkeyPatch, extension: str
) -> None:
    whole = export(client, extension, filter=about(library)).content
    monkeypatch.setattr(exported_works, "SELECTED_AT_ONCE", 4)
    monkeypatch.setattr(exported_works, "WORKS_AT_ONCE", 2)
    monkeypatch.setattr(exported_works, "AUTHORS_AT_ONCE", 5)
    assert export(client, extension, filter=about(library)).content == whole


def test_without_a_filter_all_works_are_exported(client: httpx.Client, library: "Library", ask: Ask) -> None:
    count = ask("{ works { totalCount } }")["works"]["totalCount"]
    for parameters in ({}, {"filter": "null"}, {"filter": "{}"}):
        assert len(export(client, "jsonl", **parameters).text.splitlines()) == count


def test_ids_select_works_each_once_in_the_order_asked_for(client: httpx.Client, library: "Library") -> None:
    ids = [library.works[i]["id"] for i in (5, 0, 7)]
    unknown = "w_aaaaaaaaaaaaaaaa"
    asked = [ids[0], unknown, node_id("Work", "exports", "merged away"), ids[1], ids[2], ids[0]]
    response = export(client, "csv", ids=",".join(asked))
    assert [row["id"] for row in table(response.text)] == ids
    assert (response.headers["x-missing-count"], response.headers["x-missing-ids"]) == ("1", unknown)
    repeated = client.get("/export/works.csv", params=[("ids", id_) for id_ in asked])
    assert repeated.content == response.content
    assert "x-missing-ids" not in export(client, "csv", ids=ids[0]).headers


def test_a_thousand_ids_are_read_from_one_address(client: httpx.Client, library: "Library") -> None:
    unknown = [f"w_{'a' * 13}{a}{b}{c}" for a in "abcdefghij" for b in "abcdefghij" for c in "abcdefghij"][:999]
    response = export(client, "jsonl", ids=",".join([*unknown, library.works[0]["id"]]))
    assert json.loads(response.text)["id"] == library.works[0]["id"]
    assert response.headers["x-missing-count"] == "999"
    assert len(response.headers["x-missing-ids"].split(",")) == 100


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_a_file_without_works_is_whole(client: httpx.Client, library: "Library", extension: str) -> None:
    content = export(client, extension, filter='{"or": []}').text
    if extension in {"bib", "ris", "jsonl"}:
        assert content == ""
    elif extension == "csv":
        assert content.startswith("id,slug,")
        assert table(content) == []
    else:
        empty = {"@context": "https://schema.org", "@graph": []} if extension == "jsonld" else []
        assert json.loads(content) == empty


def test_citation_keys_do_not_depend_on_what_else_a_file_holds(client: httpx.Client, library: "Library") -> None:
    whole = {entry.key for entry in entries(export(client, "bib", filter=about(library)).text).entries}
    alone = set()
    for work in library.works[:4]:
        alone |= {entry.key for entry in entries(export(client, "bib", ids=work["id"]).text).entries}
    assert len(alone) == 4
    assert alone < whole
    assert all(key.isascii() for key in whole)


@pytest.fixture
def crowd(endpoint: Endpoint) -> Iterator[None]:
    """Many works with a word in their titles, and many without."""
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        session.run(
            "UNWIND range(0, 14999) AS i "
            "CREATE (n:Work:ExportCrowd {id: 'w_crowd' + i, slug: 'crowd-' + i, sortYear: 0, citationCount: 0, "
            "  plainTitle: CASE WHEN i < 10000 THEN 'On the quokka ' ELSE 'On nothing ' END + i, "
            "  type: 'crowd'})",
        ).consume()
        session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()
        yield
        session.run("MATCH (n:ExportCrowd) DETACH DELETE n").consume()
        session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()


@pytest.mark.usefixtures("crowd")
def test_a_page_under_a_filter_that_looks_up_many_works_is_read_at_once(
    client: httpx.Client, caplog: pytest.LogCaptureFixture
) -> None:
    wanted = {"filter": json.dumps({"types": ["crowd"], "not": {"text": "quokka"}})}
    with caplog.at_level("INFO"):
        lines = client.get("/export/works.jsonl", params=wanted, headers={"x-request-id": "large"}).text.splitlines()
        deadline = time.monotonic() + 10
        while "'large'" not in caplog.text:
            assert time.monotonic() < deadline
            time.sleep(0.05)
    assert [json.loads(line)["title"] for line in lines] == sorted(f"On nothing {i}" for i in range(10_000, 15_000))
    [event] = [record.msg for record in caplog.records if "'large'" in str(record.msg)]
    assert isinstance(event, dict)
    # The page, and one that finds nothing more, beside 25 for the works.
    assert event["cypher_calls"] == 27
