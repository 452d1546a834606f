"""Signing in by a link that is sent by e-mail, and signing out."""

from graphdb.accounts.email import normal_email
from graphdb.accounts.records import AccountRecord, SignInMethod
from graphdb.accounts.secret import new_secret
from graphdb.accounts.sessions import sign_out as end_session
from graphdb.accounts.sign_in import Arrival, sign_in_by_link, sign_ins_of
from resolvers.attempts import Limit
from resolvers.context import RequestContext, SessionCookie
from resolvers.mail import Letter
from resolvers.refusals import CookieNeededError
from resolvers.sign_in_links import VALID

LETTERS_TO_ONE = Limit("sign-in letters to one address", 5, 3600)
LETTERS_FROM_ONE = Limit("sign-in letters that one caller asks for", 20, 3600)
LINKS_OF_ONE = Limit("sign-in links that one caller tries", 30, 600)
LOCAL_TIMES = 100
"""Whoever works on this machine may try so many times more often."""

SIGN_IN_PATH = "/sign-in"
LETTER = """\
Somebody, most likely you, wants to sign in to BZPEER with this address.

Open this link within {minutes:.0f} minutes; it works once:

{link}

If it was not you, do nothing: nobody can sign in without this letter.
"""


async def request_link(context: RequestContext, email: str) -> str:
    """Send a sign-in link, and return the address in its normal form.

    What is answered, and when, does not tell whether there is an account: the letter is the same, since the link makes
    the account where there is none, and is sent when the answer is. Where one address gets too many letters, no further
    one is sent, which is not told either. Raises `BadEmailError` and `TooManyAttemptsError`.
    """
    services, caller = context.services, context.caller
    services.attempts.take(LETTERS_FROM_ONE, caller.address, LOCAL_TIMES if caller.is_local else 1)
    address = normal_email(email)
    link = (
        f"{context.mail_url}{SIGN_IN_PATH}#{services.links.token(address, await sign_ins_of(context.graph, address))}"
    )
    if services.attempts.wait(LETTERS_TO_ONE, address, LOCAL_TIMES if caller.is_local else 1) == 0:
        text = LETTER.format(minutes=VALID / 60, link=link)
        services.post.send(Letter(address, "Sign in to BZPEER", text, link))
    return address


async def sign_in_with_link(context: RequestContext, token: str) -> AccountRecord:
    """Sign in by the token of a link: the session's secret goes into the caller's cookie.

    Raises `LinkInvalidError`, `LinkExpiredError`, `LinkUsedError`, `TooManyAttemptsError`, and `CookieNeededError`
    where the answer cannot set one.
    """
    caller = context.caller
    cookie = _cookie(context)
    context.services.attempts.take(LINKS_OF_ONE, caller.address, LOCAL_TIMES if caller.is_local else 1)
    link = context.services.links.read(token)
    arrival = Arrival(new_secret(), SignInMethod.EMAIL, caller.user_agent, cookie.given)
    account, _ = await context.graph.change(lambda change: sign_in_by_link(change, link, arrival))
    cookie.kept = arrival.secret
    return account


async def sign_out(context: RequestContext) -> bool:
    """End the session that asks, and return whether there was one; raises `CookieNeededError`."""
    cookie = _cookie(context)
    cookie.forgotten = True
    viewer = context.viewer
    if viewer is None or viewer.session is None:
        return False
    account, session = viewer.account.id, viewer.session.id
    await context.graph.change(lambda change: end_session(change, account, session))
    return True


def _cookie(context: RequestContext) -> SessionCookie:
    if context.caller.cookie is None:
        raise CookieNeededError
    return context.caller.cookie
