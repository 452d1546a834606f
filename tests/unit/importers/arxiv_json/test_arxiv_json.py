import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from importers import inputs
from importers.arxiv_json.format import ArxivJson
from importers.errors import FileCutShort, FileRefused
from importers.records import AuthorRecord, Identifier, Rejected, TopicRecord, WorkRecord, WorkType

SNAPSHOT: dict[str, Any] = {
    "id": "math.CA/0611800",
    "submitter": "A. Person",
    "authors": "C. Bal\\'azs and Neal J. Evans II",
    "title": 'On the Gr\\"obner basis\n  of $p$-adic numbers',
    "comments": "7 pages",
    "journal-ref": None,
    "doi": "10.1364/JOSAA.23.002578 10.1364/JOSAA.32.002407",
    "report-no": None,
    "categories": "math.CA cs.IT",
    "license": None,
    "abstract": "  We study\nthem.\n",
    "versions": [
        {"version": "v1", "created": "Sat, 25 Nov 2006 23:30:00 -0500"},
        {"version": "v2", "created": "Mon, 2 Apr 2007 19:18:42 GMT"},
    ],
    "update_date": "2008-11-26",
    "authors_parsed": [
        ["Balázs", "C. -P.", ""],
        ["Evans", "Neal J.", "II", "Princeton"],
        ["The BABAR Collaboration", "", ""],
        ["Nagaosa", "N.", "", "1 and 3"],
        [":", "", ""],
    ],
}
DAILY: dict[str, Any] = {
    "id": "2504.02860",
    "pdf": "https://arxiv.org/pdf/2504.02860",
    "abs": "https://arxiv.org/abs/2504.02860",
    "authors": ["Team One", ":", "Karthik~Shivashankar", "Yi-Fan Zhang†"],
    "title": "GenM$^3$: Q&A",
    "categories": ["cs.CV", "cs.AI", "68T50 (Primary) 68T07", "I.2.7; I.4.m", "A.I", "cs.ZZ", "cs.CV"],
    "comment": None,
    "summary": "The prospect\nof 4D.",
}


def written(folder: Path, *lines: Any, name: str = "a.jsonl") -> Path:
    path = folder / name
    content = b"".join(each if isinstance(each, bytes) else json.dumps(each).encode() + b"\n" for each in lines)
    path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    return path


def read(path: Path) -> list[Any]:
    arxiv = ArxivJson()
    (file,) = arxiv.files([path])
    return list(arxiv.read(file))


def test_a_line_of_the_snapshot_is_a_preprint_with_its_dates_in_utc(tmp_path: Path) -> None:
    (work,) = read(written(tmp_path, SNAPSHOT))
    assert work == WorkRecord(
        source="arxiv",
        key="math/0611800",
        identifiers=(Identifier("arxiv", "math/0611800"), Identifier("doi", "10.1364/josaa.23.002578")),
        title='On the Gr\\"obner basis of $p$-adic numbers',
        plain_title="On the Gröbner basis of p-adic numbers",
        type=WorkType.PREPRINT,
        authors=(
            AuthorRecord("C.-P. Balázs"),
            AuthorRecord("Neal J. Evans II", raw_affiliation="Princeton"),
            AuthorRecord("The BABAR Collaboration"),
            AuthorRecord("N. Nagaosa"),
        ),
        abstract="We study them.",
        year=2006,
        first_published_at="2006-11-26T04:30:00Z",
        latest_version_at="2007-04-02T19:18:42Z",
        venue=work.venue,
        topics=(
            TopicRecord("arxiv", "math.CA", "Classical Analysis and ODEs", primary=True),
            TopicRecord("arxiv", "cs.IT", "Information Theory"),
        ),
        url="https://arxiv.org/abs/math/0611800",
        pdf_url="https://arxiv.org/pdf/math/0611800",
        is_open_access=True,
        versions=("2006-11-26T04:30:00Z", "2007-04-02T19:18:42Z"),
    )
    assert work.venue is not None
    assert (work.venue.name, work.venue.identifiers) == ("arXiv", (Identifier("archive", "arxiv"),))


def test_a_line_of_a_daily_list_takes_its_year_from_the_id(tmp_path: Path) -> None:
    (work,) = read(written(tmp_path, DAILY, name="a.jsonl.gz"))
    assert (work.key, work.year, work.first_published_at) == ("2504.02860", 2025, None)
    assert work.plain_title == "GenM^3: Q&A"
    assert work.abstract == "The prospect of 4D."
    assert [author.name for author in work.authors] == ["Team One", "Karthik Shivashankar", "Yi-Fan Zhang"]


def test_other_classifications_among_the_categories_are_no_topics_and_unknown_ones_keep_their_code(
    tmp_path: Path,
) -> None:
    (work,) = read(written(tmp_path, DAILY))
    assert work.topics == (
        TopicRecord("arxiv", "cs.CV", "Computer Vision and Pattern Recognition", primary=True),
        TopicRecord("arxiv", "cs.AI", "Artificial Intelligence"),
        TopicRecord("arxiv", "cs.ZZ", "cs.ZZ"),
    )


