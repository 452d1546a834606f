"""The exact texts of pages under a filter."""

from graphdb import institution, researcher
from graphdb.facets import WorkDimension, groups_cypher
from graphdb.filters.compile import FilterShape, compile_filter
from graphdb.filters.conditions import Value, Where
from graphdb.lists import list_page_cypher
from graphdb.nested_list import NO_FILTER
from graphdb.orders import RELEVANCE, WorkOrderField, work_order
from graphdb.records.work import WORK
from graphdb.root_lists import root_page_cypher
from graphdb.selection import ListSelection
from graphdb.sorting import first_sorted

TOPICS: tuple[str, Value] = ("topics", ("t_" + "a" * 16,))
YEAR: tuple[str, Value] = ("year_gte", 2016)
TEXT: tuple[str, Value] = ("text", "deep")
LOOKED_UP = (
    "CALL () { UNWIND $filter.v00 AS id OPTIONAL MATCH (x:Topic {id: id}) "
    "OPTIONAL MATCH (:Identifier {scheme: 'id', value: id})-[:IDENTIFIES]->(y:Topic) "
    "RETURN collect(coalesce(x, y)) AS v00 }\n"
)
HITS = "CALL db.index.fulltext.queryNodes('work_text', $filter.text) YIELD node AS n, score"
UNCOUNTED = ListSelection(counted=False)
BY_TITLE = work_order(WorkOrderField.TITLE, False)
KEYS = "[n.plainTitle, n.id]"


def shape(*conditions: tuple[str, Value]) -> FilterShape:
    found = compile_filter("Work", Where(conditions))
    assert found is not None
    return found.shape


def test_a_nested_list_is_filtered_and_counted_below_each_parent() -> None:
    condition = "EXISTS { (n)-[:ABOUT]->(x) WHERE x IN v00 }"
    assert list_page_cypher(researcher.WORKS, BY_TITLE, False, False, shape=shape(TOPICS)) == (
        f"{LOOKED_UP}"
        "UNWIND range(0, size($pages) - 1) AS i\n"
        "WITH i, $pages[i] AS page, $pages[i].argument AS argument, v00\n"
        "MATCH (p:Researcher {id: page.id})\n"
        "CALL (p, argument, v00) {\n"
        "  MATCH (p)-[:AUTHORED]->(n)\n"
        f"  WHERE {condition}\n"
        "  WITH n ORDER BY n.plainTitle, n.id LIMIT $limit\n"
        f"  RETURN collect([{WORK}, {KEYS}]) AS rows\n"
        "}\n"
        "CALL (p, argument, v00) {\n"
        "  MATCH (p)-[:AUTHORED]->(n)\n"
        f"  WHERE {condition}\n"
        "  RETURN count(n) AS total\n"
        "}\n"
        "RETURN i, rows, total AS total, false AS beyond_start"
    )


def test_words_are_looked_up_once_for_all_parents_and_rows_beside_their_hits_sorted_as_values() -> None:
    beyond = "(n.plainTitle > start[0] OR (n.plainTitle = start[0] AND (n.id > start[1])))"
    there = "p.id IN e.institutionIds"
    pattern = "(p)<-[:AFFILIATED_WITH]-()-[e:AUTHORED]->(n)"
    assert list_page_cypher(institution.WORKS, BY_TITLE, False, True, shape=shape(TEXT), selected=UNCOUNTED) == (
        "CYPHER 25 "
        "CALL () { CALL db.index.fulltext.queryNodes('work_text', $filter.text) YIELD node "
        "RETURN collect(node) AS hits }\n"
        "UNWIND range(0, size($pages) - 1) AS i\n"
        "WITH i, $pages[i] AS page, $pages[i].argument AS argument, hits\n"
        "MATCH (p:Institution {id: page.id})\n"
        "OPTIONAL MATCH (c:Work {id: page.start[1]})\n"
        "WITH i, argument, p, hits, "
        "[CASE WHEN c.plainTitle = page.start[0] THEN c.plainTitle ELSE page.start[0] END, page.start[1]] AS start\n"
        "CALL (p, argument, hits, start) {\n"
        f"  MATCH {pattern}\n"
        f"  WHERE {there} AND n IN hits AND {beyond}\n"
        "  WITH DISTINCT n\n"
        "  WITH coll.sort(collect([n.plainTitle, n.id, n])) AS sorted\n"
        "  UNWIND sorted[..$limit] AS x\n"
        "  WITH x[2] AS n\n"
        f"  RETURN collect([{WORK}, {KEYS}]) AS rows\n"
        "}\n"
        "CALL (p, argument, hits, start) {\n"
        f"  MATCH {pattern}\n"
        f"  WHERE {there} AND n IN hits AND NOT {beyond}\n"
        "  WITH n LIMIT 1\n"
        "  RETURN count(n) > 0 AS beyond_start\n"
        "}\n"
        "RETURN i, rows, 0 AS total, beyond_start AS beyond_start"
    )


