"""Claims of author records: every state, what evidence does, who may what, and many who come at once."""

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from graphdb.accounts import moments
from graphdb.graph import Graph
from resolvers import evidence_links
from resolvers.context import Services, Viewer
from tests.integration.schema.claimants import ORCID, People

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Letters
    from tests.integration.schema.small_graph import SmallGraph

SEEN = "query ($id: ID!) { node(id: $id) { __typename ... on Claim { state note weight evidence { kind } } } }"


@pytest.fixture
def ids(claimed_graph: "SmallGraph") -> list[str]:
    """Of the researchers. The first has an ORCID iD, and all are affiliated with institutions at example.org."""
    return [person["id"] for person in claimed_graph.researchers]


async def test_a_name_alone_proves_nothing(people: People, ids: list[str]) -> None:
    viewer = await people.sign_in("ada@elsewhere.example")
    claim = await people.do(viewer, "claim", id=ids[0], note="<b>It is me</b>\n\n\n\nAda")
    assert (claim["state"], claim["weight"], claim["evidence"]) == ("PENDING", 0, [])
    record = await people.record(ids[0], viewer)
    assert record["claim"] == {"state": "PENDING"}
    assert record["verification"]["level"] == 1
    assert record["viewerCan"]["claim"]["allowed"] is False
    assert record["viewerCan"]["claim"]["reason"] == "Your claim waits for a decision."
    assert (await people.points(ids[0]))["CLAIM"] == 0
    seen = (await people.ask(viewer, SEEN, id=claim["id"])).data["node"]
    assert seen["note"] == "<b>It is me</b>\n\n\n\nAda"
    again = await people.do(viewer, "claim", id=ids[0])
    assert again == claim


async def test_the_orcid_id_of_the_record_approves_at_once(people: People, ids: list[str]) -> None:
    viewer = await people.sign_in("ada@elsewhere.example", ORCID)
    follow = "mutation ($id: ID!) { follow(id: $id) { __typename ... on UserError { code } } }"
    assert (await people.ask(viewer, follow, id=ids[0])).data["follow"]["__typename"] == "Followed"
    before = await people.record(ids[0], viewer)
    assert before["viewerCan"]["claim"] == {
        "allowed": True,
        "reason": None,
        "nextStep": before["viewerCan"]["claim"]["nextStep"],
    }
    claim = await people.do(viewer, "claim", id=ids[0])
    assert (claim["state"], claim["holdsRecord"]) == ("APPROVED", True)
    assert claim["evidence"] == [{"kind": "ORCID", "holds": True, "weight": 100}]
    record = await people.record(ids[0], viewer)
    assert record["claim"] == {"state": "APPROVED"}
    assert record["verification"]["level"] == 3
    assert record["trust"]["score"] == before["trust"]["score"] + 15 + 20
    # Nobody follows their own record.
    assert record["followers"] == {"totalCount": 0}
    assert (await people.ask(viewer, follow, id=ids[0])).data["follow"]["code"] == "OWN_RECORD"
    assert record["viewerCan"]["claim"]["reason"] == "This author record is yours already."
    own = (await people.ask(viewer, "{ viewer { records { id } claims { nodes { state } } } }")).data["viewer"]
    assert own == {"records": [{"id": ids[0]}], "claims": {"nodes": [{"state": "APPROVED"}]}}
    claimed = await people.ask(None, "{ researchers(filter: {claimed: true}) { nodes { id } } }")
    # Others may have claimed records of the demo.
    assert [node for node in claimed.data["researchers"]["nodes"] if node["id"] in ids] == [{"id": ids[0]}]


async def test_an_orcid_id_of_another_record_proves_nothing(people: People, ids: list[str]) -> None:
    viewer = await people.sign_in("eve@elsewhere.example", ORCID)
    claim = await people.do(viewer, "claim", id=ids[1])
    assert (claim["state"], claim["evidence"]) == ("PENDING", [])
    refused = await people.do(viewer, "add", id=claim["id"], input={"kind": "ORCID"})
    assert refused["code"] == "EVIDENCE_REFUSED"


