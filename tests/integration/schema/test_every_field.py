"""Every field of the schema is asked for, and answers with a value."""

import asyncio
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import strawberry
from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    get_named_type,
    is_composite_type,
    parse,
)

from graphdb import graph_views, second_degree
from graphdb.accounts.access_tokens import create_access_token, new_access_token
from graphdb.accounts.records import AccessScope, AccountRole
from graphdb.accounts.roles import grant_role
from graphdb.accounts.viewer import viewer_by_access_token
from graphdb.claims.acts import claim_record_of
from graphdb.collaboration.blocks import block
from graphdb.collaboration.invitations import answer_invitation, new_invitation, save_invitation
from graphdb.collaboration.messages import send_message
from graphdb.collaboration.reports import ReportReason, report
from graphdb.graph import Graph
from graphdb.ids import node_id
from graphdb.notifications.lists import notifications_since
from graphdb.notifications.notify import notify
from graphdb.notifications.records import NotificationKind
from graphdb.related_works import read as related_works
from graphdb.research_graph.request import slice_request
from resolvers.context import RequestContext
from schema.build import build_schema

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from resolvers.context import Services, Viewer
    from tests.integration.schema.conftest import Answer, Ask, AskAs
    from tests.integration.schema.small_graph import SmallGraph

# Two people of two authorities' names, and decisions: one that was undone, and one about people who are gone.
TWO_PEOPLE = """
UNWIND [['k', 2], ['m', 1]] AS person
CREATE (r:Researcher:TwoPeople {id: 'r_' + reduce(id = '', i IN range(1, 16) | id + person[0]), name: 'Twofold Person',
  nameKey: 'twofold person', slugBase: 'twofold-person', keyed: true, worksCount: person[1], trustScore: 4})
CREATE (:Identifier:TwoPeople {scheme: 'openalex', value: 'A59000' + person[1]})-[:IDENTIFIES]->(r)
WITH r, person
UNWIND [['k', 'k'], ['k', 'l'], ['m', 'n']] AS work
WITH r, person, work WHERE work[0] = person[0]
CREATE (w:Work:TwoPeople {id: 'w_' + reduce(id = '', i IN range(1, 16) | id + work[1]), plainTitle: 'Twofold',
  sortYear: 0, citationCount: 0, authorsCount: 1, slugBase: 'twofold'})
CREATE (r)-[:AUTHORED {key: 'twofold person #1', rawName: 'Twofold Person', position: 1, run: $run}]->(w)
WITH count(*) AS _
UNWIND [['u', 'UNDONE', 900001], ['p', 'PENDING', 900002]] AS row
CREATE (:IdentityDecision:TwoPeople {id: 'd_' + reduce(id = '', i IN range(1, 16) | id + row[0]), kind: 'MERGE',
  state: row[1], number: row[2], keep: CASE row[0] WHEN 'u' THEN 'r_kkkkkkkkkkkkkkkk' ELSE 'r_pppppppppppppppp' END,
  other: 'r_qqqqqqqqqqqqqqqq', by: 'acc_x', reason: 'why', decidedAt: '2026-01-01T00:00:00Z',
  undoneAt: '2026-01-02T00:00:00Z', undoneBy: 'acc_y', waitsFor: 'nothing', works: ['w_x']})
"""
PAYLOADS_OF_OWNERS = {"ResearcherUpdated", "WorkDisowned", "WorkProposed", "WorkProposalReviewed"}
OF_OWNERS = {
    *(("Account", "ownerEdits"), ("Query", "ownerEdits"), ("Researcher", "role"), ("ViewerPermissions", "edit")),
    *(("Mutation", name) for name in ("updateResearcher", "disownWork", "proposeWork", "reviewWorkProposal")),
    ("Mutation", "undoOwnerEdit"),
}
DOCUMENTS = Path(__file__).parent / "documents"


