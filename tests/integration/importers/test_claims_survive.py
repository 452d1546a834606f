"""Claims and what they prove stay with the person, whatever is merged, split, undone and imported."""

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graphdb.check import check
from graphdb.claims.acts import ReviewDecision, claim_record_of, review
from graphdb.endpoint import Endpoint
from graphdb.graph import Graph
from graphdb.moderation.people import merge_researchers, split_researcher, undo_merge
from graphdb.writer.graph_writer import GraphWriter
from importers.pipeline import Summary

Rows = Callable[..., list[list[Any]]]
Import = Callable[..., Summary]
Files = dict[str, Path]

ACCOUNTS = """
UNWIND ['acc_a', 'acc_b', 'acc_moderator'] AS id
CREATE (:Account {id: id, email: id + '@elsewhere.example', signIns: 1})
"""
PERSON = "MATCH (r:Researcher)-[:AUTHORED {rawName: 'Wei Wang'}]->(:Work {plainTitle: $title}) RETURN r.id"
OWNERS = "MATCH (a:Account)-[:OWNS]->(r:Researcher) RETURN a.id, r.id ORDER BY a.id, r.id"
STATES = "MATCH (a:Account)-[:MADE]->(c:Claim)-[:CLAIMS]->(r:Researcher) RETURN a.id, c.state, r.id ORDER BY a.id, c.id"


@pytest.fixture
def writer(clean_graph: Endpoint) -> Iterator[GraphWriter]:
    with GraphWriter.open(clean_graph, "moderation") as writer:
        yield writer


@pytest.fixture
async def claimed(
    clean_graph: Endpoint, import_files: Import, files: Files, rows: Rows
) -> AsyncIterator[Callable[[str, str], Any]]:
    """A graph of works by several people called Wei Wang; claims a record for an account, which owns it then."""
    import_files("arxiv-json", files["arxiv-json"])
    rows(ACCOUNTS)

    async with Graph.open(clean_graph, timeout=60) as graph:

        async def claim(account: str, title: str) -> str:
            [[record]] = rows(PERSON, title=title)
            id_ = await graph.change(lambda change: claim_record_of(change, account, record, None))
            await graph.change(lambda change: review(change, "acc_moderator", id_, ReviewDecision.APPROVE, None))
            return str(record)

        yield claim


async def test_two_owners_of_records_that_are_merged_dispute_and_own_theirs_again_when_it_is_undone(
    claimed: Callable[[str, str], Any], clean_graph: Endpoint, writer: GraphWriter, rows: Rows
) -> None:
    west = await claimed("acc_b", "Trees of the west")
    # Approved a second earlier, so that it is sure which of the two is the first.
    rows("MATCH (c:Claim) SET c.approvedAt = '2020-01-01T00:00:00Z'")
    south = await claimed("acc_a", "Trees of the south")
    assert rows(OWNERS) == [["acc_a", south], ["acc_b", west]]
    done = merge_researchers(writer, south, west)
    assert rows(STATES) == [["acc_a", "DISPUTED", south], ["acc_b", "DISPUTED", south]]
    assert rows(OWNERS) == [["acc_b", south]]
    assert check(clean_graph) == []
    assert done.id is not None
    undo_merge(writer, done.id)
    assert rows(STATES) == [["acc_a", "APPROVED", south], ["acc_b", "APPROVED", west]]
    assert rows(OWNERS) == [["acc_a", south], ["acc_b", west]]
    assert rows("MATCH (r:Researcher) WHERE r.claimed RETURN r.id, r.verificationLevel ORDER BY r.id") == sorted(
        [south, 2] if each == south else [west, 2] for each in (south, west)
    )


async def test_one_owner_of_two_records_owns_the_one_they_become(
    claimed: Callable[[str, str], Any], writer: GraphWriter, rows: Rows
) -> None:
    south, west = await claimed("acc_a", "Trees of the south"), await claimed("acc_a", "Trees of the west")
    done = merge_researchers(writer, south, west)
    assert rows(OWNERS) == [["acc_a", south]]
    assert {state for _, state, _ in rows(STATES)} == {"APPROVED"}
    assert done.id is not None
    undo_merge(writer, done.id)
    assert rows(OWNERS) == sorted([["acc_a", south], ["acc_a", west]])


async def test_a_split_leaves_the_record_to_its_owner(
    claimed: Callable[[str, str], Any], writer: GraphWriter, rows: Rows
) -> None:
    south = await claimed("acc_a", "Trees of the south")
    works = [id_ for (id_,) in rows("MATCH (w:Work {plainTitle: 'Trees of the east'}) RETURN w.id")]
    split = split_researcher(writer, south, works)
    assert len(split.after) == 2
    assert rows(OWNERS) == [["acc_a", south]]
    assert rows("MATCH (r:Researcher {id: $id}) RETURN r.claimed", id=split.after[1].id) == [[None]]


async def test_a_claim_goes_where_the_works_of_its_record_go(
    claimed: Callable[[str, str], Any], rows: Rows, import_files: Import, files: Files, tmp_path: Path
) -> None:
    record = await claimed("acc_a", "Parsing trees")
    # The Anthology names the author whom arXiv only prints.
    named = tmp_path / "named.xml"
    named.write_text(
        files["acl"].read_text().replace("<author><first>Wei</first>", '<author id="wei-wang-x"><first>Wei</first>')
    )
    import_files("acl", named)
    [[owner, now]] = rows(OWNERS)
    assert owner == "acc_a"
    [[has_it]] = rows(
        "MATCH (r:Researcher {id: $id}) RETURN EXISTS { (r)-[:AUTHORED]->({plainTitle: 'Parsing Trees'}) }", id=now
    )
    assert has_it
    assert record == now or rows(
        "MATCH (:Identifier {scheme: 'id', value: $old})-[:IDENTIFIES]->(r) RETURN r.id", old=record
    ) == [[now]]


async def test_the_history_of_trust_tells_why_it_changed(
    claimed: Callable[[str, str], Any], writer: GraphWriter, rows: Rows
) -> None:
    south = await claimed("acc_a", "Trees of the south")
    [[west]] = rows(PERSON, title="Trees of the west")
    merge_researchers(writer, south, west)
    found = rows(
        "MATCH (h:TrustChange)-[:TRUST_OF]->(r:Researcher {id: $id}) "
        "RETURN h.cause, h.score - h.scoreBefore, h.level ORDER BY h.number",
        id=south,
    )
    assert found == [["CLAIM", 15, 2], ["RECORDS", 2, 2]]
