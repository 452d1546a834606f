"""What hangs on researchers: works, topics, institutions, collaborators, the affiliation."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, LiteralString

from graphdb.claims.evidence import VALIDATING_VOUCHES
from graphdb.fact import Fact
from graphdb.graph import Change
from graphdb.keyset import Key, Order, PageRequest
from graphdb.nested_list import NestedList
from graphdb.pages import Edge, plain_edge
from graphdb.records import InstitutionRecord, ResearcherRecord
from graphdb.records.institution import INSTITUTION

WORKS = NestedList(
    name="Researcher.works",
    parent="Researcher",
    pattern="(p)-[:AUTHORED]->(n)",
    listed="Work",
    total="COUNT { (p)-[:AUTHORED]->() }",
    edge=plain_edge,
    long=True,
    walkable=True,
)

TOPICS = NestedList(
    name="Researcher.topics",
    parent="Researcher",
    pattern="(p)-[:AUTHORED]->()-[:ABOUT]->(n)",
    listed="Topic",
    total="coalesce(p.topicsCount, 0)",
    edge=plain_edge,
    long=True,
    repeats=True,
)


@dataclass(frozen=True, slots=True)
class AffiliationEdge(Edge[InstitutionRecord]):
    """An institution of a researcher."""

    since: int | None
    """First year."""
    until: int | None
    """Last year."""
    source: str | None
    """Who says so."""
    works: int
    """Works that name the institution for the researcher."""


def _affiliation_edge(
    request: PageRequest, keys: Sequence[Any], institution: InstitutionRecord, extras: Sequence[Any] | None
) -> Edge[InstitutionRecord]:
    return Edge(request, keys, institution) if extras is None else AffiliationEdge(request, keys, institution, *extras)


INSTITUTIONS = NestedList(
    name="Researcher.institutions",
    parent="Researcher",
    pattern="(p)-[e:AFFILIATED_WITH]->(n)",
    listed="Institution",
    total="COUNT { (p)-[:AFFILIATED_WITH]->() }",
    edge=_affiliation_edge,
    extras="[e.since, e.until, e.source, coalesce(e.works, 0)]",
)


@dataclass(frozen=True, slots=True)
class CollaborationEdge(Edge[ResearcherRecord]):
    """A collaborator of a researcher."""

    works: int
    """Shared works."""
    weight: float
    """Newman's: the sum over shared works of 1 / (authors - 1). Of a collaborator of collaborators the sum over those
    in common of the lesser of the two weights."""
    first_year: int | None
    """Of the shared works."""
    last_year: int | None
    through_count: int = 0
    """How many collaborators they have in common, if they are not collaborators themselves."""
    through_ids: tuple[str, ...] = ()
    """The first few of these, by the weight of the researcher's own collaboration with them."""


def _collaboration_edge(
    request: PageRequest, keys: Sequence[Any], researcher: ResearcherRecord, extras: Sequence[Any] | None
) -> Edge[ResearcherRecord]:
    return Edge(request, keys, researcher) if extras is None else CollaborationEdge(request, keys, researcher, *extras)


COLLABORATORS = NestedList(
    name="Researcher.collaborators",
    parent="Researcher",
    pattern="(p)-[e:COLLABORATED_WITH]-(n)",
    listed="Researcher",
    total="COUNT { (p)-[:COLLABORATED_WITH]-() }",
    edge=_collaboration_edge,
    extras="[e.works, e.weight, e.firstYear, e.lastYear]",
)

_SHARED_ENOUGH: LiteralString = (
    "e.works >= argument.minShared AND (argument.since IS NULL OR e.lastYear >= argument.since)"
)

CLOSE_COLLABORATORS = replace(
    COLLABORATORS,
    total=f"COUNT {{ (p)-[e:COLLABORATED_WITH]-() WHERE {_SHARED_ENOUGH} }}",
    condition=_SHARED_ENOUGH,
)
"""Those with whom so many works are shared, the last of them not too long ago: cursors are those of all of them."""

COLLABORATION_ORDER = Order(
    "WEIGHT DESC",
    (Key("e.weight", float, descending=True), Key("n.name", str), Key("n.id", str)),
)
"""The strongest collaboration first."""

LATEST_FIRST: LiteralString = (
    "coalesce(e.byOwner, false) DESC, coalesce(e.until, e.since, 0) DESC, coalesce(e.since, 0) DESC, "
    "e.works DESC, n.name, n.id"
)
"""Of affiliations `e` with institutions `n`: the one that the owner of the record names; else the one whose last known
year is greatest; then the one that began later, then the one that more works name."""

# The word of the owner validates nothing, and what was confirmed of one institution says nothing of another: what the
# owner alone names takes an organisation that confirmed it.
_CONFIRMED: LiteralString = """EXISTS {
    MATCH (p)<-[:CLAIMS]-(:Claim {holds: p.id})-[:HAS_EVIDENCE]->(x:Evidence)
    WHERE x.kind = 'ORGANISATION' AND (x.institution = n.id
        OR EXISTS { (:Identifier {scheme: 'id', value: x.institution})-[:IDENTIFIES]->(n) }
        OR x.institution IS NULL AND coalesce(e.source, '') <> 'owner')
      OR x.kind = 'INSTITUTIONAL_EMAIL' AND coalesce(e.source, '') <> 'owner'
        AND any(d IN coalesce(n.domains, []) WHERE x.domain = d OR x.domain ENDS WITH '.' + d)
  }"""
"""Whether evidence of the owner's confirms the affiliation `e` of the claimed record `p` with `n`."""


@dataclass(frozen=True, slots=True)
class LatestAffiliation:
    """Where somebody works, as far as it is known."""

    institution: InstitutionRecord
    since: int | None
    """The first year."""
    source: str | None
    """Who says so."""
    validated: bool
    """An organisation, verified co-authors, or the owner's address there confirm it."""


def _latest_affiliation(found: Sequence[Any]) -> LatestAffiliation | None:
    if not found:
        return None
    [[institution, since, source, confirmed, vouches]] = found
    validated = confirmed or vouches >= VALIDATING_VOUCHES
    return LatestAffiliation(InstitutionRecord(**institution), since, source, validated)


LATEST_AFFILIATION = Fact(
    "Researcher",
    f"""  MATCH (p)-[e:AFFILIATED_WITH]->(n)
  WITH n, e ORDER BY {LATEST_FIRST} LIMIT 1
  RETURN collect([{INSTITUTION}, coalesce(e.ownerSince, e.since),
    CASE WHEN e.byOwner THEN 'owner' ELSE e.source END,
    CASE WHEN p.claimed THEN {_CONFIRMED} ELSE false END,
    CASE WHEN p.claimed AND coalesce(e.source, '') <> 'owner' THEN coalesce(p.vouches, 0) ELSE 0 END]) AS fact""",
    _latest_affiliation,
)
"""The latest affiliation of a researcher, as `LATEST_FIRST` has it; None where none is known."""

LATEST_INSTITUTION: LiteralString = f"""
MATCH (:Researcher {{id: $id}})-[e:AFFILIATED_WITH]->(n)
RETURN n.id ORDER BY {LATEST_FIRST} LIMIT 1
"""


async def latest_institution(change: Change, id_: str) -> str | None:
    """Return the id of the institution of the latest affiliation of a researcher, None if there is none."""
    rows = await change.run(LATEST_INSTITUTION, id=id_)
    return str(rows[0][0]) if rows else None
