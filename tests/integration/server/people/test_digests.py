"""The daily letters about what people have not read, and how they end."""

import asyncio
import smtplib
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from pydantic import SecretStr

from graphdb.endpoint import Endpoint
from graphdb.graph import Graph
from graphdb.notifications.notify import notify
from graphdb.notifications.records import NotificationKind
from resolvers.mail import Letter
from resolvers.notifications.unsubscribe_links import UnsubscribeLinks
from server.digests import Digests
from server.jobs import Job, Jobs
from server.mail import PostOffice
from server.secret_key import FILE
from server.settings import ServerSettings
from tests.integration.server.mail_server import MailServer

if TYPE_CHECKING:
    from tests.integration.server.people.conftest import Owner

AskBy = Callable[..., dict[str, Any]]
Run = Callable[..., list[list[Any]]]
NewOwner = Callable[[str], "Owner"]

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)
WISHES = """
mutation ($digest: EmailDigest, $muted: [NotificationKind!]) {
  updateAccount(input: {emailDigest: $digest, mutedNotifications: $muted}) {
    ... on AccountUpdated { account { name emailDigest mutedNotifications } }
  }
}
"""
PREFERENCES = "{ viewer { emailDigest mutedNotifications unreadNotificationsCount } }"


class Post:
    """Takes letters, or does not."""

    def __init__(self) -> None:
        self.letters: list[Letter] = []
        self.failure: OSError | None = None

    def send(self, letter: Letter) -> None:
        raise AssertionError(f"{letter} is sent in the background, where nobody learns whether it went out")

    async def deliver(self, letter: Letter) -> None:
        await asyncio.sleep(0)
        if self.failure is not None:
            raise self.failure
        self.letters.append(letter)

    def to(self, email: str) -> list[Letter]:
        return [letter for letter in self.letters if letter.to == email]


@pytest.fixture
async def graph(endpoint: Endpoint, run: Run) -> AsyncIterator[Graph]:
    # Whoever was told of something by other tests gets no letter here.
    run("MATCH (a:Account) SET a.digestTo = a.notified")
    async with Graph.open(endpoint, timeout=60) as graph:
        yield graph
    run("MATCH (l:Lock) WHERE l.name STARTS WITH 'job test' DELETE l")
    run("MATCH (a:Account) SET a.digestDay = null")


@pytest.fixture
def links(data_dir: Path, server_url: str) -> UnsubscribeLinks:
    """Links as the server signs them."""
    assert httpx.get(f"{server_url}/unsubscribe?token=x").status_code == 400
    return UnsubscribeLinks((data_dir / FILE).read_bytes)


def opened(client: httpx.Client, address: str) -> httpx.Response:
    return client.get(address)


def clicked(client: httpx.Client, address: str) -> httpx.Response:
    # A mail program brings no cookie, and may come from anywhere.
    headers = {"sec-fetch-site": "cross-site", "origin": "https://mail.example"}
    return client.post(address, data={"List-Unsubscribe": "One-Click"}, headers=headers)


async def tell(graph: Graph, who: "Owner", about: str | None = None, count: int = 1) -> None:
    kind = NotificationKind.NEW_WORKS
    await graph.change(lambda change: notify(change, who.account, kind, about or who.researcher, count=count))


def digests(post: Post, links: UnsubscribeLinks, moment: datetime = NOON) -> Digests:
    return Digests(post, links, "https://site.example", 6, lambda: moment)


async def test_of_many_workers_one_sends_one_letter_a_day_to_each(
    owner: NewOwner, graph: Graph, links: UnsubscribeLinks, run: Run
) -> None:
    ada, post = owner("ada.reads.mail"), Post()
    await tell(graph, ada, count=3)
    early = digests(post, links, NOON.replace(hour=5))
    assert await early.send(graph) == 0
    job = Job("test digests", 0, 60, digests(post, links).send)
    await asyncio.gather(*(Jobs(graph, [job]).run_due() for _ in range(10)))
    [letter] = post.to("ada.reads.mail@example.org")
    [[name]] = run("MATCH (r:Researcher {id: $id}) RETURN r.name", id=ada.researcher)
    assert letter.subject == "BZPEER: 1 thing is new for you"
    assert f"- 3 new works: {name}." in letter.text
    address = letter.headers["List-Unsubscribe"]
    assert address.startswith("<https://site.example/unsubscribe?token=")
    assert address.strip("<>") in letter.text
    assert letter.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    # News of the same day wait for the next one; a day without news has no letter.
    await tell(graph, ada)
    assert await digests(post, links, NOON + timedelta(hours=11)).send(graph) == 0
    assert await digests(post, links, NOON + timedelta(days=1)).send(graph) == 1
    assert await digests(post, links, NOON + timedelta(days=2)).send(graph) == 0
    assert len(post.to("ada.reads.mail@example.org")) == 2


async def test_what_was_read_meanwhile_is_in_no_letter_and_of_much_the_last_stands_there(
    owner: NewOwner, graph: Graph, links: UnsubscribeLinks, ask_by: AskBy
) -> None:
    ada, post = owner("ada.is.quick"), Post()
    await tell(graph, ada)
    ask_by(ada.client, "mutation { markAllNotificationsRead { __typename } }")
    assert await digests(post, links).send(graph) == 0
    for number in range(25):
        await tell(graph, ada, f"t_{number}")
    assert await digests(post, links).send(graph) == 1
    [letter] = post.to("ada.is.quick@example.org")
    assert letter.subject == "BZPEER: 25 things are new for you"
    assert letter.text.count("\n- ") == 21
    assert "- and 5 more" in letter.text


