"""The page at `/unsubscribe`: where the links at the end of digests lead, and what mail programs post to (RFC 8058)."""

from html import escape

from starlette.requests import Request
from starlette.responses import Response

from graphdb.accounts.errors import UnknownAccountError
from graphdb.accounts.profile import AccountWishes, update_account
from graphdb.graph import Graph, GraphUnavailable
from graphdb.notifications.records import EmailDigest
from resolvers.errors import GRAPH_UNAVAILABLE
from resolvers.notifications.unsubscribe_links import UnsubscribeLinks
from server.page_shell import page
from server.rate_limit import RateLimiter
from server.request_errors import RequestError, error_response

NO_LETTERS = AccountWishes(digest=EmailDigest.NEVER)
_TITLE = "No more letters – BZPEER"
_NO_STORE = {"cache-control": "no-store"}
_ASK = """\
<h1>No more letters</h1>
<p>You are about to stop the daily letters of BZPEER.</p>
<form method="post" action="/unsubscribe?token={token}"><p><button>Send me none</button></p></form>
"""
_DONE = """\
<h1>No more letters</h1>
<p>You get no daily letters of BZPEER any more. Your account says when you want them again.</p>
<p><a href="/">Start page</a></p>
"""
_WRONG = """\
<h1>No more letters</h1>
<p role="alert">This link is not whole. Use it as it stands in the letter.</p>
"""


class UnsubscribePage:
    """Answers GET with a button, since programs that look through mail open links, and POST by doing it.

    The token says whose letters end; neither a cookie nor where the request comes from plays a part.
    """

    def __init__(self, links: UnsubscribeLinks, limiter: RateLimiter) -> None:
        self._links = links
        self._limiter = limiter

    async def __call__(self, request: Request) -> Response:
        """Answer one request."""
        try:
            self._limiter.admit(request)
            token = request.query_params.get("token", "")
            account = self._links.read(token)
            if account is None:
                return page(_TITLE, _WRONG, 400, _NO_STORE)
            if request.method != "POST":
                return page(_TITLE, _ASK.format(token=escape(token)), headers=_NO_STORE)
            graph: Graph = request.app.state.graph
            try:
                await graph.change(lambda change: update_account(change, account, NO_LETTERS))
            except UnknownAccountError:
                # There is no account any more, and so there are no letters.
                pass
            except GraphUnavailable as error:
                raise RequestError(503, GRAPH_UNAVAILABLE, error.message) from None
        except RequestError as error:
            return error_response(request, error)
        return page(_TITLE, _DONE, headers=_NO_STORE)
