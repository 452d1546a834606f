"""A small graph in the documented model, written with plain Cypher, beside whatever else is in the store."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import strawberry
from neo4j import Driver

from graphdb.accounts.records import SignInMethod
from graphdb.accounts.secret import new_secret
from graphdb.accounts.sign_in import Arrival, sign_in_by_link, sign_ins_of
from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.fulltext.folding import fold
from graphdb.graph import Graph, cypher_calls
from graphdb.ids import node_id
from graphdb.text import name_key, slug_base
from resolvers.allowance import Allowance
from resolvers.attempts import Attempts
from resolvers.context import Caller, RequestContext, Services, SessionCookie, Viewer
from resolvers.evidence_links import EvidenceLinks
from resolvers.mail import Letter
from resolvers.sign_in_links import SignInLinks
from schema.build import build_schema

Row = dict[str, Any]
IMPORTED = "2026-01-0{}T00:00:00Z"
# U+FF5E sorts before U+1F9EC by code point, and after its surrogates: UTF-16 order would swap the two.
TITLES = ["Alpha", "Beta", "Zürich", "～ tilde", "🧬 helix", "alpha", "深層学習"]


def id_of(kind: str, key: object) -> str:
    return node_id(kind, "small-graph", str(key))


@dataclass
class SmallGraph:
    """The truth that answers are compared with."""

    researchers: list[Row] = field(default_factory=list)
    works: list[Row] = field(default_factory=list)
    topics: list[Row] = field(default_factory=list)
    institutions: list[Row] = field(default_factory=list)
    sources: list[Row] = field(default_factory=list)
    authored: list[Row] = field(default_factory=list)
    """r, w: indexes; position, institutions: indexes."""
    cites: list[tuple[int, int]] = field(default_factory=list)
    about: list[Row] = field(default_factory=list)
    published: list[tuple[int, int]] = field(default_factory=list)
    collaborations: list[Row] = field(default_factory=list)
    affiliations: list[Row] = field(default_factory=list)

    def works_of(self, r: int) -> set[int]:
        return {row["w"] for row in self.authored if row["r"] == r}

    def authors_of(self, w: int) -> set[int]:
        return {row["r"] for row in self.authored if row["w"] == w}

    def topics_of(self, w: int) -> set[int]:
        return {row["t"] for row in self.about if row["w"] == w}

    def works_at(self, i: int) -> set[int]:
        return {row["w"] for row in self.authored if i in row["institutions"]}

    def works_about(self, t: int) -> set[int]:
        return {row["w"] for row in self.about if row["t"] == t}

    def works_in(self, s: int) -> set[int]:
        return {w for w, source in self.published if source == s}


def make() -> SmallGraph:
    g = SmallGraph()
    for i in range(9):
        name = ["Ada", "Bob", "～ Tilde", "🧬 Helix", "Ada", "Eve", "深層", "ada", "Zoë"][i]
        g.researchers.append(
            {
                "id": id_of("Researcher", i),
                "slug": f"small-person-{i}",
                "slugBase": slug_base(name),
                "name": name,
                "nameKey": name_key(name),
                # The second name is one that English texts are full of.
                "nameVariants": [f"{name} P."] + (["Will Or"] if i == 1 else []),
                "searchNames": fold(f"{name} and {name} P." + (" and Will Or" if i == 1 else "")),
            }
        )
    for i in range(24):
        year = None if i % 8 == 7 else 2015 + i % 5
        title = TITLES[i % len(TITLES)]
        g.works.append(
            {
                "id": id_of("Work", i),
                "slug": f"small-work-{i}",
                "title": f"<i>{title}</i>",
                "plainTitle": title,
                "slugBase": slug_base(title),
                "type": "preprint" if i % 2 else "article",
                "year": year,
                "sortYear": year or 0,
                "importedAt": IMPORTED.format(1 + i % 3),
                "abstract": f"Abstract {i} on {['parsing', 'translation'][i % 2]}" if i % 5 != 4 else None,
                "firstPublishedAt": "2019-03-04",
                "latestVersionAt": "2020-03-04",
                "language": "en",
                "isOpenAccess": [True, False, None][i % 3],
                "retracted": i == 3,
                "url": f"https://example.org/{i}",
                "pdfUrl": f"https://example.org/{i}.pdf",
                "externalCitationCount": 100 + i,
            }
        )
    for i in range(6):
        g.topics.append(
            {
                "id": id_of("Topic", i),
                "slug": f"small-topic-{i}",
                "slugBase": slug_base(["Vision", "～", "🧬", "Vision", "Äther", "a"][i]),
                "name": ["Vision", "～", "🧬", "Vision", "Äther", "a"][i],
                "scheme": "openalex",
                "code": f"T{i}",
                "level": i % 3,
                "description": f"About {i}",
            }
        )
        g.institutions.append(
            {
                "id": id_of("Institution", i),
                "slug": f"small-institution-{i}",
                "slugBase": f"institute-{i % 3}",
                "name": f"Institute {i % 3}",
                "ror": f"0aaaaaa{i:02d}",
                "country": ["CH", "DE", "FR"][i % 3],
                "city": "Basel",
                "latitude": 47.5,
                "longitude": 7.6,
                "type": "education",
                "homepage": "https://example.org/",
                "domains": ["example.org"],
            }
        )
    for i in range(4):
        kind = "archive" if i == 0 else "journal"
        g.sources.append(
            {
                "id": id_of("Source", i),
                "slug": f"small-source-{i}",
                "slugBase": ["preprints", "annals", "annals", "letters"][i],
                "name": ["Preprints", "Annals", "Annals", "Letters"][i],
                "kind": kind,
                "issn": ["1234-5679"],
                "url": "https://example.org/annals",
            }
        )
    _edges(g)
    _derive(g)
    return g


def _edges(g: SmallGraph) -> None:
    for w in range(24):
        # Researcher 0 is on every second work, so that her list has several pages.
        authors = [r for r in range(9) if (r == 0 and w % 2 == 0) or (r and (w + r) % 7 == 0) or r == 1 + w % 8]
        for position, r in enumerate(authors, start=1):
            institutions = [r % 4, 4] if r % 3 == 0 and w % 4 else [r % 4] if w % 3 else []
            g.authored.append({"r": r, "w": w, "position": position, "institutions": institutions})
        for t in {w % 6, (w * 5 + 1) % 6, 0}:
            g.about.append({"w": w, "t": t, "score": round(0.3 + 0.1 * t, 2), "primary": t == w % 6})
        g.published += [(w, s) for s in {0, 1 + w % 3}]
        g.cites += [(w, c) for c in range(w) if (w + c) % 3 == 0]


def _derive(g: SmallGraph) -> None:
    """Counters and derived edges as the writer keeps them."""
    for w, work in enumerate(g.works):
        work |= {
            "authorsCount": len(g.authors_of(w)),
            "authorNames": " and ".join(g.researchers[r]["name"] for r in sorted(g.authors_of(w))),
            "venueName": " and ".join(sorted(g.sources[s]["name"] for work, s in g.published if work == w)),
            "referencesCount": sum(citing == w for citing, _ in g.cites),
            "citationCount": sum(cited == w for _, cited in g.cites),
            "followersCount": 0,
        }
    for a in range(9):
        for b in range(9):
            # Stored once, from the smaller id to the larger.
            shared = g.works_of(a) & g.works_of(b)
            if shared and g.researchers[a]["id"] < g.researchers[b]["id"]:
                years = [g.works[w]["year"] for w in shared if g.works[w]["year"]]
                weight = round(sum(1 / (len(g.authors_of(w)) - 1) for w in shared), 9)
                first, last = (min(years), max(years)) if years else (None, None)
                g.collaborations.append(
                    {"a": a, "b": b, "works": len(shared), "weight": weight, "firstYear": first, "lastYear": last}
                )
    for r in range(9):
        for i in sorted({i for row in g.authored if row["r"] == r for i in row["institutions"]}):
            works = [row["w"] for row in g.authored if row["r"] == r and i in row["institutions"]]
            years = [g.works[w]["year"] for w in works if g.works[w]["year"]]
            since, until = (min(years), max(years)) if years else (None, None)
            g.affiliations.append({"r": r, "i": i, "works": len(works), "since": since, "until": until})
    for r, person in enumerate(g.researchers):
        own = [c for c in g.collaborations if r in (c["a"], c["b"])]
        citations = sorted((g.works[w]["citationCount"] for w in g.works_of(r)), reverse=True)
        institutions = sum(row["r"] == r for row in g.affiliations)
        person |= {
            "worksCount": len(citations),
            "citationCount": sum(citations),
            "hIndex": sum(count >= rank for rank, count in enumerate(citations, start=1)),
            "topicsCount": len({t for w in g.works_of(r) for t in g.topics_of(w)}),
            "sourcesCount": len({s for w, s in g.published if w in g.works_of(r)}),
            "institutionsCount": institutions,
            "affiliationState": "IMPORTED" if institutions else "NOT_IMPORTED",
            "collaboratorsCount": len(own),
            "closeCollaboratorsCount": sum(c["weight"] >= 0.5 for c in own),
            "followersCount": 0,
            "identityRule": "CURATED",
            "identityConfidence": 1.0,
            "trustScore": 10 + r,
        }
    g.researchers[0] |= {"orcid": "0000-0002-1825-0097", "bio": "She computes.", "role": "Researcher"}
    for rows, works_of in ((g.topics, g.works_about), (g.sources, g.works_in), (g.institutions, g.works_at)):
        for n, row in enumerate(rows):
            listed = works_of(n)
            people = {r for w in listed for r in g.authors_of(w)}
            if rows is g.institutions:
                people = {a["r"] for a in g.affiliations if a["i"] == n}
            row |= {
                "worksCount": len(listed),
                "researchersCount": len(people),
                "citationCount": sum(g.works[w]["citationCount"] for w in listed),
                "followersCount": 0,
            }
    for row in (*g.works, *g.researchers, *g.topics, *g.institutions, *g.sources):
        count = row["citationCount"] + row.get("worksCount", 0)
        row["standing"] = " ".join(f"s{step}" for step in range(2, 15) if count >= 10 ** (step / 2)) or None


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


@pytest.fixture(scope="session")
def small_graph(endpoint: Endpoint) -> Iterator[SmallGraph]:
    g = make()
    with open_driver(endpoint) as driver:
        write(driver, endpoint.database, g)
        yield g
        with driver.session(database=endpoint.database) as session:
            session.run("MATCH (n:SmallGraph) DETACH DELETE n").consume()


@pytest.fixture(scope="session")
def indexed_graph(small_graph: SmallGraph, endpoint: Endpoint) -> SmallGraph:
    """The small graph, once its text is in the full-text indexes, which are written in the background."""
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()
    return small_graph


CROWD = 10_050


@pytest.fixture
def crowd(endpoint: Endpoint) -> Iterator[None]:
    """More works with one word in their titles than are ranked, of which the last ten are cited."""
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        session.run(
            "UNWIND range(0, $size - 1) AS i "
            "CREATE (n:Work:Crowd {id: 'w_crowd' + i, plainTitle: 'On the quokka ' + i, sortYear: 0, "
            "  slugBase: 'on-the-quokka-' + i, "
            "  citationCount: CASE WHEN i < $size - 10 THEN 0 ELSE 10 * (i - $size + 11) END}) "
            "SET n.standing = CASE WHEN n.citationCount > 99 THEN 's2 s3 s4' WHEN n.citationCount > 9 THEN 's2' END",
            size=CROWD,
        ).consume()
        session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()
        yield
        session.run("MATCH (n:Crowd) DETACH DELETE n").consume()
        session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()


@pytest.fixture
async def graph(endpoint: Endpoint) -> AsyncIterator[Graph]:
    # A busy machine may take long to plan so many texts, which the tests are not about.
    async with Graph.open(endpoint, timeout=60) as graph:
        yield graph


@dataclass
class Answer:
    data: Any
    errors: list[Any]
    calls: list[str]
    """The texts of the Cypher calls."""

    @property
    def codes(self) -> list[Any]:
        return [error["extensions"]["code"] for error in self.errors]


Ask = Callable[..., Awaitable[Answer]]


@pytest.fixture(scope="session")
def schema() -> strawberry.Schema:
    return build_schema()


class Letters:
    """A post office that keeps what it is given."""

    def __init__(self) -> None:
        self.sent: list[Letter] = []

    def send(self, letter: Letter) -> None:
        self.sent.append(letter)

    async def deliver(self, letter: Letter) -> None:
        self.sent.append(letter)


@pytest.fixture
def letters() -> Letters:
    return Letters()


@pytest.fixture
def services(letters: Letters, endpoint: Endpoint) -> Services:
    def key() -> bytes:
        return b"a key of the tests"

    return Services(SignInLinks(key), letters, Attempts(), EvidenceLinks(key), endpoint)


AskAs = Callable[[Viewer | None], Ask]


@pytest.fixture
def ask_as(graph: Graph, schema: strawberry.Schema, services: Services) -> AskAs:
    """Execute an operation as one request of somebody would."""

    def of(viewer: Viewer | None) -> Ask:
        async def execute(query: str, /, **variables: Any) -> Answer:
            calls: list[str] = []
            token = cypher_calls.set(calls)
            try:
                context = RequestContext(
                    graph,
                    "https://site.example",
                    Allowance(1_000),
                    viewer,
                    Caller("192.0.2.1", user_agent="Test/1.0", cookie=SessionCookie()),
                    "https://site.example",
                    services,
                )
                result = await schema.execute(query, variables, context)
            finally:
                cypher_calls.reset(token)
            return Answer(result.data, [error.formatted for error in result.errors or []], calls)

        return execute

    return of


@pytest.fixture
def ask(ask_as: AskAs) -> Ask:
    """Execute an operation as one request of somebody who is not signed in would."""
    return ask_as(None)


@pytest.fixture
async def new_viewer(graph: Graph, services: Services) -> AsyncIterator[Callable[[str], Awaitable[Viewer]]]:
    """Signs somebody in without a browser."""

    async def sign_in(email: str) -> Viewer:
        link = services.links.read(services.links.token(email, await sign_ins_of(graph, email)))
        arrival = Arrival(new_secret(), SignInMethod.EMAIL, "Test/1.0")
        account, session = await graph.change(lambda change: sign_in_by_link(change, link, arrival))
        return Viewer(account, session)

    yield sign_in
    await graph.write("MATCH (n) WHERE n:Account OR n:Session OR n:AccessToken OR n:UsedLink DETACH DELETE n")


@pytest.fixture
def last_event(graph: Graph, schema: strawberry.Schema) -> Ask:
    """Follow a subscription to its end."""

    async def follow(query: str, /, **variables: Any) -> Answer:
        calls: list[str] = []
        token = cypher_calls.set(calls)
        try:
            results = [r async for r in await schema.subscribe(query, variables, RequestContext(graph))]
        finally:
            cypher_calls.reset(token)
        last = results[-1]
        return Answer(last.data, [error.formatted for error in last.errors or []], calls)

    return follow


RESTORE = """
UNWIND $rows AS row
MATCH (r:Researcher {id: row.id})
SET r.trustScore = row.trustScore, r.followersCount = row.followersCount, r.verificationLevel = null,
  r.claimState = null, r.claimed = null, r.orcidProven = null, r.emailProven = null, r.affiliationValidated = null,
  r.vouches = null
"""


@pytest.fixture
async def claimed_graph(graph: Graph, indexed_graph: SmallGraph) -> AsyncIterator[SmallGraph]:
    """The small graph for a test that claims its records, which nobody claims before and after."""
    yield indexed_graph
    await graph.write("MATCH (n) WHERE n:Claim OR n:Evidence OR n:TrustChange DETACH DELETE n")
    await graph.write(RESTORE, rows=indexed_graph.researchers)
