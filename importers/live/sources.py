"""How the sources' APIs are asked, and what of an answer says where to go on.

Addresses are made of the settings and of checked ids alone, never taken from an answer.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import msgspec
from lxml import etree

from importers.live.settings import FetchSettings

PAGE = 100
"""Records asked for at once."""

_ARXIV_ID = re.compile(r"(?:arxiv:)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?", re.IGNORECASE)
_ARXIV_FIELD = re.compile(r"\b(?:ti|au|abs|co|jr|cat|rn|id|all|submittedDate):")
_OPENALEX_ID = re.compile(r"(?:https://openalex\.org/)?([WAIST]\d+)", re.IGNORECASE)
_OPENALEX_FILTER = re.compile(r"[a-z_]+(?:\.[a-z_]+)*:\S.*")
_OPENALEX_KINDS = {"W": "works", "A": "authors", "I": "institutions", "S": "sources", "T": "topics"}
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_ORCID = re.compile(r"(?:https?://orcid\.org/)?((?:\d{4}-){3}\d{3}[\dX])", re.IGNORECASE)
_ROR = re.compile(r"(?:https?://ror\.org/)?(0[a-z0-9]{6}\d{2})", re.IGNORECASE)

_ATOM = "{http://www.w3.org/2005/Atom}"
_OPEN_SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


class UnusableAnswerError(Exception):
    """An answer is not what the API gives; the message says why."""


class EmptyPageError(UnusableAnswerError):
    """A page has nothing in it though more should come, which arXiv does now and then: asked again, it has."""


@dataclass(frozen=True, slots=True)
class Look:
    """What an answer says of itself."""

    records: int
    """How many are in it; 0 for an answer that only names others."""
    total: int | None
    """How many the query finds, as far as is said."""
    then: tuple[str, ...]
    """Addresses to ask next."""


@dataclass(frozen=True, slots=True)
class LiveSource:
    """An API, and the format that its answers are of."""

    format: str
    extension: str
    pause: float
    """Seconds from one request to the next."""
    first: Callable[[FetchSettings, str, int], str]
    """Makes the address that a query begins with, for so many records a page."""
    look: Callable[[str, bytes], Look]
    """Reads the answer (bytes) of an address."""


def _address(base: str, *path: str, **parameters: str | int | None) -> str:
    asked = urlencode({name: value for name, value in parameters.items() if value is not None})
    whole = "/".join([base.rstrip("/"), *(quote(part, safe="") for part in path)])
    return f"{whole}?{asked}" if asked else whole


def _again(url: str, **parameters: str | int) -> str:
    """The same address with other parameters."""
    parts = urlsplit(url)
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    return parts._replace(query=urlencode({**asked, **parameters})).geturl()


def _parameter(url: str, name: str, default: int) -> int:
    return int(parse_qs(urlsplit(url).query).get(name, [str(default)])[0])


def _object(body: bytes) -> dict[str, Any]:
    try:
        answer = msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnusableAnswerError(f"it is no JSON: {error}") from error
    if not isinstance(answer, dict):
        raise UnusableAnswerError("it is no JSON object")
    return answer


def _members(value: Any, *names: str) -> Any:
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _whole(value: Any) -> int | None:
    return value if type(value) is int and value >= 0 else None


def _arxiv_first(settings: FetchSettings, query: str, page: int) -> str:
    if found := _ARXIV_ID.fullmatch(query):
        return _address(settings.arxiv_url, id_list=found[1], start=0, max_results=1)
    asked = query if _ARXIV_FIELD.search(query) else f"all:{_quoted(query)}"
    order = {"sortBy": "submittedDate", "sortOrder": "descending"}
    return _address(settings.arxiv_url, search_query=asked, start=0, max_results=page, **order)


def _quoted(query: str) -> str:
    return query if " " not in query else '"' + query.replace('"', " ").strip() + '"'


def _arxiv_look(url: str, body: bytes) -> Look:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        feed = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise UnusableAnswerError(f"it is no XML: {error}") from error
    if feed.tag != f"{_ATOM}feed":
        raise UnusableAnswerError("it is no Atom feed")
    entries = feed.findall(f"{_ATOM}entry")
    for entry in entries:
        if "/api/errors" in entry.findtext(f"{_ATOM}id", ""):
            raise UnusableAnswerError(entry.findtext(f"{_ATOM}summary", "").strip())
    said = feed.findtext(f"{_OPEN_SEARCH}totalResults", "")
    total = int(said) if said.isascii() and said.isdigit() else None
    start = _parameter(url, "start", 0) + len(entries)
    if total is None or start >= total or "id_list=" in url:
        return Look(len(entries), total, ())
    if not entries:
        raise EmptyPageError("it is empty, though there are more")
    return Look(len(entries), total, (_again(url, start=start),))


def _openalex_first(settings: FetchSettings, query: str, page: int) -> str:
    base, mail = settings.openalex_url, settings.contact_email
    if found := _OPENALEX_ID.fullmatch(query):
        id_ = found[1].upper()
        return _address(base, _OPENALEX_KINDS[id_[0]], id_, mailto=mail)
    asked = {"filter": query} if _OPENALEX_FILTER.fullmatch(query) else {"search": query}
    return _address(base, "works", **asked, **{"per-page": page}, cursor="*", mailto=mail)


def _openalex_look(url: str, body: bytes) -> Look:
    answer = _object(body)
    results = answer.get("results")
    if results is None and isinstance(answer.get("id"), str):
        return Look(1, 1, ())
    if not isinstance(results, list):
        raise UnusableAnswerError("it has no results")
    cursor = _members(answer, "meta", "next_cursor")
    then = (_again(url, cursor=cursor),) if results and isinstance(cursor, str) else ()
    return Look(len(results), _whole(_members(answer, "meta", "count")), then)


def _crossref_first(settings: FetchSettings, query: str, page: int) -> str:
    base, mail = settings.crossref_url, settings.contact_email
    if found := _DOI.fullmatch(query):
        return _address(base, "works", found[1], mailto=mail)
    return _address(base, "works", query=query, rows=page, cursor="*", mailto=mail)


def _crossref_look(url: str, body: bytes) -> Look:
    message = _object(body).get("message")
    items = _members(message, "items")
    if items is None and isinstance(_members(message, "DOI"), str):
        return Look(1, 1, ())
    if not isinstance(items, list):
        raise UnusableAnswerError("it has no items")
    cursor = _members(message, "next-cursor")
    # After the last page comes an empty one, with a cursor as well.
    then = (_again(url, cursor=cursor),) if items and isinstance(cursor, str) else ()
    return Look(len(items), _whole(_members(message, "total-results")), then)


def _orcid_first(settings: FetchSettings, query: str, page: int) -> str:
    if found := _ORCID.fullmatch(query):
        return _address(settings.orcid_url, found[1].upper(), "record")
    return _address(settings.orcid_url, "search", q=query, start=0, rows=page)


def _orcid_look(url: str, body: bytes) -> Look:
    answer = _object(body)
    if "orcid-identifier" in answer:
        return Look(1, None, ())
    if "num-found" not in answer:
        raise UnusableAnswerError("it is neither a record nor a list of them")
    base = url.rsplit("/search", 1)[0]
    found = [_members(each, "orcid-identifier", "path") for each in answer.get("result") or ()]
    records = [_address(base, id_.upper(), "record") for id_ in found if isinstance(id_, str) and _ORCID.fullmatch(id_)]
    total = _whole(answer["num-found"])
    start = _parameter(url, "start", 0) + len(found)
    goes_on = found and total is not None and start < total
    return Look(0, total, (*records, *([_again(url, start=start)] if goes_on else [])))


def _ror_first(settings: FetchSettings, query: str, _page: int) -> str:
    if found := _ROR.fullmatch(query):
        return _address(settings.ror_url, "organizations", found[1].lower())
    return _address(settings.ror_url, "organizations", query=query, page=1)


def _ror_look(url: str, body: bytes) -> Look:
    answer = _object(body)
    items = answer.get("items")
    if items is None and isinstance(answer.get("id"), str):
        return Look(1, 1, ())
    if not isinstance(items, list):
        raise UnusableAnswerError("it has no items")
    total, page = _whole(answer.get("number_of_results")), _parameter(url, "page", 1)
    # Pages of 20, which nothing changes.
    goes_on = items and total is not None and page * 20 < total
    return Look(len(items), total, (_again(url, page=page + 1),) if goes_on else ())


LIVE_SOURCES: Mapping[str, LiveSource] = {
    # arXiv asks for three seconds between requests: https://info.arxiv.org/help/api/tou.html
    "arxiv": LiveSource("arxiv-atom", "xml", 3.0, _arxiv_first, _arxiv_look),
    "openalex": LiveSource("openalex", "json", 0.1, _openalex_first, _openalex_look),
    "crossref": LiveSource("crossref", "json", 0.2, _crossref_first, _crossref_look),
    "orcid": LiveSource("orcid", "json", 0.1, _orcid_first, _orcid_look),
    "ror": LiveSource("ror", "json", 0.2, _ror_first, _ror_look),
}
