"""Similar, prior and derivative works as the API gives them."""

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import SmallGraph


def shared_topics(g: "SmallGraph", work: int) -> dict[str, int]:
    """How many topics each other work shares with one, by id."""
    counts = {g.works[other]["id"]: len(g.topics_of(work) & g.topics_of(other)) for other in range(24)}
    return {id_: count for id_, count in counts.items() if count and id_ != g.works[work]["id"]}


async def test_pages_of_similar_works_are_in_the_order_of_score_title_and_id(
    ask: "Ask", small_graph: "SmallGraph"
) -> None:
    g = small_graph
    titles = {row["id"]: row["plainTitle"] for row in g.works}
    read: list[dict[str, Any]] = []
    after = None
    while after is not None or not read:
        answer = await ask(
            """query($after: String) { work(by: {slug: "small-work-5"}) {
                 similar(methods: [SHARED_TOPICS], first: 3, after: $after) {
                   totalCount pageInfo { hasNextPage endCursor }
                   edges { score node { id } evidence { method shared score } } } } }""",
            after=after,
        )
        assert answer.errors == []
        page = answer.data["work"]["similar"]
        read += page["edges"]
        after = page["pageInfo"]["endCursor"] if page["pageInfo"]["hasNextPage"] else None
    assert {edge["node"]["id"]: edge["evidence"][0]["shared"] for edge in read} == shared_topics(g, 5)
    assert page["totalCount"] == len(read)
    # Many works share as many topics of as many: their titles decide, by code point.
    keys = [(-edge["score"], titles[edge["node"]["id"]], edge["node"]["id"]) for edge in read]
    assert keys == sorted(keys)
    assert len({key[0] for key in keys}) < len(keys) / 2


async def test_related_works_of_many_works_are_a_call_for_each_field(ask: "Ask", small_graph: "SmallGraph") -> None:
    answer = await ask(
        """{ topic(by: {slug: "small-topic-0"}) { works(first: 24) { nodes {
               similar(first: 3) { edges { node { title } } }
               priorWorks(first: 3) { edges { links } }
               derivativeWorks(first: 3) { edges { links } } } } } }"""
    )
    assert answer.errors == []
    # The topic with its works, and the three fields.
    assert len(answer.calls) == 4
    ids = [work["id"] for work in small_graph.works[:9]]
    one = await ask("query($ids: [ID!]!) { similarWorks(to: $ids) { nodes { title } } }", ids=ids)
    assert len(one.calls) == 1


async def test_works_that_nobody_knows_are_null_and_some_of_many_are_named(
    ask: "Ask", small_graph: "SmallGraph"
) -> None:
    unknown = "w_aaaaaaaaaaaaaaaa"
    answer = await ask(
        """query($unknown: ID!, $known: ID!) {
             none: similarWorks(to: [$unknown]) { totalCount }
             some: similarWorks(to: [$known, $unknown, $known]) { totalCount missing }
             nothing: similarWorks(to: [$known], methods: []) { totalCount edges { cursor } } }""",
        unknown=unknown,
        known=small_graph.works[0]["id"],
    )
    assert answer.errors == []
    assert answer.data["none"] is None
    assert answer.data["some"]["missing"] == [unknown]
    assert answer.data["some"]["totalCount"] > 0
    assert answer.data["nothing"] == {"totalCount": 0, "edges": []}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ("to: []", "BAD_BOUND", "`to` may hold 1 to 100 ids, not 0"),
        ('to: ["r_aaaaaaaaaaaaaaaa"]', "BAD_ID", "is not the id of a work"),
        ('to: ["everything"]', "BAD_ID", "is not an id"),
        ('to: ["w_aaaaaaaaaaaaaaaa"], first: 1001', "BAD_BOUND", "`first`"),
        ('to: ["w_aaaaaaaaaaaaaaaa"], after: "x"', "BAD_CURSOR", "`after`"),
    ],
)
async def test_arguments_that_cannot_be_are_coded_errors(ask: "Ask", arguments: str, code: str, said: str) -> None:
    answer = await ask(f"{{ similarWorks({arguments}) {{ totalCount }} }}")
    assert (answer.data, answer.codes) == ({"similarWorks": None}, [code])
    assert said in answer.errors[0]["message"]
    assert answer.calls == []


async def test_more_than_a_hundred_works_are_too_many(ask: "Ask") -> None:
    ids = [f"w_{'a' * 14}{a}{b}" for a in "abcdefghijk" for b in "abcdefghij"][:101]
    answer = await ask("query($ids: [ID!]!) { similarWorks(to: $ids) { totalCount } }", ids=ids)
    assert (answer.data, answer.codes) == ({"similarWorks": None}, ["BAD_BOUND"])


async def test_a_cursor_of_one_list_of_related_works_is_refused_by_another(
    ask: "Ask", small_graph: "SmallGraph"
) -> None:
    answer = await ask('{ work(by: {slug: "small-work-12"}) { priorWorks(first: 1) { pageInfo { endCursor } } } }')
    cursor = answer.data["work"]["priorWorks"]["pageInfo"]["endCursor"]
    answer = await ask(
        'query($c: String!) { work(by: {slug: "small-work-12"}) { '
        "priorWorks(after: $c) { totalCount } derivativeWorks(after: $c) { totalCount } } }",
        c=cursor,
    )
    assert answer.codes == ["BAD_CURSOR"]
    assert answer.data["work"]["derivativeWorks"] is None
    assert answer.data["work"]["priorWorks"]["totalCount"] > 0
