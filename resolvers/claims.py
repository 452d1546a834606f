"""Claims: what the viewer does about them, and which of them the viewer sees."""

from collections.abc import Awaitable, Callable, Collection
from urllib.parse import urlsplit

from graphdb.accounts.email import normal_email
from graphdb.accounts.errors import BadAccountInputError
from graphdb.accounts.text import line, paragraphs
from graphdb.claims import acts, lists, proofs
from graphdb.claims.acts import ReviewDecision
from graphdb.claims.errors import UnknownClaimError, UnknownRecordError
from graphdb.claims.evidence import EvidenceKind
from graphdb.claims.records import ClaimRecord, EvidenceRecord, claims_by_id, owned_records, vouchable
from graphdb.claims.states import OPEN, ClaimState
from graphdb.entities import check_id
from graphdb.graph import Change
from graphdb.ids import kind_of, kind_of_peoples
from graphdb.keyset import MAX_NESTED_PAGE, MAX_ROOT_PAGE, PageArguments, page_request
from graphdb.owner_edits.following import edited, follow_owners
from graphdb.pages import Edge, Page
from graphdb.records import ResearcherRecord
from resolvers.accounts.sign_in import LETTERS_TO_ONE, LOCAL_TIMES
from resolvers.attempts import Limit
from resolvers.authorisation import (
    in_good_standing,
    is_moderator,
    moderator,
    moderator_who_reads,
    signed_in,
    viewer_who_reads,
)
from resolvers.context import RequestContext
from resolvers.loaders.entities import EntityName
from resolvers.mail import Letter
from resolvers.refusals import NotSignedInError

CLAIMING = Limit("claims", 50, 86_400)
PROVING = Limit("evidence", 100, 86_400)
LETTERS_FOR_CLAIMS = Limit("letters that confirm addresses", 10, 3600)
"""Of an account."""
LONGEST_NOTE = 1_000
LONGEST_STATEMENT = 2_000
LONGEST_URL = 500

CONFIRM_PATH = "/confirm-address"
LETTER = """\
Somebody, most likely you, wants to show with this address that an author record on BZPEER is theirs.

Open this link within a day, in a browser that is signed in; it works once:

{link}

If it was not you, do nothing.
"""


async def claim(context: RequestContext, researcher: str, note: str | None) -> ClaimRecord:
    """Claim an author record for the viewer, and return the claim, the open one where there is one.

    Raises `UnknownRecordError`, `TooManyClaimsError`, `BadAccountInputError` and what `in_good_standing` raises.
    """
    account = in_good_standing(context)
    context.services.attempts.take(CLAIMING, account.id)
    said = paragraphs("note", note, LONGEST_NOTE)
    if kind_of(researcher) != "Researcher":
        raise UnknownRecordError
    return await _changed(context, lambda change: acts.claim_record_of(change, account.id, researcher, said))


async def add_evidence(
    context: RequestContext, id_: str, kind: EvidenceKind, text: str | None, url: str | None
) -> ClaimRecord:
    """Add to a claim of the viewer's what the account has proven of itself, or a statement.

    Raises `UnknownClaimError`, `ClaimStateError`, `EvidenceRefusedError`, `TooManyClaimsError`, `BadAccountInputError`
    and what `in_good_standing` raises.
    """
    account = in_good_standing(context)
    context.services.attempts.take(PROVING, account.id)
    said = paragraphs("text", text, LONGEST_STATEMENT)
    link = _web_address(url)
    if kind is EvidenceKind.STATEMENT and said is None and link is None:
        raise BadAccountInputError("A statement needs `text` or `url`.", "Say what a moderator can check.")
    _known(id_)

    async def add(change: Change) -> str:
        await proofs.add_evidence(change, account.id, id_, kind, text=said, url=link)
        return id_

    return await _changed(context, add)


def _web_address(url: str | None) -> str | None:
    shown = line("url", url, LONGEST_URL)
    if shown is None:
        return None
    try:
        parts = urlsplit(shown)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.hostname or " " in shown:
        raise BadAccountInputError("`url` must be an address that begins with https:// or http://.")
    return shown


async def ask_to_confirm(context: RequestContext, id_: str, email: str) -> tuple[ClaimRecord, str]:
    """Send a letter to an address that is to be evidence, and return the claim and the address in its normal form.

    Where one address gets too many letters no further one is sent, which is not told. Raises `UnknownClaimError`,
    `BadEmailError`, `TooManyAttemptsError` and what `in_good_standing` raises.
    """
    account, services = in_good_standing(context), context.services
    times = LOCAL_TIMES if context.caller.is_local else 1
    services.attempts.take(LETTERS_FOR_CLAIMS, account.id, times)
    address = normal_email(email)
    _known(id_)
    [found] = await claims_by_id(context.graph, [id_])
    if found is None or found.account_id != account.id:
        raise UnknownClaimError
    link = f"{context.mail_url}{CONFIRM_PATH}#{services.evidence_links.token(account.id, id_, address)}"
    if services.attempts.wait(LETTERS_TO_ONE, address, times) == 0:
        services.post.send(Letter(address, "Confirm your address for BZPEER", LETTER.format(link=link), link))
    return found, address


async def confirm_email(context: RequestContext, token: str) -> ClaimRecord:
    """Add the address to which a link was sent as evidence, by the link's token.

    Raises `LinkInvalidError`, `LinkExpiredError`, `LinkUsedError` and what `add_evidence` raises.
    """
    account = in_good_standing(context)
    context.services.attempts.take(PROVING, account.id)
    link = context.services.evidence_links.read(token, account.id)

    async def add(change: Change) -> str:
        await proofs.add_confirmed_email(change, link)
        return link.claim

    return await _changed(context, add)