async def test_an_address_of_the_institution_and_two_verified_coauthors_approve(
    people: People, ids: list[str], claimed_graph: "SmallGraph"
) -> None:
    bob = await people.sign_in("bob@example.org")
    claim = await people.do(bob, "claim", id=ids[1])
    assert (claim["state"], claim["weight"]) == ("PENDING", 50)
    # An address of a claim that does not hold the record proves nothing of it.
    assert (await people.record(ids[1]))["affiliation"] == {"state": "IMPORTED"}
    # Whoever has proven nothing is not told whether there is such a claim.
    for id_ in (claim["id"], "clm_aaaaaaaaaaaaaaaa"):
        stranger = await people.sign_in("stranger@elsewhere.example")
        assert (await people.do(stranger, "vouch", id=id_))["code"] == "NOT_COAUTHOR"
        assert (await people.ask(stranger, SEEN, id=id_)).data["node"] is None
    assert (await people.do(bob, "vouch", id=claim["id"]))["code"] == "OWN_CLAIM"
    moderator = await people.sign_in("moderator@elsewhere.example", moderator=True)
    pairs = [{pair["a"], pair["b"]} for pair in claimed_graph.collaborations]
    coauthors = [next(iter(pair - {1})) for pair in pairs if 1 in pair][:2]
    for number, email in zip(coauthors, ("ada@example.org", "tilde@example.org"), strict=True):
        friend = await people.sign_in(email)
        theirs = await people.do(friend, "claim", id=ids[number])
        assert (await people.do(friend, "vouch", id=claim["id"]))["code"] == "NOT_COAUTHOR"
        await people.do(moderator, "review", id=theirs["id"], decision="APPROVE")
        listed = "{ viewer { claimsToVouchFor { totalCount nodes { id note evidence { kind } } } } }"
        to_vouch = (await people.ask(friend, listed)).data["viewer"]["claimsToVouchFor"]
        assert {"id": claim["id"], "note": None, "evidence": []} in to_vouch["nodes"]
        vouched = await people.do(friend, "vouch", id=claim["id"])
        assert vouched["evidence"] == []
        # Once more is no error and counts nothing.
        await people.do(friend, "vouch", id=claim["id"])
        left = (await people.ask(friend, listed)).data["viewer"]["claimsToVouchFor"]
        assert claim["id"] not in {each["id"] for each in left["nodes"]}
        assert left["totalCount"] == to_vouch["totalCount"] - 1
    seen = (await people.ask(bob, SEEN, id=claim["id"])).data["node"]
    assert (seen["state"], seen["weight"]) == ("APPROVED", 110)
    record = await people.record(ids[1])
    assert (record["verification"]["level"], record["affiliation"]) == (4, {"state": "VALIDATED"})
    assert {name: points for name, points in (await people.points(ids[1])).items() if points in {10, 15}}.keys() >= {
        "CLAIM",
        "INSTITUTIONAL_EMAIL",
        "AFFILIATION",
    }
    # A vouch falls with the record of who gave it.
    await people.do(friend, "withdraw", id=theirs["id"])
    assert (await people.record(ids[1]))["verification"]["level"] == 3
    assert (await people.points(ids[1]))["AFFILIATION"] == 0
    # The address is still one of the institution that is shown.
    assert (await people.record(ids[1]))["affiliation"] == {"state": "VALIDATED"}


