"""An entry of a feed of arXiv, from its API or of what was announced on a day, as a work."""

import re

from lxml import etree

from importers.arxiv.authors import authors, authors_of_line
from importers.arxiv.dates import of_timestamp
from importers.arxiv.works import Paper
from importers.arxiv.works import work_of as work_of_paper
from importers.records import WorkRecord
from importers.rejection import UnusableError
from importers.text import fold_space
from importers.xml_elements import local_name

_ERRORS = "arxiv.org/api/errors"
_ANNOUNCED = "oai:arXiv.org:"
_BEFORE_ABSTRACT = re.compile(r"\s*arXiv:\S+\s+Announce Type:.*?\bAbstract:", re.DOTALL)


def work_of(entry: etree._Element) -> WorkRecord:
    """Return the work that an `<entry>` describes.

    Raises:
        UnusableError: The id is no arXiv id, the title is empty, or the entry says what was wrong with the question.
    """
    fields = _Fields(entry)
    id_ = fold_space(fields.text("id"))
    if _ERRORS in id_:
        raise UnusableError(f"the API answered with an error: {fold_space(fields.text('summary')) or id_}")
    paper = _announced(fields, id_) if id_.startswith(_ANNOUNCED) else _answered(fields, id_)
    return work_of_paper(paper)


class _Fields:
    """The elements of an entry, by their names without namespaces."""

    def __init__(self, entry: etree._Element) -> None:
        self._fields: dict[str, list[etree._Element]] = {}
        for child in entry:
            self._fields.setdefault(local_name(child), []).append(child)

    def all(self, name: str) -> list[etree._Element]:
        return self._fields.get(name, [])

    def text(self, name: str) -> str:
        return _text(next(iter(self.all(name)), None))

    def categories(self) -> tuple[str, ...]:
        return tuple(each.get("term", "") for each in self.all("category"))


def _answered(fields: _Fields, id_: str) -> Paper:
    """Return the paper of an answer of the API."""
    first = of_timestamp(fields.text("published"))
    return Paper(
        id=id_,
        title=fields.text("title"),
        authors=authors(
            (_text(each.find("{*}name")), [_text(place) for place in each.iterfind("{*}affiliation")])
            for each in fields.all("author")
        ),
        abstract=fields.text("summary"),
        comments=fields.text("comment"),
        categories=fields.categories(),
        primary=next((each.get("term") for each in fields.all("primary_category")), None),
        doi=fields.text("doi"),
        first_published_at=first,
        latest_version_at=of_timestamp(fields.text("updated")) or first,
    )


def _announced(fields: _Fields, id_: str) -> Paper:
    """Return the paper of a feed of a day; its dates are those of the announcement, and no paper's."""
    return Paper(
        id=id_.removeprefix(_ANNOUNCED),
        title=fields.text("title"),
        authors=authors_of_line(", ".join(map(_text, fields.all("creator")))),
        abstract=_BEFORE_ABSTRACT.sub("", fields.text("summary"), 1),
        categories=fields.categories(),
        doi=fields.text("DOI"),
    )


def _text(element: etree._Element | None) -> str:
    return "".join(map(str, element.itertext())) if element is not None else ""
