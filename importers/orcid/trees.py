"""A record of ORCID as a tree of plain names, from XML of any version of its schema or from JSON."""

import io
from typing import Any, cast

import msgspec
from lxml import etree

from importers.rejection import UnusableError
from importers.xml_elements import XmlBrokenError, XmlRefusedError, elements, local_name

_DEEPEST = 40
# XML cannot hold these; nothing of a name, a title or an identifier is lost with them.
_NO_CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF), " ")


def tree_of_xml(raw: bytes) -> etree._Element:
    """Return the root element of a record, its names without their namespaces.

    Raises:
        XmlRefusedError: It is no record, or declares entities.
        XmlBrokenError: The XML breaks off or is malformed.
    """
    root: etree._Element | None = None
    for event, element in elements(cast(Any, io.BytesIO(raw)), "{*}record", ()):
        # Only the root is asked for; what is called like it inside of it ends before.
        if event == "end":
            root = element
    if root is None:
        raise XmlRefusedError("it has no element <record>")
    for element in root.iter(etree.Element):
        element.tag = local_name(element)
    return root


def tree_of_json(record: dict[str, Any]) -> etree._Element:
    """Return the JSON of a record as the tree that its XML would be.

    Raises:
        UnusableError: Its members cannot be names of elements.
    """
    root = etree.Element("record")
    try:
        _grow(root, record, _DEEPEST)
    except ValueError as error:
        raise UnusableError(f"it is no record of ORCID: {error}") from error
    return root


def tree_of(raw: bytes) -> etree._Element:
    """Return the tree of a file that holds one record.

    Raises:
        UnusableError: It is neither the XML nor the JSON of a record.
    """
    try:
        if raw.lstrip().startswith(b"{"):
            return tree_of_json(msgspec.json.decode(raw, type=dict[str, Any]))
        return tree_of_xml(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UnusableError(f"it is not JSON: {error}") from error
    except XmlRefusedError as error:
        raise UnusableError(str(error)) from error
    except XmlBrokenError as error:
        raise UnusableError(f"line {error.line}: {error}") from error


def _grow(parent: etree._Element, members: dict[str, Any], depth: int) -> None:
    if not depth:
        raise ValueError(f"it is nested more than {_DEEPEST} deep")
    for name, value in members.items():
        for each in value if isinstance(value, list) else (value,):
            if each is None:
                continue
            child = etree.SubElement(parent, name)
            # `{"value": "Ann"}` is what XML says by text alone.
            text = each.get("value") if isinstance(each, dict) else each
            if isinstance(text, str | int | float):
                child.text = str(text).translate(_NO_CONTROL)
            if isinstance(each, dict):
                _grow(child, each, depth - 1)
