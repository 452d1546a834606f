"""Every way from one state of a claim to another is taken, by those who may, as the audit log has it."""

import json
from typing import TYPE_CHECKING

from graphdb.claims.acts import settle
from graphdb.claims.states import TRANSITIONS, ClaimAct
from tests.integration.schema.claimants import ORCID, People

if TYPE_CHECKING:
    from tests.integration.schema.small_graph import SmallGraph

# Each line is a story of one record: who does what, and to whose claim. Ada and Eve claim it. Ada's iD is that of the
# record, once she `proves` it; `graph` is what an import does at its end.
STORIES = (
    "ada claims, moderator asks ada, ada adds, moderator approves ada, ada adds, ada withdraws",
    "ada claims, moderator asks ada, moderator approves ada, moderator revokes ada",
    "ada claims, moderator rejects ada",
    "ada claims, moderator asks ada, moderator rejects ada",
    "ada claims, ada withdraws",
    "ada claims, moderator asks ada, ada withdraws",
    "ada claims, eve claims, ada adds, eve withdraws, moderator approves ada",
    "ada claims, eve claims, moderator rejects eve, moderator approves ada",
    "ada claims, moderator asks ada, eve claims, moderator approves ada",
    "ada claims, moderator approves ada, eve claims, eve withdraws",
    "ada claims, moderator approves ada, eve claims, moderator revokes ada",
    "ada claims, moderator approves ada, eve claims, ada withdraws",
    "eve claims, ada proves, ada claims",
    "eve claims, moderator asks eve, ada proves, ada claims",
    "ada claims, ada proves, graph",
    "ada claims, moderator asks ada, ada proves, graph",
    "ada claims, eve claims, ada proves, graph",
)
DECISIONS = {"asks": "REQUEST_EVIDENCE", "approves": "APPROVE", "rejects": "REJECT"}
LOGGED = """
MATCH (e:AuditEvent {kind: 'CLAIM_CHANGED'}) RETURN e.details
"""
START_ANEW = "MATCH (n) WHERE n:Claim OR n:Evidence OR n:AuditEvent DETACH DELETE n"
# As an account brings it when it signs in, without anything being settled yet.
PROOF = """
MATCH (a:Account {id: $account})
SET a.orcid = $orcid
WITH a
MATCH (a)-[:MADE]->(c:Claim)
CREATE (c)-[:HAS_EVIDENCE]->(e:Evidence {id: 'evi_' + right(c.id, 16), key: c.id + ' proof', kind: 'ORCID',
  orcid: $orcid, addedAt: '2026-01-01T00:00:00Z'})-[:BY]->(a)
"""


async def play(people: People, record: str, story: str) -> set[tuple[str, str, str]]:
    """Act out a story, and return the (act, from, to) that the audit log has of it."""
    await people.graph.write(START_ANEW)
    viewers = {name: await people.sign_in(f"{name}@elsewhere.example") for name in ("ada", "eve")}
    moderator = await people.sign_in("moderator@elsewhere.example", moderator=True)
    claims: dict[str, str] = {}
    for line in story.split(", "):
        who, _, act = line.partition(" ")
        act, _, whose = act.partition(" ")
        if who == "graph":
            await people.graph.change(lambda change: settle(change, [record], "site"))
        elif act == "claims":
            viewers[who] = await people.sign_in(f"{who}@elsewhere.example", viewers[who].account.orcid)
            claims[who] = (await people.do(viewers[who], "claim", id=record))["id"]
        elif act == "proves":
            await people.graph.write(PROOF, account=viewers[who].account.id, orcid=ORCID)
            viewers[who] = await people.sign_in(f"{who}@elsewhere.example", ORCID)
        elif act == "adds":
            statement = {"kind": "STATEMENT", "text": f"The same person, {line} {len(claims)}"}
            assert "id" in await people.do(viewers[who], "add", id=claims[who], input=statement), story
        elif act == "withdraws":
            assert "id" in await people.do(viewers[who], "withdraw", id=claims[who]), story
        elif act == "revokes":
            assert "id" in await people.do(moderator, "revoke", id=claims[whose]), story
        else:
            done = await people.do(moderator, "review", id=claims[whose], decision=DECISIONS[act])
            assert "id" in done, (story, done)
    details = [json.loads(row[0]) for row in await people.graph.read(LOGGED)]
    return {(each["act"], each["from"], each["to"]) for each in details}


def every_way() -> set[tuple[str, str, str]]:
    """Return all ways but those that add evidence without changing the state, of which the log has the evidence."""
    return {
        (act, before, to)
        for act, ways in TRANSITIONS.items()
        for before, to in ways.items()
        if act is not ClaimAct.ADD_EVIDENCE or before is not to
    }


async def test_every_way_between_states_is_taken(people: People, claimed_graph: "SmallGraph") -> None:
    record = claimed_graph.researchers[0]["id"]
    taken = set[tuple[str, str, str]]()
    for story in STORIES:
        taken |= await play(people, record, story)
    assert every_way() - taken == set()
    assert taken <= every_way()
