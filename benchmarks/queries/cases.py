"""What is measured: each question in our GraphQL, in the peer's, and as Cypher by hand.

The answers must be equal when `plain` has taken off what the languages wrap them in; lists come in our order in all
three.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, LiteralString

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Case:
    """One question."""

    name: str
    ours: str
    peer: str | None = None
    """None: the peer's language cannot say it."""
    floor: LiteralString | None = None
    """None: the floor is what we send to Neo4j ourselves, without GraphQL around it."""
    variables: str = "ordinary"
    """Whose ids it is asked with, see `__main__.subjects`."""
    compared: bool = True
    """The floor's answer has the same parts; of the profile it has less, since much of it is computed."""


_WRAPPERS = ({"nodes"}, {"edges"}, {"node"}, {"researcher"})
_UNORDERED = {"topics"}
"""Lists that are whole, whose order the peer has no words for."""


def plain(value: Any, name: str = "") -> Any:
    """Return an answer without connections, edges and roles."""
    if isinstance(value, dict):
        if set(value) in _WRAPPERS:
            return plain(next(iter(value.values())), name)
        return {key: plain(part, key) for key, part in value.items()}
    if isinstance(value, list):
        items = [plain(part) for part in value]
        return sorted(items, key=lambda item: item["id"]) if name in _UNORDERED else items
    return value


def plain_data(data: Any) -> Any:
    """Return the `data` of an answer to a query with one root field, or of the floor."""
    if isinstance(data, dict):
        [data] = data.values()
    found = plain(data)
    return found[0] if isinstance(found, list) and len(found) == 1 else found


_PEER_RECENT = "sort: [{sortYear: DESC}, {title: ASC}, {id: ASC}]"
_PEER_CITED = "sort: [{citationCount: DESC}, {title: ASC}, {id: ASC}]"
_PEER_LARGE = "sort: [{worksCount: DESC}, {name: ASC}, {id: ASC}]"
_CITED = "orderBy: {field: CITATIONS, direction: DESC}"
_BY_RECENT = "ORDER BY n.sortYear DESC, n.plainTitle, n.id"
_BY_CITED = "ORDER BY n.citationCount DESC, n.plainTitle, n.id"


def _authors_of_peer(first: int, selected: str) -> str:
    by = "sort: [{edge: {position: ASC}}, {node: {id: ASC}}]"
    return f"authors: authorsConnection(first: {first}, {by}) {{ edges {{ node {{ {selected} }} }} }}"


def _authors(first: int, selected: str) -> str:
    return f"authors: authorships(first: {first}) {{ nodes {{ researcher {{ {selected} }} }} }}"


_POINT = Case(
    "Q1 point",
    "query($id: ID!) { researcher(by: {id: $id}) { id name hIndex } }",
    "query($id: ID!) { researchers(where: {id: {eq: $id}}) { id name hIndex } }",
    "MATCH (r:Researcher {id: $id}) RETURN r{.id, .name, .hIndex}",
)


def _profile(name: str, variables: str) -> Case:
    return Case(
        name,
        """query($id: ID!) { researcher(by: {id: $id}) { id name
             institutions(first: 10) { nodes { id name country } }
             works(first: 20) { nodes { id title year citationCount topics { nodes { id name } } } } } }""",
        f"""query($id: ID!) {{ researchers(where: {{id: {{eq: $id}}}}) {{ id name
             institutions(limit: 10, {_PEER_LARGE}) {{ id name country }}
             works(limit: 20, {_PEER_RECENT}) {{ id title year citationCount topics {{ id name }} }} }} }}""",
        f"""MATCH (r:Researcher {{id: $id}})
        CALL (r) {{ MATCH (r)-[:AFFILIATED_WITH]->(n) WITH n ORDER BY n.worksCount DESC, n.name, n.id LIMIT 10
          RETURN collect(n{{.id, .name, .country}}) AS institutions }}
        CALL (r) {{ MATCH (r)-[:AUTHORED]->(n) WITH n {_BY_RECENT} LIMIT 20
          RETURN collect(n{{.id, title: n.plainTitle, .year, .citationCount,
            topics: [(n)-[:ABOUT]->(t) | t{{.id, .name}}]}}) AS works }}
        RETURN r{{.id, .name, institutions: institutions, works: works}}""",
        variables,
    )


