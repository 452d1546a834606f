"""What Neo4j holds in memory for a query, on a graph of hubs: a few megabytes, whatever is asked.

The reads of each question are profiled, which tells the most that each held at once.
"""

import json
from typing import Any

import pytest
import strawberry
from neo4j import Query

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.graph import Graph
from graphdb.ids import node_id
from resolvers.context import RequestContext
from schema.build import build_schema

MEGABYTES = 32
"""At most for one query, of the 300 that Neo4j has for all of them with the heap that it has by default."""
WORKS = 20_000
PEOPLE = 400
NEIGHBOURS = 60


def ids(label: str, count: int) -> list[str]:
    return [node_id(label, "memory", str(i)) for i in range(count)]


PERSON, WORK, TOPIC, INSTITUTION, SOURCE = (
    ids(label, 1)[0] for label in ("Researcher", "Work", "Topic", "Institution", "Source")
)

# The first of each kind is a hub: all works are hers, about it, in it, cite it.
NODES = (
    (
        "Researcher",
        PEOPLE,
        (
            "name: 'Name ' + i, searchNames: 'name ' + i, nameKey: 'name ' + i, worksCount: 20000 - i, "
            "citationCount: i, hIndex: i % 50"
        ),
    ),
    (
        "Work",
        WORKS,
        (
            "title: 'On language ' + i, plainTitle: CASE i % 2 WHEN 0 THEN 'On language ' ELSE 'On speech ' END + i, "
            "sortYear: 1990 + i % 30, year: 1990 + i % 30, citationCount: (20000 - i) % 700, importedAt: '2026', "
            "authorNames: 'Name ' + i % 400, abstract: 'About language, at length'"
        ),
    ),
    ("Topic", 50, "name: 'Topic ' + i, scheme: 'openalex', worksCount: 20000 - i, citationCount: i"),
    ("Institution", 50, "name: 'Institution ' + i, country: 'CH', worksCount: 20000 - i, citationCount: i"),
    ("Source", 50, "name: 'Source ' + i, kind: 'journal', worksCount: 20000 - i, citationCount: i"),
)
EDGES = (
    (
        "UNWIND range(0, size($w) - 1) AS i MATCH (w:Work {id: $w[i]}) UNWIND [0, 1 + i % 399] AS k "
        "MATCH (r:Researcher {id: $r[k]}) "
        "CREATE (r)-[:AUTHORED {position: k + 1, institutionIds: [$i[0], $i[1 + i % 49]]}]->(w)"
    ),
    (
        "UNWIND range(0, size($w) - 1) AS i MATCH (w:Work {id: $w[i]}) UNWIND [0, 1 + i % 49] AS k "
        "MATCH (t:Topic {id: $t[k]}) CREATE (w)-[:ABOUT {score: 0.5, primary: k = 0}]->(t)"
    ),
    (
        "UNWIND range(0, size($w) - 1) AS i MATCH (w:Work {id: $w[i]}) MATCH (s:Source {id: $s[0]}) "
        "CREATE (w)-[:PUBLISHED_IN]->(s)"
    ),
    (
        "UNWIND range(1, size($w) - 1) AS i MATCH (w:Work {id: $w[i]}) UNWIND [0, i / 2, i - 1] AS k "
        "MATCH (c:Work {id: $w[k]}) CREATE (w)-[:CITES]->(c)"
    ),
    (
        "UNWIND range(0, size($r) - 1) AS i MATCH (a:Researcher {id: $r[i]}) UNWIND range(1, $neighbours) AS k "
        "MATCH (b:Researcher {id: $r[(i + k * k) % size($r)]}) WHERE a <> b "
        "CREATE (a)-[:COLLABORATED_WITH {works: k, weight: 1.0 / k, firstYear: 2000, lastYear: 2010}]->(b)"
    ),
    (
        "UNWIND range(0, size($r) - 1) AS i MATCH (r:Researcher {id: $r[i]}) UNWIND [0, 1 + i % 49] AS k "
        "MATCH (o:Institution {id: $i[k]}) CREATE (r)-[:AFFILIATED_WITH {works: 3, since: 2000, until: 2010}]->(o)"
    ),
)


@pytest.fixture(scope="module")
def hubs(emptied_graph: Endpoint) -> Endpoint:
    """A graph of a few hundred people with twenty thousand works, and hubs of each kind."""
    known = {label: ids(label, count) for label, count, _ in NODES}
    with open_driver(emptied_graph) as driver, driver.session(database=emptied_graph.database) as session:
        for label, _, properties in NODES:
            session.run(
                f"UNWIND range(0, size($ids) - 1) AS i CREATE (n:{label} {{id: $ids[i], slug: $ids[i], {properties}}})",
                ids=known[label],
            ).consume()
        parameters = {label[0].lower(): of_label for label, of_label in known.items()}
        for edges in EDGES:
            session.run(edges, parameters, neighbours=NEIGHBOURS).consume()
        session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()
    return emptied_graph


class Measured(Graph):
    """A graph that is told by Neo4j how much memory each query takes."""

    megabytes: float = 0.0

    async def _attempt(self, access: str, query: Query, parameters: dict[str, Any]) -> list[list[Any]]:
        language, cypher = ("CYPHER 25 ", query.text[10:]) if query.text.startswith("CYPHER 25 ") else ("", query.text)
        profiled = Query(f"{language}PROFILE {cypher}", timeout=query.timeout)
        async with self._driver.session(database=self._database, default_access_mode=access) as session:
            result = await session.run(profiled, parameters)
            values = await result.values()
            profile = (await result.consume()).profile
        assert profile is not None
        self.megabytes = max(self.megabytes, profile["args"]["GlobalMemory"] / 1_000_000)
        return values


