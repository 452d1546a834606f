"""The states of a claim, the weight of evidence, and what several claims of one record come to."""

import re
from pathlib import Path

import pytest

from graphdb.claims.errors import ClaimStateError
from graphdb.claims.evidence import APPROVES, EvidenceKind, Proof, proven, weight
from graphdb.claims.standing import OpenClaim, standing
from graphdb.claims.states import OPEN, TRANSITIONS, ClaimAct, ClaimState, after

ENDS = set(ClaimState) - OPEN - {ClaimState.UNCLAIMED}
EVERY = [(state, act) for state in ClaimState for act in ClaimAct]
GUIDE = (Path(__file__).parents[3] / "docs" / "claims.md").read_text()


def proofs(*kinds: EvidenceKind) -> tuple[Proof, ...]:
    return tuple(Proof(kind, holds=True) for kind in kinds)


def claim(
    account: str, state: ClaimState = ClaimState.PENDING, *, at: int = 1, approved: int | None = None
) -> OpenClaim:
    return OpenClaim(f"clm_{account}{at}", account, state, str(at), None if approved is None else str(approved))


@pytest.mark.parametrize(("state", "act"), EVERY)
def test_an_act_leads_where_the_table_says_or_is_refused_with_both_names(state: ClaimState, act: ClaimAct) -> None:
    for approved in (False, True):
        allowed = state in TRANSITIONS[act] and not (
            state is ClaimState.DISPUTED and act is (ClaimAct.REJECT if approved else ClaimAct.REVOKE)
        )
        if allowed:
            assert after(state, act, approved=approved) is TRANSITIONS[act][state]
        else:
            with pytest.raises(ClaimStateError, match=state):
                after(state, act, approved=approved)


def test_nothing_leads_out_of_an_end_or_to_the_state_of_a_record_that_nobody_claims() -> None:
    for act, ways in TRANSITIONS.items():
        assert not ENDS & ways.keys(), act
        assert ClaimState.UNCLAIMED not in ways.values(), act
    reached = {to for ways in TRANSITIONS.values() for to in ways.values()}
    assert reached == set(ClaimState) - {ClaimState.UNCLAIMED}


def test_the_guide_has_every_way_between_states() -> None:
    rows = re.findall(r"^\| `(\w+)` \| ([A-Z_, ]+) \| ([A-Z_]+) \|", GUIDE, flags=re.MULTILINE)
    told = {(act, before, to) for act, states, to in rows for before in states.split(", ")}
    assert told == {(act, before, to) for act, ways in TRANSITIONS.items() for before, to in ways.items()}


@pytest.mark.parametrize(
    ("kinds", "weighs"),
    [
        ([], 0),
        ([EvidenceKind.ORCID], 100),
        ([EvidenceKind.INSTITUTIONAL_EMAIL], 50),
        ([EvidenceKind.INSTITUTIONAL_EMAIL] * 5, 50),
        ([EvidenceKind.COAUTHOR_VOUCH] * 9, 60),
        ([EvidenceKind.INSTITUTIONAL_EMAIL, EvidenceKind.COAUTHOR_VOUCH], 80),
        ([EvidenceKind.INSTITUTIONAL_EMAIL, EvidenceKind.COAUTHOR_VOUCH, EvidenceKind.COAUTHOR_VOUCH], 110),
        ([EvidenceKind.STATEMENT] * 30, 0),
        ([EvidenceKind.ORGANISATION], 0),
    ],
)
def test_evidence_weighs_by_its_kinds_and_not_by_its_number(kinds: list[EvidenceKind], weighs: int) -> None:
    assert weight(proofs(*kinds)) == weighs


def test_evidence_that_does_not_hold_any_more_weighs_and_proves_nothing() -> None:
    gone = [Proof(kind, holds=False) for kind in EvidenceKind]
    assert weight(gone) == 0
    assert proven(gone) == proven([])


def test_two_vouches_or_an_organisation_validate_an_affiliation() -> None:
    vouch = EvidenceKind.COAUTHOR_VOUCH
    assert not proven(proofs(vouch)).affiliation
    assert proven(proofs(vouch, vouch)).affiliation
    assert proven(proofs(EvidenceKind.ORGANISATION)).affiliation


def test_a_record_without_open_claims_is_unclaimed() -> None:
    found = standing([])
    assert (found.state, found.holder, found.proven.held) == (ClaimState.UNCLAIMED, None, False)


def test_a_second_account_makes_both_disputed_and_takes_nothing_from_who_holds_the_record() -> None:
    holder = claim("a", ClaimState.APPROVED, approved=2)
    found = standing([holder, claim("b", at=3)])
    assert found.state is ClaimState.DISPUTED
    assert {(turn.account, turn.act, turn.to) for turn in found.turns} == {
        ("a", ClaimAct.CONTEST, ClaimState.DISPUTED),
        ("b", ClaimAct.CONTEST, ClaimState.DISPUTED),
    }
    assert found.holder == holder
    assert found.proven.held


@pytest.mark.parametrize(
    ("approved", "act", "to"),
    [(2, ClaimAct.KEEP, ClaimState.APPROVED), (None, ClaimAct.PREVAIL, ClaimState.PENDING)],
)
def test_who_is_left_of_a_dispute_is_what_they_were_before(approved: int | None, act: ClaimAct, to: ClaimState) -> None:
    found = standing([claim("a", ClaimState.DISPUTED, approved=approved)])
    [turn] = found.turns
    assert (turn.act, turn.to, found.state) == (act, to, to)


def test_who_proves_a_record_that_nobody_holds_gets_it_and_the_others_lose() -> None:
    sure = OpenClaim("clm_b", "b", ClaimState.DISPUTED, "2", None, proofs(EvidenceKind.ORCID))
    found = standing([claim("a", ClaimState.DISPUTED), sure])
    assert {(turn.account, turn.to) for turn in found.turns} == {("a", ClaimState.REJECTED), ("b", ClaimState.APPROVED)}
    assert (found.state, found.holder, found.proven.orcid) == (ClaimState.APPROVED, sure, True)


def test_two_who_prove_it_wait_for_a_moderator() -> None:
    both = [OpenClaim(f"clm_{a}", a, ClaimState.PENDING, "1", None, proofs(EvidenceKind.ORCID)) for a in "ab"]
    found = standing(both)
    assert (found.state, found.holder) == (ClaimState.DISPUTED, None)


def test_an_account_whose_claim_was_revoked_is_not_approved_by_evidence() -> None:
    again = OpenClaim("clm_a", "a", ClaimState.PENDING, "1", None, proofs(EvidenceKind.ORCID), by_hand=True)
    assert weight(again.proofs) >= APPROVES
    assert standing([again]).state is ClaimState.PENDING


def test_of_two_owners_whose_records_are_merged_the_earlier_one_holds_the_record_until_it_is_decided() -> None:
    early, late = claim("b", ClaimState.APPROVED, approved=2), claim("a", ClaimState.APPROVED, approved=3)
    found = standing([late, early])
    assert (found.state, found.holder) == (ClaimState.DISPUTED, early)


def test_one_owner_of_two_records_that_are_merged_disputes_with_nobody() -> None:
    claims = [claim("a", ClaimState.APPROVED, at=1, approved=3), claim("a", ClaimState.APPROVED, at=2, approved=4)]
    found = standing(claims)
    assert (found.state, found.turns, found.leaders) == (ClaimState.APPROVED, (), (claims[0],))
