"""What owners say of their records stands whatever is imported, merged, split and undone, in whatever order."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from graphdb.check import check, digest
from graphdb.claims.acts import ReviewDecision, claim_record_of, review, revoke
from graphdb.endpoint import Endpoint
from graphdb.graph import Graph
from graphdb.moderation.people import merge_researchers, undo_merge
from graphdb.owner_edits import works
from graphdb.owner_edits.errors import NotOwnerError
from graphdb.owner_edits.following import follow_owners
from graphdb.owner_edits.records import OwnerEditKind, OwnerEditState
from graphdb.owner_edits.saying import Saying, say, unsay
from graphdb.writer.graph_writer import GraphWriter
from importers.pipeline import Summary

Rows = Callable[..., list[list[Any]]]
Import = Callable[..., Summary]
Files = dict[str, Path]
Claim = Callable[[str, str], Awaitable[tuple[str, str]]]

BEGIN = """
UNWIND ['acc_a', 'acc_b', 'acc_moderator'] AS id
MERGE (a:Account {id: id})
SET a.email = id + '@elsewhere.example', a.signIns = 1
MERGE (i:Institution {id: 'i_aaaaaaaaaaaaaaaa'})
ON CREATE SET i.name = 'Somewhere', i.slug = 'somewhere', i.slugBase = 'somewhere', i.worksCount = 0,
  i.researchersCount = 0, i.citationCount = 0, i.followersCount = 0
"""
PERSON = "MATCH (r:Researcher)-[:AUTHORED {rawName: $name}]->(:Work {plainTitle: $title}) RETURN r.id"
TITLES = "MATCH (:Researcher {id: $id})-[:AUTHORED]->(w) WITH w ORDER BY w.plainTitle RETURN collect(w.plainTitle)"
SHOWN = """
MATCH (r:Researcher {id: $id})
RETURN [r.name, coalesce(r.ownerBio, r.bio), r.role, r.openToCollaborateSource, r.affiliationState,
  [(r)-[e:AFFILIATED_WITH]->(i) | [i.id, e.source, e.ownerSince]]]
