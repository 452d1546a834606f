"""The way of an import, from files to a graph that adds up."""

import threading
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import msgspec

from graphdb.check import check, digest
from graphdb.endpoint import Endpoint
from importers.pipeline import Summary

Rows = Callable[..., list[list[Any]]]
Import = Callable[..., Summary]
Files = dict[str, Path]


def test_the_summary_adds_up_and_the_graph_is_in_order(
    import_files: Import, files: Files, clean_graph: Endpoint
) -> None:
    acl = import_files("acl", files["acl"])
    aan = import_files("aan", files["aan"])
    arxiv = import_files("arxiv-json", files["arxiv-json"])
    assert (acl.read, acl.written, acl.merged, acl.unchanged) == (3, 3, 0, 0)
    assert (aan.read, aan.written) == (4, 4)
    assert (arxiv.read, arxiv.written, arxiv.merged) == (4, 3, 1)
    assert check(clean_graph) == []


def test_an_import_run_again_changes_nothing(import_files: Import, files: Files, clean_graph: Endpoint) -> None:
    for name, path in files.items():
        import_files(name, path)
    before = digest(clean_graph)
    for name, path in files.items():
        again = import_files(name, path)
        assert again.unchanged == again.read > 0
    assert digest(clean_graph) == before


def test_the_order_of_imports_does_not_show(
    import_files: Import, files: Files, clean_graph: Endpoint, rows: Rows
) -> None:
    digests = set()
    for order in permutations(files):
        rows("MATCH (n) WHERE NOT n:Migration AND NOT n:MigrationLock DETACH DELETE n")
        for name in order:
            import_files(name, files[name])
        assert check(clean_graph) == []
        digests.add(digest(clean_graph))
    assert len(digests) == 1


def test_a_work_of_two_sources_is_one_with_all_its_identifiers_and_records(
    import_files: Import, files: Files, rows: Rows
) -> None:
    import_files("arxiv-json", files["arxiv-json"])
    [[before]] = rows("MATCH (:Identifier {scheme: 'arxiv', value: '1804.00001'})-[:IDENTIFIES]->(w:Work) RETURN w.id")
    import_files("acl", files["acl"])
    [[id_, title, abstract, sources]] = rows(
        "MATCH (:Identifier {scheme: 'acl', value: 'N18-1001'})-[:IDENTIFIES]->(w:Work)<-[:DESCRIBES]-(r:Record) "
        "RETURN w.id, w.plainTitle, w.abstract, collect(r.source)"
    )
    assert (title, abstract) == ("Parsing Trees", "We study Parsing trees.")
    assert sorted(sources) == ["acl", "arxiv"]
    assert rows(
        "MATCH (i:Identifier)-[:IDENTIFIES]->(:Work {id: $id}) WHERE i.scheme IN ['doi', 'arxiv', 'acl', 'id'] "
        "RETURN i.scheme, i.value ORDER BY i.scheme",
        id=id_,
    ) == [["acl", "N18-1001"], ["arxiv", "1804.00001"], ["doi", "10.18653/v1/n18-1001"]] + (
        [["id", before]] if before != id_ else []
    )


def test_a_record_that_joins_two_works_folds_them_and_keeps_what_pointed_at_both(
    import_files: Import, tmp_path: Path, files: Files, rows: Rows, clean_graph: Endpoint
) -> None:
    import_files("acl", files["acl"])
    import_files("aan", files["aan"])
    line = files["arxiv-json"].read_text().splitlines()[0]
    apart = tmp_path / "apart.jsonl"
    apart.write_text(line.replace("10.18653/V1/N18-1001", "10.5555/elsewhere") + "\n")
    import_files("arxiv-json", apart)
    assert rows("MATCH (w:Work) RETURN count(w)") == [[4]]
    joined = tmp_path / "joined.jsonl"
    joined.write_text(line + "\n")
    assert import_files("arxiv-json", joined).written == 1
    assert rows("MATCH (w:Work) RETURN count(w)") == [[3]]
    assert rows("MATCH (w:Work {authorsCount: 2, citationCount: 3}) RETURN w.plainTitle") == [["Parsing Trees"]]
    assert check(clean_graph) == []


def test_a_citation_waits_for_the_work_that_it_names(import_files: Import, files: Files, rows: Rows) -> None:
    import_files("aan", files["aan"])
    assert rows("MATCH ()-[r:CITES]->() RETURN count(r)") == [[0]]
    import_files("acl", files["acl"])
    assert rows(
        "MATCH (a:Work)-[:CITES]->(b:Work) MATCH (a)<-[:IDENTIFIES]-(i {scheme: 'acl'}) "
        "MATCH (b)<-[:IDENTIFIES]-(j {scheme: 'acl'}) RETURN i.value, j.value ORDER BY i.value"
    ) == [["N18-1001", "N18-1001"], ["N18-1002", "N18-1001"], ["N18-1003", "N18-1001"]]
    assert rows("MATCH (:Identifier)-[r:REFERS_TO]->(i) WHERE i.value STARTS WITH 'P' RETURN i.value") == [["P05-1001"]]


def test_a_name_is_joined_by_a_shared_coauthor_only_and_the_rule_is_recorded(
    import_files: Import, files: Files, rows: Rows
) -> None:
    import_files("arxiv-json", files["arxiv-json"])
    people = rows(
        "MATCH (r:Researcher {nameKey: 'wei wang'})-[:AUTHORED]->(w:Work) "
        "WITH r, w ORDER BY w.plainTitle WITH r, collect(w.plainTitle) AS titles "
        "RETURN r.identityRule, r.identityConfidence, titles "
        "ORDER BY titles[0]"
    )
    assert people == [
        ["SINGLE_AUTHORSHIP", 1.0, ["Parsing trees"]],
        ["NAME_AND_EVIDENCE", 0.95, ["Trees of the east", "Trees of the south"]],
        ["SINGLE_AUTHORSHIP", 1.0, ["Trees of the west"]],
    ]


