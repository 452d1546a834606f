"""A researcher, and what hangs on her alone."""

from dataclasses import dataclass
from enum import StrEnum
from typing import LiteralString

from graphdb.records.columns import Columns, projection
from graphdb.records.entity import EntityRecord
from graphdb.records.institution import InstitutionRecord


class AffiliationState(StrEnum):
    """What is known of a researcher's affiliation, and from whom."""

    NOT_IMPORTED = "NOT_IMPORTED"
    IMPORTED = "IMPORTED"
    CLAIMED = "CLAIMED"
    VALIDATED = "VALIDATED"


@dataclass(frozen=True, slots=True)
class ResearcherRecord(EntityRecord):
    """A person who writes works."""

    name: str
    """The name shown, in reading order."""
    name_variants: list[str]
    """Other spellings that works print, sorted."""
    orcid: str | None
    """Bare ORCID iD, `0000-0002-1825-0097`."""
    bio: str | None
    """A short text about the person."""
    bio_is_generated: bool
    """The text was put together from the graph rather than written by a person."""
    role: str | None
    affiliation_state: str
    """A value of `AffiliationState`."""
    open_to_collaborate: bool
    open_to_collaborate_source: str
    """`DEFAULT`, or `OWNER` once the owner of the record has said so."""
    identity_rule: str | None
    """Why several authorships are said to be this person's."""
    identity_confidence: float | None
    """0 to 1."""
    works_count: int
    citation_count: int
    """Citations of her works by works of the graph."""
    h_index: int
    topics_count: int
    sources_count: int
    institutions_count: int
    collaborators_count: int
    close_collaborators_count: int
    """Collaborators whose collaboration weighs at least 0.5."""
    followers_count: int
    claim_state: str
    """`UNCLAIMED`, or how far those who claim the record have come; a value of `ClaimState`."""
    claim_held: bool
    """An approved claim holds the record."""
    orcid_proven: bool
    email_proven: bool
    affiliation_validated: bool
    """What the evidence of that claim proves."""
    vouches: int
    """Verified co-authors who vouch for it."""


@dataclass(frozen=True, slots=True)
class IdentityRecord:
    """Why several authorships are one person's, and how sure that is."""

    rule: str
    confidence: float | None
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class AffiliationRecord:
    """The latest affiliation of a researcher."""

    state: str
    """A value of `AffiliationState`."""
    institution: InstitutionRecord | None
    since: int | None
    """First year."""
    source: str | None
    """Who says so."""


RESEARCHER_COLUMNS: Columns = {
    "id": "n.id",
    "slug": "coalesce(n.slug, n.id)",
    "name": "n.name",
    "name_variants": "coalesce(n.nameVariants, [])",
    "orcid": "n.orcid",
    "bio": "coalesce(n.ownerBio, n.bio)",
    "bio_is_generated": "n.ownerBio IS NULL AND coalesce(n.bioIsGenerated, false)",
    "role": "n.role",
    "affiliation_state": "coalesce(n.affiliationState, 'NOT_IMPORTED')",
    "open_to_collaborate": "coalesce(n.openToCollaborate, true)",
    "open_to_collaborate_source": "coalesce(n.openToCollaborateSource, 'DEFAULT')",
    "identity_rule": "n.identityRule",
    "identity_confidence": "n.identityConfidence",
    "works_count": "coalesce(n.worksCount, 0)",
    "citation_count": "coalesce(n.citationCount, 0)",
    "h_index": "coalesce(n.hIndex, 0)",
    "topics_count": "coalesce(n.topicsCount, 0)",
    "sources_count": "coalesce(n.sourcesCount, 0)",
    "institutions_count": "coalesce(n.institutionsCount, 0)",
    "collaborators_count": "coalesce(n.collaboratorsCount, 0)",
    "close_collaborators_count": "coalesce(n.closeCollaboratorsCount, 0)",
    "followers_count": "coalesce(n.followersCount, 0)",
    "claim_state": "coalesce(n.claimState, 'UNCLAIMED')",
    "claim_held": "coalesce(n.claimed, false)",
    "orcid_proven": "coalesce(n.orcidProven, false)",
    "email_proven": "coalesce(n.emailProven, false)",
    "affiliation_validated": "coalesce(n.affiliationValidated, false)",
    "vouches": "coalesce(n.vouches, 0)",
}
"""Cypher expressions over the node `n`, by the fields of `ResearcherRecord`."""

RESEARCHER: LiteralString = projection(RESEARCHER_COLUMNS)
"""Map projection of the node `n`; its keys are the fields of `ResearcherRecord`."""
