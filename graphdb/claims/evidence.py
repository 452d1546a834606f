"""What speaks for a claim, and how much each kind counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class EvidenceKind(StrEnum):
    """What speaks for a claim."""

    ORCID = "ORCID"
    INSTITUTIONAL_EMAIL = "INSTITUTIONAL_EMAIL"
    COAUTHOR_VOUCH = "COAUTHOR_VOUCH"
    STATEMENT = "STATEMENT"
    MODERATOR_LOOK = "MODERATOR_LOOK"
    ORGANISATION = "ORGANISATION"


APPROVES = 100
"""The weight from which on evidence approves a claim by itself."""
VOUCHES_COUNTED = 2
"""Vouches that count towards an approval; without other evidence they never suffice."""
VALIDATING_VOUCHES = 2
"""Vouches of verified co-authors that validate an owner's affiliation."""

WEIGHTS: dict[EvidenceKind, int] = {
    # Only who can sign in to the iD at ORCID has it, and a source said it of the record before.
    EvidenceKind.ORCID: APPROVES,
    # Colleagues of the person have such an address as well.
    EvidenceKind.INSTITUTIONAL_EMAIL: 50,
    # By somebody who has proven their own record and written a work with the person.
    EvidenceKind.COAUTHOR_VOUCH: 30,
    # Words and links, for moderators to look at.
    EvidenceKind.STATEMENT: 0,
    EvidenceKind.MODERATOR_LOOK: APPROVES,
    # Says where somebody works, once it is known who it is.
    EvidenceKind.ORGANISATION: 0,
}
"""What one piece of each kind counts. A name counts nothing: it is what all claimants of a record share."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence, and whether it proves its point as the graph is now."""

    kind: EvidenceKind
    holds: bool


def weight(proofs: Iterable[Proof]) -> int:
    """Return what evidence counts together: each kind once, vouches twice at most."""
    held = [proof.kind for proof in proofs if proof.holds]
    return sum(
        WEIGHTS[kind] * min(held.count(kind), VOUCHES_COUNTED if kind is EvidenceKind.COAUTHOR_VOUCH else 1)
        for kind in EvidenceKind
    )


@dataclass(frozen=True, slots=True)
class Proven:
    """What the evidence of the claim that holds a record proves of it; nothing where no claim does."""

    held: bool = False
    orcid: bool = False
    email: bool = False
    vouches: int = 0
    organisation: bool = False

    @property
    def affiliation(self) -> bool:
        """An organisation, or so many verified co-authors, confirmed where the person works."""
        return self.organisation or self.vouches >= VALIDATING_VOUCHES


def proven(proofs: Iterable[Proof]) -> Proven:
    """Return what the evidence of a claim that holds its record proves."""
    held = [proof.kind for proof in proofs if proof.holds]
    return Proven(
        held=True,
        orcid=EvidenceKind.ORCID in held,
        email=EvidenceKind.INSTITUTIONAL_EMAIL in held,
        vouches=held.count(EvidenceKind.COAUTHOR_VOUCH),
        organisation=EvidenceKind.ORGANISATION in held,
    )
