"""Real files of the ACL Anthology, asked for through GraphQL, against what their XML says by itself."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pytest

from graphdb.check import check
from graphdb.endpoint import Endpoint

if TYPE_CHECKING:
    from tests.integration.schema.acl.conftest import Anthology, Truth
    from tests.integration.schema.conftest import Ask

COLLECTIONS = ("A00", "N04", "P05", "P06", "D07", "2019.iwslt")
AT_ONCE = 25


@pytest.fixture(scope="module")
def truth(anthology: "Anthology", emptied_graph: Endpoint, tmp_path_factory: pytest.TempPathFactory) -> "Truth":
    """What the files say; they are imported into the shared Neo4j, which holds nothing else."""
    return anthology(emptied_graph, COLLECTIONS, tmp_path_factory.mktemp("anthology"))


def acl_id(work: dict[str, Any]) -> str:
    [value] = [each["value"] for each in work["identifiers"] if each["scheme"] == "acl"]
    return str(value)


async def look_up(ask: "Ask", ids: Iterable[str], fields: str) -> dict[str, dict[str, Any]]:
    """The works of Anthology ids, asked for by them, many at a time."""
    wanted = list(ids)
    found: dict[str, dict[str, Any]] = {}
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        works = (f'w{i}: work(by: {{acl: "{id_}"}}) {{ {fields} }}' for i, id_ in enumerate(part))
        answer = await ask("{" + " ".join(works) + "}")
        assert answer.errors == []
        found |= dict(zip(part, answer.data.values(), strict=True))
    return found


async def test_every_paper_is_found_by_its_id_with_its_title_year_and_authors_in_order(
    ask: "Ask", truth: "Truth", endpoint: Endpoint
) -> None:
    works = await look_up(
        ask,
        truth.papers,
        "id title year authorsCount "
        "authorships(first: 100) { totalCount nodes { position rawName researcher { id } } }",
    )
    assert len({work["id"] for work in works.values()}) == len(truth.papers) > 700
    people: dict[str, set[str]] = defaultdict(set)
    for id_, paper in truth.papers.items():
        work = works[id_]
        names = [name for _, name in paper.authors]
        assert work["year"] == paper.year
        assert paper.title in {None, work["title"]}
        assert [each["rawName"] for each in work["authorships"]["nodes"]] == names
        assert [each["position"] for each in work["authorships"]["nodes"]] == list(range(1, len(names) + 1))
        assert work["authorsCount"] == work["authorships"]["totalCount"] == len(names)
        for (person, _), authorship in zip(paper.authors, work["authorships"]["nodes"], strict=True):
            people[person].add(authorship["researcher"]["id"])
    assert truth.explicit
    # One record for each person, and one person for each record.
    assert {person: ids for person, ids in people.items() if len(ids) > 1} == {}
    assert len(set().union(*people.values())) == len(people)
    assert check(endpoint) == []


async def test_the_works_of_a_person_are_those_that_print_her_newest_first_then_by_title(
    ask: "Ask", truth: "Truth"
) -> None:
    works_of = truth.works_of()
    prolific = sorted(works_of, key=lambda person: (-len(works_of[person]), person))[:20]
    for person in sorted(truth.explicit | set(prolific)):
        paper, position = next(
            (paper.id, place)
            for paper in truth.papers.values()
            for place, (who, _) in enumerate(paper.authors)
            if who == person
        )
        works = await look_up(
            ask,
            [paper],
            """authorships(first: 100) { nodes { researcher { worksCount
                 works(first: 100) { totalCount nodes { title year identifiers { scheme value } } } } } }""",
        )
        researcher = works[paper]["authorships"]["nodes"][position]["researcher"]
        listed = researcher["works"]["nodes"]
        assert {acl_id(each) for each in listed} == works_of[person]
        assert len(listed) == researcher["works"]["totalCount"] == researcher["worksCount"] == len(works_of[person])
        assert all(each["year"] == truth.papers[acl_id(each)].year for each in listed)
        keys = [(-each["year"], each["title"]) for each in listed]
        assert keys == sorted(keys)


async def test_citations_among_the_papers_are_found_from_both_ends(ask: "Ask", truth: "Truth") -> None:
    page = "(first: 100) { totalCount nodes { identifiers { scheme value } } }"
    works = await look_up(ask, truth.papers, f"referencesCount citationCount references{page} citedBy{page}")
    cites, cited_by = defaultdict(set), defaultdict(set)
    for citing, cited in truth.citations:
        cites[citing].add(cited)
        cited_by[cited].add(citing)
    assert len(truth.citations) > 50
    for id_, work in works.items():
        assert {acl_id(each) for each in work["references"]["nodes"]} == cites[id_]
        assert {acl_id(each) for each in work["citedBy"]["nodes"]} == cited_by[id_]
        assert work["referencesCount"] == work["references"]["totalCount"] == len(cites[id_])
        assert work["citationCount"] == work["citedBy"]["totalCount"] == len(cited_by[id_])
