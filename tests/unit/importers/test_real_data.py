"""What the readers make of whole public files, against counts that were made from the files by other means."""

import json
import os
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from importers.errors import FileRefused
from importers.formats import FORMATS, files_of
from importers.records import CitationRecord, EntityKind, Identifier, IdentityRule, Redirect, Rejected, WorkRecord


@pytest.fixture(scope="module")
def data() -> Path:
    folder = os.environ.get("BZPEER_REAL_DATA")
    if not folder:
        pytest.skip("BZPEER_REAL_DATA is not set: the counts of whole public files are not checked")
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


def xml_elements_of(paths: Iterable[Path], name: str) -> int:
    parser = etree.XMLParser(recover=True)
    return sum(1 for path in paths for _ in etree.parse(path, parser).iter(f"{{*}}{name}"))


def test_every_record_of_arxivs_oai_answers_is_read_in_both_its_formats(data: Path) -> None:
    folders = [data / "arxiv" / "oai_ads", data / "arxiv" / "oai_hepcrawl"]
    works = read("arxiv-oai", *folders)
    assert all(isinstance(each, WorkRecord) for each in works)
    assert len(works) == xml_elements_of((path for each in folders for path in each.glob("*.xml")), "record") == 37
    by_key = {work.key: work for work in works}
    assert len(by_key) == 26
    assert all(work.authors and work.topics and work.abstract and work.first_published_at for work in works)
    dublin_core = by_key["math/0306266"]
    assert [author.name for author in dublin_core.authors] == ["Amin Coja-Oghlan"]
    assert [topic.code for topic in dublin_core.topics] == ["math.CO"]
    assert dublin_core.identifiers[1].value == "10.1017/s0963548305006826"
    # The record was stamped in 2018; the paper is of 2014.
    own = by_key["1401.2122"]
    assert (own.first_published_at, own.latest_version_at) == ("2014-01-09", "2017-10-23")
    names = {author.name for work in works for author in work.authors}
    assert {"Super-Kamiokande Collaboration", "DES Collaboration", "Teresa Maria Montaruli"} <= names
    assert not any(":" in name or "on behalf" in name for name in names)


def test_every_file_of_the_real_data_is_of_one_format_at_most(data: Path) -> None:
    folders = {"arxiv": {"arxiv-json", "arxiv-oai"}, "openalex": {"openalex"}, "crossref": {"crossref"}}
    ours = {name for names in folders.values() for name in names}
    for path in (each for each in data.rglob("*") if each.is_file() and "acl" not in each.parts):
        try:
            (file,) = files_of(FORMATS["openalex"], [path])
            head = file.head()
        except (FileRefused, ValueError):
            continue
        known = {name for name, each in FORMATS.items() if each.matches(head, file.name)}
        folder = path.relative_to(data).parts[0]
        assert len(known) <= 1, path
        assert known <= folders[folder] if folder in folders else not known & ours, path


def test_every_work_of_openalex_is_read_with_all_its_authors_and_references(data: Path) -> None:
    works = read("openalex", data / "openalex" / "works.jsonl")
    lines = [json.loads(line) for line in (data / "openalex" / "works.jsonl").read_text().splitlines()]
    assert all(isinstance(each, WorkRecord) for each in works)
    assert [work.key for work in works] == [line["id"].rpartition("/")[2] for line in lines]
    assert [len(work.authors) for work in works] == [len(line["authorships"]) for line in lines]
    # Many works cite the one that stands for all that were deleted.
    cited = [set(line["referenced_works"]) - {"https://openalex.org/W4285719527"} for line in lines]
    assert [len(work.references) for work in works] == [len(each) for each in cited]
    assert [work.year for work in works] == [line["publication_year"] for line in lines]
    (state_of_oa,) = (work for work in works if work.key == "W2741809807")
    assert [each.value for each in state_of_oa.identifiers] == ["W2741809807", "10.7717/peerj.4375", "29456894"]
    assert [author.name for author in state_of_oa.authors[:2]] == ["Heather Piwowar", "Jason Priem"]
    assert state_of_oa.abstract.startswith("Despite growing interest in Open Access")
    keyed = [author for work in works for author in work.authors if author.key is not None]
    assert {author.rule for author in keyed} == {IdentityRule.AUTHORITY}
    assert {author.key.scheme for author in keyed} == {"orcid", "openalex"}


