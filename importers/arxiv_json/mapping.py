"""A line of arXiv's JSON, in either of its shapes, as a work."""

import msgspec

from importers.arxiv.authors import authors, authors_of_line
from importers.arxiv.dates import of_mail_date
from importers.arxiv.works import Paper
from importers.arxiv.works import work_of as work_of_paper
from importers.records import AuthorRecord, WorkRecord


class Line(msgspec.Struct, frozen=True):
    """What is read of a line; the snapshot and the daily lists name some things differently."""

    id: str
    title: str
    categories: str | list[str] = ""
    authors: str | list[str] | None = None
    authors_parsed: list[list[str | None]] | None = None
    abstract: str | None = None
    summary: str | None = None
    comments: str | None = None
    comment: str | None = None
    doi: str | None = None
    versions: list[dict[str, str | None]] | None = None


def work_of(line: Line) -> WorkRecord:
    """Return the work that a line describes.

    Raises:
        UnusableError: The id is no arXiv id, or the title is empty.
    """
    written = [of_mail_date(version.get("created") or "") for version in line.versions or ()]
    dates = tuple(date for date in written if date is not None)
    categories = line.categories.split() if isinstance(line.categories, str) else line.categories
    return work_of_paper(
        Paper(
            id=line.id,
            title=line.title,
            authors=_authors(line),
            abstract=line.abstract or line.summary,
            comments=line.comments or line.comment,
            categories=tuple(categories),
            doi=line.doi,
            first_published_at=dates[0] if dates else None,
            latest_version_at=dates[-1] if dates else None,
            versions=dates if len(dates) == len(written) else (),
        )
    )


def _authors(line: Line) -> tuple[AuthorRecord, ...]:
    if line.authors_parsed is not None:
        parsed = [[part or "" for part in parts] for parts in line.authors_parsed]
        return authors((" ".join((*parts[1:2], *parts[:1], *parts[2:3])), parts[3:]) for parts in parsed)
    if isinstance(line.authors, list):
        return authors((name, ()) for name in line.authors)
    return authors_of_line(line.authors or "")
