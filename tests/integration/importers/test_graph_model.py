"""What imports write is what `docs/graph-model.md` says they write."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

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


def test_every_label_edge_and_property_that_imports_write_is_documented(
    import_files: Import, files: Files, rows: Rows
) -> None:
    import_files("demo")
    for name, path in files.items():
        import_files(name, path)
    labels: dict[str, set[str]] = {}
    for found, keys in rows("MATCH (n) UNWIND keys(n) AS key RETURN labels(n), collect(DISTINCT key)"):
        [label] = found
        labels[label] = set(keys)
    assert labels.keys() >= ENTITIES | {"Identifier", "Record", "ImportRun", "Lock", "Migration", "MigrationLock"}
    own = {"id", "slug", "slugBase", "standing"}
    assert {label: keys - NODES[label] - (own if label in ENTITIES else set()) for label, keys in labels.items()} == {
        label: set() for label in labels
    }
    edges = rows(
        "MATCH (a)-[e]->(b) UNWIND [null] + keys(e) AS key "
        "RETURN labels(a)[0], type(e), labels(b)[0], collect(DISTINCT key)"
    )
    assert {edge for _, edge, _, _ in edges} >= {"AUTHORED", "CITES", "ABOUT", "COLLABORATED_WITH", "REFERS_TO"}
    for start, edge, end, keys in edges:
        documented = EDGES.get((start, edge, end), EDGES.get((start, edge, "Entity")))
        assert documented is not None, (start, edge, end)
        assert set(keys) <= documented, (start, edge, end)
