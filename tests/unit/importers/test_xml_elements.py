import gzip
import io
from typing import Any, cast

import pytest

from importers.inputs import Input
from importers.xml_elements import XmlBrokenError, XmlRefusedError, elements, local_name, root_name

ANY = ("{*}list", "{*}record")


def found(content: bytes, root: str | tuple[str, ...] = "{*}list", **options: dict[str, str]) -> list[str]:
    stream = io.BufferedReader(cast(Any, io.BytesIO(content)))
    return [f"{event} {local_name(each)}" for event, each in elements(stream, root, ("{*}record",), **options)]


@pytest.mark.parametrize("content", [b"<list><record/></list>", b'<list xmlns="urn:x"><record xmlns="urn:y"/></list>'])
def test_a_name_may_be_of_any_namespace_or_of_none(content: bytes) -> None:
    assert found(content) == ["start list", "start record", "end record", "end list"]


def test_several_roots_may_be_named_and_a_root_may_be_what_is_looked_for() -> None:
    assert found(b"<record/>", ANY) == ["start record", "end record"]
    with pytest.raises(XmlRefusedError, match="its root element is <feed>, not <list> or <record>"):
        found(b"<feed><record/></feed>", ANY)


@pytest.mark.parametrize(
    "content",
    [
        b'<?xml version="1.0"?>\n<!-- <a> --><list><record x:a="1"/></list>',
        b'<list xmlns:x = "urn:own" ><record x:a="1"/></list>',
        b'<list><record xmlns:x="urn:own" x:a="1"/></list>',
        b'<list x:a="1"><record/></list>',
    ],
)
def test_prefixes_that_files_leave_undeclared_are_taken_for_declared(content: bytes) -> None:
    assert found(content, namespaces={"x": "urn:x"}) == ["start list", "start record", "end record", "end list"]


def test_an_empty_root_can_have_its_prefixes_declared() -> None:
    assert found(b'<list x:a="1"/>', namespaces={"x": "urn:x"}) == ["start list", "end list"]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- <a> --><list x="1"><b/></list>', "list"),
        (b'<!DOCTYPE x [<!ENTITY a "<b>">\n<!ENTITY c "d">]>\n<x:list>', "list"),
        (b'<!DOCTYPE dblp SYSTEM "dblp.dtd">\n<dblp>', "dblp"),
        (b"<list/>", "list"),
        (b"<list", None),
        (b"text <list>", None),
        (b"", None),
    ],
)
def test_the_root_is_told_from_the_first_bytes(head: bytes, name: str | None) -> None:
    assert root_name(head) == name


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (gzip.compress(b"<collection/>" * 9)[:9], r"^it ends in the middle of the compressed data$"),
        (b"hello", "^it is not XML: "),
    ],
)
def test_a_file_that_breaks_before_its_root_says_why(content: bytes, said: str) -> None:
    stream = Input("a.xml", lambda: io.BytesIO(content), None).open()
    with pytest.raises(XmlRefusedError, match=said):
        list(elements(stream, "collection", ()))


def test_other_undeclared_prefixes_break_the_file() -> None:
    with pytest.raises(XmlBrokenError, match="prefix y"):
        found(b'<list>\n<record y:a="1"/></list>', namespaces={"x": "urn:x"})


def test_entities_are_never_expanded_and_never_fetched() -> None:
    for declared in (
        b'<!ENTITY a "b">',
        b'<!ENTITY a SYSTEM "file:///etc/passwd">',
        b'<!ENTITY % a SYSTEM "http://x/">',
    ):
        with pytest.raises(XmlRefusedError, match="declares entities"):
            found(b"<!DOCTYPE list [" + declared + b"]><list><record>&a;</record></list>")
