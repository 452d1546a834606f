"""Conversations of two people: who is in them, and how far each has read.

A conversation belongs to two accounts and is known to nobody else. A member who deletes the account leaves it, and
takes along what they wrote.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import LiteralString

from graphdb.collaboration.records import MessageRecord, message
from graphdb.graph import Graph
from graphdb.keyset import Key, Order, PageRequest
from graphdb.pages import Edge, Page
from graphdb.private_lists import PrivateList, private_page


@dataclass(frozen=True, slots=True)
class ConversationRecord:
    """A conversation, as one of the two sees it."""

    id: str
    created_at: str
    """ISO 8601 date-time in UTC."""
    last_at: str
    """When the last message was sent, or the conversation opened."""
    other: str | None
    """Id of the other's author record, as it was when the invitation was sent; None: they have left."""
    unread: int
    """Messages of the other that the viewer has not read."""


# Of the conversation `n` for the account `a`, whose membership is `mine`.
_UNREAD: LiteralString = (
    "COUNT { MATCH (m:Message {conversation: n.id}) WHERE m.number > mine.readTo AND m.sender <> a.id }"
)
_CONVERSATION: LiteralString = (
    "n{.id, created_at: n.createdAt, last_at: n.lastAt, "
    "other: [(n)<-[theirs:TALKS]-(b:Account) WHERE b <> a | theirs.researcher][0], "
    f"unread: {_UNREAD}}}"
)

CONVERSATION_ORDER = Order("LATEST DESC", (Key("n.lastAt", str, descending=True), Key("n.id", str)))
"""The one with the latest message first."""

CONVERSATIONS: PrivateList[ConversationRecord] = PrivateList(
    "MATCH (a:Account {id: $list.account})-[mine:TALKS]->(n:Conversation) WHERE true",
    _CONVERSATION,
    CONVERSATION_ORDER,
    ConversationRecord,
)


async def conversations(graph: Graph, account: str, request: PageRequest) -> Page[Edge[ConversationRecord]]:
    """Return a page of the conversations of an account; one Cypher call."""
    return await private_page(graph, CONVERSATIONS, request, account=account)


CONVERSATIONS_BY_ID: LiteralString = f"""
MATCH (a:Account {{id: $account}})
UNWIND $ids AS id
MATCH (a)-[mine:TALKS]->(n:Conversation {{id: id}})
RETURN id, {_CONVERSATION}
"""


async def conversations_by_id(graph: Graph, account: str, ids: Sequence[str]) -> list[ConversationRecord | None]:
    """Return the account's conversation of each id, None where it is in none of that id; one Cypher call."""
    rows = await graph.read(CONVERSATIONS_BY_ID, account=account, ids=list(dict.fromkeys(ids)))
    found = {id_: ConversationRecord(**row) for id_, row in rows}
    return [found.get(id_) for id_ in ids]


UNREAD_MESSAGES: LiteralString = f"""
MATCH (a:Account {{id: $account}})-[mine:TALKS]->(n:Conversation)
RETURN sum({_UNREAD})
"""


async def unread_messages(graph: Graph, account: str) -> int:
    """Return how many messages to an account it has not read; one Cypher call."""
    [[count]] = await graph.read(UNREAD_MESSAGES, account=account)
    return int(count)


MESSAGE_ORDER = Order("NEWEST", (Key("n.number", int, descending=True),))
"""The last one first."""

MESSAGES: PrivateList[MessageRecord] = PrivateList(
    """MATCH (a:Account {id: $list.account})-[:TALKS]->(c:Conversation {id: $list.conversation})
  MATCH (n:Message {conversation: c.id}) WHERE n.number > 0""",
    message("$list.account"),
    MESSAGE_ORDER,
    MessageRecord,
)


async def messages(graph: Graph, account: str, conversation: str, request: PageRequest) -> Page[Edge[MessageRecord]]:
    """Return a page of the messages of a conversation of the account's, an empty one of others; one Cypher call."""
    return await private_page(graph, MESSAGES, request, account=account, conversation=conversation)
