from pathlib import Path
from typing import Any

import pytest

from importers.errors import FileCutShort, FileRefused
from importers.formats import detect, files_of
from importers.records import Identifier, Rejected, SourceKind, WorkRecord, WorkType
from importers.ris.format import Ris

FULL = """1.
TY  - JOUR
ID  - 12345
AU  - Marx, Karl
A1  - van der Berg,Ann, Jr.
AU  - World Health Organization
AU  - Marx, Karl
A2  - Editor, Eda
TI  - On Water:
      a <i>Review</i>
PY  - 2018/4/25
JF  - Journal of Water
JO  - J. Water
VL  - 9
IS  - 3
SP  - 10
EP  - 19
SN  - 2050-084X (electronic)
SN  - 1932-6203
DO  - http://dx.doi.org/10.1000/WATER
UR  - http://example.org/1; http://example.org/2
AB  - BACKGROUND: none.
Second line, ER - not the end.
KW  - *water
UK  - unknown
KW  - fire
earth
N1  - a note
LA  - eng
PB  - Publisher
XX  - unknown
ER  -
"""


def write(folder: Path, content: str | bytes, name: str = "a.ris") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(path: Path) -> list[Any]:
    chosen = Ris()
    (file,) = chosen.files([path])
    return list(chosen.read(file))


def reference(type_: str, *lines: str) -> str:
    return "\n".join((f"TY  - {type_}", *lines, "ER  - ", ""))


def test_a_reference_is_a_work_with_all_that_it_says(tmp_path: Path) -> None:
    (work,) = read(write(tmp_path, FULL))
    assert work.key == "doi:10.1000/water 12345"
    assert work.identifiers == (Identifier("doi", "10.1000/water"),)
    assert work.plain_title == "On Water: a Review"
    assert (work.type, work.year, work.first_published_at) == (WorkType.ARTICLE, 2018, "2018-04-25")
    assert (work.venue.name, work.venue.kind) == ("Journal of Water", SourceKind.JOURNAL)
    assert work.venue.identifiers == (Identifier("issn", "2050-084X"), Identifier("issn", "1932-6203"))
    assert (work.volume, work.issue, work.pages) == ("9", "3", "10-19")
    assert work.abstract == "BACKGROUND: none. Second line, ER - not the end."
    assert [topic.name for topic in work.topics] == ["water", "fire", "earth"]
    assert (work.language, work.publisher) == ("en", "Publisher")
    assert work.url == "http://example.org/1"


def test_authors_are_printed_in_reading_order_and_editors_are_none(tmp_path: Path) -> None:
    (work,) = read(write(tmp_path, FULL))
    assert [each.name for each in work.authors] == ["Ann van der Berg Jr.", "Karl Marx", "World Health Organization"]


@pytest.mark.parametrize(
    ("line", "year", "date"),
    [
        ("PY  - 2020///", 2020, None),
        ("Y1  - 1948/07//", 1948, "1948-07"),
        ("PY  - 2009", 2009, None),
        ("DA  - 2009/03/05/", 2009, "2009-03-05"),
        ("PY  -", None, None),
        ("PY  - in press", None, None),
    ],
)
def test_a_year_may_stand_in_a_date_with_empty_parts(
    tmp_path: Path, line: str, year: int | None, date: str | None
) -> None:
    (work,) = read(write(tmp_path, reference("JOUR", "T1  - Title", line)))
    assert (work.year, work.first_published_at) == (year, date)


@pytest.mark.parametrize(
    ("type_", "expected", "venue"),
    [
        ("JOUR", WorkType.ARTICLE, "Second"),
        ("CONF", WorkType.CONFERENCE, "Second"),
        ("CHAP", WorkType.CHAPTER, "Second"),
        ("THES", WorkType.THESIS, None),
        ("BOOK", WorkType.BOOK, None),
        ("Journal Article", WorkType.ARTICLE, "Second"),
        ("UNHEARD", WorkType.OTHER, "Second"),
    ],
)
def test_a_secondary_title_is_the_venue_only_of_what_appears_in_one(
    tmp_path: Path, type_: str, expected: WorkType, venue: str | None
) -> None:
    (work,) = read(write(tmp_path, reference(type_, "T1  - Title", "T2  - Second")))
    assert work.type is expected
    assert (work.venue.name if work.venue else None) == venue


def test_a_reference_without_a_title_is_rejected_with_its_line(tmp_path: Path) -> None:
    content = reference("JOUR", "T1  - One") + "\n" + reference("JOUR", "AU  - A, B", "T1  -")
    work, rejected = read(write(tmp_path, content))
    assert isinstance(work, WorkRecord)
    assert (rejected.place, rejected.reason) == ("line 5", "it has no title")
    assert "AU  - A, B" in rejected.raw


def test_what_is_not_utf_8_costs_only_its_reference(tmp_path: Path) -> None:
    content = reference("JOUR", "T1  - On\xe9").encode("latin-1") + reference("JOUR", "T1  - Two").encode()
    rejected, work = read(write(tmp_path, content))
    assert isinstance(rejected, Rejected)
    assert "not valid UTF-8" in rejected.reason
    assert work.plain_title == "Two"


def test_a_reference_that_nobody_ended_is_ended_by_the_next(tmp_path: Path) -> None:
    content = "TY  - JOUR\nT1  - One\n\nTY  - JOUR\nT1  - Two\nER  -\n"
    assert [each.plain_title for each in read(write(tmp_path, content))] == ["One", "Two"]


def test_a_file_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    chosen = Ris()
    (file,) = chosen.files([write(tmp_path, reference("JOUR", "T1  - One") + "TY  - JOUR\nT1  - Tw")])
    records = chosen.read(file)
    assert isinstance(next(records), WorkRecord)
    with pytest.raises(FileCutShort, match="line 4: the file ends before this reference does"):
        next(records)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("blanks", ["  ", " "])
def test_byte_order_marks_line_ends_and_narrow_tags_make_no_difference(
    tmp_path: Path, blanks: str, line_end: str
) -> None:
    content = "\ufeff" + reference("JOUR", "T1  - One", "AU  - A, B").replace("  -", f"{blanks}-")
    (file,) = files_of(None, [write(tmp_path, content.replace("\n", line_end), "unnamed")])
    assert detect(file).name == "ris"
    (work,) = detect(file).read(file)
    assert isinstance(work, WorkRecord)
    assert [each.name for each in work.authors] == ["B A"]


@pytest.mark.parametrize("content", ["@article{a, title = {T}}", "PT J\nTI A\nER\n", '{"a": "\nTY  - JOUR"}', ""])
def test_other_files_are_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(FileRefused, match=r"not RIS|it is empty"):
        read(write(tmp_path, content))


def test_lines_that_end_as_on_old_macintoshes_are_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="carriage returns alone: write them anew"):
        read(write(tmp_path, reference("JOUR", "TI  - A").replace("\n", "\r")))


def test_a_paper_of_scopus_has_the_name_of_its_proceedings_in_full(tmp_path: Path) -> None:
    (work,) = read(write(tmp_path, reference("CONF", "TI  - A", "C3  - Proceedings of Trees", "J2  - Proc. Tr.")))
    assert work.venue.name == "Proceedings of Trees"
