"""The formats of files of works: what stands at the beginning, between works and at the end."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import orjson

from graphdb.exported_works import ExportedAuthorshipRecord, ExportedWorkRecord
from resolvers.citations.bibtex import bibtex
from resolvers.citations.csl import csl_item
from resolvers.citations.facts import citation_key
from resolvers.citations.json_ld import json_ld_item
from resolvers.citations.ris import ris
from resolvers.exports.tables import Cell, table_rows


class WorkFormat(StrEnum):
    """A format of files of works."""

    BIBTEX = "BIBTEX"
    RIS = "RIS"
    CSL_JSON = "CSL_JSON"
    CSV = "CSV"
    JSON_LINES = "JSON_LINES"
    JSON_LD = "JSON_LD"


@dataclass(frozen=True, slots=True)
class WorkFile:
    """How works are put together to a file."""

    write: Callable[[ExportedWorkRecord, str], str]
    """Writes a work; the text is the address of its page on this site."""
    head: str = ""
    between: str = ""
    tail: str = ""


COLUMNS = (
    *("id", "slug", "url", "title", "type", "year", "first_published_at", "authors", "orcids", "institutions"),
    *(
        "source",
        "source_kind",
        "issn",
        "volume",
        "issue",
        "pages",
        "publisher",
        "doi",
        "arxiv",
        "identifiers",
        "topics",
    ),
    *("language", "is_open_access", "retracted", "references_count", "citation_count"),
    *("external_citation_count", "landing_page_url", "pdf_url", "abstract"),
)
"""Of a table of works."""


def _entry(record: ExportedWorkRecord, permalink: str) -> str:
    # Author, year and first word are many works' at once, and which of them a file holds must not change their names.
    key = f"{citation_key(record.cited)}-{record.work.id[2:10]}"
    return bibtex(record.cited, permalink, key)


def _reference(record: ExportedWorkRecord, permalink: str) -> str:
    return ris(record.cited, permalink)


def _csl(record: ExportedWorkRecord, permalink: str) -> str:
    return orjson.dumps(csl_item(record.cited, permalink)).decode()


def _json_ld(record: ExportedWorkRecord, permalink: str) -> str:
    item = json_ld_item(record.cited, permalink)
    # The context is said once, for the whole file.
    del item["@context"]
    return orjson.dumps(item).decode()


def _row(record: ExportedWorkRecord, permalink: str) -> str:
    work, cited, source = record.work, record.cited, record.source
    institutions = dict.fromkeys(place.name for author in record.authorships for place in author.institutions)
    cells: Sequence[Cell] = (
        *(work.id, work.slug, permalink, work.title, work.type, work.year, work.first_published_at),
        _joined(author.raw_name for author in record.authorships),
        _joined(author.orcid or "" for author in record.authorships),
        _joined(institutions),
        *((source.name, source.kind, _joined(source.issn)) if source else (None, None, None)),
        *(cited.volume, cited.issue, cited.pages, cited.publisher, cited.doi, cited.arxiv),
        _joined(f"{name.scheme}:{name.value}" for name in record.identifiers),
        _joined(topic.name for topic in record.topics),
        *(work.language, work.is_open_access, work.retracted, work.references_count, work.citation_count),
        *(work.external_citation_count, work.landing_page_url, work.pdf_url, work.abstract),
    )
    return table_rows([cells])


def _joined(texts: Iterable[str]) -> str:
    """Join with `; `; a list of nothing but empty texts is empty."""
    listed = list(texts)
    return "; ".join(listed) if any(listed) else ""


def _line(record: ExportedWorkRecord, permalink: str) -> str:
    work, cited, source = record.work, record.cited, record.source
    described = {
        "id": work.id,
        "slug": work.slug,
        "url": permalink,
        "title": work.title,
        "abstract": work.abstract,
        "type": work.type,
        "year": work.year,
        "firstPublishedAt": work.first_published_at,
        "latestVersionAt": work.latest_version_at,
        "language": work.language,
        "isOpenAccess": work.is_open_access,
        "retracted": work.retracted,
        "landingPageUrl": work.landing_page_url,
        "pdfUrl": work.pdf_url,
        "volume": cited.volume,
        "issue": cited.issue,
        "pages": cited.pages,
        "publisher": cited.publisher,
        "referencesCount": work.references_count,
        "citationCount": work.citation_count,
        "externalCitationCount": work.external_citation_count,
        "importedAt": work.imported_at,
        "source": {"id": source.id, "name": source.name, "kind": source.kind, "issn": source.issn} if source else None,
        "authorships": [_authorship(author) for author in record.authorships],
        "topics": record.topics,
        "identifiers": record.identifiers,
    }
    return orjson.dumps(described, option=orjson.OPT_APPEND_NEWLINE).decode()


def _authorship(author: ExportedAuthorshipRecord) -> dict[str, Any]:
    return {
        "position": author.position,
        "rawName": author.raw_name,
        "rawAffiliation": author.raw_affiliation,
        "corresponding": author.corresponding,
        "researcher": {"id": author.researcher_id, "name": author.researcher_name, "orcid": author.orcid},
        "institutions": author.institutions,
    }


WORK_FILES = {
    WorkFormat.BIBTEX: WorkFile(_entry, between="\n"),
    WorkFormat.RIS: WorkFile(_reference, between="\n"),
    WorkFormat.CSL_JSON: WorkFile(_csl, "[\n", ",\n", "\n]\n"),
    WorkFormat.CSV: WorkFile(_row, table_rows([COLUMNS])),
    WorkFormat.JSON_LINES: WorkFile(_line),
    WorkFormat.JSON_LD: WorkFile(_json_ld, '{"@context": "https://schema.org", "@graph": [\n', ",\n", "\n]}\n"),
}
