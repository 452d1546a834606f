"""JSON records inside of what an API answers."""

import io
import json
import tracemalloc
from typing import IO, Any

import msgspec
import pytest

from importers.errors import FileCutShort
from importers.inputs import Input
from importers.json_records import first_members, first_objects, json_records
from importers.records import CitationRecord, Identifier, Rejected

WITHIN = ("message.items", "items", "message")
RECORDS = [{"a": "1", "b": [{"a": "no"}]}, {"a": "2", "b": "]}"}, {"a": "3"}]


class Named(msgspec.Struct):
    a: str


def of(content: bytes) -> Input:
    def opener() -> IO[bytes]:
        return io.BytesIO(content)

    return Input("test.json", opener, len(content))


def read(content: bytes) -> list[str]:
    """Return `a` of each record, or the place of a rejection."""
    records = json_records(
        of(content), Named, lambda n: [CitationRecord(n.a, Identifier("", ""), Identifier("", ""))], WITHIN
    )
    return [each.place if isinstance(each, Rejected) else each.source for each in records if hasattr(each, "source")]


@pytest.mark.parametrize("indent", [None, 2], ids=["", "indented"])
@pytest.mark.parametrize(
    "answer",
    [
        {"items": RECORDS},
        {"status": "ok", "message": {"facets": {"items": [{"a": "x"}]}, "total-results": 3, "items": RECORDS, "n": 1}},
        {"message": {"items": RECORDS, "query": {"items": [0]}}, "other": [{"items": [{"a": "x"}]}]},
    ],
    ids=["list", "nested list", "look-alikes around it"],
)
def test_the_records_of_an_answer_are_those_of_its_list(answer: Any, indent: int | None) -> None:
    assert read(json.dumps(answer, indent=indent).encode()) == ["1", "2", "3"]


def test_an_answer_may_hold_a_single_record() -> None:
    assert read(b'{"status": "ok", "message": {"a": "1"}}') == ["1"]


def test_answers_may_follow_each_other() -> None:
    answer = json.dumps({"meta": {}, "items": RECORDS})
    assert read(f"{answer}\n{answer}\n\n{answer}".encode()) == ["1", "2", "3"] * 3


def test_without_an_answer_around_them_records_are_read_as_ever() -> None:
    assert read(b'{"a": "1"}\n{"a": "2", "x": {"items": [{"a": "no"}]}}\n') == ["1", "2"]
    assert read(json.dumps(RECORDS).encode()) == ["1", "2", "3"]


def test_an_empty_answer_has_no_records() -> None:
    assert read(b'{"items": [], "meta": {"count": 0}}') == []


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b'{"items": [{"a": "1"}, {"a": ', "record 2"),
        (b'{"items": [{"a": "1"}', "record 2"),
        (b'{"items": [{"a": "1"}]', "record 2"),
        (b'{"items": [{"a": "1"}], "meta" 3}', "record 2"),
        (b'{"items": [{"a": "1"}]}\n{"items": [{"a"', "record 2"),
    ],
    ids=["record", "list", "answer", "malformed", "second answer"],
)
def test_an_answer_that_breaks_off_gives_what_came_before(content: bytes, place: str) -> None:
    records = json_records(
        of(content), Named, lambda n: [CitationRecord(n.a, Identifier("", ""), Identifier("", ""))], WITHIN
    )
    assert isinstance(next(records), CitationRecord)
    with pytest.raises(FileCutShort) as caught:
        next(records)
    assert caught.value.place == place


def test_an_answer_without_end_is_read_in_flat_memory() -> None:
    class Endless(io.RawIOBase):
        def __init__(self) -> None:
            self._waiting = b'{"n": 1, "items": ['

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            taken = self._waiting[: len(buffer)]
            self._waiting = self._waiting[len(taken) :] or b'{"a": "1", "b": "x"}, ' * 100
            buffer[: len(taken)] = taken
            return len(taken)

    file = Input("endless", lambda: io.BufferedReader(Endless()), None)
    records = json_records(file, Named, lambda n: [CitationRecord(n.a, Identifier("", ""), Identifier("", ""))], WITHIN)
    tracemalloc.start()
    try:
        assert sum(isinstance(next(records), CitationRecord) for _ in range(50_000)) == 50_000
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


def test_a_format_is_known_by_the_first_record_of_an_answer_even_where_the_head_cuts_it() -> None:
    assert first_members(b'{"n": 1, "items": [{"a": "1", "b": 2}, {"c"', WITHIN) == {"a": "1", "b": 2}
    assert first_members(b'{"n": 1, "message": {"items": [{"a": "1", "b": [2', WITHIN) == {"a": "1", "b": None}
    assert first_members(b'{"message": {"a": "1", "b": [2', WITHIN) == {"a": "1", "b": None}
    assert first_members(b'{"n": 1, "items": []}', WITHIN) == {}
    assert first_members(b'{"a": 1, "x": {"items": [{"b": 2}]}}', WITHIN) == {"a": 1, "x": {"items": [{"b": 2}]}}
    assert first_members(b'{"items": ' + b"[" * 60_000, WITHIN) == {}


def test_a_format_is_known_by_the_lines_after_a_bad_one() -> None:
    assert {"a": 1} in list(first_objects(b'nonsense\n{"a": 1}\n'))