"""
OWNED = "MATCH (:Account)-[:OWNS]->(r:Researcher) RETURN r.id"
WORK = "MATCH (w:Work {plainTitle: $title}) RETURN w.id"
PLACE = "i_aaaaaaaaaaaaaaaa"
SAYINGS = [
    Saying(OwnerEditKind.NAME, "Wei Q. Wang-Müller"),
    Saying(OwnerEditKind.BIO, "I <b>study</b> trees."),
    Saying(OwnerEditKind.ROLE, "Forester"),
    Saying(OwnerEditKind.OPEN_TO_COLLABORATE, "false"),
    Saying(OwnerEditKind.AFFILIATION, PLACE, 2019),
]
SAID = ["Wei Q. Wang-Müller", "I <b>study</b> trees.", "Forester", "OWNER", "CLAIMED", [[PLACE, "owner", 2019]]]
UNSAID: list[Any] = ["Wei Wang", None, None, None, "NOT_IMPORTED", []]


@pytest.fixture
def writer(clean_graph: Endpoint) -> Iterator[GraphWriter]:
    with GraphWriter.open(clean_graph, "moderation") as writer:
        yield writer


@pytest.fixture
async def graph(clean_graph: Endpoint) -> AsyncIterator[Graph]:
    async with Graph.open(clean_graph, timeout=60) as graph:
        yield graph


@pytest.fixture
def claimed(graph: Graph, rows: Rows) -> Claim:
    """Makes an account the owner of the record of the Wei Wang who wrote a work; gives record and claim."""

    async def claim(account: str, title: str) -> tuple[str, str]:
        rows(BEGIN)
        [[record]] = rows(PERSON, name="Wei Wang", title=title)
        id_ = await graph.change(lambda change: claim_record_of(change, account, record, None))
        await graph.change(lambda change: review(change, "acc_moderator", id_, ReviewDecision.APPROVE, None))
        return str(record), id_

    return claim


async def test_what_is_said_and_disowned_stands_whether_it_came_before_or_after_an_import(
    *,
    claimed: Claim,
    writer: GraphWriter,
    clean_graph: Endpoint,
    empty_the_graph: Callable[[], None],
    import_files: Import,
    files: Files,
    rows: Rows,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def edit() -> str:
        # Ids of what people do, the decision's among them, are the same both times.
        numbers = count()
        monkeypatch.setattr("secrets.token_hex", lambda _: f"{next(numbers):032x}")
        record, _ = await claimed("acc_a", "Trees of the south")
        say(writer, "acc_a", record, SAYINGS)
        [[east]] = rows(WORK, title="Trees of the east")
        works.disown(writer, "acc_a", record, east)
        return record

    def seen(record: str) -> tuple[Any, ...]:
        assert check(clean_graph) == []
        return rows(SHOWN, id=record)[0][0], rows(TITLES, id=record)[0][0]

    import_files("arxiv-json", files["arxiv-json"])
    record = await edit()
    before = seen(record)
    assert before == (SAID, ["Trees of the south"])
    import_files("arxiv-json", files["arxiv-json"])
    import_files("acl", files["acl"])
    assert seen(record) == before
    first = digest(clean_graph)

    empty_the_graph()
    import_files("acl", files["acl"])
    import_files("arxiv-json", files["arxiv-json"])
    assert await edit() == record
    assert seen(record) == before
    assert digest(clean_graph) == first


async def test_words_go_with_the_owner_and_come_back_with_the_owner(
    *,
    claimed: Claim,
    graph: Graph,
    writer: GraphWriter,
    clean_graph: Endpoint,
    import_files: Import,
    files: Files,
    rows: Rows,
) -> None:
    import_files("arxiv-json", files["arxiv-json"])
    before = digest(clean_graph)
    record, claim = await claimed("acc_a", "Trees of the south")
    with pytest.raises(NotOwnerError):
        say(writer, "acc_b", record, SAYINGS)
    say(writer, "acc_a", record, SAYINGS)
    say(writer, "acc_a", record, SAYINGS)
    assert rows("MATCH (e:OwnerEdit) RETURN count(e)") == [[len(SAYINGS)]]
    say(writer, "acc_a", record, [Saying(OwnerEditKind.ROLE, "Lumberjack")])
    [[last]] = rows("MATCH (e:OwnerEdit) RETURN e.id ORDER BY e.number DESC LIMIT 1")
    assert unsay(writer, "acc_a", last, everybodys=False).state is OwnerEditState.UNDONE
    assert rows(SHOWN, id=record)[0][0] == SAID

    await graph.change(lambda change: revoke(change, "acc_moderator", claim, None))
    await follow_owners(clean_graph, [record])
    assert rows(SHOWN, id=record)[0][0] == UNSAID
    rows("MATCH (i:Institution) DETACH DELETE i")
    rows("MATCH (r:Researcher {id: $id}) SET r.claimState = null", id=record)
    assert (check(clean_graph), digest(clean_graph)) == ([], before)
    await claimed("acc_a", "Trees of the south")
    await follow_owners(clean_graph, [record])
    assert rows(SHOWN, id=record)[0][0][:4] == SAID[:4]


async def test_edits_go_with_a_merge_and_come_back_when_it_is_undone(
    *, claimed: Claim, writer: GraphWriter, clean_graph: Endpoint, import_files: Import, files: Files, rows: Rows
) -> None:
    import_files("arxiv-json", files["arxiv-json"])
    west, _ = await claimed("acc_a", "Trees of the west")
    say(writer, "acc_a", west, SAYINGS)
    [[south]] = rows(PERSON, name="Wei Wang", title="Trees of the south")
    done = merge_researchers(writer, south, west)
    assert check(clean_graph) == []
    assert rows(SHOWN, id=south)[0][0] == SAID
    assert done.id is not None
    undo_merge(writer, done.id)
    assert check(clean_graph) == []
    assert (rows(SHOWN, id=south)[0][0], rows(SHOWN, id=west)[0][0]) == (UNSAID, SAID)


@pytest.mark.parametrize("title", ["Trees of the east", "Trees of the west"])
async def test_a_proposed_work_is_taken_from_who_had_it_and_stays(
    *,
    claimed: Claim,
    writer: GraphWriter,
    clean_graph: Endpoint,
    import_files: Import,
    files: Files,
    rows: Rows,
    title: str,
) -> None:
    """One is among the works of another person of the name, one is all that its author has."""
    import_files("arxiv-json", files["arxiv-json"])
    record, _ = await claimed("acc_a", "Parsing trees")
    [[work]], [[holder]] = rows(WORK, title=title), rows(PERSON, name="Wei Wang", title=title)
    assert holder != record
    edit = works.propose(writer, "acc_a", record, work, None)
    assert works.propose(writer, "acc_a", record, work, None) == edit
    assert (edit.state, edit.author_name) == (OwnerEditState.PROPOSED, "Wei Wang")
    done = works.accept(writer, "acc_moderator", edit.id, "So says the page")
    assert works.accept(writer, "acc_moderator", edit.id, None) == done
    assert (done.state, len(done.decisions)) == (OwnerEditState.STANDS, 2 if title == "Trees of the east" else 1)
    assert rows(TITLES, id=record) == [[["Parsing trees", title]]]
    import_files("arxiv-json", files["arxiv-json"])
    import_files("acl", files["acl"])
    assert check(clean_graph) == []
    # The Anthology names the work by a DOI, and with the work its author is called otherwise: old ids answer.
    [[record]] = rows(OWNED)
    assert [each.lower() for each in rows(TITLES, id=record)[0][0]] == ["parsing trees", title.lower()]
    assert works.undo(writer, "acc_a", edit.id, everybodys=False).state is OwnerEditState.UNDONE
    assert check(clean_graph) == []
    assert len(rows(TITLES, id=record)[0][0]) == 1
    assert rows(PERSON, name="Wei Wang", title=title) == [[holder]]
