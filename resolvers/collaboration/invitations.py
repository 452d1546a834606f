"""The viewer's invitations."""

import asyncio
from collections.abc import Collection

from graphdb.collaboration import invitation_lists
from graphdb.collaboration.conversations import ConversationRecord
from graphdb.collaboration.invitation_lists import INVITATION_ORDER, RECEIVED, SENT
from graphdb.collaboration.invitations import (
    NewInvitation,
    answer_invitation,
    save_invitation,
    withdraw_invitation,
)
from graphdb.collaboration.records import InvitationRecord, InvitationState
from graphdb.keyset import MAX_NESTED_PAGE, PageArguments, page_request
from graphdb.pages import Edge, Page
from graphdb.records import ResearcherRecord
from resolvers.attempts import Limit
from resolvers.authorisation import in_good_standing, own_account, signed_in, viewer_who_reads
from resolvers.collaboration.conversations import own_conversation
from resolvers.collaboration.people import person, researcher_of
from resolvers.context import RequestContext

INVITING = Limit("invite", 60, 3600)
"""Of an account: invitations sent, drafted and withdrawn."""
ANSWERING = Limit("answer invitations", 600, 3600)


async def send(context: RequestContext, to: str, wanted: NewInvitation) -> InvitationRecord:
    """Draft or send an invitation.

    Raises what `save_invitation` raises, `TooManyAttemptsError`, and what `in_good_standing` raises.
    """
    account = in_good_standing(context)
    context.services.attempts.take(INVITING, account.id)
    researcher = await person(context, to)
    record = await context.graph.change(lambda change: save_invitation(change, account.id, researcher.id, wanted))
    context.loaders.standing.clear_all()
    return record


async def respond(context: RequestContext, id_: str, *, accept: bool) -> InvitationRecord:
    """Accept or decline, which who is suspended may still do.

    Raises what `answer_invitation` raises, `TooManyAttemptsError`, and what `in_good_standing` raises.
    """
    account = in_good_standing(context) if accept else signed_in(context)
    context.services.attempts.take(ANSWERING, account.id)
    record = await context.graph.change(lambda change: answer_invitation(change, account.id, id_, accept=accept))
    context.loaders.standing.clear_all()
    return record


async def withdraw(context: RequestContext, id_: str) -> InvitationRecord:
    """Take an invitation back; raises what `withdraw_invitation` raises, `TooManyAttemptsError`, and as `signed_in`."""
    account = signed_in(context)
    context.services.attempts.take(ANSWERING, account.id)
    record = await context.graph.change(lambda change: withdraw_invitation(change, account.id, id_))
    context.loaders.standing.clear_all()
    return record


async def introduction(context: RequestContext, record: InvitationRecord) -> list[ResearcherRecord] | None:
    """Return the shortest way from one of the two to the other by people who have written together, both included.

    None where there is no such way, or one of the two is gone.
    """
    ends = [await researcher_of(context, id_) for id_ in (record.from_researcher, record.to_researcher)]
    if ends[0] is None or ends[1] is None:
        return None
    people = await context.loaders.introduction.load((ends[0].id, ends[1].id))
    if people is None:
        return None
    found = await asyncio.gather(*(researcher_of(context, id_) for id_ in people))
    return [each for each in found if each is not None]


async def conversation_of(context: RequestContext, record: InvitationRecord) -> ConversationRecord | None:
    """Return the conversation that an invitation opened, None where there is none."""
    return await own_conversation(context, record.conversation) if record.conversation is not None else None


async def sent_by(
    context: RequestContext, account: str, states: Collection[InvitationState] | None, arguments: PageArguments
) -> Page[Edge[InvitationRecord]]:
    """Return a page of what an account sent; raises `BadBoundError`, `BadCursorError`, `NotSignedInError`."""
    own_account(context, account)
    wanted = _states(states)
    request = page_request(f"Account.sentInvitations {','.join(wanted)}", INVITATION_ORDER, arguments, MAX_NESTED_PAGE)
    return await invitation_lists.invitations(context.graph, account, SENT, wanted, request)


async def received_by(
    context: RequestContext, account: str, states: Collection[InvitationState] | None, arguments: PageArguments
) -> Page[Edge[InvitationRecord]]:
    """Return a page of what an account got; raises `BadBoundError`, `BadCursorError`, `NotSignedInError`."""
    own_account(context, account)
    wanted = _states(states)
    request = page_request(
        f"Account.receivedInvitations {','.join(wanted)}", INVITATION_ORDER, arguments, MAX_NESTED_PAGE
    )
    return await invitation_lists.invitations(context.graph, account, RECEIVED, wanted, request)


def _states(states: Collection[InvitationState] | None) -> list[InvitationState]:
    return sorted(set(states if states is not None else InvitationState))


async def own_invitation(context: RequestContext, id_: str) -> InvitationRecord | None:
    """Return an invitation that the viewer sent or got, None if it is none of these."""
    viewer = viewer_who_reads(context)
    return await context.loaders.invitation.load((viewer.account.id, id_)) if viewer is not None else None
