"""`/sign-in/orcid`: to ORCID and back."""

import re
from collections.abc import Callable
from functools import cached_property

import structlog
from anyio import to_thread
from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from graphdb.accounts.errors import OrcidDiffersError, OrcidTakenError, UnknownAccountError
from graphdb.graph import GraphUnavailable
from resolvers.accounts import orcid
from resolvers.context import RequestContext
from resolvers.errors import GRAPH_UNAVAILABLE, TOO_MANY_ATTEMPTS
from resolvers.refusals import TooManyAttemptsError
from server.admission import Admission, Admitted
from server.error_codes import ORCID_AWAY, ORCID_OFF, ORCID_REFUSED, ORCID_TAKEN
from server.orcid.issuer import Issuer, IssuerAwayError, Person, ProofRefusedError, Round
from server.origin import refuse_other_sites
from server.request_errors import RequestError, error_response

log = structlog.stdlib.get_logger()

PATH = "/sign-in/orcid"
CALLBACK = f"{PATH}/callback"
COOKIE = "bzpeer-orcid"
ROUND = 900
"""Seconds that somebody may take at ORCID."""
_LONGEST = 2000
# A path of this site: never a second slash, with which browsers begin the name of another host.
_PATH_HERE = re.compile(r"/(?![/\\])[!-\[\]-~]{0,500}")


class OrcidSignIn:
    """The two routes; `issuer` is None where the site is not known to ORCID, `key` gives the server's secret."""

    def __init__(self, issuer: Issuer | None, admission: Admission, key: Callable[[], bytes], *, secure: bool) -> None:
        self._issuer = issuer
        self._admission = admission
        self._key = key
        self._secure = secure

    def routes(self) -> list[BaseRoute]:
        """Where they answer."""
        return [Route(PATH, self.begin), Route(CALLBACK, self.end)]

    async def begin(self, request: Request) -> Response:
        """Send the browser to ORCID, with a cookie that tells the round when it comes back.

        `next` is the path to go to in the end.
        """
        try:
            issuer = self._offered()
            refuse_other_sites(request, self._admission.public_url)
            context = await self._context(request)
            _count(context)
            round_ = Round.begin()
            try:
                address = await to_thread.run_sync(issuer.address, round_, self._redirect_uri(request))
            except IssuerAwayError as error:
                raise _away(error) from error
        except RequestError as error:
            return error_response(request, error)
        response = RedirectResponse(address, 303, {"cache-control": "no-store"})
        remembered = [round_.state, round_.nonce, round_.verifier, path_here(request.query_params.get("next"))]
        # Lax: it must come along when ORCID sends the browser back.
        response.set_cookie(
            COOKIE,
            str(self._serializer.dumps(remembered)),
            ROUND,
            path=PATH,
            secure=self._secure,
            httponly=True,
            samesite="lax",
        )
        return response

    async def end(self, request: Request) -> Response:
        """Sign the browser in by what ORCID says, and send it where it wanted to go."""
        try:
            issuer = self._offered()
            context = await self._context(request)
            _count(context)
            round_, goal = self._round(request)
            person = await self._redeem(issuer, request, round_)
            await self._sign_in(context, person)
            response: Response = RedirectResponse(goal, 303, {"cache-control": "no-store"})
            if context.caller.cookie is not None:
                self._admission.authentication.settle(response, context.caller.cookie)
        except RequestError as error:
            response = error_response(request, error)
        response.delete_cookie(COOKIE, path=PATH, secure=self._secure, httponly=True, samesite="lax")
        return response

    def _offered(self) -> Issuer:
        if self._issuer is None:
            raise RequestError(404, ORCID_OFF, "One cannot sign in with ORCID here.")
        return self._issuer

    async def _context(self, request: Request) -> RequestContext:
        """Who comes. That it is ORCID's page which sends them is no reason to refuse: the round's cookie tells."""
        admission, graph = self._admission, request.app.state.graph
        allowance = admission.limiter.admit(request)
        cookie = admission.authentication.cookie_of(request)
        viewer = await admission.authentication.viewer_of(request, cookie)
        return admission.context(request, graph, Admitted(allowance, viewer, cookie), sets_cookies=True)

    def _round(self, request: Request) -> tuple[Round, str]:
        """What the browser's cookie tells of the round, and where it wants to go."""
        try:
            state, nonce, verifier, goal = self._serializer.loads(
                request.cookies.get(COOKIE, "")[:_LONGEST], max_age=ROUND
            )
        except (BadSignature, TypeError, ValueError):
            raise RequestError(
                400, ORCID_REFUSED, "This sign-in did not begin in this browser, or too long ago."
            ) from None
        if request.query_params.get("state") != state:
            raise RequestError(400, ORCID_REFUSED, "This answer of ORCID belongs to another sign-in.")
        return Round(state, nonce, verifier), path_here(goal)

    async def _redeem(self, issuer: Issuer, request: Request, round_: Round) -> Person:
        query = request.query_params
        if "error" in query:
            if query["error"] == "access_denied":
                raise RequestError(403, ORCID_REFUSED, "You did not allow ORCID to say who you are.")
            log.warning("orcid_error", error=query["error"][:100])
            raise RequestError(400, ORCID_REFUSED, "ORCID refused the sign-in.")
        code = query.get("code", "")
        if not code or len(code) > _LONGEST:
            raise RequestError(400, ORCID_REFUSED, "ORCID's answer holds no code.")
        try:
            return await to_thread.run_sync(issuer.redeem, code, round_, self._redirect_uri(request))
        except IssuerAwayError as error:
            raise _away(error) from error
        except ProofRefusedError as error:
            raise RequestError(400, ORCID_REFUSED, "What ORCID answered does not prove who you are.") from error

    async def _sign_in(self, context: RequestContext, person: Person) -> None:
        try:
            await orcid.sign_in(context, person.orcid, person.name)
        except (OrcidTakenError, OrcidDiffersError) as error:
            raise RequestError(409, ORCID_TAKEN, error.message, error.hint) from error
        except UnknownAccountError as error:
            raise RequestError(409, ORCID_REFUSED, error.message, error.hint) from error
        except GraphUnavailable as error:
            raise RequestError(503, GRAPH_UNAVAILABLE, error.message) from error
        except ValueError as error:
            raise RequestError(400, ORCID_REFUSED, "What ORCID answered is no iD.") from error

    def _redirect_uri(self, request: Request) -> str:
        return f"{self._admission.site_of(request)}{CALLBACK}"

    @cached_property
    def _serializer(self) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self._key(), "sign-in at ORCID, version 1")


def path_here(goal: str | None) -> str:
    """Return where to go: the path of this site that is asked for, else the start page."""
    return goal if goal is not None and _PATH_HERE.fullmatch(goal) else "/"


def _count(context: RequestContext) -> None:
    try:
        orcid.count_round(context)
    except TooManyAttemptsError as error:
        raise RequestError(
            429, TOO_MANY_ATTEMPTS, error.message, headers={"retry-after": str(error.retry_after)}
        ) from None


def _away(error: IssuerAwayError) -> RequestError:
    log.error("orcid_away", reason=str(error))
    return RequestError(502, ORCID_AWAY, "ORCID does not answer as it should.")
