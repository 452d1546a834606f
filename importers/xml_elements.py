"""XML read element by element, with nothing fetched, no entity expanded, and what came before a break kept."""

import io
from collections.abc import Iterator
from typing import Any, cast

from lxml import etree

from importers.inputs import StreamBrokenError

_CHUNK = 262_144


class XmlRefusedError(Exception):
    """The file is not XML that we read; the message says why, without the file's name."""


class XmlBrokenError(Exception):
    """The XML breaks off or is malformed from `line` on; the elements before it were yielded."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


def elements(stream: io.BufferedReader, root: str, tags: tuple[str, ...]) -> Iterator[tuple[str, etree._Element]]:
    """Yield ("start" | "end", element) for `root` and `tags`; at "end" the element is complete.

    The caller drops what it has used (`release`), so that memory stays flat.

    Raises:
        XmlRefusedError: Before the first element: another root, or a document type that declares entities.
        XmlBrokenError: After the elements before the place.
    """
    parser = etree.XMLPullParser(
        events=("start", "end"),
        tag=(root, *tags),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    line = 1
    started = False
    while True:
        broken: XmlBrokenError | None = None
        try:
            chunk = stream.read1(_CHUNK)
            line += chunk.count(b"\n")
            if chunk:
                parser.feed(chunk)
            else:
                parser.close()
        except StreamBrokenError as error:
            chunk, broken = b"", XmlBrokenError(line, str(error))
        except etree.XMLSyntaxError as error:
            chunk, broken = b"", XmlBrokenError(error.lineno or line, error.msg or "it is not well-formed XML")
        for event, element in cast("Iterator[tuple[str, etree._Element]]", parser.read_events()):
            if not started:
                started = True
                _check_root(element, root)
            yield event, element
        if broken is not None:
            if not started:
                raise XmlRefusedError(f"it is not XML: {broken}")
            raise broken
        if not chunk:
            if not started:
                raise XmlRefusedError(f"its root element is not <{root}>")
            return


def release(element: etree._Element) -> None:
    """Drop `element` and what stands before it under its parent."""
    parent = element.getparent()
    element.clear()
    if parent is not None:
        while (first := parent[0]) is not element:
            parent.remove(first)
        parent.remove(element)


def _check_root(element: etree._Element, root: str) -> None:
    tree = element.getroottree()
    document_type = cast(Any, tree.docinfo.internalDTD)
    if document_type is not None and next(iter(document_type.iterentities()), None) is not None:
        raise XmlRefusedError("it declares entities of its own, which can grow without bound; they are never read")
    top = tree.getroot()
    if top.tag != root:
        raise XmlRefusedError(f"its root element is <{top.tag}>, not <{root}>")
