"""XML read element by element, with nothing fetched, no entity expanded, and what came before a break kept."""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

from lxml import etree

from importers.inputs import StreamBrokenError

_CHUNK = 262_144
# Atomic, so that a long run of comments cannot make the match go back and forth.
_BEFORE_ROOT = rb"(?:\xef\xbb\xbf)?(?>\s+|<\?.*?\?>|<!--.*?-->|<!(?!--)[^>\[]*(?:\[.*?\]\s*)?>)*+"
_ROOT = re.compile(rb"(%s)(<[A-Za-z_][^<>]*?)(/?>)" % _BEFORE_ROOT, re.DOTALL)


class XmlRefusedError(Exception):
    """The file is not XML that we read; the message says why, without the file's name."""


class XmlBrokenError(Exception):
    """The XML breaks off or is malformed from `line` on; the elements before it were yielded."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


def elements(
    stream: io.BufferedReader,
    root: str | tuple[str, ...],
    tags: tuple[str, ...],
    namespaces: Mapping[str, str] | None = None,
) -> Iterator[tuple[str, etree._Element]]:
    """Yield ("start" | "end", element) for the root, which is one of `root`, and for `tags`; at "end" it is complete.

    A name of the form `{*}record` means any namespace or none. `namespaces` are prefixes that files of the format use
    without declaring them: they are taken for declared. The caller drops what it has used (`release`), so that memory
    stays flat.

    Raises:
        XmlRefusedError: Before the first element: another root, or a document type that declares entities.
        XmlBrokenError: After the elements before the place.
    """
    roots = (root,) if isinstance(root, str) else root
    parser = etree.XMLPullParser(
        events=("start", "end"),
        tag=dict.fromkeys((*roots, *tags)),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    line = 1
    started = False
    chunks = _chunks(stream, namespaces)
    while True:
        broken: XmlBrokenError | None = None
        problem = "it is not XML: "
        try:
            chunk = next(chunks)
            line += chunk.count(b"\n")
            if chunk:
                parser.feed(chunk)
            else:
                parser.close()
        except StreamBrokenError as error:
            chunk, broken, problem = b"", XmlBrokenError(line, str(error)), ""
        except etree.XMLSyntaxError as error:
            chunk, broken = b"", XmlBrokenError(error.lineno or line, error.msg or "it is not well-formed XML")
        for event, element in cast("Iterator[tuple[str, etree._Element]]", parser.read_events()):
            if not started:
                started = True
                _check_root(element, roots)
            yield event, element
        if broken is not None:
            if not started:
                raise XmlRefusedError(f"{problem}{broken}")
            raise broken
        if not chunk:
            if not started:
                raise XmlRefusedError(f"its root element is not {_choices(roots)}")
            return


def release(element: etree._Element) -> None:
    """Drop `element` and what stands before it under its parent."""
    parent = element.getparent()
    element.clear()
    if parent is not None:
        while (first := parent[0]) is not element:
            parent.remove(first)
        parent.remove(element)


def root_name(head: bytes) -> str | None:
    """Return the name, without a prefix, of the root of the XML file that starts with `head`; None if it is no XML."""
    root = _ROOT.match(head)
    if root is None:
        return None
    name = root[2].removeprefix(b"<").split(None, 1)[0]
    return name.rpartition(b":")[2].decode("utf-8", "replace")


def local_name(element: etree._Element) -> str:
    """Return the name of `element` without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _chunks(stream: io.BufferedReader, namespaces: Mapping[str, str] | None) -> Iterator[bytes]:
    """Yield the bytes of `stream`, and b"" at the end."""
    if namespaces:
        beginning = b""
        while len(beginning) < _CHUNK and not _ROOT.match(beginning) and (chunk := stream.read1(_CHUNK)):
            beginning += chunk
        yield _declaring(beginning, namespaces)
    while chunk := stream.read1(_CHUNK):
        yield chunk
    yield b""


def _declaring(beginning: bytes, namespaces: Mapping[str, str]) -> bytes:
    """Return the beginning of a file with what its root does not declare of `namespaces` declared in it."""
    root = _ROOT.match(beginning)
    if root is None:
        return beginning
    missing = (
        f' xmlns:{prefix}="{uri}"'.encode()
        for prefix, uri in namespaces.items()
        if not re.search(rb"\sxmlns:%s\s*=" % prefix.encode(), root[2])
    )
    return b"".join((root[1], root[2], *missing, beginning[root.start(3) :]))


def _check_root(element: etree._Element, roots: tuple[str, ...]) -> None:
    tree = element.getroottree()
    document_type = cast(Any, tree.docinfo.internalDTD)
    if document_type is not None and next(iter(document_type.iterentities()), None) is not None:
        raise XmlRefusedError("it declares entities of its own, which can grow without bound; they are never read")
    top = tree.getroot()
    if not any(top.tag == each or each == f"{{*}}{local_name(top)}" for each in roots):
        raise XmlRefusedError(f"its root element is <{top.tag}>, not {_choices(roots)}")


def _choices(roots: tuple[str, ...]) -> str:
    return " or ".join(f"<{each.removeprefix('{*}')}>" for each in roots)
