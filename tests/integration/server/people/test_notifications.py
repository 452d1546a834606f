"""What people are told of, over HTTP and as it comes."""

import json
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from graphdb.accounts.moments import written
from graphdb.endpoint import Endpoint
from graphdb.graph import Graph
from graphdb.notifications.new_works import announce_new_works

if TYPE_CHECKING:
    from tests.integration.server.people.conftest import Owner

AskBy = Callable[..., dict[str, Any]]
Run = Callable[..., list[list[Any]]]
NewOwner = Callable[[str], "Owner"]

NOTIFICATIONS = """
{
  viewer {
    unreadNotificationsCount
    notifications { totalCount nodes { id kind text count readAt about { id } by { id } } }
    unread: notifications(unread: true) { totalCount }
  }
}
"""
INVITE = """
mutation ($to: ID!) {
  result: sendInvitation(input: {to: $to}) { ... on InvitationSent { invitation { id } } ... on UserError { code } }
}
"""
ANSWER = """
mutation ($id: ID!, $accept: Boolean!) {
  result: respondToInvitation(id: $id, accept: $accept) {
    ... on InvitationAnswered { invitation { conversation { id } } } ... on UserError { code }
  }
}
"""
WRITE = 'mutation ($id: ID!) { result: sendMessage(conversationId: $id, text: "Hello") { __typename } }'
READ = "mutation ($id: ID!) { result: markRead(id: $id) { __typename ... on UserError { code } } }"
READ_ALL = "mutation { result: markAllNotificationsRead { ... on AllNotificationsRead { count } } }"
FOLLOW = "mutation ($id: ID!) { result: follow(id: $id) { __typename } }"
FOLLOWED = "subscription { notifications { kind text } }"


@pytest.fixture
async def graph(endpoint: Endpoint) -> AsyncIterator[Graph]:
    async with Graph.open(endpoint, timeout=60) as graph:
        yield graph


def told(ask_by: AskBy, who: "Owner") -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = ask_by(who.client, NOTIFICATIONS)["viewer"]["notifications"]["nodes"]
    return nodes


def invited(ask_by: AskBy, one: "Owner", other: "Owner") -> str:
    id_: str = ask_by(one.client, INVITE, to=other.researcher)["result"]["invitation"]["id"]
    return id_


def test_invitations_answers_and_messages_are_told_once_until_they_are_read(
    owner: NewOwner, ask_by: AskBy, run: Run
) -> None:
    ada, eve = owner("ada.tells"), owner("eve.is.told")
    names = dict(
        map(
            tuple,
            run("MATCH (r:Researcher) WHERE r.id IN $ids RETURN r.id, r.name", ids=[ada.researcher, eve.researcher]),
        )
    )
    invitation = invited(ask_by, ada, eve)
    [first] = told(ask_by, eve)
    assert (first["kind"], first["readAt"]) == ("INVITATION_RECEIVED", None)
    assert first["text"] == f"{names[ada.researcher]} invites you to collaborate."
    assert (first["about"], first["by"]) == ({"id": invitation}, {"id": ada.researcher})
    answer = ask_by(eve.client, ANSWER, id=invitation, accept=True)["result"]["invitation"]
    conversation = answer["conversation"]["id"]
    # Who has answered has seen it.
    assert told(ask_by, eve)[0]["readAt"] is not None
    [accepted] = told(ask_by, ada)
    assert accepted["text"] == f"{names[eve.researcher]} has accepted your invitation."
    for _ in range(3):
        ask_by(ada.client, WRITE, id=conversation)
    [message, _] = told(ask_by, eve)
    assert (message["kind"], message["count"], message["about"]) == ("MESSAGE_RECEIVED", 3, {"id": conversation})
    assert message["text"].endswith("has written to you 3 times.")
    counts = ask_by(eve.client, NOTIFICATIONS)["viewer"]
    assert (counts["unreadNotificationsCount"], counts["unread"], counts["notifications"]["totalCount"]) == (
        1,
        {"totalCount": 1},
        2,
    )
    ask_by(eve.client, READ, id=conversation)
    assert ask_by(eve.client, NOTIFICATIONS)["viewer"]["unreadNotificationsCount"] == 0
    ask_by(ada.client, WRITE, id=conversation)
    assert [each["count"] for each in told(ask_by, eve)] == [1, 3, 1]
    assert ask_by(ada.client, READ, id=accepted["id"])["result"]["__typename"] == "MarkedRead"
    assert ask_by(ada.client, READ, id=accepted["id"])["result"]["__typename"] == "MarkedRead"
    assert ask_by(eve.client, READ, id=accepted["id"])["result"]["code"] == "UNKNOWN_ID"
    assert [ask_by(eve.client, READ_ALL)["result"]["count"] for _ in range(2)] == [1, 0]


