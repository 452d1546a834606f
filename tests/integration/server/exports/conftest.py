"""The product's application, and works that are hard to write down beside whatever else is in the store."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.ids import node_id
from schema.build import build_schema
from server.app import create_app
from server.log_setup import configure_logging
from server.settings import ServerSettings

TITLES = [
    "Plain",
    r"Costs of 100% & $5 #1 under_score {braces} ~tilde^ \alpha <b> | pipe",
    "Ångström's naïve Łódź: Straße, Đặng & Škoda",
    "深層学習による自然言語処理",
    'He said "no", she said “yes”; it’s ‘fine’',
    "=1+1 and @mentions",
    "'Tis quoted",
    "  padded, with; separators\tand a tab",
    "🧬 and 𝒳 beyond the plane",
    "A DNA–RNA study of BERT -- and --dashes",
]


def id_of(kind: str, key: object) -> str:
    return node_id(kind, "exports", str(key))


@dataclass(frozen=True)
class Library:
    """What is in the store, as it was written."""

    works: list[dict[str, Any]]
    topic: str
    """Id of the topic of all works."""
    authors: dict[str, list[str]]
    """Names as printed, by the work's id."""

    @property
    def in_order(self) -> list[dict[str, Any]]:
        """The works as exports order them."""
        return sorted(self.works, key=lambda work: (-work["sortYear"], work["plainTitle"], work["id"]))


def make() -> Library:
    works: list[dict[str, Any]] = []
    authors: dict[str, list[str]] = {}
    for i in range(30):
        # Years repeat, so that titles and ids decide; some works have no year.
        year = None if i % 5 == 4 else 2000 + i % 3
        title = TITLES[i % len(TITLES)]
        works.append(
            {
                "id": id_of("Work", i),
                "slug": f"export-{i}",
                "title": title,
                "plainTitle": title,
                "year": year,
                "sortYear": year or 0,
                "citationCount": 0,
                "type": ["article", "conference", "preprint"][i % 3],
                "abstract": f"About {title}\n\nIn two paragraphs." if i % 2 else None,
                "firstPublishedAt": f"{year}-03-04" if year else None,
                "volume": "7" if i % 3 == 0 else None,
                "pages": "12-34" if i % 3 == 0 else None,
                "language": "en" if i % 2 else None,
                "isOpenAccess": [True, False, None][i % 3],
                "url": f"https://example.org/{i}",
            }
        )
        names = ["Åsa Lindström", "Wei 王", "Ludwig van Beethoven", "The ATLAS Collaboration"][: i % 5]
        authors[works[-1]["id"]] = names
        works[-1]["authorsCount"] = len(names)
    return Library(works, id_of("Topic", 0), authors)


WRITE = """
CREATE (t:Topic:ExportTest {id: $topic, slug: 'exported-topic', name: 'Tests, & exports', scheme: 'keyword',
  worksCount: 30})
CREATE (j:Source:ExportTest {id: $journal, slug: 'exported-journal', name: 'Annals of {Tests} & Co', kind: 'journal',
  issn: ['1234-5679'], worksCount: 10})
CREATE (o:Institution:ExportTest {id: $institution, slug: 'exported-institution', name: 'Institut für Tests',
  country: 'CH', ror: '03yrm5c26', worksCount: 30})
WITH t, j, o
UNWIND range(0, size($works) - 1) AS i
CREATE (n:Work:ExportTest) SET n = $works[i]
CREATE (n)-[:ABOUT {score: 0.5, primary: true}]->(t)
FOREACH (_ IN CASE WHEN i % 3 = 0 THEN [1] ELSE [] END | CREATE (n)-[:PUBLISHED_IN]->(j))
FOREACH (place IN range(1, size($authors[i])) |
  MERGE (r:Researcher:ExportTest {id: $people[place - 1]})
  ON CREATE SET r.slug = 'exported-' + place, r.name = $authors[i][place - 1], r.worksCount = 1
  CREATE (r)-[:AUTHORED {position: place, rawName: $authors[i][place - 1], institutionIds: [$institution]}]->(n))
"""

IDENTIFIERS = [
    (0, "doi", "10.5555/export_0"),
    (0, "arxiv", "2108.88888"),
    (0, "id", id_of("Work", "merged away")),
    (1, "id", id_of("Work", "merged too")),
]


@pytest.fixture(scope="session")
def library(endpoint: Endpoint) -> Iterator[Library]:
    made = make()
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        session.run(
            WRITE,
            topic=made.topic,
            journal=id_of("Source", 0),
            institution=id_of("Institution", 0),
            works=made.works,
            authors=[made.authors[work["id"]] for work in made.works],
            people=[id_of("Researcher", place) for place in range(4)],
        ).consume()
        session.run(
            "MATCH (r:Researcher:ExportTest {id: $id}) SET r.orcid = '0000-0002-1825-0097'", id=id_of("Researcher", 0)
        ).consume()
        session.run(
            "UNWIND $rows AS row MATCH (n:Work {id: row[0]}) "
            "CREATE (:Identifier:ExportTest {scheme: row[1], value: row[2]})-[:IDENTIFIES]->(n)",
            rows=[[made.works[i]["id"], scheme, value] for i, scheme, value in IDENTIFIERS],
        ).consume()
    yield made
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        session.run("MATCH (n:ExportTest) DETACH DELETE n").consume()


@pytest.fixture(scope="session")
def client(
    endpoint: Endpoint, library: Library, serve: Callable[[Starlette], AbstractContextManager[str]]
) -> Iterator[httpx.Client]:
    """A client of the product's schema, on the store that all tests share."""
    configure_logging("console", "info")
    settings = ServerSettings(export_page_timeout=60, request_timeout=60, public_url="http://localhost:8000")
    with (
        serve(create_app(settings, endpoint, build_schema(), Path("/nowhere"))) as url,
        httpx.Client(base_url=url, timeout=90) as client,
    ):
        yield client


@pytest.fixture
def ask(client: httpx.Client) -> Callable[..., Any]:
    """Asks by GraphQL and gives the data."""

    def data(query: str, **variables: Any) -> Any:
        answer = client.post("/graphql", json={"query": query, "variables": variables}).json()
        assert "errors" not in answer
        return answer["data"]

    return data
