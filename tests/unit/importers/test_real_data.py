"""What the readers make of whole public files, against counts that were made from the files by other means."""

import os
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from importers.formats import FORMATS, files_of
from importers.records import CitationRecord, IdentityRule, Rejected, WorkRecord


@pytest.fixture(scope="module")
def data() -> Path:
    folder = os.environ.get("BZPEER_REAL_DATA")
    if not folder:
        pytest.skip("BZPEER_REAL_DATA is not set: the counts of the ACL Anthology, AAN and arXiv are not checked")
    return Path(folder)


def read(format_name: str, *paths: Path) -> list[Any]:
    chosen = FORMATS[format_name]
    return [record for file in files_of(chosen, paths) for record in chosen.read(file)]


@pytest.fixture(scope="module")
def anthology(data: Path) -> list[Any]:
    return read("acl", data / "acl" / "data")


def test_every_paper_and_authorship_of_the_anthology_is_read_and_none_is_rejected(anthology: list[Any]) -> None:
    assert not [each for each in anthology if isinstance(each, Rejected)]
    assert len(anthology) == len({work.key for work in anthology}) == 49_863
    assert sum(len(work.authors) for work in anthology) == 153_299
    assert all(work.plain_title and work.year and work.venue for work in anthology)


def test_every_paper_has_the_id_that_its_address_in_the_anthology_names(data: Path, anthology: list[Any]) -> None:
    read_ids = {work.key for work in anthology}
    xml = sorted((data / "acl" / "data" / "xml").glob("*.xml"))
    addresses = [each.text or "" for path in xml for each in etree.parse(path).iterfind(".//paper/url")]
    differing = [each for each in addresses if "://" not in each and each not in read_ids]
    # The one that the Anthology itself numbers otherwise in its address.
    assert differing == ["2010.amta-government.19"]


def test_the_people_of_the_anthology_are_told_apart_as_it_tells_them_apart(data: Path, anthology: list[Any]) -> None:
    explicit: Counter[str] = Counter()
    names: set[str] = set()
    for path in (data / "acl" / "data" / "xml").glob("*.xml"):
        for author in etree.parse(path).iterfind(".//paper/author"):
            names.add(f"{author.findtext('first') or ''} {author.findtext('last')}".strip())
            if own := author.get("id"):
                explicit[own] += 1
    printed = {author.name for work in anthology for author in work.authors}
    # Footnote marks and stray brackets are no part of a name.
    assert names - printed == {"Yuki Arase†", "Ernest> Pusateri", "Alex> Yanishevsky"}
    assert (len(names), len(printed)) == (43_522, 43_520)
    credited = Counter(a.key.value for work in anthology for a in work.authors if a.key is not None)
    assert all(credited[own] >= count for own, count in explicit.items())
    by_rule = Counter(a.rule if a.key else None for work in anthology for a in work.authors)
    assert set(by_rule) == {IdentityRule.AUTHORITY, IdentityRule.ANTHOLOGY_NAME, None}
    # Namesakes and slips: the second of one name on one paper.
    assert by_rule[None] == 17


def test_no_two_papers_of_the_anthology_share_an_identifier(anthology: list[Any]) -> None:
    shared = Counter(identifier for work in anthology for identifier in work.identifiers)
    assert [identifier for identifier, count in shared.items() if count > 1] == []


def test_the_anthology_is_mapped_faster_than_it_can_be_written(data: Path) -> None:
    started = time.process_time()
    count = len(read("acl", data / "acl" / "data" / "xml" / "D19.xml", data / "acl" / "data" / "xml" / "P19.xml"))
    # 8,400 works a second on an idle machine, the list of names included; a tenth of it must do on any.
    assert count / (time.process_time() - started) > 840


def test_every_citation_pair_is_read(data: Path) -> None:
    pairs = read("aan", data / "acl" / "citations-aan.txt")
    assert all(isinstance(each, CitationRecord) for each in pairs)
    assert len(set(pairs)) == len(pairs) == 79_248


def test_most_citation_pairs_have_both_ends_in_the_anthology(data: Path, anthology: list[Any]) -> None:
    known = {work.key for work in anthology}
    pairs = read("aan", data / "acl" / "citations-aan.txt")
    assert sum(pair.citing.value in known and pair.cited.value in known for pair in pairs) == 59_306


def test_every_line_of_arxivs_daily_lists_is_read_and_repeats_are_the_same_paper(data: Path) -> None:
    works = read("arxiv-json", data / "arxiv" / "daily-arxiv")
    assert all(isinstance(each, WorkRecord) for each in works)
    assert (len(works), len({work.key for work in works})) == (5_851, 4_207)
    assert all(work.authors and work.topics and work.abstract for work in works)
    # The year is of the first version: three of the papers are older than the lists that name them.
    assert Counter(work.year for work in {work.key: work for work in works}.values()) == {
        2025: 4_204,
        2024: 1,
        2023: 1,
        2022: 1,
    }


def test_the_head_of_arxivs_snapshot_is_read_with_its_dates(data: Path) -> None:
    works = read("arxiv-json", data / "arxiv" / "kaggle_head")
    assert len(works) == 100
    assert all(work.year == 2007 and work.first_published_at <= work.latest_version_at for work in works)
