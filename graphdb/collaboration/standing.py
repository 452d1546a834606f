"""How an account stands to the people behind author records, and what keeps it from inviting them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import LiteralString

from graphdb.accounts.moments import after, now, written
from graphdb.collaboration.errors import (
    AlreadyConnectedError,
    AlreadyInvitedError,
    BlockedByViewerError,
    ClaimNeededError,
    InvitesOneselfError,
    NotAllowedError,
    NotOpenError,
)
from graphdb.graph import Change, Graph

REST = 30 * 86_400.0
"""Seconds after a declined invitation in which there is no other to the same person."""
MAX_WAITING = 200
"""Invitations that wait for one person's answer at once; more are not taken."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What an account has to do with the owner of an author record."""

    researcher: str
    """Current id of the record."""
    owner: str | None
    """The owner's account; None: nobody has claimed the record."""
    is_own: bool
    has_record: bool
    """The account owns a record itself."""
    blocks: bool
    is_wanted: bool
    """The owner takes invitations, and has no reason not to take one from this account."""
    has_invited: bool
    is_invited: bool
    conversation: str | None
    can_be_heard: bool
    """Nothing of the owner's, nor a moderator, keeps the account from writing into the conversation."""

    @property
    def obstacle(self) -> NotAllowedError | None:
        """What keeps the account from inviting the owner; None: nothing."""
        return self._record_obstacle or self._other_obstacle

    @property
    def _record_obstacle(self) -> NotAllowedError | None:
        if self.is_own:
            return InvitesOneselfError()
        if self.owner is None:
            return ClaimNeededError(
                "Claim this author record first: invitations go from owner to owner, and nobody has claimed it."
            )
        if not self.has_record:
            return ClaimNeededError(
                "Claim your own author record first: invitations go from owner to owner.",
                "`claimResearcher` does that.",
            )
        return None

    @property
    def _other_obstacle(self) -> NotAllowedError | None:
        if self.blocks:
            return BlockedByViewerError()
        if self.conversation is not None:
            return AlreadyConnectedError()
        if self.is_invited:
            return AlreadyInvitedError("This person has invited you.", "Answer that invitation.")
        if self.has_invited:
            return AlreadyInvitedError("You have invited this person already.", "Wait for the answer, or withdraw it.")
        return None if self.is_wanted else NotOpenError()


def _waits(from_: LiteralString, to: LiteralString) -> LiteralString:
    return (
        f"EXISTS {{ MATCH (i:Invitation {{openKey: {from_}.id + ' ' + {to}.id}}) "
        "WHERE i.state = 'SENT' AND i.expiresAt > $now }"
    )


STANDINGS: LiteralString = f"""
MATCH (a:Account {{id: $account}})
UNWIND $researchers AS id
MATCH (r:Researcher {{id: id}})
OPTIONAL MATCH (b:Account)-[:OWNS]->(r)
RETURN id, b.id, b = a, EXISTS {{ (a)-[:OWNS]->(:Researcher) }}, EXISTS {{ (a)-[:BLOCKS]->(b) }},
  coalesce(r.openToCollaborate, true) AND NOT EXISTS {{ (b)-[:BLOCKS]->(a) }}
    AND NOT EXISTS {{ (a)-[:SENT]->(i:Invitation {{state: 'DECLINED'}})-[:INVITES]->(b) WHERE i.answeredAt > $rest }}
    AND COUNT {{ (b)<-[:INVITES]-(i:Invitation {{state: 'SENT'}}) WHERE i.expiresAt > $now }} < $most,
  {_waits("a", "b")}, {_waits("b", "a")},
  [(a)-[:TALKS]->(c:Conversation)<-[:TALKS]-(b) | c.id][0],
  NOT EXISTS {{ (b)-[:BLOCKS]->(a) }} AND EXISTS {{ (a)-[:OWNS]->(:Researcher) }}
    AND NOT EXISTS {{ (a)-[:TALKS]->(c:Conversation)<-[:TALKS]-(b) WHERE c.closedAt IS NOT NULL }}
"""


async def standings(source: Graph | Change, account: str, researchers: Sequence[str]) -> list[Standing | None]:
    """Return how an account stands to the owner of each record, by its current id; None where there is no record.

    One Cypher call.
    """
    moment = now()
    ask = source.read if isinstance(source, Graph) else source.run
    rows = await ask(
        STANDINGS,
        account=account,
        researchers=list(dict.fromkeys(researchers)),
        now=written(moment),
        rest=after(moment, -REST),
        most=MAX_WAITING,
    )
    found = {row[0]: Standing(row[0], row[1], bool(row[2]), *row[3:]) for row in rows}
    return [found.get(id_) for id_ in researchers]
