"""The exact texts of the pages of lists: each is a plan that Neo4j keeps, and an index or a bound that it relies on."""

import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from graphdb import institution, researcher, source, topic, work
from graphdb.fact import Fact
from graphdb.facts import COUNTS_BY_YEAR, IDENTIFIERS, PROVENANCE
from graphdb.keyset import Order, PageArguments, page_request
from graphdb.lists import list_page_cypher
from graphdb.nested_list import NestedList
from graphdb.orders import (
    EntityOrderField,
    ResearcherOrderField,
    WorkOrderField,
    entity_order,
    researcher_order,
    work_order,
)
from graphdb.records.researcher import RESEARCHER
from graphdb.records.source import SOURCE
from graphdb.records.topic import TOPIC
from graphdb.records.work import WORK, WorkRecord
from graphdb.researcher import LATEST_AFFILIATION
from graphdb.root_lists import root_page_cypher
from graphdb.selected import entity_cypher, entity_reader, page_sizes
from graphdb.selection import ListSelection, PageKey, PageSelection, Selection
from graphdb.work import MAIN_SOURCE

LISTS: list[NestedList[Any]] = [
    value
    for module in (researcher, work, topic, institution, source)
    for value in vars(module).values()
    if isinstance(value, NestedList)
]


def test_the_first_page_of_a_nested_list_is_cut_off_inside_the_subquery_of_each_parent() -> None:
    assert list_page_cypher(work.REFERENCES, work_order(), False, False) == (
        "UNWIND range(0, size($pages) - 1) AS i\n"
        "WITH i, $pages[i] AS page, $pages[i].argument AS argument\n"
        "MATCH (p:Work {id: page.id})\n"
        "CALL (p, argument) {\n"
        "  MATCH (p)-[:CITES]->(n)\n"
        "  WITH n ORDER BY n.sortYear DESC, n.plainTitle, n.id LIMIT $limit\n"
        f"  RETURN collect([{WORK}, [n.sortYear, n.plainTitle, n.id]]) AS rows\n"
        "}\n"
        "RETURN i, rows, COUNT { (p)-[:CITES]->() } AS total, false AS beyond_start"
    )


def test_a_further_page_takes_the_strings_of_its_start_from_the_stored_row() -> None:
    beyond = (
        "(n.sortYear > start[0] OR (n.sortYear = start[0] AND (n.plainTitle < start[1] OR "
        "(n.plainTitle = start[1] AND (n.id < start[2])))))"
    )
    assert list_page_cypher(work.REFERENCES, work_order(), True, True) == (
        "UNWIND range(0, size($pages) - 1) AS i\n"
        "WITH i, $pages[i] AS page, $pages[i].argument AS argument\n"
        "MATCH (p:Work {id: page.id})\n"
        "OPTIONAL MATCH (c:Work {id: page.start[2]})\n"
        "WITH i, argument, p, [page.start[0], "
        "CASE WHEN c.plainTitle = page.start[1] THEN c.plainTitle ELSE page.start[1] END, page.start[2]] AS start\n"
        "CALL (p, argument, start) {\n"
        "  MATCH (p)-[:CITES]->(n)\n"
        f"  WHERE {beyond}\n"
        "  WITH n ORDER BY n.sortYear, n.plainTitle DESC, n.id DESC LIMIT $limit\n"
        f"  RETURN collect([{WORK}, [n.sortYear, n.plainTitle, n.id]]) AS rows\n"
        "}\n"
        "RETURN i, rows, COUNT { (p)-[:CITES]->() } AS total, "
        f"EXISTS {{ MATCH (p)-[:CITES]->(n) WHERE NOT {beyond} }} AS beyond_start"
    )


