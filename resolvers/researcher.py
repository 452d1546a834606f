"""What a researcher's record says of trust, verification, claim and affiliation."""

from dataclasses import dataclass

from graphdb import trust_history as history
from graphdb.claims.evidence import VALIDATING_VOUCHES
from graphdb.keyset import MAX_NESTED_PAGE, BadBoundError, PageArguments, page_request
from graphdb.look_alikes.read import LookAlike, LookAlikesKey
from graphdb.pages import Edge, Page
from graphdb.records import AffiliationRecord, AffiliationState, ResearcherRecord
from graphdb.researcher import CollaborationEdge
from graphdb.second_degree import NAMED
from graphdb.trust import CLAIMED, IMPORTED, PROVEN, VALIDATED, Trust, TrustFigures, trust, verification_level
from graphdb.trust_history import TrustChangeRecord
from resolvers.context import RequestContext
from resolvers.entities import related

NEXT_STEPS = {
    IMPORTED: "Claim this author record and prove that it is yours.",
    CLAIMED: "Prove your ORCID iD, or an address at a domain of an institution that the record is affiliated with.",
    PROVEN: "Have two verified co-authors vouch for you, or your organisation confirm to a moderator where you work.",
    VALIDATED: "Nothing: this is the highest level.",
}
"""By level of verification."""
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
    return trust(figures_of(record))


def figures_of(record: ResearcherRecord) -> TrustFigures:
    """Return what the formula looks at."""
    return TrustFigures(
        works=record.works_count,
        close_collaborators=record.close_collaborators_count,
        topics=record.topics_count,
        sources=record.sources_count,
        claim_approved=record.claim_held,
        orcid_proven=record.orcid_proven,
        institutional_email=record.email_proven,
        affiliation_validated=record.affiliation_validated,
    )


def verification_of(record: ResearcherRecord) -> Verification:
    """Return the level of the record, what it rests on, and what leads on."""
    count = record.works_count
    evidence = [f"Imported from scholarly records: {count} work{'' if count == 1 else 's'}."]
    if record.claim_held:
        evidence.append("An approved claim holds the record.")
    if record.orcid_proven:
        evidence.append("Its owner signed in with the ORCID iD that sources name for it.")
    elif record.orcid is not None:
        evidence.append(f"A source names the ORCID iD {record.orcid}; its owner has not proven it here.")
    if record.email_proven:
        evidence.append("Its owner proved an address at an affiliated institution.")
    if record.vouches:
        coauthors = "co-author" if record.vouches == 1 else "co-authors"
        evidence.append(f"{record.vouches} verified {coauthors} vouched for its owner.")
    if record.affiliation_validated and record.vouches < VALIDATING_VOUCHES:
        evidence.append("An organisation confirmed where its owner works.")
    level = verification_level(figures_of(record))
    return Verification(level, evidence, NEXT_STEPS[level])


async def trust_history(
    context: RequestContext, researcher: str, arguments: PageArguments
) -> Page[Edge[TrustChangeRecord]]:
    """Return a page of the changes of a record's trust; raises `BadBoundError` and `BadCursorError`."""
    request = page_request("Researcher.trustHistory", history.HISTORY_ORDER, arguments, MAX_NESTED_PAGE)
    return await history.trust_history(context.graph, researcher, request)


async def affiliation_of(context: RequestContext, record: ResearcherRecord) -> AffiliationRecord:
    """Return the latest affiliation of the researcher; without one, its state alone.

    The store keeps what is said of it. Whether it is validated is seen as it is read: that depends on evidence, which
    may cease to hold.
    """
    state = record.affiliation_state
    if state == AffiliationState.NOT_IMPORTED:
        return AffiliationRecord(state, None, None, None)
    latest = await context.loaders.latest_affiliation.load(record.id)
    if latest is None:
        return AffiliationRecord(state, None, None, None)
    if latest.validated:
        state = AffiliationState.VALIDATED
    return AffiliationRecord(state, latest.institution, latest.since, latest.source)


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
