import json
from pathlib import Path
from typing import Any

import pytest

from importers.openalex.format import OpenAlex
from importers.records import (
    AuthorRecord,
    Identifier,
    IdentityRule,
    InstitutionRecord,
    Rejected,
    SourceKind,
    TopicRecord,
    VenueRecord,
    WorkRecord,
    WorkType,
)

SITE = "https://openalex.org"
LAB = {
    "id": f"{SITE}/I27837315",
    "display_name": "University of X",
    "ror": "https://ror.org/00jmfr291",
    "country_code": "US",
    "type": "education",
    "lineage": [f"{SITE}/I27837315"],
}
WORK: dict[str, Any] = {
    "id": f"{SITE}/W2741809807",
    "doi": "https://doi.org/10.7717/PeerJ.4375",
    "title": "The state of <i>OA</i> &amp; more",
    "display_name": "The state of <i>OA</i> &amp; more",
    "ids": {"openalex": f"{SITE}/W2741809807", "pmid": "https://pubmed.ncbi.nlm.nih.gov/29456894", "mag": "2741809807"},
    "publication_year": 2018,
    "publication_date": "2018-02-13",
    "language": "en",
    "type": "article",
    "primary_location": {
        "landing_page_url": "https://doi.org/10.7717/peerj.4375",
        "pdf_url": None,
        "source": {
            "id": f"{SITE}/S1983995261",
            "display_name": "PeerJ",
            "issn_l": "2167-8359",
            "issn": ["2167-8359"],
            "type": "journal",
            "host_organization_name": "PeerJ, Inc.",
        },
        "raw_type": "journal-article",
    },
    "best_oa_location": {"pdf_url": "https://peerj.com/articles/4375.pdf"},
    "locations": [{"landing_page_url": "http://arxiv.org/abs/1802.00001v2"}, {"landing_page_url": None}],
    "open_access": {"is_oa": True},
    "authorships": [
        {
            "author_position": "first",
            "author": {
                "id": f"{SITE}/A5048491430",
                "display_name": "Heather Piwowar",
                "orcid": "https://orcid.org/0000-0003-1613-5981",
            },
            "institutions": [LAB],
            "is_corresponding": True,
            "raw_author_name": "H. Piwowar",
            "raw_affiliation_strings": ["Lab, Univ. of X", "Y", "Lab, Univ. of X"],
        },
        {"author": {"id": f"{SITE}/A5023888391", "display_name": "Jason Priem", "orcid": None}, "institutions": []},
    ],
    "biblio": {"volume": "6", "issue": None, "first_page": "e4375", "last_page": "e4375"},
    "is_retracted": False,
    "primary_topic": {"id": f"{SITE}/T10102", "display_name": "scientometrics", "score": 0.99},
    "topics": [
        {"id": f"{SITE}/T11937", "display_name": "Research Data", "score": 0.5},
        {"id": f"{SITE}/T10102", "display_name": "scientometrics", "score": 0.99},
    ],
    "concepts": [{"id": f"{SITE}/C41008148", "display_name": "Computer science", "score": 0.9}],
    "referenced_works": [f"{SITE}/W1560783210", f"{SITE}/W4285719527", f"{SITE}/W1560783210", f"{SITE}/W2"],
    "abstract_inverted_index": {"state": [1], "The": [0], "of": [2, 4], "OA": [3], "things.": [5]},
    "cited_by_count": 936,
    "updated_date": "2025-01-02T03:04:05.678901",
}


def read(folder: Path, *works: dict[str, Any]) -> list[Any]:
    path = folder / "works.jsonl"
    path.write_text("".join(f"{json.dumps(each)}\n" for each in works))
    (file,) = OpenAlex().files([path])
    return list(OpenAlex().read(file))