def test_a_page_of_a_hub_is_read_off_the_index_of_its_order_and_sorted_where_that_gives_too_little() -> None:
    belongs = "EXISTS { MATCH (p)<-[:ABOUT]-(n) }"
    index = "n.sortYear, n.plainTitle, n.id"
    assert list_page_cypher(topic.WORKS, work_order(), False, False) == (
        "UNWIND range(0, size($pages) - 1) AS i\n"
        "WITH i, $pages[i] AS page, $pages[i].argument AS argument\n"
        "MATCH (p:Topic {id: page.id})\n"
        "CALL (p, argument) {\n"
        "  CALL (p) {\n"
        "  WITH p WHERE COUNT { (p)<-[:ABOUT]-() } ^ 2 > 10.0 * $limit * COUNT { (:Work) }\n"
        "CALL (p) {\n"
        "  MATCH (n:Work) WHERE n.sortYear IS NOT NULL AND n.plainTitle IS NOT NULL AND n.id IS NOT NULL\n"
        "  WITH n ORDER BY n.sortYear DESC LIMIT 20000\n"
        f"  WITH n WHERE {belongs}\n"
        "  WITH n.sortYear AS value ORDER BY value DESC LIMIT $limit\n"
        "  RETURN min(value) AS edge\n"
        "}\n"
        "CALL (p, edge) {\n"
        f"  MATCH (n:Work) WHERE n.sortYear > edge AND {belongs} AND n.plainTitle IS NOT NULL AND n.id IS NOT NULL\n"
        "  RETURN n\n"
        "  UNION ALL\n"
        "  MATCH (n:Work) WHERE n.sortYear = edge AND n.plainTitle IS NOT NULL AND n.id IS NOT NULL\n"
        f"  WITH n ORDER BY {index} LIMIT 20000\n"
        f"  WITH n WHERE {belongs}\n"
        f"  RETURN n ORDER BY {index} LIMIT $limit\n"
        "}\n"
        "  WITH n ORDER BY n.sortYear DESC, n.plainTitle, n.id LIMIT $limit\n"
        "  RETURN collect(n) AS walked\n"
        "}\n"
        "  CALL (p, walked) {\n"
        "  WITH p WHERE size(walked) < $limit\n"
        "  MATCH (p)<-[:ABOUT]-(n)\n"
        "  RETURN n\n"
        "  UNION ALL\n"
        "  WITH walked WHERE size(walked) >= $limit\n"
        "  UNWIND walked AS n\n"
        "  RETURN n\n"
        "}\n"
        "  WITH n ORDER BY n.sortYear DESC, n.plainTitle, n.id LIMIT $limit\n"
        f"  RETURN collect([{WORK}, [n.sortYear, n.plainTitle, n.id]]) AS rows\n"
        "}\n"
        "RETURN i, rows, COUNT { (p)<-[:ABOUT]-() } AS total, false AS beyond_start"
    )


def test_the_row_of_a_cursor_is_looked_at_before_all_of_a_long_list() -> None:
    beyond = "(n.plainTitle > start[0] OR (n.plainTitle = start[0] AND (n.id > start[1])))"
    text = list_page_cypher(topic.WORKS, work_order(WorkOrderField.TITLE, descending=False), False, True)
    assert text.endswith(
        f"EXISTS {{ MATCH (n:Work {{id: start[1]}}) WHERE NOT {beyond} AND EXISTS {{ MATCH (p)<-[:ABOUT]-(n) }} }} OR "
        f"EXISTS {{ MATCH (p)<-[:ABOUT]-(n) WHERE NOT {beyond} }} AS beyond_start"
    )


