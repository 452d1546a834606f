import json
from pathlib import Path
from typing import Any

import pytest

from importers.csl.format import Csl
from importers.errors import FileCutShort, FileRefused
from importers.formats import detect, files_of
from importers.records import AuthorRecord, Identifier, IdentityRule, Rejected, SourceKind, WorkRecord, WorkType

FULL = {
    "id": "author2016",
    "type": "article-journal",
    "title": "On <i>Water</i> &amp; Exposici\\'on",
    "container-title": "Transactions of Water",
    "DOI": "10.1000/WATER",
    "ISSN": "1006-4982, 1995-8196",
    "volume": 22,
    "issue": "4",
    "page": "317–323",
    "language": "eng",
    "URL": "http://example.org/a",
    "abstract": "<p>It is wet.</p>",
    "keyword": "water, fire",
    "note": "PMID: 123\nKept for later.",
    "publisher": "P",
    "author": [
        {"family": "Gennep", "given": "Arnold", "non-dropping-particle": "van", "suffix": "Jr."},
        {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
        {"literal": "World Health Organization"},
        {
            "family": "Author",
            "given": "Ann",
            "ORCID": "http://orcid.org/0000-0002-1825-0097",
            "affiliation": [{"name": "Univ. A"}, {}],
            "sequence": "first",
        },
        {"given": "Sukhada"},
        {"literal": "others"},
        {},
    ],
    "issued": {"date-parts": [["2016", 8, 1], [2016, 9]]},
    "accessed": {"date-parts": [["2016", 12, 22]]},
}


def item(**fields: Any) -> dict[str, Any]:
    return {"type": "book", "title": "T", "author": [], **fields}


def write(folder: Path, content: Any, name: str = "a.json") -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content, indent=2), encoding="utf-8")
    return path


def read(path: Path) -> list[Any]:
    chosen = Csl()
    (file,) = chosen.files([path])
    return list(chosen.read(file))


def test_an_item_is_a_work_with_all_that_it_says(tmp_path: Path) -> None:
    (work,) = read(write(tmp_path, [FULL]))
    assert work.key == "doi:10.1000/water author2016"
    assert work.identifiers == (Identifier("doi", "10.1000/water"), Identifier("pmid", "123"))
    assert work.plain_title == "On Water & Exposición"
    assert (work.type, work.year, work.first_published_at) == (WorkType.ARTICLE, 2016, "2016-08-01")
    assert (work.venue.name, work.venue.kind) == ("Transactions of Water", SourceKind.JOURNAL)
    assert work.venue.identifiers == (Identifier("issn", "1006-4982"), Identifier("issn", "1995-8196"))
    assert (work.volume, work.issue, work.pages) == ("22", "4", "317-323")
    assert (work.abstract, work.language, work.publisher) == ("It is wet.", "en", "P")
    assert [topic.name for topic in work.topics] == ["water", "fire"]
    assert work.url == "http://example.org/a"


def test_names_have_particles_and_suffixes_and_organisations_are_literal(tmp_path: Path) -> None:
    (work,) = read(write(tmp_path, FULL))
    orcid = Identifier("orcid", "0000-0002-1825-0097")
    assert work.authors == (
        AuthorRecord("Arnold van Gennep Jr."),
        AuthorRecord("Alexander von Humboldt"),
        AuthorRecord("World Health Organization"),
        AuthorRecord("Ann Author", orcid, IdentityRule.AUTHORITY, raw_affiliation="Univ. A"),
        AuthorRecord("Sukhada"),
    )


@pytest.mark.parametrize(
    ("issued", "year", "date"),
    [
        ({"date-parts": [[2015, 4]]}, 2015, "2015-04"),
        ({"date-parts": [["2007"]]}, 2007, None),
        ({"date-parts": [[None]]}, None, None),
        ({"date-parts": []}, None, None),
        ({"raw": "2004-10-27"}, 2004, "2004-10-27"),
        ({"literal": "Spring 1999"}, 1999, None),
        ({"date-parts": [[2015, 13, 1]]}, 2015, None),
        ("2014-02", 2014, "2014-02"),
        (None, None, None),
    ],
)
def test_a_date_may_be_in_parts_or_text_or_null(
    tmp_path: Path, issued: Any, year: int | None, date: str | None
) -> None:
    (work,) = read(write(tmp_path, item(issued=issued)))
    assert (work.year, work.first_published_at) == (year, date)


def test_a_manuscript_of_arxiv_is_known_however_it_is_said(tmp_path: Path) -> None:
    items = [
        item(type="article-journal", **{"container-title": "arXiv:1501.04916 [physics]"}),
        item(type="article", number="arXiv:1501.04916", publisher="arXiv"),
        item(type="article-journal", note="arXiv: 1501.04916"),
        item(type="article", URL="http://arxiv.org/abs/1501.04916v3"),
    ]
    works = read(write(tmp_path, items))
    assert {work.identifiers for work in works} == {(Identifier("arxiv", "1501.04916"),)}
    assert {work.type for work in works} == {WorkType.PREPRINT}


def test_crossrefs_own_csl_is_read(tmp_path: Path) -> None:
    answer = item(
        type="proceedings-article", DOI="10.1000/c", ISSN=["2050-084X"], issued={"date-parts": [[2014, 2, 11]]}
    )
    (work,) = read(write(tmp_path, answer | {"container-title": ["Conf"], "reference-count": 3}))
    assert work.type is WorkType.CONFERENCE
    assert work.venue.name == "Conf"


def test_bad_items_are_rejected_with_place_and_reason(tmp_path: Path) -> None:
    found = read(write(tmp_path, [FULL, item(title=None), item(author="A. Author"), item()]))
    assert [(each.place, each.reason) for each in found[1:2]] == [("record 2", "it has no title")]
    assert isinstance(found[2], Rejected)
    assert "author" in found[2].reason
    assert isinstance(found[3], WorkRecord)


def test_lists_lines_and_single_items_are_known(tmp_path: Path) -> None:
    lines = f"{json.dumps(FULL)}\n{json.dumps(item())}\n"
    for content, count in (([FULL, item()], 2), (FULL, 1), (lines, 2)):
        (file,) = files_of(None, [write(tmp_path, content, "unnamed")])
        assert detect(file).name == "csl"
        assert len(list(detect(file).read(file))) == count


def test_a_file_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    chosen = Csl()
    (file,) = chosen.files([write(tmp_path, json.dumps([FULL, FULL])[:-40])])
    records = chosen.read(file)
    assert isinstance(next(records), WorkRecord)
    with pytest.raises(FileCutShort, match="record 2"):
        next(records)


@pytest.mark.parametrize(
    "content",
    [
        {"DOI": "10.1000/x", "type": "journal-article", "title": ["Crossref's own"], "author": []},
        {"id": "https://openalex.org/W1", "type": "article", "title": "T", "authorships": []},
        {"id": "2504.02860", "title": "T", "categories": "cs.CL", "authors": "A"},
        {"type": "unheard", "title": "T", "author": []},
        {"type": ["book"], "title": "T", "author": []},
        [],
    ],
)
def test_other_files_are_refused(tmp_path: Path, content: Any) -> None:
    with pytest.raises(FileRefused, match="not CSL-JSON"):
        read(write(tmp_path, content))


def test_an_answer_of_zoteros_holds_items(tmp_path: Path) -> None:
    path = write(tmp_path, {"items": [FULL, {**FULL, "DOI": "10.1000/2"}]})
    (file,) = files_of(None, [path])
    assert detect(file).name == "csl"
    assert [each.identifiers[0].value for each in read(path)] == ["10.1000/water", "10.1000/2"]
