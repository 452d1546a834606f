import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from importers.crossref.format import Crossref
from importers.errors import FileCutShort, FileRefused
from importers.records import Rejected, WorkRecord


def work(number: int, **more: Any) -> dict[str, Any]:
    return {
        "indexed": {},
        "DOI": f"10.1000/{number}",
        "type": "journal-article",
        "title": ["T"],
        "prefix": "10.1000",
        **more,
    }


def written(folder: Path, content: bytes, name: str = "a.json") -> Path:
    path = folder / name
    path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    return path


def read(path: Path) -> list[Any]:
    (file,) = Crossref().files([path])
    return list(Crossref().read(file))


WORKS = [work(1), work(2)]
LIST = {"status": "ok", "message-type": "work-list", "message": {"facets": {}, "total-results": 2, "items": WORKS}}


@pytest.mark.parametrize(
    "content",
    [
        "\n".join(map(json.dumps, WORKS)),
        json.dumps(WORKS),
        json.dumps({"items": WORKS}),
        json.dumps({"items": WORKS}, indent=2),
        json.dumps(LIST),
        json.dumps(LIST, indent=3),
        "\n".join(json.dumps({"status": "ok", "message": {"items": [each]}}) for each in WORKS),
        "\n".join(json.dumps({"status": "ok", "message-type": "work", "message": each}) for each in WORKS),
        "\n".join(json.dumps(each, indent=2) for each in WORKS),
    ],
    ids=["lines", "array", "dump", "indented dump", "list", "indented list", "lists", "answers", "indented works"],
)
@pytest.mark.parametrize("name", ["a.json", "a.json.gz"])
def test_works_are_read_however_they_are_wrapped(tmp_path: Path, content: str, name: str) -> None:
    assert [each.key for each in read(written(tmp_path, content.encode(), name))] == ["10.1000/1", "10.1000/2"]


@pytest.mark.parametrize("wrap", [lambda each: each, lambda each: {"status": "ok", "message": each}])
@pytest.mark.parametrize("indent", [None, 1])
def test_a_single_work_is_read(tmp_path: Path, wrap: Any, indent: int | None) -> None:
    long = work(1, reference=[{"key": str(n), "unstructured": "Uno " * 20} for n in range(2_000)])
    (only,) = read(written(tmp_path, json.dumps(wrap(long), indent=indent).encode()))
    assert only.key == "10.1000/1"


def test_works_without_titles_are_rejected_each_and_do_not_hide_what_the_file_is(tmp_path: Path) -> None:
    untitled = [work(1, title=None), work(2, title=[])]
    *rejected, last = read(written(tmp_path, json.dumps({"items": [*untitled, work(3)]}).encode()))
    assert [each.reason for each in rejected if isinstance(each, Rejected)] == ["it has no title"] * 2
    assert last.key == "10.1000/3"


def test_bad_works_are_rejected_and_the_rest_is_read(tmp_path: Path) -> None:
    bad = [work(2, DOI="nonsense"), work(3, title={"a": 1}), {"title": ["no DOI"]}]
    first, *rejected, last = read(written(tmp_path, json.dumps({"items": [work(1), *bad, work(5)]}).encode()))
    assert (first.key, last.key) == ("10.1000/1", "10.1000/5")
    assert all(isinstance(each, Rejected) for each in rejected)
    assert [each.place for each in rejected] == ["record 2", "record 3", "record 4"]
    assert json.loads(rejected[2].raw) == {"title": ["no DOI"]}


@pytest.mark.parametrize("name", ["a.json", "a.json.gz"])
def test_a_dump_that_breaks_off_gives_what_came_before(tmp_path: Path, name: str) -> None:
    (file,) = Crossref().files([written(tmp_path, json.dumps({"items": WORKS}).encode()[:-60], name)])
    records = Crossref().read(file)
    assert isinstance(next(records), WorkRecord)
    with pytest.raises(FileCutShort, match="record 2"):
        next(records)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"items": []}',
        b'{"DOI": "10.1000/1", "type": "article-journal", "title": "CSL has one title", "container-title": "J"}',
        b'[{"DOI": "10.1000/1", "title": "T", "author": []}]',
        b'{"id": "https://openalex.org/W1", "doi": "https://doi.org/10.1000/1", "title": "T"}',
        b'{"externalIds": {"DOI": "10.1000/1"}, "title": "T"}',
        b"<record><header><identifier>oai:arXiv.org:0901.2443</identifier></header></record>",
        b"<collection id='N18'/>",
        b"<dblp><inproceedings key='conf/x/U01'><crossref>conf/x/2001</crossref></inproceedings></dblp>",
        b"@article{a, doi = {10.1000/1}}",
    ],
)
def test_what_is_not_of_crossref_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(FileRefused, match=r"they are not works of Crossref|it is empty"):
        read(written(tmp_path, content))
