"""Who may be the same person as a researcher."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

import pytest

from graphdb.graph import Graph
from graphdb.look_alikes.names import NameMatch
from graphdb.look_alikes.score import Evidence, score
from graphdb.text import name_key

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import SmallGraph

FIELDS = (
    "{ researcher { id } score evidence { name sharedCoauthors sharedInstitutions sharedTopics sharedSources "
    "contradictions } }"
)


async def test_a_look_alike_comes_with_the_evidence_of_the_graph(ask: "Ask", small_graph: "SmallGraph") -> None:
    g = small_graph
    answer = await ask(f'{{ researcher(by: {{slug: "small-person-4"}}) {{ possibleDuplicates {FIELDS} }} }}')
    assert answer.errors == []

    def near(r: int) -> set[int]:
        return {c["a"] + c["b"] - r for c in g.collaborations if r in (c["a"], c["b"])}

    def of(r: int, rows: Any) -> set[int]:
        return {thing for w, thing in rows if w in g.works_of(r)}

    topics = [(row["w"], row["t"]) for row in g.about]
    venues = [(w, s) for w, s in g.published if g.sources[s]["kind"] != "archive"]
    # Person 0 has the same name, but wrote works with this one.
    [found] = answer.data["researcher"]["possibleDuplicates"]
    assert found["researcher"]["id"] == g.researchers[7]["id"]
    institutions = [{a["i"] for a in g.affiliations if a["r"] == r} for r in (4, 7)]
    assert found["evidence"] == {
        "name": "SAME_INITIALS",
        "sharedCoauthors": len(near(4) & near(7)),
        "sharedInstitutions": len(institutions[0] & institutions[1]),
        "sharedTopics": len(of(4, topics) & of(7, topics)),
        "sharedSources": len(of(4, venues) & of(7, venues)),
        "contradictions": ["openalex"],
    }
    assert found["evidence"]["sharedCoauthors"] > 0
    evidence = Evidence(
        NameMatch.SAME_INITIALS,
        len(near(4) & near(7)),
        len(institutions[0] & institutions[1]),
        len(of(4, topics) & of(7, topics)),
        len(of(4, venues) & of(7, venues)),
        ("openalex",),
    )
    assert found["score"] == score(evidence, name_key(g.researchers[4]["name"]))
    # Researcher and list.
    assert len(answer.calls) == 2


async def test_the_lists_of_many_are_one_call(ask: "Ask", small_graph: "SmallGraph") -> None:
    slugs = [person["slug"] for person in small_graph.researchers]
    fields = " ".join(
        f'p{i}: researcher(by: {{slug: "{slug}"}}) {{ id possibleDuplicates(first: {1 + i}) {FIELDS} }}'
        for i, slug in enumerate(slugs)
    )
    answer = await ask(f"{{ {fields} }}")
    assert answer.errors == []
    assert len(answer.calls) == 2
    for person in answer.data.values():
        ids = [each["researcher"]["id"] for each in person["possibleDuplicates"]]
        assert len(ids) == len(set(ids))
        assert person["id"] not in ids
    pairs = {
        (person["id"], each["researcher"]["id"])
        for person in answer.data.values()
        for each in person["possibleDuplicates"]
    }
    assert pairs == {(b, a) for a, b in pairs}


@pytest.mark.parametrize("first", [0, 51, -1])
async def test_a_length_out_of_bounds_is_refused_by_name(ask: "Ask", small_graph: "SmallGraph", first: int) -> None:
    answer = await ask(
        f'{{ researcher(by: {{slug: "small-person-4"}}) {{ id possibleDuplicates(first: {first}) {FIELDS} }} }}'
    )
    assert answer.codes == ["BAD_BOUND"]
    assert "1 to 50" in answer.errors[0]["message"]
    assert answer.data["researcher"]["possibleDuplicates"] is None


PEOPLE = {
    "r_bare222222222222": ("Jane Quux", ["Jane Smythe"]),
    "r_bare333333333333": ("J. Quux", []),
    "r_bare444444444444": ("Jane Quux", []),
    "r_bare555555555555": ("Jim Quux", []),
    "r_bare666666666666": ("Jane A. Smythe", []),
    "r_bare777777777777": ("Hub Person", []),
    "r_barebbbbbbbbbbbb": ("Janet Quux", []),
}


@pytest.fixture
async def namesakes(graph: Graph) -> AsyncIterator[None]:
    """People of similar names, most of whom worked with one."""
    rows = [
        {"id": id_, "slug": id_, "name": name, "nameKey": name_key(name), "nameVariants": variants}
        for id_, (name, variants) in PEOPLE.items()
    ]
    async with graph._driver.session() as session:
        await (await session.run("UNWIND $rows AS row CREATE (n:Researcher:Bare) SET n = row", rows=rows)).consume()
        await (
            await session.run(
                "MATCH (hub:Bare {id: 'r_bare777777777777'}), (n:Bare) WHERE n <> hub AND n.id <> 'r_bare444444444444' "
                "CREATE (hub)-[:COLLABORATED_WITH {works: 1, weight: 1.0}]->(n)"
            )
        ).consume()
    yield
    async with graph._driver.session() as session:
        await (await session.run("MATCH (n:Bare) DETACH DELETE n")).consume()


async def test_names_that_may_be_short_for_another_are_found_through_collaborators(
    ask: "Ask", graph: Graph, namesakes: None
) -> None:
    query = '{ researcher(by: {id: "%s"}) { possibleDuplicates { score researcher { name } evidence { name } } } }'

    async def found(id_: str) -> list[tuple[str, str]]:
        answer = await ask(query % id_)
        assert answer.errors == []
        listed = answer.data["researcher"]["possibleDuplicates"]
        assert [each["score"] for each in listed] == sorted((each["score"] for each in listed), reverse=True)
        return [(each["researcher"]["name"], each["evidence"]["name"]) for each in listed]

    # A full name that few have is worth as much as a spelling and a collaborator; of equals the name decides.
    assert await found("r_bare222222222222") == [
        ("Jane A. Smythe", "VARIANT"),
        ("Jane Quux", "SAME"),
        ("J. Quux", "INITIALS"),
    ]
    assert await found("r_bare333333333333") == [
        ("Jane Quux", "INITIALS"),
        ("Janet Quux", "INITIALS"),
        ("Jim Quux", "INITIALS"),
    ]
    async with graph._driver.session() as session:
        # A moderator has looked: these are two people.
        await (
            await session.run(
                "MATCH (a:Bare {id: 'r_bare222222222222'}), (b:Bare {id: 'r_bare444444444444'}) "
                "CREATE (d:IdentityDecision:Bare {id: 'd_bare', number: -1, kind: 'SPLIT'}) "
                "CREATE (a)<-[:KEEPS]-(d)-[:SPLITS_OFF]->(b)"
            )
        ).consume()
    assert ("Jane Quux", "SAME") not in await found("r_bare222222222222")
