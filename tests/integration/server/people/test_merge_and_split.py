"""Merging, splitting and undoing over HTTP: what people did stays with the person, and comes back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import httpx

if TYPE_CHECKING:
    from tests.integration.server.people.conftest import Owner

AskBy = Callable[..., dict[str, Any]]
Run = Callable[..., list[list[Any]]]
SignIn = Callable[..., httpx.Client]
NewOwner = Callable[[str], "Owner"]

FIGURES = """
id name worksCount citationCount hIndex topicsCount sourcesCount institutionsCount collaboratorsCount
closeCollaboratorsCount followersCount trustScore identifiers
"""
OUTCOME = f"""
fragment Outcome on DecisionOutcome {{
  id kind state works identifiers contradictions before {{ {FIGURES} }} after {{ {FIGURES} }}
}}
"""
MERGE = f"""
{OUTCOME}
mutation ($keep: ID!, $merge: ID!, $preview: Boolean!) {{
  result: mergeResearchers(keep: $keep, merge: $merge, preview: $preview, reason: "One homepage") {{
    __typename ... on ResearchersMerged {{ decision {{ ...Outcome }} }} ... on UserError {{ code message }}
  }}
}}
"""
SPLIT = f"""
{OUTCOME}
mutation ($id: ID!, $works: [ID!]!, $preview: Boolean!) {{
  result: splitResearcher(id: $id, works: $works, preview: $preview) {{
    __typename ... on ResearcherSplit {{ decision {{ ...Outcome }} }} ... on UserError {{ code message }}
  }}
}}
"""
UNDO = f"""
{OUTCOME}
mutation ($id: ID!, $preview: Boolean!) {{
  result: undoMerge(id: $id, preview: $preview) {{
    __typename ... on MergeUndone {{ decision {{ ...Outcome }} }} ... on UserError {{ code message }}
  }}
}}
"""
READ = """
query ($by: ResearcherLookup!) {
  researcher(by: $by) {
    id slug name worksCount viewerFollows bio { text isGenerated } claim { state }
    followers { totalCount } trust { score } works(first: 100) { nodes { id } }
  }
}
"""
BY_ID = "query ($id: ID!) { node(id: $id) { id } }"
FOLLOW = "mutation ($id: ID!) { result: follow(id: $id) { __typename } }"
UNFOLLOW = "mutation ($id: ID!) { result: unfollow(id: $id) { __typename } }"
FOLLOWS = "{ viewer { follows(kinds: [RESEARCHER]) { nodes { id } } } }"
CLAIM = "mutation ($id: ID!) { result: claimResearcher(id: $id) { ... on ResearcherClaimed { claim { id } } } }"
APPROVE = """
mutation ($id: ID!) { result: reviewClaim(id: $id, decision: APPROVE) { ... on ClaimReviewed { claim { state } } } }
"""
WITHDRAW = "mutation ($id: ID!) { result: withdrawClaim(id: $id) { __typename } }"
SAY = 'mutation ($id: ID!) { result: updateResearcher(id: $id, input: {bio: "I count trees."}) { __typename } }'
UNSAY = "mutation ($id: ID!) { result: updateResearcher(id: $id, input: {bio: null}) { __typename } }"
OWN = """
{
  viewer {
    records { id } claims { nodes { id state researcher { id } } } ownerEdits { nodes { kind researcher { id } } }
    conversations { nodes { id viewerCanWrite { allowed } } }
  }
}
"""
INVITE = """
mutation ($to: ID!) { result: sendInvitation(input: {to: $to}) { ... on InvitationSent { invitation { id } } } }
"""
ACCEPT = """
mutation ($id: ID!) {
  result: respondToInvitation(id: $id, accept: true) {
    ... on InvitationAnswered { invitation { conversation { id } } }
  }
}
"""
WRITE = """
mutation ($id: ID!) { result: sendMessage(conversationId: $id, text: "Still here") { __typename } }
"""
TALK = """
query ($id: ID!) { node(id: $id) { ... on Conversation { other { id } messages { totalCount } } } }
"""
DECISIONS = """
query ($id: ID!) { identityDecisions(researcher: $id) { nodes { id kind state keep other reason } } }
"""

# Two who wrote nothing together, and of whom no other test is.
TWO = """
MATCH (r:Researcher) WHERE 2 <= r.worksCount <= 3 AND NOT EXISTS { ()-[:OWNS|CLAIMS|FOLLOWS|EDITS]->(r) }
WITH r ORDER BY r.id LIMIT 60
WITH collect(r) AS them
UNWIND them AS a UNWIND them AS b
WITH a, b WHERE a.id < b.id AND a.nameKey <> b.nameKey AND NOT EXISTS { (a)-[:AUTHORED]->()<-[:AUTHORED]-(b) }
RETURN a.id, b.id ORDER BY a.id, b.id LIMIT 1
"""


def told(outcome: dict[str, Any]) -> dict[str, Any]:
    """What a decision says it does, without what tells a preview from the act."""
    return {name: value for name, value in outcome.items() if name != "id"}


def test_a_merge_keeps_what_people_did_and_undoing_it_gives_all_back(
    owner: NewOwner, signed_in: SignIn, ask_by: AskBy, run: Run
) -> None:
    moderator = signed_in("merge-moderator@example.org", moderator=True)
    claimant, one, both = (signed_in(f"merge-{name}@example.org") for name in ("claimant", "one", "both"))
    friend = owner("merge.friend")
    [[keep, merge]] = run(TWO)

    def read(client: httpx.Client, **by: str) -> dict[str, Any]:
        found: dict[str, Any] = ask_by(client, READ, by=by)["researcher"]
        found["works"]["nodes"].sort(key=lambda work: work["id"])
        return found

    def own() -> dict[str, Any]:
        found: dict[str, Any] = ask_by(claimant, OWN)["viewer"]
        return found

    # Of the one who is merged away: an owner who has said something and talks to somebody, and followers.
    claim = ask_by(claimant, CLAIM, id=merge)["result"]["claim"]["id"]
    assert ask_by(moderator, APPROVE, id=claim)["result"]["claim"] == {"state": "APPROVED"}
    assert ask_by(claimant, SAY, id=merge)["result"]["__typename"] == "ResearcherUpdated"
    invitation = ask_by(friend.client, INVITE, to=merge)["result"]["invitation"]["id"]
    talk = ask_by(claimant, ACCEPT, id=invitation)["result"]["invitation"]["conversation"]["id"]
    assert ask_by(claimant, WRITE, id=talk)["result"]["__typename"] == "MessageSent"
    for client, id_ in ((one, merge), (both, merge), (both, keep)):
        assert ask_by(client, FOLLOW, id=id_)["result"]["__typename"] == "Followed"
    before = {id_: read(both, id=id_) for id_ in (keep, merge)}
    mine = own()
    assert before[merge]["followers"] == {"totalCount": 2}
    assert before[merge]["bio"] == {"text": "I count trees.", "isGenerated": False}

    previewed = ask_by(moderator, MERGE, keep=keep, merge=merge, preview=True)["result"]["decision"]
    assert previewed["id"] is None
    # A preview leaves nothing.
    assert {id_: read(both, id=id_) for id_ in (keep, merge)} == before
    assert own() == mine
    merged = ask_by(moderator, MERGE, keep=keep, merge=merge, preview=False)["result"]["decision"]
    assert told(merged) == told(previewed)
    again = ask_by(moderator, MERGE, keep=keep, merge=merge, preview=False)["result"]
    assert again["__typename"] == "DecisionRefusedError"

    # Whatever they were called leads to the one that is left, with the works and followers of both.
    left = read(both, id=keep)
    for by in ({"id": merge}, {"slug": before[merge]["slug"]}, {"slug": before[keep]["slug"]}):
        assert read(both, **by) == left
    assert ask_by(one, BY_ID, id=merge)["node"] == {"id": keep}
    assert left["slug"] == before[keep]["slug"]
    works = [work for id_ in (keep, merge) for work in before[id_]["works"]["nodes"]]
    assert left["works"]["nodes"] == sorted(works, key=lambda work: work["id"])
    [figures] = merged["after"]
    assert (figures["id"], figures["worksCount"]) == (keep, left["worksCount"])
    assert (figures["followersCount"], figures["trustScore"]) == (
        left["followers"]["totalCount"],
        left["trust"]["score"],
    )
    assert left["followers"] == {"totalCount": 2}
    assert [ask_by(client, FOLLOWS)["viewer"]["follows"]["nodes"] for client in (one, both)] == [[{"id": keep}]] * 2
    # The claim, what the owner said, and the conversation are the same person's.
    assert left["claim"] == {"state": "APPROVED"}
    assert left["bio"]["text"] == "I count trees."
    moved = own()
    assert moved["records"] == [{"id": keep}]
    assert moved["claims"]["nodes"] == [{"id": claim, "state": "APPROVED", "researcher": {"id": keep}}]
    assert moved["ownerEdits"]["nodes"] == [{"kind": "BIO", "researcher": {"id": keep}}]
    assert moved["conversations"] == mine["conversations"]
    assert ask_by(claimant, WRITE, id=talk)["result"]["__typename"] == "MessageSent"
    assert ask_by(friend.client, TALK, id=talk)["node"] == {"other": {"id": keep}, "messages": {"totalCount": 2}}

    back = ask_by(moderator, UNDO, id=merged["id"], preview=True)["result"]["decision"]
    assert read(both, id=merge) == left
    undone = ask_by(moderator, UNDO, id=merged["id"], preview=False)["result"]["decision"]
    assert told(undone) == told(back)
    assert {person["id"] for person in undone["after"]} == {keep, merge}
    assert {id_: read(both, id=id_) for id_ in (keep, merge)} == before
    assert read(both, slug=before[merge]["slug"])["id"] == merge
    assert own() == mine
    assert ask_by(one, FOLLOWS)["viewer"]["follows"]["nodes"] == [{"id": merge}]
    assert ask_by(claimant, WRITE, id=talk)["result"]["__typename"] == "MessageSent"
    assert ask_by(friend.client, TALK, id=talk)["node"] == {"other": {"id": merge}, "messages": {"totalCount": 3}}
    assert ask_by(moderator, UNDO, id=merged["id"], preview=False)["result"]["__typename"] == "DecisionRefusedError"
    decision = {"kind": "MERGE", "state": "UNDONE", "keep": keep, "other": merge, "reason": "One homepage"}
    assert ask_by(moderator, DECISIONS, id=keep)["identityDecisions"]["nodes"] == [{"id": merged["id"], **decision}]
    logged = run("MATCH (e:AuditEvent {about: $id}) RETURN e.kind ORDER BY e.at", id=merged["id"])
    assert logged == [["RESEARCHERS_MERGED"], ["DECISION_UNDONE"]]

    # A split takes works alone: the owner, the words and the followers stay.
    taken = before[merge]["works"]["nodes"][0]["id"]
    previewed = ask_by(moderator, SPLIT, id=merge, works=[taken], preview=True)["result"]["decision"]
    assert read(both, id=merge) == before[merge]
    split = ask_by(moderator, SPLIT, id=merge, works=[taken], preview=False)["result"]["decision"]
    assert [person["worksCount"] for person in split["after"]] == [before[merge]["worksCount"] - 1, 1]
    # Who is made gets an id of their own each time.
    for each in (previewed, split):
        assert each["after"][1].pop("id") is not None
    assert told(split) == told(previewed)
    new = run("MATCH (r:Researcher)-[:AUTHORED]->(:Work {id: $work}) WHERE r.keyed RETURN r.id", work=taken)
    assert len(new) >= 1
    rest = read(both, id=merge)
    for name in ("slug", "claim", "bio", "followers", "viewerFollows"):
        assert rest[name] == before[merge][name]
    assert taken not in {work["id"] for work in rest["works"]["nodes"]}
    assert own() == mine
    assert ask_by(moderator, UNDO, id=split["id"], preview=False)["result"]["__typename"] == "MergeUndone"
    assert read(both, id=merge) == before[merge]

    ask_by(claimant, UNSAY, id=merge)
    ask_by(claimant, WITHDRAW, id=claim)
    for client, id_ in ((one, merge), (both, merge), (both, keep)):
        ask_by(client, UNFOLLOW, id=id_)
