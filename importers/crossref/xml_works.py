"""Crossref's XML (unixref, unixsd, deposits) brought to the shape that its API has."""

from collections.abc import Iterable, Iterator

from lxml import etree

from importers.crossref.shapes import (
    Affiliation,
    Contributor,
    InstitutionId,
    Issn,
    License,
    Organization,
    PartialDate,
    Reference,
    Related,
    Update,
    Work,
)
from importers.text import fold_space
from importers.xml_elements import local_name

PARTS: dict[str, str] = {
    "journal_article": "journal-article",
    "conference_paper": "proceedings-article",
    "content_item": "book-chapter",
    "posted_content": "posted-content",
    "dissertation": "dissertation",
    "dataset": "dataset",
    "peer_review": "peer-review",
    "sa_component": "component",
}
"""Elements that are a work by themselves, and what the API calls it."""

WHOLES: dict[str, str] = {
    "journal": "journal",
    "book": "book",
    "conference": "proceedings",
    "report-paper": "report",
    "standard": "standard",
    "database": "database",
}
"""Elements whose metadata is of something that holds such works; without one it is a work itself."""

_COMPONENTS = {
    "part": "book-part",
    "reference_entry": "reference-entry",
    "section": "book-section",
    "track": "book-track",
}
_BOOKS = {"edited_book": "edited-book", "monograph": "monograph", "reference": "reference-book"}
# What text is marked up with; other elements are left out, and their text stays.
_MARKUP = frozenset(
    (
        *(
            "alternatives",
            "annotation",
            "b",
            "bold",
            "em",
            "i",
            "inline-formula",
            "italic",
            "math",
            "mfrac",
            "mi",
            "mn",
        ),
        *("mo", "mover", "mroot", "mrow", "msqrt", "mstyle", "msub", "msubsup", "msup", "mtext", "munder", "p", "sc"),
        *("scp", "sec", "semantics", "strong", "sub", "sup", "tex-math", "title", "tt", "u"),
    )
)
_EVENT = "event_metadata"
_UPDATES = "{*}crossmark/{*}updates/{*}update"
_INTRA_WORK = "{*}program/{*}related_item/{*}intra_work_relation"
_Element = etree._Element


def of_part(part: _Element) -> Work:
    """Return the work of one of PARTS, with what stands about it before it; the DOI may be empty."""
    whole = part.getparent()
    is_inside = whole is not None and local_name(whole) in WHOLES
    # Not all that the whole holds: what follows may have been parsed already.
    before = list(part.itersiblings(preceding=True))[::-1] if is_inside else []
    name = local_name(part)
    type_ = PARTS[name]
    if name == "content_item" and whole is not None:
        in_report = local_name(whole) == "report-paper"
        type_ = "report-component" if in_report else _COMPONENTS.get(part.get("component_type", ""), type_)
    issues = [each for each in before if local_name(each) == "journal_issue"]
    return _work(part, type_, [part, *issues, *_metadata(before)], _containers(before))


def of_whole(whole: _Element) -> Work:
    """Return one of WHOLES as a work of its own; the DOI may be empty."""
    metadata = _metadata(whole) or [whole]
    name = local_name(whole)
    type_ = _BOOKS.get(whole.get("book_type", ""), WHOLES[name]) if name == "book" else WHOLES[name]
    series = [_markup(each) for around in metadata for each in _each(around, "series_metadata/titles/title")]
    return _work(metadata[0], type_, metadata, series)


def _metadata(elements: Iterable[_Element]) -> list[_Element]:
    named = ((local_name(each), each) for each in elements)
    return [each for name, each in named if name.endswith("_metadata") and name != _EVENT]


def _work(own: _Element, type_: str, above: list[_Element], containers: list[str]) -> Work:
    """Return a work of what `own` says, or else what stands in `above`, the nearest first."""
    issns = [each for around in above for each in (*around.iterfind("{*}issn"), *_series(around, "issn"))]
    first, last = _first(own, "pages/first_page"), _first(own, "pages/last_page")
    institutions = [Organization(name) for name in _texts(own, "institution/institution_name")]
    return Work(
        doi=_first(own, "doi_data/doi"),
        type=type_,
        subtype=own.get("type") if type_ == "posted-content" else None,
        title=[_markup(each) for each in _each(own, "titles/title") or own.iterfind("{*}proceedings_title")],
        subtitle=[_markup(each) for each in _each(own, "titles/subtitle")],
        author=[
            _contributor(each) for each in _each(own, "contributors/*") if each.get("contributor_role") == "author"
        ],
        container_title=[*containers],
        issn=[fold_space(each.text or "") for each in issns],
        issn_type=[Issn(fold_space(each.text or ""), each.get("media_type")) for each in issns],
        issued=next((date for around in above if (date := _issued(around)) is not None), None),
        deposited=_timestamp(own),
        abstract=_abstract(own),
        language=next((code for around in above if (code := around.get("language"))), None),
        volume=_nearest(above, "journal_volume/volume", "volume"),
        issue=_nearest(above, "issue"),
        page=f"{first}-{last}" if first and last and first != last else first or None,
        article_number=next(iter(_texts(own, "publisher_item/item_number")), None),
        publisher=_nearest(above, "publisher/publisher_name"),
        institution=institutions or None,
        reference=[_reference(each) for each in _each(own, "citation_list/citation")],
        is_referenced_by_count=_cited_by(own),
        relation=_relations(own),
        update_to=[Update(each.get("type"), fold_space(each.text or "")) for each in own.iterfind(_UPDATES)],
        license=[License(fold_space(each.text or "")) for each in own.iter("{*}license_ref")],
    )


