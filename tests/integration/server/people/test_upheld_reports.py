"""What follows where moderators uphold a report, over HTTP: to the thing, to the one who wrote it, to who reported."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

import httpx
import pytest

if TYPE_CHECKING:
    from tests.integration.server.people.conftest import Owner

AskBy = Callable[..., dict[str, Any]]
Run = Callable[..., list[list[Any]]]
NewOwner = Callable[[str], "Owner"]
SignIn = Callable[..., httpx.Client]

ERROR = "__typename ... on UserError { code message }"
INVITE = f"""
mutation ($to: ID!) {{
  result: sendInvitation(input: {{to: $to, message: "Of an insult"}}) {{
    {ERROR} ... on InvitationSent {{ invitation {{ id }} }}
  }}
}}
"""
ANSWER = f"""
mutation ($id: ID!, $accept: Boolean! = true) {{
  result: respondToInvitation(id: $id, accept: $accept) {{
    {ERROR} ... on InvitationAnswered {{ invitation {{ conversation {{ id }} }} }}
  }}
}}
"""
WRITE = f"""
mutation ($id: ID!, $text: String! = "An insult") {{
  result: sendMessage(conversationId: $id, text: $text) {{ {ERROR} ... on MessageSent {{ sentMessage {{ id }} }} }}
}}
"""
REPORT = f"""
mutation ($about: ID!) {{
  result: report(input: {{about: $about, reason: HARASSMENT}}) {{ {ERROR} ... on Reported {{ report {{ id }} }} }}
}}
"""
CLOSE = f"""
mutation ($id: ID!, $decision: ReportDecision! = UPHELD) {{
  result: closeReport(id: $id, decision: $decision) {{
    {ERROR} ... on ReportClosed {{ report {{ decision quoted }} }}
  }}
}}
"""
SUSPEND = f"""
mutation ($id: ID!, $days: Int!) {{
  result: suspendAccount(report: $id, days: $days) {{ {ERROR} ... on AccountSuspended {{ until }} }}
}}
"""
TALK = """
query ($id: ID!) {
  node(id: $id) { ... on Conversation { viewerCanWrite { allowed reason } messages { nodes { id text withheld } } } }
}
"""
INVITATION = "query ($id: ID!) { node(id: $id) { ... on Invitation { state message } } }"
NEWS = """
{ viewer { suspendedUntil notifications(unread: true) { nodes { kind detail about { id } } } } }
"""
CAN = """
query ($id: ID!) {
  researcher(by: {id: $id}) {
    viewerCan { follow { allowed } claim { reason } invite { reason } message { reason } edit { reason } }
  }
}
"""


def connected(ask_by: AskBy, one: "Owner", other: "Owner") -> str:
    invitation = ask_by(one.client, INVITE, to=other.researcher)["result"]["invitation"]["id"]
    answered = ask_by(other.client, ANSWER, id=invitation)["result"]["invitation"]
    return str(answered["conversation"]["id"])


def told(ask_by: AskBy, who: "Owner") -> list[tuple[str, str | None, str | None]]:
    """What somebody has not read, but for what comes of every invitation and message."""
    nodes = ask_by(who.client, NEWS)["viewer"]["notifications"]["nodes"]
    return [
        (node["kind"], node["detail"], (node["about"] or {}).get("id"))
        for node in nodes
        if node["kind"] in {"REPORT_DECIDED", "REPORT_UPHELD", "ACCOUNT_SUSPENDED"}
    ]


@pytest.fixture
def moderator(signed_in: SignIn) -> httpx.Client:
    return signed_in("upholds.reports@example.org", moderator=True)


def test_what_was_reported_rightly_is_out_of_sight_and_both_are_told(
    owner: NewOwner, ask_by: AskBy, moderator: httpx.Client, run: Run
) -> None:
    ada, eve, bob = owner("ada.writes.badly"), owner("eve.reads.it"), owner("bob.invites.badly")
    talk = connected(ask_by, ada, eve)
    message = ask_by(ada.client, WRITE, id=talk)["result"]["sentMessage"]["id"]
    invitation = ask_by(bob.client, INVITE, to=eve.researcher)["result"]["invitation"]["id"]
    reports = {
        about: ask_by(eve.client, REPORT, about=about)["result"]["report"]["id"]
        for about in (message, invitation, talk, ada.researcher)
    }
    said = {"id": message, "text": "An insult", "withheld": False}
    assert ask_by(eve.client, TALK, id=talk)["node"]["messages"]["nodes"] == [said]

    # Dismissed, it stays as it is.
    dismissed = reports.pop(ada.researcher)
    assert ask_by(moderator, CLOSE, id=dismissed, decision="DISMISSED")["result"]["__typename"] == "ReportClosed"
    assert told(ask_by, eve) == [("REPORT_DECIDED", "DISMISSED", dismissed)]
    assert told(ask_by, ada) == []

    for _ in range(2):
        closed = ask_by(moderator, CLOSE, id=reports[message])["result"]["report"]
        assert closed == {"decision": "UPHELD", "quoted": "An insult"}
    for who in (ada, eve):
        found = ask_by(who.client, TALK, id=talk)["node"]
        assert found["messages"]["nodes"] == [{"id": message, "text": "", "withheld": True}]
        assert found["viewerCanWrite"]["allowed"] is True
    assert "An insult" not in ada.client.get("/account/export.json").text
    assert told(ask_by, ada) == [("REPORT_UPHELD", None, message)]

    ask_by(moderator, CLOSE, id=reports[invitation])
    assert ask_by(bob.client, INVITATION, id=invitation)["node"] == {"state": "WITHDRAWN", "message": None}
    assert ask_by(eve.client, ANSWER, id=invitation)["result"]["code"] == "INVITATION_CLOSED"
    assert told(ask_by, bob) == [("REPORT_UPHELD", None, invitation)]

    ask_by(moderator, CLOSE, id=reports[talk])
    for who in (ada, eve):
        assert ask_by(who.client, TALK, id=talk)["node"]["viewerCanWrite"]["allowed"] is False
        assert ask_by(who.client, WRITE, id=talk)["result"]["code"] == "CONVERSATION_CLOSED"
    assert {each[2] for each in told(ask_by, eve)} == {dismissed, *reports.values()}
    events = run(
        "MATCH (e:AuditEvent {kind: 'REPORT_CLOSED'}) WHERE e.about IN $ids RETURN count(e), count(DISTINCT e.details)",
        ids=list(reports.values()),
    )
    assert events == [[3, 1]]


def test_who_is_suspended_reaches_nobody_until_it_is_over(
    owner: NewOwner, ask_by: AskBy, moderator: httpx.Client, run: Run
) -> None:
    ada, eve, bob = owner("ada.is.suspended"), owner("eve.was.insulted"), owner("bob.waits")
    talk = connected(ask_by, ada, eve)
    message = ask_by(ada.client, WRITE, id=talk)["result"]["sentMessage"]["id"]
    waiting = ask_by(bob.client, INVITE, to=ada.researcher)["result"]["invitation"]["id"]
    [[unclaimed]] = run("MATCH (r:Researcher) WHERE NOT EXISTS { ()-[:OWNS]->(r) } RETURN min(r.id)")
    report = ask_by(eve.client, REPORT, about=message)["result"]["report"]["id"]
    assert ask_by(moderator, SUSPEND, id=report, days=7)["result"]["code"] == "REPORT_NOT_UPHELD"
    ask_by(moderator, CLOSE, id=report)
    for days in (-1, 366, 2**31 - 1):
        assert ask_by(moderator, SUSPEND, id=report, days=days)["result"]["code"] == "BAD_BOUND"
    assert ask_by(eve.client, SUSPEND, id=report, days=7)["result"]["code"] == "FORBIDDEN"
    until = ask_by(moderator, SUSPEND, id=report, days=7)["result"]["until"]
    assert ask_by(ada.client, NEWS)["viewer"]["suspendedUntil"] == until
    assert ("ACCOUNT_SUSPENDED", until, ada.account) in told(ask_by, ada)
    end = datetime.fromisoformat(until)
    in_words = f"until {end.day} {end:%B %Y, %H:%M} UTC."

    own = f'researcherId: "{ada.researcher}"'
    for call in (
        f'sendInvitation(input: {{to: "{bob.researcher}"}})',
        f'respondToInvitation(id: "{waiting}", accept: true)',
        f'sendMessage(conversationId: "{talk}", text: "x")',
        f'report(input: {{about: "{talk}", reason: SPAM}})',
        f'claimResearcher(id: "{unclaimed}")',
        'vouchForClaim(id: "clm_aaaaaaaaaaaaaaaa")',
        'confirmClaimEmail(token: "x")',
        'addClaimEvidence(claimId: "clm_aaaaaaaaaaaaaaaa", input: {kind: STATEMENT, text: "x"})',
        f'updateResearcher(id: "{ada.researcher}", input: {{bio: null}})',
        f'disownWork({own}, workId: "w_aaaaaaaaaaaaaaaa")',
        f'proposeWork({own}, by: {{id: "w_aaaaaaaaaaaaaaaa"}})',
    ):
        answer = ask_by(ada.client, f"mutation {{ result: {call} {{ {ERROR} }} }}")["result"]
        assert (answer["__typename"], answer["code"]) == ("ForbiddenError", "ACCOUNT_SUSPENDED"), call
        assert in_words in answer["message"]
    can = ask_by(ada.client, CAN, id=bob.researcher)["researcher"]["viewerCan"]
    assert can.pop("follow") == {"allowed": True}
    assert all(in_words in each["reason"] for each in can.values())
    assert in_words in ask_by(ada.client, TALK, id=talk)["node"]["viewerCanWrite"]["reason"]
    # What is one's own, and ending what waits, is one's own business; others still write.
    assert ask_by(ada.client, ANSWER, id=waiting, accept=False)["result"]["__typename"] == "InvitationAnswered"
    rename = 'mutation { result: updateAccount(input: {name: "Ada"}) { __typename } }'
    assert ask_by(ada.client, rename)["result"] == {"__typename": "AccountUpdated"}
    assert ask_by(eve.client, WRITE, id=talk, text="Hello")["result"]["__typename"] == "MessageSent"

    for _ in range(2):
        assert ask_by(moderator, SUSPEND, id=report, days=0)["result"] == {
            "__typename": "AccountSuspended",
            "until": None,
        }
    assert ask_by(ada.client, WRITE, id=talk, text="Sorry")["result"]["__typename"] == "MessageSent"
    kinds = run(
        "MATCH (e:AuditEvent {about: $id}) WHERE e.kind CONTAINS 'SUSPEN' RETURN e.kind ORDER BY e.at", id=ada.account
    )
    assert kinds == [["ACCOUNT_SUSPENDED"], ["SUSPENSION_ENDED"]]
    # A time that is over keeps from nothing.
    run("MATCH (a:Account {id: $id}) SET a.suspendedUntil = '2020-01-01T00:00:00Z'", id=ada.account)
    assert ask_by(ada.client, NEWS)["viewer"]["suspendedUntil"] is None
    assert ask_by(ada.client, WRITE, id=talk, text="Sorry again")["result"]["__typename"] == "MessageSent"
