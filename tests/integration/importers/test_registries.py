"""What registries say of people, institutions, sources and topics, and the ids that they have merged.

The files in `registries/` describe the same papers, people, institutions and sources in the words of eight sources.
"""

import random
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from graphdb.check import check, digest
from graphdb.endpoint import Endpoint
from importers.pipeline import Summary

Rows = Callable[..., list[list[Any]]]
Import = Callable[..., Summary]

FOLDER = Path(__file__).with_name("registries")
FORMATS = {
    "acl.xml": "acl",
    "arxiv.jsonl": "arxiv-json",
    "crossref.jsonl": "crossref",
    "crossref-notices.jsonl": "crossref",
    "crossref-preprints.jsonl": "crossref",
    "dblp.xml": "dblp",
    "openalex-authors.jsonl": "openalex",
    "openalex-institutions.jsonl": "openalex",
    "openalex-merged-authors.csv": "openalex",
    "openalex-merged-works.csv": "openalex",
    "openalex-sources.jsonl": "openalex",
    "openalex-topics.jsonl": "openalex",
    "openalex-works.jsonl": "openalex",
    "orcid.jsonl": "orcid",
    "ror.jsonl": "ror",
}
ORDERS = 8
WEI, KIM = "0000-0001-5109-3700", "0000-0002-1694-233X"
NORTH, SOUTH, SYSTEM, FORMER, WITHDRAWN = "0abcde165", "0abcde262", "0abcde359", "042nb2s44", "00f54p054"

Load = Callable[..., list[Summary]]


@pytest.fixture
def load(import_files: Import) -> Load:
    """Imports files of the folder in the order given, all of them if none is named."""

    def run(*names: str) -> list[Summary]:
        return [import_files(FORMATS[name], FOLDER / name) for name in names or FORMATS]

    return run


def test_the_order_of_imports_does_not_show(
    load: Load, rows: Rows, empty_the_graph: Callable[[], None], clean_graph: Endpoint
) -> None:
    chance = random.Random(11)
    orders = [list(FORMATS), list(reversed(FORMATS))]
    orders += [chance.sample(list(FORMATS), len(FORMATS)) for _ in range(ORDERS - len(orders))]
    digests = set()
    for order in orders:
        empty_the_graph()
        load(*order)
        assert check(clean_graph) == [], order
        digests.add(digest(clean_graph))
    assert len(digests) == 1


def test_every_summary_adds_up_and_a_second_import_changes_nothing(load: Load, clean_graph: Endpoint) -> None:
    for summary in load():
        assert summary.problems == []
        assert summary.quarantined == 0
        assert summary.read == summary.written + summary.unchanged + summary.merged > 0
    before = digest(clean_graph)
    assert all(summary.unchanged == summary.read for summary in load())
    assert digest(clean_graph) == before


def test_a_person_is_one_by_any_identifier_that_two_records_share(load: Load, rows: Rows) -> None:
    load()
    [[name, names]] = rows(
        "MATCH (:Identifier {scheme: 'orcid', value: $orcid})-[:IDENTIFIES]->(r:Researcher) "
        "MATCH (r)<-[:IDENTIFIES]-(i) WHERE i.scheme <> 'id' AND NOT i.scheme STARTS WITH 'slug:' "
        "WITH r, i ORDER BY i.scheme, i.value RETURN r.name, collect(i.scheme + ' ' + i.value)",
        orcid=WEI,
    )
    assert name == "Wei Wang"
    assert names == [
        "dblp 12/345",
        "dblp w/WeiWang7",
        "dblp-person Wei Wang 0007",
        "openalex A5002",
        "openalex A5999",
        f"orcid {WEI}",
    ]


