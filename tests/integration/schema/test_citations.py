"""Citations as the API gives them: of the graph's works, with all their authors, in one call."""

from typing import TYPE_CHECKING, Any

import orjson
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors

from graphdb.graph import Graph

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import SmallGraph


async def test_works_are_cited_with_their_authors_source_and_identifiers_in_one_call(
    ask: "Ask", small_graph: "SmallGraph"
) -> None:
    g = small_graph
    answer = await ask(
        """{ topic(by: {slug: "small-topic-0"}) { works(first: 24) { totalCount nodes { id
               bibtex: citation(style: BIBTEX) ris: citation(style: RIS) csl: citation(style: CSL_JSON)
               apa: citation(style: APA) jsonLd: citation(style: JSON_LD) } } } }"""
    )
    assert answer.errors == []
    assert len(answer.calls) == 2
    cited = {work["id"]: work for work in answer.data["topic"]["works"]["nodes"]}
    assert len(cited) == 24
    for w, work in enumerate(g.works):
        own = cited[work["id"]]
        authors = len([row for row in g.authored if row["w"] == w])
        [journal] = {s for s in range(1, 4) if (w, s) in g.published}
        decoded = [SeparateCoAuthors(), LatexDecodingMiddleware()]
        [entry] = parse_string(own["bibtex"], append_middleware=decoded).entries
        fields: dict[str, Any] = {field.key: field.value for field in entry.fields}
        assert fields["title"].replace("\u02dc", "~") == work["plainTitle"]
        assert (fields.get("year"), len(fields["author"])) == (work["year"] and str(work["year"]), authors)
        [reference] = rispy.loads(own["ris"])
        assert reference["title"] == work["plainTitle"]
        assert reference["authors"] == [f"{i}, As printed" for i in range(1, authors + 1)]
        assert reference["secondary_title"] == g.sources[journal]["name"]
        item = orjson.loads(own["csl"])
        assert (item["id"], item["title"], len(item["author"])) == (work["slug"], work["plainTitle"], authors)
        described = orjson.loads(own["jsonLd"])
        assert described["@id"] == f"https://site.example/works/{work['slug']}"
        assert described["name"] == work["plainTitle"]
        assert work["plainTitle"] in own["apa"]
        assert f"({work['year'] or 'n.d.'})." in own["apa"]


async def test_a_work_with_an_id_is_cited_by_it_and_the_publishers_doi_comes_before_the_archives(
    ask: "Ask", small_graph: "SmallGraph", graph: Graph
) -> None:
    text = '{ work(by: {slug: "small-work-0"}) { citation(style: CSL_JSON) } }'
    created = (
        "MATCH (n:Work {slug: 'small-work-0'}) "
        "CREATE (:Identifier:OfThisTest {scheme: 'doi', value: '10.48550/arxiv.2108.99999'})-[:IDENTIFIES]->(n)"
    )
    async with graph._driver.session() as session:
        await (await session.run(created)).consume()
    try:
        item = orjson.loads((await ask(text)).data["work"]["citation"])
    finally:
        async with graph._driver.session() as session:
            await (await session.run("MATCH (n:OfThisTest) DETACH DELETE n")).consume()
    assert (item["DOI"], item["URL"]) == ("10.5555/small.0", "https://doi.org/10.5555/small.0")


async def test_a_style_that_there_is_none_of_is_refused(ask: "Ask") -> None:
    answer = await ask('{ work(by: {slug: "small-work-0"}) { citation(style: MLA) } }')
    assert (answer.data, answer.codes) == (None, ["BAD_INPUT"])