async def test_a_letter_that_did_not_go_out_goes_out_later_unless_it_is_refused(
    owner: NewOwner, graph: Graph, links: UnsubscribeLinks
) -> None:
    ada, post = owner("ada.is.patient"), Post()
    await tell(graph, ada)
    post.failure = ConnectionRefusedError("no mail server")
    assert await digests(post, links).send(graph) == 0
    # Not taken now, by a server that wants to be asked again.
    post.failure = smtplib.SMTPRecipientsRefused({"ada": (450, b"Come again")})
    assert await digests(post, links).send(graph) == 0
    post.failure = None
    assert await digests(post, links).send(graph) == 1
    await tell(graph, ada)
    tomorrow = digests(post, links, NOON + timedelta(days=1))
    post.failure = smtplib.SMTPRecipientsRefused({"ada": (550, b"Nobody of that name")})
    assert await tomorrow.send(graph) == 0
    post.failure = None
    assert await tomorrow.send(graph) == 0


async def test_letters_wait_while_the_mail_server_is_away(
    owner: NewOwner, graph: Graph, links: UnsubscribeLinks, tmp_path: Path
) -> None:
    ada = owner("ada.waits.for.mail")
    await tell(graph, ada)
    with MailServer() as server:
        settings = ServerSettings(data_dir=tmp_path, mail_url=SecretStr(f"smtp://127.0.0.1:{server.port}"))
        daily = Digests(PostOffice(settings), links, "https://site.example", 6, lambda: NOON)
        server.answers["MAIL"] = ["421 4.3.2 Closing"]
        assert await daily.send(graph) == 0
        assert await daily.send(graph) == 1
        [message] = server.letters
        assert message["to"] == "ada.waits.for.mail@example.org"
        assert message["list-unsubscribe-post"] == "List-Unsubscribe=One-Click"
        assert await daily.send(graph) == 0
    await tell(graph, ada)
    daily = Digests(daily.post, links, "https://site.example", 6, lambda: NOON + timedelta(days=1))
    assert await daily.send(graph) == 0
    assert len(server.letters) == 1


async def test_who_unsubscribes_by_one_click_gets_no_letter_any_more(
    owner: NewOwner, graph: Graph, links: UnsubscribeLinks, ask_by: AskBy, stranger: httpx.Client
) -> None:
    ada, post = owner("ada.has.enough"), Post()
    address = f"/unsubscribe?token={links.token(ada.account)}"
    shown = opened(stranger, address)
    assert shown.status_code == 200
    assert "<button>" in shown.text
    assert ask_by(ada.client, PREFERENCES)["viewer"]["emailDigest"] == "DAILY"
    for _ in range(2):
        answer = clicked(stranger, address)
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
    assert ask_by(ada.client, PREFERENCES)["viewer"]["emailDigest"] == "NEVER"
    await tell(graph, ada)
    assert await digests(post, links).send(graph) == 0
    assert ask_by(ada.client, WISHES, digest="DAILY")["updateAccount"]["account"]["emailDigest"] == "DAILY"
    assert await digests(post, links).send(graph) == 1


def test_a_link_that_is_forged_unsubscribes_nobody(
    owner: NewOwner, links: UnsubscribeLinks, ask_by: AskBy, stranger: httpx.Client
) -> None:
    ada, token = owner("ada.stays.subscribed"), links.token("acc_aaaaaaaaaaaaaaaa")
    forged = UnsubscribeLinks(lambda: b"another key").token(ada.account)
    for bad in ("", forged, token[:-1], "x" * 5_000, '"><script>alert(1)</script>', "\ud83d"):
        for ask in (stranger.get, stranger.post):
            answer = ask("/unsubscribe", params={"token": bad.encode("utf-8", "surrogatepass").decode("latin-1")})
            assert answer.status_code == 400
            assert "<script>" not in answer.text
    # Of an account that is gone: there are no letters already.
    assert stranger.post("/unsubscribe", params={"token": token}).status_code == 200
    assert ask_by(ada.client, PREFERENCES)["viewer"]["emailDigest"] == "DAILY"


async def test_nobody_is_told_of_what_they_do_not_want(owner: NewOwner, graph: Graph, ask_by: AskBy) -> None:
    ada = owner("ada.wants.peace")
    ask_by(ada.client, 'mutation { updateAccount(input: {name: "Ada"}) { __typename } }')
    changed = ask_by(ada.client, WISHES, muted=["NEW_WORKS", "NEW_WORKS"])["updateAccount"]["account"]
    assert changed == {"name": "Ada", "emailDigest": "DAILY", "mutedNotifications": ["NEW_WORKS"]}
    await tell(graph, ada)
    assert ask_by(ada.client, PREFERENCES)["viewer"]["unreadNotificationsCount"] == 0
    assert ask_by(ada.client, WISHES, muted=[])["updateAccount"]["account"]["mutedNotifications"] == []
    await tell(graph, ada)
    assert ask_by(ada.client, PREFERENCES)["viewer"]["unreadNotificationsCount"] == 1
