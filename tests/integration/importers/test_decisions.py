"""What moderators decide on who is who stands, whatever is imported afterwards, until it is undone."""

import os
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import combinations
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
from tests.integration.importers.conftest import arxiv_line

Rows = Callable[..., list[list[Any]]]
Import = Callable[..., Summary]
Files = dict[str, Path]

REGISTRIES = Path(__file__).with_name("registries")
WEI = "0000-0001-5109-3700"
# `make stress` takes more time.
SEED, ROUNDS = int(os.environ.get("BZPEER_TEST_SEED", "5")), int(os.environ.get("BZPEER_TEST_ROUNDS", "4"))
NOBODY, NO_WORK = "r_aaaaaaaaaaaaaaaa", "w_aaaaaaaaaaaaaaaa"


TITLES = (
    "MATCH (r:Researcher)-[:AUTHORED]->(w) WHERE r.id = $id WITH w ORDER BY w.plainTitle RETURN collect(w.plainTitle)"
)


@dataclass
class Scene:
    """A graph, what is imported into it, and who decides on it."""

    endpoint: Endpoint
    import_files: Import
    rows: Rows
    writer: GraphWriter

    def in_order(self) -> str:
        """Check the graph, and return its digest."""
        assert check(self.endpoint) == []
        return digest(self.endpoint)

    def person(self, name: str, title: str) -> str:
        """The id of the author of a name of the work with a title."""
        [[id_]] = self.rows(
            "MATCH (r:Researcher)-[a:AUTHORED {rawName: $name}]->(:Work {plainTitle: $title}) RETURN r.id",
            name=name,
            title=title,
        )
        return str(id_)

    def titles_of(self, id_: str) -> list[str]:
        """The titles of a researcher's works."""
        [[titles]] = self.rows(TITLES, id=id_)
        return [str(title) for title in titles]

    def works(self, *titles: str) -> list[str]:
        """The ids of works."""
        found = self.rows("MATCH (w:Work) WHERE w.plainTitle IN $titles RETURN w.id", titles=list(titles))
        return [str(id_) for (id_,) in found]

    def undo(self, done: DecisionRecord) -> DecisionRecord:
        """Take back a decision."""
        assert done.id is not None
        return undo_merge(self.writer, done.id)


@pytest.fixture
def scene(clean_graph: Endpoint, import_files: Import, rows: Rows) -> Iterator[Scene]:
    with GraphWriter.open(clean_graph, "moderation") as writer:
        yield Scene(clean_graph, import_files, rows, writer)


def test_a_merge_gives_one_person_all_works_and_figures_and_undoing_it_leaves_no_trace(
    scene: Scene, files: Files
) -> None:
    scene.import_files("arxiv-json", files["arxiv-json"])
    before = scene.in_order()
    keep, merge = scene.person("Wei Wang", "Trees of the south"), scene.person("Wei Wang", "Trees of the west")
    slugs = scene.rows("MATCH (r:Researcher) WHERE r.id IN $ids RETURN r.id, r.slug", ids=[keep, merge])
    done = merge_researchers(scene.writer, keep, merge, by="a_someone", reason="the same photograph")
    assert (done.kind, done.state) == ("MERGE", "APPLIED")
    assert [(each.id, each.works_count) for each in done.before] == [(keep, 2), (merge, 1)]
    assert [(each.id, each.works_count, each.collaborators_count) for each in done.after] == [(keep, 3, 2)]
    assert list(done.works) == scene.works("Trees of the west")
    assert scene.titles_of(keep) == ["Trees of the east", "Trees of the south", "Trees of the west"]
    merged = scene.in_order()
    assert merged != before
    # The old id and the old slug answer, and the rule is on record.
    assert scene.rows("MATCH (:Identifier {scheme: 'id', value: $id})-[:IDENTIFIES]->(r) RETURN r.id", id=merge) == [
        [keep]
    ]
    for id_, slug in slugs:
        assert scene.rows(
            "MATCH (r:Researcher) WHERE r.slug = $slug OR EXISTS { (r)<-[:IDENTIFIES]-(:Identifier "
            "{scheme: 'slug:researcher', value: $slug}) } RETURN r.id ORDER BY r.slug <> $slug LIMIT 1",
            slug=slug,
        ) in ([[keep]], [[scene.person("Wei Wang", "Parsing trees")]]), id_
    assert scene.rows("MATCH (r:Researcher {id: $id}) RETURN r.identityRule, r.identityConfidence", id=keep) == [
        ["CURATED", 1.0]
    ]

    assert scene.import_files("arxiv-json", files["arxiv-json"]).unchanged == 4
    assert scene.in_order() == merged

    assert done.id is not None
    undone = undo_merge(scene.writer, done.id, by="a_other", reason="another photograph")
    assert undone.state == "UNDONE"
    assert {(each.id, each.works_count) for each in undone.after} == {(keep, 2), (merge, 1)}
    assert scene.in_order() == before
    [decision] = decisions(scene.writer, keep)
    assert (decision.state, decision.by, decision.undoneBy) == ("UNDONE", "a_someone", "a_other")
    assert decision.works == list(done.works)


