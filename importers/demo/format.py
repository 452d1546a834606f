"""Reads the demo: a few hundred real works around one researcher, which come with the project."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from graphdb.text import fold, slug_base
from importers.arxiv.categories import NAMES
from importers.arxiv.works import ARCHIVE
from importers.arxiv.works import SITE as ARXIV
from importers.demo.institutions import institutions_of
from importers.finding import LeftAside
from importers.inputs import Input, refused
from importers.records import (
    AuthorRecord,
    Identifier,
    IdentityRule,
    Record,
    Rejected,
    SourceKind,
    TopicRecord,
    VenueRecord,
    WorkRecord,
    WorkType,
)
from importers.text import plain_title

# Looked up by hand: wherever this name stands in the demo, it is the one person the demo is about.
CURATED_PEOPLE = {"Maithra Raghu": Identifier("demo-person", "maithra-raghu")}
_WORKS = Path(__file__).with_name("works.jsonl")
_CONFERENCES = ("ICLR", "ICLR Workshop", "ICML", "NeurIPS")
_VENUES = {name: VenueRecord(name, SourceKind.CONFERENCE, (Identifier("name", fold(name)),)) for name in _CONFERENCES}


class _Work(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of `works.jsonl`."""

    title: str
    year: int
    venue: str
    authors: tuple[str | tuple[str, str], ...]
    """Names in their order; with the printed affiliation where there is one."""
    arxiv: str | None = None
    keywords: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()


class Demo:
    """The works that a new store starts with; see `docs/importers/demo.md` for where they come from."""

    name = "demo"
    source = "demo"
    title = "the demo"
    suffixes: tuple[str, ...] = ()

    def matches(self, _head: bytes, _name: str, /) -> bool:
        """Say no: the demo brings its own file, and no other is taken for it."""
        return False

    def files(
        self,
        paths: Iterable[str | os.PathLike[str]] = (),
        left_aside: LeftAside | None = None,  # noqa: ARG002 - there is no folder to leave files aside in
    ) -> list[Input]:
        """Return the demo's own file; a path beside it is refused."""
        own = Input("demo/works.jsonl", lambda: _WORKS.open("rb"), _WORKS.stat().st_size)
        others = [refused(os.fspath(path), "the demo brings its own works and reads no file") for path in paths]
        return [own, *others]

    def read(self, file: Input) -> Iterator[Record | Rejected]:
        """Yield the demo's works, newest page first, then by year, venue and title.

        Raises:
            FileRefused: `file` is not the demo's own.
        """
        decoder = msgspec.json.Decoder(_Work)
        with file.open() as stream:
            for line in stream:
                yield _record(decoder.decode(line))


def _record(work: _Work) -> WorkRecord:
    if work.arxiv:
        identifier = Identifier("arxiv", work.arxiv)
    else:
        identifier = Identifier("demo", slug_base(f"{work.venue} {work.year} {work.title}"))
    return WorkRecord(
        source="demo",
        key=identifier.value,
        identifiers=(identifier,),
        title=work.title,
        plain_title=plain_title(work.title),
        type=WorkType.PREPRINT if work.arxiv else WorkType.CONFERENCE,
        authors=tuple(_author(each) for each in work.authors),
        year=work.year,
        venue=ARCHIVE if work.arxiv else _VENUES[work.venue],
        topics=(
            *(TopicRecord("arxiv", code, NAMES[code], primary=not place) for place, code in enumerate(work.categories)),
            *(TopicRecord("keyword", fold(keyword), keyword) for keyword in work.keywords),
        ),
        url=f"{ARXIV}/abs/{work.arxiv}" if work.arxiv else None,
        pdf_url=f"{ARXIV}/pdf/{work.arxiv}" if work.arxiv else None,
        is_open_access=True if work.arxiv else None,
    )


def _author(printed: str | tuple[str, str]) -> AuthorRecord:
    name, affiliation = (printed, None) if isinstance(printed, str) else printed
    key = CURATED_PEOPLE.get(name)
    return AuthorRecord(
        name=name,
        key=key,
        rule=IdentityRule.SINGLE_AUTHORSHIP if key is None else IdentityRule.CURATED,
        raw_affiliation=affiliation,
        institutions=institutions_of(affiliation) if affiliation else (),
    )
