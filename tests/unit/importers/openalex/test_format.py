import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from importers.errors import FileCutShort, FileRefused
from importers.formats import FORMATS, detect, files_of
from importers.openalex.format import OpenAlex
from importers.records import Rejected, WorkRecord

SITE = "https://openalex.org"


def work(number: int, title: str = "T") -> dict[str, Any]:
    return {"id": f"{SITE}/W{number}", "title": title, "authorships": []}


def lines(*records: Any) -> bytes:
    return b"".join(json.dumps(each).encode() + b"\n" for each in records)


def written(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(content) if path.name.endswith(".gz") else content)
    return path


def read(path: Path) -> list[Any]:
    openalex = OpenAlex()
    return [record for file in openalex.files([path]) for record in openalex.read(file)]


@pytest.mark.parametrize(
    "content",
    [
        lines(work(1), work(2)),
        json.dumps([work(1), work(2)]).encode(),
        json.dumps({"meta": {"count": 2}, "results": [work(1), work(2)], "group_by": []}).encode(),
        json.dumps({"meta": {"count": 2}, "results": [work(1), work(2)]}, indent=2).encode(),
        lines({"meta": {}, "results": [work(1)]}, {"meta": {}, "results": [work(2)]}),
        b"\xef\xbb\xbf" + lines(work(1), work(2)),
    ],
    ids=["lines", "array", "answer", "indented answer", "answers", "byte order mark"],
)
@pytest.mark.parametrize("name", ["works.json", "works.json.gz"])
def test_lines_arrays_and_answers_are_read_alike(tmp_path: Path, content: bytes, name: str) -> None:
    assert [each.key for each in read(written(tmp_path / name, content))] == ["W1", "W2"]


def test_one_work_by_itself_is_read(tmp_path: Path) -> None:
    assert [each.key for each in read(written(tmp_path / "a.json", json.dumps(work(1), indent=1).encode()))] == ["W1"]


def snapshot(folder: Path, entity: str, parts: dict[str, bytes], listed: list[str]) -> None:
    for part, content in parts.items():
        written(folder / "data" / entity / part, content)
    entries = [{"url": f"s3://openalex/data/{entity}/{part}", "meta": {"content_length": 1}} for part in listed]
    (folder / "data" / entity / "manifest").write_text(json.dumps({"entries": entries, "meta": {}}))


def test_a_snapshot_is_read_in_the_order_of_its_dates_so_that_the_newest_version_comes_last(tmp_path: Path) -> None:
    parts = {
        "updated_date=2025-01-21/part_000.gz": lines(work(1, "new")),
        "updated_date=2023-06-08/part_000.gz": lines(work(1, "old"), work(2)),
        "updated_date=2023-06-08/part_001.gz": lines(work(3)),
    }
    snapshot(tmp_path, "works", parts, list(parts))
    assert [(each.key, each.title) for each in read(tmp_path)] == [
        ("W1", "old"),
        ("W2", "T"),
        ("W3", "T"),
        ("W1", "new"),
    ]


@pytest.mark.parametrize("chosen", [OpenAlex(), None])
def test_parts_that_the_manifest_does_not_list_are_of_an_older_snapshot(
    tmp_path: Path, chosen: OpenAlex | None
) -> None:
    parts = {
        "updated_date=2023-06-08/part_000.gz": lines(work(1)),
        "updated_date=2024-01-01/part_000.gz": lines(work(2)),
    }
    listed = ["updated_date=2024-01-01/part_000.gz", "updated_date=2025-01-01/part_000.gz"]
    snapshot(tmp_path, "works", parts, listed)
    written(
        tmp_path / "data" / "merged_ids" / "works" / "2022-06-07.csv.gz",
        b"merge_date,id,merge_into_id\n2022-06-07,W8,W9\n",
    )
    aside: dict[str, str] = {}
    files = files_of(chosen, [tmp_path], aside.__setitem__)
    assert [Path(file.name).parent.name for file in files] == ["works", "updated_date=2024-01-01"]
    data = tmp_path / "data" / "works"
    assert aside.pop(str(data / "manifest")).startswith("does not end in")
    assert aside == {
        str(data / "updated_date=2023-06-08" / "part_000.gz"): (
            "the manifest beside it does not list it: it is of an older snapshot"
        ),
        str(data / "updated_date=2025-01-01" / "part_000.gz"): "the manifest lists it, but it is not here",
    }


def test_a_part_that_was_named_is_read_whatever_the_manifest_says(tmp_path: Path) -> None:
    snapshot(tmp_path, "works", {"updated_date=2023-06-08/part_000.gz": lines(work(1))}, [])
    assert [each.key for each in read(tmp_path / "data/works/updated_date=2023-06-08/part_000.gz")] == ["W1"]


def test_a_manifest_that_cannot_be_read_leaves_nothing_out(tmp_path: Path) -> None:
    snapshot(tmp_path, "works", {"updated_date=2023-06-08/part_000.gz": lines(work(1))}, [])
    (tmp_path / "data" / "works" / "manifest").write_text("nonsense")
    assert [each.key for each in read(tmp_path)] == ["W1"]


def test_bad_records_are_rejected_and_the_rest_is_read(tmp_path: Path) -> None:
    content = lines(work(1)) + b'{"id": 5}\n{bad}\n{"title": "T"}\n' + lines({**work(2), "topics": "x"}, work(3))
    first, *rejected, last = read(written(tmp_path / "a.jsonl", content))
    assert (first.key, last.key) == ("W1", "W3")
    assert all(isinstance(each, Rejected) for each in rejected)
    assert [each.place for each in rejected] == ["line 2", "line 3", "line 4", "line 5"]
    assert "another shape" in rejected[3].reason
    assert rejected[1].raw == "{bad}"


def test_a_part_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "part_000.gz"
    path.write_bytes(gzip.compress(lines(*(work(number, str(number) * 50) for number in range(5_000))))[:-20_000])
    (file,) = OpenAlex().files([path])
    with pytest.raises(FileCutShort, match="ends in the middle"):
        list(OpenAlex().read(file))
    assert isinstance(next(OpenAlex().read(file)), WorkRecord)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}\n",
        b"[]",
        b'{"id": "2504.02860", "title": "T", "categories": "cs.CL"}\n',
        b'{"id": "https://ror.org/00jmfr291", "names": []}\n',
        b'{"DOI": "10.1000/a", "title": ["https://openalex.org/W1"]}\n',
        b"id,name\n1,2\n",
        b"id,\rname\x00\n",
        b"<collection id='N18'/>",
    ],
)
def test_what_is_not_of_openalex_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(FileRefused, match=r"it is not data of OpenAlex|it is empty"):
        read(written(tmp_path / "a.json", content))


def test_its_files_are_known_by_what_they_hold(tmp_path: Path) -> None:
    for name, content in (("a", lines(work(1))), ("b", b"merge_date,id,merge_into_id\n")):
        (file,) = files_of(None, [written(tmp_path / name, content)])
        assert detect(file) is FORMATS["openalex"]
