"""People who claim author records by the API, for tests."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from graphdb.accounts.records import AccountRole
from graphdb.accounts.roles import grant_role
from graphdb.graph import Graph
from resolvers.context import Viewer

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Answer, AskAs

NewViewer = Callable[[str], Awaitable[Viewer]]

CLAIM = "claim { id state weight holdsRecord reason evidence { kind holds weight } }"
ACTS = {
    "claim": ("$id: ID!, $note: String", "claimResearcher(id: $id, note: $note)", "ResearcherClaimed"),
    "add": (
        "$id: ID!, $input: ClaimEvidenceInput!",
        "addClaimEvidence(claimId: $id, input: $input)",
        "ClaimEvidenceAdded",
    ),
    "confirm": ("$token: String!", "confirmClaimEmail(token: $token)", "ClaimEvidenceAdded"),
    "withdraw": ("$id: ID!", "withdrawClaim(id: $id)", "ClaimWithdrawn"),
    "vouch": ("$id: ID!", "vouchForClaim(id: $id)", "ClaimVouchedFor"),
    "review": (
        "$id: ID!, $decision: ReviewDecision!, $reason: String",
        "reviewClaim(id: $id, decision: $decision, reason: $reason)",
        "ClaimReviewed",
    ),
    "revoke": ("$id: ID!, $reason: String", "revokeClaim(id: $id, reason: $reason)", "ClaimRevoked"),
}
SENT = f"... on ClaimEmailConfirmationSent {{ email {CLAIM} }}"
RECORD = """
query ($id: ID!) {
  researcher(by: {id: $id}) {
    claim { state }
    verification { level evidence nextStep }
    trust { score components { name points max howToRaise } }
    viewerCan { claim { allowed reason nextStep } }
    followers { totalCount }
    affiliation { state }
  }
}
"""
ORCID = "0000-0002-1825-0097"
"""Of the first researcher of the small graph."""


class People:
    """Who claims what, by the API."""

    def __init__(self, ask_as: "AskAs", graph: Graph, new_viewer: NewViewer) -> None:
        self._ask_as = ask_as
        self.graph = graph
        self._new_viewer = new_viewer

    async def sign_in(self, email: str, orcid: str | None = None, *, moderator: bool = False) -> Viewer:
        if moderator:
            await self.graph.change(lambda change: grant_role(change, email, AccountRole.MODERATOR))
        await self._new_viewer(email)
        await self.graph.write("MATCH (a:Account {email: $email}) SET a.orcid = $orcid", email=email, orcid=orcid)
        return await self._new_viewer(email)

    async def ask(self, viewer: Viewer | None, query: str, **variables: Any) -> "Answer":
        return await self._ask_as(viewer)(query, **variables)

    async def do(self, viewer: Viewer | None, act: str, **variables: Any) -> dict[str, Any]:
        """Do an act: gives the claim, or the error."""
        given, call, payload = ACTS[act]
        query = (
            f"mutation ({given}) {{ result: {call} {{ __typename ... on {payload} {{ {CLAIM} }} "
            f"{SENT if act == 'add' else ''} ... on UserError {{ code message }} }} }}"
        )
        answer = await self.ask(viewer, query, **variables)
        assert answer.errors == []
        result: dict[str, Any] = answer.data["result"]
        claim: dict[str, Any] | None = result.get("claim")
        return claim or result

    async def record(self, id_: str, viewer: Viewer | None = None) -> dict[str, Any]:
        answer = await self.ask(viewer, RECORD, id=id_)
        assert answer.errors == []
        found: dict[str, Any] = answer.data["researcher"]
        return found

    async def points(self, id_: str) -> dict[str, int]:
        found = await self.record(id_)
        return {each["name"]: each["points"] for each in found["trust"]["components"]}
