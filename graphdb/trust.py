"""The trust formula: a pure function of figures that the graph holds; every point of a score can be explained."""

from dataclasses import dataclass
from enum import StrEnum

FORMULA_VERSION = "v1"


class TrustBand(StrEnum):
    """What a score amounts to."""

    UNVERIFIED = "UNVERIFIED"
    EMERGING = "EMERGING"
    ESTABLISHED = "ESTABLISHED"
    VERIFIED = "VERIFIED"


class TrustComponentName(StrEnum):
    """What the points are given for."""

    WORKS = "WORKS"
    CLOSE_COLLABORATORS = "CLOSE_COLLABORATORS"
    TOPICS = "TOPICS"
    SOURCES = "SOURCES"
    CLAIM = "CLAIM"
    ORCID = "ORCID"
    INSTITUTIONAL_EMAIL = "INSTITUTIONAL_EMAIL"
    AFFILIATION = "AFFILIATION"


@dataclass(frozen=True, slots=True)
class TrustFigures:
    """What the formula looks at."""

    works: int = 0
    """Works of the researcher in the graph."""
    close_collaborators: int = 0
    """Collaborators whose collaboration weighs at least `CLOSE_COLLABORATION_WEIGHT`."""
    topics: int = 0
    """Distinct topics of the works."""
    sources: int = 0
    """Distinct sources (venues, archives) of the works."""
    claim_approved: bool = False
    """An approved claim holds the record."""
    orcid_proven: bool = False
    """The owner signed in at ORCID with the record's ORCID iD."""
    institutional_email: bool = False
    """The owner proved an e-mail address at a domain of an affiliated institution."""
    affiliation_validated: bool = False
    """An organisation or verified co-authors confirmed the affiliation."""


@dataclass(frozen=True, slots=True)
class TrustComponent:
    """The points that one figure gives."""

    name: TrustComponentName
    points: int
    """0 to `max`."""
    max: int
    explanation: str
    """How the points come about, as a sentence."""
    how_to_raise: str
    """What the researcher can do, as a sentence."""


@dataclass(frozen=True, slots=True)
class Trust:
    """A score with its reasons."""

    score: int
    """0 to 100, the sum of the components' points."""
    band: TrustBand
    formula_version: str
    components: tuple[TrustComponent, ...]
    """All eight, in the order of `TrustComponentName`."""


CLOSE_COLLABORATION_WEIGHT = 0.5
"""A collaborator is close from this collaboration weight on (Newman's: sum over shared works of 1 / (authors - 1))."""

CLOSE_COLLABORATOR_DEFINITION = (
    "Researchers whose collaboration weight is at least 0.5: each shared work adds 1 / (authors - 1); "
    "works with more than 100 authors are left out."
)

AT_MAXIMUM = "Nothing: this is the maximum."
_BANDS = ((75, TrustBand.VERIFIED), (50, TrustBand.ESTABLISHED), (25, TrustBand.EMERGING), (0, TrustBand.UNVERIFIED))


def band_of(score: int) -> TrustBand:
    """Return the band of a score: 0-24 Unverified, 25-49 Emerging, 50-74 Established, 75-100 Verified."""
    return next(band for least, band in _BANDS if score >= least)


def trust(figures: TrustFigures) -> Trust:
    """Return the score of `figures` by formula v1, with all eight components."""
    components = (
        _counted(
            TrustComponentName.WORKS,
            figures.works,
            each=2,
            most=20,
            noun="work",
            advice="Add works that are missing.",
        ),
        _counted(
            TrustComponentName.CLOSE_COLLABORATORS,
            figures.close_collaborators,
            each=1,
            most=10,
            noun="close collaborator",
            advice="Publish with the same people again, or add joint works that are missing.",
        ),
        _counted(
            TrustComponentName.TOPICS,
            figures.topics,
            each=1,
            most=5,
            noun="topic",
            advice="Add works on further topics.",
        ),
        _counted(
            TrustComponentName.SOURCES,
            figures.sources,
            each=2,
            most=10,
            noun="independent source",
            advice="Add works that appeared in further venues or archives.",
        ),
        _proven(
            TrustComponentName.CLAIM,
            figures.claim_approved,
            most=15,
            explanation="An approved claim holds this author record.",
            otherwise="No approved claim holds this author record.",
            advice="Claim this author record and prove that it is yours.",
        ),
        _proven(
            TrustComponentName.ORCID,
            figures.orcid_proven,
            most=20,
            explanation="The owner signed in with the ORCID iD of this record.",
            otherwise="The ORCID iD is not proven by its owner.",
            advice="Sign in with the ORCID iD of this record.",
        ),
        _proven(
            TrustComponentName.INSTITUTIONAL_EMAIL,
            figures.institutional_email,
            most=10,
            explanation="The owner proved an e-mail address at an affiliated institution.",
            otherwise="No e-mail address at an affiliated institution is proven.",
            advice="Prove an e-mail address at a domain of your institution.",
        ),
        _proven(
            TrustComponentName.AFFILIATION,
            figures.affiliation_validated,
            most=10,
            explanation="An organisation or verified co-authors confirmed the affiliation.",
            otherwise="Nobody has confirmed the affiliation.",
            advice="Ask your organisation or verified co-authors to confirm your affiliation.",
        ),
    )
    score = sum(component.points for component in components)
    return Trust(score, band_of(score), FORMULA_VERSION, components)


IMPORTED, CLAIMED, PROVEN, VALIDATED = 1, 2, 3, 4
"""Verification levels; 0 is a record that was made by hand."""


def verification_level(figures: TrustFigures) -> int:
    """Return how far a record is known to be the person's own.

    1 imported, 2 an approved claim holds it, 3 its owner proved an ORCID iD or an institutional address, 4 an
    organisation or verified co-authors confirmed it besides.
    """
    if not figures.claim_approved:
        return IMPORTED
    if figures.affiliation_validated:
        return VALIDATED
    return PROVEN if figures.orcid_proven or figures.institutional_email else CLAIMED


def _counted(name: TrustComponentName, count: int, *, each: int, most: int, noun: str, advice: str) -> TrustComponent:
    points = min(count * each, most)
    explanation = (
        f"{count} {noun}{'' if count == 1 else 's'}, {each} point{'' if each == 1 else 's'} each, {most} at most."
    )
    return TrustComponent(name, points, most, explanation, AT_MAXIMUM if points == most else advice)


def _proven(
    name: TrustComponentName, holds: bool, *, most: int, explanation: str, otherwise: str, advice: str
) -> TrustComponent:
    if holds:
        return TrustComponent(name, most, most, explanation, AT_MAXIMUM)
    return TrustComponent(name, 0, most, otherwise, advice)