def test_who_is_declined_is_told_and_who_is_blocked_tells_nothing(owner: NewOwner, ask_by: AskBy) -> None:
    ada, eve, bob = owner("ada.declined"), owner("eve.declines"), owner("bob.silenced")
    ask_by(eve.client, ANSWER, id=invited(ask_by, ada, eve), accept=False)
    assert [each["kind"] for each in told(ask_by, ada)] == ["INVITATION_DECLINED"]
    ask_by(eve.client, "mutation ($id: ID!) { blockAccount(id: $id) { __typename } }", id=bob.researcher)
    assert ask_by(bob.client, INVITE, to=eve.researcher)["result"]["code"] == "NOT_OPEN"
    assert [each["kind"] for each in told(ask_by, eve)] == ["INVITATION_RECEIVED"]


async def test_new_works_are_told_by_what_is_followed_once_the_import_is_over(
    owner: NewOwner, ask_by: AskBy, run: Run, graph: Graph
) -> None:
    ada = owner("ada.follows.new")
    person, work, topic = run(
        "MATCH (p:Researcher)-[:AUTHORED]->(w:Work)-[:ABOUT]->(t:Topic) WHERE p.id <> $own "
        "RETURN p.id, w.id, t.id ORDER BY p.id, w.id, t.id LIMIT 1",
        own=ada.researcher,
    )[0]
    for id_ in (person, topic):
        ask_by(ada.client, FOLLOW, id=id_)
    await announce_new_works(graph)
    assert told(ask_by, ada) == []
    before = run("MATCH (w:Work {id: $id}) RETURN w.importedAt", id=work)[0][0]
    run("MATCH (a:Account {id: $id})-[f:FOLLOWS]->() SET f.since = '2000-01-01T00:00:00Z'", id=ada.account)
    latest = run("MATCH (a:Account {id: $id}) RETURN a.newWorksTo", id=ada.account)[0][0]
    assert latest >= before
    # One second after all that anybody was told of.
    later = written(datetime.fromisoformat(latest) + timedelta(seconds=1))
    run(
        "MATCH (w:Work {id: $id}) SET w.importedAt = $later "
        "CREATE (:ImportRun:OfTests {id: 'of tests', state: 'RUNNING', startedAt: $later, savedAt: $saved})",
        id=work,
        later=later,
        saved="2999-01-01T00:00:00Z",
    )
    try:
        await announce_new_works(graph)
        assert told(ask_by, ada) == []
        run("MATCH (r:OfTests) SET r.state = 'COMPLETED'")
        for _ in range(2):
            await announce_new_works(graph)
            found = told(ask_by, ada)
            assert {each["about"]["id"] for each in found} == {person, topic}
            assert {(each["kind"], each["count"]) for each in found} == {("NEW_WORKS", 1)}
            assert all(each["text"].startswith("1 new work: ") for each in found)
    finally:
        run("MATCH (r:OfTests) DELETE r")
        run("MATCH (w:Work {id: $id}) SET w.importedAt = $before", id=work, before=before)


@pytest.fixture
def events(server_url: str) -> Iterator[Callable[[httpx.Client], "Events"]]:
    """Follows somebody's notifications over server-sent events."""
    started: list[Events] = []

    def follow(client: httpx.Client) -> Events:
        started.append(Events(server_url, client))
        return started[-1]

    yield follow
    for each in started:
        each.stop()