async def withdraw(context: RequestContext, id_: str) -> ClaimRecord:
    """Give up a claim of the viewer's; raises `UnknownClaimError`, `ClaimStateError` and what `signed_in` raises."""
    account = signed_in(context)
    return await _done(context, id_, lambda change: acts.withdraw(change, account.id, id_))


async def vouch(context: RequestContext, id_: str) -> ClaimRecord:
    """Vouch for a claim as a verified co-author.

    Raises `UnknownClaimError`, `ClaimStateError`, `OwnClaimError`, `NotCoauthorError` and what `in_good_standing`
    raises. That there is a claim is told to verified co-authors alone.
    """
    account = in_good_standing(context)
    context.services.attempts.take(PROVING, account.id)
    return await _done(context, id_, lambda change: proofs.vouch(change, account.id, id_))


async def review(context: RequestContext, id_: str, decision: ReviewDecision, reason: str | None) -> ClaimRecord:
    """Decide on a claim; raises `UnknownClaimError`, `ClaimStateError`, `OwnClaimError` and what `moderator` raises."""
    account = moderator(context)
    said = paragraphs("reason", reason, LONGEST_NOTE)
    return await _done(context, id_, lambda change: acts.review(change, account.id, id_, decision, said))


async def revoke(context: RequestContext, id_: str, reason: str | None) -> ClaimRecord:
    """Take an approval back; raises what `review` raises."""
    account = moderator(context)
    said = paragraphs("reason", reason, LONGEST_NOTE)
    return await _done(context, id_, lambda change: acts.revoke(change, account.id, id_, said))


def _known(id_: str) -> None:
    if kind_of_peoples(id_) != "Claim":
        raise UnknownClaimError


async def _done(context: RequestContext, id_: str, act: Callable[[Change], Awaitable[None]]) -> ClaimRecord:
    _known(id_)

    async def work(change: Change) -> str:
        await act(change)
        return id_

    return await _changed(context, work)


async def _changed(context: RequestContext, work: Callable[[Change], Awaitable[str]]) -> ClaimRecord:
    id_ = await context.graph.change(work)
    context.loaders.entity_by_name.clear_all()
    context.loaders.tie.clear_all()
    [found] = await claims_by_id(context.graph, [id_])
    if found is None:
        raise UnknownClaimError
    await follow_owners(context.services.endpoint, await edited(context.graph, [found.researcher_id]))
    return found


async def visible_claim(context: RequestContext, id_: str) -> ClaimRecord | None:
    """Return a claim to its claimant, to moderators, and to who may vouch for it; None to everybody else."""
    viewer = viewer_who_reads(context)
    if viewer is None:
        return None
    [found] = await claims_by_id(context.graph, [id_])
    if found is None or is_told(context, found):
        return found
    allowed = await vouchable(context.graph, viewer.account.id, [id_], sorted(OPEN))
    return found if id_ in allowed else None


def is_told(context: RequestContext, record: ClaimRecord) -> bool:
    """Whether the viewer sees what is said in a claim: the claimant and moderators do."""
    viewer = viewer_who_reads(context)
    return viewer is not None and (viewer.account.id == record.account_id or is_moderator(context))


def told_evidence(context: RequestContext, record: ClaimRecord) -> list[EvidenceRecord]:
    """Return the evidence of a claim to who may see it, nothing to others."""
    return list(record.evidence) if is_told(context, record) else []


async def record_of(context: RequestContext, record: ClaimRecord) -> ResearcherRecord | None:
    """Return the author record that a claim is of."""
    found = await context.loaders.entity_by_name.load(EntityName("Researcher", "id", record.researcher_id))
    return found if isinstance(found, ResearcherRecord) else None


async def records_of(context: RequestContext, account: str) -> list[ResearcherRecord]:
    """Return the author records that an account owns, by id; none to anybody else."""
    viewer = viewer_who_reads(context)
    return await owned_records(context.graph, account) if viewer is not None and viewer.account.id == account else []


async def claims_of(context: RequestContext, account: str, arguments: PageArguments) -> Page[Edge[ClaimRecord]]:
    """Return a page of the viewer's claims; raises `BadBoundError`, `BadCursorError`, `NotSignedInError`."""
    _own(context, account)
    request = page_request("Account.claims", lists.NEWEST, arguments, MAX_NESTED_PAGE)
    return await lists.claims_of(context.graph, account, request)


async def claims_to_vouch_for(
    context: RequestContext, account: str, arguments: PageArguments
) -> Page[Edge[ClaimRecord]]:
    """Return a page of claims that the viewer may vouch for; raises what `claims_of` raises."""
    _own(context, account)
    request = page_request("Account.claimsToVouchFor", lists.OLDEST, arguments, MAX_NESTED_PAGE)
    return await lists.claims_to_vouch_for(context.graph, account, request)


async def queue(
    context: RequestContext, states: Collection[ClaimState] | None, record: str | None, arguments: PageArguments
) -> Page[Edge[ClaimRecord]]:
    """Return a page of all claims for moderators, those that wait for a decision where no states are named.

    Raises `BadBoundError`, `BadCursorError`, `BadIdError` and what `moderator_who_reads` raises.
    """
    moderator_who_reads(context)
    wanted = sorted(states if states is not None else (ClaimState.PENDING, ClaimState.DISPUTED))
    of = check_id(record, "Researcher") if record is not None else None
    request = page_request(f"Query.claims {','.join(wanted)} {of or ''}", lists.OLDEST, arguments, MAX_ROOT_PAGE)
    return await lists.claim_queue(context.graph, wanted, of, request)


def _own(context: RequestContext, account: str) -> None:
    viewer = viewer_who_reads(context)
    if viewer is None or viewer.account.id != account:
        raise NotSignedInError
