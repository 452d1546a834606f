import json
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLSyntaxError

from server.persisted_documents import MANIFEST, digest, document_of, manifest_of
from server.request_errors import RequestError

ROOT = Path(__file__).parents[3]
PAGES = ROOT / "frontend" / "src" / "gql" / "persisted-documents.json"
PROFILE = (ROOT / "docs" / "queries" / "profile.graphql").read_text()
NAME = digest(PROFILE)


def test_the_committed_manifest_holds_the_documents_of_the_pages_and_of_the_documentation() -> None:
    committed = (ROOT / "server" / MANIFEST).read_text()
    expected = manifest_of([ROOT / "docs" / "queries", PAGES])
    assert committed == expected, (
        "run: bzpeer schema documents docs/queries frontend/src/gql/persisted-documents.json"
        " > server/persisted_documents.json"
    )
    assert NAME in committed


@pytest.mark.parametrize(
    "given",
    [
        {"documentId": f"sha256:{NAME}"},
        {"documentId": NAME},
        {"documentId": NAME.upper()},
        {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": NAME}}},
        {"query": "", "documentId": NAME},
        {"query": PROFILE, "documentId": NAME},
        {"query": PROFILE},
    ],
)
def test_a_document_is_sent_or_named(given: dict[str, Any]) -> None:
    assert document_of(given) == PROFILE


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"documentId": "0" * 64}, "PERSISTED_QUERY_NOT_FOUND"),
        ({"documentId": f"sha256:{'0' * 64}", "query": None}, "PERSISTED_QUERY_NOT_FOUND"),
        ({"documentId": "sha512:" + "0" * 64}, "BAD_REQUEST"),
        ({"documentId": "../profile"}, "BAD_REQUEST"),
        ({"documentId": 7}, "BAD_REQUEST"),
        ({"documentId": ""}, "BAD_REQUEST"),
        ({"extensions": {"persistedQuery": {}}}, "BAD_REQUEST"),
        ({"extensions": {"persistedQuery": "x"}}, "BAD_REQUEST"),
        ({"query": "{ __typename }", "documentId": NAME}, "BAD_REQUEST"),
    ],
)
def test_a_name_that_is_none_or_unknown_or_of_something_else_is_refused(given: dict[str, Any], code: str) -> None:
    with pytest.raises(RequestError) as refusal:
        document_of(given)
    assert (refusal.value.status, refusal.value.code.code) == (400, code)


def test_a_request_that_names_nothing_is_left_as_it_is() -> None:
    assert document_of({}) is None
    assert document_of({"query": 7, "documentId": None, "extensions": None}) == 7


def test_the_code_generator_of_the_pages_names_documents_as_the_server_does() -> None:
    generated = json.loads(PAGES.read_text())
    assert generated
    assert set(generated) == {f"sha256:{digest(text)}" for text in generated.values()}


def test_a_file_that_is_no_graphql_is_refused(tmp_path: Path) -> None:
    (tmp_path / "good.graphql").write_text("{ __typename }")
    assert digest("{ __typename }") in manifest_of([tmp_path])
    (tmp_path / "bad.graphql").write_text("{ __typename")
    with pytest.raises(GraphQLSyntaxError):
        manifest_of([tmp_path])
