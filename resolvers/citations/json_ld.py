"""JSON-LD in the vocabulary of schema.org, as search engines read it from pages."""

from typing import Any

import orjson

from graphdb.citations import CitedAuthorRecord, CitedWorkRecord
from graphdb.identifier_urls import identifier_url
from resolvers.citations.facts import container, published_on
from resolvers.citations.names import parts_of

_TYPES = {
    "article": "ScholarlyArticle",
    "book": "Book",
    "chapter": "Chapter",
    "conference": "ScholarlyArticle",
    "dataset": "Dataset",
    "editorial": "ScholarlyArticle",
    "preprint": "ScholarlyArticle",
    "proceedings": "Book",
    "report": "Report",
    "review": "ScholarlyArticle",
    "software": "SoftwareSourceCode",
    "thesis": "Thesis",
}


def json_ld_item(work: CitedWorkRecord, permalink: str) -> dict[str, Any]:
    """Return the description of a work; what is not known is left out."""
    date = published_on(work)
    named = [(scheme, value) for scheme, value in (("doi", work.doi), ("arxiv", work.arxiv)) if value is not None]
    item = {
        "@context": "https://schema.org",
        "@type": _TYPES.get(work.type, "CreativeWork"),
        "@id": permalink,
        "url": permalink,
        "name": work.title,
        "author": [_author(author) for author in work.authors],
        "datePublished": f"{date[0]}-{date[1]:02}-{date[2]:02}" if date else str(work.year or ""),
        "inLanguage": work.language,
        "abstract": work.abstract,
        "keywords": work.keywords,
        "isPartOf": _whole(work),
        "pagination": work.pages,
        "publisher": {"@type": "Organization", "name": work.publisher} if work.publisher else None,
        "identifier": [{"@type": "PropertyValue", "propertyID": scheme, "value": value} for scheme, value in named],
        "sameAs": [url for scheme, value in named if (url := identifier_url(scheme, value, "Work"))],
    }
    return {field: value for field, value in item.items() if value}


def json_ld(work: CitedWorkRecord, permalink: str) -> str:
    """Return the description of a work as JSON that may stand inside of a script element of a page."""
    text = orjson.dumps(json_ld_item(work, permalink), option=orjson.OPT_INDENT_2).decode()
    return text.replace("<", "\\u003c")


def _author(author: CitedAuthorRecord) -> dict[str, Any]:
    name = parts_of(author.name)
    orcid = identifier_url("orcid", author.orcid, "Researcher") if author.orcid is not None else None
    person = {
        "@type": "Organization" if name.is_organisation else "Person",
        "name": author.name,
        "givenName": name.given,
        "familyName": name.family_with_particle,
        "@id": orcid,
    }
    return {field: value for field, value in person.items() if value}


def _whole(work: CitedWorkRecord) -> dict[str, Any] | None:
    """Return the journal, by way of the volume and issue, or whatever else the work is a part of."""
    name = container(work)
    if name is None or work.source is None:
        return None
    is_journal = work.source.kind == "journal"
    whole: dict[str, Any] = {"@type": "Periodical" if is_journal else "CreativeWork", "name": name}
    if work.source.issn:
        whole["issn"] = work.source.issn
    if is_journal and work.volume is not None:
        whole = {"@type": "PublicationVolume", "volumeNumber": work.volume, "isPartOf": whole}
    if is_journal and work.issue is not None:
        whole = {"@type": "PublicationIssue", "issueNumber": work.issue, "isPartOf": whole}
    return whole
