"""Whether the stored counters and derived edges are what the rest of the graph says, and a digest of it."""

from collections.abc import Iterable
from hashlib import blake2b
from typing import LiteralString

import orjson
from neo4j import READ_ACCESS, Session

from graphdb.derived.collaborations import MAX_AUTHORS
from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.trust import CLOSE_COLLABORATION_WEIGHT
from graphdb.writer.institutions import INSTITUTIONS
from graphdb.writer.people import PEOPLE
from graphdb.writer.sources import SOURCES

SHOWN = 5
"""Examples that a problem names."""

SHARED = INSTITUTIONS.shared | PEOPLE.shared | SOURCES.shared
"""Schemes whose values several things may have."""

# Each finds the ids that break one rule. They count by expanding, on purpose otherwise than the writer does.
RULES: dict[str, LiteralString] = {
    "entities still wait for an import to finish (run it again)": """
MATCH (n)
WHERE n:Dirty OR n:Loaded OR n:Unresolved OR n:Renamed
RETURN coalesce(n.id, n.value)
""",
    "works whose referencesCount is wrong": """
MATCH (w:Work)
OPTIONAL MATCH (w)-[:CITES]->(c:Work)
WITH w, count(c) AS n
WHERE w.referencesCount <> n
RETURN w.id
""",
    "works whose citationCount is wrong": """
MATCH (w:Work)
OPTIONAL MATCH (w)<-[:CITES]-(c:Work)
WITH w, count(c) AS n
WHERE w.citationCount <> n
RETURN w.id
""",
    "works whose authors are not numbered from 1 to authorsCount": """
MATCH (w:Work)
OPTIONAL MATCH (w)<-[a:AUTHORED]-(:Researcher)
WITH w, collect(a.position) AS positions
WHERE size(positions) <> w.authorsCount OR any(p IN range(1, w.authorsCount) WHERE NOT p IN positions)
RETURN w.id
""",
    "researchers whose worksCount, citationCount or hIndex is wrong": """
MATCH (r:Researcher)
OPTIONAL MATCH (r)-[:AUTHORED]->(w:Work)
WITH r, count(w) AS works, sum(w.citationCount) AS citations, collect(w.citationCount) AS counts
WITH r, works, citations, size([h IN range(1, works) WHERE size([c IN counts WHERE c >= h]) >= h]) AS h
WHERE r.worksCount <> works OR r.citationCount <> citations OR r.hIndex <> h
RETURN r.id
""",
    "researchers whose collaborations are not what their shared works say": """
MATCH (r:Researcher)
OPTIONAL MATCH (r)-[:AUTHORED]->(w:Work)<-[:AUTHORED]-(c:Researcher)
WHERE c <> r AND w.authorsCount <= $maxAuthors
WITH r, c, count(DISTINCT w) AS works, sum(1.0 / (w.authorsCount - 1)) AS weight
OPTIONAL MATCH (r)-[e:COLLABORATED_WITH]-(c)
WITH r, count(c) AS others,
  sum(CASE
    WHEN c IS NULL THEN 0
    WHEN e.works = works AND abs(e.weight - weight) < 0.000001 THEN 0
    ELSE 1
  END) AS wrong,
  sum(CASE WHEN c IS NOT NULL AND weight >= $close - 0.0000001 THEN 1 ELSE 0 END) AS near
WHERE wrong > 0 OR others <> COUNT { (r)-[:COLLABORATED_WITH]-() }
  OR r.collaboratorsCount <> others OR r.closeCollaboratorsCount <> near
RETURN r.id
""",
    "topics whose worksCount is wrong": """
MATCH (t:Topic)
OPTIONAL MATCH (t)<-[:ABOUT]-(w:Work)
WITH t, count(w) AS n
WHERE t.worksCount <> n
RETURN t.id
""",
    "sources whose worksCount is wrong": """
MATCH (s:Source)
OPTIONAL MATCH (s)<-[:PUBLISHED_IN]-(w:Work)
WITH s, count(w) AS n
WHERE s.worksCount <> n
RETURN s.id
""",
    "researchers who are two authors of one work": """
MATCH (r:Researcher)-[a:AUTHORED]->(w:Work)
WITH r, w, count(a) AS n
WHERE n > 1
RETURN DISTINCT r.id
""",
    "researchers of whom nothing is known": """
MATCH (r:Researcher)
WHERE NOT EXISTS { (r)-[:AUTHORED]->(:Work) } AND NOT EXISTS { (r)<-[:DESCRIBES]-(:Record) }
  AND NOT EXISTS { (r)<-[:FOLLOWS]-() } AND NOT EXISTS { (r)<-[:KEEPS|SPLITS_OFF]-() }
  AND NOT EXISTS { (r)<-[:CLAIMS]-() }
RETURN r.id
""",
    "records whose owner is not who made the approved claim of them": """
MATCH (r:Researcher)
WHERE EXISTS { (r)<-[:OWNS]-() } OR r.claimed OR EXISTS { (r)<-[:CLAIMS]-(c:Claim) WHERE c.holds IS NOT NULL }
WITH r, COLLECT { MATCH (a)-[:OWNS]->(r) RETURN a.id } AS owners,
  COLLECT { MATCH (a)-[:MADE]->(c:Claim)-[:CLAIMS]->(r) WHERE c.holds IS NOT NULL RETURN a.id } AS holders
WHERE owners <> holders OR size(owners) <> 1 OR NOT coalesce(r.claimed, false)
RETURN r.id
""",
    "researchers whose institutions are not those of their authorships and records": """
MATCH (r:Researcher)
CALL (r) {
  MATCH (r)-[a:AUTHORED]->(:Work)
  UNWIND coalesce(a.institutionIds, []) AS id
  RETURN id
UNION
  MATCH (r)<-[:DESCRIBES]-(:Record)-[:AFFILIATES]->(:Mention)-[:DESCRIBES]->(i:Institution)
  RETURN i.id AS id
}
WITH r, collect(DISTINCT id) AS said
OPTIONAL MATCH (r)-[e:AFFILIATED_WITH]->(i:Institution)
WHERE e.source <> 'owner'
WITH r, said, collect(i.id) AS edges
WHERE size(said) <> size(edges) OR any(id IN said WHERE NOT id IN edges)
RETURN r.id
""",
    "decisions of moderators that wait for an import to finish (run it again)": """
MATCH (d:IdentityDecision {state: 'PENDING'})
WHERE d.waitsFor IS NULL
RETURN d.id
""",
    "decisions of moderators that are not what the graph shows": """
MATCH (d:IdentityDecision)
WITH d, COUNT { (d)-[:KEEPS]->(:Researcher) } AS kept, COUNT { (d)-[:MERGES]->(:FormerResearcher) } AS merged,
  COUNT { (d)-[:SPLITS_OFF]->(:Researcher|FormerResearcher) } AS split,
  COUNT { (d)-[:KEEPS|MERGES|SPLITS_OFF]->() } AS edges
WHERE CASE
  WHEN d.state <> 'APPLIED' THEN edges > 0
  WHEN d.kind = 'MERGE' THEN kept + COUNT { (d)-[:KEEPS]->(:FormerResearcher) } <> 1 OR merged <> 1 OR split <> 0
  ELSE split <> 1 OR merged <> 0
END
RETURN d.id
""",
    "researchers out of sight who still have works, records or a slug": """
MATCH (f:FormerResearcher)
WHERE f.slug IS NOT NULL OR EXISTS { (f)-[:AUTHORED]->() } OR EXISTS { (f)<-[:DESCRIBES]-() }
  OR NOT EXISTS { (:Identifier {scheme: 'id', value: f.id})-[:IDENTIFIES]->(:Researcher) }
RETURN f.id
""",
    "identifiers that name two things of one kind": """
MATCH (i:Identifier)-[:IDENTIFIES]->(n)
WHERE NOT i.scheme IN $shared AND i.scheme <> 'id' AND NOT i.scheme STARTS WITH 'slug:'
WITH i, labels(n) AS kind, count(n) AS n
WHERE n > 1
RETURN i.scheme + ' ' + i.value
""",
    "records and mentions that describe nothing, or two things": """
MATCH (said:Record|Mention)
WHERE COUNT { (said)-[:DESCRIBES]->() } <> 1
RETURN said.id
""",
    "institutions whose hierarchy is not what records say": """
MATCH (i:Institution)
CALL (i) {
  MATCH (i)<-[:DESCRIBES]-(:Record)-[:NAMES_PARENT]->(:Identifier)-[:IDENTIFIES]->(p:Institution)
  WHERE p <> i
  RETURN collect(DISTINCT p) AS parents
}
CALL (i) {
  MATCH (i)<-[:DESCRIBES]-(:Record)-[:NAMES_SUCCESSOR]->(:Identifier)-[:IDENTIFIES]->(s:Institution)
  WHERE s <> i
  RETURN collect(DISTINCT s) AS successors
}
WITH i, parents, successors
WHERE size(parents) <> COUNT { (i)-[:PART_OF]->() } OR size(successors) <> COUNT { (i)-[:SUCCEEDED_BY]->() }
  OR any(p IN parents WHERE NOT EXISTS { (i)-[:PART_OF]->(p) })
  OR any(s IN successors WHERE NOT EXISTS { (i)-[:SUCCEEDED_BY]->(s) })
RETURN i.id
""",
    "institutions whose researchersCount is wrong": """
MATCH (i:Institution)
OPTIONAL MATCH (i)<-[:AFFILIATED_WITH]-(r:Researcher)
WITH i, count(DISTINCT r) AS n
WHERE i.researchersCount <> n
RETURN i.id
""",
    "entities whose standing is not that of their counters": """
MATCH (n:Researcher|Work|Topic|Institution|Source)
WITH n, coalesce(n.citationCount, 0) + coalesce(n.worksCount, 0) AS count
WHERE size([step IN range(2, 14) WHERE count >= 10 ^ (step / 2.0)])
  <> CASE WHEN n.standing IS NULL THEN 0 ELSE size(split(n.standing, ' ')) END
RETURN n.id
""",
    "hubs whose front is not of the first of all": """
MATCH (n:Fronted)
WHERE NOT n:Dirty
CALL (n) {
  MATCH (n)<-[:CITES|ABOUT|PUBLISHED_IN]-(far)
  RETURN far, far.citationCount AS rank
UNION ALL
  MATCH (n)<-[e:AFFILIATED_WITH]-(far)
  RETURN far, coalesce(e.works, 0) AS rank
UNION ALL
  MATCH (n)-[e:COLLABORATED_WITH]-(far)
  RETURN far, e.weight AS rank
}
WITH n, far, max(rank) AS rank
OPTIONAL MATCH (n)-[e:FRONT]->(far)
WITH n, count(e) AS inside,
  sum(CASE
    WHEN e IS NULL AND rank > n.frontFloor THEN 1
    WHEN coalesce(e.weight, e.works) <> rank THEN 1
    ELSE 0
  END) AS wrong
WHERE wrong > 0 OR inside <> COUNT { (n)-[:FRONT]->() }
RETURN n.id
""",
    "researchers whose front of works is not of the first of all": """
MATCH (n:Researcher)
WHERE NOT n:Dirty AND (n.worksFloor IS NOT NULL OR EXISTS { (n)-[:FRONT_OF_WORKS]->() })
MATCH (n)-[:AUTHORED]->(w)
WITH n, w, EXISTS { (n)-[:FRONT_OF_WORKS]->(w) } AS isInside
WITH n, count(CASE WHEN w.citationCount > n.worksFloor AND NOT isInside THEN 1 END) AS above,
  count(CASE WHEN isInside THEN 1 END) AS inside
WHERE n.worksFloor IS NULL OR above > 0 OR inside <> COUNT { (n)-[:FRONT_OF_WORKS]->() }
RETURN n.id
""",
    "works that wait for a citation although both ends are there": """
MATCH (w:Work)<-[:IDENTIFIES]-(:Identifier)-[:REFERS_TO]->(i:Identifier)
MATCH (i)-[:IDENTIFIES]->(:Work)
RETURN DISTINCT w.id
""",
    "works that a notice retracts and that are not marked as retracted": """
MATCH (:Identifier)-[:RETRACTS]->(:Identifier)-[:IDENTIFIES]->(w:Work)
WHERE NOT w.retracted
RETURN DISTINCT w.id
""",
    "entities without a slug of their own": """
MATCH (n:Researcher|Work|Topic|Institution|Source)
WHERE n.slug IS NULL
RETURN n.id
""",
}