def _containers(before: list[_Element]) -> list[str]:
    """Return the titles of the series and of the volume that a work stands in."""
    metadata = _metadata(before)
    titles = (
        "full_title",
        "series_metadata/titles/title",
        "set_metadata/titles/title",
        "proceedings_title",
        "titles/title",
    )
    found = [_markup(each) for path in titles for around in metadata for each in _each(around, path)]
    events = [each for each in before if local_name(each) == _EVENT]
    return found or [_markup(each) for event in events for each in _each(event, "conference_name")]


def _contributor(element: _Element) -> Contributor:
    if local_name(element) == "organization":
        return Contributor(name=_markup(element))
    return Contributor(
        given=_first(element, "given_name") or None,
        family=_first(element, "surname") or None,
        suffix=_first(element, "suffix") or None,
        orcid=_first(element, "ORCID") or None,
        affiliation=[
            *(Affiliation(text) for text in _texts(element, "affiliation")),
            *(_institution(each) for each in _each(element, "affiliations/institution")),
        ],
    )


def _institution(element: _Element) -> Affiliation:
    names = (*_texts(element, "institution_department"), *_texts(element, "institution_name"))
    ids = [InstitutionId(fold_space(each.text or ""), each.get("type")) for each in _each(element, "institution_id")]
    return Affiliation(", ".join((*names, *_texts(element, "institution_place"))), ids)


def _reference(citation: _Element) -> Reference:
    def text(name: str) -> str | None:
        return _first(citation, name) or None

    unstructured = citation.find("{*}unstructured_citation")
    return Reference(
        doi=text("doi"),
        unstructured=_markup(unstructured) if unstructured is not None else None,
        author=text("author"),
        article_title=text("article_title"),
        journal_title=text("journal_title"),
        volume_title=text("volume_title"),
        series_title=text("series_title"),
        volume=text("volume"),
        first_page=text("first_page"),
        year=text("cYear"),
    )


def _relations(own: _Element) -> dict[str, list[Related | None] | None]:
    """Return the relations within a work, by their kind, which the XML writes like `isPreprintOf`."""
    found: dict[str, list[Related | None] | None] = {}
    # What is deposited with Crossmark has its relations there.
    for each in (*own.iterfind(_INTRA_WORK), *own.iterfind(f"{{*}}crossmark/{{*}}custom_metadata/{_INTRA_WORK}")):
        target = Related(fold_space(each.text or ""), each.get("identifier-type"))
        found[each.get("relationship-type", "")] = [*(found.get(each.get("relationship-type", "")) or ()), target]
    return found


def _issued(around: _Element) -> PartialDate | None:
    """Return the earliest date of publication that an element has."""
    dates = []
    for name in ("publication_date", "posted_date", "approval_date", "database_date/publication_date", "review_date"):
        for each in _each(around, name):
            parts = [_first(each, part) for part in ("year", "month", "day")]
            known = parts[: parts.index("")] if "" in parts else parts
            # What is known to the day is earlier than what is known to the month.
            dates.append(([*(part.zfill(4) for part in known), "~"], known))
    return PartialDate([list(min(dates)[1])]) if dates else None


def _abstract(own: _Element) -> str | None:
    abstracts = list(own.iterfind("{*}abstract"))
    # Others are for the general public, or a picture.
    plain = [each for each in abstracts if each.get("abstract-type") is None]
    return next((_inner(each) for each in plain or abstracts), None)


def _timestamp(own: _Element) -> PartialDate | None:
    """Return when the record was made, from what is around it: `2022-11-09 03:59:15` or `20180823133646`."""
    written = ""
    for each in own.iterancestors("{*}doi_record", "{*}query", "{*}record", "{*}doi_batch"):
        written = (
            written or each.get("timestamp", "") or _first(each, "header/datestamp") or _first(each, "head/timestamp")
        )
        written = written or next(iter(_items(each, "deposit-timestamp")), "")
    digits = written.replace("-", "")[:4]
    return PartialDate([[digits]]) if digits else None


def _cited_by(own: _Element) -> int | None:
    counts = (count for query in own.iterancestors("{*}query") for count in _items(query, "citedby-count"))
    return next((int(count) for count in counts if count.isdecimal()), None)


def _items(query: _Element, name: str) -> Iterator[str]:
    return (fold_space(each.text or "") for each in query.iterfind("{*}crm-item") if each.get("name") == name)


def _series(around: _Element, name: str) -> list[_Element]:
    return _each(around, f"series_metadata/{name}")


def _nearest(above: list[_Element], *paths: str) -> str | None:
    return next((text for around in above for path in paths if (text := _first(around, path))), None)


def _each(element: _Element, path: str) -> list[_Element]:
    found = [element]
    for name in path.split("/"):
        found = [child for parent in found for child in parent.iterchildren(f"{{*}}{name}")]
    return found


def _texts(element: _Element, path: str) -> list[str]:
    return [text for each in _each(element, path) if (text := fold_space("".join(map(str, each.itertext()))))]


def _first(element: _Element, path: str) -> str:
    return next(iter(_texts(element, path)), "")


def _markup(element: _Element) -> str:
    return fold_space(_inner(element))


def _inner(element: _Element) -> str:
    parts: list[str] = [element.text or ""]
    for child in element:
        name = local_name(child)
        inner = _inner(child)
        parts += (f"<{name}>{inner}</{name}>" if name in _MARKUP else inner, child.tail or "")
    return "".join(parts)