def test_a_preview_tells_what_a_merge_does_and_writes_nothing(scene: Scene, files: Files) -> None:
    scene.import_files("arxiv-json", files["arxiv-json"])
    before = scene.in_order()
    counts = scene.rows("MATCH (n) RETURN labels(n), count(n) ORDER BY labels(n)")
    keep, merge = scene.person("Wei Wang", "Trees of the south"), scene.person("Wei Wang", "Trees of the west")
    preview = merge_researchers(scene.writer, keep, merge, preview=True)
    assert preview.id is None
    assert scene.in_order() == before
    assert scene.rows("MATCH (n) RETURN labels(n), count(n) ORDER BY labels(n)") == counts
    split = split_researcher(scene.writer, keep, scene.works("Trees of the east"), preview=True)
    assert split.id is None
    assert [each.works_count for each in split.after] == [1, 1]
    assert scene.in_order() == before
    done = merge_researchers(scene.writer, keep, merge)
    assert (done.before, done.after, done.works) == (preview.before, preview.after, preview.works)
    assert done.id is not None
    undo = undo_merge(scene.writer, done.id, preview=True)
    assert {each.works_count for each in undo.after} == {1, 2}
    assert decisions(scene.writer)[0].state == "APPLIED"


def test_a_person_whom_an_authority_names_is_merged_with_all_identifiers_and_records(scene: Scene) -> None:
    scene.import_files("auto", REGISTRIES)
    before = scene.in_order()
    named = "MATCH (:Identifier {scheme: $scheme, value: $value})-[:IDENTIFIES]->(r:Researcher) RETURN r.id"
    [[keep]] = scene.rows(named, scheme="acl-person", value="wei-wang")
    [[merge]] = scene.rows(named, scheme="orcid", value=WEI)
    names = scene.rows("MATCH (i:Identifier)-[:IDENTIFIES]->(r) WHERE r.id IN $ids RETURN count(i)", ids=[keep, merge])
    done = merge_researchers(scene.writer, keep, merge)
    assert done.contradictions == ()
    assert {("orcid", WEI), ("openalex", "A5002"), ("dblp", "w/WeiWang7")} <= set(done.identifiers)
    assert scene.rows("MATCH (r:Researcher {id: $id}) RETURN r.orcid, r.bio, r.urls", id=keep) == [
        [WEI, "Wei parses trees.", ["https://wang.example"]]
    ]
    # The old id and the old slugs come on top.
    assert scene.rows("MATCH (i:Identifier)-[:IDENTIFIES]->(r {id: $id}) RETURN count(i) - 3", id=keep) == names
    assert scene.rows("MATCH (r:Record)-[:DESCRIBES]->(:Researcher {id: $id}) RETURN count(r) > 1", id=keep) == [[True]]
    merged = scene.in_order()
    again = scene.import_files("auto", REGISTRIES)
    assert again.unchanged == again.read
    assert scene.in_order() == merged
    scene.undo(done)
    assert scene.in_order() == before


def test_a_merge_of_two_whom_one_authority_tells_apart_says_so(scene: Scene, files: Files) -> None:
    scene.import_files("acl", files["acl"])
    people = scene.rows("MATCH (r:Researcher {nameKey: 'yang liu'}) RETURN r.id ORDER BY r.id")
    done = merge_researchers(scene.writer, people[0][0], people[1][0])
    assert done.contradictions == ("acl-person",)
    scene.in_order()


