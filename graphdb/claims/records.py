"""Claims and their evidence as they are read."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, LiteralString

from graphdb.claims.evidence import WEIGHTS, EvidenceKind, Proof, weight
from graphdb.claims.settling import HOLDS
from graphdb.claims.states import ClaimState
from graphdb.graph import Graph
from graphdb.records import ResearcherRecord
from graphdb.records.researcher import RESEARCHER


@dataclass(frozen=True, slots=True)
class EvidenceRecord:
    """Something that speaks for a claim."""

    id: str
    kind: EvidenceKind
    holds: bool
    """It proves its point as the graph is now."""
    added_at: str
    by: str | None
    """Id of the account that gave it; None: it was deleted."""
    orcid: str | None = None
    email: str | None = None
    text: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", EvidenceKind(self.kind))

    @property
    def weight(self) -> int:
        """What it counts; nothing where it does not hold."""
        return WEIGHTS[self.kind] if self.holds else 0


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """Somebody's word that an author record is theirs."""

    id: str
    state: ClaimState
    researcher_id: str
    account_id: str
    claimant_name: str | None
    claimant_orcid: str | None
    note: str | None
    reason: str | None
    """What was last said of a decision on it."""
    created_at: str
    changed_at: str
    """ISO 8601 date-time in UTC."""
    approved_at: str | None
    holds_record: bool
    """Its account owns the record."""
    evidence: tuple[EvidenceRecord, ...] = field(default=())

    @property
    def weight(self) -> int:
        """What the evidence counts together; from 100 on it approves."""
        return weight(Proof(each.kind, each.holds) for each in self.evidence)


CLAIM: LiteralString = f"""c{{.id, .state, researcher_id: r.id, account_id: a.id, claimant_name: a.name,
  claimant_orcid: a.orcid, .note, .reason, created_at: c.createdAt, changed_at: c.changedAt, approved_at: c.approvedAt,
  holds_record: c.holds IS NOT NULL,
  given: COLLECT {{
    MATCH (c)-[:HAS_EVIDENCE]->(e:Evidence)
    OPTIONAL MATCH (e)-[:BY]->(giver:Account)
    RETURN e{{.id, .kind, added_at: e.addedAt, by: giver.id, .orcid, .email, .text, .url, holds: {HOLDS}}}
  }}}}"""
"""Map projection of the claim `c` by the account `a` of the record `r`; `claim_record` makes a record of it."""


def claim_record(row: dict[str, Any]) -> ClaimRecord:
    """Return the record of a map projection."""
    given = sorted((EvidenceRecord(**each) for each in row["given"]), key=lambda each: (each.added_at, each.id))
    rest = {name: value for name, value in row.items() if name not in {"given", "state"}}
    return ClaimRecord(**rest, state=ClaimState(row["state"]), evidence=tuple(given))


CLAIMS_BY_ID: LiteralString = f"""
UNWIND $ids AS id
MATCH (a:Account)-[:MADE]->(c:Claim {{id: id}})-[:CLAIMS]->(r:Researcher)
RETURN {CLAIM}
"""


async def claims_by_id(graph: Graph, ids: Sequence[str]) -> list[ClaimRecord | None]:
    """Return the claims with the ids, None where there is none; one Cypher call."""
    rows = await graph.read(CLAIMS_BY_ID, ids=list(dict.fromkeys(ids)))
    found = {row["id"]: claim_record(row) for (row,) in rows}
    return [found.get(id_) for id_ in ids]


MAY_VOUCH: LiteralString = """
MATCH (:Account {id: $account})-[:OWNS]->(p:Researcher)
WHERE p.orcidProven OR p.emailProven
UNWIND $claims AS id
MATCH (c:Claim {id: id})-[:CLAIMS]->(r:Researcher)
WHERE c.state IN $open AND EXISTS { (p)-[:COLLABORATED_WITH]-(r) }
RETURN DISTINCT id
"""


async def vouchable(graph: Graph, account: str, claims: Sequence[str], open_states: Sequence[str]) -> set[str]:
    """Return those of the open claims that the account may vouch for, as a verified co-author; one Cypher call."""
    rows = await graph.read(MAY_VOUCH, account=account, claims=list(claims), open=list(open_states))
    return {id_ for (id_,) in rows}


MAX_RECORDS = 50
OWNED_RECORDS: LiteralString = f"""
MATCH (:Account {{id: $account}})-[:OWNS]->(n:Researcher)
WITH n ORDER BY n.id LIMIT $most
RETURN {RESEARCHER}
"""


async def owned_records(graph: Graph, account: str) -> list[ResearcherRecord]:
    """Return the author records that an account owns, by id, 50 at most; one Cypher call."""
    rows = await graph.read(OWNED_RECORDS, account=account, most=MAX_RECORDS)
    return [ResearcherRecord(**row) for (row,) in rows]