async def test_a_second_claim_makes_both_disputed_and_takes_nothing(people: People, ids: list[str]) -> None:
    ada, eve = await people.sign_in("ada@elsewhere.example", ORCID), await people.sign_in("eve@elsewhere.example")
    first = await people.do(ada, "claim", id=ids[0])
    score = (await people.record(ids[0]))["trust"]["score"]
    assert (await people.record(ids[0], eve))["viewerCan"]["claim"]["allowed"] is True
    second = await people.do(eve, "claim", id=ids[0])
    assert (second["state"], second["holdsRecord"]) == ("DISPUTED", False)
    seen = (await people.ask(ada, SEEN, id=first["id"])).data["node"]
    assert seen["state"] == "DISPUTED"
    record = await people.record(ids[0], ada)
    assert (record["claim"]["state"], record["trust"]["score"]) == ("DISPUTED", score)
    assert (await people.ask(ada, "{ viewer { records { id } } }")).data["viewer"]["records"] == [{"id": ids[0]}]
    # Each sees their own claim alone.
    assert (await people.ask(ada, SEEN, id=second["id"])).data["node"] is None
    await people.do(eve, "withdraw", id=second["id"])
    assert (await people.ask(ada, SEEN, id=first["id"])).data["node"]["state"] == "APPROVED"
    again = await people.do(eve, "claim", id=ids[0])
    assert again["id"] != second["id"]
    moderator = await people.sign_in("moderator@elsewhere.example", moderator=True)
    for decision, code in (("REJECT", "CLAIM_STATE"), ("REQUEST_EVIDENCE", "CLAIM_STATE")):
        assert (await people.do(moderator, "review", id=first["id"], decision=decision))["code"] == code
    approved = await people.do(moderator, "review", id=again["id"], decision="APPROVE", reason="A passport")
    assert (approved["state"], approved["holdsRecord"]) == ("APPROVED", True)
    lost = (await people.ask(ada, SEEN, id=first["id"])).data["node"]
    assert lost["state"] == "REVOKED"
    assert (await people.ask(ada, "{ viewer { records { id } } }")).data["viewer"]["records"] == []


async def test_who_proves_a_record_wins_over_who_only_claims_it(people: People, ids: list[str]) -> None:
    eve, ada = await people.sign_in("eve@elsewhere.example"), await people.sign_in("ada@elsewhere.example", ORCID)
    squatted = await people.do(eve, "claim", id=ids[0])
    assert (await people.do(ada, "claim", id=ids[0]))["state"] == "APPROVED"
    assert (await people.ask(eve, SEEN, id=squatted["id"])).data["node"]["state"] == "REJECTED"


