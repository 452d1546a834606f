"""Who is told when a claim changes its state."""

from collections.abc import Iterator

from graphdb.claims.standing import Turn
from graphdb.claims.states import ClaimState
from graphdb.notifications.notify import telling
from graphdb.notifications.records import NotificationKind
from graphdb.steps import Step

_NEWS = frozenset(
    {
        ClaimState.APPROVED,
        ClaimState.DISPUTED,
        ClaimState.NEEDS_EVIDENCE,
        ClaimState.REJECTED,
        ClaimState.REVOKED,
    }
)


def news_of(turn: Turn, by: str) -> Iterator[Step]:
    """Tell the claimant of what somebody else has brought about; who does something sees what becomes of it."""
    if turn.to in _NEWS and turn.to is not turn.before and turn.account != by:
        yield telling(turn.account, NotificationKind.CLAIM_DECIDED, turn.claim, detail=turn.to)
