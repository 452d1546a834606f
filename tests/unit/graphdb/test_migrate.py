from pathlib import Path

import pytest

from graphdb.migrate import (
    AppliedMigration,
    ChangedMigrationError,
    MigrationError,
    UnknownMigrationError,
    load_migrations,
    parse_migration,
    pending,
)

TEXT = "// Why; and more;\nCREATE INDEX a IF NOT EXISTS\nFOR (n:A) ON (n.b);\n\nCREATE (:A {b: 'x; y'}); \n"


def test_statements_end_with_a_semicolon_at_the_end_of_a_line() -> None:
    migration = parse_migration("V012__first_keys.cypher", TEXT)
    assert migration.statements == ("CREATE INDEX a IF NOT EXISTS\nFOR (n:A) ON (n.b)", "CREATE (:A {b: 'x; y'})")
    assert migration.label == "V012__first_keys"


def test_a_checksum_does_not_depend_on_the_line_ends_of_the_checkout() -> None:
    unix = parse_migration("V001__a.cypher", TEXT)
    windows = parse_migration("V001__a.cypher", TEXT.replace("\n", "\r\n"))
    assert unix.checksum == windows.checksum
    assert unix.checksum != parse_migration("V001__a.cypher", TEXT + "RETURN 1;\n").checksum


@pytest.mark.parametrize("name", ["1__a.cypher", "V1_a.cypher", "V001__.cypher", "V001__a b.cypher"])
def test_a_file_with_another_name_is_refused(name: str) -> None:
    with pytest.raises(MigrationError, match="not a migration's name"):
        parse_migration(name, TEXT)


def test_a_file_without_a_statement_is_refused() -> None:
    with pytest.raises(MigrationError, match="no statement"):
        parse_migration("V001__a.cypher", "// Nothing yet.\n")


def test_migrations_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for name in ("V010__c.cypher", "V2__b.cypher", "V001__a.cypher", "notes.txt"):
        (tmp_path / name).write_text(TEXT)
    assert [migration.version for migration in load_migrations(tmp_path)] == [1, 2, 10]


def test_two_migrations_with_one_number_are_refused(tmp_path: Path) -> None:
    for name in ("V001__a.cypher", "V001__b.cypher"):
        (tmp_path / name).write_text(TEXT)
    with pytest.raises(MigrationError, match="same number"):
        load_migrations(tmp_path)


def test_only_what_the_store_lacks_is_pending() -> None:
    first, second = (parse_migration(name, TEXT) for name in ("V001__a.cypher", "V002__b.cypher"))
    done = AppliedMigration(1, "a", first.checksum)
    assert pending([first, second], [done]) == [second]
    with pytest.raises(ChangedMigrationError, match="V001__a was changed"):
        pending([first, second], [AppliedMigration(1, "a", "0" * 64)])
    with pytest.raises(UnknownMigrationError, match=r"V003__c by a newer BZPEER.*V002"):
        pending([first, second], [done, AppliedMigration(3, "c", "0" * 64)])
