"""Real files of the ACL Anthology: what they say by themselves, and how they come into the graph."""

import os
import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import Mock

import pytest
from anyascii import anyascii
from lxml import etree

from graphdb.endpoint import Endpoint
from importers.pipeline import Progress, run_import


@dataclass
class Paper:
    """A paper as its file prints it."""

    id: str
    title: str | None
    """None: it holds mathematics, which is to be decoded."""
    year: int
    authors: list[tuple[str, str]] = field(default_factory=list)
    """Who it is (an id, or a name as its page in the Anthology is called) and the name, in the printed order."""


@dataclass
class Truth:
    papers: dict[str, Paper]
    citations: set[tuple[str, str]]
    """(citing, cited), both among the papers."""
    explicit: set[str]
    """Who is named by an id."""

    def works_of(self) -> dict[str, set[str]]:
        works = defaultdict(set)
        for paper in self.papers.values():
            for person, _ in paper.authors:
                works[person].add(paper.id)
        return works


def words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def read_papers(files: Iterable[Path]) -> tuple[dict[str, Paper], set[str]]:
    papers: dict[str, Paper] = {}
    explicit: set[str] = set()
    for file in files:
        for volume in etree.parse(file).iterfind(".//volume"):
            year = int(volume.findtext("meta/year") or "")
            for element in volume.iterfind("paper"):
                title = element.find("title")
                assert title is not None
                address = element.findtext("url") or ""
                assert "://" not in address
                paper = Paper(address, None if title.find(".//tex-math") is not None else words(title), year)
                for author in element.iterfind("author"):
                    name = " ".join(f"{author.findtext('first') or ''} {author.findtext('last')}".split())
                    page = re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-")
                    paper.authors.append((author.get("id") or page, name))
                    explicit |= {author.get("id") or page} if author.get("id") else set()
                papers[paper.id] = paper
    return papers, explicit


@pytest.fixture(scope="session")
def source() -> Path:
    """The folder of the Anthology's files and of the citations between its papers."""
    given = os.environ.get("BZPEER_REAL_DATA")
    if not given:
        pytest.skip(
            "BZPEER_REAL_DATA is not set: what GraphQL says of papers, people, citations, paths and similarity in the "
            "ACL Anthology is not checked against its files"
        )
    return Path(given) / "acl"


Anthology = Callable[[Endpoint, Iterable[str], Path], Truth]


@pytest.fixture(scope="session")
def anthology(source: Path) -> Anthology:
    """Imports collections, and the citations of their papers, into a Neo4j that is empty, by way of a folder."""

    def imported(endpoint: Endpoint, collections: Iterable[str], place: Path) -> Truth:
        folder = place / "xml"
        folder.mkdir()
        # Without the list of people beside them, ids and names as printed are all there is to tell people apart.
        for name in collections:
            shutil.copy(source / "data" / "xml" / f"{name}.xml", folder)
        papers, explicit = read_papers(sorted(folder.iterdir()))
        lines = (source / "citations-aan.txt").read_text().splitlines(keepends=True)
        ends = [re.split(r"\s*(?:,|==>)\s*", line.strip()) for line in lines]
        # Of the other citations some have an end here, and wait for the other one.
        pairs = place / "pairs.txt"
        pairs.write_text(
            "".join(line for line, pair in zip(lines, ends, strict=True) if not papers.keys().isdisjoint(pair))
        )
        citations = {(citing, cited) for citing, cited in ends if citing in papers and cited in papers}
        progress = Mock(spec=Progress)
        summary = run_import(endpoint, "acl", [str(folder)], place, progress)
        run_import(endpoint, "aan", [str(pairs)], place, progress)
        assert (summary.read, summary.quarantined, summary.problems) == (len(papers), 0, [])
        return Truth(papers, citations, explicit)

    return imported