def test_openalexs_registries_are_read_and_what_is_not_imported_says_why(data: Path) -> None:
    records = read("openalex", data / "openalex")
    kinds = Counter(type(each).__name__ for each in records)
    assert kinds == {
        "WorkRecord": 26,
        "ResearcherEntry": 2,
        "InstitutionEntry": 1,
        "SourceEntry": 1,
        "TopicEntry": 4_802,
    } | {"Rejected": 48}
    reasons = Counter(each.reason.partition(":")[0] for each in records if isinstance(each, Rejected))
    # One concept by itself and 44 of a snapshot; an author who stands for all that were deleted.
    assert reasons["it is a concept"] == 45
    assert sum(reasons.values()) - reasons["it is a concept"] == 3


def test_the_hierarchy_of_openalexs_topics_is_complete(data: Path) -> None:
    entries = read("openalex", data / "openalex" / "topics_taxonomy")
    assert Counter(each.level for each in entries) == {"domain": 4, "field": 26, "subfield": 252, "topic": 4_516}
    codes = {each.topic.code for each in entries}
    assert len(codes) == len(entries)
    assert all(each.broader.code in codes for each in entries if each.level != "domain")
    assert all(each.broader is None for each in entries if each.level == "domain")


def test_every_json_work_of_crossref_is_read_or_says_why_not(data: Path) -> None:
    folder = data / "crossref"
    works = read("crossref", folder / "api-works.jsonl", folder / "crossref-list.json", folder / "crossref.json")
    works += read("crossref", folder / "dump_sample", folder / "hepcrawl")
    rejected = [each for each in works if isinstance(each, Rejected)]
    assert Counter(each.reason for each in rejected) == {
        "it is a test: nothing else is deposited under 10.5555": 7,
        "Crossref has deleted its DOI": 3,
    }
    assert Counter(type(each).__name__ for each in works) == {"WorkRecord": 26, "Rejected": 10, "Redirect": 1}
    by_key: dict[str, Any] = {work.key: work for work in works if isinstance(work, WorkRecord)}
    elife = by_key["10.7554/elife.01567"]
    assert (elife.year, elife.venue.name, len(elife.authors), len(elife.references)) == (2014, "eLife", 5, 27)
    assert by_key["10.1016/j.bjps.2022.04.046"].venue.name == "Journal of Plastic, Reconstructive & Aesthetic Surgery"
    # Its date is `[[]]`.
    assert by_key["10.1017/9781316535783.011"].year is None
    assert by_key["10.1002/mdc3.13466"].authors[-1].name == "the CNS physiotherapy study group"


def test_every_xml_work_of_crossref_is_read_though_four_files_leave_a_namespace_undeclared(data: Path) -> None:
    folder = data / "crossref"
    read_all = read("crossref", folder / "unixref_xml", folder / "crossref.xml")
    works = [each for each in read_all if isinstance(each, WorkRecord)]
    # It names the preprint that it was.
    preprint, published = Identifier("doi", "10.31223/x5fw25"), Identifier("doi", "10.1144/jgs2020-222")
    others = [each for each in read_all if not isinstance(each, WorkRecord)]
    assert others == [Redirect("crossref", EntityKind.WORK, preprint, published)]
    assert len(works) == len({work.key for work in works}) == 13
    paths = [*(folder / "unixref_xml").glob("*.xml"), folder / "crossref.xml"]
    references = sum(len(work.references) + len(work.unresolved_references) for work in works)
    # Two works cite something twice.
    assert references <= xml_elements_of(paths, "citation")
    assert sum(len(work.authors) for work in works) == xml_elements_of(paths, "person_name") + xml_elements_of(
        paths, "organization"
    )
    assert all(work.plain_title and work.year for work in works)


def test_a_work_of_crossref_is_the_same_in_json_and_in_xml(data: Path) -> None:
    (from_json,) = read("crossref", data / "crossref" / "crossref.json")
    (from_xml,) = read("crossref", data / "crossref" / "crossref.xml")
    for name in (
        "key",
        "title",
        "type",
        "authors",
        "abstract",
        "year",
        "first_published_at",
        "language",
        "venue",
        "volume",
    ):
        assert getattr(from_json, name) == getattr(from_xml, name), name
    assert set(from_xml.references) < set(from_json.references)
