"""Invitations from owner to owner, over HTTP."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from graphdb.collaboration.invitations import expire_invitations
from graphdb.endpoint import Endpoint
from graphdb.graph import Graph

if TYPE_CHECKING:
    from tests.integration.server.people.conftest import Owner

AskBy = Callable[..., dict[str, Any]]
Run = Callable[..., list[list[Any]]]
NewOwner = Callable[[str], "Owner"]

INVITATION = "id state message byViewer sentAt expiresAt answeredAt sender { id } receiver { id }"
SEND = f"""
mutation ($to: ID!, $message: String, $draft: Boolean! = false, $clientId: String) {{
  result: sendInvitation(input: {{to: $to, message: $message, draft: $draft, clientId: $clientId}}) {{
    __typename
    ... on InvitationSent {{ invitation {{ {INVITATION} }} }}
    ... on UserError {{ code message }}
  }}
}}
"""
RESPOND = f"""
mutation ($id: ID!, $accept: Boolean!) {{
  result: respondToInvitation(id: $id, accept: $accept) {{
    __typename
    ... on InvitationAnswered {{ invitation {{ {INVITATION} }} }}
    ... on UserError {{ code message }}
  }}
}}
"""
WITHDRAW = f"""
mutation ($id: ID!) {{
  result: withdrawInvitation(id: $id) {{
    __typename
    ... on InvitationWithdrawn {{ invitation {{ {INVITATION} }} }}
    ... on UserError {{ code message }}
  }}
}}
"""
SENT = """
query ($in: [InvitationState!]) { viewer { list: sentInvitations(states: $in) { nodes { id state } } } }
"""
RECEIVED = SENT.replace("sentInvitations", "receivedInvitations")
CAN = """
query ($id: ID!) {
  researcher(by: {id: $id}) { viewerCan { invite { allowed reason } message { allowed reason } } }
}
"""
NODE = f"query ($id: ID!) {{ node(id: $id) {{ ... on Invitation {{ {INVITATION} introduction {{ id }} }} }} }}"


def sent(ask_by: AskBy, one: "Owner", other: "Owner", **given: Any) -> dict[str, Any]:
    result = ask_by(one.client, SEND, to=other.researcher, **given)["result"]
    assert result["__typename"] == "InvitationSent", result
    invitation: dict[str, Any] = result["invitation"]
    return invitation


def listed(ask_by: AskBy, who: "Owner", query: str, *states: str) -> list[str]:
    found = ask_by(who.client, query, **{"in": list(states) or None})["viewer"]["list"]["nodes"]
    return [node["id"] for node in found]


def may_invite(ask_by: AskBy, client: httpx.Client, researcher: str) -> dict[str, Any]:
    found: dict[str, Any] = ask_by(client, CAN, id=researcher)["researcher"]["viewerCan"]["invite"]
    return found


def test_an_invitation_goes_from_owner_to_owner_and_is_answered(owner: NewOwner, ask_by: AskBy, run: Run) -> None:
    ada, eve = owner("ada.invites"), owner("eve.answers")
    assert may_invite(ask_by, ada.client, eve.researcher) == {"allowed": True, "reason": None}
    made = sent(ask_by, ada, eve, message="<script>alert(1)</script>\r\n\r\nHello  ")
    assert made["state"] == "SENT"
    assert made["message"] == "<script>alert(1)</script>\n\nHello"
    assert made["byViewer"] is True
    assert (made["sender"], made["receiver"]) == ({"id": ada.researcher}, {"id": eve.researcher})
    assert made["sentAt"] < made["expiresAt"]
    assert listed(ask_by, ada, SENT) == listed(ask_by, eve, RECEIVED) == [made["id"]]
    assert listed(ask_by, ada, RECEIVED) == listed(ask_by, eve, SENT) == []
    assert ask_by(eve.client, NODE, id=made["id"])["node"]["byViewer"] is False
    assert "invited this person already" in may_invite(ask_by, ada.client, eve.researcher)["reason"]
    assert "has invited you" in may_invite(ask_by, eve.client, ada.researcher)["reason"]
    for _ in range(2):
        answered = ask_by(eve.client, RESPOND, id=made["id"], accept=True)["result"]["invitation"]
        assert answered["state"] == "ACCEPTED"
        assert answered["answeredAt"] is not None
    assert ask_by(eve.client, RESPOND, id=made["id"], accept=False)["result"]["code"] == "INVITATION_CLOSED"
    assert ask_by(ada.client, WITHDRAW, id=made["id"])["result"]["code"] == "INVITATION_CLOSED"
    assert listed(ask_by, eve, RECEIVED, "ACCEPTED") == [made["id"]]
    assert listed(ask_by, eve, RECEIVED, "SENT", "DECLINED") == []
    can = ask_by(ada.client, CAN, id=eve.researcher)["researcher"]["viewerCan"]
    assert can["message"] == {"allowed": True, "reason": None}
    assert "in conversation" in can["invite"]["reason"]
    kinds = run("MATCH (e:AuditEvent {about: $id}) RETURN e.kind, e.by ORDER BY e.at", id=made["id"])
    assert kinds == [["INVITATION_SENT", ada.account], ["INVITATION_ACCEPTED", eve.account]]


def test_nobody_else_sees_an_invitation_or_may_do_anything_to_it(
    owner: NewOwner, ask_by: AskBy, stranger: httpx.Client
) -> None:
    ada, eve, bob = owner("ada.alone"), owner("eve.alone"), owner("bob.curious")
    made = sent(ask_by, ada, eve)
    for client, code in ((bob.client, "UNKNOWN_ID"), (stranger, "NOT_SIGNED_IN")):
        assert ask_by(client, NODE, id=made["id"])["node"] is None
        assert ask_by(client, RESPOND, id=made["id"], accept=True)["result"]["code"] == code
        assert ask_by(client, WITHDRAW, id=made["id"])["result"]["code"] == code
    # Each of the two may do their own part alone.
    assert ask_by(ada.client, RESPOND, id=made["id"], accept=True)["result"]["code"] == "UNKNOWN_ID"
    assert ask_by(eve.client, WITHDRAW, id=made["id"])["result"]["code"] == "UNKNOWN_ID"
    assert ask_by(ada.client, NODE, id=made["id"])["node"]["state"] == "SENT"


def test_the_reason_is_told_where_somebody_cannot_be_invited(
    owner: NewOwner, ask_by: AskBy, signed_in: Callable[..., httpx.Client], run: Run
) -> None:
    ada, eve = owner("ada.reasons"), owner("eve.reasons")
    reader = signed_in("owns.nothing@example.org")
    unclaimed = run("MATCH (r:Researcher) WHERE NOT EXISTS { ()-[:OWNS]->(r) } RETURN min(r.id)")[0][0]
    cases = [
        (reader, unclaimed, "CLAIM_NEEDED", "Claim this author record first"),
        (ada.client, unclaimed, "CLAIM_NEEDED", "Claim this author record first"),
        (reader, eve.researcher, "CLAIM_NEEDED", "Claim your own author record first"),
        (ada.client, ada.researcher, "OWN_RECORD", "your own"),
    ]
    for client, to, code, words in cases:
        refused = ask_by(client, SEND, to=to)["result"]
        assert (refused["__typename"], refused["code"]) == ("InvitationNotAllowedError", code)
        assert words in refused["message"]
        assert may_invite(ask_by, client, to) == {"allowed": False, "reason": refused["message"]}
    closed = "MATCH (r:Researcher {id: $id}) SET r.openToCollaborate = $open"
    run(closed, id=eve.researcher, open=False)
    try:
        refused = ask_by(ada.client, SEND, to=eve.researcher)["result"]
        assert refused["code"] == "NOT_OPEN"
        assert may_invite(ask_by, ada.client, eve.researcher)["reason"] == refused["message"]
    finally:
        run(closed, id=eve.researcher, open=None)
    for nothing in ("r_aaaaaaaaaaaaaaaa", "t_aaaaaaaaaaaaaaaa", "acc_aaaaaaaaaaaaaaaa", "", "nonsense", "x" * 5_000):
        assert ask_by(ada.client, SEND, to=nothing)["result"]["code"] == "UNKNOWN_ID"
    for text in ("x" * 2_001, "a\u202eb", "a\x00b", " " * 50_000):
        assert ask_by(ada.client, SEND, to=eve.researcher, message=text)["result"]["code"] == "BAD_BOUND"
    assert ask_by(ada.client, SEND, to=eve.researcher, clientId="")["result"]["code"] == "BAD_BOUND"
    assert listed(ask_by, ada, SENT) == []


def test_a_draft_is_its_writers_alone_until_it_is_sent(owner: NewOwner, ask_by: AskBy) -> None:
    ada, eve = owner("ada.drafts"), owner("eve.waits")
    draft = sent(ask_by, ada, eve, message="Dear", draft=True)
    assert (draft["state"], draft["sentAt"]) == ("DRAFT", None)
    assert listed(ask_by, eve, RECEIVED) == []
    assert ask_by(eve.client, NODE, id=draft["id"])["node"] is None
    assert ask_by(eve.client, RESPOND, id=draft["id"], accept=True)["result"]["code"] == "UNKNOWN_ID"
    assert sent(ask_by, ada, eve, message="Dear Eve", draft=True)["id"] == draft["id"]
    final = sent(ask_by, ada, eve, message="Dear Eve,")
    assert (final["id"], final["state"], final["message"]) == (draft["id"], "SENT", "Dear Eve,")
    assert listed(ask_by, eve, RECEIVED) == [draft["id"]]


def test_the_same_client_id_sends_one_invitation_and_none_anew_after_it_was_withdrawn(
    owner: NewOwner, ask_by: AskBy
) -> None:
    ada, eve = owner("ada.repeats"), owner("eve.once")
    made = [sent(ask_by, ada, eve, message="Hello", clientId="one")["id"] for _ in range(3)]
    assert len(set(made)) == 1
    assert ask_by(ada.client, SEND, to=eve.researcher, clientId="two")["result"]["code"] == "ALREADY_INVITED"
    for _ in range(2):
        assert ask_by(ada.client, WITHDRAW, id=made[0])["result"]["invitation"]["state"] == "WITHDRAWN"
    assert sent(ask_by, ada, eve, clientId="one")["state"] == "WITHDRAWN"
    assert ask_by(eve.client, RESPOND, id=made[0], accept=True)["result"]["code"] == "INVITATION_CLOSED"
    again = sent(ask_by, ada, eve, clientId="two")
    assert again["id"] != made[0]
    assert listed(ask_by, ada, SENT, "WITHDRAWN") == [made[0]]
    assert ask_by(eve.client, RESPOND, id=again["id"], accept=False)["result"]["invitation"]["state"] == "DECLINED"
    # Who was declined does not ask again at once.
    assert ask_by(ada.client, SEND, to=eve.researcher)["result"]["code"] == "NOT_OPEN"
    assert may_invite(ask_by, eve.client, ada.researcher)["allowed"] is True


async def test_an_invitation_that_nobody_answers_expires(
    owner: NewOwner, ask_by: AskBy, run: Run, endpoint: Endpoint
) -> None:
    ada, eve = owner("ada.in.vain"), owner("eve.away")
    made = sent(ask_by, ada, eve)
    run("MATCH (i:Invitation {id: $id}) SET i.expiresAt = '2020-01-01T00:00:00Z'", id=made["id"])
    # It has expired for all who look, before the job has been there and after it.
    assert listed(ask_by, eve, RECEIVED, "EXPIRED") == [made["id"]]
    assert ask_by(eve.client, RESPOND, id=made["id"], accept=True)["result"]["code"] == "INVITATION_CLOSED"
    async with Graph.open(endpoint, timeout=60) as graph:
        assert await expire_invitations(graph) == 1
        assert await expire_invitations(graph) == 0
    assert run("MATCH (i:Invitation {id: $id}) RETURN i.state, i.openKey", id=made["id"]) == [["EXPIRED", None]]
    second = sent(ask_by, ada, eve)
    run("MATCH (i:Invitation {id: $id}) SET i.expiresAt = '2020-01-01T00:00:00Z'", id=second["id"])
    third = sent(ask_by, ada, eve)
    assert listed(ask_by, ada, SENT, "EXPIRED") != [third["id"]]
    assert listed(ask_by, ada, SENT, "SENT") == [third["id"]]


def test_of_a_hundred_answers_at_once_one_counts_and_one_conversation_opens(
    owner: NewOwner, ask_by: AskBy, run: Run
) -> None:
    ada, eve = owner("ada.hundred"), owner("eve.hundred")
    with ThreadPoolExecutor(20) as threads:
        tries = list(threads.map(lambda _: ask_by(ada.client, SEND, to=eve.researcher)["result"], range(40)))
    assert Counter(each["__typename"] for each in tries) == {"InvitationSent": 1, "InvitationNotAllowedError": 39}
    [id_] = [each["invitation"]["id"] for each in tries if each["__typename"] == "InvitationSent"]
    with ThreadPoolExecutor(20) as threads:
        answers = list(
            threads.map(lambda _: ask_by(eve.client, RESPOND, id=id_, accept=True)["result"]["__typename"], range(100))
        )
    assert answers == ["InvitationAnswered"] * 100
    pairs = run(
        "MATCH (a:Account {id: $a})-[x:TALKS]->(c:Conversation)<-[y:TALKS]-(b:Account {id: $b}) RETURN count(*)",
        a=ada.account,
        b=eve.account,
    )
    assert pairs == [[1]]
    events = run("MATCH (e:AuditEvent {about: $id}) RETURN e.kind ORDER BY e.at", id=id_)
    assert events == [["INVITATION_SENT"], ["INVITATION_ACCEPTED"]]


def test_two_who_invite_each_other_at_once_leave_one_invitation(owner: NewOwner, ask_by: AskBy) -> None:
    ada, eve = owner("ada.crosses"), owner("eve.crosses")
    pairs = [(ada, eve), (eve, ada)] * 10
    with ThreadPoolExecutor(20) as threads:
        kinds = list(threads.map(lambda p: ask_by(p[0].client, SEND, to=p[1].researcher)["result"], pairs))
    assert Counter(each["__typename"] for each in kinds)["InvitationSent"] == 1
    assert len(listed(ask_by, ada, SENT) + listed(ask_by, ada, RECEIVED)) == 1


def test_the_introduction_is_the_shortest_way_by_co_authors(owner: NewOwner, ask_by: AskBy, run: Run) -> None:
    ada, eve = owner("ada.introduced"), owner("eve.introduced")
    made = sent(ask_by, ada, eve)
    # Nobody but the store is asked for the truth.
    steps = run(
        "MATCH p = shortestPath((a:Researcher {id: $a})-[:COLLABORATED_WITH*..4]-(b:Researcher {id: $b})) "
        "RETURN length(p)",
        a=ada.researcher,
        b=eve.researcher,
    )
    way = [person["id"] for person in ask_by(eve.client, NODE, id=made["id"])["node"]["introduction"]]
    assert (way[0], way[-1], len(way) - 1) == (ada.researcher, eve.researcher, steps[0][0])
    for one, next_one in pairwise(way):
        pair = "MATCH (:Researcher {id: $a})-[e:COLLABORATED_WITH]-(:Researcher {id: $b}) RETURN count(e)"
        assert run(pair, a=one, b=next_one) == [[1]]


def test_an_invitation_needs_both_records_until_it_is_accepted(owner: NewOwner, ask_by: AskBy, run: Run) -> None:
    ada, eve = owner("ada.loses"), owner("eve.accepts")
    made = sent(ask_by, ada, eve)
    run("MATCH (:Account {id: $id})-[e:OWNS]->() DELETE e", id=ada.account)
    refused = ask_by(eve.client, RESPOND, id=made["id"], accept=True)["result"]
    assert (refused["__typename"], refused["code"]) == ("InvitationNotAllowedError", "CLAIM_NEEDED")
    assert ask_by(eve.client, RESPOND, id=made["id"], accept=False)["result"]["invitation"]["state"] == "DECLINED"


@pytest.mark.parametrize("id_", ["inv_aaaaaaaaaaaaaaaa", "r_aaaaaaaaaaaaaaaa", "", "x" * 5_000])
def test_what_is_no_invitation_is_not_answered(owner: NewOwner, ask_by: AskBy, id_: str) -> None:
    ada = owner("ada.answers.nothing")
    assert ask_by(ada.client, RESPOND, id=id_, accept=True)["result"]["code"] == "UNKNOWN_ID"
    assert ask_by(ada.client, WITHDRAW, id=id_)["result"]["code"] == "UNKNOWN_ID"


def test_an_account_has_so_many_invitations_waiting_and_sends_so_many_a_day(
    owner: NewOwner, ask_by: AskBy, run: Run
) -> None:
    ada, eve = owner("ada.writes.to.all"), owner("eve.the.last")
    some = (
        "MATCH (a:Account {id: $id}) UNWIND range(1, $count) AS i "
        "CREATE (a)-[:SENT]->(:Invitation {id: 'inv_test' + i, openKey: 'test ' + i, state: $state, createdAt: $at, "
        "sentAt: $at, expiresAt: '2999-01-01T00:00:00Z'})"
    )
    run(some, id=ada.account, count=50, state="SENT", at="2020-01-01T00:00:00Z")
    assert ask_by(ada.client, SEND, to=eve.researcher)["result"]["code"] == "TOO_MANY_INVITATIONS"
    run("MATCH (i:Invitation) WHERE i.id STARTS WITH 'inv_test' DETACH DELETE i")
    run(some, id=ada.account, count=20, state="SENT", at="2999-01-01T00:00:00Z")
    assert ask_by(ada.client, SEND, to=eve.researcher)["result"]["code"] == "TOO_MANY_INVITATIONS"
    run("MATCH (i:Invitation) WHERE i.id STARTS WITH 'inv_test' DETACH DELETE i")
    assert sent(ask_by, ada, eve)["state"] == "SENT"
