"""Documents that are known to the server: requests name them by their SHA-256 digest instead of sending them.

They are those of our own pages and of the documentation, committed as a manifest beside this module: all are known,
tested, and the same in every worker. Nobody can add one by a request. A store that strangers fill has to be bounded, so
that whoever fills it throws out what others rely on; and a client that has its document can as well send it.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from graphql import OperationDefinitionNode, OperationType, parse

from server.error_codes import BAD_REQUEST, PERSISTED_QUERY_NOT_FOUND
from server.request_errors import RequestError

MANIFEST = "persisted_documents.json"
"""In this package: a JSON object of the documents by their digests."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


def digest(document: str) -> str:
    """Return the name of a document: SHA-256 of its text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(document.encode()).hexdigest()


def manifest_of(sources: Iterable[Path]) -> str:
    """Return the manifest of the documents in all sources; raises `GraphQLSyntaxError`.

    A source is a folder, of whose `.graphql` files each is a document, or a manifest as the code generator of the pages
    writes it, which has joined fragments to the operations that spread them.
    """
    documents = {}
    for text in (text for source in sources for text in _texts(source)):
        parse(text)
        documents[digest(text)] = text
    return json.dumps(documents, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _texts(source: Path) -> list[str]:
    if source.is_dir():
        return [path.read_text() for path in sorted(source.rglob("*.graphql"))]
    named: dict[str, str] = json.loads(source.read_text())
    return list(named.values())


@cache
def _documents() -> Mapping[str, str]:
    documents: dict[str, str] = json.loads(files("server").joinpath(MANIFEST).read_text())
    return documents


def queries_by_name() -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each known query; several may share a name."""
    for text in _documents().values():
        for definition in parse(text).definitions:
            if isinstance(definition, OperationDefinitionNode) and definition.operation is OperationType.QUERY:
                yield definition.name.value if definition.name else "", text


def document_of(given: Mapping[str, Any]) -> object:
    """Return the document that a request sends or names, of whatever type it is.

    It is named by `documentId`, as GraphQL over HTTP has it (`sha256:` and the digest), or by
    `extensions.persistedQuery.sha256Hash`, as clients of Apollo have it. Raises a `RequestError` where the name is
    none, is not that of the document sent with it, or is unknown; upon the code of the latter these clients send it.
    """
    sent, name = given.get("query"), _name(given)
    if name is None:
        return sent
    if not _DIGEST.fullmatch(name):
        raise RequestError(400, BAD_REQUEST, "A document is named by its SHA-256 digest in 64 hexadecimal digits.")
    if isinstance(sent, str) and sent:
        if digest(sent) != name:
            raise RequestError(400, BAD_REQUEST, "The digest is not that of the query.")
        return sent
    known = _documents().get(name)
    if known is None:
        raise RequestError(400, PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound")
    return known


def _name(given: Mapping[str, Any]) -> str | None:
    name = given.get("documentId")
    if name is None:
        extensions = given.get("extensions")
        persisted = extensions.get("persistedQuery") if isinstance(extensions, dict) else None
        if persisted is None:
            return None
        name = persisted.get("sha256Hash") if isinstance(persisted, dict) else None
    return name.removeprefix("sha256:").lower() if isinstance(name, str) else ""
