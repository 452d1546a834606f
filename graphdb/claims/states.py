"""The states of a claim and every way from one to another: there are no others."""

from enum import StrEnum

from graphdb.claims.errors import ClaimStateError


class ClaimState(StrEnum):
    """How far a claim has come. `UNCLAIMED` is the state of a record that nobody claims, never of a claim."""

    UNCLAIMED = "UNCLAIMED"
    PENDING = "PENDING"
    NEEDS_EVIDENCE = "NEEDS_EVIDENCE"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    REVOKED = "REVOKED"
    DISPUTED = "DISPUTED"
    WITHDRAWN = "WITHDRAWN"


class ClaimAct(StrEnum):
    """What happens to a claim."""

    CLAIM = "CLAIM"
    """Somebody claims a record."""
    ADD_EVIDENCE = "ADD_EVIDENCE"
    """The claimant adds evidence, or a co-author vouches."""
    REQUEST_EVIDENCE = "REQUEST_EVIDENCE"
    """A moderator asks for more."""
    PROVE = "PROVE"
    """The evidence approves the claim by its weight."""
    APPROVE = "APPROVE"
    REJECT = "REJECT"
    """A moderator decides."""
    CONTEST = "CONTEST"
    """Somebody else claims the same record."""
    PREVAIL = "PREVAIL"
    """All others who claimed it have given up or were rejected, and the claim had not been approved."""
    KEEP = "KEEP"
    """All others who claimed it have given up or were rejected, and the claim had been approved."""
    LOSE = "LOSE"
    """Another claim of the record was approved, and this one had not been."""
    WITHDRAW = "WITHDRAW"
    """The claimant gives it up."""
    REVOKE = "REVOKE"
    """A moderator takes an approval back, or approves another claim of the record."""


TRANSITIONS: dict[ClaimAct, dict[ClaimState, ClaimState]] = {
    ClaimAct.CLAIM: {ClaimState.UNCLAIMED: ClaimState.PENDING},
    ClaimAct.ADD_EVIDENCE: {
        ClaimState.PENDING: ClaimState.PENDING,
        ClaimState.NEEDS_EVIDENCE: ClaimState.PENDING,
        ClaimState.DISPUTED: ClaimState.DISPUTED,
        ClaimState.APPROVED: ClaimState.APPROVED,
    },
    ClaimAct.REQUEST_EVIDENCE: {ClaimState.PENDING: ClaimState.NEEDS_EVIDENCE},
    ClaimAct.PROVE: {
        ClaimState.PENDING: ClaimState.APPROVED,
        ClaimState.NEEDS_EVIDENCE: ClaimState.APPROVED,
        ClaimState.DISPUTED: ClaimState.APPROVED,
    },
    ClaimAct.APPROVE: {
        ClaimState.PENDING: ClaimState.APPROVED,
        ClaimState.NEEDS_EVIDENCE: ClaimState.APPROVED,
        ClaimState.DISPUTED: ClaimState.APPROVED,
    },
    ClaimAct.REJECT: {
        ClaimState.PENDING: ClaimState.REJECTED,
        ClaimState.NEEDS_EVIDENCE: ClaimState.REJECTED,
        ClaimState.DISPUTED: ClaimState.REJECTED,
    },
    ClaimAct.CONTEST: {
        ClaimState.PENDING: ClaimState.DISPUTED,
        ClaimState.NEEDS_EVIDENCE: ClaimState.DISPUTED,
        ClaimState.APPROVED: ClaimState.DISPUTED,
    },
    ClaimAct.PREVAIL: {ClaimState.DISPUTED: ClaimState.PENDING},
    ClaimAct.KEEP: {ClaimState.DISPUTED: ClaimState.APPROVED},
    ClaimAct.LOSE: {
        ClaimState.PENDING: ClaimState.REJECTED,
        ClaimState.NEEDS_EVIDENCE: ClaimState.REJECTED,
        ClaimState.DISPUTED: ClaimState.REJECTED,
    },
    ClaimAct.WITHDRAW: {
        ClaimState.PENDING: ClaimState.WITHDRAWN,
        ClaimState.NEEDS_EVIDENCE: ClaimState.WITHDRAWN,
        ClaimState.DISPUTED: ClaimState.WITHDRAWN,
        ClaimState.APPROVED: ClaimState.WITHDRAWN,
    },
    ClaimAct.REVOKE: {
        ClaimState.APPROVED: ClaimState.REVOKED,
        ClaimState.DISPUTED: ClaimState.REVOKED,
    },
}
"""By act: from which state it leads to which."""

OPEN = frozenset({ClaimState.PENDING, ClaimState.NEEDS_EVIDENCE, ClaimState.DISPUTED, ClaimState.APPROVED})
"""States of claims that stand; all others are ends, after which one may claim again."""

_WORDS: dict[ClaimAct, str] = {
    ClaimAct.ADD_EVIDENCE: "takes no evidence",
    ClaimAct.REQUEST_EVIDENCE: "cannot be sent back for evidence",
    ClaimAct.APPROVE: "cannot be approved",
    ClaimAct.REJECT: "cannot be rejected",
    ClaimAct.WITHDRAW: "cannot be withdrawn",
    ClaimAct.REVOKE: "cannot be revoked",
}


def after(state: ClaimState, act: ClaimAct, *, approved: bool = False) -> ClaimState:
    """Return the state to which an act leads; raises `ClaimStateError` where it does not exist.

    `approved`: the claim was approved, and not revoked since, which tells two kinds of disputed claims apart: one that
    was is revoked, not rejected, and any other the other way round.
    """
    to = TRANSITIONS[act].get(state)
    wrong_end = state is ClaimState.DISPUTED and act is (ClaimAct.REJECT if approved else ClaimAct.REVOKE)
    if to is None or wrong_end:
        was = " and was approved before" if state is ClaimState.DISPUTED and approved else ""
        raise ClaimStateError(f"A claim that is {state}{was} {_WORDS.get(act, f'does not {act}')}.", _hint(act, state))
    return to


def _hint(act: ClaimAct, state: ClaimState) -> str:
    if state not in OPEN:
        return "It has ended; claim the record again."
    if act is ClaimAct.REJECT:
        return "Revoke it, or approve the other claim."
    if act is ClaimAct.REVOKE:
        return "Reject it."
    return "`claim.state` says how far it is."