def test_strings_that_turn_are_sorted_by_the_rest_first() -> None:
    by_title = work_order(WorkOrderField.TITLE, True)
    assert first_sorted(by_title, ("n",), "$limit") == (
        "  WITH coll.sort(collect([n.id, n.plainTitle, n])) AS sorted\n"
        "  WITH [x IN reverse(coll.sort([i IN range(0, size(sorted) - 1) | [sorted[i][1], -i, sorted[i]]]))[..$limit]"
        " | x[2]] AS sorted\n"
        "  UNWIND sorted[..$limit] AS x\n"
        "  WITH x[2] AS n\n"
    )
    by_year = work_order(WorkOrderField.YEAR, True)
    assert first_sorted(by_year, ("n", "e"), "$limit", backward=True) == (
        "  WITH reverse(coll.sort(collect([-(n.sortYear), n.plainTitle, n.id, n, e]))) AS sorted\n"
        "  UNWIND sorted[..$limit] AS x\n"
        "  WITH x[3] AS n, x[4] AS e\n"
    )


def test_a_root_list_under_a_plain_filter_reads_the_index_of_its_order() -> None:
    condition = "n.sortYear >= $filter.v00 AND n.year IS NOT NULL"
    assert root_page_cypher("Work", BY_TITLE, False, False, shape=shape(YEAR)) == (
        f"CALL () {{ MATCH (n:Work) WHERE {condition} RETURN count(n) AS total }}\n"
        "CALL () {\n"
        "CALL () {\n"
        f"  MATCH (n:Work) WHERE ({condition}) AND n.plainTitle IS NOT NULL AND n.id IS NOT NULL\n"
        "  RETURN n ORDER BY n.plainTitle, n.id LIMIT $limit\n"
        "}\n"
        "  WITH n ORDER BY n.plainTitle, n.id LIMIT $limit\n"
        f"  RETURN collect([{WORK}, {KEYS}]) AS page\n"
        "}\n"
        "RETURN page, total, false AS beyond_start"
    )


def test_a_root_list_of_what_hangs_on_entities_starts_from_these() -> None:
    anchor = "UNWIND v00 AS anchor MATCH (anchor)<-[:ABOUT]-(n)"
    condition = "n.sortYear >= $filter.v01 AND n.year IS NOT NULL"
    beyond = "(n.plainTitle < start[0] OR (n.plainTitle = start[0] AND (n.id < start[1])))"
    assert root_page_cypher("Work", BY_TITLE, True, True, shape=shape(TOPICS, YEAR)) == (
        f"{LOOKED_UP}"
        "OPTIONAL MATCH (c:Work {id: $start[1]})\n"
        "WITH v00, [CASE WHEN c.plainTitle = $start[0] THEN c.plainTitle ELSE $start[0] END, $start[1]] AS start\n"
        "CALL (v00, start) {\n"
        f"  {anchor} WITH * WHERE {condition} AND {beyond}\n"
        "  WITH DISTINCT n ORDER BY n.plainTitle DESC, n.id DESC LIMIT $limit\n"
        f"  RETURN collect([{WORK}, {KEYS}]) AS page\n"
        "}\n"
        "CALL (v00) {\n"
        f"  {anchor} WITH * WHERE {condition}\n"
        "  RETURN count(DISTINCT n) AS total\n"
        "}\n"
        "CALL (v00, start) {\n"
        f"  {anchor} WITH * WHERE {condition} AND NOT {beyond}\n"
        "  WITH n LIMIT 1\n"
        "  RETURN count(n) > 0 AS beyond_start\n"
        "}\n"
        "RETURN page, total, beyond_start AS beyond_start"
    )


