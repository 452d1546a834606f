"""Real files of the ACL Anthology, asked for through GraphQL, against what their XML says by itself."""

import os
import re
import shutil
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import Mock

import pytest
from anyascii import anyascii
from lxml import etree

from graphdb.check import check
from graphdb.endpoint import Endpoint
from importers.pipeline import Progress, run_import

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask

COLLECTIONS = ("A00", "N04", "P05", "P06", "D07", "2019.iwslt")
AT_ONCE = 25


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


@pytest.fixture
def source() -> Path:
    """The folder of the Anthology's files and of the citations between its papers."""
    given = os.environ.get("BZPEER_REAL_DATA")
    if not given:
        pytest.skip(
            "BZPEER_REAL_DATA is not set: authors in order, works by person and citations of the ACL Anthology, as "
            "GraphQL gives them, are not checked against the XML"
        )
    return Path(given) / "acl"


@pytest.fixture
def truth(source: Path, clean_graph: Endpoint, tmp_path: Path) -> Truth:
    """What the files say; they are imported into the shared Neo4j, which holds nothing else."""
    folder = tmp_path / "xml"
    folder.mkdir()
    # Without the list of people beside them, ids and names as printed are all there is to tell people apart.
    for name in COLLECTIONS:
        shutil.copy(source / "data" / "xml" / f"{name}.xml", folder)
    papers, explicit = read_papers(sorted(folder.iterdir()))
    lines = (source / "citations-aan.txt").read_text().splitlines(keepends=True)
    ends = [re.split(r"\s*(?:,|==>)\s*", line.strip()) for line in lines]
    # Of the other citations some have an end here, and wait for the other one.
    pairs = tmp_path / "pairs.txt"
    pairs.write_text(
        "".join(line for line, pair in zip(lines, ends, strict=True) if not papers.keys().isdisjoint(pair))
    )
    citations = {(citing, cited) for citing, cited in ends if citing in papers and cited in papers}
    progress = Mock(spec=Progress)
    imported = run_import(clean_graph, "acl", [str(folder)], tmp_path, progress)
    run_import(clean_graph, "aan", [str(pairs)], tmp_path, progress)
    assert (imported.read, imported.quarantined, imported.problems) == (len(papers), 0, [])
    return Truth(papers, citations, explicit)


def acl_id(work: dict[str, Any]) -> str:
    [value] = [each["value"] for each in work["identifiers"] if each["scheme"] == "acl"]
    return str(value)


async def look_up(ask: "Ask", ids: Iterable[str], fields: str) -> dict[str, dict[str, Any]]:
    """The works of Anthology ids, asked for by them, many at a time."""
    wanted = list(ids)
    found: dict[str, dict[str, Any]] = {}
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        works = (f'w{i}: work(by: {{acl: "{id_}"}}) {{ {fields} }}' for i, id_ in enumerate(part))
        answer = await ask("{" + " ".join(works) + "}")
        assert answer.errors == []
        found |= dict(zip(part, answer.data.values(), strict=True))
    return found


async def test_every_paper_is_found_by_its_id_with_its_title_year_and_authors_in_order(
    ask: "Ask", truth: Truth, clean_graph: Endpoint
) -> None:
    works = await look_up(
        ask,
        truth.papers,
        "id title year authorsCount "
        "authorships(first: 100) { totalCount nodes { position rawName researcher { id } } }",
    )
    assert len({work["id"] for work in works.values()}) == len(truth.papers) > 700
    people: dict[str, set[str]] = defaultdict(set)
    for id_, paper in truth.papers.items():
        work = works[id_]
        names = [name for _, name in paper.authors]
        assert work["year"] == paper.year
        assert paper.title in {None, work["title"]}
        assert [each["rawName"] for each in work["authorships"]["nodes"]] == names
        assert [each["position"] for each in work["authorships"]["nodes"]] == list(range(1, len(names) + 1))
        assert work["authorsCount"] == work["authorships"]["totalCount"] == len(names)
        for (person, _), authorship in zip(paper.authors, work["authorships"]["nodes"], strict=True):
            people[person].add(authorship["researcher"]["id"])
    assert truth.explicit
    # One record for each person, and one person for each record.
    assert {person: ids for person, ids in people.items() if len(ids) > 1} == {}
    assert len(set().union(*people.values())) == len(people)
    assert check(clean_graph) == []


async def test_the_works_of_a_person_are_those_that_print_her_newest_first_then_by_title(
    ask: "Ask", truth: Truth
) -> None:
    works_of = truth.works_of()
    prolific = sorted(works_of, key=lambda person: (-len(works_of[person]), person))[:20]
    for person in sorted(truth.explicit | set(prolific)):
        paper, position = next(
            (paper.id, place)
            for paper in truth.papers.values()
            for place, (who, _) in enumerate(paper.authors)
            if who == person
        )
        works = await look_up(
            ask,
            [paper],
            """authorships(first: 100) { nodes { researcher { worksCount
                 works(first: 100) { totalCount nodes { title year identifiers { scheme value } } } } } }""",
        )
        researcher = works[paper]["authorships"]["nodes"][position]["researcher"]
        listed = researcher["works"]["nodes"]
        assert {acl_id(each) for each in listed} == works_of[person]
        assert len(listed) == researcher["works"]["totalCount"] == researcher["worksCount"] == len(works_of[person])
        assert all(each["year"] == truth.papers[acl_id(each)].year for each in listed)
        keys = [(-each["year"], each["title"]) for each in listed]
        assert keys == sorted(keys)


async def test_citations_among_the_papers_are_found_from_both_ends(ask: "Ask", truth: Truth) -> None:
    page = "(first: 100) { totalCount nodes { identifiers { scheme value } } }"
    works = await look_up(ask, truth.papers, f"referencesCount citationCount references{page} citedBy{page}")
    cites, cited_by = defaultdict(set), defaultdict(set)
    for citing, cited in truth.citations:
        cites[citing].add(cited)
        cited_by[cited].add(citing)
    assert len(truth.citations) > 50
    for id_, work in works.items():
        assert {acl_id(each) for each in work["references"]["nodes"]} == cites[id_]
        assert {acl_id(each) for each in work["citedBy"]["nodes"]} == cited_by[id_]
        assert work["referencesCount"] == work["references"]["totalCount"] == len(cites[id_])
        assert work["citationCount"] == work["citedBy"]["totalCount"] == len(cited_by[id_])
