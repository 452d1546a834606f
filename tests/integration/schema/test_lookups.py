"""Entities by every name that they have or had."""

from typing import TYPE_CHECKING

import pytest

from graphdb.ids import node_id

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import SmallGraph

UNKNOWN = "r_" + "z" * 16


@pytest.mark.parametrize(
    ("kind", "by"),
    [
        ("researcher", 'slug: "small-person-0"'),
        ("researcher", 'slug: "small-person-renamed"'),
        ("researcher", 'orcid: "0000-0002-1825-0097"'),
        ("researcher", 'orcid: "https://orcid.org/0000-0002-1825-0097"'),
        ("researcher", 'openAlex: "https://openalex.org/A5000000001"'),
        ("researcher", 'dblp: "homepages/00/1"'),
        ("researcher", 'semanticScholar: "100000001"'),
        ("work", 'slug: "small-work-0"'),
        ("work", 'slug: "small-work-renamed"'),
        ("work", 'doi: "10.5555/SMALL.0"'),
        ("work", 'doi: "https://doi.org/10.5555/small.0"'),
        ("work", 'arxiv: "2108.99999"'),
        ("work", 'arxiv: "arXiv:2108.99999v3"'),
        ("work", 'arxiv: "https://arxiv.org/abs/2108.99999v1"'),
        ("work", 'openAlex: "w5000000001"'),
        ("work", 'acl: "https://aclanthology.org/Z99-1001/"'),
        ("work", 'dblp: "conf/small/0"'),
        ("topic", 'slug: "small-topic-0"'),
        ("topic", 'slug: "small-topic-renamed"'),
        ("institution", 'slug: "small-institution-renamed"'),
        ("institution", 'ror: "https://ror.org/03yrm5c26"'),
        ("institution", 'ror: "03YRM5C26"'),
        ("source", 'slug: "small-source-renamed"'),
    ],
)
async def test_an_entity_answers_to_each_of_its_names_however_it_is_written(
    ask: "Ask", small_graph: "SmallGraph", kind: str, by: str
) -> None:
    rows = getattr(small_graph, f"{kind}s")
    answer = await ask(f"{{ {kind}(by: {{{by}}}) {{ id slug }} }}")
    assert answer.errors == []
    assert answer.data[kind] == {"id": rows[0]["id"], "slug": rows[0]["slug"]}
    assert len(answer.calls) == 1


@pytest.mark.parametrize("kind", ["researcher", "work", "topic", "institution", "source"])
async def test_an_entity_answers_to_its_id_and_not_to_that_of_another_kind(
    ask: "Ask", small_graph: "SmallGraph", kind: str
) -> None:
    id_ = getattr(small_graph, f"{kind}s")[0]["id"]
    other = small_graph.topics[1]["id"] if kind != "topic" else small_graph.works[1]["id"]
    text = f"query($a: ID!, $b: ID!) {{ own: {kind}(by: {{id: $a}}) {{ id }} other: {kind}(by: {{id: $b}}) {{ id }} }}"
    answer = await ask(text, a=id_, b=other)
    assert answer.data == {"own": {"id": id_}, "other": None}
    assert answer.codes == ["BAD_ID"]
    assert kind in answer.errors[0]["message"].lower()
    assert len(answer.calls) == 1


@pytest.mark.parametrize(
    ("kind", "by"),
    [
        ("researcher", 'slug: "nobody"'),
        ("researcher", 'slug: ""'),
        ("researcher", 'orcid: "no ORCID"'),
        ("researcher", f'id: "{UNKNOWN}"'),
        ("work", 'doi: "10.5555/unknown"'),
        ("work", 'doi: "small-work-0"'),
        ("work", 'slug: "small-person-0"'),
    ],
)
async def test_an_unknown_name_is_null_and_no_error(ask: "Ask", small_graph: "SmallGraph", kind: str, by: str) -> None:
    answer = await ask(f"{{ {kind}(by: {{{by}}}) {{ id }} }}")
    assert (answer.data, answer.errors) == ({kind: None}, [])


async def test_ids_of_merged_entities_answer_with_the_entity_that_they_are_part_of(
    ask: "Ask", small_graph: "SmallGraph"
) -> None:
    old_person = node_id("Researcher", "small-graph", "merged away")
    old_work = node_id("Work", "small-graph", "merged away")
    text = """query($r: ID!, $w: ID!) {
      node(id: $r) { id } nodes(ids: [$w, $r]) { id } researcher(by: {id: $r}) { id } work(by: {id: $w}) { id }
    }"""
    answer = await ask(text, r=old_person, w=old_work)
    person, work = small_graph.researchers[0]["id"], small_graph.works[0]["id"]
    assert answer.errors == []
    assert answer.data == {
        "node": {"id": person},
        "nodes": [{"id": work}, {"id": person}],
        "researcher": {"id": person},
        "work": {"id": work},
    }


