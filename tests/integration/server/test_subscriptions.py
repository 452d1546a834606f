"""What can be followed on the real schema: research graphs ring by ring, and imports."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, LiteralString

import httpx
import pytest

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from resolvers import imports

RESEARCHER = "r_gqwtcfjh7qyi6g7p"
SLICE = """researchGraph(seeds: $seeds, depth: $depth, perKind: 3) {
  id nodes { id depth entity { id } } edges { id } truncated { node edge direction shown total } missing
}"""
ARGUMENTS = "($seeds: [ID!]!, $depth: Int!)"


def followed(url: str, query: str, **variables: Any) -> Iterator[dict[str, Any]]:
    """The results of a subscription, as they come."""
    body = {"query": query, "variables": variables}
    accept = {"accept": "text/event-stream"}
    with httpx.stream("POST", f"{url}/graphql", json=body, headers=accept, timeout=30) as response:
        assert response.status_code == 200
        for line in response.iter_lines():
            if line.startswith("data: {"):
                yield json.loads(line.removeprefix("data: "))


def test_a_research_graph_comes_ring_by_ring_and_each_ring_is_the_slice_of_its_depth(server_url: str) -> None:
    seeds = [RESEARCHER, "w_" + "a" * 16]
    slices = list(followed(server_url, f"subscription {ARGUMENTS} {{ {SLICE} }}", seeds=seeds, depth=3))
    assert len(slices) == 3
    for depth, answer in enumerate(slices, start=1):
        body = {"query": f"query {ARGUMENTS} {{ {SLICE} }}", "variables": {"seeds": seeds, "depth": depth}}
        alone = httpx.post(f"{server_url}/graphql", json=body, timeout=30).json()
        assert answer["data"] == alone["data"]
        nodes = answer["data"]["researchGraph"]["nodes"]
        assert max(node["depth"] for node in nodes) == depth
        cost = answer["extensions"]["cost"]
        assert 0 < cost["actual"] <= cost["requested"]
    ids = [{node["id"] for node in answer["data"]["researchGraph"]["nodes"]} for answer in slices]
    assert ids[0] < ids[1] < ids[2]


@pytest.mark.parametrize(
    ("seeds", "depth", "code"), [([RESEARCHER], 4, "BAD_BOUND"), ([RESEARCHER], 0, "BAD_BOUND"), (["x"], 1, "BAD_ID")]
)
def test_arguments_that_are_out_of_bounds_are_an_error_before_any_ring(
    server_url: str, seeds: list[str], depth: int, code: str
) -> None:
    [answer] = followed(server_url, f"subscription {ARGUMENTS} {{ {SLICE} }}", seeds=seeds, depth=depth)
    [error] = answer["errors"]
    assert (error["extensions"]["code"], error["path"]) == (code, ["researchGraph"])
    assert "data" not in answer or answer["data"] is None


def test_rings_that_may_return_too_many_rows_together_are_refused(server_url: str) -> None:
    text = """subscription ($depth: Int!) {
      researchGraph(seeds: ["r_gqwtcfjh7qyi6g7p"], depth: $depth, perKind: 50) {
        nodes { entity { id } expandable { edge } } edges { works(first: 3) { id } }
      }
    }"""
    [answer] = followed(server_url, text, depth=3)
    assert answer["errors"][0]["extensions"]["code"] == "QUERY_TOO_COSTLY"


Write = Callable[..., None]

SET: LiteralString = "MERGE (n:ImportRun {id: $id}) SET n += $properties"


@pytest.fixture
def write_run(endpoint: Endpoint) -> Iterator[Write]:
    """Writes a run as importers do."""
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:

        def write(**properties: Any) -> None:
            session.run(SET, id="run-followed", properties=properties).consume()

        yield write
        session.run("MATCH (n:ImportRun {id: 'run-followed'}) DETACH DELETE n").consume()


def now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


PROGRESS = "subscription ($run: ID!) { importProgress(run: $run) { id state read written silentSeconds } }"


def test_an_import_is_followed_until_it_has_ended(server_url: str, write_run: Write) -> None:
    write_run(format="acl", state="RUNNING", startedAt=now(), savedAt=now(), read=100, written=90)
    seen: list[tuple[str, int, int]] = []

    def follow() -> None:
        for answer in followed(server_url, PROGRESS, run="run-followed"):
            run = answer["data"]["importProgress"]
            seen.append((run["state"], run["read"], run["written"]))

    following = threading.Thread(target=follow)
    following.start()
    wait_for(lambda: len(seen) == 1)
    write_run(savedAt=now(), read=200, written=180)
    wait_for(lambda: len(seen) == 2)
    time.sleep(1)
    write_run(savedAt=now(), endedAt=now(), state="COMPLETED", read=250, written=230)
    following.join(20)
    assert not following.is_alive()
    assert seen == [("RUNNING", 100, 90), ("RUNNING", 200, 180), ("COMPLETED", 250, 230)]


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 15
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_an_import_that_has_ended_is_told_once_and_one_that_there_is_not_is_null(
    server_url: str, write_run: Write
) -> None:
    write_run(format="acl", state="FAILED", startedAt=now(), savedAt=now(), endedAt=now())
    [answer] = followed(server_url, PROGRESS, run="run-followed")
    assert answer["data"]["importProgress"]["state"] == "FAILED"
    [answer] = followed(server_url, PROGRESS, run="nothing")
    assert answer["data"] == {"importProgress": None}
    assert "errors" not in answer


def test_an_import_that_says_nothing_any_more_is_not_waited_for(server_url: str, write_run: Write) -> None:
    write_run(format="acl", state="RUNNING", startedAt="2026-01-01T00:00:00Z", savedAt="2026-01-01T00:00:00Z")
    [answer] = followed(server_url, PROGRESS, run="run-followed")
    assert answer["data"]["importProgress"]["silentSeconds"] > imports.SILENT
