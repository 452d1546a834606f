import io
import json
import tracemalloc
from collections.abc import Iterable
from pathlib import Path
from typing import IO

import msgspec
import pytest

from importers.errors import FileCutShort
from importers.inputs import Input
from importers.json_records import first_members, json_records
from importers.records import CitationRecord, Identifier, Record, Rejected
from importers.rejection import UnusableError


class Pair(msgspec.Struct):
    a: str
    b: str = ""


def citations(pair: Pair) -> Iterable[Record]:
    if not pair.b:
        raise UnusableError("it cites nothing")
    yield CitationRecord("test", Identifier("x", pair.a), Identifier("x", pair.b))


def of(content: bytes) -> Input:
    def opener() -> IO[bytes]:
        return io.BytesIO(content)

    return Input("test.json", opener, len(content))


def read(content: bytes) -> list[str]:
    """Return `a` of each record, or the place and the reason of a rejection."""
    return [
        f"{each.place}: {each.reason}" if isinstance(each, Rejected) else each.citing.value
        for each in json_records(of(content), Pair, citations)
        if isinstance(each, Rejected | CitationRecord)
    ]


PAIRS = [{"a": "1", "b": "ö"}, {"a": "2", "b": "\u2028"}, {"a": "3", "b": "z"}]


@pytest.mark.parametrize(
    "content",
    [
        "\n".join(json.dumps(each, ensure_ascii=False) for each in PAIRS),
        json.dumps(PAIRS),
        json.dumps(PAIRS, indent=2) + "\n",
        "\n".join(json.dumps(each, indent=1, ensure_ascii=False) for each in PAIRS),
        "[\n" + ",\n".join(json.dumps(each) for each in PAIRS) + "\n]\n",
    ],
    ids=["lines", "array", "indented array", "values in a row", "array of lines"],
)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "byte order mark"])
def test_lines_arrays_and_values_in_a_row_give_the_same_records(mark: bytes, content: str) -> None:
    assert read(mark + content.encode()) == ["1", "2", "3"]


def test_an_empty_array_has_no_records() -> None:
    assert read(b"[ ]") == []


def test_a_record_that_cannot_be_used_is_rejected_with_its_place_and_the_others_are_read() -> None:
    lines = b'{"a": "1", "b": "x"}\n{"a": 2}\n{"a": "3"}\n\nnonsense\n{"a": "\xff", "b": "x"}\n{"a": "4", "b": "x"}\n'
    records = read(lines)
    assert records[0] == "1"
    assert records[1] == "line 2: a field has another shape than expected: `a` is a whole number, not a text"
    assert records[2] == "line 3: it cites nothing"
    assert records[3].startswith("line 5: it is not JSON")
    assert records[4] == "line 6: it is not valid UTF-8 at byte 7"
    assert records[5] == "4"


def test_an_item_of_an_array_that_cannot_be_used_is_rejected_with_its_number() -> None:
    records = read(b'[{"a": "1", "b": "x"}, null, {"a": "\xff", "b": "x"}, {"a": NaN}, {"a": "4", "b": "x"}]')
    assert [each[:9] for each in records] == ["1", "record 2:", "record 3:", "record 4:", "4"]


def test_what_was_rejected_can_be_written_whatever_its_bytes() -> None:
    (rejected,) = json_records(of(b'[{"a": "\xff\\ud800"}]'), Pair, citations)
    assert isinstance(rejected, Rejected)
    assert msgspec.json.encode(rejected)


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b'{"a": "1", "b": "x"}\n{"a": "2", "b', "line 2"),
        (b'[{"a": "1", "b": "x"}, {"a": "2", "b', "record 2"),
        (b'[{"a": "1", "b": "x"}, ', "record 2"),
        (b'[{"a": "1", "b": "x"} {broken}]', "record 2"),
        (b'{\n"a": "1", "b": "x"\n}\n{\n"a"', "record 2"),
        (b'[{"a": "1", "b": "x"}, ' + b"[" * 100_000, "record 2"),
    ],
    ids=["line", "item", "comma", "malformed", "value", "nested without end"],
)
def test_a_file_that_breaks_off_gives_what_came_before_and_names_the_place(content: bytes, place: str) -> None:
    records = json_records(of(content), Pair, citations)
    assert isinstance(next(records), CitationRecord)
    with pytest.raises(FileCutShort) as caught:
        next(records)
    assert caught.value.place == place


def test_values_longer_than_a_window_are_read_whole() -> None:
    long = "x" * 1_000_000
    assert read(json.dumps([{"a": long, "b": "y"}] * 3).encode()) == [long] * 3


def test_an_array_without_end_is_read_in_flat_memory() -> None:
    class Endless(io.RawIOBase):
        def __init__(self) -> None:
            self._waiting = b"["

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            taken = self._waiting[: len(buffer)]
            self._waiting = self._waiting[len(taken) :] or b'{"a": "1", "b": "x"}, ' * 100
            buffer[: len(taken)] = taken
            return len(taken)

    records = json_records(Input("endless", lambda: io.BufferedReader(Endless()), None), Pair, citations)
    tracemalloc.start()
    try:
        assert sum(isinstance(next(records), CitationRecord) for _ in range(100_000)) == 100_000
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


def test_the_first_members_of_an_object_are_told_as_far_as_the_head_goes(tmp_path: Path) -> None:
    assert first_members(b'{"a": 1, "b": {"c": [2]}, "d": "x"}\n{"e": 1}') == {"a": 1, "b": {"c": [2]}, "d": "x"}
    assert first_members(b' [\n {"a": 1, "b": [1, 2') == {"a": 1, "b": None}
    assert first_members(b'{"a": 1, "b') == {"a": 1}
    assert first_members(b'{"a": ' + b"[" * 60_000) == {"a": None}
    assert first_members(b"[]") == first_members(b"<xml/>") == first_members(b"") == first_members(b"{1: 2}") == {}
