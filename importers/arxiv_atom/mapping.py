"""An entry of a feed of arXiv's API as a work."""

from lxml import etree

from importers.arxiv.authors import authors
from importers.arxiv.dates import of_timestamp
from importers.arxiv.works import Paper
from importers.arxiv.works import work_of as work_of_paper
from importers.records import WorkRecord
from importers.rejection import UnusableError
from importers.text import fold_space
from importers.xml_elements import local_name

_ERRORS = "arxiv.org/api/errors"


def work_of(entry: etree._Element) -> WorkRecord:
    """Return the work that an `<entry>` describes.

    Raises:
        UnusableError: The id is no arXiv id, the title is empty, or the entry says what was wrong with the question.
    """
    fields: dict[str, list[etree._Element]] = {}
    for child in entry:
        fields.setdefault(local_name(child), []).append(child)

    def text(name: str) -> str:
        return _text(next(iter(fields.get(name, ())), None))

    if _ERRORS in text("id"):
        raise UnusableError(f"the API answered with an error: {fold_space(text('summary')) or text('id')}")
    first = of_timestamp(text("published"))
    return work_of_paper(
        Paper(
            id=fold_space(text("id")),
            title=text("title"),
            authors=authors(
                (_text(each.find("{*}name")), [_text(place) for place in each.iterfind("{*}affiliation")])
                for each in fields.get("author", ())
            ),
            abstract=text("summary"),
            comments=text("comment"),
            categories=tuple(each.get("term", "") for each in fields.get("category", ())),
            primary=next((each.get("term") for each in fields.get("primary_category", ())), None),
            doi=text("doi"),
            first_published_at=first,
            latest_version_at=of_timestamp(text("updated")) or first,
        )
    )


def _text(element: etree._Element | None) -> str:
    return "".join(map(str, element.itertext())) if element is not None else ""