def test_a_work_is_mapped_with_its_people_places_topics_and_references(tmp_path: Path) -> None:
    (work,) = read(tmp_path, WORK)
    assert work == WorkRecord(
        source="openalex",
        key="W2741809807",
        identifiers=(
            Identifier("openalex", "W2741809807"),
            Identifier("doi", "10.7717/peerj.4375"),
            Identifier("arxiv", "1802.00001"),
            Identifier("pmid", "29456894"),
        ),
        title="The state of <i>OA</i> &amp; more",
        plain_title="The state of OA & more",
        type=WorkType.ARTICLE,
        authors=(
            AuthorRecord(
                name="H. Piwowar",
                key=Identifier("orcid", "0000-0003-1613-5981"),
                rule=IdentityRule.AUTHORITY,
                identifiers=(Identifier("openalex", "A5048491430"),),
                preferred_name="Heather Piwowar",
                raw_affiliation="Lab, Univ. of X; Y",
                institutions=(
                    InstitutionRecord(
                        name="University of X",
                        identifiers=(Identifier("ror", "00jmfr291"), Identifier("openalex", "I27837315")),
                        country="US",
                        type="education",
                    ),
                ),
                corresponding=True,
            ),
            AuthorRecord(
                name="Jason Priem",
                key=Identifier("openalex", "A5023888391"),
                rule=IdentityRule.AUTHORITY,
                preferred_name="Jason Priem",
            ),
        ),
        abstract="The state of OA of things.",
        year=2018,
        first_published_at="2018-02-13",
        language="en",
        venue=VenueRecord(
            "PeerJ",
            SourceKind.JOURNAL,
            (Identifier("issn", "2167-8359"), Identifier("openalex", "S1983995261")),
        ),
        topics=(
            TopicRecord("openalex", "T11937", "Research Data", score=0.5),
            TopicRecord("openalex", "T10102", "scientometrics", score=0.99, primary=True),
        ),
        references=(Identifier("openalex", "W1560783210"), Identifier("openalex", "W2")),
        url="https://doi.org/10.7717/peerj.4375",
        pdf_url="https://peerj.com/articles/4375.pdf",
        is_open_access=True,
        external_citation_count=936,
        volume="6",
        pages="e4375",
        publisher="PeerJ, Inc.",
    )


def test_anything_but_the_id_and_the_title_may_be_null(tmp_path: Path) -> None:
    bare: dict[str, Any] = dict.fromkeys(WORK) | {"id": WORK["id"], "title": "T"}
    (work,) = read(tmp_path, bare)
    assert work == WorkRecord(
        source="openalex",
        key="W2741809807",
        identifiers=(Identifier("openalex", "W2741809807"),),
        title="T",
        plain_title="T",
        type=WorkType.OTHER,
        url="https://openalex.org/W2741809807",
    )


def test_a_work_without_a_title_is_rejected(tmp_path: Path) -> None:
    rejected, work = read(tmp_path, {**WORK, "title": None, "display_name": None}, WORK)
    assert isinstance(rejected, Rejected)
    assert (rejected.place, rejected.reason) == ("line 1", "it has no title")
    assert isinstance(work, WorkRecord)


def test_what_stands_for_all_that_was_deleted_is_neither_a_work_nor_a_person(tmp_path: Path) -> None:
    nobody = {"author": {"id": f"{SITE}/A9999999999", "display_name": "NULL"}, "raw_author_name": "J. Uno"}
    rejected, work = read(tmp_path, {**WORK, "id": f"{SITE}/W4285719527"}, {**WORK, "authorships": [nobody]})
    assert "stands for works that OpenAlex has deleted" in rejected.reason
    assert work.authors == (AuthorRecord("J. Uno"),)


@pytest.mark.parametrize(
    ("author", "raw", "name"),
    [
        ({"id": None, "display_name": None}, "J. Uno", "J. Uno"),
        ({"id": None, "display_name": "Jane Uno"}, None, "Jane Uno"),
        ({"id": None, "display_name": "Jane Uno"}, "Uno, Jane", "Jane Uno"),
        ({"id": None, "display_name": None}, "Uno, Jane", "Uno, Jane"),
        (None, "J. Uno", "J. Uno"),
    ],
)
def test_an_author_may_lack_an_id_or_either_name(tmp_path: Path, author: Any, raw: str | None, name: str) -> None:
    (work,) = read(tmp_path, {**WORK, "authorships": [{"author": author, "raw_author_name": raw}]})
    assert work.authors == (AuthorRecord(name),)


def test_an_author_without_any_name_is_left_out(tmp_path: Path) -> None:
    (work,) = read(tmp_path, {**WORK, "authorships": [{"author": {"id": f"{SITE}/A1"}}, WORK["authorships"][1]]})
    assert [author.name for author in work.authors] == ["Jason Priem"]


@pytest.mark.parametrize(
    ("date", "year", "expected"),
    [
        ("2026-01-01", 2026, (2026, "2026-01-01")),
        ("2027-01-01", 2027, (None, None)),
        ("9999-12-31", 9999, (None, None)),
        (None, 2018, (2018, None)),
        ("2018-02-31", 2018, (2018, "2018-02")),
        (None, None, (None, None)),
    ],
)
def test_a_date_in_the_future_of_the_record_is_no_date(
    tmp_path: Path, date: str | None, year: int | None, expected: tuple[int | None, str | None]
) -> None:
    (work,) = read(tmp_path, {**WORK, "publication_date": date, "publication_year": year})
    assert (work.year, work.first_published_at) == expected