BY_CITATIONS = "orderBy: {field: CITATIONS, direction: DESC}"
NOT_SPEECH = 'filter: {not: {text: "speech"}}'
QUESTIONS = {
    "a slice": f'{{ researchGraph(seeds: ["{PERSON}", "{WORK}", "{TOPIC}", "{INSTITUTION}", "{SOURCE}"], '
    "depth: 3, perKind: 50) { nodes { id } edges { id } truncated { total } } }",
    "an induced graph": f"{{ inducedGraph(ids: {json.dumps(ids('Work', 1000))}) {{ nodes {{ id }} edges {{ id }} }} }}",
    "a bridge": f'{{ bridge(from: ["{PERSON}"], to: ["{SOURCE}", "{TOPIC}"], first: 100) {{ nodes {{ id }} }} }}',
    "paths": f'{{ pathsBetween(from: "{INSTITUTION}", to: "{TOPIC}", limit: 10) {{ length }} }}',
    "works without words": f"{{ works(first: 1000, {NOT_SPEECH}) {{ totalCount nodes {{ title abstract }} }} }}",
    "works without words, by citations": f"{{ works(first: 1000, {NOT_SPEECH}, {BY_CITATIONS}) {{ nodes {{ id }} }} }}",
    "works without words, by title, from the end": f"{{ works(last: 1000, {NOT_SPEECH}, "
    "orderBy: {field: TITLE, direction: DESC}) { totalCount nodes { id } } }",
    "works of an author with some words or others": f'{{ works(first: 1000, filter: {{authors: ["{PERSON}"], '
    'or: [{text: "language"}, {text: "speech"}]}) { totalCount nodes { id } } }',
    "works with words": '{ works(first: 1000, filter: {text: "language"}) { totalCount nodes { title } } }',
    "facets and groups of all works": "{ works(first: 1) { facets(by: AUTHOR) { count } "
    "a: facets(by: INSTITUTION) { count } groups(by: [YEAR, AUTHOR, TOPIC]) { count } } }",
    "groups of works without words": f"{{ works(first: 1, {NOT_SPEECH}) "
    "{ groups(by: [YEAR, AUTHOR, TOPIC], first: 100) { count } } }",
    "works with lists of theirs": f"{{ works(first: 1000, {BY_CITATIONS}) {{ nodes {{ authorships(first: 10) "
    "{ nodes { researcher { name } } } topics(first: 10) { nodes { name } } "
    "references(first: 10, orderBy: {field: TITLE, direction: ASC}) { totalCount nodes { title } } } } }",
    "works with citing works under a filter": f"{{ works(first: 300, {BY_CITATIONS}) {{ nodes {{ citedBy(first: 100, "
    "filter: {year: {gte: 2000}}) { totalCount nodes { title } facets(by: YEAR) { count } } } } }",
    "people with works without words": f"{{ researchers(first: 200) {{ nodes {{ works(first: 20, {NOT_SPEECH}) "
    "{ totalCount nodes { title } facets(by: TOPIC) { count } } } } }",
    "people with works with words": '{ researchers(first: 200) { nodes { works(first: 20, filter: {text: "language"}) '
    "{ totalCount nodes { title } } } } }",
    "people with collaborators": "{ researchers(first: 400) { nodes { collaborators(first: 50) "
    "{ totalCount nodes { name } } } } }",
    "collaborators' collaborators": "{ researchers(first: 10) { nodes { collaborators(first: 100, degree: 2) "
    "{ totalCount truncated { total } nodes { name } } } } }",
    "look-alikes": "{ researchers(first: 10) { nodes { possibleDuplicates(first: 10) { score } } } }",
    "lists of hubs": "{ topics(first: 50) { nodes { works(first: 50) { totalCount nodes { title } } "
    "researchers(first: 50) { totalCount nodes { name } } } } "
    "sources(first: 1) { nodes { works(first: 100) { nodes { title } facets(by: AUTHOR) { count } } countsByYear "
    "{ works } } } institutions(first: 10) { nodes { works(first: 50) { nodes { title } } "
    "researchers(first: 50) { nodes { name } } } } }",
    "similar works": f'{{ similarWorks(to: ["{WORK}", "{ids("Work", 2)[1]}"], first: 100) '
    "{ totalCount truncated { total } nodes { title } } }",
    "earlier and later works of many": f"{{ works(first: 50, {BY_CITATIONS}) {{ nodes {{ similar(first: 20) "
    "{ totalCount } priorWorks(first: 20) { totalCount } derivativeWorks(first: 20) { totalCount } } } }",
    "a search for nearly everything": '{ search(query: "l* n* s* t*", first: 100) { totalCount nodes { id } } }',
    "suggestions": '{ suggest(prefix: "o", limit: 50) { label } }',
}


@pytest.fixture(scope="module")
def built() -> strawberry.Schema:
    return build_schema()


@pytest.mark.parametrize("question", QUESTIONS)
async def test_a_question_takes_a_few_megabytes(hubs: Endpoint, built: strawberry.Schema, question: str) -> None:
    # A busy machine may take long to plan so many texts, which the test is not about.
    async with Measured.open(hubs, timeout=60) as graph:
        answer = await built.execute(QUESTIONS[question], context_value=RequestContext(graph))
    assert answer.errors is None, answer.errors
    assert 0 < graph.megabytes <= MEGABYTES, f"{graph.megabytes:.1f} MB"