def check(endpoint: Endpoint) -> list[str]:
    """Return what is wrong with the counters and derived edges of the graph, a line each; empty if nothing is."""
    problems = []
    with (
        open_driver(endpoint) as driver,
        driver.session(database=endpoint.database, default_access_mode=READ_ACCESS) as session,
    ):
        for rule, cypher in RULES.items():
            ids = [
                str(id_)
                for (id_,) in session.run(
                    cypher, maxAuthors=MAX_AUTHORS, close=CLOSE_COLLABORATION_WEIGHT, shared=sorted(SHARED)
                ).values()
            ]
            if ids:
                problems.append(f"{len(ids)} {rule}: {', '.join(sorted(ids)[:SHOWN])}{', …' * (len(ids) > SHOWN)}")
    return problems


# What differs between runs that should give the same graph stays out: runs, times, names that were current once, and
# where fronts end, which depends on when they were made.
VOLATILE = frozenset({"run", "importedAt", "createdAt", "updatedAt", "frontFloor", "worksFloor"})
CONTENT: dict[str, LiteralString] = {
    "Researcher": "MATCH (n:Researcher) RETURN n.id, '', properties(n)",
    "Work": "MATCH (n:Work) RETURN n.id, '', properties(n)",
    "Topic": "MATCH (n:Topic) RETURN n.id, '', properties(n)",
    "Institution": "MATCH (n:Institution) RETURN n.id, '', properties(n)",
    "Source": "MATCH (n:Source) RETURN n.id, '', properties(n)",
    "Identifier": """
MATCH (i:Identifier)-[:IDENTIFIES]->(n)
WHERE i.scheme <> 'id' AND NOT i.scheme STARTS WITH 'slug:'
RETURN i.scheme + ' ' + i.value, n.id, {}
""",
    "SAME_AS": """
MATCH (a:Identifier)-[e:SAME_AS]->(b:Identifier)
WHERE size(e.sources) > 0
RETURN a.scheme + ' ' + a.value, b.scheme + ' ' + b.value, {kind: e.kind, sources: e.sources}
""",
    "Record": "MATCH (n:Record)-[:DESCRIBES]->(m) RETURN n.id, m.id, {hash: n.hash}",
    "Mention": "MATCH (n:Mention)-[:DESCRIBES]->(m) RETURN n.id, m.id, {}",
    "AUTHORED": "MATCH (a:Researcher)-[e:AUTHORED]->(b) RETURN a.id, b.id, properties(e)",
    "CITES": "MATCH (a:Work)-[e:CITES]->(b) RETURN a.id, b.id, properties(e)",
    "ABOUT": "MATCH (a:Work)-[e:ABOUT]->(b) RETURN a.id, b.id, properties(e)",
    "PUBLISHED_IN": "MATCH (a:Work)-[e:PUBLISHED_IN]->(b) RETURN a.id, b.id, properties(e)",
    "AFFILIATED_WITH": "MATCH (a:Researcher)-[e:AFFILIATED_WITH]->(b) RETURN a.id, b.id, properties(e)",
    "COLLABORATED_WITH": "MATCH (a:Researcher)-[e:COLLABORATED_WITH]->(b) RETURN a.id, b.id, properties(e)",
    "BROADER": "MATCH (a:Topic)-[e:BROADER]->(b) RETURN a.id, b.id, properties(e)",
    "PART_OF": "MATCH (a:Institution)-[e:PART_OF]->(b) RETURN a.id, b.id, properties(e)",
    "SUCCEEDED_BY": "MATCH (a:Institution)-[e:SUCCEEDED_BY]->(b) RETURN a.id, b.id, properties(e)",
    "RETRACTS": """
MATCH (a:Identifier)-[e:RETRACTS]->(b:Identifier)
RETURN a.scheme + ' ' + a.value, b.scheme + ' ' + b.value, {sources: e.sources}
""",
    "REFERS_TO": """
MATCH (a:Identifier)-[e:REFERS_TO]->(b:Identifier)
OPTIONAL MATCH (a)-[:IDENTIFIES]->(w:Work)
UNWIND e.sources AS source
RETURN DISTINCT coalesce(w.id, a.scheme + ' ' + a.value), b.scheme + ' ' + b.value, {source: source}
""",
}


def digest(endpoint: Endpoint) -> str:
    """Return 32 hexadecimal digits that stand for the whole graph at `endpoint`, without runs, times and aliases.

    The sum of the hashes of all nodes and edges: it does not depend on the order in which the store holds them, and
    needs no memory for them.
    """
    with (
        open_driver(endpoint) as driver,
        driver.session(database=endpoint.database, default_access_mode=READ_ACCESS) as session,
    ):
        total = sum(_hashes(session, kind, cypher) for kind, cypher in CONTENT.items())
    return f"{total % 2**128:032x}"


def _hashes(session: Session, kind: str, cypher: LiteralString) -> int:
    return sum(_hash(kind, *row.values()) for row in session.run(cypher))


def _hash(kind: str, a: str, b: str, properties: dict[str, object]) -> int:
    kept = {name: _unordered(value) for name, value in properties.items() if name not in VOLATILE}
    line = orjson.dumps([kind, a, b, kept], option=orjson.OPT_SORT_KEYS)
    return int.from_bytes(blake2b(line, digest_size=16).digest())


def _unordered(value: object) -> object:
    return sorted(value, key=str) if isinstance(value, Iterable) and not isinstance(value, str) else value
