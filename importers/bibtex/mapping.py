"""An entry of BibTeX or BibLaTeX as a work."""

import re
from collections.abc import Iterator

from bibtexparser.middlewares.names import (
    InvalidNameError,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from importers.bibliography.dates import date_in, date_of
from importers.bibliography.languages import language_code
from importers.bibliography.names import Name, in_braces
from importers.bibliography.types import BIBTEX
from importers.bibliography.works import Item, work_of
from importers.bibtex.entries import BibtexEntry
from importers.records import WorkRecord, WorkType
from importers.text import fold_space, plain_title

SOURCE = "bibtex"
NO_WORKS = frozenset({"set", "xdata", "control", "comment", "preamble", "string"})
"""Entries that say something about other entries."""
# Their booktitle, if any, is there for the chapters and papers that inherit it.
_WHOLES = frozenset({WorkType.BOOK, WorkType.PROCEEDINGS})
_QUOTED = re.compile(r"\\(?:mkbibquote|enquote\*?)\s*\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}")
_MARKED = re.compile(r"\\mkbib(?!quote)[a-z]+\s*(?=\{)")
# So Zotero writes the marks of HTML.
_LESS_OR_GREATER = re.compile(r"\{\\text(less|greater)\}|\\text(less|greater)(?:\{\}|\s|(?![A-Za-z]))")
_EXTENDED_NAME = re.compile(r"(?:given|family|prefix|suffix)(?:-i)?\s*=")
_NAME_PART = re.compile(r"\s*([a-z-]+)\s*=\s*((?:[^,{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\s*(?:,|\Z)")
_KEYWORD_END = re.compile(r"[,;]")


def entry_work(entry: BibtexEntry) -> WorkRecord:
    """Return the work that an entry describes.

    Raises:
        UnusableError: The entry has no title.
    """
    fields = entry.fields

    def first(*names: str) -> str:
        return next((value for name in names if (value := fields.get(name, "").strip())), "")

    published = date_in(fields["date"]) if "date" in fields else None
    type_ = BIBTEX.get(entry.type, WorkType.OTHER)
    venue = _titled(first("journaltitle", "journal"), first("journalsubtitle"))
    if not venue and type_ not in _WHOLES:
        venue = _titled(first("booktitle", "eventtitle"), first("booksubtitle"))
    return work_of(
        Item(
            source=SOURCE,
            key=entry.key,
            type=type_,
            title=_titled(first("title"), first("subtitle")),
            authors=list(_names(first("author"))),
            published=published or date_of(first("year"), first("month"), first("day")),
            abstract=_plainer(first("abstract")),
            venue=venue,
            issn=first("issn"),
            volume=first("volume"),
            # Elsewhere it is the number of a book in its series, of a report, of a patent.
            issue=first("number", "issue") if type_ is WorkType.ARTICLE else first("issue"),
            pages=first("pages", "eid", "articleno"),
            publisher=_plainer(first("publisher", "institution", "school", "organization")),
            language=language_code(first("langid", "language")),
            keywords=_KEYWORD_END.split(first("keywords", "keyword")),
            identifiers=list(_identifiers(fields)),
            addresses=[plain_title(each) for each in (first("doi"), first("url")) if "://" in each],
            remarks=[first("note"), first("howpublished"), first("number")],
        )
    )


def _identifiers(fields: dict[str, str]) -> Iterator[tuple[str, str]]:
    if doi := fields.get("doi"):
        # Underscores are escaped by those who would print it.
        yield "doi", doi.replace("\\", "")
    eprint = fields.get("eprint", "")
    archive = fold_space(fields.get("eprinttype") or fields.get("archiveprefix") or fields.get("archive", "")).lower()
    if eprint and archive in {"arxiv", ""}:
        yield "arxiv", eprint
    if eprint and archive in {"pubmed", "pmid"}:
        yield "pmid", eprint
    for scheme in ("arxiv", "pmid", "pmcid"):
        if written := fields.get(scheme):
            yield scheme, written


def _names(written: str) -> Iterator[Name]:
    for each in split_multiple_persons_names(written):
        name = each.strip()
        organisation = in_braces(name)
        if organisation is not None:
            yield Name(literal=plain_title(organisation))
        elif _EXTENDED_NAME.match(name):
            parts = {part[1]: plain_title(part[2]) for part in _NAME_PART.finditer(name)}
            yield Name(
                parts.get("given", ""), parts.get("prefix", ""), parts.get("family", ""), parts.get("suffix", "")
            )
        else:
            yield _person(name)


def _person(name: str) -> Name:
    try:
        parts = parse_single_name_into_parts(name, strict=False)
    except InvalidNameError:
        return Name(literal=plain_title(name))
    given, particle, family, suffix = (
        plain_title(" ".join(each)) for each in (parts.first, parts.von, parts.last, parts.jr)
    )
    return Name(given, particle, family, suffix)


def _titled(title: str, subtitle: str) -> str:
    whole = f"{title}: {subtitle}" if title and subtitle else title or subtitle
    return _plainer(whole)


def _plainer(latex: str) -> str:
    r"""Return `latex` with dashes as characters, and without what only bibliography styles know (`\mkbibquote{…}`)."""
    text = latex.replace("---", "—").replace("--", "–") if "--" in latex else latex
    if "\\" in text:
        text = _MARKED.sub("", _QUOTED.sub(r"“\1”", text))
        text = _LESS_OR_GREATER.sub(lambda mark: "<" if "less" in mark[0] else ">", text)
    return text
