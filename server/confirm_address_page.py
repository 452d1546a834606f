"""The page at `/confirm-address`: where links in letters lead that make an address evidence for a claim."""

from starlette.requests import Request
from starlette.responses import Response

from server.page_shell import page

_BODY = """\
<h1><img src="/static/favicon.svg" alt="" width="35" height="35">Confirm an address</h1>
<noscript><p role="alert">This page needs JavaScript.</p></noscript>
<form id="confirm">
<p>You are about to confirm that this address is yours, as evidence for your claim of an author record.</p>
<p><button>Confirm the address</button></p>
</form>
<p id="answer" role="status" aria-live="polite"></p>
<p><a href="/sign-in">Sign in</a> · <a href="/">Start page</a></p>
<script src="/static/confirm-address.js" defer></script>
"""


async def confirm_address_page(_request: Request) -> Response:
    """The page; as on the one where one signs in, no server is sent the token, and a button uses it."""
    return page("Confirm an address – BZPEER", _BODY, headers={"cache-control": "no-store"})
