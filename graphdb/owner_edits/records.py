"""Edits as their makers and moderators see them."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, LiteralString

from graphdb.graph import Graph
from graphdb.keyset import Key, Order, PageRequest
from graphdb.pages import Edge, Page
from graphdb.private_lists import PrivateList, private_page


class OwnerEditKind(StrEnum):
    """What an edit is about."""

    NAME = "NAME"
    BIO = "BIO"
    ROLE = "ROLE"
    AFFILIATION = "AFFILIATION"
    OPEN_TO_COLLABORATE = "OPEN_TO_COLLABORATE"
    WORK_DISOWNED = "WORK_DISOWNED"
    WORK_PROPOSED = "WORK_PROPOSED"


class OwnerEditState(StrEnum):
    """How an edit stands."""

    PROPOSED = "PROPOSED"
    STANDS = "STANDS"
    REJECTED = "REJECTED"
    UNDONE = "UNDONE"


@dataclass(frozen=True, slots=True)
class OwnerEditRecord:
    """An edit of a record by its owner."""

    id: str
    kind: OwnerEditKind
    state: OwnerEditState
    researcher_id: str
    """Of the record as it is called now."""
    account: str
    """Id of who made it."""
    value: str | None
    """The text, the id of an institution, `true` or `false`; None: what sources say is shown again."""
    since: int | None
    """Of an affiliation: its first year."""
    work: str | None
    """Id of the work, when the edit was made."""
    author_key: str | None
    """Of a work proposed: the authorship within the work that is meant."""
    author_name: str | None
    """As the work prints it."""
    decisions: tuple[str, ...]
    """Ids of the decisions on who is who that carry it out, in the order in which they were taken."""
    created_at: str
    changed_at: str | None
    """When it was undone or decided on."""
    reason: str | None

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", OwnerEditKind(self.kind))
        object.__setattr__(self, "state", OwnerEditState(self.state))
        object.__setattr__(self, "decisions", tuple(self.decisions))


# A moderator may have undone the decision itself.
EDIT: LiteralString = """n{.id, .kind, researcher_id: r.id, account: n.account, .value, .since, .work, .reason,
  state: CASE WHEN n.state = 'STANDS' AND EXISTS {
      MATCH (d:IdentityDecision {state: 'UNDONE'}) WHERE d.id IN n.decisions
    } THEN 'UNDONE' ELSE n.state END,
  author_key: n.authorKey, author_name: n.authorName, decisions: coalesce(n.decisions, []),
  created_at: n.createdAt, changed_at: n.changedAt}"""
"""Map projection of the node `n` of an edit of the record `r`; its keys are the fields of `OwnerEditRecord`."""

EDIT_BY_ID: LiteralString = f"""
MATCH (n:OwnerEdit {{id: $id}})-[:EDITS]->(r:Researcher)
RETURN {EDIT}
"""


async def edit_by_id(graph: Graph, id_: str) -> OwnerEditRecord | None:
    """Return an edit, whoever asks; one Cypher call."""
    rows: list[list[Any]] = await graph.read(EDIT_BY_ID, id=id_)
    return OwnerEditRecord(**rows[0][0]) if rows else None


EDIT_ORDER = Order("NUMBER DESC", (Key("n.number", int, descending=True),))
"""The last one first."""

OWN_EDITS: PrivateList[OwnerEditRecord] = PrivateList(
    "MATCH (:Account {id: $list.account})-[:EDITED]->(n:OwnerEdit)-[:EDITS]->(r:Researcher) "
    "WHERE ($list.researcher IS NULL OR r.id = $list.researcher)",
    EDIT,
    EDIT_ORDER,
    OwnerEditRecord,
)
ALL_EDITS: PrivateList[OwnerEditRecord] = PrivateList(
    "MATCH (n:OwnerEdit)-[:EDITS]->(r:Researcher) WHERE n.number > 0 AND n.state IN $list.states "
    "AND ($list.researcher IS NULL OR r.id = $list.researcher)",
    EDIT,
    EDIT_ORDER,
    OwnerEditRecord,
)


async def edits_of(
    graph: Graph, account: str, researcher: str | None, request: PageRequest
) -> Page[Edge[OwnerEditRecord]]:
    """Return a page of an account's edits, those of one record if its id is given; one Cypher call."""
    return await private_page(graph, OWN_EDITS, request, account=account, researcher=researcher)


async def all_edits(
    graph: Graph, states: Collection[OwnerEditState], researcher: str | None, request: PageRequest
) -> Page[Edge[OwnerEditRecord]]:
    """Return a page of everybody's edits, those of one record if its id is given; one Cypher call."""
    return await private_page(graph, ALL_EDITS, request, states=list(states), researcher=researcher)
