from pathlib import Path
from typing import Any

import pytest

from importers.bibtex.format import Bibtex
from importers.errors import FileCutShort, FileRefused
from importers.formats import detect, files_of
from importers.records import Identifier, Rejected, SourceKind, WorkRecord, WorkType

BIBLIOGRAPHY = r"""% A bibliography; somebody@example.org keeps it.

@string{ jx = "Journal of " # {X} }
@STRING(cup = {Cambridge Univ. Press})
@preamble{"\newcommand{\x}{y}"}
@comment{@article{no, title = {Not an Entry}}}

@Article{full,
  AUTHOR    = {Aks{\i}n, {\"O}zge and Ludwig van Beethoven and King, Jr., Martin Luther and {Robert Bosch and Sons}
               and others},
  title     = {On {Pd--N} Bonds \& {\"U}bung: $O(n^2)$ at 50\%},
  journal   = jx # " and Y",
  year      = 2014, month = feb, day = "03",
  volume    = {45}, number = 2, pages = "3027--3036",
  doi       = {https://doi.org/10.1000/FULL\_1},
  issn      = {2050-084X},
  keywords  = {parsing, Semantics; parsing},
  abstract  = {It is
               {\em good}.},
  langid    = {ngerman},
  url       = {http://example.org/a\_b},
  title     = {A second title}
}

@inproceedings{child, crossref = "Proc", author = {A. Child}, title = {A Paper: {"}Q{"}}, pages = {1-2}}
@inproceedings(parens, title = "In (Parentheses)", author = "P. Arens", booktitle = "Conf", year = "1999")
@proceedings{proc, title = {Proceedings of Things}, subtitle = {Volume 2}, editor = {E. Ditor}, year = 2001,
  doi = {10.1000/proc}, publisher = cup, abstract = {All of it.}}
@inproceedings{second, crossref = {PROC}, author = {B. Child}, title = {Another Paper}, date = {2002-05}}
@incollection{orphan, crossref = {missing}, author = {O. Rphan}, title = {An Orphan}}
@misc{preprint, title = {In {arXiv}}, author = {P. Rint}, eprint = {1501.04916v2},
  archivePrefix = {arXiv}, year = {2015}}
@book{books, title = {A Book}, author = {family=Gennep, given={Arnold}, prefix=van, prefix-i=v}, number = 75}
@set{both, entryset = {full,child}}
@article{untitled, author = {N. O. Body}}
@article{odd, title = {Two}, year = {in press}} @article{beside, title = {Beside}}
"""


def write(folder: Path, content: str | bytes, name: str = "a.bib") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(path: Path) -> list[Any]:
    chosen = Bibtex()
    (file,) = chosen.files([path])
    return list(chosen.read(file))


@pytest.fixture
def records(tmp_path: Path) -> list[Any]:
    return read(write(tmp_path, BIBLIOGRAPHY))


@pytest.fixture
def works(records: list[Any]) -> dict[str, WorkRecord]:
    return {each.key.partition(" ")[2]: each for each in records if isinstance(each, WorkRecord)}


def test_an_entry_is_a_work_with_all_that_it_says(works: dict[str, WorkRecord]) -> None:
    work = works["full"]
    assert work.identifiers == (Identifier("doi", "10.1000/full_1"),)
    assert work.plain_title == "On Pd–N Bonds & Übung: O(n^2) at 50%"
    assert (work.type, work.year, work.first_published_at) == (WorkType.ARTICLE, 2014, "2014-02-03")
    assert work.venue is not None
    assert (work.venue.name, work.venue.kind) == ("Journal of X and Y", SourceKind.JOURNAL)
    assert work.venue.identifiers == (Identifier("issn", "2050-084X"),)
    assert (work.volume, work.issue, work.pages) == ("45", "2", "3027-3036")
    assert work.abstract == "It is good."
    assert work.language == "de"
    assert [topic.name for topic in work.topics] == ["parsing", "Semantics"]
    assert work.url == "https://doi.org/10.1000/FULL_1"


