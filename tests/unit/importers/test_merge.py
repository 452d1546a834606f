"""One work out of the records that describe it."""

from itertools import permutations

import pytest

from importers.merge import merge, work_key
from importers.records import (
    AuthorRecord,
    Identifier,
    IdentityRule,
    InstitutionRecord,
    SourceKind,
    TopicRecord,
    VenueRecord,
    WorkRecord,
    WorkType,
)

ARXIV = Identifier("arxiv", "2108.08810")
DOI = Identifier("doi", "10.1234/abc")


def record(source: str = "arxiv", **changes: object) -> WorkRecord:
    """A small record, with `changes` to its fields."""
    fields: dict[str, object] = {
        "source": source,
        "key": "1",
        "identifiers": (ARXIV,),
        "title": "A $T$itle",
        "plain_title": "A Title",
        "type": WorkType.PREPRINT,
        "authors": (AuthorRecord("Ada Lovelace"), AuthorRecord("Wei Wang")),
    }
    return WorkRecord(**(fields | changes))  # type: ignore[arg-type]


def test_the_id_is_made_from_the_strongest_identifier_of_all_records() -> None:
    alone = merge([record()])
    joined = merge([record(), record("crossref", identifiers=(DOI, ARXIV))])
    assert work_key([ARXIV, DOI]) == DOI
    assert joined.id != alone.id
    assert joined.id == merge([record("crossref", identifiers=(DOI,))]).id
    assert joined.identifiers == (("doi", "10.1234/abc"), ("arxiv", "2108.08810"))


def test_the_order_of_the_records_does_not_show() -> None:
    records = [
        record(
            abstract="From arXiv.", topics=(TopicRecord("arxiv", "cs.CL", "Computation and Language", primary=True),)
        ),
        record("acl", key="2", title="A Title", year=2021, type=WorkType.CONFERENCE, language="en"),
        record("crossref", key="3", title="A title", year=2022, references=(Identifier("doi", "10.1/x"),)),
    ]
    states = {repr(merge(list(order))) for order in permutations(records)}
    assert len(states) == 1


def test_the_better_source_is_believed_and_the_others_fill_its_gaps() -> None:
    work = merge(
        [record(abstract="Plain.", year=2021), record("crossref", key="2", plain_title="The Title", year=2022)]
    )
    assert work.properties["plainTitle"] == "The Title"
    assert work.properties["year"] == 2022
    assert work.properties["abstract"] == "Plain."


def test_a_supplement_is_believed_less_than_a_whole_record_of_any_source() -> None:
    cut = record("openalex", title="Cut", plain_title="Cut", supplement=True, abstract="Said here alone.")
    whole = record("s2", title="Whole", plain_title="Whole")
    assert merge([cut, whole]).properties["plainTitle"] == "Whole"
    assert merge([cut, whole]).properties["abstract"] == "Said here alone."


def test_a_work_without_a_year_sorts_last() -> None:
    assert merge([record()]).properties["sortYear"] == 0
    assert merge([record()]).properties["year"] is None


def test_the_better_source_gives_the_list_of_authors_and_the_others_what_they_know_of_each() -> None:
    orcid = Identifier("orcid", "0000-0002-1825-0097")
    work = merge(
        [
            record(
                authors=(AuthorRecord("A. Lovelace"), AuthorRecord("Wei Wang", key=orcid, rule=IdentityRule.AUTHORITY))
            ),
            record("crossref", key="2", authors=(AuthorRecord("Ada Lovelace"), AuthorRecord("Wei Wang"))),
        ]
    )
    assert [(a.position, a.name) for a in work.authorships] == [(1, "Ada Lovelace"), (2, "Wei Wang")]
    assert [a.person.key if a.person else None for a in work.authorships] == [None, ("orcid", orcid.value)]


def test_two_authors_of_one_name_are_two_authorships() -> None:
    work = merge([record(authors=(AuthorRecord("Wei Wang"), AuthorRecord("Wei Wang")))])
    assert [a.key for a in work.authorships] == ["wei wang", "wei wang #2"]


def test_a_person_is_one_author_of_a_work() -> None:
    key = Identifier("acl-person", "wei-wang")
    author = AuthorRecord("Wei Wang", key=key, rule=IdentityRule.ANTHOLOGY_NAME)
    first, second = merge([record(authors=(author, author))]).authorships
    assert first.person is not None
    assert second.person is None


def test_an_institution_is_one_node_whoever_names_it() -> None:
    ror = Identifier("ror", "042nb2s44")
    authors = tuple(
        AuthorRecord(name, institutions=(InstitutionRecord("MIT", (ror,)),)) for name in ("Ada Lovelace", "Wei Wang")
    )
    work = merge([record(authors=authors)])
    assert len(work.mentions) == 1
    assert {a.institutions for a in work.authorships} == {(work.mentions[0].id,)}
    assert work.mentions[0].keys == (("ror", "042nb2s44"),)


def test_one_topic_is_primary() -> None:
    topics = (
        TopicRecord("arxiv", "cs.CL", "CL", primary=True),
        TopicRecord("keyword", "parsing", "Parsing", primary=True),
    )
    assert [t.primary for t in merge([record(topics=topics)]).topics] == [True, False]


@pytest.mark.parametrize(("said", "known"), [((None, None), None), ((None, True), True), ((False, None), False)])
def test_open_access_is_known_if_a_source_says_so(said: tuple[bool | None, bool | None], known: bool | None) -> None:
    records = [record(source, is_open_access=value) for source, value in zip(("arxiv", "acl"), said, strict=True)]
    assert merge(records).properties["isOpenAccess"] is known


def test_venues_are_told_apart_by_their_identifiers() -> None:
    venue = VenueRecord("arXiv", SourceKind.ARCHIVE, (Identifier("archive", "arxiv"),))
    assert merge([record(venue=venue)]).venue == merge([record(venue=venue, key="9")]).venue
