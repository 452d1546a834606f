"""Signing in by what ORCID says."""

from graphdb.accounts.errors import BadAccountInputError
from graphdb.accounts.orcid import OrcidProof, sign_in_at_orcid
from graphdb.accounts.records import AccountRecord, SignInMethod
from graphdb.accounts.secret import new_secret
from graphdb.accounts.sign_in import Arrival
from graphdb.accounts.text import line
from graphdb.claims.proofs import bring_orcid
from graphdb.graph import Change
from graphdb.identifiers import normalise
from graphdb.owner_edits.following import edited_by, follow_owners
from resolvers.accounts.account import LONGEST_NAME
from resolvers.accounts.sign_in import LOCAL_TIMES
from resolvers.attempts import Limit
from resolvers.context import RequestContext
from resolvers.refusals import CookieNeededError

ROUNDS_OF_ONE = Limit("sign-ins at ORCID that one caller begins or ends", 60, 600)


def count_round(context: RequestContext) -> None:
    """Take an attempt to begin or to end a sign-in at ORCID; raises `TooManyAttemptsError`."""
    caller = context.caller
    context.services.attempts.take(ROUNDS_OF_ONE, caller.address, LOCAL_TIMES if caller.is_local else 1)


async def sign_in(context: RequestContext, orcid: str, name: str | None) -> AccountRecord:
    """Sign in somebody who has proved an iD: the session's secret goes into the caller's cookie.

    Whoever is signed in by a session already gets the iD, and claims of theirs that stand get the evidence. Raises
    `OrcidTakenError`, `OrcidDiffersError`, and `ValueError` where the text is no iD.
    """
    cookie, viewer = context.caller.cookie, context.viewer
    if cookie is None:
        raise CookieNeededError
    bare = normalise("orcid", orcid)
    if bare is None:
        raise ValueError("not an ORCID iD")
    try:
        shown = line("name", name, LONGEST_NAME)
    except BadAccountInputError:
        # They call themselves something else there than they can here, which must not keep them out.
        shown = None
    account = viewer.account.id if viewer is not None and viewer.session is not None else None
    arrival = Arrival(new_secret(), SignInMethod.ORCID, context.caller.user_agent, cookie.given)
    proof = OrcidProof(bare, shown)

    async def enter(change: Change) -> AccountRecord:
        record, _ = await sign_in_at_orcid(change, proof, arrival, account)
        await bring_orcid(change, record.id)
        return record

    record = await context.graph.change(enter)
    await follow_owners(context.services.endpoint, await edited_by(context.graph, record.id))
    cookie.kept = arrival.secret
    return record