def test_names_have_particles_suffixes_and_accents_and_organisations_are_whole(works: dict[str, WorkRecord]) -> None:
    assert [author.name for author in works["full"].authors] == [
        "Özge Aksın",
        "Ludwig van Beethoven",
        "Martin Luther King Jr.",
        "Robert Bosch and Sons",
    ]


def test_a_paper_takes_from_its_proceedings_what_is_its_own_too(works: dict[str, WorkRecord]) -> None:
    child, second = works["child"], works["second"]
    assert child.venue is not None
    assert child.venue == second.venue
    assert (child.venue.name, child.venue.kind) == ("Proceedings of Things: Volume 2", SourceKind.CONFERENCE)
    assert (child.year, child.publisher, child.pages) == (2001, "Cambridge Univ. Press", "1-2")
    assert child.plain_title == 'A Paper: "Q"'
    assert child.abstract is None
    assert child.identifiers[0].scheme == "citation"
    assert (second.year, second.first_published_at) == (2002, "2002-05")


def test_proceedings_and_books_appear_in_nothing(works: dict[str, WorkRecord]) -> None:
    assert works["proc"].type is WorkType.PROCEEDINGS
    assert works["proc"].venue is None
    assert works["proc"].authors == ()
    assert works["books"].issue is None


def test_an_entry_whose_parent_is_missing_is_a_work_all_the_same(works: dict[str, WorkRecord]) -> None:
    assert works["orphan"].venue is None
    assert works["orphan"].type is WorkType.CHAPTER


def test_an_eprint_is_a_preprint_of_arxiv(works: dict[str, WorkRecord]) -> None:
    assert works["preprint"].identifiers == (Identifier("arxiv", "1501.04916"),)
    assert works["preprint"].type is WorkType.PREPRINT


def test_a_name_may_be_given_part_by_part(works: dict[str, WorkRecord]) -> None:
    assert [author.name for author in works["books"].authors] == ["Arnold van Gennep"]


def test_entries_in_parentheses_and_on_one_line_are_read(works: dict[str, WorkRecord]) -> None:
    assert works["parens"].plain_title == "In (Parentheses)"
    assert works["beside"].plain_title == "Beside"


def test_an_entry_without_a_title_is_rejected_with_its_line(records: list[Any]) -> None:
    line = BIBLIOGRAPHY[: BIBLIOGRAPHY.index("@article{untitled")].count("\n") + 1
    (rejected,) = [each for each in records if isinstance(each, Rejected)]
    assert (rejected.place, rejected.reason) == (f"line {line}", "it has no title")
    assert rejected.raw.startswith("@article{untitled")


def test_biblatex_says_the_same_under_its_own_names(tmp_path: Path) -> None:
    entry = r"""@article{x, title = {T}, subtitle = {S}, journaltitle = {J}, date = {2004-10-27/2005},
        eprinttype = {pubmed}, eprint = {123}, langid = {english}, issue = {3}}
    @online{y, title = {\mkbibquote{Q} und \mkbibemph{E}}, eprint = {math/0307200v3}, eprinttype = {arxiv}}"""
    work, preprint = read(write(tmp_path, entry))
    assert work.plain_title == "T: S"
    assert work.venue.name == "J"
    assert (work.first_published_at, work.issue, work.language) == ("2004-10-27", "3", "en")
    assert work.identifiers == (Identifier("pmid", "123"),)
    assert preprint.plain_title == "“Q” und E"
    assert preprint.identifiers == (Identifier("arxiv", "math/0307200"),)


def test_an_entry_that_is_not_closed_costs_only_itself(tmp_path: Path) -> None:
    found = read(write(tmp_path, "@book{a, title = {One}}\n\n@book{b, title = {Two}\n@book{c, title = {Three}}\n"))
    assert [each.plain_title if isinstance(each, WorkRecord) else each.place for each in found] == [
        "One",
        "line 3",
        "Three",
    ]
    assert found[1].reason == "it is not closed"


