"""Everything in the schema is asked as everybody: `authorisation.toml` and the table below say what they may have.

A field or mutation without a line fails the first tests; so does one whose line is wrong.
"""

import tomllib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from graphql import (
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    parse,
)

from graphdb.accounts.access_tokens import create_access_token, new_access_token
from graphdb.accounts.records import AccessScope, AccountRole
from graphdb.accounts.roles import grant_role
from graphdb.accounts.secret import new_secret
from graphdb.accounts.viewer import viewer_by_access_token
from graphdb.claims.acts import claim_record_of
from graphdb.graph import Graph
from graphdb.ids import new_id, node_id
from resolvers.context import Viewer
from schema.build import build_schema

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import SmallGraph

HERE = Path(__file__).parent
SCHEMA: GraphQLSchema = build_schema()._schema
TABLE: dict[str, dict[str, list[str]]] = tomllib.loads((HERE / "authorisation.toml").read_text())
OBJECTS = {
    name: type_
    for name, type_ in SCHEMA.type_map.items()
    if isinstance(type_, GraphQLObjectType) and not name.startswith("__") and type_ is not SCHEMA.mutation_type
}

ROLES = ("anonymous", "reader", "moderator", "reading token", "writing token", "owner")


@dataclass(frozen=True)
class Row:
    """What a mutation answers to everybody: names of types, or codes of errors, in the order of `ROLES`.

    `arguments` may name things of the owner's by their label, such as `{Session}`.
    """

    arguments: str
    answers: tuple[str, str, str, str, str, str]


def of_all(payload: str, arguments: str = "") -> Row:
    """Anybody may; but whoever comes with a token that only reads changes nothing."""
    return Row(arguments, (payload, payload, payload, "SCOPE_MISSING", payload, payload))


def of_accounts(payload: str, arguments: str = "") -> Row:
    """Whoever has an account may, or an access token that writes."""
    return Row(arguments, ("NotSignedInError", payload, payload, "ForbiddenError", payload, payload))


def of_sessions(payload: str, arguments: str = "") -> Row:
    """Whoever has an account may, to what is their own, with a browser."""
    return Row(arguments, ("NotSignedInError", payload, payload, "ForbiddenError", "ForbiddenError", payload))


def of_the_owner(payload: str, arguments: str) -> Row:
    """The owner of a thing may, with a browser; for others there is no such thing."""
    denied = ("NotSignedInError", "UnknownIdError", "UnknownIdError", "ForbiddenError", "ForbiddenError")
    return Row(arguments, (*denied, payload))


def of_moderators(answer: str, arguments: str) -> Row:
    """Moderators may; a token of somebody who is none may not, whatever its scopes."""
    denied = ("ForbiddenError", answer, "ForbiddenError", "ForbiddenError", "ForbiddenError")
    return Row(arguments, ("NotSignedInError", *denied))


CLAIM = 'id: "clm_aaaaaaaaaaaaaaaa"'


def of_the_owner_or_a_token(payload: str, arguments: str) -> Row:
    """The owner of a thing may, or an access token that writes; for others there is no such thing."""
    return Row(arguments, ("NotSignedInError", "UnknownIdError", "UnknownIdError", "ForbiddenError", payload, payload))