class Exercised:
    """The fields, as (type, field), that an answer has a value for."""

    def __init__(self, text: str) -> None:
        self.schema: GraphQLSchema = build_schema()._schema
        document = parse(text)
        self.fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
        self.operation = next(d for d in document.definitions if isinstance(d, OperationDefinitionNode))
        self.fields: set[tuple[str, str]] = set()

    def walk(self, selections: SelectionSetNode, type_name: str, value: dict[str, Any]) -> None:
        type_name = value.get("__typename", type_name)
        type_ = self.schema.get_type(type_name)
        for selection in selections.selections:
            if isinstance(selection, FragmentSpreadNode):
                fragment = self.fragments[selection.name.value]
                self._fragment(fragment.selection_set, fragment.type_condition.name.value, type_name, value)
            elif isinstance(selection, InlineFragmentNode):
                assert selection.type_condition is not None
                self._fragment(selection.selection_set, selection.type_condition.name.value, type_name, value)
            elif isinstance(selection, FieldNode) and not selection.name.value.startswith("__"):
                assert isinstance(type_, GraphQLObjectType), f"ask for __typename beside {selection.name.value}"
                answer = value[(selection.alias or selection.name).value]
                if answer is None or answer == []:
                    continue
                self.fields.add((type_name, selection.name.value))
                inner = get_named_type(type_.fields[selection.name.value].type)
                if is_composite_type(inner):
                    assert selection.selection_set is not None
                    for item in answer if isinstance(answer, list) else [answer]:
                        if item is not None:
                            self.walk(selection.selection_set, inner.name, item)

    def _fragment(self, selections: SelectionSetNode, condition: str, type_name: str, value: dict[str, Any]) -> None:
        if condition == type_name:
            self.walk(selections, type_name, value)


OWN = "MATCH (a:Account {id: $account}), (r:Researcher {id: $researcher}) CREATE (a)-[:OWNS]->(r)"


async def collaboration_of(
    viewer: "Viewer", new_viewer: "Callable[[str], Awaitable[Viewer]]", small: "SmallGraph", graph: Graph
) -> dict[str, Any]:
    """Make the viewer the owner of a record, and others of other records, one of whom has invited the viewer."""
    first, second = await new_viewer("first.owner@example.org"), await new_viewer("second.owner@example.org")
    records = [small.researchers[1]["id"], small.researchers[2]["id"], small.researchers[3]["id"]]
    for who, researcher in zip((viewer, first, second), records, strict=True):
        await graph.write(OWN, account=who.account.id, researcher=researcher)
    wanted = new_invitation("Shall we?", is_draft=False, client_id=None)
    got = await graph.change(lambda change: save_invitation(change, first.account.id, records[0], wanted))
    other = await new_viewer("fourth.owner@example.org")
    await graph.write(OWN, account=other.account.id, researcher=small.researchers[5]["id"])
    draft = new_invitation("Not yet", is_draft=True, client_id=None)
    third = await new_viewer("third.owner@example.org")
    await graph.write(OWN, account=third.account.id, researcher=small.researchers[4]["id"])
    to = small.researchers[4]["id"]
    kept = await graph.change(lambda change: save_invitation(change, viewer.account.id, to, draft))
    # One who has accepted, so that there is a conversation, and one who is blocked.
    again = await graph.change(lambda change: save_invitation(change, viewer.account.id, records[2], wanted))
    await graph.change(lambda change: answer_invitation(change, second.account.id, again.id, accept=True))
    opened = await graph.read("MATCH (:Invitation {id: $id})-[:OPENED]->(c) RETURN c.id", id=again.id)
    conversation = opened[0][0]
    said = await graph.change(lambda change: send_message(change, second.account.id, conversation, "Hello", None))
    blocked = await new_viewer("blocked@example.org")
    await graph.write(OWN, account=blocked.account.id, researcher=small.researchers[6]["id"])
    await graph.change(lambda change: block(change, viewer.account.id, blocked.account.id))
    theirs = await graph.change(lambda change: report(change, second.account.id, records[0], ReportReason.OTHER, None))
    told = NotificationKind.CLAIM_DECIDED
    await graph.change(lambda change: notify(change, viewer.account.id, told, records[0], detail="APPROVED"))
    [notification, *_] = await notifications_since(graph, viewer.account.id, 0)
    more = {"notification": notification.id, "conversation": conversation, "message": said.id, "report": theirs.id}
    return {**more, "received": got.id, "invited": small.researchers[5]["id"], "draft": kept.id}


