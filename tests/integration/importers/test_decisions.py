"""What moderators decide on who is who stands, whatever is imported afterwards, until it is undone."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graphdb.check import check, digest
from graphdb.endpoint import Endpoint
from graphdb.entities import BadIdError
from graphdb.moderation.errors import (
    AlreadyMergedError,
    AlreadyUndoneError,
    CoauthorsError,
    NothingToSplitError,
    NotTheirWorkError,
    SameResearcherError,
    TooManyWorksError,
    UnknownDecisionError,
    UnknownResearcherError,
    UnknownWorkError,
)
from graphdb.moderation.people import MAX_WORKS, decisions, merge_researchers, split_researcher, undo_merge
from graphdb.records.decision import DecisionRecord
from graphdb.writer.graph_writer import GraphWriter
from importers.pipeline import Summary

Rows = Callable[..., list[list[Any]]]
Import = Callable[..., Summary]
Files = dict[str, Path]

REGISTRIES = Path(__file__).with_name("registries")
NOBODY, NO_WORK = "r_aaaaaaaaaaaaaaaa", "w_aaaaaaaaaaaaaaaa"


@pytest.fixture
def writer(clean_graph: Endpoint) -> Iterator[GraphWriter]:
    with GraphWriter.open(clean_graph, "moderation") as opened:
        yield opened


@pytest.fixture
def in_order(clean_graph: Endpoint) -> Callable[[], str]:
    """Checks the graph, and returns its digest."""

    def run() -> str:
        assert check(clean_graph) == []
        return digest(clean_graph)

    return run


InOrder = Callable[[], str]

TITLES = (
    "MATCH (r:Researcher)-[:AUTHORED]->(w) WHERE r.id = $id WITH w ORDER BY w.plainTitle RETURN collect(w.plainTitle)"
)


@pytest.fixture
def person(rows: Rows) -> Callable[..., str]:
    """Returns the id of the author of a name of the work with a title."""

    def find(name: str, title: str) -> str:
        [[id_]] = rows(
            "MATCH (r:Researcher)-[a:AUTHORED {rawName: $name}]->(:Work {plainTitle: $title}) RETURN r.id",
            name=name,
            title=title,
        )
        return str(id_)

    return find


Person = Callable[[str, str], str]


def works_of(rows: Rows, id_: str) -> list[str]:
    return rows(TITLES, id=id_)[0][0]


def ids_of_works(rows: Rows, *titles: str) -> list[str]:
    return [id_ for (id_,) in rows("MATCH (w:Work) WHERE w.plainTitle IN $titles RETURN w.id", titles=list(titles))]


def test_a_merge_gives_one_person_all_works_and_figures_and_undoing_it_leaves_no_trace(
    import_files: Import, files: Files, writer: GraphWriter, rows: Rows, person: Person, in_order: InOrder
) -> None:
    import_files("arxiv-json", files["arxiv-json"])
    before = in_order()
    keep, merge = person("Wei Wang", "Trees of the south"), person("Wei Wang", "Trees of the west")
    slugs = rows("MATCH (r:Researcher) WHERE r.id IN $ids RETURN r.id, r.slug", ids=[keep, merge])
    done = merge_researchers(writer, keep, merge, by="a_someone", reason="the same photograph")
    assert (done.kind, done.state) == ("MERGE", "APPLIED")
    assert [(each.id, each.works_count) for each in done.before] == [(keep, 2), (merge, 1)]
    assert [(each.id, each.works_count, each.collaborators_count) for each in done.after] == [(keep, 3, 2)]
    assert list(done.works) == ids_of_works(rows, "Trees of the west")
    assert works_of(rows, keep) == ["Trees of the east", "Trees of the south", "Trees of the west"]
    merged = in_order()
    assert merged != before
    # The old id and the old slug answer, and the rule is on record.
    assert rows("MATCH (:Identifier {scheme: 'id', value: $id})-[:IDENTIFIES]->(r) RETURN r.id", id=merge) == [[keep]]
    for id_, slug in slugs:
        assert rows(
            "MATCH (r:Researcher) WHERE r.slug = $slug OR EXISTS { (r)<-[:IDENTIFIES]-(:Identifier "
            "{scheme: 'slug:researcher', value: $slug}) } RETURN r.id ORDER BY r.slug <> $slug LIMIT 1",
            slug=slug,
        ) in ([[keep]], [[person("Wei Wang", "Parsing trees")]]), id_
    assert rows("MATCH (r:Researcher {id: $id}) RETURN r.identityRule, r.identityConfidence", id=keep) == [
        ["CURATED", 1.0]
    ]

    assert import_files("arxiv-json", files["arxiv-json"]).unchanged == 4
    assert in_order() == merged

    assert done.id is not None
    undone = undo_merge(writer, done.id, by="a_other", reason="another photograph")
    assert undone.state == "UNDONE"
    assert {(each.id, each.works_count) for each in undone.after} == {(keep, 2), (merge, 1)}
    assert in_order() == before
    [decision] = decisions(writer, keep)
    assert (decision.state, decision.by, decision.undoneBy) == ("UNDONE", "a_someone", "a_other")
    assert decision.works == list(done.works)


def test_a_preview_tells_what_a_merge_does_and_writes_nothing(
    import_files: Import, files: Files, writer: GraphWriter, rows: Rows, person: Person, in_order: InOrder
) -> None:
    import_files("arxiv-json", files["arxiv-json"])
    before = in_order()
    counts = rows("MATCH (n) RETURN labels(n), count(n) ORDER BY labels(n)")
    keep, merge = person("Wei Wang", "Trees of the south"), person("Wei Wang", "Trees of the west")
    preview = merge_researchers(writer, keep, merge, preview=True)
    assert preview.id is None
    assert in_order() == before
    assert rows("MATCH (n) RETURN labels(n), count(n) ORDER BY labels(n)") == counts
    split = split_researcher(writer, keep, ids_of_works(rows, "Trees of the east"), preview=True)
    assert split.id is None
    assert [each.works_count for each in split.after] == [1, 1]
    assert in_order() == before
    done = merge_researchers(writer, keep, merge)
    assert (done.before, done.after, done.works) == (preview.before, preview.after, preview.works)
    assert done.id is not None
    undo = undo_merge(writer, done.id, preview=True)
    assert {each.works_count for each in undo.after} == {1, 2}
    assert decisions(writer)[0].state == "APPLIED"


def test_people_whom_authorities_name_are_merged_with_all_identifiers_and_records(
    import_files: Import, writer: GraphWriter, rows: Rows, in_order: InOrder
) -> None:
    import_files("auto", REGISTRIES)
    before = in_order()
    [[keep, orcid, merge, other]] = rows(
        "MATCH (a:Researcher), (b:Researcher) WHERE a.orcid < b.orcid "
        "AND NOT EXISTS { (a)-[:AUTHORED]->()<-[:AUTHORED]-(b) } "
        "RETURN a.id, a.orcid, b.id, b.orcid ORDER BY a.orcid, b.orcid LIMIT 1"
    )
    names = rows("MATCH (i:Identifier)-[:IDENTIFIES]->(r) WHERE r.id IN $ids RETURN count(i)", ids=[keep, merge])
    done = merge_researchers(writer, keep, merge)
    assert "orcid" in done.contradictions
    assert ("orcid", other) in done.identifiers
    assert rows("MATCH (r:Researcher {id: $id}) RETURN r.orcid", id=keep) == [[orcid]]
    # The old id and the old slug come on top.
    assert rows("MATCH (i:Identifier)-[:IDENTIFIES]->(r) WHERE r.id IN $ids RETURN count(i) - 2", ids=[keep]) == names
    merged = in_order()
    for summary in [import_files("auto", REGISTRIES)]:
        assert summary.unchanged == summary.read
    assert in_order() == merged
    assert done.id is not None
    undo_merge(writer, done.id)
    assert in_order() == before


def test_what_is_imported_after_a_decision_gives_the_graph_of_what_was_imported_before_it(
    import_files: Import, writer: GraphWriter, rows: Rows, in_order: InOrder, empty_the_graph: Callable[[], None]
) -> None:
    """All files at once, then decisions; or decisions between the files: the same graph, and the same once undone."""
    import_files("auto", REGISTRIES)
    plain = in_order()
    names = sorted(path.name for path in REGISTRIES.iterdir())
    chance = random.Random(5)
    for _ in range(4):
        empty_the_graph()
        order = chance.sample(names, len(names))
        half = len(order) // 2
        for name in order[:half]:
            import_files("auto", REGISTRIES / name)
        people = [id_ for (id_,) in rows("MATCH (r:Researcher) RETURN r.id ORDER BY r.id")]
        taken: list[DecisionRecord] = []
        for _ in range(6):
            try:
                taken.append(merge_researchers(writer, *chance.sample(people, 2)))
            except (CoauthorsError, SameResearcherError):
                continue
            in_order()
        for id_ in people:
            works = [w for (w,) in rows("MATCH (r:Researcher {id: $id})-[:AUTHORED]->(w) RETURN w.id", id=id_)]
            if len(works) > 1 and len(taken) < 8:
                taken.append(split_researcher(writer, id_, chance.sample(works, 1)))
                in_order()
        assert len(taken) > 2
        for name in order[half:]:
            import_files("auto", REGISTRIES / name)
            in_order()
        settled = in_order()
        import_files("auto", REGISTRIES)
        assert in_order() == settled
        for each in chance.sample(taken, len(taken)):
            assert each.id is not None
            undo_merge(writer, each.id)
            in_order()
        assert in_order() == plain


def test_new_works_of_either_name_come_to_the_merged_person(
    import_files: Import, files: Files, writer: GraphWriter, rows: Rows, person: Person, in_order: InOrder, tmp_path: Path
) -> None:
    lines = files["arxiv-json"].read_text().splitlines()
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    first.write_text("\n".join([lines[1], lines[3]]) + "\n")
    second.write_text(lines[2] + "\n")
    import_files("arxiv-json", first)
    keep, merge = person("Wei Wang", "Trees of the west"), person("Wei Wang", "Trees of the south")
    done = merge_researchers(writer, keep, merge)
    # Li Na is a co-author of this one and of what the one who was merged wrote.
    import_files("arxiv-json", second)
    assert works_of(rows, keep) == ["Trees of the east", "Trees of the south", "Trees of the west"]
    in_order()
    assert done.id is not None
    undo_merge(writer, done.id)
    assert works_of(rows, keep) == ["Trees of the west"]
    assert works_of(rows, merge) == ["Trees of the east", "Trees of the south"]
    in_order()


def test_a_split_keeps_authorships_apart_whatever_is_imported(
    import_files: Import, files: Files, writer: GraphWriter, rows: Rows, person: Person, in_order: InOrder
) -> None:
    import_files("acl", files["acl"])
    before = in_order()
    ada = person("Ada Lovelace", "Parsing Forests")
    assert works_of(rows, ada) == ["Parsing Forests", "Parsing Trees"]
    done = split_researcher(writer, ada, [w for w in ids_of_works(rows, "Parsing Forests")])
    other = done.after[1].id
    assert [(each.id, each.works_count) for each in done.after] == [(ada, 1), (other, 1)]
    assert (works_of(rows, ada), works_of(rows, other)) == (["Parsing Trees"], ["Parsing Forests"])
    split = in_order()
    import_files("acl", files["acl"])
    assert in_order() == split
    # The same works, better known: their authors are looked at again.
    import_files("arxiv-json", files["arxiv-json"])
    assert "Parsing Forests" in works_of(rows, other)
    assert "Parsing Forests" not in works_of(rows, ada)
    in_order()
    assert done.id is not None
    undo_merge(writer, done.id)
    assert "Parsing Forests" in works_of(rows, ada)
    assert rows("MATCH (:Identifier {scheme: 'id', value: $id})-[:IDENTIFIES]->(r) RETURN r.id", id=other) == [[ada]]
    again = in_order()
    rows("MATCH (n) WHERE NOT n:Migration AND NOT n:MigrationLock DETACH DELETE n")
    import_files("acl", files["acl"])
    assert in_order() == before
    import_files("arxiv-json", files["arxiv-json"])
    assert in_order() == again


FOLLOW = """
MATCH (r:Researcher {id: $id})
MERGE (a:Account {id: $account})
CREATE (a)-[:FOLLOWS {since: $since}]->(r)
SET r.followersCount = r.followersCount + 1
"""
FOLLOWED = "MATCH (a:Account)-[f:FOLLOWS]->(r:Researcher) RETURN a.id, r.id, f.since ORDER BY a.id, f.since"


def test_followers_and_claims_go_along_and_come_back(
    import_files: Import, files: Files, writer: GraphWriter, rows: Rows, person: Person, in_order: InOrder
) -> None:
    import_files("arxiv-json", files["arxiv-json"])
    keep, merge = person("Wei Wang", "Trees of the south"), person("Wei Wang", "Trees of the west")
    for account, followed, since in (("a", keep, 1), ("b", merge, 2), ("c", keep, 3), ("c", merge, 4), ("d", merge, 5)):
        rows(FOLLOW, id=followed, account=account, since=since)
    rows("MATCH (r:Researcher {id: $id}) CREATE (:Claim {id: 'claim'})-[:CLAIMS {at: 1}]->(r)", id=merge)
    before, followed = in_order(), rows(FOLLOWED)
    done = merge_researchers(writer, keep, merge)
    assert done.after[0].followers_count == 4
    assert [each[:2] for each in rows(FOLLOWED)] == [[account, keep] for account in "abcd"]
    assert rows("MATCH (:Claim)-[e:CLAIMS]->(r:Researcher) RETURN r.id, e.at") == [[keep, 1]]
    assert done.id is not None
    undo_merge(writer, done.id)
    assert rows(FOLLOWED) == followed
    assert rows("MATCH (:Claim)-[e:CLAIMS]->(r:Researcher) RETURN r.id, properties(e)") == [[merge, {"at": 1}]]
    assert in_order() == before
    # Who ceases to follow the one follows neither of the two afterwards.
    done = merge_researchers(writer, keep, merge)
    rows(
        "MATCH (a:Account)-[f:FOLLOWS]->(r:Researcher {id: $id}) WHERE a.id IN ['c', 'd'] "
        "SET r.followersCount = r.followersCount - 1 DELETE f",
        id=keep,
    )
    assert done.id is not None
    undo_merge(writer, done.id)
    assert rows(FOLLOWED) == [["a", keep, 1], ["b", merge, 2]]
    assert rows("MATCH (r:Researcher) WHERE r.id IN $ids RETURN r.followersCount", ids=[keep, merge]) == [[1], [1]]


def test_what_cannot_be_decided_says_why(
    import_files: Import, files: Files, writer: GraphWriter, rows: Rows, person: Person, in_order: InOrder
) -> None:
    import_files("arxiv-json", files["arxiv-json"])
    before = in_order()
    south, west = person("Wei Wang", "Trees of the south"), person("Wei Wang", "Trees of the west")
    na = person("Li Na", "Trees of the south")
    [work] = ids_of_works(rows, "Trees of the west")
    hers = ids_of_works(rows, "Trees of the south", "Trees of the east")
    with pytest.raises(BadIdError):
        merge_researchers(writer, south, "somebody")
    with pytest.raises(BadIdError):
        split_researcher(writer, south, [south])
    with pytest.raises(UnknownResearcherError, match=NOBODY):
        merge_researchers(writer, south, NOBODY)
    with pytest.raises(SameResearcherError):
        merge_researchers(writer, south, south)
    with pytest.raises(CoauthorsError, match=r"two authors of w_\w+, w_\w+"):
        merge_researchers(writer, south, na)
    with pytest.raises(UnknownResearcherError):
        split_researcher(writer, NOBODY, hers)
    with pytest.raises(UnknownWorkError):
        split_researcher(writer, south, [NO_WORK])
    with pytest.raises(NotTheirWorkError, match=work):
        split_researcher(writer, south, [hers[0], work])
    with pytest.raises(NothingToSplitError, match="No work"):
        split_researcher(writer, south, [])
    with pytest.raises(NothingToSplitError, match="all works"):
        split_researcher(writer, south, hers)
    with pytest.raises(TooManyWorksError):
        split_researcher(writer, south, [NO_WORK] * (MAX_WORKS + 1))
    with pytest.raises(UnknownDecisionError):
        undo_merge(writer, "d_none")
    assert in_order() == before
    assert decisions(writer) == []
    done = merge_researchers(writer, south, west)
    assert done.id is not None
    with pytest.raises(AlreadyMergedError, match=done.id):
        merge_researchers(writer, south, west)
    undo_merge(writer, done.id)
    with pytest.raises(AlreadyUndoneError):
        undo_merge(writer, done.id)


def test_decisions_on_top_of_each_other_are_undone_in_any_order(
    import_files: Import, files: Files, writer: GraphWriter, rows: Rows, person: Person, in_order: InOrder
) -> None:
    import_files("arxiv-json", files["arxiv-json"])
    before = in_order()
    south, west = person("Wei Wang", "Trees of the south"), person("Wei Wang", "Trees of the west")
    kim, trees = person("Kim Novak", "Trees of the east"), person("Wei Wang", "Parsing trees")
    first = merge_researchers(writer, west, kim)
    second = merge_researchers(writer, trees, west)
    assert works_of(rows, trees) == ["Parsing trees", "Trees of the east", "Trees of the west"]
    in_order()
    third = split_researcher(writer, trees, ids_of_works(rows, "Trees of the west"))
    in_order()
    assert first.id is not None
    undo_merge(writer, first.id)
    in_order()
    assert works_of(rows, kim) == ["Trees of the east"]
    assert works_of(rows, trees) == ["Parsing trees"]
    assert works_of(rows, third.after[1].id) == ["Trees of the west"]
    assert works_of(rows, south) == ["Trees of the east", "Trees of the south"]
    assert second.id is not None
    undo_merge(writer, second.id)
    in_order()
    assert works_of(rows, west) == []
    assert works_of(rows, third.after[1].id) == ["Trees of the west"]
    assert third.id is not None
    undo_merge(writer, third.id)
    assert in_order() == before


def test_a_claimed_person_is_not_joined_by_name(import_files: Import, files: Files, rows: Rows, tmp_path: Path) -> None:
    lines = files["arxiv-json"].read_text().splitlines()
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    first.write_text(lines[1] + "\n")
    second.write_text(lines[2] + "\n")
    import_files("arxiv-json", first)
    rows("MATCH (r:Researcher {name: 'Wei Wang'}) SET r.claimed = true")
    import_files("arxiv-json", second)
    assert rows("MATCH (r:Researcher {name: 'Wei Wang'}) RETURN r.worksCount") == [[1], [1]]
    assert rows("MATCH (r:Researcher {name: 'Li Na'}) RETURN r.worksCount") == [[2]]
