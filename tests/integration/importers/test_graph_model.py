"""What imports write is what `docs/graph-model.md` says they write."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from graphdb.endpoint import Endpoint
from graphdb.moderation.people import merge_researchers, split_researcher, undo_merge
from graphdb.writer.graph_writer import GraphWriter
from importers.pipeline import Summary

Rows = Callable[..., list[list[Any]]]
Import = Callable[..., Summary]
Files = dict[str, Path]

TEXT = (Path(__file__).parents[3] / "docs" / "graph-model.md").read_text()
ENTITIES = {"Researcher", "Work", "Topic", "Institution", "Source"}


def names(cell: str) -> set[str]:
    """The properties that a cell of a table lists, without what it says of them."""
    return {name.strip() for name in re.sub(r"\([^)]*\)", "", cell).split(",") if name.strip()}


NODES = {label: names(cell) for label, cell in re.findall(r"^\| `(\w+)` \| (.*) \|$", TEXT, flags=re.MULTILINE)}
EDGES = {
    (start, edge, end): names(cell)
    for start, edge, end, cell in re.findall(
        r"^\| `\((\w+)\)-\[:(\w+)\]->\((\w+)\)` \|(.*)\|$", TEXT, flags=re.MULTILINE
    )
}


def decide(endpoint: Endpoint, rows: Rows) -> None:
    """Merge two people and split one, and undo a merge."""
    [[west], [trees]] = rows("MATCH (r:Researcher {nameKey: 'wei wang', worksCount: 1}) RETURN r.id")
    [[ada, work]] = rows(
        "MATCH (r:Researcher {nameKey: 'ada lovelace', worksCount: 2})-[:AUTHORED]->(w) RETURN r.id, w.id LIMIT 1"
    )
    rows("MATCH (r:Researcher {id: $id}) CREATE (:Account {id: 'a'})-[:FOLLOWS {since: 'now'}]->(r)", id=trees)
    with GraphWriter.open(endpoint, "moderation") as writer:
        undone = merge_researchers(writer, trees, west, by="a", reason="a look")
        assert undone.id is not None
        undo_merge(writer, undone.id, by="a", reason="a second look")
        merge_researchers(writer, west, trees)
        split_researcher(writer, ada, [work])
    rows("MATCH (a:Account) DETACH DELETE a")


def test_every_label_edge_and_property_that_imports_and_decisions_write_is_documented(
    import_files: Import, files: Files, rows: Rows, clean_graph: Endpoint
) -> None:
    import_files("demo")
    for name, path in files.items():
        import_files(name, path)
    decide(clean_graph, rows)
    labels: dict[str, set[str]] = {}
    for found, keys in rows("MATCH (n) UNWIND keys(n) AS key RETURN labels(n), collect(DISTINCT key)"):
        [label] = set(found) - {"Fronted"}
        labels.setdefault(label, set()).update(keys)
    assert labels.keys() >= ENTITIES | {"Identifier", "Record", "ImportRun", "Lock", "Migration", "MigrationLock"}
    own = {"id", "slug", "slugBase", "standing", "frontFloor"}
    NODES["FormerResearcher"] |= NODES["Researcher"] | own
    assert {label: keys - NODES[label] - (own if label in ENTITIES else set()) for label, keys in labels.items()} == {
        label: set() for label in labels
    }
    edges = rows(
        "MATCH (a)-[e]->(b) UNWIND [null] + keys(e) AS key "
        "RETURN [l IN labels(a) WHERE l <> 'Fronted'][0], type(e), [l IN labels(b) WHERE l <> 'Fronted'][0], "
        "collect(DISTINCT key)"
    )
    assert {edge for _, edge, _, _ in edges} >= {
        "AUTHORED",
        "CITES",
        "ABOUT",
        "COLLABORATED_WITH",
        "REFERS_TO",
        "FRONT",
    }
    for start, edge, end, keys in edges:
        documented = next(
            (
                EDGES[ends]
                for ends in ((start, edge, end), (start, edge, "Entity"), ("Entity", edge, "Entity"))
                if ends in EDGES
            ),
            None,
        )
        assert documented is not None, (start, edge, end)
        assert set(keys) <= documented, (start, edge, end)
