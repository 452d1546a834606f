"""The page at `/sign-in`: where links in letters lead, and where one asks for them."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from server.page_shell import page

_BODY = """\
<h1><img src="/static/favicon.svg" alt="" width="35" height="35">Sign in</h1>
<noscript><p role="alert">This page needs JavaScript.</p></noscript>
<form id="ask" hidden>
<p><label for="email">E-mail address</label></p>
<p><input id="email" name="email" type="email" autocomplete="email" required maxlength="254" size="32">
<button>Send me a link</button></p>
<p class="quiet">No password: the link in the letter signs you in, and makes your account if you have none.</p>
</form>
<form id="enter" hidden>
<p>You are about to sign in.</p>
<p><button>Sign in to BZPEER</button></p>
</form>
<form id="leave" hidden>
<p>You are signed in as <strong id="who"></strong>.</p>
<p><button>Sign out</button></p>
</form>
<p id="answer" role="status" aria-live="polite"></p>
<p><a href="/">Start page</a></p>
<script src="/static/sign-in.js" defer></script>
"""


_ORCID = '<p><a href="/sign-in/orcid">Sign in with ORCID</a></p>\n'


def sign_in_page(*, with_orcid: bool) -> Callable[[Request], Awaitable[Response]]:
    """Make the page. The token of a link stands after the `#`, which browsers do not send: no log and no proxy sees it.

    It signs in when the button is pressed, not when it is opened, since programs that look through mail open links too.
    """
    body = _BODY.replace('<p id="answer"', f'{_ORCID}<p id="answer"') if with_orcid else _BODY

    async def answer(_request: Request) -> Response:
        return page("Sign in – BZPEER", body, headers={"cache-control": "no-store"})

    return answer