# By mutation. The owner comes last: what is done to his things is done then.
MUTATIONS = {
    "addClaimEvidence": of_accounts(
        "UnknownIdError", 'claimId: "clm_aaaaaaaaaaaaaaaa", input: {kind: STATEMENT, text: "x"}'
    ),
    "claimResearcher": of_accounts("UnknownIdError", 'id: "r_aaaaaaaaaaaaaaaa"'),
    "confirmClaimEmail": of_accounts("InvalidLinkError", 'token: "none"'),
    "blockAccount": of_accounts("UnknownIdError", 'id: "r_aaaaaaaaaaaaaaaa"'),
    "closeReport": Row(
        'id: "{Report}", decision: UPHELD',
        (
            "NotSignedInError",
            "ForbiddenError",
            "ReportClosed",
            "ForbiddenError",
            "ForbiddenError",
            "ForbiddenError",
        ),
    ),
    "createAccessToken": of_sessions("AccessTokenCreated", 'input: {name: "x", scopes: [READ]}'),
    "deleteAccount": of_sessions("AccountDeleted"),
    "follow": of_accounts("UnknownIdError", 'id: "r_aaaaaaaaaaaaaaaa"'),
    "respondToInvitation": of_accounts("UnknownIdError", 'id: "inv_aaaaaaaaaaaaaaaa", accept: true'),
    "markAllNotificationsRead": of_accounts("AllNotificationsRead"),
    "markRead": of_the_owner_or_a_token("MarkedRead", 'id: "{Message}"'),
    "report": of_accounts("UnknownIdError", 'input: {about: "r_aaaaaaaaaaaaaaaa", reason: SPAM}'),
    "requestSignInLink": of_all("SignInLinkRequested", 'email: "somebody@example.org"'),
    "mergeResearchers": of_moderators("UnknownIdError", 'keep: "r_aaaaaaaaaaaaaaaa", merge: "r_bbbbbbbbbbbbbbbb"'),
    "splitResearcher": of_moderators("UnknownIdError", 'id: "r_aaaaaaaaaaaaaaaa", works: ["w_aaaaaaaaaaaaaaaa"]'),
    "disownWork": of_accounts("UnknownIdError", 'researcherId: "r_aaaaaaaaaaaaaaaa", workId: "w_aaaaaaaaaaaaaaaa"'),
    "proposeWork": of_accounts("WorkNotInGraphError", 'researcherId: "r_aaaaaaaaaaaaaaaa", by: {doi: "10.1000/none"}'),
    "reviewWorkProposal": of_moderators("UnknownIdError", 'id: "edt_aaaaaaaaaaaaaaaa", accept: true'),
    "undoOwnerEdit": of_accounts("UnknownIdError", 'id: "edt_aaaaaaaaaaaaaaaa"'),
    "updateResearcher": of_accounts("UnknownIdError", 'id: "r_aaaaaaaaaaaaaaaa", input: {role: "x"}'),
    "undoMerge": of_moderators("UnknownIdError", 'id: "d_aaaaaaaaaaaaaaaa"'),
    "reviewClaim": of_moderators("UnknownIdError", f"{CLAIM}, decision: APPROVE"),
    "revokeClaim": of_moderators("UnknownIdError", CLAIM),
    "revokeAccessToken": of_the_owner("AccessTokenRevoked", 'id: "{AccessToken}"'),
    "revokeSession": of_the_owner("SessionRevoked", 'id: "{Session}"'),
    "saveGraphView": of_all("UnknownSeedsError", 'input: {seeds: ["r_aaaaaaaaaaaaaaaa"]}'),
    "sendMessage": of_the_owner_or_a_token("MessageSent", 'conversationId: "{Conversation}", text: "x"'),
    "sendInvitation": of_accounts("UnknownIdError", 'input: {to: "r_aaaaaaaaaaaaaaaa"}'),
    "signInWithLink": of_all("InvalidLinkError", 'token: "none"'),
    "signOut": of_all("SignedOut"),
    "unblockAccount": of_accounts("UnknownIdError", 'id: "r_aaaaaaaaaaaaaaaa"'),
    "unfollow": of_accounts("UnknownIdError", 'id: "r_aaaaaaaaaaaaaaaa"'),
    "vouchForClaim": of_accounts("NotCoauthorError", CLAIM),
    "withdrawClaim": of_accounts("UnknownIdError", CLAIM),
    "suspendAccount": of_moderators("UnknownIdError", 'report: "rep_aaaaaaaaaaaaaaaa", days: 1'),
    "updateAccount": of_accounts("AccountUpdated", "input: {name: null}"),
    "withdrawInvitation": of_the_owner_or_a_token("InvitationWithdrawn", 'id: "{Invitation}"'),
}