def _neighbourhood(name: str, variables: str) -> Case:
    return Case(
        name,
        f"""query($id: ID!) {{ researcher(by: {{id: $id}}) {{ id name
             institutions(first: 10) {{ nodes {{ id name country }} }}
             works(first: 25, {_CITED}) {{ nodes {{ id title year topics(first: 5) {{ nodes {{ id name }} }}
               {_authors(10, "id name institutions(first: 2) { nodes { id name } }")} }} }} }} }}""",
        f"""query($id: ID!) {{ researchers(where: {{id: {{eq: $id}}}}) {{ id name
             institutions(limit: 10, {_PEER_LARGE}) {{ id name country }}
             works(limit: 25, {_PEER_CITED}) {{ id title year topics(limit: 5) {{ id name }}
               {_authors_of_peer(10, f"id name institutions(limit: 2, {_PEER_LARGE}) {{ id name }}")} }} }} }}""",
        f"""MATCH (r:Researcher {{id: $id}})
        CALL (r) {{ MATCH (r)-[:AFFILIATED_WITH]->(n) WITH n ORDER BY n.worksCount DESC, n.name, n.id LIMIT 10
          RETURN collect(n{{.id, .name, .country}}) AS institutions }}
        CALL (r) {{ MATCH (r)-[:AUTHORED]->(n) WITH n {_BY_CITED} LIMIT 25
          CALL (n) {{ MATCH (n)-[:ABOUT]->(t) WITH t LIMIT 5 RETURN collect(t{{.id, .name}}) AS topics }}
          CALL (n) {{ MATCH (n)<-[e:AUTHORED]-(a) WITH a ORDER BY e.position, a.id LIMIT 10
            CALL (a) {{ MATCH (a)-[:AFFILIATED_WITH]->(i) WITH i ORDER BY i.worksCount DESC, i.name, i.id LIMIT 2
              RETURN collect(i{{.id, .name}}) AS institutions }}
            RETURN collect(a{{.id, .name, institutions: institutions}}) AS authors }}
          RETURN collect(n{{.id, title: n.plainTitle, .year, topics: topics, authors: authors}}) AS works }}
        RETURN r{{.id, .name, institutions: institutions, works: works}}""",
        variables,
    )


_FOUR_LEVELS = Case(
    "Q4 four levels",
    f"""query($id: ID!) {{ researcher(by: {{id: $id}}) {{ id works(first: 10) {{ nodes {{ id title
         references(first: 10) {{ nodes {{ id title
           {_authors(5, "id name works(first: 5) { nodes { id title } }")} }} }} }} }} }} }}""",
    f"""query($id: ID!) {{ researchers(where: {{id: {{eq: $id}}}}) {{ id works(limit: 10, {_PEER_RECENT}) {{ id title
         references(limit: 10, {_PEER_RECENT}) {{ id title
           {_authors_of_peer(5, f"id name works(limit: 5, {_PEER_RECENT}) {{ id title }}")} }} }} }} }}""",
    f"""MATCH (r:Researcher {{id: $id}})
    CALL (r) {{ MATCH (r)-[:AUTHORED]->(n) WITH n {_BY_RECENT} LIMIT 10
      CALL (n) {{ MATCH (n)-[:CITES]->(c) WITH c ORDER BY c.sortYear DESC, c.plainTitle, c.id LIMIT 10
        CALL (c) {{ MATCH (c)<-[e:AUTHORED]-(a) WITH a ORDER BY e.position, a.id LIMIT 5
          CALL (a) {{ MATCH (a)-[:AUTHORED]->(x) WITH x ORDER BY x.sortYear DESC, x.plainTitle, x.id LIMIT 5
            RETURN collect(x{{.id, title: x.plainTitle}}) AS works }}
          RETURN collect(a{{.id, .name, works: works}}) AS authors }}
        RETURN collect(c{{.id, title: c.plainTitle, authors: authors}}) AS cited }}
      RETURN collect(n{{.id, title: n.plainTitle, references: cited}}) AS works }}
    RETURN r{{.id, works: works}}""",
)

