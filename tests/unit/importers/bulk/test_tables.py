"""The tables between the steps of a bulk import."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from graphdb.derived.researchers import Facts, figures
from graphdb.owner_edits.words import NO_WORDS
from graphdb.writer.descriptions import Said
from importers.bulk.figures import standing
from importers.bulk.outcome import count_outcome
from importers.bulk.tables import FIGURES, PROPERTIES, WORK_PROPERTIES, Tables, empties, key_of, name_of
from importers.descriptions import institution_mention, topic_mention, venue_mention
from importers.entities import MERGES
from importers.entries import prepare_entry
from importers.merge import merge
from importers.pipeline import Summary
from importers.records import (
    Identifier,
    InstitutionRecord,
    ResearcherEntry,
    SourceKind,
    TopicRecord,
    VenueRecord,
    WorkRecord,
    WorkType,
)


@pytest.fixture
def tables(tmp_path: Path) -> Iterator[Tables]:
    with closing(Tables(tmp_path, 1)) as tables:
        yield tables


def test_a_work_has_the_columns_that_its_records_give_it() -> None:
    record = WorkRecord("acl", "1", (Identifier("acl", "P18-1001"),), "A", "A", WorkType.ARTICLE)
    assert list(merge([record]).properties) == list(WORK_PROPERTIES)


def test_people_have_the_columns_that_follow_from_their_works() -> None:
    facts = Facts("r_a", None, "Ada", None, None, True, [], [], 0, 0, 0, 0, affiliated=False, described=True)
    properties, _ = figures(facts, 0)
    # What is loaded has no more than the first level, and no owner who says something.
    unsaid = {"verificationLevel", "sourcesName", *NO_WORDS.properties()}
    assert set(properties) - {"id", *unsaid} == set(FIGURES)
    assert all(properties[name] is None for name in unsaid)


@pytest.mark.parametrize("count", [0, 9, 10, 31, 32, 99, 100, 316, 317, 999, 1_000, 1_000_000, 1_000_001])
def test_standing_has_a_word_for_each_step_reached(tables: Tables, count: int) -> None:
    [(words,)] = tables.rows(f"SELECT {standing(str(count))}")
    assert (words or "").split() == [f"s{step}" for step in range(2, 15) if count >= 10 ** (step / 2)]


def test_things_have_the_columns_that_their_descriptions_give_them() -> None:
    ror = Identifier("ror", "0abcde165")
    described = [
        topic_mention("arxiv", TopicRecord("arxiv", "cs.CL", "Language")),
        institution_mention("openalex", InstitutionRecord("North", (ror,))),
        venue_mention("acl", VenueRecord("Letters", SourceKind.JOURNAL, (Identifier("issn", "1234-5679"),))),
        prepare_entry(ResearcherEntry("orcid", "1", (Identifier("orcid", "0000-0001-5109-3700"),), "Ada")).description,
    ]
    found = {each.label: each for each in described}
    assert found.keys() == PROPERTIES.keys()
    for label, each in found.items():
        said = [Said(each.id, each.source, each.payload, is_record=each.key is not None)]
        assert list(MERGES[label](said)) == list(PROPERTIES[label])


def test_every_character_comes_back_from_the_disk(tables: Tables) -> None:
    odd = ['a"b', "new\nline", "tab\t\x00nul", "", "é\U0001f600\u2028", "\\"]
    tables.insert("claims", [{"names": odd, "wanted": True}])
    assert list(tables.rows("SELECT names, wanted FROM claims")) == [(odd, True)]


def test_a_query_without_rows_writes_no_file(tables: Tables, tmp_path: Path) -> None:
    assert tables.write("SELECT work FROM published", tmp_path / "none.parquet") == 0
    assert not (tmp_path / "none.parquet").exists()


def test_rows_of_one_key_stay_in_one_part_and_no_row_is_left_out(tables: Tables) -> None:
    rows = [(1, "a"), (1, "b"), (1, "c"), (2, "d"), (3, "e"), (7, "f")]
    tables.insert("named", [{"root": root, "id": id_, "best": ""} for root, id_ in reversed(rows)])
    parts = tables.parts("named", "root", 2)
    assert parts == [(1, 1), (2, 2), (3, 7)]
    query = "SELECT root, id FROM named WHERE root BETWEEN $1 AND $2 ORDER BY root, id"
    taken = []
    for part in tables.in_parts(query, parts):
        # What a part brings goes into tables before the next one is asked for.
        tables.insert("claims", [{"names": [name for _, name in part], "wanted": True}])
        taken += part
    assert taken == rows
    assert tables.number("SELECT count(*) FROM claims") == 3
    assert tables.parts("about", "work", 2) == []


def test_lists_are_the_same_however_few_rows_are_gathered_at_once(
    tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [{"source": source, "citing": f"doi {n}", "cited": "doi 0"} for n in range(20) for source in ("acl", "dblp")]
    tables.insert("citations", rows)
    query = "SELECT citing, list_sort(list(source)) AS sources FROM part GROUP BY citing"
    tables.gather("whole", "citations", "citing", query)
    monkeypatch.setattr("importers.bulk.tables.GATHERED", 7)
    tables.gather("pieced", "citations", "citing", query)
    expected = [(f"doi {n}", ["acl", "dblp"]) for n in range(20)]
    for table in ("whole", "pieced"):
        assert sorted(tables.rows(f"SELECT * FROM {table}")) == sorted(expected)


def test_lists_that_do_not_fit_the_memory_at_once_are_gathered_in_smaller_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importers.bulk.tables.MEMORY", "25MB")
    with closing(Tables(tmp_path, 2)) as tables:
        tables.run(
            "INSERT INTO citations SELECT 'source ' || n % 3, 'doi 10.1234/' || n // 3, 'doi 10.1234/0' "
            "FROM range(600_000) AS r(n)"
        )
        query = "SELECT citing, list_sort(list(source)) AS sources FROM part GROUP BY citing"
        with pytest.raises(duckdb.OutOfMemoryException):
            tables.run(f"CREATE TABLE whole AS WITH part AS (SELECT * FROM citations) {query}")
        tables.gather("gathered", "citations", "citing", query)
        assert tables.number("SELECT count(*) FROM gathered") == 200_000
        assert tables.number("SELECT count(*) FROM gathered WHERE sources = ['source 0', 'source 1', 'source 2']") == (
            200_000
        )


def test_an_identifier_is_one_text_and_back() -> None:
    key = ("dblp-person", "Wei Wang 0007")
    assert key_of(name_of(key)) == key


def test_what_is_empty_is_noted() -> None:
    [row] = empties("Work", "w_1", {"title": "", "authorNames": [], "year": 0, "isOpenAccess": False, "url": None})
    assert row == {"label": "Work", "id": "w_1", "properties": '{"title":"","authorNames":[]}'}
    assert list(empties("Work", "w_1", {"title": "A"})) == []


def test_versions_of_a_record_count_one_by_one(tables: Tables) -> None:
    record = {"source": "arxiv", "key": "1", "payload": "{}", "joinKey": None}
    versions = [(1, "a", "x"), (2, "b", "y"), (3, "a", "x"), (4, "a", "z")]
    tables.insert("records", [{"seq": seq, "id": id_, "hash": hash_, **record} for seq, id_, hash_ in versions])
    for statement in (
        "CREATE TABLE latest AS SELECT max(seq) AS seq FROM records GROUP BY id",
        "CREATE TABLE latest_entries AS SELECT max(seq) AS seq FROM entries GROUP BY id",
        'CREATE TABLE described AS SELECT entity, false AS "isRecord" FROM entries',
    ):
        tables.run(statement)
    # Both records are of one work.
    tables.insert("works", [{"id": "w_1"}])
    summary = Summary(run="1", format="arxiv-json", read=4)
    count_outcome(tables, summary)
    assert (summary.written, summary.unchanged, summary.merged) == (2, 1, 1)
