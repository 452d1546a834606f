"""Every mutation that takes an id is given ids of other kinds, and texts that are none: each has a specific error."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from graphql import GraphQLArgument, GraphQLInputField, GraphQLInputObjectType, get_named_type

from graphdb.accounts.records import AccountRole
from graphdb.accounts.roles import grant_role
from graphdb.graph import Graph
from graphdb.ids import new_id
from resolvers.context import Viewer
from schema.build import build_schema

if TYPE_CHECKING:
    from tests.integration.schema.conftest import AskAs
    from tests.integration.schema.small_graph import SmallGraph

SCHEMA = build_schema()._schema
CALLS = {
    "addClaimEvidence": 'claimId: $id, input: {kind: STATEMENT, text: "x"}',
    "blockAccount": "id: $id",
    "claimResearcher": "id: $id",
    "closeReport": "id: $id, decision: UPHELD",
    "disownWork": "researcherId: $id, workId: $id",
    "follow": "id: $id",
    "markRead": "id: $id",
    "mergeResearchers": "keep: $id, merge: $id",
    "proposeWork": "researcherId: $id, by: {id: $id}",
    "report": "input: {about: $id, reason: SPAM}",
    "respondToInvitation": "id: $id, accept: true",
    "reviewClaim": "id: $id, decision: APPROVE",
    "reviewWorkProposal": "id: $id, accept: true",
    "revokeAccessToken": "id: $id",
    "revokeClaim": "id: $id",
    "revokeSession": "id: $id",
    "saveGraphView": "input: {seeds: [$id]}",
    "sendInvitation": "input: {to: $id}",
    "sendMessage": 'conversationId: $id, text: "x"',
    "splitResearcher": "id: $id, works: [$id]",
    "suspendAccount": "report: $id, days: 1",
    "unblockAccount": "id: $id",
    "undoMerge": "id: $id",
    "undoOwnerEdit": "id: $id",
    "unfollow": "id: $id",
    "updateResearcher": 'id: $id, input: {role: "x"}',
    "vouchForClaim": "id: $id",
    "withdrawClaim": "id: $id",
    "withdrawInvitation": "id: $id",
}
# What nothing has: an id of each kind, and texts that are no ids.
NOTHING = (
    *(
        f"{prefix}_{'a' * 16}"
        for prefix in ("r", "w", "d", "acc", "clm", "inv", "cnv", "msg", "ntf", "rep", "edt", "ses")
    ),
    *("", "1", "r_", "__proto__", "r_\x00", f"r_{'a' * 16}\n", "' OR 1=1 //", "x" * 5_000),
)
CODES = {"UNKNOWN_ID", "BAD_ID", "NOT_COAUTHOR", "UNKNOWN_SEEDS", "NOT_IN_GRAPH", "BAD_BOUND"}


def has_id(argument: GraphQLArgument | GraphQLInputField) -> bool:
    """Whether an argument takes an id, or has one within."""
    type_ = get_named_type(argument.type)
    if isinstance(type_, GraphQLInputObjectType):
        return any(has_id(field) for field in type_.fields.values())
    return str(type_) == "ID"


def test_every_mutation_that_takes_an_id_is_called() -> None:
    mutation = SCHEMA.mutation_type
    assert mutation is not None
    taking = {name for name, field in mutation.fields.items() if any(has_id(each) for each in field.args.values())}
    assert taking == CALLS.keys()


async def test_an_id_of_another_kind_is_a_specific_error_and_nothing_is_done(
    ask_as: "AskAs", graph: Graph, new_viewer: Callable[[str], Awaitable[Viewer]], small_graph: "SmallGraph"
) -> None:
    email = "ids.of.another.kind@example.org"
    await graph.change(lambda change: grant_role(change, email, AccountRole.MODERATOR))
    ask = ask_as(await new_viewer(email))
    work = small_graph.works[0]["id"]
    # Of a kind that the mutation takes nothing of, and which is there.
    others = {name: [work] for name in CALLS if name not in {"follow", "unfollow", "report", "saveGraphView"}}
    audited = "MATCH (e:AuditEvent) RETURN count(e)"
    before = await graph.read(audited)
    for name, given in CALLS.items():
        query = f"mutation ($id: ID!) {{ result: {name}({given}) {{ __typename ... on UserError {{ code }} }} }}"
        for id_ in (*NOTHING, *others.get(name, []), new_id("Account")):
            answer = await ask(query, id=id_)
            assert answer.errors == [], (name, id_)
            result = answer.data["result"]
            assert result.get("code") in CODES, (name, id_, result)
    assert await graph.read(audited) == before
