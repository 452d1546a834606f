"""What no index can hold is put aside, and nothing else is."""

import io

import msgspec
import pytest

from importers.bounds import LONGEST, within_bounds
from importers.inputs import Input
from importers.records import (
    AuthorRecord,
    CitationRecord,
    Identifier,
    Rejected,
    ResearcherEntry,
    TopicRecord,
    WorkRecord,
    WorkType,
)

FILE = Input("works.jsonl", io.BytesIO, None)
WORK = WorkRecord("crossref", "10.1/a", (Identifier("doi", "10.1/a"),), "Letters", "Letters", WorkType.ARTICLE)
LONG = "x" * (LONGEST + 1)


@pytest.mark.parametrize(
    ("record", "what"),
    [
        (msgspec.structs.replace(WORK, plain_title=LONG), "title"),
        (msgspec.structs.replace(WORK, authors=(AuthorRecord("Ada"), AuthorRecord(LONG))), "name"),
        (msgspec.structs.replace(WORK, authors=(AuthorRecord('"Ada" \\ ' + LONG),)), "name"),
        (msgspec.structs.replace(WORK, topics=(TopicRecord("keyword", LONG, "x"),)), "topic's code"),
        (msgspec.structs.replace(WORK, references=(Identifier("doi", LONG),)), "identifier"),
        (CitationRecord("aan", Identifier("acl", "A00-1001"), Identifier("acl", LONG)), "identifier"),
        (ResearcherEntry("orcid", "1", (Identifier("orcid", "1"),), LONG), "name"),
        # Each syllable falls apart into three letters of as many bytes as itself.
        (msgspec.structs.replace(WORK, authors=(AuthorRecord("각" * 1_300),)), "name"),
    ],
)
def test_a_record_with_a_text_that_no_index_holds_says_which(
    record: WorkRecord | CitationRecord | ResearcherEntry, what: str
) -> None:
    refused = within_bounds(record, FILE)
    assert isinstance(refused, Rejected)
    assert refused.file == "works.jsonl"
    assert f"a {what} in it has " in refused.reason
    assert refused.place == ("a record" if isinstance(record, CitationRecord) else f"record {record.key}")
    assert 0 < len(refused.raw) <= 10_000


def test_long_texts_that_are_in_no_index_and_names_just_short_enough_are_kept() -> None:
    record = msgspec.structs.replace(
        WORK,
        title="<b>" * 5_000 + "Letters",
        abstract="word " * 10_000,
        authors=tuple(AuthorRecord(f"Ada {i}", raw_affiliation=LONG) for i in range(3_000)),
        plain_title="x" * LONGEST,
    )
    assert within_bounds(record, FILE) is record
