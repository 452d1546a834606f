import re
from pathlib import Path

from server.error_codes import CATALOGUE, catalogue_json

ROOT = Path(__file__).parents[3]


def test_every_code_stands_in_the_documents_with_its_meaning_and_what_to_do() -> None:
    lines = (ROOT / "docs" / "errors.md").read_text().splitlines()
    rows = [f"| `{code.code}` | {code.meaning} | {code.action} |" for code in CATALOGUE]
    assert [line for line in lines if line.startswith("| `")] == rows


def test_the_committed_catalogue_is_the_one_that_is_answered_with() -> None:
    committed = ROOT / "schema" / "errors.json"
    assert committed.read_text() == catalogue_json(), "run: bzpeer schema errors > schema/errors.json"


def test_codes_are_distinct_and_sorted() -> None:
    codes = [code.code for code in CATALOGUE]
    assert codes == sorted(set(codes))


def test_every_code_of_the_server_is_used() -> None:
    sources = "".join(path.read_text() for folder in ("server", "resolvers") for path in (ROOT / folder).rglob("*.py"))
    for code in CATALOGUE:
        assert len(re.findall(rf"\b{code.code}\b", sources)) > 2, code.code
