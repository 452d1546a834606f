"""A reference in RIS as a work."""

import re
from collections.abc import Iterator
from typing import Any

from importers.bibliography.dates import date_in
from importers.bibliography.languages import language_code
from importers.bibliography.names import name_with_commas
from importers.bibliography.types import APPEARS_IN, RIS
from importers.bibliography.works import Item, work_of
from importers.records import WorkRecord, WorkType
from importers.text import fold_space

SOURCE = "ris"
_LINE_OR_SEMICOLON = re.compile(r"[\n;]")
_BOOK_TITLE = {WorkType.BOOK: ("BT",)}
_APPEARS_IN_A_BOOK = frozenset({WorkType.CHAPTER, WorkType.OTHER})


class Reference:
    """The fields of a reference as rispy names them; those that it does not know by their tags."""

    def __init__(self, fields: dict[str, Any]) -> None:
        self._fields = {**fields.get("unknown_tag", {}), **fields}

    def all(self, *names: str) -> list[str]:
        """Return what all fields called one of `names` hold, none of it blank."""
        values = (self._fields.get(name, ()) for name in names)
        lists = (value if isinstance(value, list) else [value] for value in values)
        return [text for each in lists for text in each if isinstance(text, str) and text.strip()]

    def first(self, *names: str) -> str:
        """Return what the first field called one of `names` holds, best name first; "" if there is none."""
        return next(iter(self.all(*names)), "")


def reference_work(reference: Reference) -> WorkRecord:
    """Return the work that a reference describes.

    Raises:
        UnusableError: The reference has no title.
    """
    type_ = RIS.get(fold_space(reference.first("type_of_reference")).upper(), WorkType.OTHER)
    pages = "-".join(map(fold_space, (reference.first("start_page"), reference.first("end_page")))).strip("-")
    return work_of(
        Item(
            source=SOURCE,
            key=fold_space(reference.first("id")),
            type=type_,
            title=reference.first("title", "primary_title", "CT", *_BOOK_TITLE.get(type_, ()), "short_title"),
            authors=[name_with_commas(each) for each in dict.fromkeys(reference.all("first_authors", "authors"))],
            published=date_in(reference.first("year", "publication_year", "date")),
            abstract=reference.first("abstract", "notes_abstract"),
            venue=_venue(reference, type_),
            issn=" ".join(reference.all("issn")),
            volume=reference.first("volume", "VO"),
            issue=reference.first("number"),
            pages=pages,
            publisher=reference.first("publisher"),
            language=language_code(reference.first("language")),
            keywords=[each for text in reference.all("keywords") for each in _LINE_OR_SEMICOLON.split(text)],
            identifiers=[("doi", each) for each in reference.all("doi")],
            addresses=list(_addresses(reference)),
            remarks=reference.all("number", "type_of_work"),
        )
    )


def _venue(reference: Reference, type_: WorkType) -> str:
    if type_ in APPEARS_IN:
        # The full name, then what may be one, then abbreviations.
        proceedings = ("custom3",) if type_ is WorkType.CONFERENCE else ()
        return reference.first(
            "alternate_title3",
            "secondary_title",
            "journal_name",
            *proceedings,
            "alternate_title2",
            "alternate_title1",
        )
    # Elsewhere the secondary title may be a subtitle, a department or a series.
    return reference.first("secondary_title", "BT") if type_ in _APPEARS_IN_A_BOOK else ""


def _addresses(reference: Reference) -> Iterator[str]:
    for each in reference.all("urls", "doi"):
        if "://" in each:
            yield fold_space(each)
