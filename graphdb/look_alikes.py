"""Records of people that may be one person's: the names fit, and there is more or less that speaks for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, LiteralString

from graphdb.fulltext.folding import fold, words
from graphdb.graph import Graph
from graphdb.records import ResearcherRecord
from graphdb.records.researcher import RESEARCHER

MAX_LOOK_ALIKES = 50
"""Records of a fitting name that are looked at: the best matches of the full-text index."""
SPELLINGS = 8
"""Of a person's spellings, those that are looked for; the shown name is one of them."""


class Likeness(StrEnum):
    """What is alike, or speaks against it."""

    SAME_NAME = "SAME_NAME"
    FITTING_NAME = "FITTING_NAME"
    SHARED_COLLABORATORS = "SHARED_COLLABORATORS"
    SHARED_INSTITUTIONS = "SHARED_INSTITUTIONS"
    SHARED_TOPICS = "SHARED_TOPICS"
    DIFFERENT_ORCIDS = "DIFFERENT_ORCIDS"


WEIGHTS = {
    Likeness.SAME_NAME: (0.4, 1),
    Likeness.FITTING_NAME: (0.2, 1),
    Likeness.SHARED_COLLABORATORS: (0.1, 3),
    Likeness.SHARED_INSTITUTIONS: (0.1, 2),
    Likeness.SHARED_TOPICS: (0.05, 2),
}
"""What one of each adds to the score, and how many count."""
AGAINST = 0.1
"""What is left of the score where the ORCID iDs differ: they may be the two iDs of one person."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One kind of likeness, and how many things are alike in it."""

    kind: Likeness
    count: int


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A record that may be of the same person."""

    researcher: ResearcherRecord
    score: float
    """0 to 1, rounded to two digits."""
    evidence: list[Evidence]


def spelling(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, in its order."""
    folded = fold(name.replace("-", " "))
    return tuple(folded[start:end].strip(".") for start, end in words(folded))


def fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two spellings may be of one name: the last words agree, and the others as far as both have them.

    An initial agrees with every word that it begins. A name of one word fits itself alone.
    """
    if not one or not other or one[-1] != other[-1]:
        return False
    if len(one) == 1 or len(other) == 1:
        return one == other
    return all(
        a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in zip(one[:-1], other[:-1], strict=False)
    )


def lucene(spellings: Iterable[tuple[str, ...]]) -> str:
    """Return the query of the index of names that finds what may fit: the last word, and how the first begins."""
    asked = sorted({(each[-1], each[0][0] if len(each) > 1 else "") for each in spellings if each})
    return " OR ".join(
        f'(+searchNames:"{_quoted(last)}"' + (f" +searchNames:{initial}*)" if initial.isalnum() else ")")
        for last, initial in asked[:SPELLINGS]
    )


def _quoted(word: str) -> str:
    return word.replace("\\", "\\\\").replace('"', '\\"')


# Two authors of one work are two people. Of topics only those of the other person are looked at, one by one: works of a
# topic are many.
LOOK_ALIKES: LiteralString = f"""
UNWIND range(0, size($alike.people) - 1) AS i
WITH i, $alike.people[i] AS asked
WHERE asked.lucene <> ''
MATCH (p:Researcher {{id: asked.id}})
CALL (asked, p) {{
  CALL db.index.fulltext.queryNodes('researcher_text', asked.lucene, {{limit: $alike.limit}}) YIELD node AS n
  WHERE n <> p AND NOT EXISTS {{ (n)-[:AUTHORED]->()<-[:AUTHORED]-(p) }}
  RETURN n
}}
WITH i, p, collect(n) AS found
CALL (p) {{
  MATCH (p)-[:AUTHORED]->()-[:ABOUT]->(t)
  RETURN collect(DISTINCT t) AS topics
}}
UNWIND found AS n
RETURN i, {RESEARCHER},
  COUNT {{ MATCH (n)-[:COLLABORATED_WITH]-(c) WHERE EXISTS {{ (c)-[:COLLABORATED_WITH]-(p) }} RETURN DISTINCT c }},
  COUNT {{ MATCH (n)-[:AFFILIATED_WITH]->(o)<-[:AFFILIATED_WITH]-(p) RETURN DISTINCT o }},
  COUNT {{ MATCH (n)-[:AUTHORED]->()-[:ABOUT]->(t) WHERE t IN topics RETURN DISTINCT t }}
"""


async def look_alikes(graph: Graph, people: Sequence[ResearcherRecord]) -> list[list[LookAlike]]:
    """Return the look-alikes of each of `people`, best first, then by id, in one Cypher call.

    Raises `GraphUnavailable`, `QueryTimeout` and `QueryTooLarge`.
    """
    spellings = [_spellings(person) for person in people]
    asked = [{"id": person.id, "lucene": lucene(own)} for person, own in zip(people, spellings, strict=True)]
    found: list[list[LookAlike]] = [[] for _ in people]
    for i, node, *counts in await graph.read(LOOK_ALIKES, alike={"people": asked, "limit": MAX_LOOK_ALIKES}):
        other = ResearcherRecord(**node)
        name = _likeness(spellings[i], _spellings(other))
        if name is not None:
            found[i].append(_look_alike(people[i], other, name, counts))
    for each in found:
        each.sort(key=lambda alike: (-alike.score, alike.researcher.id))
    return found


def _spellings(person: ResearcherRecord) -> set[tuple[str, ...]]:
    return {spelling(name) for name in (person.name, *person.name_variants)}


def _likeness(ours: set[tuple[str, ...]], theirs: set[tuple[str, ...]]) -> Likeness | None:
    if ours & theirs:
        return Likeness.SAME_NAME
    return Likeness.FITTING_NAME if any(fit(one, other) for one in ours for other in theirs) else None


def _look_alike(person: ResearcherRecord, other: ResearcherRecord, name: Likeness, counts: Sequence[Any]) -> LookAlike:
    shared = (Likeness.SHARED_COLLABORATORS, Likeness.SHARED_INSTITUTIONS, Likeness.SHARED_TOPICS)
    evidence = [Evidence(name, 1), *(Evidence(kind, n) for kind, n in zip(shared, counts, strict=True) if n)]
    score = sum(WEIGHTS[each.kind][0] * min(each.count, WEIGHTS[each.kind][1]) for each in evidence)
    if person.orcid and other.orcid and person.orcid != other.orcid:
        evidence.append(Evidence(Likeness.DIFFERENT_ORCIDS, 1))
        score *= AGAINST
    return LookAlike(other, round(score, 2), evidence)
