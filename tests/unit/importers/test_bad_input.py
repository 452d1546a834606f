"""Bad input of every sort ends as a record, a rejected one with its reason, or a clear refusal of its file."""

import gzip
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from importers.errors import FileCutShort, FileRefused
from importers.finding import find
from importers.formats import FORMATS
from importers.inputs import MAX_LINE
from importers.reading import records_in
from importers.records import Rejected, ResearcherEntry, WorkRecord

SUFFIXES = tuple(sorted({suffix for each in FORMATS.values() for suffix in each.suffixes}))


def arxiv(number: int, title: str | None = "Trees", authors: Sequence[str] = ("Ada Lovelace",), **more: Any) -> bytes:
    record = {
        "id": f"0704.{number:04}",
        "title": title,
        "authors": ", ".join(authors),
        "categories": "cs.CL",
        "abstract": "Of trees.",
        "versions": [{"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"}],
        "update_date": "2008-11-26",
        "authors_parsed": [[name.rpartition(" ")[2], name.rpartition(" ")[0], ""] for name in authors],
    }
    return json.dumps({**record, **more}).encode() + b"\n"


def crossref(doi: str = "10.1000/1", **more: Any) -> bytes:
    record = {
        "DOI": doi,
        "title": ["Trees"],
        "type": "journal-article",
        "author": [{"given": "Ada", "family": "Lovelace"}],
        "issued": {"date-parts": [[2020]]},
    }
    return json.dumps({"items": [{**record, **more}]}).encode()


def dblp(declared: str = "", title: str = "Trees.", authors: Sequence[str] = ("Ada Lovelace",)) -> bytes:
    names = "".join(f"<author>{name}</author>" for name in authors)
    return (
        f'<?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE dblp {declared}><dblp>'
        f'<article key="journals/x/Y1">{names}<title>{title}</title><year>2000</year></article></dblp>'
    ).encode()


def outcomes(tmp_path: Path, name: str, content: bytes) -> list[str]:
    """What becomes of each record, and of the file: a title, or a reason."""
    path = tmp_path / name
    path.write_bytes(content)
    said: list[str] = []
    try:
        (file,) = find([path], SUFFIXES)
        for record in records_in(file, None):
            match record:
                case Rejected():
                    said.append(f"rejected: {record.reason}")
                case WorkRecord():
                    said.append(record.plain_title)
                case _:
                    said.append(type(record).__name__)
    except FileRefused as error:
        said.append(f"refused: {error}")
    except FileCutShort as error:
        said.append(f"cut short: {error}")
    return said


LAUGHS = '[<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]'
ENTITIES = "refused: a.xml: it is not DBLP XML: it declares entities of its own"
UNKNOWN = "refused: a.txt: its format is not known; if it is one of these, name it: arxiv-json"


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.jsonl", b"", ["refused: a.jsonl: it is empty"]),
        ("a.json", b"\n \n", ["refused: a.json: it is empty"]),
        ("a.txt", b"milk, bread\n", [UNKNOWN]),
        ("a.txt", b"<!DOCTYPE html><html><body>403</body></html>", [UNKNOWN]),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), [UNKNOWN]),
        ("a.txt", b'[1, "x", null, {}]', [UNKNOWN]),
        ("a.txt", b"{", [UNKNOWN]),
        (
            "a.jsonl",
            arxiv(1) + b'{"id": "\xe9"}\n' + arxiv(2),
            ["Trees", "rejected: it is not valid UTF-8 at byte", "Trees"],
        ),
        ("a.jsonl", b"\xef\xbb\xbf" + arxiv(1), ["Trees"]),
        (
            "a.jsonl",
            arxiv(1) + arxiv(2, abstract="x" * MAX_LINE) + arxiv(3),
            ["Trees", "rejected: it is longer than 16,777,216 bytes", "Trees"],
        ),
        ("a.jsonl", arxiv(1, None), ["rejected: a field has another shape than expected: `title` is null"]),
        ("a.jsonl", arxiv(1, " "), ["rejected: it has no title"]),
        ("a.json", crossref(title=None), ["rejected: it has no title"]),
        ("a.jsonl", arxiv(1, authors=()), ["Trees"]),
        ("a.jsonl", arxiv(1, authors=("Plato",)), ["Trees"]),
        ("a.jsonl", arxiv(1) + arxiv(1), ["Trees", "Trees"]),
        ("a.jsonl", arxiv(1, r"On $\alpha$ and {\bf B\"ohm}"), ["On α and Böhm"]),
        ("a.json", crossref(title=["A <i>C. elegans</i> &amp; others"]), ["A C. elegans & others"]),
        (
            "a.json",
            crossref(
                title=[
                    'On <mml:math xmlns:mml="x"><mml:msub><mml:mi>H</mml:mi><mml:mn>2</mml:mn></mml:msub></mml:math>O'
                ]
            ),
            ["On H2O"],
        ),
        ("a.json", crossref(issued={"date-parts": [[None]]}), ["Trees"]),
        ("a.json", crossref(author=[{"name": "ATLAS Collaboration"}, {"family": "Plato"}]), ["Trees"]),
        ("a.json", crossref("10.5555/12345678"), ["rejected: it is a test: nothing else is deposited under 10.5555"]),
        ("a.xml", dblp(authors=("Wei Wang 0001", "Wei Wang 0002")), ["Trees"]),
        ("a.xml", dblp(LAUGHS, "&b;"), [ENTITIES]),
        ("a.xml", dblp('[<!ENTITY a SYSTEM "file:///etc/passwd">]', "&a;"), [ENTITIES]),
        ("a.bib", b"@article{a, title={Trees}}\n@article{b, title={Never", ["Trees", "cut short: a.bib, line 2"]),
    ],
)
def test_each_ends_as_a_record_a_rejected_one_or_a_refusal(
    tmp_path: Path, name: str, content: bytes, expected: list[str]
) -> None:
    said = [each.replace(f"{tmp_path}/", "") for each in outcomes(tmp_path, name, content)]
    assert len(said) == len(expected)
    assert all(each.startswith(wanted) for each, wanted in zip(said, expected, strict=True)), said


def test_a_gzip_file_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    chance = random.Random(4)
    lines = [arxiv(number, f"Tree {number}", abstract=chance.randbytes(200).hex()) for number in range(1, 500)]
    content = gzip.compress(b"".join(lines))
    *works, end = outcomes(tmp_path, "a.jsonl.gz", content[: len(content) // 2])
    assert works == [f"Tree {number}" for number in range(1, len(works) + 1)]
    assert 100 < len(works) < 400
    assert end.endswith("it ends in the middle of the compressed data")


def test_an_address_of_a_person_is_never_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        json.dumps(
            {
                "orcid-identifier": {"path": "0000-0002-1825-0097"},
                "person": {
                    "name": {"given-names": {"value": "Josiah"}, "family-name": {"value": "Carberry"}},
                    "emails": {"email": [{"email": "hidden@example.org"}]},
                    "biography": {"content": "Write to hidden@example.org."},
                },
                "activities-summary": {},
            }
        )
    )
    (file,) = find([path], SUFFIXES)
    (person,) = records_in(file, None)
    assert isinstance(person, ResearcherEntry)
    assert person.name == "Josiah Carberry"
    assert "hidden" not in repr(person)
