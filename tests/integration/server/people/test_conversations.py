"""Conversations, blocks and reports, over HTTP."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import httpx
import pytest

if TYPE_CHECKING:
    from tests.integration.server.people.conftest import Owner

AskBy = Callable[..., dict[str, Any]]
Run = Callable[..., list[list[Any]]]
NewOwner = Callable[[str], "Owner"]

INVITE = """
mutation ($to: ID!) {
  result: sendInvitation(input: {to: $to, message: "Hello"}) {
    ... on InvitationSent { invitation { id } } ... on UserError { code message }
  }
}
"""
ACCEPT = """
mutation ($id: ID!) {
  result: respondToInvitation(id: $id, accept: true) {
    ... on InvitationAnswered { invitation { conversation { id } } } ... on UserError { code }
  }
}
"""
WRITE = """
mutation ($id: ID!, $text: String!, $clientId: String) {
  result: sendMessage(conversationId: $id, text: $text, clientId: $clientId) {
    __typename
    ... on MessageSent { sentMessage { id text byViewer sender { id } } }
    ... on UserError { code message }
  }
}
"""
READ = "mutation ($id: ID!) { result: markRead(id: $id) { __typename ... on UserError { code } } }"
TALK = """
query ($id: ID!, $first: Int, $after: String) {
  node(id: $id) {
    ... on Conversation {
      other { id }
      unreadCount
      viewerCanWrite { allowed reason }
      messages(first: $first, after: $after) {
        totalCount
        nodes { id text byViewer sender { id } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}
"""
MINE = "{ viewer { unreadMessagesCount conversations { totalCount nodes { id unreadCount } } } }"
BLOCK = "mutation ($id: ID!) { result: blockAccount(id: $id) { __typename ... on UserError { code } } }"
UNBLOCK = BLOCK.replace("blockAccount", "unblockAccount")
REPORT = """
mutation ($about: ID!, $text: String) {
  result: report(input: {about: $about, reason: HARASSMENT, text: $text}) {
    __typename
    ... on Reported { report { id state aboutId quoted text against { id } reporter { id } } }
    ... on UserError { code }
  }
}
"""
CLOSE = """
mutation ($id: ID!, $decision: ReportDecision!) {
  result: closeReport(id: $id, decision: $decision) {
    __typename
    ... on ReportClosed { report { state decision } }
    ... on UserError { code }
  }
}
"""
REPORTS = "{ reports(states: [OPEN]) { nodes { id reason text } } }"
CAN = "query ($id: ID!) { researcher(by: {id: $id}) { viewerCan { invite { reason } message { allowed reason } } } }"


def connected(ask_by: AskBy, one: "Owner", other: "Owner") -> str:
    """Return the id of a conversation of two people."""
    invitation = ask_by(one.client, INVITE, to=other.researcher)["result"]["invitation"]["id"]
    answer = ask_by(other.client, ACCEPT, id=invitation)["result"]["invitation"]
    conversation: str = answer["conversation"]["id"]
    return conversation


def say(ask_by: AskBy, who: "Owner", conversation: str, text: str, **given: Any) -> str:
    result = ask_by(who.client, WRITE, id=conversation, text=text, **given)["result"]
    assert result["__typename"] == "MessageSent", result
    id_: str = result["sentMessage"]["id"]
    return id_


def test_two_people_write_and_see_what_they_have_not_read(owner: NewOwner, ask_by: AskBy) -> None:
    ada, eve = owner("ada.talks"), owner("eve.talks")
    id_ = connected(ask_by, ada, eve)
    first = say(ask_by, ada, id_, "  <b>Hello</b>\r\n<script>alert(1)</script> ")
    say(ask_by, ada, id_, "Are you there?")
    assert ask_by(eve.client, MINE)["viewer"] == {
        "unreadMessagesCount": 2,
        "conversations": {"totalCount": 1, "nodes": [{"id": id_, "unreadCount": 2}]},
    }
    assert ask_by(ada.client, MINE)["viewer"]["unreadMessagesCount"] == 0
    talk = ask_by(eve.client, TALK, id=id_)["node"]
    assert talk["other"] == {"id": ada.researcher}
    assert talk["viewerCanWrite"] == {"allowed": True, "reason": None}
    texts = [message["text"] for message in talk["messages"]["nodes"]]
    assert texts == ["Are you there?", "<b>Hello</b>\n<script>alert(1)</script>"]
    assert all(message["sender"] == {"id": ada.researcher} for message in talk["messages"]["nodes"])
    assert [message["byViewer"] for message in talk["messages"]["nodes"]] == [False, False]
    # As far as a message, then all of it; what was read stays read.
    for read, left in ((first, 1), (id_, 0), (first, 0)):
        assert ask_by(eve.client, READ, id=read)["result"]["__typename"] == "MarkedRead"
        assert ask_by(eve.client, MINE)["viewer"]["unreadMessagesCount"] == left
    say(ask_by, eve, id_, "Yes")
    assert ask_by(eve.client, MINE)["viewer"]["unreadMessagesCount"] == 0
    assert ask_by(ada.client, MINE)["viewer"]["unreadMessagesCount"] == 1


def test_messages_are_paged_from_the_last_and_stay_in_their_places(owner: NewOwner, ask_by: AskBy) -> None:
    ada, eve = owner("ada.pages"), owner("eve.pages")
    id_ = connected(ask_by, ada, eve)
    for number in range(5):
        say(ask_by, (ada, eve)[number % 2], id_, f"Number {number}")
    page = ask_by(ada.client, TALK, id=id_, first=2)["node"]["messages"]
    say(ask_by, eve, id_, "Meanwhile")
    seen = [message["text"] for message in page["nodes"]]
    while page["pageInfo"]["hasNextPage"]:
        page = ask_by(ada.client, TALK, id=id_, first=2, after=page["pageInfo"]["endCursor"])["node"]["messages"]
        seen += [message["text"] for message in page["nodes"]]
    assert seen == [f"Number {number}" for number in (4, 3, 2, 1, 0)]
    assert page["totalCount"] == 6


def test_what_was_sent_under_one_client_id_at_once_is_one_message(owner: NewOwner, ask_by: AskBy) -> None:
    ada, eve = owner("ada.stutters"), owner("eve.hears")
    id_ = connected(ask_by, ada, eve)
    with ThreadPoolExecutor(20) as threads:
        ids = list(threads.map(lambda _: say(ask_by, ada, id_, "Once", clientId="one"), range(40)))
        list(threads.map(lambda n: say(ask_by, (ada, eve)[n % 2], id_, str(n)), range(20)))
    assert len(set(ids)) == 1
    assert ask_by(eve.client, TALK, id=id_)["node"]["messages"]["totalCount"] == 21


def test_nobody_else_reads_or_writes_there(owner: NewOwner, ask_by: AskBy, stranger: httpx.Client) -> None:
    ada, eve, bob = owner("ada.private"), owner("eve.private"), owner("bob.listens")
    id_ = connected(ask_by, ada, eve)
    message = say(ask_by, ada, id_, "Between us")
    for client, code in ((bob.client, "UNKNOWN_ID"), (stranger, "NOT_SIGNED_IN")):
        assert ask_by(client, TALK, id=id_)["node"] is None
        assert ask_by(client, TALK, id=message)["node"] is None
        assert ask_by(client, WRITE, id=id_, text="x")["result"]["code"] == code
        assert ask_by(client, READ, id=id_)["result"]["code"] == code
        assert ask_by(client, READ, id=message)["result"]["code"] == code
        assert ask_by(client, REPORT, about=message)["result"]["code"] == code
        assert ask_by(client, BLOCK, id=message)["result"]["code"] == code
    for nothing in ("cnv_aaaaaaaaaaaaaaaa", "msg_aaaaaaaaaaaaaaaa", ada.researcher, "", "x" * 5_000):
        assert ask_by(ada.client, WRITE, id=nothing, text="x")["result"]["code"] == "UNKNOWN_ID"
        assert ask_by(ada.client, READ, id=nothing)["result"]["code"] == "UNKNOWN_ID"


@pytest.mark.parametrize("text", ["", " \n ", "x" * 5_001, "a\x00b", "a\u202eb", " " * 200_000])
def test_a_text_that_is_none_or_too_long_is_refused(owner: NewOwner, ask_by: AskBy, text: str) -> None:
    ada = owner("ada.rambles")
    refused = ask_by(ada.client, WRITE, id="cnv_aaaaaaaaaaaaaaaa", text=text)["result"]
    assert (refused["__typename"], refused["code"]) == ("InvalidTextError", "BAD_BOUND")


def test_a_message_of_a_megabyte_does_not_even_get_in(owner: NewOwner) -> None:
    ada = owner("ada.floods")
    body = {"query": WRITE, "variables": {"id": "cnv_aaaaaaaaaaaaaaaa", "text": "x" * 1_000_000}}
    assert ada.client.post("/graphql", json=body).status_code == 413


def test_who_is_blocked_neither_writes_nor_invites_and_is_not_told(owner: NewOwner, ask_by: AskBy, run: Run) -> None:
    ada, eve = owner("ada.pesters"), owner("eve.blocks")
    id_ = connected(ask_by, ada, eve)
    for _ in range(2):
        assert ask_by(eve.client, BLOCK, id=ada.researcher)["result"]["__typename"] == "AccountBlocked"
    told = ask_by(ada.client, WRITE, id=id_, text="Hello?")["result"]
    assert (told["__typename"], told["code"]) == ("ConversationClosedError", "CONVERSATION_CLOSED")
    assert ask_by(eve.client, WRITE, id=id_, text="No")["result"]["code"] == "BLOCKED_BY_VIEWER"
    can = ask_by(ada.client, CAN, id=eve.researcher)["researcher"]["viewerCan"]["message"]
    assert can == {"allowed": False, "reason": told["message"]}
    assert ask_by(ada.client, TALK, id=id_)["node"]["viewerCanWrite"] == can
    # The same is told where the other has lost the record: nobody can tell the two apart.
    ask_by(eve.client, UNBLOCK, id=id_)
    assert say(ask_by, ada, id_, "Hello again")
    run("MATCH (:Account {id: $id})-[e:OWNS]->() DELETE e", id=eve.account)
    assert ask_by(ada.client, WRITE, id=id_, text="Hello?")["result"] == told
    blocked = "{ viewer { blocked { totalCount } } }"
    assert ask_by(eve.client, blocked)["viewer"]["blocked"]["totalCount"] == 0


def test_invitations_of_who_is_blocked_are_out_of_sight_and_new_ones_refused_as_any(
    owner: NewOwner, ask_by: AskBy
) -> None:
    ada, eve, bob = owner("ada.insists"), owner("eve.has.enough"), owner("bob.is.blocked")
    waiting = ask_by(ada.client, INVITE, to=eve.researcher)["result"]["invitation"]["id"]
    received = "{ viewer { receivedInvitations { totalCount } sentInvitations(states: [SENT]) { totalCount } } }"
    assert ask_by(eve.client, BLOCK, id=waiting)["result"]["__typename"] == "AccountBlocked"
    assert ask_by(eve.client, received)["viewer"]["receivedInvitations"]["totalCount"] == 0
    assert ask_by(ada.client, received)["viewer"]["sentInvitations"]["totalCount"] == 1
    assert ask_by(eve.client, ACCEPT, id=waiting)["result"]["code"] == "UNKNOWN_ID"
    assert ask_by(eve.client, INVITE, to=ada.researcher)["result"]["code"] == "BLOCKED_BY_VIEWER"
    list_ = "{ viewer { blocked { nodes { id since researcher { id } } } } }"
    [shown] = ask_by(eve.client, list_)["viewer"]["blocked"]["nodes"]
    assert (shown["id"], shown["researcher"]) == (ada.account, {"id": ada.researcher})
    assert ask_by(eve.client, UNBLOCK, id=shown["id"])["result"]["__typename"] == "AccountUnblocked"
    assert ask_by(eve.client, received)["viewer"]["receivedInvitations"]["totalCount"] == 1
    ask_by(bob.client, INVITE, to=eve.researcher)
    # Who blocks takes back what waits of theirs.
    ask_by(bob.client, BLOCK, id=eve.researcher)
    assert ask_by(bob.client, received)["viewer"]["sentInvitations"]["totalCount"] == 0
    ask_by(bob.client, UNBLOCK, id=eve.researcher)
    ask_by(eve.client, BLOCK, id=bob.researcher)
    refused = ask_by(bob.client, INVITE, to=eve.researcher)["result"]
    assert refused == {"code": "NOT_OPEN", "message": "This person takes no invitations at the moment."}
    assert (
        ask_by(bob.client, CAN, id=eve.researcher)["researcher"]["viewerCan"]["invite"]["reason"] == refused["message"]
    )


def test_nobody_blocks_or_reports_themselves_or_nobody(owner: NewOwner, ask_by: AskBy, run: Run) -> None:
    ada = owner("ada.herself")
    unclaimed = run("MATCH (r:Researcher) WHERE NOT EXISTS { ()-[:OWNS]->(r) } RETURN min(r.id)")[0][0]
    for own in (ada.researcher, ada.account):
        assert ask_by(ada.client, BLOCK, id=own)["result"]["code"] == "ONESELF"
        assert ask_by(ada.client, REPORT, about=own)["result"]["code"] == "ONESELF"
    for nobody in (unclaimed, "acc_aaaaaaaaaaaaaaaa", "inv_aaaaaaaaaaaaaaaa", "nonsense", ""):
        assert ask_by(ada.client, BLOCK, id=nobody)["result"]["code"] == "UNKNOWN_ID"
        assert ask_by(ada.client, UNBLOCK, id=nobody)["result"]["code"] == "UNKNOWN_ID"
    for nothing in ("r_aaaaaaaaaaaaaaaa", "acc_aaaaaaaaaaaaaaaa", "msg_aaaaaaaaaaaaaaaa", "nonsense", ""):
        assert ask_by(ada.client, REPORT, about=nothing)["result"]["code"] == "UNKNOWN_ID"
    assert ask_by(ada.client, REPORT, about=unclaimed, text="x" * 2_001)["result"]["code"] == "BAD_BOUND"
    assert ask_by(ada.client, REPORT, about=unclaimed)["result"]["report"]["against"] is None


def test_a_report_tells_moderators_what_they_could_not_read_and_is_closed_once(
    owner: NewOwner, ask_by: AskBy, signed_in: Callable[..., httpx.Client], run: Run
) -> None:
    ada, eve = owner("ada.insults"), owner("eve.reports")
    moderator = signed_in("reads.reports@example.org", moderator=True)
    id_ = connected(ask_by, ada, eve)
    message = say(ask_by, ada, id_, "An insult")
    made = [ask_by(eve.client, REPORT, about=message, text="She insults me")["result"]["report"] for _ in range(2)]
    assert made[0] == made[1]
    assert made[0]["quoted"] == "An insult"
    assert made[0]["against"] == {"id": ada.researcher}
    assert made[0]["reporter"] == {"id": eve.researcher}
    report = made[0]["id"]
    assert report in [each["id"] for each in ask_by(moderator, REPORTS)["reports"]["nodes"]]
    node = "query ($id: ID!) { node(id: $id) { ... on Report { quoted } } }"
    assert ask_by(moderator, node, id=report)["node"] == ask_by(eve.client, node, id=report)["node"] != None  # noqa: E711
    assert ask_by(moderator, TALK, id=id_)["node"] is None
    assert ask_by(ada.client, node, id=report)["node"] is None
    for who in (ada.client, eve.client):
        answer = who.post("/graphql", json={"query": REPORTS}).json()
        assert answer["data"]["reports"] is None
        assert answer["errors"][0]["extensions"]["code"] == "FORBIDDEN"
        assert ask_by(who, CLOSE, id=report, decision="UPHELD")["result"]["code"] == "FORBIDDEN"
    for _ in range(2):
        closed = ask_by(moderator, CLOSE, id=report, decision="UPHELD")["result"]["report"]
        assert closed == {"state": "CLOSED", "decision": "UPHELD"}
    assert ask_by(moderator, CLOSE, id=report, decision="DISMISSED")["result"]["code"] == "REPORT_CLOSED"
    assert ask_by(moderator, CLOSE, id="rep_aaaaaaaaaaaaaaaa", decision="UPHELD")["result"]["code"] == "UNKNOWN_ID"
    kinds = run("MATCH (e:AuditEvent {about: $id}) RETURN e.kind ORDER BY e.at", id=report)
    assert kinds == [["REPORTED"], ["REPORT_CLOSED"]]
    assert ask_by(eve.client, REPORT, about=message)["result"]["report"]["id"] != report


def test_who_leaves_takes_along_what_they_wrote_and_the_other_keeps_the_rest(
    owner: NewOwner, ask_by: AskBy, run: Run
) -> None:
    ada, eve = owner("ada.deletes"), owner("eve.stays")
    id_ = connected(ask_by, ada, eve)
    said, heard = say(ask_by, ada, id_, "Of Ada"), say(ask_by, eve, id_, "Of Eve")
    ask_by(ada.client, REPORT, about=heard)
    ask_by(eve.client, REPORT, about=said)
    ask_by(eve.client, BLOCK, id=id_)
    exported = eve.client.get("/account/export.json").json()
    assert [each["text"] for each in exported["messages"]] == ["Of Ada", "Of Eve"]
    assert [each["mine"] for each in exported["messages"]] == [False, True]
    assert exported["conversations"][0]["other"] == ada.researcher
    assert exported["blocks"][0]["account"] == ada.account
    assert exported["reports"][0]["quoted"] == "Of Ada"
    ask_by(ada.client, "mutation { deleteAccount { __typename } }")
    talk = ask_by(eve.client, TALK, id=id_)["node"]
    assert [message["text"] for message in talk["messages"]["nodes"]] == ["Of Eve"]
    assert talk["other"] is None
    assert talk["viewerCanWrite"]["allowed"] is False
    assert ask_by(eve.client, WRITE, id=id_, text="x")["result"]["code"] == "CONVERSATION_CLOSED"
    left = "MATCH (n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) CONTAINS $id) RETURN DISTINCT labels(n)[0]"
    assert run(left, id=ada.account) == [["AuditEvent"]]
    ask_by(eve.client, "mutation { deleteAccount { __typename } }")
    assert run("MATCH (n) WHERE n:Conversation OR n:Message RETURN count(n)") == [[0]]
    assert run(left, id=eve.account) == [["AuditEvent"]]


def test_people_whose_records_were_merged_into_others_go_on_talking(owner: NewOwner, ask_by: AskBy, run: Run) -> None:
    ada, eve = owner("ada.is.merged"), owner("eve.goes.on")
    id_ = connected(ask_by, ada, eve)
    # What a merge leaves: the membership names an id that has become an alias of the record that Ada owns.
    run(
        "MATCH (a:Account {id: $id})-[t:TALKS]->(), (a)-[:OWNS]->(r) SET t.researcher = 'r_mergedaway222222' "
        "CREATE (:Identifier:OfTests {scheme: 'id', value: 'r_mergedaway222222'})-[:IDENTIFIES]->(r)",
        id=ada.account,
    )
    try:
        say(ask_by, ada, id_, "Still me")
        talk = ask_by(eve.client, TALK, id=id_)["node"]
        assert talk["other"] == {"id": ada.researcher}
        assert talk["viewerCanWrite"]["allowed"] is True
    finally:
        run("MATCH (n:OfTests) DETACH DELETE n")