async def test_a_claim_goes_through_all_that_a_moderator_decides(people: People, ids: list[str], graph: Graph) -> None:
    ada = await people.sign_in("ada@elsewhere.example")
    moderator = await people.sign_in("moderator@elsewhere.example", moderator=True)
    claim = await people.do(ada, "claim", id=ids[0])
    queue = "query ($filter: ClaimFilter) { claims(filter: $filter) { totalCount nodes { id state } } }"
    waiting = (await people.ask(moderator, queue)).data["claims"]
    assert waiting == {"totalCount": 1, "nodes": [{"id": claim["id"], "state": "PENDING"}]}
    asked = await people.do(moderator, "review", id=claim["id"], decision="REQUEST_EVIDENCE", reason="Which Ada?")
    assert (asked["state"], asked["reason"]) == ("NEEDS_EVIDENCE", "Which Ada?")
    assert (await people.record(ids[0], ada))["viewerCan"]["claim"]["reason"] == "Your claim needs more evidence."
    assert (await people.ask(moderator, queue)).data["claims"]["totalCount"] == 0
    statement = {"kind": "STATEMENT", "text": "This one", "url": "https://example.org/ada"}
    assert (await people.do(ada, "add", id=claim["id"], input=statement))["state"] == "PENDING"
    approved = await people.do(moderator, "review", id=claim["id"], decision="APPROVE")
    assert (approved["state"], approved["weight"]) == ("APPROVED", 100)
    assert (await people.record(ids[0]))["verification"]["level"] == 2
    assert (await people.record(ids[0]))["affiliation"] == {"state": "IMPORTED"}
    confirmed = await people.do(moderator, "review", id=claim["id"], decision="CONFIRM_AFFILIATION", reason="By phone")
    assert confirmed["state"] == "APPROVED"
    record = await people.record(ids[0])
    assert (record["verification"]["level"], record["affiliation"]) == (4, {"state": "VALIDATED"})
    revoked = await people.do(moderator, "revoke", id=claim["id"], reason="A forged letter")
    assert (revoked["state"], revoked["reason"]) == ("REVOKED", "A forged letter")
    record = await people.record(ids[0], ada)
    assert (record["claim"]["state"], record["verification"]["level"]) == ("UNCLAIMED", 1)
    assert record["affiliation"] == {"state": "IMPORTED"}
    # What approves others approves nobody whose claim was revoked.
    await graph.write("MATCH (a:Account {id: $id}) SET a.orcid = $orcid", id=ada.account.id, orcid=ORCID)
    again = await people.do(ada, "claim", id=ids[0])
    assert (again["state"], again["weight"]) == ("PENDING", 100)
    assert (await people.do(moderator, "review", id=again["id"], decision="REJECT"))["state"] == "REJECTED"
    rows = await graph.read(
        "MATCH (e:AuditEvent {kind: 'CLAIM_CHANGED', about: $id}) RETURN e.by, e.details ORDER BY e.at", id=claim["id"]
    )
    acts = [(by == moderator.account.id, details.partition('"act":"')[2].partition('"')[0]) for by, details in rows]
    assert acts == [
        (False, "CLAIM"),
        (True, "REQUEST_EVIDENCE"),
        (False, "ADD_EVIDENCE"),
        (True, "APPROVE"),
        (True, "REVOKE"),
    ]
    history = "query ($id: ID!) { claims(filter: {researcher: $id, states: [REVOKED, REJECTED]}) { totalCount } }"
    assert (await people.ask(moderator, history, id=ids[0])).data["claims"]["totalCount"] == 2


async def test_a_claimant_is_told_what_others_bring_about_and_nothing_else(people: People, ids: list[str]) -> None:
    ada, eve = await people.sign_in("ada@elsewhere.example"), await people.sign_in("eve@elsewhere.example")
    moderator = await people.sign_in("moderator@elsewhere.example", moderator=True)

    async def told(viewer: Viewer) -> list[tuple[str, str]]:
        query = "{ viewer { notifications(unread: true) { nodes { kind detail text about { id } } } } }"
        nodes = (await people.ask(viewer, query)).data["viewer"]["notifications"]["nodes"]
        assert {node["kind"] for node in nodes} <= {"CLAIM_DECIDED"}
        assert all(node["text"].startswith("Your claim ") for node in nodes)
        return [(node["about"]["id"], node["detail"]) for node in nodes]

    claim = await people.do(ada, "claim", id=ids[1])
    assert await told(ada) == []
    await people.do(moderator, "review", id=claim["id"], decision="REQUEST_EVIDENCE", reason="Which Ada?")
    assert await told(ada) == [(claim["id"], "NEEDS_EVIDENCE")]
    await people.do(moderator, "review", id=claim["id"], decision="APPROVE")
    # It had not been read: the latest state is what counts.
    assert await told(ada) == [(claim["id"], "APPROVED")]
    rival = await people.do(eve, "claim", id=ids[1])
    assert (await told(ada), await told(eve)) == ([(claim["id"], "DISPUTED")], [])
    await people.do(moderator, "review", id=rival["id"], decision="APPROVE")
    assert (await told(ada), await told(eve)) == ([(claim["id"], "REVOKED")], [(rival["id"], "APPROVED")])
    await people.do(eve, "withdraw", id=rival["id"])
    assert await told(eve) == [(rival["id"], "APPROVED")]