def test_a_list_that_may_be_narrowed_counts_under_its_condition() -> None:
    condition = "e.works >= argument.minShared AND (argument.since IS NULL OR e.lastYear >= argument.since)"
    assert list_page_cypher(researcher.CLOSE_COLLABORATORS, researcher.COLLABORATION_ORDER, False, False) == (
        "UNWIND range(0, size($pages) - 1) AS i\n"
        "WITH i, $pages[i] AS page, $pages[i].argument AS argument\n"
        "MATCH (p:Researcher {id: page.id})\n"
        "CALL (p, argument) {\n"
        "  MATCH (p)-[e:COLLABORATED_WITH]-(n)\n"
        f"  WHERE {condition}\n"
        "  WITH n, e ORDER BY e.weight DESC, n.name, n.id LIMIT $limit\n"
        f"  RETURN collect([{RESEARCHER}, [e.weight, n.name, n.id], "
        "[e.works, e.weight, e.firstYear, e.lastYear]]) AS rows\n"
        "}\n"
        f"RETURN i, rows, COUNT {{ (p)-[e:COLLABORATED_WITH]-() WHERE {condition} }} AS total, false AS beyond_start"
    )


def test_a_list_that_several_paths_lead_to_has_each_node_once() -> None:
    text = list_page_cypher(researcher.TOPICS, entity_order(), False, False)
    assert "  WITH DISTINCT n ORDER BY n.worksCount DESC, n.name, n.id LIMIT $limit\n" in text
    assert f"collect([{TOPIC}, [n.worksCount, n.name, n.id]])" in text


def test_a_page_of_a_root_list_that_is_sorted_as_its_index_is_one_range_of_it() -> None:
    order = entity_order(EntityOrderField.NAME, False)
    assert root_page_cypher("Source", order, True, False) == (
        "CALL () { MATCH (n:Source) RETURN count(n) AS total }\n"
        "CALL () {\n"
        "CALL () {\n"
        "  MATCH (n:Source) WHERE n.name IS NOT NULL AND n.id IS NOT NULL\n"
        "  RETURN n ORDER BY n.name DESC, n.id DESC LIMIT $limit\n"
        "}\n"
        "  WITH n ORDER BY n.name DESC, n.id DESC LIMIT $limit\n"
        f"  RETURN collect([{SOURCE}, [n.name, n.id]]) AS page\n"
        "}\n"
        "RETURN page, total, false AS beyond_start"
    )


def test_a_page_of_a_root_list_whose_keys_run_against_each_other_joins_ranges_of_the_index() -> None:
    order_by = "n.worksCount, n.name, n.id"
    assert root_page_cypher("Source", entity_order(), False, True) == (
        "CALL () { MATCH (n:Source) RETURN count(n) AS total }\n"
        "CALL () {\n"
        "  MATCH (n:Source) WHERE n.worksCount < $start[0] AND n.name IS NOT NULL AND n.id IS NOT NULL\n"
        "  WITH n.worksCount AS value ORDER BY value DESC LIMIT $limit\n"
        "  RETURN min(value) AS edge\n"
        "}\n"
        "CALL (edge) {\n"
        "CALL (edge) {\n"
        "  MATCH (n:Source) WHERE n.worksCount = $start[0] AND n.name = $start[1] AND n.id > $start[2]\n"
        f"  RETURN n ORDER BY {order_by} LIMIT $limit\n"
        "  UNION ALL\n"
        "  MATCH (n:Source) WHERE n.worksCount = $start[0] AND n.name > $start[1] AND n.id IS NOT NULL\n"
        f"  RETURN n ORDER BY {order_by} LIMIT $limit\n"
        "  UNION ALL\n"
        "  MATCH (n:Source) "
        "WHERE n.worksCount > edge AND n.worksCount < $start[0] AND n.name IS NOT NULL AND n.id IS NOT NULL\n"
        "  RETURN n\n"
        "  UNION ALL\n"
        "  MATCH (n:Source) WHERE n.worksCount = edge AND n.name IS NOT NULL AND n.id IS NOT NULL\n"
        f"  RETURN n ORDER BY {order_by} LIMIT $limit\n"
        "}\n"
        "  WITH n ORDER BY n.worksCount DESC, n.name, n.id LIMIT $limit\n"
        f"  RETURN collect([{SOURCE}, [n.worksCount, n.name, n.id]]) AS page\n"
        "}\n"
        "RETURN page, total, (EXISTS { MATCH (n:Source) "
        "WHERE n.worksCount > $start[0] AND n.name IS NOT NULL AND n.id IS NOT NULL } OR "
        "EXISTS { MATCH (n:Source) WHERE n.worksCount = $start[0] AND n.name < $start[1] AND n.id IS NOT NULL } OR "
        "EXISTS { MATCH (n:Source) WHERE n.worksCount = $start[0] AND n.name = $start[1] AND n.id <= $start[2] }) "
        "AS beyond_start"
    )