def test_relevance_sorts_the_hits_by_their_score_and_standing() -> None:
    order = work_order(WorkOrderField.RELEVANCE, True)
    assert root_page_cypher("Work", order, False, False, shape=shape(TEXT), selected=UNCOUNTED) == (
        "CALL () {\n"
        f"  {HITS}\n"
        f"  WITH n, score ORDER BY {RELEVANCE} DESC, n.plainTitle, n.id LIMIT $limit\n"
        f"  RETURN collect([{WORK}, [{RELEVANCE}, n.plainTitle, n.id]]) AS page\n"
        "}\n"
        "RETURN page, 0 AS total, false AS beyond_start"
    )


def test_a_further_page_by_relevance_begins_at_what_its_start_scores_now() -> None:
    order = work_order(WorkOrderField.RELEVANCE, True)
    text = root_page_cypher("Work", order, False, True, shape=shape(TEXT), selected=UNCOUNTED)
    assert text.startswith(
        "OPTIONAL MATCH (c:Work {id: $start[2]})\n"
        "CALL (c) {\n"
        f"  {HITS}\n"
        "  WITH n, score WHERE n = c\n"
        f"  RETURN head(collect({RELEVANCE})) AS relevance\n"
        "}\n"
        "WITH [coalesce(relevance, $start[0]), "
        "CASE WHEN c.plainTitle = $start[1] THEN c.plainTitle ELSE $start[1] END, $start[2]] AS start\n"
        "CALL (start) {\n"
    )


def test_groups_of_all_works_are_counted_by_their_combinations() -> None:
    assert groups_cypher(None, NO_FILTER, (WorkDimension.YEAR, WorkDimension.TOPIC)) == (
        "CALL () {\n"
        "  MATCH (n:Work)\n"
        "  WITH DISTINCT n\n"
        "  WITH *, n.year AS d0 WHERE d0 IS NOT NULL\n"
        "  MATCH (n)-[:ABOUT]->(d1)\n"
        "  WITH d0, d1, count(DISTINCT n) AS works "
        "ORDER BY works DESC, toString(d0), toString(d0), d1.name, d1.id LIMIT $first\n"
        "  RETURN collect([[[toString(d0), toString(d0)], [d1.id, d1.name]], works]) AS groups\n"
        "}\n"
        "RETURN 0 AS i, groups"
    )


def test_facets_of_a_nested_list_are_counted_below_each_parent() -> None:
    assert groups_cypher(researcher.WORKS, shape(YEAR), (WorkDimension.COUNTRY,)) == (
        "UNWIND range(0, size($ids) - 1) AS i\n"
        "MATCH (p:Researcher {id: $ids[i]})\n"
        "CALL (p) {\n"
        "  MATCH (p)-[:AUTHORED]->(n)\n"
        "  WHERE n.sortYear >= $filter.v00 AND n.year IS NOT NULL\n"
        "  WITH DISTINCT n\n"
        "  CALL (n) { MATCH (n)<-[a:AUTHORED]-() UNWIND a.institutionIds AS id WITH DISTINCT id "
        "MATCH (x:Institution {id: id}) WITH DISTINCT x.country AS d0 WHERE d0 IS NOT NULL RETURN d0 }\n"
        "  WITH d0, count(DISTINCT n) AS works ORDER BY works DESC, d0, d0 LIMIT $first\n"
        "  RETURN collect([[[d0, d0]], works]) AS groups\n"
        "}\n"
        "RETURN i, groups"
    )