_THOUSAND = Case(
    "Q5 1,000 works with topics",
    f"""{{ works(first: 1000, {_CITED}) {{ nodes {{ id title year citationCount
         topics {{ nodes {{ id name }} }} }} }} }}""",
    f"{{ works(limit: 1000, {_PEER_CITED}) {{ id title year citationCount topics {{ id name }} }} }}",
    """CALL () { MATCH (n:Work) WHERE n.citationCount >= 0 RETURN n ORDER BY n.citationCount DESC LIMIT 2000 }
    WITH n ORDER BY n.citationCount DESC, n.plainTitle, n.id LIMIT 1000
    RETURN n{.id, title: n.plainTitle, .year, .citationCount, topics: [(n)-[:ABOUT]->(t) | t{.id, .name}]}""",
)

_HUNDRED = Case(
    "list of 100, three levels",
    f"""{{ works(first: 100, {_CITED}) {{ nodes {{ id title year topics {{ nodes {{ id name }} }}
         {_authors(5, "id name institutions(first: 2) { nodes { id name } }")} }} }} }}""",
    f"""{{ works(limit: 100, {_PEER_CITED}) {{ id title year topics {{ id name }}
         {_authors_of_peer(5, f"id name institutions(limit: 2, {_PEER_LARGE}) {{ id name }}")} }} }}""",
    """CALL () { MATCH (n:Work) WHERE n.citationCount >= 0 RETURN n ORDER BY n.citationCount DESC LIMIT 1000 }
    WITH n ORDER BY n.citationCount DESC, n.plainTitle, n.id LIMIT 100
    CALL (n) { MATCH (n)<-[e:AUTHORED]-(a) WITH a ORDER BY e.position, a.id LIMIT 5
      CALL (a) { MATCH (a)-[:AFFILIATED_WITH]->(i) WITH i ORDER BY i.worksCount DESC, i.name, i.id LIMIT 2
        RETURN collect(i{.id, .name}) AS institutions }
      RETURN collect(a{.id, .name, institutions: institutions}) AS authors }
    RETURN n{.id, title: n.plainTitle, .year, topics: [(n)-[:ABOUT]->(t) | t{.id, .name}], authors: authors}""",
)

_HUB = Case(
    "Q6 hub's top 50",
    f"""query($id: ID!) {{ topic(by: {{id: $id}}) {{ id name works(first: 50, {_CITED}) {{ nodes {{ id title year
         {_authors(5, "id name")} }} }} }} }}""",
    f"""query($id: ID!) {{ topics(where: {{id: {{eq: $id}}}}) {{ id name
         works(limit: 50, {_PEER_CITED}) {{ id title year
         {_authors_of_peer(5, "id name")} }} }} }}""",
    f"""MATCH (t:Topic {{id: $id}})
    CALL (t) {{ MATCH (t)<-[:ABOUT]-(n) WITH n {_BY_CITED} LIMIT 50
      CALL (n) {{ MATCH (n)<-[e:AUTHORED]-(a) WITH a ORDER BY e.position, a.id LIMIT 5
        RETURN collect(a{{.id, .name}}) AS authors }}
      RETURN collect(n{{.id, title: n.plainTitle, .year, authors: authors}}) AS works }}
    RETURN t{{.id, .name, works: works}}""",
    "hub topic",
)

_COUNT = Case(
    "Q7 hub's count",
    "query($id: ID!) { topic(by: {id: $id}) { name works { totalCount } } }",
    "query($id: ID!) { topics(where: {id: {eq: $id}}) { name works: worksConnection { totalCount } } }",
    "MATCH (t:Topic {id: $id}) RETURN t{.name, works: {totalCount: COUNT { (t)<-[:ABOUT]-() }}}",
    "hub topic",
)

