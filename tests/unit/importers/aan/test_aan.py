from pathlib import Path

import pytest

from importers.aan.format import AanCitations
from importers.errors import FileRefused
from importers.records import CitationRecord, Identifier, Rejected


def read(path: Path) -> list[object]:
    aan = AanCitations()
    (file,) = aan.files([path])
    return list(aan.read(file))


def citation(citing: str, cited: str) -> CitationRecord:
    return CitationRecord("aan", Identifier("acl", citing), Identifier("acl", cited))


def test_both_ways_to_write_a_pair_are_citations_and_the_rest_is_rejected_by_line(tmp_path: Path) -> None:
    path = tmp_path / "pairs.txt"
    path.write_bytes(
        b"\xef\xbb\xbfC08-3004 , A00-1002\r\n# a remark\n\nw11-2602 ==> a00-1002\nP19-1001\nP19-1001 , External_1\n"
        b"P19-1001 , \xff\nW02-0802,J79-1081c"
    )
    assert read(path) == [
        citation("C08-3004", "A00-1002"),
        citation("W11-2602", "A00-1002"),
        Rejected(str(path), "line 5", "it does not read `citing , cited` or `citing ==> cited`", "P19-1001"),
        Rejected(str(path), "line 6", "'External_1' is no ACL Anthology id", "P19-1001 , External_1"),
        Rejected(str(path), "line 7", "'\ufffd' is no ACL Anthology id", "P19-1001 , \ufffd"),
        citation("W02-0802", "J79-1081c"),
    ]


def test_a_text_without_a_pair_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "readme.txt"
    path.write_text("Hello, world\n", encoding="utf-8")
    with pytest.raises(FileRefused, match="no line reads `citing , cited`"):
        read(path)