def test_every_root_list_in_every_order_has_an_index() -> None:
    migrations = Path(__file__).parents[3] / "graphdb" / "migrations"
    text = "\n".join(path.read_text() for path in sorted(migrations.glob("*.cypher")))
    orders = {
        # What answers to words is sorted as it comes.
        "Work": [work_order(field) for field in WorkOrderField if field is not WorkOrderField.RELEVANCE],
        "Researcher": [researcher_order(field) for field in ResearcherOrderField],
        **{kind: [entity_order(field) for field in EntityOrderField] for kind in ("Topic", "Institution", "Source")},
    }
    for label, each in orders.items():
        for order in each:
            assert f"FOR (n:{label}) ON ({', '.join(key.expression for key in order.keys)});" in text


@pytest.mark.parametrize("list_", LISTS, ids=lambda list_: list_.name)
def test_the_text_of_a_nested_list_has_no_values_and_a_limit_before_what_it_collects(list_: NestedList[Any]) -> None:
    order = work_order() if list_.listed == "Work" else entity_order()
    for backward, started in product((False, True), repeat=2):
        text = list_page_cypher(list_, order, backward, started)
        assert text == list_page_cypher(list_, order, backward, started)
        assert text.index("LIMIT $limit") < text.index("collect(")
        assert text.count("$") == text.count("$pages") + text.count("$limit")


def page(list_: NestedList[Any], order: Order, size: int, selected: ListSelection) -> PageSelection:
    return PageSelection(PageKey(list_, page_request(list_.name, order, PageArguments(first=size), 100)), selected)


def bare(*properties: str, pages: tuple[PageSelection, ...] = (), **also: bool) -> ListSelection:
    selected = {"places": False, "extras": False, "counted": False} | also
    return ListSelection(Selection(frozenset(properties), pages), **selected)


def test_pages_below_a_row_are_read_in_subqueries_that_are_cut_off_before_the_next() -> None:
    institutions = page(researcher.INSTITUTIONS, entity_order(), 2, bare("name", extras=True))
    people = bare("name", pages=(institutions,), places=True)
    authors = page(work.AUTHORSHIPS, work.AUTHORSHIP_ORDER, 5, people)
    cited_by = page(work.CITED_BY, work_order(), 3, bare(rows=False, counted=True))
    selected = bare("title", pages=(authors, cited_by))
    assert list_page_cypher(work.REFERENCES, work_order(), False, False, selected=selected) == (
        "UNWIND range(0, size($pages) - 1) AS i\n"
        "WITH i, $pages[i] AS page, $pages[i].argument AS argument\n"
        "MATCH (p:Work {id: page.id})\n"
        "CALL (p, argument) {\n"
        "  MATCH (p)-[:CITES]->(n)\n"
        "  WITH n ORDER BY n.sortYear DESC, n.plainTitle, n.id LIMIT $limit\n"
        "  WITH n, n AS q\n"
        "  CALL (q) {\n"
        "  MATCH (q)<-[e:AUTHORED]-(n)\n"
        "  WITH n, e ORDER BY e.position, n.id LIMIT $size00\n"
        "  WITH n, e, n AS p\n"
        "  CALL (p) {\n"
        "  MATCH (p)-[e:AFFILIATED_WITH]->(n)\n"
        "  WITH n, e ORDER BY n.worksCount DESC, n.name, n.id LIMIT $size01\n"
        "  RETURN collect([[n.id, n.name], null, [e.since, e.until, e.source, coalesce(e.works, 0)]]) AS page01\n"
        "  }\n"
        "  RETURN collect([[n.id, n.name], [e.position, n.id], null, [page01, 0]]) AS page00\n"
        "  }\n"
        "  RETURN collect([[n.id, coalesce(n.plainTitle, n.title)], null, null, [page00, 0], "
        "[[], COUNT { (q)<-[:CITES]-() }]]) AS rows\n"
        "}\n"
        "RETURN i, rows, 0 AS total, false AS beyond_start"
    )
    assert page_sizes(selected.node) == {"size00": 6, "size01": 2, "size02": 3}