@dataclass
class Event:
    """What the walk needs of an answer."""

    data: Any
    errors: list[Any]


async def first_notification(schema: strawberry.Schema, graph: Graph, viewer: "Viewer", text: str) -> Event:
    """Follow the viewer's notifications until one comes."""
    results = await schema.subscribe(text, context_value=RequestContext(graph, viewer=viewer))
    told = NotificationKind.CLAIM_DECIDED
    coming = asyncio.ensure_future(anext(results))
    while not coming.done():
        # Nothing tells when the first look is over, after which what comes is new.
        await graph.change(lambda change: notify(change, viewer.account.id, told, "clm_aaaaaaaaaaaaaaaa"))
        await asyncio.wait([coming], timeout=0.2)
    found = coming.result()
    await results.aclose()
    return Event(found.data, [error.formatted for error in found.errors or []])


def is_of_owners(type_name: str, name: str) -> bool:
    """Whether server/people/test_owner_edits.py has the field answered.

    What owners do derives the figures of their records anew, and those of the small graph are not derived.
    """
    return type_name.startswith("OwnerEdit") or type_name in PAYLOADS_OF_OWNERS or (type_name, name) in OF_OWNERS


def is_error(type_: GraphQLObjectType) -> bool:
    return "UserError" in {interface.name for interface in type_.interfaces}


