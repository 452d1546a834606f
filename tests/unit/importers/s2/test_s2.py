import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from importers.errors import FileCutShort, FileRefused
from importers.formats import detect, files_of
from importers.records import (
    AffiliationRecord,
    AuthorRecord,
    CitationRecord,
    Identifier,
    IdentityRule,
    InstitutionRecord,
    Rejected,
    ResearcherEntry,
    SourceKind,
    TopicRecord,
    WorkRecord,
    WorkType,
)
from importers.s2.format import SemanticScholar

SHA = "2d5673caa9e6af3a7b82a43f19ee920992db07ad"
OTHER_SHA = "348f436fd9a3965f5ff17db031a9f43426f89b8e"
THIRD_SHA = "55ddf1b6cbe79b963a5a9d4da6e0a15e0d6761b5"

DATASET_PAPER = {
    "corpusid": 14636783,
    "externalids": {
        "ACL": None,
        "DBLP": "journals/x/T50",
        "ArXiv": None,
        "MAG": "21",
        "CorpusId": "14636783",
        "PubMed": "123",
        "DOI": "10.1093/MIND/LIX.236.433",
        "PubMedCentral": "7",
    },
    "url": "https://www.semanticscholar.org/paper/2d",
    "title": "Computing  Machinery &amp; Intelligence",
    "authors": [
        {"authorId": "22", "name": "A. Turing"},
        {"authorId": None, "name": "B. Known by Name"},
        {"authorId": "22", "name": "A. Turing"},
        None,
        {"authorId": "23", "name": None},
    ],
    "venue": "Mind",
    "publicationvenueid": None,
    "year": 1950,
    "referencecount": 14,
    "citationcount": 10059,
    "influentialcitationcount": 530,
    "isopenaccess": False,
    "s2fieldsofstudy": [
        {"category": "Computer Science", "source": "external"},
        {"category": "Computer Science", "source": "s2-fos-model"},
    ],
    "publicationtypes": ["JournalArticle", "Review"],
    "publicationdate": "1950-10-01",
    "journal": {"name": "Mind", "pages": " 433-460 ", "volume": "LIX"},
}
NULLS = dict.fromkeys(DATASET_PAPER) | {"corpusid": 5, "title": "Nothing Known"}
DATASET_AUTHOR = {
    "authorid": "22",
    "externalids": {"ORCID": ["0000-0002-1825-0097"], "DBLP": ["Alan M. Turing", "Alan Turing 0002"]},
    "url": "https://www.semanticscholar.org/author/22",
    "name": "A. Turing",
    "aliases": ["A. M. Turing", "A. Turing"],
    "affiliations": ["Univ. of  X"],
    "homepage": "https://example.org/t",
    "papercount": 1,
    "citationcount": 2,
    "hindex": 3,
}


def api_paper(paper_id: str | None, title: str, **others: Any) -> dict[str, Any]:
    return {"paperId": paper_id, "title": title, **others}


