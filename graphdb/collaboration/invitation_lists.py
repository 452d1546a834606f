"""The invitations of an account, as lists."""

from collections.abc import Collection

from graphdb.collaboration.records import InvitationRecord, InvitationState, invitation, invitation_state
from graphdb.graph import Graph
from graphdb.keyset import Key, Order, PageRequest
from graphdb.pages import Edge, Page
from graphdb.private_lists import PrivateList, private_page

INVITATION_ORDER = Order("CREATED DESC", (Key("n.createdAt", str, descending=True), Key("n.id", str)))
"""The newest first."""

_ROW = invitation("$list.account", "$list.now")
_IN_STATE = f"{invitation_state('$list.now')} IN $list.states"

SENT: PrivateList[InvitationRecord] = PrivateList(
    f"MATCH (sender:Account {{id: $list.account}})-[:SENT]->(n:Invitation) WHERE {_IN_STATE}",
    _ROW,
    INVITATION_ORDER,
    InvitationRecord,
)
RECEIVED: PrivateList[InvitationRecord] = PrivateList(
    f"""MATCH (a:Account {{id: $list.account}})<-[:INVITES]-(n:Invitation)<-[:SENT]-(sender:Account)
  WHERE n.sentAt IS NOT NULL AND NOT EXISTS {{ (a)-[:BLOCKS]->(sender) }} AND {_IN_STATE}""",
    _ROW,
    INVITATION_ORDER,
    InvitationRecord,
)


async def invitations(
    graph: Graph,
    account: str,
    list_: PrivateList[InvitationRecord],
    states: Collection[InvitationState],
    request: PageRequest,
) -> Page[Edge[InvitationRecord]]:
    """Return a page of the invitations that the account sent or got (`SENT`, `RECEIVED`); one Cypher call."""
    return await private_page(graph, list_, request, account=account, states=list(states))
