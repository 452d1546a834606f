"""What a researcher's record says of trust, verification, claim and affiliation."""

from dataclasses import dataclass

from graphdb.keyset import BadBoundError
from graphdb.look_alikes.read import LookAlike, LookAlikesKey
from graphdb.records import AffiliationRecord, AffiliationState, ResearcherRecord
from graphdb.researcher import CollaborationEdge
from graphdb.second_degree import NAMED
from graphdb.trust import Trust, TrustFigures, trust
from resolvers.context import RequestContext
from resolvers.entities import related

IMPORTED_LEVEL = 1
MAX_LOOK_ALIKES = 50
"""People whom one list of possible duplicates names."""


@dataclass(frozen=True, slots=True)
class Verification:
    """How far a record is known to be the person's own."""

    level: int
    """0 by hand, 1 imported, 2 claimed, 3 proven, 4 validated."""
    evidence: list[str]
    """What the level rests on, as sentences."""
    next_step: str
    """What leads to the next level."""


def trust_of(record: ResearcherRecord) -> Trust:
    """Return the trust that the figures of the record give."""
    return trust(
        TrustFigures(
            works=record.works_count,
            close_collaborators=record.close_collaborators_count,
            topics=record.topics_count,
            sources=record.sources_count,
        )
    )


def verification_of(record: ResearcherRecord) -> Verification:
    """Return the level of the record: nobody has claimed it, it was imported."""
    count = record.works_count
    evidence = [f"Imported from scholarly records: {count} work{'' if count == 1 else 's'}."]
    if record.orcid is not None:
        evidence.append(f"A source names the ORCID iD {record.orcid}; its owner has not proven it here.")
    return Verification(IMPORTED_LEVEL, evidence, "Claim this author record and prove that it is yours.")


async def affiliation_of(context: RequestContext, record: ResearcherRecord) -> AffiliationRecord:
    """Return the latest affiliation of the researcher; without one, its state alone."""
    state = record.affiliation_state
    if state == AffiliationState.NOT_IMPORTED:
        return AffiliationRecord(state, None, None, None)
    latest = await context.loaders.latest_affiliation.load(record.id)
    return AffiliationRecord(state, *latest) if latest else AffiliationRecord(state, None, None, None)


async def possible_duplicates(context: RequestContext, record: ResearcherRecord, first: int) -> list[LookAlike]:
    """Return the first of those who may be the same person as the researcher, the most likely first.

    Raises `BadBoundError`.
    """
    if not 1 <= first <= MAX_LOOK_ALIKES:
        raise BadBoundError(f"`first` may be 1 to {MAX_LOOK_ALIKES}, not {first}.")
    key = LookAlikesKey(record.id, record.name, tuple(record.name_variants))
    found = await context.loaders.look_alikes.load(key)
    return found[:first]


async def through(context: RequestContext, edge: CollaborationEdge, first: int) -> list[ResearcherRecord]:
    """Return the first collaborators in common by which two people are linked who are no collaborators.

    Raises `BadBoundError`.
    """
    if not 1 <= first <= NAMED:
        raise BadBoundError(f"`first` may be 1 to {NAMED}, not {first}.")
    return await related(context, ResearcherRecord, "Researcher", edge.through_ids[:first])
