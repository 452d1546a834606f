"""Every list, in every order, read forward and backward in small pages, equals the sorted truth."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, LiteralString

import pytest

from graphdb.graph import Graph

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import Row, SmallGraph

WORK_FIELDS = {"YEAR": "sortYear", "CITATIONS": "citationCount", "TITLE": "plainTitle", "IMPORTED": "importedAt"}
PERSON_FIELDS = {"NAME": "name", "WORKS": "worksCount", "CITATIONS": "citationCount", "H_INDEX": "hIndex"}
ENTITY_FIELDS = {"NAME": "name", "WORKS": "worksCount", "CITATIONS": "citationCount"}
KINDS = {
    "works": ("Work", "plainTitle", WORK_FIELDS),
    "researchers": ("Researcher", "name", PERSON_FIELDS),
    "topics": ("Topic", "name", ENTITY_FIELDS),
    "institutions": ("Institution", "name", ENTITY_FIELDS),
    "sources": ("Source", "name", ENTITY_FIELDS),
}


def in_order(rows: "Iterable[Row]", key: str, descending: bool, tie: str) -> list[str]:
    """Ids by the key in its direction, then by the tie and the id, both ascending."""
    by_ties = sorted(rows, key=lambda row: (row[tie], row["id"]))
    return [row["id"] for row in sorted(by_ties, key=lambda row: row[key], reverse=descending)]


async def read_all(ask: "Ask", page: Callable[[str], str], path: list[str], size: int, backward: bool) -> list[str]:
    """The ids of a whole list, read page by page; `page` makes an operation from the arguments of the list."""
    ids: list[str] = []
    cursor = None
    while True:
        arguments = f"last: {size}" if backward else f"first: {size}"
        if cursor is not None:
            arguments += f', before: "{cursor}"' if backward else f', after: "{cursor}"'
        answer = await ask(page(arguments))
        assert answer.errors == []
        connection = answer.data
        for name in path:
            connection = connection[name]
        found = [edge["node"]["id"] for edge in connection["edges"]]
        assert found == [node["id"] for node in connection["nodes"]]
        info = connection["pageInfo"]
        cursors = [edge["cursor"] for edge in connection["edges"]]
        assert (info["startCursor"], info["endCursor"]) == ((cursors[0], cursors[-1]) if cursors else (None, None))
        ahead, behind = ("hasPreviousPage", "hasNextPage") if backward else ("hasNextPage", "hasPreviousPage")
        assert info[behind] is (cursor is not None)
        ids = found + ids if backward else ids + found
        if not info[ahead]:
            assert connection["totalCount"] == len(ids)
            return ids
        assert len(found) == size
        cursor = info["startCursor"] if backward else info["endCursor"]


CONNECTION = (
    "{ totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } "
    "edges { cursor node { id } } nodes { id } }"
)
ALL_NODES: dict[str, LiteralString] = {
    "Work": "MATCH (n:Work) RETURN n{.*}",
    "Researcher": "MATCH (n:Researcher) RETURN n{.*}",
    "Topic": "MATCH (n:Topic) RETURN n{.*}",
    "Institution": "MATCH (n:Institution) RETURN n{.*}",
    "Source": "MATCH (n:Source) RETURN n{.*}",
}
WAYS = ["forward", "backward"]


@pytest.mark.parametrize("order", ["ASC forward", "DESC forward", "DESC backward"])
@pytest.mark.parametrize("field", [f"{name}.{field}" for name, (_, _, fields) in KINDS.items() for field in fields])
async def test_a_root_list_read_in_pages_is_the_sorted_list_of_all_nodes(
    ask: "Ask", graph: Graph, small_graph: "SmallGraph", field: str, order: str
) -> None:
    name, field = field.split(".")
    label, tie, fields = KINDS[name]
    direction, way = order.split()
    rows = [row for (row,) in await graph.read(ALL_NODES[label])]
    assert {row["id"] for row in getattr(small_graph, name)} <= {row["id"] for row in rows}

    def page(arguments: str) -> str:
        return f"{{ {name}({arguments}, orderBy: {{field: {field}, direction: {direction}}}) {CONNECTION} }}"

    read = await read_all(ask, page, [name], max(5, len(rows) // 7), way == "backward")
    assert read == in_order(rows, fields[field], direction == "DESC", tie)


def nested_lists(g: "SmallGraph") -> dict[str, tuple[str, "list[Row]"]]:
    """Type and field: the slug of a parent, and the rows that its list holds."""
    topics_of_0 = sorted({t for w in g.works_of(0) for t in g.topics_of(w)})
    people_about_1 = sorted({r for w in g.works_about(1) for r in g.authors_of(w)})
    people_in_2 = sorted({r for w in g.works_in(2) for r in g.authors_of(w)})
    return {
        "researcher.works": ("small-person-0", [g.works[w] for w in g.works_of(0)]),
        "researcher.topics": ("small-person-0", [g.topics[t] for t in topics_of_0]),
        "researcher.institutions": (
            "small-person-0",
            [g.institutions[a["i"]] for a in g.affiliations if a["r"] == 0],
        ),
        "work.references": ("small-work-23", [g.works[c] for citing, c in g.cites if citing == 23]),
        "work.citedBy": ("small-work-0", [g.works[citing] for citing, c in g.cites if c == 0]),
        "topic.works": ("small-topic-1", [g.works[w] for w in g.works_about(1)]),
        "topic.researchers": ("small-topic-1", [g.researchers[r] for r in people_about_1]),
        "topic.narrower": ("small-topic-0", g.topics[1:]),
        "topic.broader": ("small-topic-3", g.topics[:1]),
        "institution.works": ("small-institution-0", [g.works[w] for w in g.works_at(0)]),
        "institution.researchers": (
            "small-institution-4",
            [g.researchers[a["r"]] for a in g.affiliations if a["i"] == 4],
        ),
        "institution.children": ("small-institution-0", g.institutions[1:]),
        "institution.parents": ("small-institution-3", g.institutions[:1]),
        "source.works": ("small-source-2", [g.works[w] for w in g.works_in(2)]),
        "source.researchers": ("small-source-2", [g.researchers[r] for r in people_in_2]),
    }


ROW_KINDS = {
    "references": "works",
    "citedBy": "works",
    "broader": "topics",
    "narrower": "topics",
    "parents": "institutions",
    "children": "institutions",
}


# Every order of one list of each kind, and one order of every other list.
NESTED = [
    *[("researcher.works", field) for field in WORK_FIELDS],
    *[("topic.researchers", field) for field in PERSON_FIELDS],
    *[("topic.narrower", field) for field in ENTITY_FIELDS],
    ("researcher.topics", "NAME"),
    ("researcher.institutions", "WORKS"),
    ("work.references", "TITLE"),
    ("work.citedBy", "YEAR"),
    ("topic.works", "CITATIONS"),
    ("topic.broader", "NAME"),
    ("institution.works", "YEAR"),
    ("institution.researchers", "NAME"),
    ("institution.children", "NAME"),
    ("institution.parents", "WORKS"),
    ("source.works", "TITLE"),
    ("source.researchers", "WORKS"),
]


@pytest.mark.parametrize("order", ["ASC backward", "DESC forward"])
@pytest.mark.parametrize(("name", "field"), NESTED)
async def test_a_nested_list_read_in_pages_is_the_sorted_truth(
    ask: "Ask", small_graph: "SmallGraph", name: str, field: str, order: str
) -> None:
    slug, rows = nested_lists(small_graph)[name]
    root, list_name = name.split(".")
    direction, way = order.split()
    _, tie, fields = KINDS[ROW_KINDS.get(list_name, list_name)]
    assert rows

    def page(arguments: str) -> str:
        order_by = f"orderBy: {{field: {field}, direction: {direction}}}"
        return f'{{ {root}(by: {{slug: "{slug}"}}) {{ {list_name}({arguments}, {order_by}) {CONNECTION} }} }}'

    read = await read_all(ask, page, [root, list_name], 3, way == "backward")
    assert read == in_order(rows, fields[field], direction == "DESC", tie)


async def test_lists_without_an_order_show_the_newest_works_and_the_most_prolific_people_first(
    ask: "Ask", small_graph: "SmallGraph"
) -> None:
    g = small_graph
    answer = await ask(
        """{
          researcher(by: {slug: "small-person-0"}) { works(first: 100) { nodes { id } } }
          topic(by: {slug: "small-topic-0"}) { researchers { nodes { id } } narrower { nodes { id } } }
        }"""
    )
    works = [g.works[w] for w in g.works_of(0)]
    assert [n["id"] for n in answer.data["researcher"]["works"]["nodes"]] == in_order(
        works, "sortYear", True, "plainTitle"
    )
    people = [g.researchers[r] for r in {r for w in g.works_about(0) for r in g.authors_of(w)}]
    assert [n["id"] for n in answer.data["topic"]["researchers"]["nodes"]] == in_order(
        people, "worksCount", True, "name"
    )
    assert [n["id"] for n in answer.data["topic"]["narrower"]["nodes"]] == in_order(
        g.topics[1:], "worksCount", True, "name"
    )


@pytest.mark.parametrize("backward", [False, True], ids=WAYS)
async def test_lists_with_an_order_of_their_own_read_in_pages_are_the_sorted_truth(
    ask: "Ask", small_graph: "SmallGraph", backward: bool
) -> None:
    g = small_graph

    def page_of(root: str, slug: str, name: str, node: str = "id") -> Callable[[str], str]:
        connection = CONNECTION.replace("node { id }", f"node {{ {node} }}").replace(
            "nodes { id }", f"nodes {{ {node} }}"
        )
        return lambda arguments: f'{{ {root}(by: {{slug: "{slug}"}}) {{ {name}({arguments}) {connection} }} }}'

    mine = [c for c in g.collaborations if 0 in (c["a"], c["b"])]
    people = {g.researchers[c["b"] if c["a"] == 0 else c["a"]]["id"]: c for c in mine}
    names = {row["id"]: row["name"] for row in g.researchers}
    strongest = sorted(people, key=lambda id_: (-people[id_]["weight"], names[id_], id_))
    page = page_of("researcher", "small-person-0", "collaborators")
    assert await read_all(ask, page, ["researcher", "collaborators"], 2, backward) == strongest

    about = {g.topics[row["t"]]["id"]: row for row in g.about if row["w"] == 1}
    topic_names = {row["id"]: row["name"] for row in g.topics}
    best = sorted(about, key=lambda t: (not about[t]["primary"], -about[t]["score"], topic_names[t], t))
    page = page_of("work", "small-work-1", "topics")
    assert await read_all(ask, page, ["work", "topics"], 1, backward) == best

    crowded = max(range(24), key=lambda w: len(g.authors_of(w)))
    authors = sorted((row for row in g.authored if row["w"] == crowded), key=lambda row: row["position"])
    assert len(authors) > 2

    def authorships(arguments: str) -> str:
        return page_of("work", f"small-work-{crowded}", "authorships", "id: position")(arguments)

    positions: Any = await read_all(ask, authorships, ["work", "authorships"], 1, backward)
    assert positions == [row["position"] for row in authors]


async def test_collaborators_can_be_limited_to_those_who_share_enough_and_lately(
    ask: "Ask", small_graph: "SmallGraph"
) -> None:
    g = small_graph
    mine = [c for c in g.collaborations if 0 in (c["a"], c["b"])]
    least, year = sorted(c["works"] for c in mine)[len(mine) // 2], 2018
    wanted = {
        g.researchers[c["b"] if c["a"] == 0 else c["a"]]["id"]
        for c in mine
        if c["works"] >= least and (c["lastYear"] or 0) >= year
    }
    answer = await ask(
        'query($n: Int!, $y: Int) { researcher(by: {slug: "small-person-0"}) { '
        "collaborators(minShared: $n, since: $y) { totalCount nodes { id } } } }",
        n=least,
        y=year,
    )
    page = answer.data["researcher"]["collaborators"]
    assert 0 < len(wanted) < len(mine)
    assert {node["id"] for node in page["nodes"]} == wanted
    assert page["totalCount"] == len(wanted)


async def test_rows_that_come_and_go_between_two_pages_neither_repeat_nor_hide_others(
    ask: "Ask", small_graph: "SmallGraph", graph: Graph
) -> None:
    rows = [row for (row,) in await graph.read(ALL_NODES["Work"])]
    expected = in_order(rows, "sortYear", True, "plainTitle")
    text = (
        "query($first: Int, $after: String) "
        "{ works(first: $first, after: $after) { pageInfo { endCursor } nodes { id } } }"
    )
    head = await ask(text, first=5)
    read = [node["id"] for node in head.data["works"]["nodes"]]
    new = {"id": "w_" + "a" * 16, "slug": "came-between", "title": "0", "plainTitle": "0", "sortYear": 9000}
    # The serving process only reads; a session of its own plays the importer.
    async with graph._driver.session() as session:
        await (await session.run("CREATE (n:Work:SmallGraph) SET n = $row", row=new)).consume()
        await (
            await session.run("MATCH (n:Work {id: $id}) SET n.plainTitle = n.plainTitle + '!'", id=read[2])
        ).consume()
    try:
        rest = await ask(text, first=1000, after=head.data["works"]["pageInfo"]["endCursor"])
        assert read + [node["id"] for node in rest.data["works"]["nodes"]] == expected
    finally:
        async with graph._driver.session() as session:
            await (await session.run("MATCH (n:Work {slug: 'came-between'}) DELETE n")).consume()
            restore = "MATCH (n:Work {id: $id}) SET n.plainTitle = left(n.plainTitle, size(n.plainTitle) - 1)"
            await (await session.run(restore, id=read[2])).consume()