def test_imports_after_decisions_give_the_graph_of_imports_before_them(
    scene: Scene, files: Files, empty_the_graph: Callable[[], None]
) -> None:
    """Decisions between the files of an import, undone in any order at its end: the graph of the import alone."""
    paths = sorted([*REGISTRIES.iterdir(), *files.values()])
    scene.import_files("auto", *paths)
    plain = scene.in_order()
    chance = random.Random(SEED)
    total = 0
    for _ in range(ROUNDS):
        empty_the_graph()
        order = chance.sample(paths, len(paths))
        half = len(order) // 2
        scene.import_files("auto", *order[:half])
        people = [id_ for (id_,) in scene.rows("MATCH (r:Researcher) RETURN r.id ORDER BY r.id")]
        taken: list[DecisionRecord] = []
        for keep, merge in combinations(chance.sample(people, len(people)), 2):
            if len(taken) < 4:
                with suppress(CoauthorsError, SameResearcherError):
                    taken.append(merge_researchers(scene.writer, keep, merge))
        scene.in_order()
        for (id_,) in scene.rows("MATCH (r:Researcher) WHERE r.worksCount > 1 RETURN r.id ORDER BY r.id"):
            works = scene.rows("MATCH (r:Researcher {id: $id})-[:AUTHORED]->(w) RETURN w.id ORDER BY w.id", id=id_)
            if len(works) > 1 and len(taken) < 7:
                taken.append(split_researcher(scene.writer, id_, chance.choice(works)))
        scene.in_order()
        for path in order[half:]:
            scene.import_files("auto", path)
            scene.in_order()
        settled = scene.in_order()
        scene.import_files("auto", *paths)
        assert scene.in_order() == settled
        for each in chance.sample(taken, len(taken)):
            assert each.id is not None
            undo_merge(scene.writer, each.id)
            scene.in_order()
        assert scene.in_order() == plain
        total += len(taken)
    assert total > 3 * ROUNDS


def test_new_works_of_either_name_come_to_the_merged_person(scene: Scene, files: Files, tmp_path: Path) -> None:
    lines = files["arxiv-json"].read_text().splitlines()
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    first.write_text("\n".join([lines[1], lines[3]]) + "\n")
    second.write_text(lines[2] + "\n")
    scene.import_files("arxiv-json", first)
    keep, merge = scene.person("Wei Wang", "Trees of the west"), scene.person("Wei Wang", "Trees of the south")
    done = merge_researchers(scene.writer, keep, merge)
    # Li Na is a co-author of this one and of what the one who was merged wrote.
    scene.import_files("arxiv-json", second)
    assert scene.titles_of(keep) == ["Trees of the east", "Trees of the south", "Trees of the west"]
    scene.in_order()
    scene.undo(done)
    assert scene.titles_of(keep) == ["Trees of the west"]
    assert scene.titles_of(merge) == ["Trees of the east", "Trees of the south"]
    scene.in_order()


@pytest.mark.parametrize("of_the_namesake", [True, False])
def test_a_work_that_joins_a_merged_person_to_a_namesake_keeps_the_decision(
    scene: Scene, tmp_path: Path, of_the_namesake: bool
) -> None:
    """The one who is given up for the namesake is kept in the merge, or merged: made anew when that is withdrawn."""
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    first.write_text(
        arxiv_line("1804.00002", "Trees of the south", ["Wei Wang", "Li Na"])
        + arxiv_line("1804.00003", "Trees of the east", ["Wei Wang", "Zoe Zorn"])
        + arxiv_line("1804.00004", "Trees of the west", ["Kim Novak"])
    )
    second.write_text(arxiv_line("1804.00005", "Trees of the world", ["Wei Wang", "Li Na", "Zoe Zorn"]))
    scene.import_files("arxiv-json", first)
    # Of the two, who will be one by their co-authors, the one who is given up for the other.
    given_up = max(scene.person("Wei Wang", f"Trees of the {place}") for place in ("south", "east"))
    other = scene.person("Kim Novak", "Trees of the west")
    keep, merge = (given_up, other) if of_the_namesake else (other, given_up)
    done = merge_researchers(scene.writer, keep, merge)
    # Withdrawn for the rules, and its person folded into the namesake, in one transaction.
    scene.import_files("arxiv-json", second)
    one = scene.person("Wei Wang", "Trees of the world")
    assert scene.titles_of(one) == [f"Trees of the {place}" for place in ("east", "south", "west", "world")]
    scene.in_order()
    scene.undo(done)
    one = scene.person("Wei Wang", "Trees of the world")
    assert scene.titles_of(one) == [f"Trees of the {place}" for place in ("east", "south", "world")]
    scene.in_order()