def write(folder: Path, *values: Any, name: str = "s2.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(f"{json.dumps(value)}\n" for value in values), encoding="utf-8")
    return path


def read(path: Path) -> list[Any]:
    chosen = SemanticScholar()
    (file,) = chosen.files([path])
    return list(chosen.read(file))


def s2(value: str | int) -> Identifier:
    return Identifier("s2", str(value))


def test_a_paper_of_the_datasets_is_a_work_with_all_that_is_said_of_it(tmp_path: Path) -> None:
    (work,) = read(write(tmp_path, DATASET_PAPER))
    assert isinstance(work, WorkRecord)
    assert work.key == "14636783"
    assert work.identifiers == (
        s2(14636783),
        Identifier("doi", "10.1093/mind/lix.236.433"),
        Identifier("dblp", "journals/x/T50"),
        Identifier("pmid", "123"),
        Identifier("pmcid", "PMC7"),
    )
    assert work.plain_title == "Computing Machinery & Intelligence"
    assert (work.type, work.year, work.first_published_at) == (WorkType.ARTICLE, 1950, "1950-10-01")
    assert work.venue is not None
    assert (work.venue.name, work.venue.identifiers) == ("Mind", (Identifier("name", "mind"),))
    assert work.topics == (TopicRecord("keyword", "computer science", "Computer Science"),)
    assert (work.volume, work.pages, work.external_citation_count) == ("LIX", "433-460", 10059)
    assert work.is_open_access is False
    assert not work.supplement


def test_an_author_without_an_id_or_listed_twice_is_known_by_name_only(tmp_path: Path) -> None:
    (work,) = read(write(tmp_path, DATASET_PAPER))
    assert work.authors == (
        AuthorRecord("A. Turing", s2(22), IdentityRule.AUTHORITY),
        AuthorRecord("B. Known by Name"),
        AuthorRecord("A. Turing"),
    )


def test_nulls_say_nothing(tmp_path: Path) -> None:
    (work,) = read(write(tmp_path, NULLS))
    assert work == WorkRecord(
        source="s2",
        key="5",
        identifiers=(s2(5),),
        title="Nothing Known",
        plain_title="Nothing Known",
        type=WorkType.OTHER,
        url="https://www.semanticscholar.org/paper/CorpusID:5",
    )


def test_a_paper_on_arxiv_alone_is_a_preprint(tmp_path: Path) -> None:
    types = {"externalids": {"ArXiv": "2405.19561"}}
    unsaid = NULLS | types
    named = NULLS | types | {"corpusid": 6, "venue": "arXiv.org", "publicationtypes": ["JournalArticle"]}
    appeared = NULLS | types | {"corpusid": 7, "venue": "ICML", "publicationtypes": ["JournalArticle", "Conference"]}
    works = read(write(tmp_path, unsaid, named, appeared))
    assert [work.type for work in works] == [WorkType.PREPRINT, WorkType.PREPRINT, WorkType.CONFERENCE]
    assert works[1].venue.identifiers == (Identifier("archive", "arxiv"),)


def test_an_abstract_is_a_supplement_that_takes_no_papers_place(tmp_path: Path) -> None:
    line = {
        "corpusid": 14636783,
        "openaccessinfo": {"externalids": {"DOI": "10.1093/x", "ArXiv": None}, "license": None, "url": None},
        "abstract": "I propose\nto consider.",
        "updated": "2022-02-11T05:34:28.157Z",
    }
    (work,) = read(write(tmp_path, line))
    assert work.supplement
    assert work.abstract == "I propose to consider."
    assert work.identifiers == (s2(14636783), Identifier("doi", "10.1093/x"))
    assert work.key != "14636783"
    # Of records of one source, the one with the smallest key is believed first.
    assert work.key > SHA


def test_a_citation_of_the_datasets_joins_two_papers_and_is_rejected_with_one(tmp_path: Path) -> None:
    edge = {"citationid": 1, "citingcorpusid": 1, "citedcorpusid": 2, "isinfluential": False, "contexts": None}
    found = read(write(tmp_path, edge, edge | {"citedcorpusid": None}, edge | {"citingcorpusid": None}))
    assert found[0] == CitationRecord("s2", s2(1), s2(2))
    assert [(each.place, each.reason) for each in found[1:]] == [
        ("line 2", "it does not say which paper is cited"),
        ("line 3", "it does not say which paper is citing"),
    ]


def test_an_author_of_the_datasets_is_a_researcher(tmp_path: Path) -> None:
    assert read(write(tmp_path, DATASET_AUTHOR)) == [
        ResearcherEntry(
            source="s2",
            key="22",
            identifiers=(
                s2(22),
                Identifier("orcid", "0000-0002-1825-0097"),
                # A name without a number may be that of many people.
                Identifier("dblp-person", "Alan Turing 0002"),
            ),
            name="A. Turing",
            name_variants=("A. M. Turing", "Alan M. Turing", "Alan Turing"),
            affiliations=(AffiliationRecord(InstitutionRecord("Univ. of X")),),
            urls=("https://example.org/t", "https://www.semanticscholar.org/author/22"),
        )
    ]


def test_a_paper_of_the_api_brings_what_it_cites_and_what_cites_it(tmp_path: Path) -> None:
    paper = api_paper(
        SHA,
        "Top",
        corpusId=1,
        references=[
            api_paper(OTHER_SHA, "Cited", year=1940, externalIds={"DOI": "10.1000/c"}),
            api_paper(None, "Not Recognised"),
            None,
            api_paper(THIRD_SHA, ""),
        ],
        citations=[api_paper(THIRD_SHA, "Citing", corpusId=3, authors=[]), api_paper(None, "Unknown")],
    )
    top, cited, citation, citing = read(write(tmp_path, paper))
    assert top.key == "1"
    assert top.identifiers == (s2(1), s2(SHA))
    assert top.references == (s2(OTHER_SHA), s2(THIRD_SHA))
    assert top.unresolved_references == ("Not Recognised",)
    assert cited.identifiers == (s2(OTHER_SHA), Identifier("doi", "10.1000/c"))
    assert citation == CitationRecord("s2", s2(3), s2(1))
    assert citing.identifiers == (s2(3), s2(THIRD_SHA))
    assert not top.supplement
    assert cited.supplement
    assert citing.supplement
    assert (cited.key, citing.key) == (f"supplement: {OTHER_SHA} in 1", "supplement: 3 in 1")


def test_a_line_of_the_older_corpus_is_a_work_with_its_citations(tmp_path: Path) -> None:
    line = {
        "entities": [],
        "journalVolume": "40 1",
        "journalPages": "1-9",
        "pmid": "123",
        "year": 1989,
        "outCitations": [OTHER_SHA, OTHER_SHA],
        "s2Url": f"https://semanticscholar.org/paper/{SHA}",
        "s2PdfUrl": "",
        "id": SHA,
        "authors": [
            {"name": "A. Turing", "ids": ["22"]},
            {"name": "B. Two", "ids": ["1", "2"]},
            {"name": "C", "ids": []},
        ],
        "journalName": "Annals of Machines",
        "paperAbstract": "We think.",
        "inCitations": [THIRD_SHA],
        "pdfUrls": ["https://pdf.example/1.pdf"],
        "title": "Thinking Machines",
        "doi": "10.1000/ABC",
        "sources": ["Medline"],
        "doiUrl": "https://doi.org/10.1000/ABC",
        "venue": "",
        "fieldsOfStudy": ["Medicine"],
        "magId": "5",
    }
    work, citing = read(write(tmp_path, line))
    assert isinstance(work, WorkRecord)
    assert work.identifiers == (s2(SHA), Identifier("doi", "10.1000/abc"), Identifier("pmid", "123"))
    assert (work.title, work.abstract, work.year, work.type) == (
        "Thinking Machines",
        "We think.",
        1989,
        WorkType.ARTICLE,
    )
    assert work.venue is not None
    assert (work.venue.name, work.volume, work.pages) == ("Annals of Machines", "40 1", "1-9")
    assert work.authors == (
        AuthorRecord("A. Turing", s2(22), IdentityRule.AUTHORITY),
        AuthorRecord("B. Two"),
        AuthorRecord("C"),
    )
    assert work.references == (s2(OTHER_SHA),)
    assert work.pdf_url == "https://pdf.example/1.pdf"
    assert citing == CitationRecord("s2", s2(THIRD_SHA), s2(SHA))


def test_a_venue_of_the_api_has_a_kind_and_an_issn(tmp_path: Path) -> None:
    venue = {"id": "x", "name": "Robotics Letters", "type": "journal", "issn": "2377-3766", "url": "https://r.example"}
    paper = api_paper(SHA, "T", publicationVenue=venue, venue="RAL", openAccessPdf={"url": "https://p.example/a.pdf"})
    (work,) = read(write(tmp_path, paper))
    assert work.venue.name == "Robotics Letters"
    assert work.venue.kind is SourceKind.JOURNAL
    assert work.venue.identifiers == (Identifier("issn", "2377-3766"),)
    assert work.pdf_url == "https://p.example/a.pdf"


def test_the_kind_of_a_venue_is_told_by_its_name_where_nothing_else_tells_it(tmp_path: Path) -> None:
    names = ("Journal of X &amp; Y", "Symposium on X", "Proceedings of the Journal Club", "Mind")
    works = read(write(tmp_path, *(NULLS | {"corpusid": n, "venue": name} for n, name in enumerate(names))))
    assert [(work.venue.name, work.venue.kind) for work in works] == [
        ("Journal of X & Y", SourceKind.JOURNAL),
        ("Symposium on X", SourceKind.CONFERENCE),
        ("Proceedings of the Journal Club", SourceKind.CONFERENCE),
        ("Mind", SourceKind.OTHER),
    ]


def test_an_author_of_the_api_brings_her_papers(tmp_path: Path) -> None:
    author = {"authorId": "22", "name": "A. Turing", "papers": [api_paper(SHA, "Mine"), None, api_paper(None, "Lost")]}
    person, work = read(write(tmp_path, author))
    assert person.works == (s2(SHA),)
    assert (work.identifiers, work.supplement) == ((s2(SHA),), True)


def test_a_citation_of_the_api_names_one_end_or_both(tmp_path: Path) -> None:
    edge = {"contexts": [], "intents": [], "isInfluential": False}
    one = edge | {"citingPaper": api_paper(SHA, "Citing")}
    both = one | {"citedPaper": api_paper(OTHER_SHA, "Cited")}
    found = read(write(tmp_path, one, both, edge | {"citedPaper": api_paper(None, "Nobody")}))
    assert [type(each) for each in found] == [WorkRecord, CitationRecord, WorkRecord, WorkRecord, Rejected]
    assert found[1] == CitationRecord("s2", s2(SHA), s2(OTHER_SHA))
    assert found[4].reason == "it names no paper"


@pytest.mark.parametrize(
    "answer",
    [
        {"total": 2, "offset": 0, "next": 2, "data": [api_paper(SHA, "A"), {"paperId": 1}, api_paper(OTHER_SHA, "B")]},
        {"recommendedPapers": [api_paper(SHA, "A"), {"paperId": 1}, api_paper(OTHER_SHA, "B")]},
        [api_paper(SHA, "A"), None, api_paper(OTHER_SHA, "B")],
    ],
    ids=["search", "recommendations", "batch"],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_answers_with_several_papers_are_read_one_by_one(tmp_path: Path, answer: Any, indent: int | None) -> None:
    path = tmp_path / "answer"
    path.write_text(json.dumps(answer, indent=indent), encoding="utf-8")
    (file,) = files_of(None, [path])
    assert detect(file).name == "s2"
    first, rejected, last = detect(file).read(file)
    assert isinstance(first, WorkRecord)
    assert isinstance(rejected, Rejected)
    assert rejected.place == "record 2"
    assert isinstance(last, WorkRecord)


def test_bad_records_are_rejected_with_place_and_reason(tmp_path: Path) -> None:
    found = read(
        write(
            tmp_path,
            DATASET_PAPER,
            NULLS | {"title": " "},
            NULLS | {"corpusid": "x"},
            NULLS | {"year": "1950"},
            {"authorid": "22", "name": None},
            {"authorId": None, "name": "A"},
            {"corpusid": 1, "abstract": None},
            {"error": "Paper not found"},
        )
    )
    reasons = [each.reason for each in found[1:]]
    assert reasons[:2] == ["it has no title", "it has no paper id"]
    assert "year" in reasons[2]
    assert reasons[3:] == [
        "the author has no name",
        "it has no author id",
        "it has no abstract",
        "it is no paper, author, citation or abstract of Semantic Scholar",
    ]


def test_a_file_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "cut"
    path.write_text(json.dumps(DATASET_PAPER) + "\n" + json.dumps(DATASET_PAPER)[:-9], encoding="utf-8")
    chosen = SemanticScholar()
    (file,) = chosen.files([path])
    records = chosen.read(file)
    assert isinstance(next(records), WorkRecord)
    with pytest.raises(FileCutShort, match="line 2"):
        next(records)


@pytest.mark.parametrize(
    "content",
    [
        '{"id": "https://openalex.org/W1", "title": "T"}',
        '{"data": [{"id": "10.1/x", "type": "dois", "attributes": {}}]}',
        '{"corpusid": 1, "model": "specter", "vector": []}',
        "[]",
        "paperId,title\n",
    ],
)
def test_other_files_are_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "other"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FileRefused, match="not Semantic Scholar JSON"):
        read(path)


def test_an_answer_about_many_papers_may_begin_with_one_that_is_not_known(tmp_path: Path) -> None:
    path = write(tmp_path, [None, {"paperId": SHA, "title": "Known"}], name="batch.json")
    (file,) = files_of(None, [path])
    assert detect(file).name == "s2"
    unknown, known = read(path)
    assert isinstance(unknown, Rejected)
    assert known.title == "Known"


def test_the_parts_of_a_dataset_are_found_in_their_folder(tmp_path: Path) -> None:
    part = tmp_path / "papers" / "20240101_070407_00000_abcd.gz"
    part.parent.mkdir()
    part.write_bytes(gzip.compress(json.dumps(DATASET_PAPER).encode()))
    (found,) = read(part.parent)
    assert found.key == "14636783"
