"""Writing into a conversation, and reading it."""

from typing import LiteralString

from graphdb.accounts.errors import BadAccountInputError
from graphdb.accounts.lock import lock_accounts
from graphdb.accounts.moments import now, written
from graphdb.accounts.text import check_client_id, paragraphs
from graphdb.audit import AuditKind, audit
from graphdb.collaboration.errors import BlockedByViewerError, ConversationClosedError, UnknownConversationError
from graphdb.collaboration.records import MessageRecord, message
from graphdb.graph import Change, Graph
from graphdb.ids import new_id
from graphdb.notifications.notify import notify, seen
from graphdb.notifications.records import NotificationKind

LONGEST_TEXT = 5_000

_ROW: LiteralString = message("$account")


def message_text(text: str) -> str:
    """Return the text of a message within its bound; raises `BadAccountInputError`, also for an empty one."""
    kept = paragraphs("text", text, LONGEST_TEXT)
    if kept is None:
        raise BadAccountInputError("`text` must not be empty.")
    return kept


MEMBERS: LiteralString = """
MATCH (a:Account {id: $account})-[:TALKS]->(c:Conversation {id: $conversation})<-[:TALKS]-(b:Account)
RETURN b.id
"""

# Both must still own the records by which they came together: whose claim was revoked was perhaps not that person.
MAY_WRITE: LiteralString = """
MATCH (a:Account {id: $account})-[:TALKS]->(c:Conversation {id: $conversation})
OPTIONAL MATCH (c)<-[:TALKS]-(b:Account) WHERE b <> a
RETURN EXISTS { (a)-[:BLOCKS]->(b) },
  b IS NOT NULL AND c.closedAt IS NULL AND NOT EXISTS { (b)-[:BLOCKS]->(a) } AND NOT EXISTS {
    MATCH (c)<-[t:TALKS]-(member:Account)
    WHERE NOT EXISTS {
      MATCH (member)-[:OWNS]->(r:Researcher)
      WHERE r.id = t.researcher OR EXISTS { (:Identifier {scheme: 'id', value: t.researcher})-[:IDENTIFIES]->(r) }
    }
  }
"""

SENT_BEFORE: LiteralString = f"""
MATCH (n:Message {{clientKey: $key}})
RETURN {_ROW}
"""

SEND_MESSAGE: LiteralString = f"""
MATCH (c:Conversation {{id: $conversation}})
SET c.messages = c.messages + 1, c.lastAt = $now
CREATE (n:Message {{id: $id}})
SET n.conversation = c.id, n.number = c.messages, n.sender = $account, n.text = $text, n.sentAt = $now,
  n.clientKey = $key
RETURN {_ROW}
"""


async def send_message(
    change: Change, account: str, conversation: str, text: str, client_id: str | None
) -> MessageRecord:
    """Write a message, and return it; the other one is told.

    Under a client id that was used before it is the message of then. Raises `UnknownConversationError`,
    `BlockedByViewerError`, and `ConversationClosedError` where the other has left, has blocked the account, one of the
    two has lost the record by which they came together, or a moderator has closed it.
    """
    id_ = new_id("Message")
    key = f"{account} {check_client_id(client_id) or id_}"
    others = [other for (other,) in await change.run(MEMBERS, account=account, conversation=conversation)]
    await lock_accounts(change, [account, *others])
    for (row,) in await change.run(SENT_BEFORE, key=key, account=account):
        return MessageRecord(**row)
    state = await change.run(MAY_WRITE, account=account, conversation=conversation)
    if not state:
        raise UnknownConversationError
    [[blocks, may_write]] = state
    if blocks:
        raise BlockedByViewerError
    if not may_write:
        raise ConversationClosedError
    [[row]] = await change.run(
        SEND_MESSAGE, conversation=conversation, id=id_, account=account, text=text, now=written(now()), key=key
    )
    await audit(change, AuditKind.MESSAGE_SENT, account, id_)
    record = MessageRecord(**row)
    await notify(change, others[0], NotificationKind.MESSAGE_RECEIVED, conversation, by=record.sender)
    return record


# A conversation is read as a whole, or as far as a message of it. What was read stays read.
MARK_READ: LiteralString = """
OPTIONAL MATCH (m:Message {id: $message})
WITH m, coalesce($conversation, m.conversation) AS conversation
MATCH (:Account {id: $account})-[t:TALKS]->(c:Conversation {id: conversation})
WITH t, c, coalesce(m.number, c.messages) AS number
SET t.readTo = CASE WHEN number > t.readTo THEN number ELSE t.readTo END
RETURN c.id
"""


async def mark_read(change: Change, account: str, id_: str) -> str:
    """Note that the account has read a conversation of its, or one up to a message, and return the conversation's id.

    Again is no error. Raises `UnknownConversationError`.
    """
    is_message = id_.startswith("msg_")
    rows = await change.run(
        MARK_READ,
        account=account,
        conversation=None if is_message else id_,
        message=id_ if is_message else None,
    )
    if not rows:
        raise UnknownConversationError
    if not is_message:
        await seen(change, account, id_)
    return str(rows[0][0])


MESSAGE: LiteralString = f"""
MATCH (n:Message {{id: $id}})
WHERE EXISTS {{ (:Account {{id: $account}})-[:TALKS]->(:Conversation {{id: n.conversation}}) }}
RETURN {_ROW}
"""


async def message_of(graph: Graph, account: str, id_: str) -> MessageRecord | None:
    """Return a message of a conversation of the account's, None if it is none; one Cypher call."""
    rows = await graph.read(MESSAGE, account=account, id=id_)
    return MessageRecord(**rows[0][0]) if rows else None
