"""CSL-JSON, the input of citation processors (Citation Style Language 1.0.2)."""

from typing import Any

import orjson

from graphdb.citations import CitedWorkRecord
from resolvers.citations.facts import address, container, is_in_arxiv_alone, published_on
from resolvers.citations.names import Name, parts_of

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "chapter": "chapter",
    "conference": "paper-conference",
    "dataset": "dataset",
    "editorial": "article-journal",
    "preprint": "article",
    "proceedings": "book",
    "report": "report",
    "review": "review",
    "software": "software",
    "thesis": "thesis",
}


def csl_item(work: CitedWorkRecord, permalink: str) -> dict[str, Any]:
    """Return the item of a work; what is not known is left out."""
    date = published_on(work)
    name = container(work)
    item = {
        "id": work.slug,
        "type": _TYPES.get(work.type, "document"),
        "title": work.title,
        "author": [_name(parts_of(author.name)) for author in work.authors],
        "issued": {"date-parts": [list(date) if date else [work.year]]} if work.year is not None else None,
        "container-title": name,
        "volume": work.volume,
        "issue": work.issue,
        "page": work.pages,
        "publisher": work.publisher or ("arXiv" if is_in_arxiv_alone(work) else None),
        "number": f"arXiv:{work.arxiv}" if is_in_arxiv_alone(work) else None,
        "DOI": work.doi,
        "URL": address(work, permalink),
        "ISSN": ", ".join(work.source.issn) if name is not None and work.source is not None else None,
        "language": work.language,
        "keyword": ", ".join(work.keywords),
        "abstract": work.abstract,
    }
    return {field: value for field, value in item.items() if value}


def csl_json(work: CitedWorkRecord, permalink: str) -> str:
    """Return the item of a work as JSON."""
    return orjson.dumps(csl_item(work, permalink), option=orjson.OPT_INDENT_2).decode()


def _name(name: Name) -> dict[str, str]:
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
        "literal": name.literal,
    }
    return {part: value for part, value in parts.items() if value}