AskAs = Callable[[Viewer | None], "Ask"]


@dataclass
class Everybody:
    """Who asks, by role, and the owner's things."""

    viewers: dict[str, Viewer | None]
    ids: dict[str, str]
    """By label."""


OWNERS_THINGS = """
MATCH (owner:Account {id: $owner}), (other:Account {id: $other})
MERGE (i:Invitation {id: $Invitation})
SET i += {state: 'SENT', fromResearcher: 'r_aaaaaaaaaaaaaaaa', toResearcher: 'r_aaaaaaaaaaaaaaab',
  createdAt: '2026-01-01T00:00:00Z', sentAt: '2026-01-01T00:00:00Z', expiresAt: '2999-01-01T00:00:00Z'}
MERGE (owner)-[:SENT]->(i)
MERGE (i)-[:INVITES]->(other)
CREATE (owner)-[:TALKS {readTo: 0, researcher: 'r_aaaaaaaaaaaaaaaa'}]->(c:Conversation {id: $Conversation}),
  (other)-[:TALKS {readTo: 0, researcher: 'r_aaaaaaaaaaaaaaab'}]->(c),
  (owner)-[:OWNS]->(:Researcher:OfTests {id: 'r_' + substring($Conversation, 4), name: 'Owner'}),
  (other)-[:OWNS]->(:Researcher:OfTests {id: 'r_' + substring($Message, 4), name: 'Other'}),
  (:Message {id: $Message, conversation: $Conversation, number: 1, sender: $other, text: 'x',
    sentAt: '2026-01-01T00:00:00Z'}),
  (:Notification {id: $Notification, account: $owner, number: 1, kind: 'MESSAGE_RECEIVED', about: $Conversation,
    count: 1, at: '2026-01-01T00:00:00Z'}),
  (:Report {id: $Report, state: 'OPEN', reason: 'SPAM', about: $Message, by: $owner, against: $other,
    createdAt: '2026-01-01T00:00:00Z'})
SET owner.notified = 1, c += {createdAt: '2026-01-01T00:00:00Z', lastAt: '2026-01-01T00:00:00Z', messages: 1}
WITH owner, other, c
MATCH (a:Account)-[t:TALKS]->(c), (a)-[:OWNS]->(r)
SET t.researcher = r.id
"""


@pytest.fixture
async def everybody(
    graph: Graph, new_viewer: Callable[[str], Awaitable[Viewer]]
) -> AsyncIterator[Callable[[], Awaitable[Everybody]]]:
    """Makes everybody anew."""
    number = 0

    async def token_of(viewer: Viewer, *scopes: AccessScope) -> Viewer:
        secret = new_secret()
        wanted = new_access_token("A test", scopes, 3)
        await graph.change(lambda change: create_access_token(change, viewer.account.id, wanted, secret))
        found = await viewer_by_access_token(graph, secret)
        assert found is not None
        return Viewer(found[0], token=found[1])

    async def make() -> Everybody:
        nonlocal number
        number += 1
        owner, reader = await new_viewer(f"owner{number}@example.org"), await new_viewer(f"reader{number}@example.org")
        email = f"moderator{number}@example.org"
        await graph.change(lambda change: grant_role(change, email, AccountRole.MODERATOR))
        moderator = await new_viewer(email)
        reading, writing = await token_of(owner, AccessScope.READ), await token_of(owner, AccessScope.WRITE)
        assert owner.session is not None
        assert reading.token is not None
        things = {label: new_id(label) for label in ("Invitation", "Conversation", "Message", "Report", "Notification")}
        addressee = await new_viewer(f"addressee{number}@example.org")
        await graph.write(OWNERS_THINGS, owner=owner.account.id, other=addressee.account.id, **things)
        return Everybody(
            dict(zip(ROLES, (None, reader, moderator, reading, writing, owner), strict=True)),
            {"Account": owner.account.id, "Session": owner.session.id, "AccessToken": reading.token.id, **things},
        )

    yield make
    await graph.write("MATCH (n) WHERE n:AuditEvent OR n:Report OR n:OfTests DETACH DELETE n")


