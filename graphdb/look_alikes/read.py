"""Who in the graph looks like a researcher."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, LiteralString

from graphdb.graph import Graph
from graphdb.look_alikes.names import Names, match_names
from graphdb.look_alikes.score import Evidence, contradictions, score
from graphdb.records import ResearcherRecord
from graphdb.records.researcher import RESEARCHER

SAME_NAME = 100
"""People of one name that are looked at, those with most works."""
FOLLOWED = 50
"""Collaborators of whom the collaborators are looked at, those of the greatest weight."""
CANDIDATES = 200
"""People whose evidence is gathered, those of the same name first."""
EXAMINED_WORKS = 200
"""Works of each that topics and sources are taken from."""


@dataclass(frozen=True, slots=True)
class LookAlikesKey:
    """A researcher with the names that others are compared with."""

    researcher: str
    """Id."""
    name: str
    variants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Somebody who may be the same person as a researcher."""

    researcher: ResearcherRecord
    score: float
    """0 to 1; see `graphdb.look_alikes.score`."""
    evidence: Evidence


_NAMES: LiteralString = "NOT x.scheme IN ['id', 'name'] AND NOT x.scheme STARTS WITH 'slug:'"
# Two authors of one work are two people, and so are those whom a moderator has split.
LOOK_ALIKES: LiteralString = f"""
UNWIND range(0, size($asked) - 1) AS i
WITH i, $asked[i] AS asked
MATCH (p:Researcher {{id: asked.id}})
CALL (p, asked) {{
  UNWIND asked.keys AS key
  CALL (key) {{
    MATCH (n:Researcher {{nameKey: key}})
    RETURN n ORDER BY coalesce(n.worksCount, 0) DESC, n.id LIMIT $sameName
  }}
  RETURN n, 0 AS rank
UNION
  MATCH (p)-[e:COLLABORATED_WITH]-(c)
  WITH c, asked ORDER BY e.weight DESC, c.id LIMIT $followed
  MATCH (c)-[:COLLABORATED_WITH]-(n)
  WHERE any(family IN asked.families WHERE n.nameKey ENDS WITH family)
  WITH DISTINCT n, asked WHERE NOT n.nameKey IN asked.keys
  RETURN n, 1 AS rank
}}
WITH i, p, n, rank
WHERE n <> p AND NOT EXISTS {{ (p)-[:AUTHORED]->()<-[:AUTHORED]-(n) }}
  AND NOT EXISTS {{ (p)<-[:KEEPS|SPLITS_OFF]-(:IdentityDecision {{kind: 'SPLIT'}})-[:KEEPS|SPLITS_OFF]->(n) }}
WITH i, p, n, rank ORDER BY i, rank, coalesce(n.worksCount, 0) DESC, n.id
WITH i, p, collect(n)[..$candidates] AS candidates
CALL (p) {{
  OPTIONAL MATCH (p)-[:AUTHORED]->(w)
  WITH w LIMIT $examined
  OPTIONAL MATCH (w)-[:ABOUT]->(t)
  RETURN collect(DISTINCT t) AS topics
}}
CALL (p) {{
  OPTIONAL MATCH (p)-[:AUTHORED]->(w)
  WITH w LIMIT $examined
  OPTIONAL MATCH (w)-[:PUBLISHED_IN]->(s) WHERE coalesce(s.kind, '') <> 'archive'
  RETURN collect(DISTINCT s) AS sources
}}
WITH i, p, candidates, topics, sources,
  COLLECT {{ MATCH (p)-[:COLLABORATED_WITH]-(c) RETURN c }} AS collaborators,
  COLLECT {{ MATCH (p)<-[:IDENTIFIES]-(x:Identifier) WHERE {_NAMES} RETURN [x.scheme, x.value] }} AS names
UNWIND candidates AS n
CALL (n) {{
  OPTIONAL MATCH (n)-[:AUTHORED]->(w)
  WITH w LIMIT $examined
  RETURN collect(w) AS works
}}
RETURN i, names, {RESEARCHER},
  COLLECT {{ MATCH (n)<-[:IDENTIFIES]-(x:Identifier) WHERE {_NAMES} RETURN [x.scheme, x.value] }},
  COUNT {{ MATCH (n)-[:COLLABORATED_WITH]-(c) WHERE c IN collaborators }},
  COUNT {{ MATCH (p)-[:AFFILIATED_WITH]->(o) WHERE EXISTS {{ (n)-[:AFFILIATED_WITH]->(o) }} }},
  COUNT {{ UNWIND works AS w MATCH (w)-[:ABOUT]->(t) WHERE t IN topics RETURN DISTINCT t }},
  COUNT {{ UNWIND works AS w MATCH (w)-[:PUBLISHED_IN]->(s) WHERE s IN sources RETURN DISTINCT s }}
"""


async def look_alikes(graph: Graph, keys: Sequence[LookAlikesKey]) -> list[list[LookAlike]]:
    """Return for each researcher who may be the same person, the most likely first, then by name and id.

    One Cypher call. Found are those of the same folded name, or of one that another spelling or initials make of it;
    and, of whom a shared co-author leads to, those whose family name is one of hers and whose given names may be short
    for hers or the other way round. Raises `GraphUnavailable`, `QueryTimeout` and `QueryTooLarge`.
    """
    names = [Names.of(key.name, key.variants) for key in keys]
    asked = [
        {
            "id": key.researcher,
            "keys": sorted(own.all | own.abbreviated),
            "families": [f" {family}" for family in sorted(own.families)],
        }
        for key, own in zip(keys, names, strict=True)
    ]
    found: list[dict[str, LookAlike]] = [{} for _ in keys]
    rows = await graph.read(
        LOOK_ALIKES,
        asked=asked,
        sameName=SAME_NAME,
        followed=FOLLOWED,
        candidates=CANDIDATES,
        examined=EXAMINED_WORKS,
    )
    for i, *row in rows:
        like = _look_alike(names[i], *row)
        if like is not None:
            found[i][like.researcher.id] = like
    return [
        sorted(each.values(), key=lambda like: (-like.score, like.researcher.name, like.researcher.id))
        for each in found
    ]


def _look_alike(own: Names, ours: list[Any], properties: Any, theirs: list[Any], *counts: int) -> LookAlike | None:
    researcher = ResearcherRecord(**properties)
    match = match_names(own, Names.of(researcher.name, researcher.name_variants))
    if match is None:
        return None
    coauthors, institutions, topics, sources = counts
    against = contradictions(map(tuple, ours), map(tuple, theirs))
    evidence = Evidence(match, coauthors, institutions, topics, sources, against)
    return LookAlike(researcher, score(evidence, own.shown), evidence)