def test_an_entry_that_is_not_utf_8_costs_only_itself(tmp_path: Path) -> None:
    found = read(write(tmp_path, b"@book{a, title = {On\xe9}}\n@book{b, title = {Two}}\n"))
    assert isinstance(found[0], Rejected)
    assert "not valid UTF-8" in found[0].reason
    assert isinstance(found[1], WorkRecord)


def test_a_file_of_entries_in_parentheses_is_known(tmp_path: Path) -> None:
    (work,) = read(write(tmp_path, '@Article(a, title = "One")'))
    assert work.plain_title == "One"


def test_malformed_fields_are_rejected(tmp_path: Path) -> None:
    found = read(write(tmp_path, "@book{a, title = {One}, year\n}\n@book{b, title = {Two}}\n"))
    assert isinstance(found[0], Rejected)
    assert "Expected a `=`" in found[0].reason
    assert isinstance(found[1], WorkRecord)


def test_a_file_that_breaks_off_gives_what_came_before_and_what_was_waiting(tmp_path: Path) -> None:
    content = "@book{a, title = {One}}\n@inbook{b, title = {Two}, crossref = {c}}\n@book{c, title = {Thr"
    chosen = Bibtex()
    (file,) = chosen.files([write(tmp_path, content)])
    records = chosen.read(file)
    assert [next(records).plain_title for _ in range(2)] == ["One", "Two"]  # type: ignore[union-attr]
    with pytest.raises(FileCutShort, match="line 3: the file ends in the middle"):
        next(records)


def test_only_so_many_entries_wait_for_their_parents(tmp_path: Path) -> None:
    children = "".join(f"@inbook{{c{n}, title = {{T{n}}}, crossref = {{p}}}}\n" for n in range(10_002))
    chosen = Bibtex()
    (file,) = chosen.files([write(tmp_path, children + "@book{p, title = {The Book}}\n")])
    venues = {
        each.plain_title: each.venue.name if each.venue else None
        for each in chosen.read(file)
        if isinstance(each, WorkRecord)
    }
    assert (venues["T0"], venues["T1"], venues["T2"], venues["T10001"]) == (None, None, "The Book", "The Book")


def test_a_file_with_a_byte_order_mark_is_known_and_read(tmp_path: Path) -> None:
    path = write(tmp_path, "\ufeff@misc{a,\r\n  title = {One}\r\n}\r\n", "unnamed")
    (file,) = files_of(None, [path])
    assert detect(file).name == "bibtex"
    assert [each.plain_title for each in detect(file).read(file)] == ["One"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "content",
    [
        "@open_file(0, mode=1)\ndef read(): ...\n",
        "Write to somebody@example.org {or not}.\n",
        '{"abstract": "\n@article{a, title = {T}}"}',
        "TY  - JOUR\n",
        "",
    ],
)
def test_other_files_are_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(FileRefused, match=r"not BibTeX|it is empty"):
        read(write(tmp_path, content))


@pytest.mark.parametrize(
    "fields",
    [
        "journal = {arXiv preprint arXiv:1412.6980}",
        "journal = {CoRR}, volume = {abs/1412.6980}, eprinttype = {arXiv}, eprint = {1412.6980}",
    ],
)
def test_a_preprint_is_known_as_google_scholar_and_dblp_write_it(tmp_path: Path, fields: str) -> None:
    (work,) = read(write(tmp_path, f"@article{{kingma2014adam, title = {{Adam}}, {fields}, year = {{2014}}}}"))
    assert work.identifiers == (Identifier("arxiv", "1412.6980"),)
    assert work.type is WorkType.PREPRINT
    assert work.venue.kind is SourceKind.ARCHIVE


def test_the_characters_and_marks_that_zotero_writes_as_commands_are_read(tmp_path: Path) -> None:
    title = (
        r"On {\textless}i{\textgreater}E. coli{\textless}/i{\textgreater} "
        r"{\textquotedbl}A{\textbar}B{\textquotedbl} CO{\textsubscript{2}}"
    )
    (work,) = read(write(tmp_path, f"@article{{a, title = {{{title}}}, abstract = {{{title}}}}}"))
    assert work.plain_title == work.abstract == 'On E. coli "A|B" CO2'
