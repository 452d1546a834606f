"""E-mail addresses are taken out of records."""

from pathlib import Path

import pytest

from importers.formats import FORMATS
from importers.inputs import Input
from importers.privacy import without_address, without_addresses
from importers.reading import records_in
from importers.records import AuthorRecord, Identifier, Rejected, WorkRecord, WorkType


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Dept. X, ada@example.org", "Dept. X"),
        ("Dept. X. Electronic address: ada@u.example.edu.", "Dept. X."),
        ("Univ of N; email: ada@example.org; Another place", "Univ of N; Another place"),
        ("MIT (e-mail: ADA@MIT.EDU)", "MIT"),
        ("Write to {ada,bob.b}@cs.example.ac.uk now", "Write to now"),
        ("ada@example.org, bob@example.org; Univ of N", "Univ of N"),
        ("<mailto:ada@example.org> Univ of N", "Univ of N"),
        ("mAP@0.5:0.95, P@10.5 and Recall@K.We show", "mAP@0.5:0.95, P@10.5 and Recall@K.We show"),
        ("see https://social.example/@ada and @bob", "see https://social.example/@ada and @bob"),
    ],
)
def test_an_address_goes_with_what_introduces_it_and_nothing_else_does(text: str, left: str) -> None:
    assert without_address(text) == left


def test_texts_of_a_record_lose_addresses_and_identifiers_keep_their_signs() -> None:
    record = WorkRecord(
        source="crossref",
        key="10.1000/a@example.org",
        identifiers=(Identifier("doi", "10.1000/a@example.org"),),
        title="Letters",
        plain_title="Letters",
        type=WorkType.ARTICLE,
        authors=(AuthorRecord(name="Ada", raw_affiliation="Univ of N, ada@example.org"),),
        abstract="ada@example.org",
        url="https://example.org/ada@example.org",
    )
    cleaned = without_addresses(record)
    assert isinstance(cleaned, WorkRecord)
    assert (cleaned.key, cleaned.identifiers, cleaned.url) == (record.key, record.identifiers, record.url)
    assert (cleaned.authors[0].raw_affiliation, cleaned.abstract) == ("Univ of N", "…")
    plain = WorkRecord("acl", "a", (Identifier("acl", "a"),), "mAP@0.5", "mAP@0.5", WorkType.ARTICLE)
    assert without_addresses(plain) is plain


def test_what_is_rejected_is_kept_without_addresses_too(tmp_path: Path) -> None:
    path = tmp_path / "works.jsonl"
    path.write_text('{"id": "https://openalex.org/W1", "title": null, "note": "from ada@example.org"}\n')
    [rejected] = records_in(Input(str(path), lambda: path.open("rb"), None), FORMATS["openalex"])
    assert isinstance(rejected, Rejected)
    assert "ada" not in rejected.raw
    assert rejected.raw.startswith('{"id": "https://openalex.org/W1"')