def test_a_split_keeps_authorships_apart_whatever_is_imported(scene: Scene, files: Files) -> None:
    scene.import_files("acl", files["acl"])
    before = scene.in_order()
    ada = scene.person("Ada Lovelace", "Parsing Forests")
    assert scene.titles_of(ada) == ["Parsing Forests", "Parsing Trees"]
    done = split_researcher(scene.writer, ada, scene.works("Parsing Forests"))
    other = done.after[1].id
    assert [(each.id, each.works_count) for each in done.after] == [(ada, 1), (other, 1)]
    assert (scene.titles_of(ada), scene.titles_of(other)) == (["Parsing Trees"], ["Parsing Forests"])
    # What is left of the record keeps its address.
    assert scene.rows("MATCH (r:Researcher {slug: 'ada-lovelace'}) RETURN r.id") == [[ada]]
    split = scene.in_order()
    scene.import_files("acl", files["acl"])
    assert scene.in_order() == split
    # The same works, better known: their authors are looked at again.
    scene.import_files("arxiv-json", files["arxiv-json"])
    assert "Parsing Forests" in scene.titles_of(other)
    assert "Parsing Forests" not in scene.titles_of(ada)
    scene.in_order()
    scene.undo(done)
    assert "Parsing Forests" in scene.titles_of(ada)
    assert scene.rows("MATCH (:Identifier {scheme: 'id', value: $id})-[:IDENTIFIES]->(r) RETURN r.id", id=other) == [
        [ada]
    ]
    again = scene.in_order()
    scene.rows("MATCH (n) WHERE NOT n:Migration AND NOT n:MigrationLock DETACH DELETE n")
    scene.import_files("acl", files["acl"])
    assert scene.in_order() == before
    scene.import_files("arxiv-json", files["arxiv-json"])
    assert scene.in_order() == again


FOLLOW = """
MATCH (r:Researcher {id: $id})
MERGE (a:Account {id: $account})
CREATE (a)-[:FOLLOWS {since: $since}]->(r)
SET r.followersCount = r.followersCount + 1
"""
FOLLOWED = "MATCH (a:Account)-[f:FOLLOWS]->(r:Researcher) RETURN a.id, r.id, f.since ORDER BY a.id, f.since"


def test_followers_and_claims_go_along_and_come_back(scene: Scene, files: Files) -> None:
    scene.import_files("arxiv-json", files["arxiv-json"])
    keep, merge = scene.person("Wei Wang", "Trees of the south"), scene.person("Wei Wang", "Trees of the west")
    for account, followed, since in (("a", keep, 1), ("b", merge, 2), ("c", keep, 3), ("c", merge, 4), ("d", merge, 5)):
        scene.rows(FOLLOW, id=followed, account=account, since=since)
    scene.rows("MATCH (r:Researcher {id: $id}) CREATE (:Claim {id: 'claim'})-[:CLAIMS {at: 1}]->(r)", id=merge)
    before, follows = scene.in_order(), scene.rows(FOLLOWED)
    done = merge_researchers(scene.writer, keep, merge)
    assert done.after[0].followers_count == 4
    assert [each[:2] for each in scene.rows(FOLLOWED)] == [[account, keep] for account in "abcd"]
    assert scene.rows("MATCH (:Claim)-[e:CLAIMS]->(r:Researcher) RETURN r.id, e.at") == [[keep, 1]]
    scene.undo(done)
    assert scene.rows(FOLLOWED) == follows
    assert scene.rows("MATCH (:Claim)-[e:CLAIMS]->(r:Researcher) RETURN r.id, properties(e)") == [[merge, {"at": 1}]]
    assert scene.in_order() == before
    # Who ceases to follow the one follows neither of the two afterwards.
    done = merge_researchers(scene.writer, keep, merge)
    scene.rows(
        "MATCH (a:Account)-[f:FOLLOWS]->(r:Researcher {id: $id}) WHERE a.id IN ['c', 'd'] "
        "SET r.followersCount = r.followersCount - 1 DELETE f",
        id=keep,
    )
    scene.undo(done)
    assert scene.rows(FOLLOWED) == [["a", keep, 1], ["b", merge, 2]]
    assert scene.rows("MATCH (r:Researcher) WHERE r.id IN $ids RETURN r.followersCount", ids=[keep, merge]) == [
        [1],
        [1],
    ]