@pytest.mark.parametrize("act", ["withdraw", "add", "vouch", "review", "revoke"])
async def test_nothing_is_done_to_a_claim_that_has_ended(people: People, ids: list[str], act: str) -> None:
    ada, friend = await people.sign_in("ada@elsewhere.example"), await people.sign_in("friend@elsewhere.example", ORCID)
    moderator = await people.sign_in("moderator@elsewhere.example", moderator=True)
    await people.do(friend, "claim", id=ids[0])
    claim = await people.do(ada, "claim", id=ids[1])
    await people.do(moderator, "review", id=claim["id"], decision="REJECT")
    given: dict[str, Any] = {"review": {"decision": "APPROVE"}, "add": {"input": {"kind": "STATEMENT", "text": "x"}}}
    who = {"vouch": friend, "review": moderator, "revoke": moderator}.get(act, ada)
    refused = await people.do(who, act, id=claim["id"], **given.get(act, {}))
    assert refused["code"] == "CLAIM_STATE"
    assert "REJECTED" in refused["message"]


async def test_nobody_decides_on_their_own_claim(people: People, ids: list[str]) -> None:
    moderator = await people.sign_in("moderator@elsewhere.example", moderator=True)
    claim = await people.do(moderator, "claim", id=ids[0])
    for act in ("review", "revoke"):
        given = {"decision": "APPROVE"} if act == "review" else {}
        assert (await people.do(moderator, act, id=claim["id"], **given))["code"] == "OWN_CLAIM"


def token_in(letters: "Letters") -> str:
    link = letters.sent[-1].link
    assert link is not None
    assert link.startswith("https://site.example/confirm-address#")
    return unquote(link.partition("#")[2])


async def test_an_address_counts_once_its_letter_was_read(people: People, ids: list[str], letters: "Letters") -> None:
    ada, eve = await people.sign_in("ada@elsewhere.example"), await people.sign_in("eve@elsewhere.example")
    claim = await people.do(ada, "claim", id=ids[0])
    given = {"kind": "INSTITUTIONAL_EMAIL", "email": "Ada@Mail.Example.ORG"}
    assert (await people.do(eve, "add", id=claim["id"], input=given))["code"] == "UNKNOWN_ID"
    assert (await people.do(ada, "add", id=claim["id"], input=given))["state"] == "PENDING"
    assert letters.sent[-1].to == "ada@mail.example.org"
    token = token_in(letters)
    assert (await people.do(eve, "confirm", token=token))["code"] == "LINK_INVALID"
    assert (await people.do(ada, "confirm", token=token[:-1] + "~"))["code"] == "LINK_INVALID"
    confirmed = await people.do(ada, "confirm", token=token)
    assert confirmed["weight"] == 50
    assert (await people.do(ada, "confirm", token=token))["code"] == "LINK_USED"
    await people.do(ada, "add", id=claim["id"], input={"kind": "INSTITUTIONAL_EMAIL", "email": "a@notexample.org"})
    assert (await people.do(ada, "confirm", token=token_in(letters)))["code"] == "EVIDENCE_REFUSED"
    # The account's own address needs no letter.
    own = await people.do(ada, "add", id=claim["id"], input={"kind": "INSTITUTIONAL_EMAIL"})
    assert own["code"] == "EVIDENCE_REFUSED"