def test_what_is_only_counted_has_no_rows() -> None:
    counted = bare(rows=False, counted=True)
    assert list_page_cypher(topic.WORKS, work_order(), False, True, selected=counted) == (
        "UNWIND range(0, size($pages) - 1) AS i\n"
        "WITH i, $pages[i] AS page, $pages[i].argument AS argument\n"
        "MATCH (p:Topic {id: page.id})\n"
        "RETURN i, [] AS rows, COUNT { (p)<-[:ABOUT]-() } AS total, false AS beyond_start"
    )
    assert root_page_cypher("Work", work_order(), False, True, selected=counted) == (
        "CALL () {\n  MATCH (n:Work)\n  RETURN count(n) AS total\n}\nRETURN [] AS page, total, false AS beyond_start"
    )


@pytest.mark.parametrize("list_", LISTS, ids=lambda list_: list_.name)
@pytest.mark.parametrize("order", [work.AUTHORSHIP_ORDER, work_order()], ids=["by the edge", "by the node"])
def test_a_list_below_a_row_is_over_the_parent_alone(list_: NestedList[Any], order: Order) -> None:
    _, row = entity_cypher(list_.parent, Selection(frozenset(), (page(list_, order, 1, bare(counted=True)),)), ["n"])
    clauses, _ = entity_cypher(list_.parent, Selection(frozenset(), (page(list_, order, 1, bare()),)), ["n"])
    assert not re.search(r"\bp\b", clauses + row)
    assert "(q" in clauses


ALL_FACTS = [*IDENTIFIERS.values(), *PROVENANCE.values(), *COUNTS_BY_YEAR.values(), MAIN_SOURCE, LATEST_AFFILIATION]


@pytest.mark.parametrize("fact", ALL_FACTS)
def test_a_fact_is_read_over_the_parent_alone(fact: Fact[Any]) -> None:
    clauses, row = entity_cypher(fact.label, Selection(frozenset(), facts=(fact,)), ["n"])
    assert row == "[[n.id], fact0]"
    assert clauses.startswith("  WITH n, n AS q\n  CALL (q) { CALL (q) {\n")
    assert clauses.endswith("AS fact\n  } RETURN fact AS fact0 }\n")
    assert not re.search(r"\bp\b", clauses)


def test_a_fact_that_was_read_is_kept_with_the_record() -> None:
    read = entity_reader("Work", Selection(frozenset(), facts=(IDENTIFIERS["Work"], MAIN_SOURCE)))
    record = read([["w_1"], [["doi", "10.1234/a"]], []])
    assert record.along is not None
    assert record.along[MAIN_SOURCE] is None
    [identifier] = record.along[IDENTIFIERS["Work"]]
    assert (identifier.scheme, identifier.url) == ("doi", "https://doi.org/10.1234/a")


def test_a_property_that_was_not_read_has_no_value() -> None:
    read = entity_reader("Work", Selection(frozenset({"title"})))
    record = read([["w_1", "A title"]])
    assert isinstance(record, WorkRecord)
    assert (record.id, record.title, record.along) == ("w_1", "A title", None)
    with pytest.raises(AttributeError):
        assert record.year
