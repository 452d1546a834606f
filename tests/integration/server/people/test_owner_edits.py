"""What owners say of their records and their works, over HTTP, from the claim to the last undo."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import httpx

if TYPE_CHECKING:
    from tests.integration.server.people.conftest import Owner

AskBy = Callable[..., dict[str, Any]]
Run = Callable[..., list[list[Any]]]
SignIn = Callable[..., httpx.Client]
NewOwner = Callable[[str], "Owner"]

CLAIM = """
mutation ($id: ID!) { result: claimResearcher(id: $id) { ... on ResearcherClaimed { claim { id } } } }
"""
REVIEW = """
mutation ($id: ID!) { result: reviewClaim(id: $id, decision: APPROVE) { ... on ClaimReviewed { claim { state } } } }
"""
WITHDRAW = "mutation ($id: ID!) { result: withdrawClaim(id: $id) { __typename } }"
UPDATE = """
mutation ($id: ID!, $input: ResearcherInput!) {
  result: updateResearcher(id: $id, input: $input) {
    __typename
    ... on ResearcherUpdated { researcher { ...Said } }
    ... on UserError { code message }
  }
}
"""
SAID = """
fragment Said on Researcher {
  name role bio { text isGenerated } affiliation { state source institution { id } } openToCollaborate { value source }
}
"""
READ = "query ($id: ID!) { researcher(by: {id: $id}) { ...Said viewerCan { edit { allowed } } } }"
EDITS = "query ($id: ID!) { viewer { ownerEdits(researcher: $id) { nodes { id kind state provenance value } } } }"
ALL = """
query ($id: ID!) {
  ownerEdits(researcher: $id) {
    totalCount
    pageInfo { endCursor }
    nodes { id }
    edges {
      cursor
      node {
        id kind state value since authorName decisions createdAt changedAt reason provenance
        researcher { id } work { id }
      }
    }
  }
}
"""
UNDO = """
mutation ($id: ID!) {
  result: undoOwnerEdit(id: $id) { __typename ... on OwnerEditUndone { edit { state } } ... on UserError { code } }
}
"""
DISOWN = """
mutation ($id: ID!, $work: ID!) {
  result: disownWork(researcherId: $id, workId: $work) {
    __typename ... on WorkDisowned { edit { id state } } ... on UserError { code }
  }
}
"""
PROPOSE = """
mutation ($id: ID!, $by: WorkLookup!, $position: Int) {
  result: proposeWork(researcherId: $id, by: $by, position: $position) {
    __typename ... on WorkProposed { edit { id state } } ... on UserError { code message }
  }
}
"""
DECIDE = """
mutation ($id: ID!, $accept: Boolean!) {
  result: reviewWorkProposal(id: $id, accept: $accept, reason: "As it is said there") {
    __typename ... on WorkProposalReviewed { edit { state } } ... on UserError { code }
  }
}
"""
CONFIRM = """
mutation ($id: ID!) {
  result: reviewClaim(id: $id, decision: CONFIRM_AFFILIATION) { ... on ClaimReviewed { claim { state } } }
}
"""
NEWS = "{ viewer { notifications(unread: true) { nodes { kind detail text about { id } } } } }"
WORKS = "query ($id: ID!) { researcher(by: {id: $id}) { worksCount works(first: 100) { nodes { id } } } }"


def works_of(ask_by: AskBy, client: httpx.Client, id_: str) -> set[str]:
    found = ask_by(client, WORKS, id=id_)["researcher"]
    works = {work["id"] for work in found["works"]["nodes"]}
    assert found["worksCount"] == len(works)
    return works


def test_an_owner_edits_the_record_and_takes_all_back(signed_in: SignIn, ask_by: AskBy, run: Run) -> None:
    owner, moderator = signed_in("owner-edits@example.org"), signed_in("owner-edits-m@example.org", moderator=True)
    other = signed_in("owner-edits-other@example.org")
    # Somebody with a few works, of whom no other test is.
    [[id_]] = run("MATCH (r:Researcher) WHERE 4 <= r.worksCount <= 6 RETURN r.id ORDER BY r.id DESC LIMIT 1")
    [[institution]] = run(
        "MATCH (i:Institution) WHERE NOT (:Researcher {id: $id})-[:AFFILIATED_WITH]->(i) "
        "RETURN i.id ORDER BY i.id LIMIT 1",
        id=id_,
    )
    before = ask_by(owner, SAID + READ, id=id_)["researcher"]
    assert before["viewerCan"] == {"edit": {"allowed": False}}
    said = {
        "name": "  Ada <b>King</b> ",
        "bio": "I weave.\r\n<script>alert(1)</script>",
        "role": "Analyst",
        "affiliation": {"institution": institution, "since": 1999},
        "openToCollaborate": False,
    }
    assert ask_by(owner, SAID + UPDATE, id=id_, input=said)["result"]["code"] == "NOT_OWNER"
    claim = ask_by(owner, CLAIM, id=id_)["result"]["claim"]["id"]
    assert ask_by(moderator, REVIEW, id=claim)["result"]["claim"] == {"state": "APPROVED"}

    shown = {
        "name": "Ada <b>King</b>",
        "role": "Analyst",
        "bio": {"text": "I weave.\n<script>alert(1)</script>", "isGenerated": False},
        "affiliation": {"state": "CLAIMED", "source": "owner", "institution": {"id": institution}},
        "openToCollaborate": {"value": False, "source": "OWNER"},
    }
    assert ask_by(owner, SAID + UPDATE, id=id_, input=said)["result"]["researcher"] == shown
    # Whoever looks sees it, and nobody else may say anything.
    assert ask_by(other, SAID + READ, id=id_)["researcher"] == {**shown, "viewerCan": {"edit": {"allowed": False}}}
    assert ask_by(other, SAID + UPDATE, id=id_, input={"name": "Eve"})["result"]["code"] == "NOT_OWNER"
    assert (
        ask_by(owner, SAID + UPDATE, id=id_, input={"bio": "x" * 2_001})["result"]["__typename"] == "InvalidTextError"
    )
    # Said again, it is no further edit.
    ask_by(owner, SAID + UPDATE, id=id_, input=said)
    edits = ask_by(owner, EDITS, id=id_)["viewer"]["ownerEdits"]["nodes"]
    assert sorted(edit["kind"] for edit in edits) == ["AFFILIATION", "BIO", "NAME", "OPEN_TO_COLLABORATE", "ROLE"]
    assert {edit["provenance"] for edit in edits} == {"OWNER"}

    assert ask_by(other, UNDO, id=edits[0]["id"])["result"]["__typename"] == "UnknownIdError"
    for edit in edits:
        assert ask_by(owner, UNDO, id=edit["id"])["result"] == {
            "__typename": "OwnerEditUndone",
            "edit": {"state": "UNDONE"},
        }
    after = ask_by(owner, SAID + READ, id=id_)["researcher"]
    assert after == {**before, "viewerCan": {"edit": {"allowed": True}}}

    # A work that is not theirs, and back; then one that is missing, accepted and taken back.
    works = works_of(ask_by, owner, id_)
    work = min(works)
    disowned = ask_by(owner, DISOWN, id=id_, work=work)["result"]
    assert disowned["edit"]["state"] == "STANDS"
    assert works_of(ask_by, owner, id_) == works - {work}
    assert (
        ask_by(owner, PROPOSE, id=id_, by={"doi": "10.1000/nowhere"})["result"]["__typename"] == "WorkNotInGraphError"
    )
    assert ask_by(owner, UNDO, id=disowned["edit"]["id"])["result"]["edit"] == {"state": "UNDONE"}
    assert works_of(ask_by, owner, id_) == works

    [[missing]] = run(
        "MATCH (w:Work)<-[e:AUTHORED {position: 1}]-(x:Researcher) WHERE NOT w.id IN $works AND x.id <> $id "
        "AND x.worksCount > 1 AND NOT EXISTS { (x)<-[:OWNS|CLAIMS]-() } RETURN w.id ORDER BY w.id LIMIT 1",
        works=sorted(works),
        id=id_,
    )
    proposed = ask_by(owner, PROPOSE, id=id_, by={"id": missing}, position=1)["result"]
    assert proposed["edit"]["state"] == "PROPOSED"
    assert ask_by(other, DECIDE, id=proposed["edit"]["id"], accept=True)["result"]["__typename"] == "ForbiddenError"
    assert ask_by(moderator, DECIDE, id=proposed["edit"]["id"], accept=True)["result"]["edit"] == {"state": "STANDS"}
    assert works_of(ask_by, owner, id_) == works | {missing}
    assert ask_by(moderator, UNDO, id=proposed["edit"]["id"])["result"]["edit"] == {"state": "UNDONE"}
    assert works_of(ask_by, owner, id_) == works
    again = ask_by(owner, PROPOSE, id=id_, by={"id": missing}, position=1)["result"]["edit"]["id"]
    assert ask_by(moderator, DECIDE, id=again, accept=False)["result"]["edit"] == {"state": "REJECTED"}
    seen = ask_by(moderator, ALL, id=id_)["ownerEdits"]
    assert seen["totalCount"] == len(seen["nodes"]) == len(edits) + 3
    assert seen["pageInfo"]["endCursor"] == seen["edges"][-1]["cursor"]
    # Each field has a value of some edit.
    assert all(any(edge["node"][name] for edge in seen["edges"]) for name in seen["edges"][0]["node"])
    # What a moderator decided is told, whatever they decided, and what the owner did alone is not.
    told = [node for node in ask_by(owner, NEWS)["viewer"]["notifications"]["nodes"] if node["kind"] == "EDIT_DECIDED"]
    assert [(node["about"]["id"], node["detail"]) for node in told] == [
        (again, "REJECTED"),
        (proposed["edit"]["id"], "UNDONE"),
    ]
    assert told[0]["text"] == "Your proposal of a work was rejected."

    # What an organisation confirms is what the owner says at the time, and nothing that is said later.
    [[elsewhere]] = run(
        "MATCH (i:Institution) WHERE i.id <> $id RETURN i.id ORDER BY i.id DESC LIMIT 1", id=institution
    )

    def says(where: str) -> str:
        given = {"affiliation": {"institution": where}}
        state: str = ask_by(owner, SAID + UPDATE, id=id_, input=given)["result"]["researcher"]["affiliation"]["state"]
        return state

    assert says(institution) == "CLAIMED"
    assert ask_by(moderator, CONFIRM, id=claim)["result"]["claim"] == {"state": "APPROVED"}
    confirmed = ask_by(other, SAID + READ, id=id_)["researcher"]["affiliation"]
    assert confirmed == {"state": "VALIDATED", "source": "owner", "institution": {"id": institution}}
    assert says(elsewhere) == "CLAIMED"
    assert says(institution) == "VALIDATED"
    assert ask_by(owner, SAID + UPDATE, id=id_, input={"affiliation": None})["result"]["researcher"]["affiliation"][
        "state"
    ] in {"IMPORTED", "NOT_IMPORTED"}
    ask_by(owner, WITHDRAW, id=claim)


def test_of_a_hundred_who_disown_or_propose_at_once_one_counts(
    owner: NewOwner, signed_in: SignIn, ask_by: AskBy, run: Run
) -> None:
    ada, eve = owner("ada.disowns"), owner("eve.proposes")
    moderator = signed_in("many-edits-moderator@example.org", moderator=True)
    works, hers = works_of(ask_by, ada.client, ada.researcher), works_of(ask_by, eve.client, eve.researcher)
    work = min(works - hers)
    [[missing]] = run(
        "MATCH (w:Work)<-[:AUTHORED {position: 1}]-(x:Researcher) WHERE NOT w.id IN $works AND x.worksCount > 1 "
        "AND NOT EXISTS { (x)<-[:OWNS|CLAIMS]-() } RETURN w.id ORDER BY w.id DESC LIMIT 1",
        works=sorted(works | hers),
    )

    def at_once(number: int, act: Callable[[int], dict[str, Any]]) -> list[dict[str, Any]]:
        with ThreadPoolExecutor(20) as threads:
            return list(threads.map(act, range(number)))

    def disown(_: int) -> dict[str, Any]:
        return dict(ask_by(ada.client, DISOWN, id=ada.researcher, work=work)["result"])

    def propose(_: int) -> dict[str, Any]:
        return dict(ask_by(eve.client, PROPOSE, id=eve.researcher, by={"id": missing}, position=1)["result"])

    disowned, proposed = at_once(100, disown), at_once(100, propose)
    [taken] = {each["edit"]["id"] for each in disowned}
    assert works_of(ask_by, ada.client, ada.researcher) == works - {work}
    [edit] = {each["edit"]["id"] for each in proposed}

    def accept(_: int) -> dict[str, Any]:
        return dict(ask_by(moderator, DECIDE, id=edit, accept=True)["result"])

    assert {each["edit"]["state"] for each in at_once(12, accept)} == {"STANDS"}
    assert works_of(ask_by, eve.client, eve.researcher) == hers | {missing}
    events = "MATCH (e:AuditEvent {by: $by}) WHERE e.kind STARTS WITH 'WORK_' RETURN e.kind"
    assert run(events, by=ada.account) == [["WORK_DISOWNED"]]
    assert run(events, by=eve.account) == [["WORK_PROPOSED"]]
    decided = "MATCH (e:AuditEvent {kind: 'PROPOSAL_DECIDED', about: $id}) RETURN count(e)"
    assert run(decided, id=edit) == [[1]]
    for id_ in (taken, edit):
        assert ask_by(moderator, UNDO, id=id_)["result"]["edit"] == {"state": "UNDONE"}
    assert works_of(ask_by, ada.client, ada.researcher) == works
    assert works_of(ask_by, eve.client, eve.researcher) == hers
    run("MATCH (n:OwnerEdit) WHERE n.account IN $ids DETACH DELETE n", ids=[ada.account, eve.account])