def test_a_work_in_arxiv_names_the_archive_and_the_id_that_its_doi_contains(tmp_path: Path) -> None:
    location = {"source": {"id": f"{SITE}/S4306400194", "display_name": "arXiv (Cornell University)"}}
    doi = "https://doi.org/10.48550/arXiv.1706.03762"
    (work,) = read(tmp_path, {**WORK, "doi": doi, "primary_location": location, "locations": []})
    assert Identifier("arxiv", "1706.03762") in work.identifiers
    assert work.venue.name == "arXiv"
    assert work.venue.kind is SourceKind.ARCHIVE
    assert work.venue.identifiers == (Identifier("archive", "arxiv"), Identifier("openalex", "S4306400194"))


def test_places_that_name_different_papers_of_arxiv_name_none(tmp_path: Path) -> None:
    places = [{"landing_page_url": f"http://arxiv.org/abs/{id_}"} for id_ in ("1802.00001", "1802.00002")]
    (work,) = read(tmp_path, {**WORK, "locations": places})
    assert [each.scheme for each in work.identifiers] == ["openalex", "doi", "pmid"]


@pytest.mark.parametrize(
    ("type_", "more", "expected"),
    [
        ("article", {"type_crossref": "proceedings-article"}, WorkType.CONFERENCE),
        ("article", {"primary_location": {"raw_type": "proceedings-article"}}, WorkType.CONFERENCE),
        ("preprint", {}, WorkType.PREPRINT),
        ("dissertation", {}, WorkType.THESIS),
        ("paratext", {}, WorkType.OTHER),
    ],
)
def test_types_are_mapped_to_the_nearest(tmp_path: Path, type_: str, more: dict[str, Any], expected: WorkType) -> None:
    (work,) = read(tmp_path, {**WORK, "type": type_, **more})
    assert work.type is expected


def test_a_place_without_a_source_of_its_own_is_known_by_its_name(tmp_path: Path) -> None:
    (work,) = read(tmp_path, {**WORK, "primary_location": {"source": None, "raw_source_name": "Acts of &amp; Y"}})
    assert work.venue == VenueRecord("Acts of & Y", SourceKind.OTHER, (Identifier("name", "acts of y"),))


def test_a_list_of_authors_that_was_cut_is_a_part_of_what_is_known(tmp_path: Path) -> None:
    whole, cut = read(tmp_path, WORK, {**WORK, "is_authors_truncated": True})
    assert (whole.supplement, cut.supplement) == (False, True)


def test_a_retracted_work_says_so(tmp_path: Path) -> None:
    (work,) = read(tmp_path, {**WORK, "is_retracted": True})
    assert work.retracted


def test_ids_that_fail_their_check_are_left_out(tmp_path: Path) -> None:
    author = {"id": f"{SITE}/A1", "display_name": "Jane Uno", "orcid": "https://orcid.org/0000-0003-1613-5980"}
    institution = {**LAB, "ror": "https://ror.org/00jmfr299"}
    (work,) = read(
        tmp_path, {**WORK, "doi": "nonsense", "authorships": [{"author": author, "institutions": [institution]}]}
    )
    assert work.authors[0].key == Identifier("openalex", "A1")
    assert work.authors[0].institutions[0].identifiers == (Identifier("openalex", "I27837315"),)
    assert Identifier("doi", "nonsense") not in work.identifiers


def test_what_was_written_before_there_were_locations_is_read(tmp_path: Path) -> None:
    venue = {
        "id": f"{SITE}/V1983995261",
        "issn_l": "2167-8359",
        "issn": ["2167-8359"],
        "display_name": "PeerJ",
        "publisher": "PeerJ, Inc.",
        "type": "journal",
        "url": "https://peerj.com/1",
    }
    author = {"author": {"id": f"{SITE}/A1", "display_name": "Ada L."}, "raw_affiliation_string": "Univ. of X"}
    old = {"id": f"{SITE}/W7", "title": "Old", "type": "article", "host_venue": venue, "authorships": [author]}
    (work,) = read(tmp_path, old)
    assert work.venue == VenueRecord(
        "PeerJ", SourceKind.JOURNAL, (Identifier("issn", "2167-8359"), Identifier("openalex", "V1983995261"))
    )
    assert (work.url, work.publisher, work.authors[0].raw_affiliation) == (
        "https://peerj.com/1",
        "PeerJ, Inc.",
        "Univ. of X",
    )