async def test_nodes_keep_the_order_of_the_ids_and_fail_one_by_one(ask: "Ask", small_graph: "SmallGraph") -> None:
    g = small_graph
    ids = [g.works[3]["id"], UNKNOWN, g.topics[2]["id"], "nonsense", g.sources[1]["id"], g.works[3]["id"]]
    ids += [g.researchers[5]["id"], g.institutions[4]["id"]]
    answer = await ask("query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", ids=ids)
    assert [node and node["id"] for node in answer.data["nodes"]] == [
        None if id_ in {UNKNOWN, "nonsense"} else id_ for id_ in ids
    ]
    assert [node["__typename"] for node in answer.data["nodes"] if node] == [
        "Work",
        "Topic",
        "Source",
        "Work",
        "Researcher",
        "Institution",
    ]
    assert [(error["path"], error["extensions"]["code"]) for error in answer.errors] == [(["nodes", 3], "BAD_ID")]


WORKS_BY_IDS = """query($by: [WorkLookup!]!) {
  worksByIds(by: $by) {
    __typename
    ... on WorkFound { work { id } }
    ... on WorkMerged { from work { id } }
    ... on WorkNotFound { by { scheme value } message }
  }
}"""


async def test_works_by_ids_answer_one_by_one_in_their_order_in_one_call(ask: "Ask", small_graph: "SmallGraph") -> None:
    works = small_graph.works
    merged = node_id("Work", "small-graph", "merged away")
    by = [
        {"id": works[3]["id"]},
        {"doi": "https://doi.org/10.5555/SMALL.0"},
        {"doi": "10.5555/unknown"},
        {"id": merged},
        {"slug": "small-work-renamed"},
        {"id": "nonsense"},
        {"id": small_graph.topics[0]["id"]},
        {"openAlex": "W1 or so"},
        {"slug": ""},
        {"arxiv": "2108.99999v2"},
        {"id": works[3]["id"]},
        {"id": "w_" + "z" * 16},
    ]
    answer = await ask(WORKS_BY_IDS, by=by)
    assert answer.errors == []

    def found(index: int) -> dict[str, object]:
        return {"__typename": "WorkFound", "work": {"id": works[index]["id"]}}

    def not_found(scheme: str, value: str, message: str) -> dict[str, object]:
        return {"__typename": "WorkNotFound", "by": {"scheme": scheme, "value": value}, "message": message}

    assert answer.data["worksByIds"] == [
        found(3),
        found(0),
        not_found("doi", "10.5555/unknown", "No work has this doi."),
        {"__typename": "WorkMerged", "from": merged, "work": {"id": works[0]["id"]}},
        found(0),
        not_found("id", "nonsense", "This cannot be the id of a work."),
        not_found("id", small_graph.topics[0]["id"], "This cannot be the id of a work."),
        not_found("openAlex", "W1 or so", "This cannot be the openAlex of a work."),
        not_found("slug", "", "This cannot be the slug of a work."),
        found(0),
        found(3),
        not_found("id", "w_" + "z" * 16, "No work has this id."),
    ]
    assert len(answer.calls) == 1


async def test_works_by_ids_takes_a_hundred_names_and_none_at_all(ask: "Ask", small_graph: "SmallGraph") -> None:
    by = [{"slug": f"small-work-{i}"} for i in range(100)]
    answer = await ask(WORKS_BY_IDS, by=by)
    assert [result["__typename"] for result in answer.data["worksByIds"]] == ["WorkFound"] * 24 + ["WorkNotFound"] * 76
    nothing = await ask(WORKS_BY_IDS, by=[])
    assert (nothing.data, nothing.errors, nothing.calls) == ({"worksByIds": []}, [], [])
    more = await ask(WORKS_BY_IDS, by=[*by, by[0]])
    assert (more.data, more.codes) == ({"worksByIds": None}, ["BAD_BOUND"])
    assert "100" in more.errors[0]["message"]


async def test_a_permalink_names_the_kind_and_the_slug(ask: "Ask", small_graph: "SmallGraph") -> None:
    answer = await ask(
        """{ researcher(by: {slug: "small-person-1"}) { url } work(by: {slug: "small-work-1"}) { url }
             topic(by: {slug: "small-topic-1"}) { url } institution(by: {slug: "small-institution-1"}) { url }
             source(by: {slug: "small-source-1"}) { url } }"""
    )
    assert {kind: entity["url"] for kind, entity in answer.data.items()} == {
        "researcher": "https://site.example/researchers/small-person-1",
        "work": "https://site.example/works/small-work-1",
        "topic": "https://site.example/topics/small-topic-1",
        "institution": "https://site.example/institutions/small-institution-1",
        "source": "https://site.example/sources/small-source-1",
    }