def test_two_people_become_one_when_a_record_links_them_and_both_ids_answer(load: Load, rows: Rows) -> None:
    load("openalex-works.jsonl", "dblp.xml")
    known = "MATCH (:Identifier {scheme: $scheme, value: $value})-[:IDENTIFIES]->(r:Researcher) RETURN r.id"
    [[alex]] = rows(known, scheme="openalex", value="A5999")
    [[dblp]] = rows(known, scheme="dblp", value="w/WeiWang7")
    assert alex != dblp
    load("openalex-merged-authors.csv", "openalex-authors.jsonl")
    [[one]] = rows(known, scheme="openalex", value="A5999")
    assert rows(known, scheme="dblp", value="w/WeiWang7") == [[one]]
    for old in {alex, dblp} - {one}:
        assert rows(known, scheme="id", value=old) == [[one]]


def test_a_work_that_a_persons_record_lists_is_hers_by_a_recorded_rule(load: Load, rows: Rows) -> None:
    load("orcid.jsonl", "arxiv.jsonl")
    hers = (
        "MATCH (r:Researcher {orcid: $orcid})-[a:AUTHORED {rule: 'AUTHORITY_LISTED'}]->(w) "
        "RETURN w.plainTitle, r.identityRule, r.identityConfidence"
    )
    assert rows(hers, orcid=KIM) == [["Leaves of the South Revisited", "AUTHORITY_LISTED", 0.98]]


def test_what_a_persons_record_says_of_her_is_on_her_node(load: Load, rows: Rows) -> None:
    load("ror.jsonl", "orcid.jsonl")
    assert rows(
        "MATCH (r:Researcher {orcid: $orcid}) RETURN r.bio, r.urls, r.nameVariants, r.rawAffiliations", orcid=WEI
    ) == [["Wei parses trees.", ["https://wang.example"], ["W. Wang"], ["A garage"]]]
    assert rows(
        "MATCH (:Researcher {orcid: $orcid})-[a:AFFILIATED_WITH]->(i) RETURN i.ror, a.source, a.since, a.until",
        orcid=WEI,
    ) == [[NORTH, "orcid", 2010, None]]


def test_an_institution_of_an_authorship_and_of_the_registry_is_one(load: Load, rows: Rows) -> None:
    load("openalex-works.jsonl", "openalex-institutions.jsonl", "ror.jsonl")
    [[ror, name, country, city, variants]] = rows(
        "MATCH (:Identifier {scheme: 'openalex', value: 'I200'})-[:IDENTIFIES]->(i:Institution) "
        "RETURN i.ror, i.name, i.country, i.city, i.nameVariants"
    )
    assert (ror, name, country, city) == (SOUTH, "South Laboratory", "ZA", "Durban")
    assert variants == ["South Lab", "Southern Laboratory"]
    assert rows("MATCH (i:Institution {ror: $ror}) RETURN i.researchersCount, i.worksCount", ror=SOUTH) == [[2, 2]]


def test_hierarchy_and_succession_are_edges_and_a_withdrawn_id_answers(load: Load, rows: Rows) -> None:
    load("ror.jsonl")
    edges = "MATCH (a:Institution)-[e:PART_OF|SUCCEEDED_BY]->(b) RETURN a.ror, type(e), b.ror ORDER BY a.ror"
    assert rows(edges) == [[FORMER, "SUCCEEDED_BY", NORTH], [NORTH, "PART_OF", SYSTEM]]
    assert rows("MATCH (i:Institution {ror: $ror}) RETURN i.active", ror=FORMER) == [[False]]
    assert rows("MATCH (:Identifier {scheme: 'ror', value: $old})-[:IDENTIFIES]->(i) RETURN i.ror", old=WITHDRAWN) == [
        [SOUTH]
    ]


def test_an_identifier_that_two_institutions_share_does_not_join_them(load: Load, rows: Rows) -> None:
    load("ror.jsonl")
    assert rows("MATCH (:Identifier {scheme: 'isni'})-[:IDENTIFIES]->(i) RETURN i.ror ORDER BY i.ror") == [
        [NORTH],
        [SYSTEM],
    ]