def test_what_cannot_be_decided_says_why(scene: Scene, files: Files) -> None:
    scene.import_files("arxiv-json", files["arxiv-json"])
    before = scene.in_order()
    south, west = scene.person("Wei Wang", "Trees of the south"), scene.person("Wei Wang", "Trees of the west")
    na = scene.person("Li Na", "Trees of the south")
    [work] = scene.works("Trees of the west")
    hers = scene.works("Trees of the south", "Trees of the east")
    with pytest.raises(BadIdError):
        merge_researchers(scene.writer, south, "somebody")
    with pytest.raises(BadIdError):
        split_researcher(scene.writer, south, [south])
    with pytest.raises(UnknownResearcherError, match=NOBODY):
        merge_researchers(scene.writer, south, NOBODY)
    with pytest.raises(SameResearcherError):
        merge_researchers(scene.writer, south, south)
    with pytest.raises(CoauthorsError, match=r"two authors of w_\w+, w_\w+"):
        merge_researchers(scene.writer, south, na)
    with pytest.raises(UnknownResearcherError):
        split_researcher(scene.writer, NOBODY, hers)
    with pytest.raises(UnknownWorkError):
        split_researcher(scene.writer, south, [NO_WORK])
    with pytest.raises(NotTheirWorkError, match=work):
        split_researcher(scene.writer, south, [hers[0], work])
    with pytest.raises(NothingToSplitError, match="No work"):
        split_researcher(scene.writer, south, [])
    with pytest.raises(NothingToSplitError, match="all works"):
        split_researcher(scene.writer, south, hers)
    with pytest.raises(TooManyWorksError):
        split_researcher(scene.writer, south, [NO_WORK] * (MAX_WORKS + 1))
    with pytest.raises(UnknownDecisionError):
        undo_merge(scene.writer, "d_none")
    assert scene.in_order() == before
    assert decisions(scene.writer) == []
    done = merge_researchers(scene.writer, south, west)
    assert done.id is not None
    with pytest.raises(AlreadyMergedError, match=done.id):
        merge_researchers(scene.writer, south, west)
    undo_merge(scene.writer, done.id)
    with pytest.raises(AlreadyUndoneError):
        undo_merge(scene.writer, done.id)


def test_decisions_on_top_of_each_other_are_undone_in_any_order(scene: Scene, files: Files) -> None:
    scene.import_files("arxiv-json", files["arxiv-json"])
    before = scene.in_order()
    south, west = scene.person("Wei Wang", "Trees of the south"), scene.person("Wei Wang", "Trees of the west")
    kim, trees = scene.person("Kim Novak", "Trees of the east"), scene.person("Wei Wang", "Parsing trees")
    first = merge_researchers(scene.writer, west, kim)
    second = merge_researchers(scene.writer, trees, west)
    assert scene.titles_of(trees) == ["Parsing trees", "Trees of the east", "Trees of the west"]
    scene.in_order()
    third = split_researcher(scene.writer, trees, scene.works("Trees of the west"))
    scene.in_order()
    scene.undo(first)
    scene.in_order()
    assert scene.titles_of(kim) == ["Trees of the east"]
    assert scene.titles_of(trees) == ["Parsing trees"]
    assert scene.titles_of(third.after[1].id) == ["Trees of the west"]
    assert scene.titles_of(south) == ["Trees of the east", "Trees of the south"]
    scene.undo(second)
    scene.in_order()
    assert scene.titles_of(west) == []
    assert scene.titles_of(third.after[1].id) == ["Trees of the west"]
    scene.undo(third)
    assert scene.in_order() == before


def test_a_claimed_person_is_not_joined_by_name(scene: Scene, files: Files, tmp_path: Path) -> None:
    lines = files["arxiv-json"].read_text().splitlines()
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    first.write_text(lines[1] + "\n")
    second.write_text(lines[2] + "\n")
    scene.import_files("arxiv-json", first)
    scene.rows("MATCH (r:Researcher {name: 'Wei Wang'}) SET r.claimed = true")
    scene.import_files("arxiv-json", second)
    assert scene.rows("MATCH (r:Researcher {name: 'Wei Wang'}) RETURN r.worksCount") == [[1], [1]]
    assert scene.rows("MATCH (r:Researcher {name: 'Li Na'}) RETURN r.worksCount") == [[2]]