class Events:
    """What comes on a stream, in a thread of its own."""

    def __init__(self, url: str, client: httpx.Client) -> None:
        self.came = threading.Condition()
        self.events: list[dict[str, Any]] = []
        self._client = httpx.Client(base_url=url, cookies=client.cookies, timeout=60)
        self._thread = threading.Thread(target=self._read)
        self._thread.start()

    def _read(self) -> None:
        accept = {"accept": "text/event-stream"}
        try:
            with self._client.stream("POST", "/graphql", json={"query": FOLLOWED}, headers=accept) as response:
                for line in response.iter_lines():
                    if line.startswith("data: {"):
                        with self.came:
                            self.events.append(json.loads(line.removeprefix("data: ")))
                            self.came.notify_all()
        except (httpx.HTTPError, RuntimeError):
            return

    def stop(self) -> None:
        self._client.close()
        self._thread.join(30)


def test_a_subscription_gives_what_comes_to_the_one_whose_it_is(
    owner: NewOwner, ask_by: AskBy, events: Callable[[httpx.Client], Events]
) -> None:
    ada, eve = owner("ada.listens"), owner("eve.listens")
    conversation = ask_by(eve.client, ANSWER, id=invited(ask_by, ada, eve), accept=True)["result"]["invitation"]
    mine, theirs = events(eve.client), events(ada.client)
    with mine.came:
        for _ in range(60):
            # Nothing tells when the stream has begun.
            ask_by(ada.client, WRITE, id=conversation["conversation"]["id"])
            if mine.came.wait_for(lambda: mine.events, timeout=0.5):
                break
    assert mine.events[0]["data"]["notifications"]["kind"] == "MESSAGE_RECEIVED"
    assert theirs.events == []


def test_a_stranger_follows_no_notifications(stranger: httpx.Client) -> None:
    accept = {"accept": "text/event-stream"}
    text = stranger.post("/graphql", json={"query": FOLLOWED}, headers=accept).text
    [event] = [json.loads(line.removeprefix("data: ")) for line in text.splitlines() if line.startswith("data: {")]
    assert event["errors"][0]["extensions"]["code"] == "NOT_SIGNED_IN"


TOKEN = """
mutation ($scopes: [AccessScope!]!) {
  createAccessToken(input: {name: "x", scopes: $scopes}) { ... on AccessTokenCreated { secret } }
}
"""


def answers(server_url: str, secret: str) -> Iterator[dict[str, Any] | None]:
    """What a WebSocket gives to a program that follows notifications with an access token; None where nothing came."""
    address = server_url.replace("http", "ws", 1) + "/graphql"
    with connect(address, subprotocols=[Subprotocol("graphql-transport-ws")]) as socket:
        opening = {"type": "connection_init", "payload": {"authorization": f"Bearer {secret}"}}
        socket.send(json.dumps(opening))
        assert json.loads(socket.recv(timeout=30)) == {"type": "connection_ack"}
        socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": {"query": FOLLOWED}}))
        while True:
            try:
                yield json.loads(socket.recv(timeout=0.5))
            except TimeoutError:
                yield None


def test_a_websocket_gives_them_to_an_access_token_that_reads(owner: NewOwner, ask_by: AskBy, server_url: str) -> None:
    ada, eve = owner("ada.has.a.program"), owner("eve.has.a.program")
    answer = ask_by(eve.client, ANSWER, id=invited(ask_by, ada, eve), accept=True)["result"]["invitation"]
    secret = ask_by(eve.client, TOKEN, scopes=["READ"])["createAccessToken"]["secret"]
    for came in islice(answers(server_url, secret), 60):
        if came is not None:
            break
        ask_by(ada.client, WRITE, id=answer["conversation"]["id"])
    assert came is not None
    assert came["payload"]["data"]["notifications"]["kind"] == "MESSAGE_RECEIVED"
    blind = ask_by(eve.client, TOKEN, scopes=["WRITE"])["createAccessToken"]["secret"]
    refused = next(each for each in islice(answers(server_url, blind), 60) if each is not None)
    assert refused["type"] in {"error", "next"}
    assert "NOT_SIGNED_IN" in json.dumps(refused)