def is_error(type_: GraphQLObjectType) -> bool:
    return "UserError" in {interface.name for interface in type_.interfaces}


def test_every_field_has_one_line_and_every_line_a_field() -> None:
    lines = [f"{type_}.{name}" for part in TABLE.values() for type_, names in part.items() for name in names]
    fields = [
        f"{type_}.{name}" for type_, object_ in OBJECTS.items() if not is_error(object_) for name in object_.fields
    ]
    assert sorted(lines) == sorted(fields)


def test_every_mutation_has_a_row() -> None:
    assert SCHEMA.mutation_type is not None
    assert MUTATIONS.keys() == SCHEMA.mutation_type.fields.keys()


def test_what_is_the_owners_hangs_on_nothing_that_all_may_see() -> None:
    ways = {
        f"{type_}.{name}"
        for type_, names in TABLE["everybody"].items()
        for name in names
        if get_named_type(OBJECTS[type_].fields[name].type).name in {*TABLE["owner"], *TABLE["owner_and_moderators"]}
    }
    assert ways == set()


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", MUTATIONS)
async def test_a_mutation_answers_each_as_its_row_says(
    ask_as: AskAs, everybody: Callable[[], Awaitable[Everybody]], name: str, role: str
) -> None:
    who, row = await everybody(), MUTATIONS[name]
    arguments = reduce(lambda text, name: text.replace(f"{{{name}}}", who.ids[name]), who.ids, row.arguments)
    given = f"({arguments})" if arguments else ""
    answer = await ask_as(who.viewers[role])(f"mutation {{ {name}{given} {{ __typename }} }}")
    told = answer.codes[0] if answer.errors else answer.data[name]["__typename"]
    assert told == row.answers[ROLES.index(role)]


def everything_of(label: str) -> str:
    """Select all fields of a type, with those that are no leaves by their ids."""
    type_ = OBJECTS[label]
    fields = [
        name if is_leaf_type(get_named_type(field.type)) else f"{name} {{ __typename }}"
        for name, field in type_.fields.items()
    ]
    return f"... on {label} {{ {' '.join(fields)} }}"


@pytest.mark.parametrize("label", TABLE["owner"])
async def test_what_is_the_owners_is_null_to_everybody_else_by_its_id(
    ask_as: AskAs, everybody: Callable[[], Awaitable[Everybody]], label: str
) -> None:
    who = await everybody()
    id_, selection = who.ids[label], everything_of(label)
    query = f'{{ node(id: "{id_}") {{ __typename {selection} }} nodes(ids: ["{id_}"]) {{ __typename {selection} }} }}'
    for role, viewer in who.viewers.items():
        answer = await ask_as(viewer)(query)
        assert answer.errors == [], role
        found = answer.data["node"]
        assert answer.data["nodes"] == [found], role
        assert (found and found["__typename"]) == (label if role in {"owner", "reading token"} else None), role


@pytest.mark.parametrize("own", [True, False])
async def test_a_claim_is_shown_to_its_owner_and_to_moderators(
    ask_as: AskAs,
    everybody: Callable[[], Awaitable[Everybody]],
    graph: Graph,
    claimed_graph: "SmallGraph",
    *,
    own: bool,
) -> None:
    who = await everybody()
    claimant = who.viewers["owner" if own else "reader"]
    assert claimant is not None
    record = claimed_graph.researchers[0]["id"]
    id_ = await graph.change(lambda change: claim_record_of(change, claimant.account.id, record, "A note"))
    query = f'{{ node(id: "{id_}") {{ __typename {everything_of("Claim")} }} claims {{ nodes {{ id }} }} }}'
    for role, viewer in who.viewers.items():
        answer = await ask_as(viewer)(query)
        sees = {"moderator", "owner", "reading token"} if own else {"moderator", "reader"}
        assert (answer.data["node"] is not None) == (role in sees), role
        assert answer.data["claims"] == ({"nodes": [{"id": id_}]} if role == "moderator" else None), role
        told = {"anonymous": ["NOT_SIGNED_IN"], "moderator": []}
        assert answer.codes == told.get(role, ["FORBIDDEN"]), role


