"""A record that arXiv gives to harvesters, in any of its metadata formats, as a work."""

import re
from collections.abc import Iterable

from lxml import etree

from importers.arxiv.authors import authors, authors_of_line
from importers.arxiv.categories import code_of_subject
from importers.arxiv.dates import of_day, of_mail_date
from importers.arxiv.works import Paper
from importers.arxiv.works import work_of as work_of_paper
from importers.records import WorkRecord
from importers.rejection import UnusableError
from importers.text import fold_space
from importers.xml_elements import local_name

_COMMENT = re.compile(r"\s*Comment:\s*")
_DOI = re.compile(r"doi:\s*", re.IGNORECASE)


def work_of(record: etree._Element) -> WorkRecord:
    """Return the work that a `<record>` describes.

    Raises:
        UnusableError: It is deleted, its metadata is in a format that is not known, its id is no arXiv id, or it has no
            title.
    """
    header = record.find("{*}header")
    if header is not None and header.get("status") == "deleted":
        raise UnusableError("arXiv has deleted it")
    described = next((child for metadata in record.iterfind("{*}metadata") for child in metadata), None)
    if described is None:
        raise UnusableError("it has no metadata")
    paper_of = _PAPER_OF.get(local_name(described))
    if paper_of is None:
        raise UnusableError(f"its metadata is <{local_name(described)}>; read are {', '.join(_PAPER_OF)}")
    fields: dict[str, list[etree._Element]] = {}
    for child in described:
        fields.setdefault(local_name(child), []).append(child)
    return work_of_paper(paper_of(fields))


Fields = dict[str, list[etree._Element]]


def _of_arxiv(fields: Fields) -> Paper:
    return Paper(
        id=_first(fields, "id"),
        title=_first(fields, "title"),
        authors=authors(_person(each) for each in fields["authors"][0]) if "authors" in fields else (),
        abstract=_first(fields, "abstract"),
        comments=_first(fields, "comments"),
        categories=tuple(_first(fields, "categories").split()),
        doi=_first(fields, "doi"),
        first_published_at=of_day(_first(fields, "created")),
        latest_version_at=of_day(_first(fields, "updated")),
    )


def _person(author: etree._Element) -> tuple[str, list[str]]:
    parts = (_texts(author.iterfind(f"{{*}}{name}")) for name in ("forenames", "keyname", "suffix"))
    return " ".join(part for some in parts for part in some), _texts(author.iterfind("{*}affiliation"))


def _of_raw(fields: Fields) -> Paper:
    written = [of_mail_date(date) for each in fields.get("version", ()) for date in _texts(each.iterfind("{*}date"))]
    dates = sorted(date for date in written if date is not None)
    return Paper(
        id=_first(fields, "id"),
        title=_first(fields, "title"),
        authors=authors_of_line(_first(fields, "authors")),
        abstract=_first(fields, "abstract"),
        comments=_first(fields, "comments"),
        categories=tuple(_first(fields, "categories").split()),
        doi=_first(fields, "doi"),
        first_published_at=dates[0] if dates else None,
        latest_version_at=dates[-1] if dates else None,
        versions=tuple(dates) if len(dates) == len(fields.get("version", ())) else (),
    )


def _of_dublin_core(fields: Fields) -> Paper:
    descriptions = _texts(fields.get("description", ()))
    comments = [_COMMENT.sub("", each, count=1) for each in descriptions if _COMMENT.match(each)]
    identifiers = _texts(fields.get("identifier", ()))
    dates = sorted(day for each in _texts(fields.get("date", ())) if (day := of_day(each)) is not None)
    subjects = (code_of_subject(each) for each in _texts(fields.get("subject", ())))
    return Paper(
        id=next((each for each in identifiers if "arxiv.org/abs/" in each), ""),
        title=_first(fields, "title"),
        authors=authors((_in_reading_order(each), ()) for each in _texts(fields.get("creator", ()))),
        abstract=next((each for each in descriptions if not _COMMENT.match(each)), None),
        comments="; ".join(comments) or None,
        categories=tuple(code for code in subjects if code is not None),
        doi=next((_DOI.sub("", each, count=1) for each in identifiers if _DOI.match(each)), None),
        first_published_at=dates[0] if dates else None,
        latest_version_at=dates[-1] if dates else None,
    )


_PAPER_OF = {"arXiv": _of_arxiv, "arXivRaw": _of_raw, "dc": _of_dublin_core}


def _in_reading_order(creator: str) -> str:
    """Return `Last, First, Suffix` as `First Last Suffix`."""
    last, *rest = (part.strip() for part in creator.split(","))
    return " ".join((*rest[:1], last, *rest[1:]))


def _first(fields: Fields, name: str) -> str:
    return next(iter(_texts(fields.get(name, ()))), "")


def _texts(elements: Iterable[etree._Element]) -> list[str]:
    return [text for each in elements if (text := fold_space("".join(map(str, each.itertext()))))]
