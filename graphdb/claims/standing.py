"""What all open claims of one record come to together: who holds it, and which claims dispute it."""

from collections.abc import Sequence
from dataclasses import dataclass

from graphdb.claims.evidence import APPROVES, Proof, Proven, proven, weight
from graphdb.claims.states import ClaimAct, ClaimState, after


@dataclass(frozen=True, slots=True)
class OpenClaim:
    """A claim that stands."""

    id: str
    account: str
    state: ClaimState
    created_at: str
    approved_at: str | None
    """None: it has not been approved."""
    proofs: tuple[Proof, ...] = ()
    by_hand: bool = False
    """Only a moderator approves it: an earlier claim of the account on the record was revoked."""
    open_key: str | None = None
    holds: str | None = None
    """The unique properties as they are."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A claim that changes its state."""

    claim: str
    account: str
    act: ClaimAct
    before: ClaimState
    to: ClaimState


@dataclass(frozen=True, slots=True)
class Standing:
    """What the claims of a record come to."""

    state: ClaimState
    """Of the record."""
    turns: tuple[Turn, ...]
    holder: OpenClaim | None
    """The claim that holds the record."""
    leaders: tuple[OpenClaim, ...]
    """One claim of each account that claims it: more than one it has only where records were merged."""
    proven: Proven


def standing(claims: Sequence[OpenClaim]) -> Standing:
    """Return what the open claims of a record come to.

    An approved claim holds the record until it is withdrawn or revoked, disputed or not: to claim somebody's record
    takes nothing from them. Where two were approved, because their records were merged, the earlier one holds it. Where
    none was, the only one whose evidence approves it is approved, and the others lose.
    """
    leaders = _leaders(claims)
    holder = min(
        (claim for claim in leaders if claim.approved_at is not None),
        key=lambda claim: (claim.approved_at or "", claim.id),
        default=None,
    )
    if holder is None:
        sure = [claim for claim in leaders if not claim.by_hand and weight(claim.proofs) >= APPROVES]
        if len(sure) == 1:
            return _proven(claims, sure[0])
    disputed = len(leaders) > 1
    turns = tuple(turn for claim in claims if (turn := _turn(claim, disputed=disputed)) is not None)
    to = {turn.claim: turn.to for turn in turns}
    states = [to.get(claim.id, claim.state) for claim in leaders]
    return Standing(
        state=states[0] if len(set(states)) == 1 else ClaimState.DISPUTED if states else ClaimState.UNCLAIMED,
        turns=turns,
        holder=holder,
        leaders=leaders,
        proven=proven(holder.proofs) if holder is not None else Proven(),
    )


def _leaders(claims: Sequence[OpenClaim]) -> tuple[OpenClaim, ...]:
    by_account: dict[str, OpenClaim] = {}
    for claim in sorted(
        claims, key=lambda each: (each.approved_at is None, each.approved_at or each.created_at, each.id)
    ):
        by_account.setdefault(claim.account, claim)
    return tuple(by_account.values())


def _proven(claims: Sequence[OpenClaim], winner: OpenClaim) -> Standing:
    turns = []
    for claim in claims:
        if claim.account == winner.account and claim.id != winner.id:
            continue
        act = ClaimAct.PROVE if claim.id == winner.id else ClaimAct.LOSE
        turns.append(Turn(claim.id, claim.account, act, claim.state, after(claim.state, act)))
    return Standing(ClaimState.APPROVED, tuple(turns), winner, (winner,), proven(winner.proofs))


def _turn(claim: OpenClaim, *, disputed: bool) -> Turn | None:
    if disputed == (claim.state is ClaimState.DISPUTED):
        return None
    end = ClaimAct.KEEP if claim.approved_at is not None else ClaimAct.PREVAIL
    act = ClaimAct.CONTEST if disputed else end
    return Turn(claim.id, claim.account, act, claim.state, after(claim.state, act))
