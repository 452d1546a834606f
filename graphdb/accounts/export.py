"""All that is kept of a person, for that person to take away.

Each area of the product that keeps something of people adds its section.
"""

from typing import Any, LiteralString

from graphdb.graph import Graph

EXPORTED_ACCOUNT: LiteralString = """
MATCH (a:Account {id: $id})
RETURN a{.id, .email, .name, .orcid, role: coalesce(a.role, 'READER'), .createdAt, .signIns, .lockedAt}
"""
EXPORTED_SESSIONS: LiteralString = """
MATCH (:Account {id: $id})-[:HAS_SESSION]->(s:Session)
WITH s ORDER BY s.createdAt, s.id
RETURN s{.id, .method, .userAgent, .createdAt, .lastSeenAt, .expiresAt, .endsAt}
"""
EXPORTED_ACCESS_TOKENS: LiteralString = """
MATCH (:Account {id: $id})-[:HAS_ACCESS_TOKEN]->(t:AccessToken)
WITH t ORDER BY t.createdAt, t.id
RETURN t{.id, .name, .scopes, .createdAt, .lastUsedAt, .expiresAt}
"""
EXPORTED_FOLLOWS: LiteralString = """
MATCH (:Account {id: $id})-[e:FOLLOWS]->(n)
WITH e, n ORDER BY e.since, n.id
RETURN {id: n.id, name: coalesce(n.name, n.plainTitle), since: e.since}
"""
EXPORTED_CLAIMS: LiteralString = """
MATCH (:Account {id: $id})-[:MADE]->(c:Claim)
WITH c ORDER BY c.createdAt, c.id
RETURN c{.id, .state, .note, .reason, .createdAt, .changedAt, .approvedAt,
  records: [(c)-[:CLAIMS]->(r) | r{.id, .name}],
  evidence: [(c)-[:HAS_EVIDENCE]->(e) | e{.id, .kind, .addedAt, .orcid, .email, .text, .url}]}
"""
EXPORTED_VOUCHES: LiteralString = """
MATCH (:Account {id: $id})<-[:BY]-(e:Evidence {kind: 'COAUTHOR_VOUCH'})<-[:HAS_EVIDENCE]-(:Claim)-[:CLAIMS]->(r)
WITH e, r ORDER BY e.addedAt, e.id
RETURN {id: e.id, addedAt: e.addedAt, record: r.id, name: r.name}
"""
EXPORTED_EVENTS: LiteralString = """
MATCH (e:AuditEvent)
WHERE e.by = $id OR e.about = $id
WITH e ORDER BY e.at, e.id
RETURN e{.id, .at, .kind, .by, .about, .details}
"""

SECTIONS: dict[str, LiteralString] = {
    "account": EXPORTED_ACCOUNT,
    "sessions": EXPORTED_SESSIONS,
    "accessTokens": EXPORTED_ACCESS_TOKENS,
    "follows": EXPORTED_FOLLOWS,
    "claims": EXPORTED_CLAIMS,
    "vouches": EXPORTED_VOUCHES,
    "auditEvents": EXPORTED_EVENTS,
}
"""Queries that give one map a row, by the names of the sections; hashes of secrets stay here."""


async def exported_account(graph: Graph, account: str) -> dict[str, list[dict[str, Any]]]:
    """Return all that is kept of an account, by section; one Cypher call each."""
    return {name: [row for (row,) in await graph.read(query, id=account)] for name, query in SECTIONS.items()}