async def test_every_field_of_every_type_has_been_given_a_value(
    *,
    ask: "Ask",
    last_event: "Ask",
    schema: strawberry.Schema,
    ask_as: "AskAs",
    new_viewer: "Callable[[str], Awaitable[Viewer]]",
    services: "Services",
    indexed_graph: "SmallGraph",
    claimed_graph: "SmallGraph",
    graph: Graph,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert claimed_graph is indexed_graph
    # So few that something is left out.
    monkeypatch.setattr(related_works, "FOLLOWED_WORKS", 2)
    monkeypatch.setattr(second_degree, "FOLLOWED", 3)
    await graph.write("MATCH (v:GraphView) DELETE v")
    content = graph_views.view_content(slice_request([indexed_graph.works[0]["id"]]))
    await graph_views.save_view(graph, content)
    monkeypatch.setattr(graph_views, "MAX_VIEWS", 2)
    await new_viewer("every.field@example.org")
    more = {"name": "Every Field", "orcid": "0000-0002-1825-0097", "role": "MODERATOR"}
    await graph.write("MATCH (a:Account {email: 'every.field@example.org'}) SET a += $more", more=more)
    viewer = await new_viewer("every.field@example.org")
    wanted = new_access_token("Used", [AccessScope.READ], 3)
    used, _ = await graph.change(lambda change: create_access_token(change, viewer.account.id, wanted, "a secret"))
    assert await viewer_by_access_token(graph, "a secret") is not None
    own: dict[str, Any] = {
        "accessToken": used.id,
        "session": viewer.session and viewer.session.id,
        "token": services.links.token("new@example.org", 0),
    }
    claims = []
    for account, record in ((viewer, 2), (await new_viewer("somebody.else@example.org"), 1)):
        id_, person = account.account.id, indexed_graph.researchers[record]["id"]
        claims.append(await graph.change(partial(claim_record_of, account=id_, researcher=person, note=None)))
    own |= {"claim": claims[0], "othersClaim": claims[1]}
    own["confirmation"] = services.evidence_links.token(viewer.account.id, claims[0], "me@example.org")
    await graph.write(TWO_PEOPLE, run="run-small")
    own |= {"keep": "r_" + "k" * 16, "merge": "r_" + "m" * 16, "works": ["w_" + "k" * 16], "decision": "d_" + "p" * 16}
    # The works of the small graph are not newer than a follow that begins now.
    follows = """
    MATCH (a:Account {id: $account}), (r:Researcher {id: $id})
    CREATE (a)-[:FOLLOWS {since: '2000-01-01T00:00:00Z'}]->(r)
    SET r.followersCount = r.followersCount + 1
    """
    followed = indexed_graph.researchers[0]["id"]
    await graph.write(follows, account=viewer.account.id, id=followed)
    await graph.change(lambda change: grant_role(change, "moderator@example.org", AccountRole.MODERATOR))
    moderator = await new_viewer("moderator@example.org")
    own |= await collaboration_of(viewer, new_viewer, indexed_graph, graph)
    suspended = replace(viewer, account=replace(viewer.account, suspended_until="2999-01-01T00:00:00Z"))
    askers = {"signed_in": viewer, "moderating": moderator, "suspended": suspended}
    exercised: set[tuple[str, str]] = set()
    graphql_schema: GraphQLSchema = schema._schema
    for path in sorted(DOCUMENTS.rglob("*.graphql")):
        text = path.read_text()
        walk = Exercised(text)
        answer: Answer | Event
        if path.stem == "2_told":
            answer = await first_notification(schema, graph, viewer, text)
        elif walk.operation.operation is OperationType.SUBSCRIPTION:
            answer = await last_event(text)
        elif path.parent.name in askers:
            answer = await ask_as(askers[path.parent.name])(text, **own, id=followed)
        else:
            variables = {"id": indexed_graph.works[0]["id"], "old": node_id("Work", "small-graph", "merged away")}
            answer = await ask(text, **variables, view=content.view_id())
        assert answer.errors == [], path.name
        walk.walk(walk.operation.selection_set, walk.operation.operation.value.capitalize(), answer.data)
        exercised |= walk.fields
    fields = {
        (type_.name, name)
        for type_ in graphql_schema.type_map.values()
        if isinstance(type_, GraphQLObjectType) and not type_.name.startswith("__")
        for name in type_.fields
        # That each error is met is tested with its mutation.
        if not is_error(type_)
    }
    await graph.write("MATCH (n:TwoPeople) DETACH DELETE n")
    await graph.write("MATCH (v:GraphView) DELETE v")
    assert {field for field in fields - exercised if not is_of_owners(*field)} == set()


async def test_the_figures_of_a_profile_are_those_of_the_graph(ask: "Ask", small_graph: "SmallGraph") -> None:
    g = small_graph
    text = (Path(__file__).parents[3] / "docs" / "queries" / "profile.graphql").read_text()
    answer = await ask(text, slug="small-person-0", works=4)
    assert answer.errors == []
    person, record = answer.data["researcher"], g.researchers[0]
    assert person["url"] == "https://site.example/researchers/small-person-0"
    assert person["works"]["totalCount"] == record["worksCount"] == 12
    assert person["topics"]["totalCount"] == record["topicsCount"]
    assert person["collaborators"]["totalCount"] == record["collaboratorsCount"]
    assert person["closeCollaboratorCount"]["value"] == record["closeCollaboratorsCount"]
    assert person["hIndex"] == record["hIndex"]
    assert person["citationCount"] == record["citationCount"]
    assert person["followers"] == {"totalCount": 0}
    assert person["viewerFollows"] is False
    assert person["claim"] == {"state": "UNCLAIMED"}
    assert person["verification"]["level"] == 1
    assert person["openToCollaborate"] == {"value": True, "source": "DEFAULT"}
    assert person["viewerCan"]["claim"] == {"allowed": False, "reason": "Log in to claim."}
    assert "claim your own author record first" in person["viewerCan"]["invite"]["reason"]
    points = {c["name"]: c["points"] for c in person["trust"]["components"]}
    assert points["WORKS"] == 20
    assert person["trust"]["score"] == sum(points.values())
    assert person["affiliation"]["state"] == "IMPORTED"
    latest = max((a for a in g.affiliations if a["r"] == 0), key=lambda a: (a["until"], a["since"], a["works"]))
    assert person["affiliation"]["institution"]["id"] == g.institutions[latest["i"]]["id"]
    assert person["affiliation"]["since"] == latest["since"]
    # Of a work's two sources the journal is shown, not the archive.
    assert {work["source"]["name"] for work in person["works"]["nodes"]} <= {"Annals", "Letters"}


async def test_authorships_say_what_the_work_prints(ask: "Ask", small_graph: "SmallGraph") -> None:
    g = small_graph
    answer = await ask(
        '{ work(by: {slug: "small-work-14"}) { authorships { nodes '
        "{ position rawName rawAffiliation corresponding researcher { id } institutions { id } } } } }"
    )
    rows = sorted((row for row in g.authored if row["w"] == 14), key=lambda row: row["position"])
    assert answer.data["work"]["authorships"]["nodes"] == [
        {
            "position": row["position"],
            "rawName": f"As printed {row['position']}",
            "rawAffiliation": "Institute; Basel",
            "corresponding": row["position"] == 1,
            "researcher": {"id": g.researchers[row["r"]]["id"]},
            "institutions": [{"id": g.institutions[i]["id"]} for i in row["institutions"]],
        }
        for row in rows
    ]


async def test_counts_by_year_are_works_by_their_year_and_citations_by_the_year_of_the_citing_work(
    ask: "Ask", small_graph: "SmallGraph"
) -> None:
    g = small_graph
    answer = await ask(
        """{
          researcher(by: {slug: "small-person-0"}) { countsByYear { year works citations } }
          institution(by: {slug: "small-institution-4"}) { countsByYear { year works citations } }
          work(by: {slug: "small-work-0"}) { countsByYear { year works citations } }
        }"""
    )
    for name, works in (("researcher", g.works_of(0)), ("institution", g.works_at(4)), ("work", {0})):
        expected: dict[int, list[int]] = {}
        for w in works:
            if year := g.works[w]["year"]:
                expected.setdefault(year, [0, 0])[0] += 1
            for citing, cited in g.cites:
                if cited == w and (year := g.works[citing]["year"]):
                    expected.setdefault(year, [0, 0])[1] += 1
        assert answer.data[name]["countsByYear"] == [
            {"year": year, "works": counts[0], "citations": counts[1]} for year, counts in sorted(expected.items())
        ], name


async def test_entities_with_nothing_but_their_keys_answer_to_every_field(ask: "Ask", graph: Graph) -> None:
    bare = {
        "Researcher": {"name": "Bare", "worksCount": 0, "citationCount": 0, "hIndex": 0},
        "Work": {"plainTitle": "Bare", "sortYear": 0, "citationCount": 0},
        "Topic": {"name": "Bare", "scheme": "keyword", "worksCount": 0, "citationCount": 0},
        "Institution": {"name": "Bare", "worksCount": 0, "citationCount": 0},
        "Source": {"name": "Bare", "worksCount": 0, "citationCount": 0},
    }
    async with graph._driver.session() as session:
        for label, row in bare.items():
            text = f"CREATE (n:{label}:Bare) SET n = $row"
            prefix = {"Researcher": "r_", "Work": "w_", "Topic": "t_", "Institution": "i_", "Source": "s_"}[label]
            await (
                await session.run(text, row={**row, "id": prefix + "b" * 16, "slug": f"bare-{label.lower()}"})
            ).consume()
    try:
        text = (DOCUMENTS / "entities.graphql").read_text()
        for label in bare:
            text = text.replace(f'"small-{label.lower()}-0"', f'"bare-{label.lower()}"')
        text = text.replace('"small-person-0"', '"bare-researcher"')
        answer = await ask(text)
        assert answer.errors == []
        assert answer.data["work"]["year"] is None
        assert answer.data["work"]["type"] == "other"
        assert answer.data["researcher"]["affiliation"]["state"] == "NOT_IMPORTED"
        assert answer.data["researcher"]["trust"]["score"] == 0
    finally:
        async with graph._driver.session() as session:
            await (await session.run("MATCH (n:Bare) DETACH DELETE n")).consume()
