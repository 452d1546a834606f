"""Signing in with ORCID, against a provider of ours that speaks the protocol."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from pydantic import SecretStr

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.ids import node_id
from schema.build import build_schema
from server.app import create_app
from server.orcid.routes import CALLBACK, COOKIE, PATH, path_here
from server.settings import ServerSettings
from tests.integration.server.people.orcid_issuer import CLIENT, SECRET, LocalIssuer, local_issuer

Serve = Callable[..., AbstractContextManager[str]]
AskBy = Callable[..., dict[str, Any]]
VIEWER = "{ viewer { id email name orcid sessions { method isCurrent } } }"
SIGN_OUT = "mutation { signOut { wasSignedIn } }"
IDS = (
    "0000-0002-1825-0097",
    "0000-0001-5109-3700",
    "0000-0002-1694-233X",
    "0000-0002-9079-593X",
    "0000-0001-8239-7002",
)


@pytest.fixture(scope="module")
def issuer() -> Iterator[LocalIssuer]:
    with local_issuer() as issuer:
        yield issuer


@pytest.fixture(autouse=True)
def honest(issuer: LocalIssuer, endpoint: Endpoint) -> Iterator[None]:
    issuer.orcid, issuer.name, issuer.algorithm, issuer.claims = IDS[0], ("Josiah", "Carberry"), "RS256", {}
    issuer.denies = issuer.away = issuer.foreign_key = False
    yield
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        session.run("MATCH (a:Account) WHERE a.orcid IN $ids DETACH DELETE a", ids=list(IDS)).consume()


@pytest.fixture(scope="module")
def site(endpoint: Endpoint, serve: Serve, issuer: LocalIssuer, data_dir: Path) -> Iterator[str]:
    settings = ServerSettings(
        data_dir=data_dir,
        orcid_client_id=CLIENT,
        orcid_client_secret=SecretStr(SECRET),
        orcid_issuer=issuer.url,
    )
    with serve(create_app(settings, endpoint, build_schema())) as url:
        yield url


@pytest.fixture
def browser(site: str) -> Iterator[Callable[[], httpx.Client]]:
    with ExitStack() as clients:
        yield lambda: clients.enter_context(httpx.Client(base_url=site, timeout=30))


def to_orcid(client: httpx.Client, goal: str = "/") -> str:
    """Begin, allow it at ORCID, and return the address that ORCID sends the browser back to."""
    begun = client.get(PATH, params={"next": goal})
    assert begun.status_code == 303, begun.text
    return httpx.get(begun.headers["location"]).headers["location"]


def sign_in(client: httpx.Client, goal: str = "/") -> httpx.Response:
    return client.get(to_orcid(client, goal), headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"})


def code_of(answer: httpx.Response) -> str:
    return str(answer.json()["errors"][0]["extensions"]["code"])


def test_somebody_signs_in_with_orcid_and_comes_back_to_the_page(
    browser: Callable[[], httpx.Client], ask_by: AskBy, issuer: LocalIssuer, site: str
) -> None:
    client = browser()
    answer = sign_in(client, "/researchers/ada?tab=works")
    assert (answer.status_code, answer.headers["location"]) == (303, "/researchers/ada?tab=works")
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(answer.headers["set-cookie"].replace(", ", "; ").split("; "))
    assert COOKIE not in client.cookies
    viewer = ask_by(client, VIEWER)["viewer"]
    assert viewer.pop("id").startswith("acc_")
    assert viewer == {
        "email": None,
        "name": "Josiah Carberry",
        "orcid": IDS[0],
        "sessions": [{"method": "ORCID", "isCurrent": True}],
    }
    asked, redeemed = issuer.asked[-1], issuer.redeemed[-1]
    assert asked["client_id"] == CLIENT
    assert asked["response_type"] == "code"
    assert asked["scope"] == "openid"
    assert asked["code_challenge_method"] == "S256"
    assert asked["redirect_uri"] == redeemed["redirect_uri"] == f"{site}{CALLBACK}"
    assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) > 30


def test_the_same_id_is_the_same_account_and_each_round_has_secrets_of_its_own(
    browser: Callable[[], httpx.Client], ask_by: AskBy, issuer: LocalIssuer
) -> None:
    first, second = browser(), browser()
    sign_in(first)
    # They changed their name there, which does not change what they are called here.
    issuer.name = ("Joe", None)
    sign_in(second)
    assert ask_by(first, VIEWER)["viewer"]["id"] == ask_by(second, VIEWER)["viewer"]["id"]
    assert ask_by(second, VIEWER)["viewer"]["name"] == "Josiah Carberry"
    one, other = issuer.asked[-2:]
    assert all(one[name] != other[name] for name in ("state", "nonce", "code_challenge"))


def test_who_is_signed_in_by_mail_proves_an_id_and_signs_in_with_it_from_then_on(
    site: str, browser: Callable[[], httpx.Client], ask_by: AskBy, signed_in: Callable[..., httpx.Client]
) -> None:
    by_mail = signed_in("josiah@example.org")
    account = ask_by(by_mail, VIEWER)["viewer"]
    client = browser()
    client.cookies.set("bzpeer", by_mail.cookies["bzpeer"], domain="127.0.0.1")
    before = client.cookies["bzpeer"]
    sign_in(client)
    assert client.cookies["bzpeer"] != before
    viewer = ask_by(client, VIEWER)["viewer"]
    assert (viewer["id"], viewer["email"], viewer["orcid"]) == (account["id"], "josiah@example.org", IDS[0])
    assert ask_by(by_mail, VIEWER)["viewer"] is None, "the session that the browser came with has ended"
    other = browser()
    sign_in(other)
    assert ask_by(other, VIEWER)["viewer"]["id"] == account["id"]


CLAIM = "mutation ($id: ID!) { claimResearcher(id: $id) { ... on ResearcherClaimed { claim { id state } } } }"
CLAIMS = "{ viewer { claims { nodes { state researcher { id } evidence { kind } } } records { id } } }"


@pytest.fixture
def records(endpoint: Endpoint) -> Iterator[tuple[str, str]]:
    """Two author records; the first is said to have the iD."""
    hers, other = node_id("Researcher", "test-orcid", "1"), node_id("Researcher", "test-orcid", "2")
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        session.run(
            "UNWIND $ids AS id "
            "CREATE (:Researcher:OrcidTest {id: id, slug: id, slugBase: id, name: 'Josiah Carberry'})",
            ids=[hers, other],
        ).consume()
        session.run(
            "MATCH (r:Researcher {id: $id}) "
            "CREATE (:Identifier:OrcidTest {scheme: 'orcid', value: $orcid})-[:IDENTIFIES]->(r)",
            id=hers,
            orcid=IDS[0],
        ).consume()
        yield hers, other
        session.run("MATCH (n:OrcidTest) OPTIONAL MATCH (n)<-[:CLAIMS]-(c) DETACH DELETE n, c").consume()


def test_an_id_that_is_proven_later_is_evidence_of_claims_that_wait(
    browser: Callable[[], httpx.Client], ask_by: AskBy, signed_in: Callable[..., httpx.Client], records: tuple[str, str]
) -> None:
    client = browser()
    client.cookies.set("bzpeer", signed_in("claimant@example.org").cookies["bzpeer"], domain="127.0.0.1")
    for record in records:
        made = ask_by(client, CLAIM, id=record)["claimResearcher"]["claim"]
        assert made["state"] == "PENDING"
    sign_in(client)
    viewer = ask_by(client, CLAIMS)["viewer"]
    found = {claim["researcher"]["id"]: (claim["state"], claim["evidence"]) for claim in viewer["claims"]["nodes"]}
    assert found == {records[0]: ("APPROVED", [{"kind": "ORCID"}]), records[1]: ("PENDING", [])}
    assert viewer["records"] == [{"id": records[0]}]


def test_an_id_belongs_to_one_account_and_an_account_to_one_id(
    browser: Callable[[], httpx.Client], ask_by: AskBy, issuer: LocalIssuer
) -> None:
    first, second = browser(), browser()
    sign_in(first)
    issuer.orcid = IDS[1]
    sign_in(second)
    taken = sign_in(first)
    assert (taken.status_code, code_of(taken)) == (409, "ORCID_TAKEN")
    assert ask_by(first, VIEWER)["viewer"]["orcid"] == IDS[0]
    issuer.orcid = IDS[2]
    other = sign_in(first)
    assert (other.status_code, code_of(other)) == (409, "ORCID_TAKEN")
    ask_by(first, SIGN_OUT)
    sign_in(first)
    assert ask_by(first, VIEWER)["viewer"]["orcid"] == IDS[2]


def test_of_many_who_come_at_once_with_one_id_all_have_one_account(
    browser: Callable[[], httpx.Client], ask_by: AskBy, issuer: LocalIssuer
) -> None:
    issuer.orcid = IDS[3]
    clients = [browser() for _ in range(10)]
    backs = [to_orcid(client) for client in clients]
    with ThreadPoolExecutor(10) as threads:
        answers = list(threads.map(lambda pair: pair[0].get(pair[1]), zip(clients, backs, strict=True)))
    assert {answer.status_code for answer in answers} == {303}
    assert len({ask_by(client, VIEWER)["viewer"]["id"] for client in clients}) == 1


def test_of_several_accounts_that_prove_one_id_at_once_one_has_it(
    browser: Callable[[], httpx.Client], issuer: LocalIssuer, signed_in: Callable[..., httpx.Client]
) -> None:
    issuer.orcid = IDS[4]
    clients = [browser() for _ in range(4)]
    for number, client in enumerate(clients):
        secret = signed_in(f"rival-{number}@example.org").cookies["bzpeer"]
        client.cookies.set("bzpeer", secret, domain="127.0.0.1")
    backs = [to_orcid(client) for client in clients]
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda pair: pair[0].get(pair[1]), zip(clients, backs, strict=True)))
    assert sorted(answer.status_code for answer in answers) == [303, 409, 409, 409]


def test_an_answer_works_once_and_in_the_browser_that_began(browser: Callable[[], httpx.Client], ask_by: AskBy) -> None:
    client, other = browser(), browser()
    back = to_orcid(client)
    # Somebody else's answer signs nobody in, whether the browser has begun a sign-in of its own or not.
    assert code_of(other.get(back)) == "ORCID_REFUSED"
    to_orcid(other)
    assert code_of(other.get(back)) == "ORCID_REFUSED"
    assert ask_by(other, VIEWER)["viewer"] is None
    cookie = client.cookies[COOKIE]
    assert client.get(back).status_code == 303
    client.cookies.set(COOKIE, cookie, domain="127.0.0.1", path=PATH)
    again = client.get(back)
    assert (again.status_code, code_of(again)) == (400, "ORCID_REFUSED")


@pytest.mark.parametrize(
    "cheat",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"iss": "https://orcid.example"},
        {"iss": None},
        {"aud": "APP-OTHER"},
        {"aud": None},
        {"exp": 1_600_000_000},
        {"exp": None},
        {"iat": None},
        {"sub": None},
        {"sub": "0000-0002-1825-0098"},
        {"sub": "josiah"},
    ],
    ids=lambda cheat: "-".join(map(str, *cheat.items())),
)
def test_a_token_that_says_something_else_signs_nobody_in(
    browser: Callable[[], httpx.Client], ask_by: AskBy, issuer: LocalIssuer, cheat: dict[str, Any]
) -> None:
    issuer.claims = cheat
    client = browser()
    answer = sign_in(client)
    assert (answer.status_code, code_of(answer)) == (400, "ORCID_REFUSED")
    assert ask_by(client, VIEWER)["viewer"] is None


@pytest.mark.parametrize("algorithm", ["none", "HS256"])
def test_a_token_says_nothing_of_how_it_is_to_be_believed(
    browser: Callable[[], httpx.Client], issuer: LocalIssuer, algorithm: str
) -> None:
    issuer.algorithm = algorithm
    assert code_of(sign_in(browser())) == "ORCID_REFUSED"


def test_a_token_of_another_key_is_refused_and_one_of_a_new_key_is_not(
    browser: Callable[[], httpx.Client], issuer: LocalIssuer
) -> None:
    assert sign_in(browser()).status_code == 303
    issuer.foreign_key = True
    assert code_of(sign_in(browser())) == "ORCID_REFUSED"
    issuer.foreign_key = False
    issuer.turn_key()
    assert sign_in(browser()).status_code == 303


def test_what_goes_wrong_at_orcid_is_said(browser: Callable[[], httpx.Client], issuer: LocalIssuer) -> None:
    issuer.denies = True
    denied = sign_in(browser())
    assert (denied.status_code, code_of(denied)) == (403, "ORCID_REFUSED")
    assert "did not allow" in denied.json()["errors"][0]["message"]
    issuer.denies = False
    client = browser()
    back = to_orcid(client)
    issuer.away = True
    away = client.get(back)
    assert (away.status_code, code_of(away)) == (502, "ORCID_AWAY")
    page = browser().get(back, headers={"accept": "text/html"})
    assert "<h1>" in page.text
    assert page.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize(
    "query",
    ["", "?code=x", "?state=x", "?state=%00&code=%00", f"?code={'x' * 5000}", "?error=server_error&state=x"],
)
def test_an_answer_that_nobody_asked_for_is_refused(browser: Callable[[], httpx.Client], query: str) -> None:
    answer = browser().get(CALLBACK + query)
    assert (answer.status_code, code_of(answer)) == (400, "ORCID_REFUSED")


def test_a_cookie_that_was_made_up_is_refused(browser: Callable[[], httpx.Client]) -> None:
    client = browser()
    back = to_orcid(client)
    state = parse_qs(urlsplit(back).query)["state"][0]
    for forged in (f'["{state}","n","v","/"]', client.cookies[COOKIE][:-3] + "abc", "x" * 4000):
        client.cookies.delete(COOKIE)
        client.cookies.set(COOKIE, forged, domain="127.0.0.1", path=PATH)
        assert code_of(client.get(back)) == "ORCID_REFUSED"


def test_a_page_of_another_site_begins_nothing(browser: Callable[[], httpx.Client]) -> None:
    answer = browser().get(PATH, headers={"sec-fetch-site": "cross-site"})
    assert (answer.status_code, code_of(answer)) == (403, "CROSS_SITE_REQUEST")


def test_the_sign_in_page_offers_it_where_it_is_set_up(site: str, server_url: str) -> None:
    offered = httpx.get(f"{site}/sign-in").text
    assert 'data-orcid="yes"' in offered, "for the page's script"
    assert f'href="{PATH}"' in offered, "for who runs none"
    assert PATH not in httpx.get(f"{server_url}/sign-in").text
    off = httpx.get(f"{server_url}{PATH}")
    assert (off.status_code, code_of(off)) == (404, "ORCID_OFF")


@pytest.mark.parametrize(
    "goal",
    [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "",
        "/ path",
        "/\r\nset-cookie: a=b",
        "/" + "a" * 600,
        "\\/evil",
        "/\u202eabc",
    ],
)
def test_one_comes_back_to_this_site_alone(goal: str) -> None:
    assert path_here(goal) == "/"
