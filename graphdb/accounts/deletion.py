"""Deleting an account with all that is the person's own.

What the site has learned of the world stays: works, researchers, and the audit log, which knows an account by its id
alone. Each area of the product that keeps something of people adds its step.
"""

from typing import LiteralString

from graphdb.accounts.lock import lock_account
from graphdb.audit import AuditKind, audit
from graphdb.claims.leaving import delete_claims
from graphdb.graph import Change

DELETE_SESSIONS: LiteralString = """
MATCH (:Account {id: $id})-[:HAS_SESSION]->(s:Session)
DETACH DELETE s
"""
DELETE_ACCESS_TOKENS: LiteralString = """
MATCH (:Account {id: $id})-[:HAS_ACCESS_TOKEN]->(t:AccessToken)
DETACH DELETE t
"""
CEASE_TO_FOLLOW: LiteralString = """
MATCH (:Account {id: $id})-[e:FOLLOWS]->(n)
SET n.followersCount = coalesce(n.followersCount, 0) - 1
DELETE e
"""
DELETE_INVITATIONS: LiteralString = """
MATCH (:Account {id: $id})-[:SENT|INVITES]-(n:Invitation)
DETACH DELETE n
"""
DELETE_MESSAGES: LiteralString = """
MATCH (:Account {id: $id})-[:TALKS]->(c:Conversation)
MATCH (m:Message {conversation: c.id, sender: $id})
DELETE m
"""
# The other one keeps the conversation with what they wrote; the last one takes it along.
LEAVE_CONVERSATIONS: LiteralString = """
MATCH (a:Account {id: $id})-[t:TALKS]->(c:Conversation)
SET c.pairKey = null
DELETE t
WITH c, a
WHERE NOT EXISTS { (c)<-[:TALKS]-(b:Account) WHERE b <> a }
DETACH DELETE c
"""
# Those of the account's stay without its name, those against it have come to nothing.
DELETE_REPORTS_AGAINST: LiteralString = """
MATCH (n:Report {against: $id})
DELETE n
"""
FORGET_REPORTER: LiteralString = """
MATCH (n:Report {by: $id})
SET n.by = null, n.openKey = null
"""
# What was decided on whose works are whose stays.
DELETE_OWNER_EDITS: LiteralString = """
MATCH (:Account {id: $id})-[:EDITED]->(n:OwnerEdit)
DETACH DELETE n
"""
DELETE_NOTIFICATIONS: LiteralString = """
MATCH (n:Notification {account: $id})
WHERE n.number > 0
DELETE n
"""
DELETE_ACCOUNT: LiteralString = """
MATCH (a:Account {id: $id})
DETACH DELETE a
"""

STEPS: tuple[LiteralString, ...] = (
    DELETE_SESSIONS,
    DELETE_ACCESS_TOKENS,
    CEASE_TO_FOLLOW,
    DELETE_INVITATIONS,
    DELETE_MESSAGES,
    LEAVE_CONVERSATIONS,
    DELETE_REPORTS_AGAINST,
    FORGET_REPORTER,
    DELETE_OWNER_EDITS,
    DELETE_NOTIFICATIONS,
    DELETE_ACCOUNT,
)
"""Run in this order, each with the id of the account; the last one takes the account itself, with its edges."""


async def delete_account(change: Change, account: str) -> None:
    """Delete an account; raises `UnknownAccountError` where somebody has done so meanwhile."""
    await lock_account(change, account)
    await delete_claims(change, account)
    for step in STEPS:
        await change.run(step, id=account)
    await audit(change, AuditKind.ACCOUNT_DELETED, account, account)