def test_a_source_is_one_by_any_issn_whichever_a_record_puts_first(load: Load, rows: Rows) -> None:
    load("crossref.jsonl")
    [[before]] = rows("MATCH (s:Source {name: 'Journal of Parsing'}) RETURN s.id")
    load("openalex-sources.jsonl")
    assert rows("MATCH (s:Source) RETURN s.id, s.issn, s.publisher") == [
        [before, ["1234-5679", "2345-6787", "3456-7895"], "Press"]
    ]


def test_topics_have_a_level_and_a_wider_one_and_keep_what_a_short_record_leaves_out(load: Load, rows: Rows) -> None:
    load("openalex-topics.jsonl", "openalex-works.jsonl")
    assert rows(
        "MATCH (t:Topic {code: 'T10001'})-[:BROADER*0..]->(wider) "
        "RETURN wider.name, wider.level ORDER BY wider.level DESC"
    ) == [["Parsing of Trees", 3], ["Artificial Intelligence", 2], ["Computer Science", 1], ["Physical Sciences", 0]]
    assert rows("MATCH (t:Topic {code: 'T10001'}) RETURN t.description") == [["How trees are parsed."]]


@pytest.mark.parametrize("order", [("acl.xml", "arxiv.jsonl"), ("arxiv.jsonl", "acl.xml")])
def test_a_preprint_and_its_published_version_are_one_work_by_a_recorded_rule(
    load: Load, rows: Rows, order: tuple[str, str]
) -> None:
    load(*order)
    assert rows(
        "MATCH (:Identifier {scheme: 'arxiv', value: '1710.00002'})-[:IDENTIFIES]->(w)<-[:IDENTIFIES]-"
        "(:Identifier {scheme: 'acl', value: 'P18-1001'}) RETURN w.type, w.joinRule"
    ) == [["conference", "PREPRINT_AND_VERSION"]]


def test_a_merged_work_id_answers_whether_it_comes_before_or_after_the_work(
    load: Load, rows: Rows, empty_the_graph: Callable[[], None]
) -> None:
    for order in (
        ("openalex-merged-works.csv", "openalex-works.jsonl"),
        ("openalex-works.jsonl", "openalex-merged-works.csv"),
    ):
        empty_the_graph()
        load(*order)
        assert rows(
            "MATCH (:Identifier {scheme: 'openalex', value: 'W1999'})-[:IDENTIFIES]->(w) "
            "MATCH (:Identifier {scheme: 'openalex', value: 'W2000'})-[:IDENTIFIES]->(other) RETURN w = other"
        ) == [[True]]


@pytest.mark.parametrize("names", list(permutations(("crossref.jsonl", "crossref-preprints.jsonl"))))
def test_what_crossref_says_is_one_work_is_one_whatever_the_titles(
    load: Load, rows: Rows, names: tuple[str, ...], clean_graph: Endpoint
) -> None:
    load(*names)
    answers = "MATCH (:Identifier {scheme: 'doi', value: $doi})-[:IDENTIFIES]->(w:Work) RETURN w.plainTitle"
    for doi in ("10.1234/np.1", "10.1234/pre.1", "10.1234/pre.1v2", "10.1234/never.seen"):
        assert rows(answers, doi=doi) == [["Neural Parsing of Deep Trees"]], doi
    assert rows(answers, doi="10.1234/data") == []
    assert check(clean_graph) == []


@pytest.mark.parametrize("names", list(permutations(("crossref.jsonl", "crossref-notices.jsonl"))))
def test_a_notice_retracts_its_target_whichever_comes_first(
    load: Load, rows: Rows, names: tuple[str, ...], clean_graph: Endpoint
) -> None:
    load(*names)
    retracted = "MATCH (w:Work {retracted: true}) RETURN w.plainTitle"
    assert rows(retracted) == [["Forests Revisited"]]
    # A record that does not know of it does not take it back, and neither does a merge.
    load("openalex-works.jsonl", "acl.xml", "dblp.xml")
    assert rows(retracted) == [["Forests Revisited"]]
    assert check(clean_graph) == []