async def test_a_link_is_void_after_a_day_and_before_it_was_written(
    people: People, ids: list[str], services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await people.sign_in("ada@elsewhere.example")
    claim = await people.do(ada, "claim", id=ids[0])
    token = services.evidence_links.token(ada.account.id, claim["id"], "ada@example.org")
    for days, code in ((2, "LINK_EXPIRED"), (-1, "LINK_INVALID")):
        there = moments.now() + timedelta(days=days)
        monkeypatch.setattr(evidence_links, "now", lambda there=there: there)
        assert (await people.do(ada, "confirm", token=token))["code"] == code
    monkeypatch.undo()
    assert (await people.do(ada, "confirm", token=services.links.token("a@b.example", 0)))["code"] == "LINK_INVALID"


@pytest.mark.parametrize(
    ("act", "given", "code"),
    [
        ("claim", {"id": "w_aaaaaaaaaaaaaaaa"}, "UNKNOWN_ID"),
        ("claim", {"id": "r_aaaaaaaaaaaaaaaa"}, "UNKNOWN_ID"),
        ("claim", {"id": "' OR 1=1 //"}, "UNKNOWN_ID"),
        ("claim", {"note": "x" * 1_001}, "BAD_BOUND"),
        ("claim", {"note": "x" * 200_000}, "BAD_BOUND"),
        ("claim", {"note": "a\u202eb"}, "BAD_BOUND"),
        ("add", {"id": "acc_aaaaaaaaaaaaaaaa", "input": {"kind": "ORCID"}}, "UNKNOWN_ID"),
        ("add", {"input": {"kind": "ORCID"}}, "EVIDENCE_REFUSED"),
        ("add", {"input": {"kind": "STATEMENT"}}, "BAD_BOUND"),
        ("add", {"input": {"kind": "STATEMENT", "text": "x" * 2_001}}, "BAD_BOUND"),
        ("add", {"input": {"kind": "STATEMENT", "url": "javascript:alert(1)"}}, "BAD_BOUND"),
        ("add", {"input": {"kind": "STATEMENT", "url": "https://[bad"}}, "BAD_BOUND"),
        ("add", {"input": {"kind": "INSTITUTIONAL_EMAIL", "email": "a@b\r\nBcc: c@d"}}, "BAD_EMAIL"),
        ("add", {"input": {"kind": "INSTITUTIONAL_EMAIL", "email": "ad\u0430@example.org"}}, "BAD_EMAIL"),
        ("confirm", {"token": "x" * 100_000}, "LINK_INVALID"),
        ("withdraw", {"id": "clm_aaaaaaaaaaaaaaaa"}, "UNKNOWN_ID"),
    ],
)
async def test_bad_input_is_refused_and_nothing_is_done(
    people: People, ids: list[str], *, act: str, given: dict[str, Any], code: str
) -> None:
    ada = await people.sign_in("ada@elsewhere.example")
    claim = await people.do(ada, "claim", id=ids[1]) if act == "add" else {"id": ids[0]}
    counted = "MATCH (n) WHERE n:Claim OR n:Evidence OR n:AuditEvent OR n:UsedLink RETURN count(n)"
    before = await people.graph.read(counted)
    variables = given if act == "confirm" else {"id": claim["id"], **given}
    assert (await people.do(ada, act, **variables))["code"] == code
    assert await people.graph.read(counted) == before


async def test_an_account_has_ten_claims_that_wait(people: People, ids: list[str], graph: Graph) -> None:
    ada = await people.sign_in("ada@elsewhere.example")
    for id_ in ids:
        await people.do(ada, "claim", id=id_)
    extra = ["r_" + letter * 16 for letter in "cd"]
    await graph.write("UNWIND $ids AS id CREATE (:Researcher:ExtraRecord {id: id, name: id})", ids=extra)
    try:
        assert (await people.do(ada, "claim", id=extra[0]))["state"] == "PENDING"
        assert (await people.do(ada, "claim", id=extra[1]))["code"] == "TOO_MANY_CLAIMS"
    finally:
        await graph.write("MATCH (n:ExtraRecord) DETACH DELETE n")


async def test_a_hundred_claims_at_once_by_one_account_are_one(people: People, ids: list[str], graph: Graph) -> None:
    ada = await people.sign_in("ada@example.org", ORCID)
    turns = asyncio.Semaphore(25)

    async def claim() -> dict[str, Any]:
        async with turns:
            return await people.do(ada, "claim", id=ids[0])

    # The limit of attempts is another matter.
    made = [each for each in await asyncio.gather(*(claim() for _ in range(100))) if "id" in each]
    assert len(made) >= 45
    assert len({each["id"] for each in made}) == 1
    rows = await graph.read("MATCH (c:Claim)-[:CLAIMS]->(r) MATCH (a)-[:OWNS]->(r) RETURN c.state, count(a)")
    assert rows == [["APPROVED", 1]]
    made_events = "MATCH (e:AuditEvent {kind: 'CLAIM_CHANGED', by: $id}) RETURN count(e)"
    assert await graph.read(made_events, id=ada.account.id) == [[2]]


async def test_of_many_who_claim_one_record_at_once_all_are_disputed_and_one_is_approved(
    people: People, ids: list[str], graph: Graph
) -> None:
    viewers = [await people.sign_in(f"many{number}@elsewhere.example") for number in range(8)]
    claims = await asyncio.gather(*(people.do(viewer, "claim", id=ids[0]) for viewer in viewers))
    assert {row[0] for row in await graph.read("MATCH (c:Claim) RETURN c.state")} == {"DISPUTED"}
    moderator = await people.sign_in("moderator@elsewhere.example", moderator=True)
    decided = await asyncio.gather(
        *(people.do(moderator, "review", id=each["id"], decision="APPROVE") for each in claims)
    )
    assert sum(each.get("state") == "APPROVED" for each in decided) == 1
    states = [row[0] for row in await graph.read("MATCH (c:Claim) RETURN c.state ORDER BY c.state")]
    assert states == ["APPROVED", *["REJECTED"] * 7]
    assert await graph.read("MATCH (:Account)-[o:OWNS]->(r {id: $id}) RETURN count(o)", id=ids[0]) == [[1]]


async def test_with_an_account_its_claims_and_vouches_go(people: People, ids: list[str], graph: Graph) -> None:
    ada, bob = await people.sign_in("ada@elsewhere.example", ORCID), await people.sign_in("bob@example.org")
    await people.do(ada, "claim", id=ids[0])
    claim = await people.do(bob, "claim", id=ids[1])
    await people.do(ada, "vouch", id=claim["id"])
    assert (await people.ask(bob, SEEN, id=claim["id"])).data["node"]["weight"] == 80
    delete = "mutation { deleteAccount { __typename } }"
    assert (await people.ask(ada, delete)).data["deleteAccount"]["__typename"] == "AccountDeleted"
    assert (await people.ask(bob, SEEN, id=claim["id"])).data["node"]["weight"] == 50
    record = await people.record(ids[0])
    assert (record["claim"]["state"], record["verification"]["level"]) == ("UNCLAIMED", 1)
    assert await graph.read("MATCH (c:Claim) RETURN count(c)") == [[1]]


async def test_no_number_of_fake_accounts_raises_the_trust_in_a_record(people: People, ids: list[str]) -> None:
    target, friend = ids[1], ids[0]
    before = await people.record(target)
    # They have ORCID iDs and addresses, of their own; they claim, vouch for each other, follow, and bring statements.
    fakes = [await people.sign_in(f"fake{n}@farm.example", f"0000-0003-0000-000{n}") for n in range(4)]
    claims = []
    for fake in fakes:
        claims.append(await people.do(fake, "claim", id=target))
        await people.do(fake, "claim", id=friend)
        follow = "mutation ($id: ID!) { follow(id: $id) { __typename } }"
        assert (await people.ask(fake, follow, id=target)).data["follow"]["__typename"] == "Followed"
    for fake in fakes:
        for claim in claims:
            await people.do(fake, "vouch", id=claim["id"])
            for evidence in (
                {"kind": "ORCID"},
                {"kind": "INSTITUTIONAL_EMAIL"},
                {"kind": "STATEMENT", "text": "It is me"},
            ):
                await people.do(fake, "add", id=claim["id"], input=evidence)
    # One colleague with a true mailbox at the institution is not the author either.
    colleague = await people.sign_in("colleague@example.org")
    assert (await people.do(colleague, "claim", id=target))["state"] == "DISPUTED"
    after = await people.record(target)
    assert after["trust"] == before["trust"]
    assert after["verification"] == before["verification"]
    assert after["claim"] == {"state": "DISPUTED"}