def test_an_explicit_id_and_a_name_of_the_anthology_are_two_people(
    import_files: Import, files: Files, rows: Rows
) -> None:
    import_files("acl", files["acl"])
    assert rows(
        "MATCH (r:Researcher {nameKey: 'yang liu'})<-[:IDENTIFIES]-(i {scheme: 'acl-person'}) "
        "RETURN i.value, r.identityRule ORDER BY i.value"
    ) == [["yang-liu", "ANTHOLOGY_NAME"], ["yang-liu-ict", "AUTHORITY"]]


def test_slugs_are_unique_and_an_old_one_stays_an_alias(
    import_files: Import, files: Files, tmp_path: Path, rows: Rows
) -> None:
    import_files("acl", files["acl"])
    slugs = [slug for (slug,) in rows("MATCH (w:Work {slugBase: 'parsing-trees'}) RETURN w.slug ORDER BY w.slug")]
    assert slugs[0] == "parsing-trees"
    assert slugs[1].startswith("parsing-trees-")
    changed = tmp_path / "changed.xml"
    changed.write_text(files["acl"].read_text().replace("Parsing Forests", "Parsing Woods"))
    summary = import_files("acl", changed)
    assert (summary.written, summary.unchanged) == (1, 2)
    assert rows("MATCH (w:Work {slug: 'parsing-woods'})<-[:IDENTIFIES]-(i {scheme: 'slug:work'}) RETURN i.value") == [
        ["parsing-forests"]
    ]


def test_collaborations_weigh_what_newman_says(import_files: Import, files: Files, rows: Rows) -> None:
    import_files("arxiv-json", files["arxiv-json"])
    assert rows(
        "MATCH (a:Researcher {name: 'Li Na'})-[c:COLLABORATED_WITH]-(b:Researcher) "
        "RETURN b.name, c.works, c.weight, c.firstYear, c.lastYear ORDER BY b.name"
    ) == [["Kim Novak", 1, 0.5, 2018, 2018], ["Wei Wang", 2, 1.5, 2018, 2018]]


def test_what_cannot_be_used_is_kept_with_place_and_reason(import_files: Import, tmp_path: Path, files: Files) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"id": "1804.00009"}\n' + files["arxiv-json"].read_text())
    summary = import_files("arxiv-json", broken)
    assert (summary.read, summary.written, summary.quarantined) == (5, 4, 1)
    [line] = (tmp_path / "quarantine" / f"{summary.run}.jsonl").read_bytes().splitlines()
    rejected = msgspec.json.decode(line)
    assert rejected["place"] == "line 1"
    assert rejected["reason"]
    assert "1804.00009" in rejected["raw"]


def test_a_refused_file_does_not_keep_the_others_from_being_imported(
    import_files: Import, tmp_path: Path, files: Files
) -> None:
    other = tmp_path / "other.xml"
    other.write_text("<html>not the Anthology</html>")
    cut = tmp_path / "cut.xml"
    text = files["acl"].read_text().replace("N18", "N17")
    cut.write_text(text[: text.index("Parsing Forests")])
    summary = import_files("acl", other, cut, files["acl"])
    assert summary.read == 4
    assert len(summary.problems) == 2
    assert "Nothing of it was imported" in summary.problems[0]
    assert "What came before was imported" in summary.problems[1]


def test_the_run_is_on_record(import_files: Import, files: Files, rows: Rows) -> None:
    summary = import_files("acl", files["acl"])
    assert rows("MATCH (run:ImportRun) RETURN run.id, run.format, run.state, run.read, run.written") == [
        [summary.run, "acl", "COMPLETED", 3, 3]
    ]


def test_two_imports_at_once_give_the_graph_of_one_after_the_other(
    import_files: Import, files: Files, clean_graph: Endpoint, rows: Rows
) -> None:
    for name, path in files.items():
        import_files(name, path)
    expected = digest(clean_graph)
    rows("MATCH (n) WHERE NOT n:Migration AND NOT n:MigrationLock DETACH DELETE n")
    threads = [threading.Thread(target=import_files, args=item) for item in files.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert check(clean_graph) == []
    assert digest(clean_graph) == expected


def test_the_demo_holds_the_works_of_the_page(import_files: Import, rows: Rows, clean_graph: Endpoint) -> None:
    summary = import_files("demo")
    assert summary.quarantined == 0
    assert check(clean_graph) == []
    assert rows(
        "MATCH (:Researcher {slug: 'maithra-raghu'})-[:AUTHORED]->(w:Work)-[:PUBLISHED_IN]->(:Source {name: 'arXiv'}) "
        "RETURN w.type, w.year, w.plainTitle ORDER BY w.year DESC, w.plainTitle"
    ) == [
        ["preprint", 2022, "Do Vision Transformers See Like Convolutional Neural Networks?"],
        ["preprint", 2022, "On the Origins of the Block Structure Phenomenon in Neural Network Representations"],
        ["preprint", 2020, "A Survey of Deep Learning for Scientific Discovery"],
        ["preprint", 2020, "Anatomy of Catastrophic Forgetting: Hidden Representations and Task Semantics"],
        ["preprint", 2020, "Rapid Learning or Feature Reuse? Towards Understanding the Effectiveness of MAML"],
    ]
    assert rows("MATCH (r:Researcher {slug: 'maithra-raghu'}) RETURN r.identityRule") == [["CURATED"]]