@pytest.mark.parametrize("name", TABLE["moderators"]["Query"])
async def test_what_is_for_moderators_is_shown_to_nobody_else(
    ask_as: AskAs, everybody: Callable[[], Awaitable[Everybody]], name: str
) -> None:
    who = await everybody()
    for role, viewer in who.viewers.items():
        answer = await ask_as(viewer)(f"{{ {name} {{ __typename }} }}")
        assert (answer.data[name] is not None) == (role == "moderator"), role
        assert answer.codes == {"anonymous": ["NOT_SIGNED_IN"], "moderator": []}.get(role, ["FORBIDDEN"]), role


async def test_a_report_is_shown_to_moderators_and_who_made_it(
    ask_as: AskAs, everybody: Callable[[], Awaitable[Everybody]]
) -> None:
    who = await everybody()
    query = f'{{ node(id: "{who.ids["Report"]}") {{ {everything_of("Report")} }} reports {{ nodes {{ id }} }} }}'
    for role, viewer in who.viewers.items():
        answer = await ask_as(viewer)(query)
        shown = answer.data["node"] and answer.data["node"]["id"]
        assert shown == (who.ids["Report"] if role in {"owner", "reading token", "moderator"} else None), role
        if role == "moderator":
            assert who.ids["Report"] in [each["id"] for each in answer.data["reports"]["nodes"]]
        else:
            assert answer.data["reports"] is None
            assert answer.codes == ["NOT_SIGNED_IN" if viewer is None else "FORBIDDEN"]


async def test_the_viewer_is_who_asks_and_nobody_to_a_token_that_does_not_read(
    ask_as: AskAs, everybody: Callable[[], Awaitable[Everybody]]
) -> None:
    who = await everybody()
    for role, viewer in who.viewers.items():
        answer = await ask_as(viewer)("{ viewer { id sessions { id } accessTokens { id } } }")
        found = answer.data["viewer"]
        if viewer is None or role == "writing token":
            assert found is None, role
        else:
            assert found["id"] == viewer.account.id
            own = viewer.account.id == who.ids["Account"]
            assert (who.ids["Session"] in {each["id"] for each in found["sessions"]}) == own
            assert (who.ids["AccessToken"] in {each["id"] for each in found["accessTokens"]}) == own


def for_all(value: object) -> object:
    """Return an answer without what depends on who asks."""
    if isinstance(value, list):
        return [for_all(item) for item in value]
    if isinstance(value, dict):
        return {name: for_all(item) for name, item in value.items() if name not in {"viewerCan", "viewerFollows"}}
    return value


async def test_what_all_may_see_is_the_same_for_everybody(
    ask_as: AskAs,
    everybody: Callable[[], Awaitable[Everybody]],
    indexed_graph: "SmallGraph",
) -> None:
    who = await everybody()
    variables = {"id": indexed_graph.works[0]["id"], "old": node_id("Work", "small-graph", "merged away"), "view": ""}
    asked = 0
    for path in sorted((HERE / "documents").glob("*.graphql")):
        text = path.read_text()
        operation = getattr(parse(text).definitions[0], "operation", None)
        if operation is None or operation.value != "query" or path.stem == "rate_limit":
            continue
        asked += 1
        roles = ("anonymous", "reader", "moderator")
        answers = [for_all((await ask_as(who.viewers[role])(text, **variables)).data) for role in roles]
        assert all(answer == answers[0] for answer in answers), path.name
    assert asked > 8