_PROFILE_PAGE = Case(
    "profile page",
    (ROOT / "docs" / "queries" / "profile.graphql").read_text(encoding="utf-8"),
    None,
    f"""MATCH (r:Researcher {{slug: $slug}})
    CALL (r) {{ MATCH (r)<-[:IDENTIFIES]-(i:Identifier) RETURN collect(i{{.scheme, .value}}) AS identifiers }}
    CALL (r) {{ MATCH (r)-[e:AFFILIATED_WITH]->(i) WITH i, e
      ORDER BY coalesce(e.until, e.since, 0) DESC, coalesce(e.since, 0) DESC, e.works DESC, i.name, i.id LIMIT 1
      RETURN collect(i{{.id, .slug, .name, since: e.since, source: e.source}}) AS affiliation }}
    CALL (r) {{ MATCH (r)-[:AUTHORED]->()-[:ABOUT]->(t) WITH DISTINCT t ORDER BY t.worksCount DESC, t.name, t.id
      LIMIT 10 RETURN collect(t{{.id, .slug, .name}}) AS topics }}
    CALL (r) {{ MATCH (r)-[e:COLLABORATED_WITH]-(n) WITH n, e ORDER BY e.weight DESC, n.name, n.id LIMIT 10
      RETURN collect(n{{.id, .slug, .name, works: e.works, weight: e.weight}}) AS collaborators }}
    CALL (r) {{ MATCH (r)-[:AUTHORED]->(n) WITH n {_BY_RECENT} LIMIT 20
      RETURN collect(n{{.id, .slug, title: n.plainTitle, .type, .year, .abstract,
        source: head([(n)-[:PUBLISHED_IN]->(s) | s.name])}}) AS works }}
    RETURN r{{.id, .slug, .name, .nameVariants, .role, .orcid, .bio, .hIndex, .citationCount, .worksCount, .topicsCount,
      .sourcesCount, .closeCollaboratorsCount, .collaboratorsCount, identifiers: identifiers, affiliation: affiliation,
      topics: topics, collaborators: collaborators, works: works, worksCount: COUNT {{ (r)-[:AUTHORED]->() }}}}""",
    compared=False,
)


def _slice(name: str, depth: int, variables: str) -> Case:
    return Case(
        name,
        f"""query($id: ID!) {{ researchGraph(seeds: [$id], depth: {depth}) {{ id counts {{ kind nodes }}
             nodes {{ id kind label subtitle depth weight degree }} edges {{ id source target kind weight }}
             truncated {{ node edge direction shown total }} }} }}""",
        variables=variables,
    )


CASES = (
    Case("Q0 typename", "{ __typename }", "{ __typename }", "RETURN 1", compared=False),
    _POINT,
    _profile("Q2 profile", "ordinary"),
    _profile("Q2 profile of a hub", "hub person"),
    _neighbourhood("Q3 neighbourhood", "ordinary"),
    _neighbourhood("Q3 neighbourhood of a hub", "hub person"),
    _FOUR_LEVELS,
    _THOUSAND,
    _HUB,
    _COUNT,
    _HUNDRED,
    _PROFILE_PAGE,
    *(_slice(f"slice of depth {depth}", depth, "ordinary") for depth in (1, 2, 3)),
    *(_slice(f"slice of depth {depth}, hub", depth, "hub topic") for depth in (1, 2, 3)),
    Case(
        "search",
        "query($text: String!) { search(query: $text) { totalCount edges { score node { id __typename } } } }",
    ),
    Case("suggest", "query($prefix: String!) { suggest(prefix: $prefix) { id kind label subtitle } }"),
    Case(
        "paths between",
        "query($id: ID!, $far: ID!) { pathsBetween(from: $id, to: $far) { length nodes { id } edges { id } } }",
    ),
)