@pytest.mark.parametrize(
    ("id_", "year"),
    [("hep-th/9901001", 1999), ("0704.0001", 2007), ("math/0001001", 2000), ("1501.00001v3", 2015)],
)
def test_the_year_of_an_id_is_of_the_right_century(tmp_path: Path, id_: str, year: int) -> None:
    (work,) = read(written(tmp_path, {**DAILY, "id": id_}))
    assert work.year == year


@pytest.mark.parametrize(
    ("comment", "withdrawn"),
    [
        ("This paper has been withdrawn by the author due to an error", True),
        ("Withdrawn", True),
        ("paper was withdrawn because of a gap", True),
        ("4 pages; withdrawn by arXiv administrators", True),
        ("This paper has been withdrawn from the conference", False),
        ("We study retracted papers", False),
        ("12 pages. Supersedes a withdrawn draft", False),
    ],
)
def test_only_a_clear_word_makes_a_paper_retracted(tmp_path: Path, comment: str, withdrawn: bool) -> None:
    (work,) = read(written(tmp_path, {**SNAPSHOT, "comments": comment}))
    assert work.retracted is withdrawn
    assert work.withdrawn == (comment if withdrawn else None)
    assert (work.pdf_url is None) is withdrawn


def test_lines_that_cannot_be_used_are_rejected_by_number_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "MAX_LINE", 5_000)
    path = written(
        tmp_path,
        DAILY,
        b"\n",
        b'{"id": "2504.00001", "title": "\xff", "categories": "cs.CL"}\n',
        {**DAILY, "id": 2504.1},
        {**DAILY, "id": "no id"},
        {**DAILY, "title": " "},
        b"{not json}\n",
        b'{"id": "2504.00001", "title": "\\ud800", "categories": "cs.CL"}\n',
        {**DAILY, "summary": "x" * 6_000},
        {**DAILY, "id": "2504.02861"},
    )
    first, *rejected, last = read(path)
    assert (first.key, last.key) == ("2504.02860", "2504.02861")
    assert all(isinstance(each, Rejected) for each in rejected)
    assert [each.place for each in rejected] == [f"line {number}" for number in (3, 4, 5, 6, 7, 8, 9)]
    assert "not valid UTF-8" in rejected[0].reason
    assert "another shape" in rejected[1].reason
    assert rejected[2].reason == "'no id' is no arXiv id"
    assert rejected[3].reason == "it has no title"
    assert "not JSON" in rejected[4].reason
    assert "not JSON" in rejected[5].reason
    assert "longer than" in rejected[6].reason
    assert rejected[4].raw == "{not json}"


def test_authors_in_one_string_are_told_apart_where_the_line_has_no_other(tmp_path: Path) -> None:
    (work,) = read(written(tmp_path, {**SNAPSHOT, "authors_parsed": None}))
    assert [author.name for author in work.authors] == ["C. Balázs", "Neal J. Evans II"]


def test_a_version_without_a_date_makes_the_list_of_versions_unknown(tmp_path: Path) -> None:
    versions = [*SNAPSHOT["versions"], {"version": "v3", "created": "soon"}]
    (work,) = read(written(tmp_path, {**SNAPSHOT, "versions": versions}))
    assert (work.first_published_at, work.latest_version_at) == ("2006-11-26T04:30:00Z", "2007-04-02T19:18:42Z")
    assert work.versions == ()


def test_a_bad_first_line_does_not_hide_the_format(tmp_path: Path) -> None:
    rejected, work = read(written(tmp_path, b"nonsense\n", DAILY))
    assert isinstance(rejected, Rejected)
    assert work.key == "2504.02860"


def test_an_array_of_papers_is_read_as_well(tmp_path: Path) -> None:
    assert [each.key for each in read(written(tmp_path, [DAILY, SNAPSHOT]))] == ["2504.02860", "math/0611800"]


def test_a_byte_order_mark_does_not_hide_the_first_line(tmp_path: Path) -> None:
    (work,) = read(written(tmp_path, b"\xef\xbb\xbf", DAILY))
    assert work.key == "2504.02860"


def test_a_file_that_ends_in_the_middle_of_a_line_is_cut_short_there(tmp_path: Path) -> None:
    path = written(tmp_path, DAILY, json.dumps(DAILY).encode()[:80])
    arxiv = ArxivJson()
    (file,) = arxiv.files([path])
    records = arxiv.read(file)
    assert isinstance(next(records), WorkRecord)
    with pytest.raises(FileCutShort, match="line 2"):
        next(records)


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b"[]", b'{"id": "W1", "title": "x"}\n', b"<collection/>", b"\x00\xff"]
)
def test_what_is_not_of_arxiv_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(FileRefused, match=r"not arXiv JSON lines|it is empty"):
        read(written(tmp_path, content))
