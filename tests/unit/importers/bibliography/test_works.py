import json
from pathlib import Path
from typing import Any

import pytest

from importers.bibliography.names import Name
from importers.bibliography.works import Item, citation_identifier, work_of
from importers.bibtex.format import Bibtex
from importers.csl.format import Csl
from importers.dates import Published
from importers.formats import Format
from importers.records import AuthorRecord, Identifier, IdentityRule, SourceKind, TopicRecord, WorkRecord, WorkType
from importers.rejection import UnusableError
from importers.ris.format import Ris

ANN = Name(given="Ann", family="Author")


def item(**fields: Any) -> Item:
    return Item(**({"source": "bibtex", "key": "k", "type": WorkType.ARTICLE, "title": "A Title"} | fields))


def read_one(chosen: Format, path: Path, content: str) -> WorkRecord:
    path.write_text(content, encoding="utf-8")
    (file,) = chosen.files([path])
    (work,) = chosen.read(file)
    assert isinstance(work, WorkRecord)
    return work


def test_a_work_that_no_authority_names_has_the_same_name_in_each_format(tmp_path: Path) -> None:
    bibtex = """@article{a, author = {van Gennep, Arnold and others}, title = {{Les} Rites de Passage: {\\'E}tude},
        year = 1909, journal = {J}}"""
    ris = "TY  - JOUR\nAU  - van Gennep, Arnold\nTI  - Les rites de passage : Étude\nPY  - 1909///\nER  - \n"
    csl = {
        "type": "article-journal",
        "title": "Les rites de passage: étude",
        "author": [{"family": "Gennep", "given": "Arnold", "non-dropping-particle": "van"}],
        "issued": {"date-parts": [["1909"]]},
    }
    works = (
        read_one(Bibtex(), tmp_path / "a.bib", bibtex),
        read_one(Ris(), tmp_path / "a.ris", ris),
        read_one(Csl(), tmp_path / "a.json", json.dumps(csl)),
    )
    (identifier,) = {work.identifiers for work in works}
    assert [each.scheme for each in identifier] == ["citation"]
    assert identifier[0].value.startswith("gennep-1909-")
    assert {work.authors for work in works} == {(AuthorRecord("Arnold van Gennep"),)}


def test_another_year_author_or_title_is_another_work() -> None:
    names = {
        citation_identifier("A Title", 2020, [ANN]),
        citation_identifier("A Title", 2021, [ANN]),
        citation_identifier("A Title", None, [ANN]),
        citation_identifier("A Title", 2020, [Name(family="Other")]),
        citation_identifier("A Title", 2020, []),
        citation_identifier("Another Title", 2020, [ANN]),
    }
    assert len(names) == 6
    assert {each.value.rpartition("-")[0] for each in names} == {
        "author-2020",
        "author-2021",
        "author-undated",
        "other-2020",
        "anonymous-2020",
    }


def test_an_identifier_of_an_authority_is_all_that_a_work_needs() -> None:
    work = work_of(item(identifiers=[("doi", "https://doi.org/10.1000/X"), ("doi", "10.1000/other"), ("pmid", "no")]))
    assert work.identifiers == (Identifier("doi", "10.1000/x"),)
    assert work.key == "doi:10.1000/x k"


def test_files_with_the_same_key_for_different_works_do_not_overwrite_each_other() -> None:
    keys = {work_of(item(title=title)).key for title in ("One", "Two")}
    assert len(keys) == 2
    assert work_of(item()).key == work_of(item(abstract="Mended.")).key


def test_an_address_of_an_authority_names_the_work() -> None:
    work = work_of(item(addresses=["https://example.org", "https://www.aclweb.org/anthology/P18-1001/"]))
    assert work.identifiers == (Identifier("acl", "P18-1001"),)
    assert work.url == "https://example.org"


@pytest.mark.parametrize("venue", ["", "arXiv:1501.04916 [physics]", "arXiv preprint arXiv:1501.04916", "ArXiv"])
def test_what_is_in_arxiv_alone_is_a_preprint(venue: str) -> None:
    work = work_of(item(venue=venue, remarks=["arXiv: 1501.04916v2"]))
    assert work.identifiers == (Identifier("arxiv", "1501.04916"),)
    assert work.type is WorkType.PREPRINT
    assert work.venue is not None
    assert work.venue.identifiers == (Identifier("archive", "arxiv"),)


def test_what_is_in_a_journal_too_is_an_article() -> None:
    work = work_of(item(venue="Theory of Categories", identifiers=[("arxiv", "math/0307200v3")]))
    assert work.type is WorkType.ARTICLE
    assert work.venue is not None
    assert work.venue.kind is SourceKind.JOURNAL


def test_a_venue_is_known_by_its_issns_else_by_its_name() -> None:
    both = work_of(item(venue="Transactions", issn="1006-4982, 1995-8196 (online)")).venue
    isbn = work_of(item(venue="Thesis Series", issn="978-90-386-4503-2")).venue
    assert both is not None
    assert isbn is not None
    assert both.identifiers == (Identifier("issn", "1006-4982"), Identifier("issn", "1995-8196"))
    assert isbn.identifiers == (Identifier("name", "thesis series"),)


def test_an_orcid_is_the_key_of_one_author_of_a_work() -> None:
    known = Name(given="Ann", family="Author", orcid="https://orcid.org/0000-0002-1825-0097", affiliation="Univ. A")
    work = work_of(item(authors=[known, ANN, known]))
    key = Identifier("orcid", "0000-0002-1825-0097")
    assert work.authors == (
        AuthorRecord("Ann Author", key, IdentityRule.AUTHORITY, raw_affiliation="Univ. A"),
        AuthorRecord("Ann Author"),
        AuthorRecord("Ann Author", raw_affiliation="Univ. A"),
    )


def test_keywords_are_topics_each_once() -> None:
    work = work_of(item(keywords=["*athlete", " Bone  remodeling", "Athlete", "", "{NLP}"]))
    assert work.topics == (
        TopicRecord("keyword", "athlete", "athlete"),
        TopicRecord("keyword", "bone remodeling", "Bone remodeling"),
        TopicRecord("keyword", "nlp", "NLP"),
    )


def test_pages_have_one_hyphen_and_dates_as_much_as_is_known() -> None:
    work = work_of(item(pages="3027 -- 3036", published=Published(2014, "2014-02")))
    assert (work.pages, work.year, work.first_published_at) == ("3027-3036", 2014, "2014-02")


def test_a_work_without_a_title_is_none() -> None:
    with pytest.raises(UnusableError, match="no title"):
        work_of(item(title=" "))
