"""Following, over HTTP, and the feed that comes of it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint

SignIn = Callable[..., httpx.Client]
AskBy = Callable[..., dict[str, Any]]

FOLLOW = """
mutation ($id: ID!) {
  result: follow(id: $id) { __typename ... on Followed { node { id } } ... on UserError { code } }
}
"""
UNFOLLOW = """
mutation ($id: ID!) {
  result: unfollow(id: $id) { __typename ... on Unfollowed { node { id } } ... on UserError { code } }
}
"""
PERSON = """
{
  researcher(by: {slug: "maithra-raghu"}) {
    id viewerFollows followers { totalCount } viewerCan { follow { allowed reason } } works(first: 1) { nodes { id } }
  }
}
"""
FEED = "{ viewer { feed { totalCount nodes { id } edges { because { id } } } } }"


def run(endpoint: Endpoint, cypher: str, **parameters: Any) -> list[list[Any]]:
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        return session.run(cypher, parameters).values()


def followers(client: httpx.Client, ask_by: AskBy) -> int:
    count: int = ask_by(client, PERSON)["researcher"]["followers"]["totalCount"]
    return count


def test_a_stranger_follows_nothing(stranger: httpx.Client, ask_by: AskBy) -> None:
    person = ask_by(stranger, PERSON)["researcher"]
    assert person["viewerFollows"] is False
    assert person["viewerCan"]["follow"] == {"allowed": False, "reason": "Log in to follow."}
    assert ask_by(stranger, FOLLOW, id=person["id"])["result"] == {
        "__typename": "NotSignedInError",
        "code": "NOT_SIGNED_IN",
    }


def test_who_follows_sees_it_and_is_counted_once(signed_in: SignIn, ask_by: AskBy) -> None:
    client = signed_in("follows@example.org")
    person = ask_by(client, PERSON)["researcher"]
    assert person["viewerCan"]["follow"] == {"allowed": True, "reason": None}
    before = person["followers"]["totalCount"]
    for _ in range(2):
        assert ask_by(client, FOLLOW, id=person["id"])["result"]["node"] == {"id": person["id"]}
        after = ask_by(client, PERSON)["researcher"]
        assert (after["viewerFollows"], after["followers"]["totalCount"]) == (True, before + 1)
    for _ in range(2):
        assert ask_by(client, UNFOLLOW, id=person["id"])["result"]["__typename"] == "Unfollowed"
        after = ask_by(client, PERSON)["researcher"]
        assert (after["viewerFollows"], after["followers"]["totalCount"]) == (False, before)


def test_of_a_hundred_follows_at_once_one_counts(signed_in: SignIn, ask_by: AskBy) -> None:
    client = signed_in("eager@example.org")
    id_ = ask_by(client, PERSON)["researcher"]["id"]
    before = followers(client, ask_by)
    with ThreadPoolExecutor(20) as threads:
        results = list(threads.map(lambda _: ask_by(client, FOLLOW, id=id_)["result"]["__typename"], range(100)))
    assert results == ["Followed"] * 100
    assert followers(client, ask_by) == before + 1
    with ThreadPoolExecutor(20) as threads:
        list(threads.map(lambda _: ask_by(client, UNFOLLOW, id=id_), range(40)))
    assert followers(client, ask_by) == before


@pytest.mark.parametrize("id_", ["r_aaaaaaaaaaaaaaaa", "acc_aaaaaaaaaaaaaaaa", "nonsense", "", "x" * 5_000])
def test_what_does_not_exist_is_not_followed(signed_in: SignIn, ask_by: AskBy, id_: str) -> None:
    client = signed_in("follows.nothing@example.org")
    assert ask_by(client, FOLLOW, id=id_)["result"]["code"] == "UNKNOWN_ID"
    assert ask_by(client, UNFOLLOW, id=id_)["result"]["code"] == "UNKNOWN_ID"


def test_nobody_follows_their_own_record(signed_in: SignIn, ask_by: AskBy, endpoint: Endpoint) -> None:
    client = signed_in("owns.a.record@example.org")
    id_ = ask_by(client, PERSON)["researcher"]["id"]
    owns = "MATCH (a:Account {email: 'owns.a.record@example.org'}), (r:Researcher {id: $id}) CREATE (a)-[:OWNS]->(r)"
    run(endpoint, owns, id=id_)
    try:
        assert ask_by(client, FOLLOW, id=id_)["result"]["code"] == "OWN_RECORD"
        assert ask_by(client, PERSON)["researcher"]["viewerCan"]["follow"]["allowed"] is False
    finally:
        run(endpoint, "MATCH (:Account {email: 'owns.a.record@example.org'})-[e:OWNS]->() DELETE e")


def test_what_is_followed_is_listed_by_kind_and_page_the_last_first(signed_in: SignIn, ask_by: AskBy) -> None:
    client = signed_in("lists@example.org")
    some = "{{ {}(first: {}) {{ nodes {{ id }} }} }}"
    wanted = {"researchers": 3, "topics": 2, "sources": 1}
    found = {kind: ask_by(client, some.format(kind, count))[kind] for kind, count in wanted.items()}
    ids = [node["id"] for kind in wanted for node in found[kind]["nodes"]]
    for id_ in ids:
        ask_by(client, FOLLOW, id=id_)
    query = """
    query ($kinds: [EntityKind!], $first: Int, $after: String) {
      viewer {
        follows(kinds: $kinds, first: $first, after: $after) {
          totalCount nodes { id } edges { since } pageInfo { hasNextPage endCursor }
        }
      }
    }
    """
    listed, after = [], None
    while True:
        page = ask_by(client, query, first=4, after=after)["viewer"]["follows"]
        assert page["totalCount"] == len(ids)
        listed += [node["id"] for node in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert sorted(listed) == sorted(ids)
    topics = ask_by(client, query, kinds=["TOPIC"])["viewer"]["follows"]
    assert topics["totalCount"] == 2
    assert {node["id"] for node in topics["nodes"]} == {node["id"] for node in found["topics"]["nodes"]}
    ask_by(client, "mutation { deleteAccount { __typename } }")
    again = signed_in("lists@example.org")
    assert ask_by(again, query)["viewer"]["follows"]["totalCount"] == 0


def test_the_feed_has_works_that_came_after_the_follow_and_says_why(
    signed_in: SignIn, ask_by: AskBy, endpoint: Endpoint
) -> None:
    client = signed_in("reads@example.org")
    person = ask_by(client, PERSON)["researcher"]
    work = person["works"]["nodes"][0]["id"]
    topics = ask_by(client, "query ($id: ID!) { work(by: {id: $id}) { topics(first: 1) { nodes { id } } } }", id=work)[
        "work"
    ]["topics"]["nodes"]
    ask_by(client, FOLLOW, id=person["id"])
    for topic in topics:
        ask_by(client, FOLLOW, id=topic["id"])
    assert ask_by(client, FEED)["viewer"]["feed"] == {"totalCount": 0, "nodes": [], "edges": []}
    [[imported]] = run(endpoint, "MATCH (w:Work {id: $id}) RETURN w.importedAt", id=work)
    later = "MATCH (w:Work {id: $id}) SET w.importedAt = $at"
    run(endpoint, later, id=work, at="2999-01-01T00:00:00Z")
    try:
        feed = ask_by(client, FEED)["viewer"]["feed"]
        assert (feed["totalCount"], feed["nodes"]) == (1, [{"id": work}])
        reasons = [each["id"] for each in feed["edges"][0]["because"]]
        assert reasons == sorted([person["id"], *(topic["id"] for topic in topics)])
        ask_by(client, UNFOLLOW, id=person["id"])
        for topic in topics:
            ask_by(client, UNFOLLOW, id=topic["id"])
        assert ask_by(client, FEED)["viewer"]["feed"]["totalCount"] == 0
    finally:
        run(endpoint, later, id=work, at=imported)
