"""All that is kept of a person, for that person to take away.

Each area of the product that keeps something of people adds its section.
"""

from typing import Any, LiteralString

from graphdb.graph import Graph

EXPORTED_ACCOUNT: LiteralString = """
MATCH (a:Account {id: $id})
RETURN a{.id, .email, .name, .orcid, role: coalesce(a.role, 'READER'), .createdAt, .signIns, .lockedAt,
  digest: coalesce(a.digest, 'DAILY'), .digestDay, .digestTo, muted: coalesce(a.muted, []), .notified, .newWorksTo,
  .suspendedUntil}
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
  evidence: [(c)-[:HAS_EVIDENCE]->(e) | e{.id, .kind, .addedAt, .orcid, .email, .institution, .text, .url}]}
"""
EXPORTED_OWNER_EDITS: LiteralString = """
MATCH (:Account {id: $id})-[:EDITED]->(n:OwnerEdit)-[:EDITS]->(r)
WITH n, r ORDER BY n.number
RETURN n{.id, .kind, .state, .value, .since, .work, .authorName, .decisions, .createdAt, .changedAt, .reason,
  record: r.id}
"""
EXPORTED_VOUCHES: LiteralString = """
MATCH (:Account {id: $id})<-[:BY]-(e:Evidence {kind: 'COAUTHOR_VOUCH'})<-[:HAS_EVIDENCE]-(:Claim)-[:CLAIMS]->(r)
WITH e, r ORDER BY e.addedAt, e.id
RETURN {id: e.id, addedAt: e.addedAt, record: r.id, name: r.name}
"""
EXPORTED_INVITATIONS: LiteralString = """
MATCH (a:Account {id: $id})-[:SENT|INVITES]-(n:Invitation)<-[:SENT]-(sender)
WHERE sender = a OR n.sentAt IS NOT NULL
WITH DISTINCT a, n, sender ORDER BY n.createdAt, n.id
RETURN n{.id, .state, .message, .fromResearcher, .toResearcher, .createdAt, .sentAt, .expiresAt, .answeredAt,
  mine: sender = a}
"""
EXPORTED_CONVERSATIONS: LiteralString = """
MATCH (a:Account {id: $id})-[t:TALKS]->(c:Conversation)
WITH a, t, c ORDER BY c.createdAt, c.id
RETURN c{.id, .createdAt, .lastAt, .messages, readTo: t.readTo, me: t.researcher,
  other: head([(c)<-[o:TALKS]-(b:Account) WHERE b <> a | o.researcher])}
"""
EXPORTED_MESSAGES: LiteralString = """
MATCH (a:Account {id: $id})-[:TALKS]->(c:Conversation)
MATCH (m:Message {conversation: c.id})
WITH a, m ORDER BY m.conversation, m.number
RETURN m{.id, .conversation, .number, .text, .sentAt, mine: m.sender = a.id}
"""
EXPORTED_BLOCKS: LiteralString = """
MATCH (:Account {id: $id})-[e:BLOCKS]->(n:Account)
WITH e, n ORDER BY e.since, n.id
RETURN {account: n.id, researcher: e.researcher, since: e.since}
"""
EXPORTED_REPORTS: LiteralString = """
MATCH (n:Report {by: $id})
WITH n ORDER BY n.createdAt, n.id
RETURN n{.id, .state, .reason, .text, .about, .quoted, .createdAt, .closedAt, .decision}
"""
EXPORTED_NOTIFICATIONS: LiteralString = """
MATCH (n:Notification {account: $id})
WHERE n.number > 0
WITH n ORDER BY n.number
RETURN n{.id, .number, .kind, .at, .readAt, .about, .by, .count, .detail}
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
    "ownerEdits": EXPORTED_OWNER_EDITS,
    "vouches": EXPORTED_VOUCHES,
    "invitations": EXPORTED_INVITATIONS,
    "conversations": EXPORTED_CONVERSATIONS,
    "messages": EXPORTED_MESSAGES,
    "blocks": EXPORTED_BLOCKS,
    "reports": EXPORTED_REPORTS,
    "notifications": EXPORTED_NOTIFICATIONS,
    "auditEvents": EXPORTED_EVENTS,
}
"""Queries that give one map a row, by the names of the sections; hashes of secrets stay here."""


async def exported_account(graph: Graph, account: str) -> dict[str, list[dict[str, Any]]]:
    """Return all that is kept of an account, by section; one Cypher call each."""
    return {name: [row for (row,) in await graph.read(query, id=account)] for name, query in SECTIONS.items()}
