import json
from pathlib import Path

import pytest

from importers.errors import FileRefused
from importers.formats import FORMATS, detect, files_of
from importers.inputs import Input

CONTENTS = {
    "arxiv-json": json.dumps({"id": "2504.02860", "title": "T", "categories": "cs.CL"}).encode() + b"\n",
    "acl": b"<?xml version='1.0'?>\n<collection id=\"N18\"></collection>",
    "aan": b"N18-1001 , P17-1001\n",
}


def of(path: Path) -> Input:
    (file,) = files_of(None, [path])
    return file


@pytest.mark.parametrize("name", sorted(CONTENTS))
def test_a_file_is_known_by_what_it_holds_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    path = tmp_path / "data"
    path.write_bytes(CONTENTS[name])
    assert detect(of(path)).name == name


def test_an_unknown_file_is_refused_with_the_choices(tmp_path: Path) -> None:
    path = tmp_path / "data"
    path.write_bytes(b"hello")
    choices = ", ".join(name for name in FORMATS if name != "demo")
    with pytest.raises(FileRefused, match=f"name it: {choices}$"):
        detect(of(path))


def test_a_folder_with_several_formats_gives_each_file_to_its_own(tmp_path: Path) -> None:
    for name, suffix in (("arxiv-json", "json"), ("acl", "xml"), ("aan", "txt")):
        (tmp_path / f"{name}.{suffix}").write_bytes(CONTENTS[name])
    (tmp_path / "notes.txt").write_bytes(b"hello")
    aside: dict[str, str] = {}
    assert sorted(detect(file).name for file in files_of(None, [tmp_path], aside.__setitem__)) == sorted(CONTENTS)
    assert aside == {str(tmp_path / "notes.txt"): "no format knows it"}


def test_with_a_format_chosen_a_folder_leaves_other_formats_aside_but_not_what_nobody_knows(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(CONTENTS["aan"])
    (tmp_path / "b.txt").write_bytes(CONTENTS["acl"])
    (tmp_path / "c.txt").write_bytes(b"damaged")
    aside: dict[str, str] = {}
    kept = files_of(FORMATS["aan"], [tmp_path], aside.__setitem__)
    assert [Path(file.name).name for file in kept] == ["a.txt", "c.txt"]
    assert aside == {str(tmp_path / "b.txt"): "it is ACL Anthology XML"}
    with pytest.raises(FileRefused, match="not ACL Anthology Network"):
        next(FORMATS["aan"].read(kept[1]))


@pytest.mark.parametrize(
    ("name", "said"), [("acl", "none of the files is ACL Anthology XML"), (None, "no format knows")]
)
def test_a_folder_of_which_nothing_is_wanted_is_refused(tmp_path: Path, name: str | None, said: str) -> None:
    (tmp_path / "a.xml").write_bytes(b"<feed/>" if name is None else CONTENTS["arxiv-json"])
    chosen = None if name is None else FORMATS[name]
    (file,) = files_of(chosen, [tmp_path], lambda _name, _reason: None)
    with pytest.raises(FileRefused, match=f"{tmp_path}: {said}"):
        file.head()


def test_every_format_is_called_as_it_is_registered() -> None:
    assert list(FORMATS) == [each.name for each in FORMATS.values()]
