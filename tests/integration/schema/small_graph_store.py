"""The small graph in the store, written with plain Cypher, beside whatever else is there."""

from typing import Any

from neo4j import Driver

from tests.integration.schema.small_graph import SmallGraph, id_of


def edges(g: SmallGraph) -> list[tuple[str, str, str, list[list[Any]]]]:
    """Label, type, label, and rows of [index, index, properties]."""
    authored = [
        [
            x["r"],
            x["w"],
            {
                "position": x["position"],
                "rawName": f"As printed {x['position']}",
                "rawAffiliation": "Institute; Basel",
                "institutionIds": [g.institutions[i]["id"] for i in x["institutions"]] or None,
                "corresponding": x["position"] == 1,
                "run": "run-small",
            },
        ]
        for x in g.authored
    ]
    affiliated = [
        [x["r"], x["i"], {**{k: x[k] for k in ("since", "until", "works")}, "source": "authorship"}]
        for x in g.affiliations
    ]
    collaborated = [
        [x["a"], x["b"], {k: x[k] for k in ("works", "weight", "firstYear", "lastYear")}] for x in g.collaborations
    ]
    about = [[x["w"], x["t"], {"score": x["score"], "primary": x["primary"]}] for x in g.about]
    return [
        ("Researcher", "AUTHORED", "Work", authored),
        ("Researcher", "AFFILIATED_WITH", "Institution", affiliated),
        ("Researcher", "COLLABORATED_WITH", "Researcher", collaborated),
        ("Work", "ABOUT", "Topic", about),
        ("Work", "CITES", "Work", [[a, b, {"sources": ["small"]}] for a, b in g.cites]),
        ("Work", "PUBLISHED_IN", "Source", [[w, s, {}] for w, s in g.published]),
        ("Topic", "BROADER", "Topic", [[a, 0, {}] for a in range(1, 6)]),
        ("Institution", "PART_OF", "Institution", [[a, 0, {}] for a in range(1, 6)]),
    ]


IDENTIFIERS = [
    ("Researcher", 0, "orcid", "0000-0002-1825-0097"),
    ("Researcher", 0, "openalex", "A5000000001"),
    ("Researcher", 0, "dblp", "homepages/00/1"),
    ("Researcher", 0, "s2", "100000001"),
    ("Researcher", 0, "id", id_of("Researcher", "merged away")),
    ("Researcher", 0, "slug:researcher", "small-person-renamed"),
    ("Researcher", 4, "openalex", "A5000000004"),
    ("Researcher", 7, "openalex", "A5000000007"),
    ("Work", 0, "doi", "10.5555/small.0"),
    ("Work", 0, "arxiv", "2108.99999"),
    ("Work", 0, "openalex", "W5000000001"),
    ("Work", 0, "acl", "Z99-1001"),
    ("Work", 0, "dblp", "conf/small/0"),
    ("Work", 0, "id", id_of("Work", "merged away")),
    ("Work", 0, "slug:work", "small-work-renamed"),
    ("Topic", 0, "openalex", "T5000000001"),
    ("Topic", 0, "slug:topic", "small-topic-renamed"),
    ("Institution", 0, "ror", "03yrm5c26"),
    ("Institution", 0, "slug:institution", "small-institution-renamed"),
    ("Source", 0, "issn", "1234-5679"),
    ("Source", 0, "slug:source", "small-source-renamed"),
]


# The newest first.
RUNS = [
    {
        "id": "run-small",
        "format": "acl",
        "files": ["/home/somebody/acl/2019.xml", "/home/somebody/acl/2020.xml", "pairs.txt"],
        "startedAt": "2038-01-02T00:00:00Z",
        "savedAt": "2038-01-02T00:01:00Z",
        "state": "RUNNING",
        "read": 9,
        "written": 4,
        "unchanged": 3,
        "merged": 1,
        "quarantined": 1,
        "problems": [],
    },
    {
        "id": "run-a",
        "format": "aan",
        "files": ["pairs.txt"],
        "startedAt": "2038-01-01T00:00:00Z",
        "savedAt": "2038-01-01T00:02:00Z",
        "endedAt": "2038-01-01T00:02:00Z",
        "state": "COMPLETED",
        "read": 5,
        "written": 5,
        "unchanged": 0,
        "merged": 0,
        "quarantined": 0,
        "problems": [],
    },
    {
        "id": "run-b",
        "format": "acl",
        "files": ["missing.xml"],
        "startedAt": "2038-01-01T00:00:00Z",
        "savedAt": "2038-01-01T00:00:01Z",
        "endedAt": "2038-01-01T00:00:01Z",
        "state": "FAILED",
        "read": 1,
        "written": 0,
        "unchanged": 0,
        "merged": 0,
        "quarantined": 1,
        "problems": ["missing.xml: it is not there"],
    },
]


def write(driver: Driver, database: str, g: SmallGraph) -> None:
    kinds = {
        "Researcher": g.researchers,
        "Work": g.works,
        "Topic": g.topics,
        "Institution": g.institutions,
        "Source": g.sources,
    }
    with driver.session(database=database) as session:
        for label, rows in kinds.items():
            session.run(f"UNWIND $rows AS row CREATE (n:{label}:SmallGraph) SET n = row", rows=rows).consume()
        for start, type_, end, edge_rows in edges(g):
            session.run(
                f"UNWIND $rows AS row MATCH (a:{start} {{id: row[0]}}), (b:{end} {{id: row[1]}}) "
                f"CREATE (a)-[e:{type_}]->(b) SET e = row[2]",
                rows=[[kinds[start][a]["id"], kinds[end][b]["id"], properties] for a, b, properties in edge_rows],
            ).consume()
        session.run(
            "UNWIND $rows AS row MATCH (n:SmallGraph {id: row[0]}) "
            "CREATE (:Identifier:SmallGraph {scheme: row[1], value: row[2]})-[:IDENTIFIES]->(n)",
            rows=[[kinds[kind][n]["id"], scheme, value] for kind, n, scheme, value in IDENTIFIERS],
        ).consume()
        session.run(
            "CREATE (:Identifier:SmallGraph {scheme: 'doi', value: '10.5555/small.citing'})-[:REFERS_TO]->"
            "(:Identifier:SmallGraph {scheme: 'doi', value: '10.5555/small.cited'})"
        ).consume()
        session.run("UNWIND $rows AS row CREATE (n:ImportRun:SmallGraph) SET n = row", rows=RUNS).consume()
        session.run(
            "MATCH (n:Work:SmallGraph) CREATE (:Record:SmallGraph {id: 'record of ' + n.id, source: 'small', "
            "key: n.id, run: 'run-small', importedAt: '2026-01-01T00:00:00Z'})-[:DESCRIBES]->(n)"
        ).consume()
