"""OpenAlex's tables: which ids were merged into which, and the topics with what they belong to."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping

from importers import inputs
from importers.errors import FileCutShort
from importers.inputs import Input, StreamBrokenError
from importers.openalex.ids import SOURCE, Kind, identifier, kind_of
from importers.openalex.shapes import Named, Topic
from importers.openalex.topics import entries_of
from importers.records import EntityKind, Record, Redirect, Rejected
from importers.rejection import UnusableError, rejected

_MERGED = ("merge_date", "id", "merge_into_id")
# How the table of topics is spelled where it is kept; the first column of each is the id.
_TOPICS = (
    ("id_topic", "topic", "description", "id_subfield", "subfield", "id_field", "field", "id_domain", "domain"),
    (
        *("topic_id", "topic_name", "summary", "subfield_id", "subfield_name", "field_id", "field_name", "domain_id"),
        "domain_name",
    ),
)
_ENTITIES = {
    Kind.AUTHOR: EntityKind.RESEARCHER,
    Kind.INSTITUTION: EntityKind.INSTITUTION,
    Kind.SOURCE: EntityKind.SOURCE,
    Kind.TOPIC: EntityKind.TOPIC,
    Kind.WORK: EntityKind.WORK,
}

Row = Mapping[str, str]


def table_reader(head: bytes) -> Callable[[Row], Iterator[Record]] | None:
    """Return what reads a row of the table that starts with `head`; None if it is none of OpenAlex's.

    The reader raises UnusableError for a row that it cannot use.
    """
    line = head.partition(b"\n")[0].decode("utf-8", "replace")
    columns = {name.strip(' "\r') for name in line.split(",")}
    if columns.issuperset(_MERGED):
        return redirects
    spelling = next((each for each in _TOPICS if columns.issuperset(each)), None)
    return None if spelling is None else lambda row: topics(row, spelling)


def table_records(file: Input, read: Callable[[Row], Iterator[Record]]) -> Iterator[Record | Rejected]:
    """Yield the records of a table's rows.

    Raises:
        FileCutShort: After the rows before the place where the file breaks off or is no table any more.
    """
    with file.open() as stream:
        lines = _Lines(stream)
        rows = csv.reader(lines)
        try:
            columns = [name.strip() for name in next(rows)]
            for row in rows:
                place = f"line {rows.line_num}"
                if not row:
                    continue
                text = ",".join(row)
                if len(row) != len(columns):
                    if lines.ended_within_one:
                        raise FileCutShort(file.name, place, "the file ends in the middle of this line")
                    yield rejected(file, place, f"it has {len(row)} columns, not {len(columns)}", text)
                elif "\ufffd" in text:
                    yield rejected(file, place, "it is not valid UTF-8", text)
                else:
                    yield from _records(file, place, dict(zip(columns, row, strict=True)), text, read)
        except (StreamBrokenError, csv.Error) as error:
            raise FileCutShort(file.name, f"line {rows.line_num + 1}", str(error)) from error


class _Lines:
    """The lines of a table as text, and whether the last one has no end."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._lines = inputs.lines(stream)
        self.ended_within_one = False

    def __iter__(self) -> Iterator[str]:
        for number, line in self._lines:
            if line is None:
                raise csv.Error(f"line {number} is longer than {inputs.MAX_LINE:,} bytes")
            self.ended_within_one = not line.endswith(b"\n")
            yield line.decode("utf-8", "replace")


def _records(
    file: Input, place: str, row: Row, text: str, read: Callable[[Row], Iterator[Record]]
) -> Iterator[Record | Rejected]:
    try:
        yield from tuple(read(row))
    except UnusableError as error:
        yield rejected(file, place, str(error), text)


def redirects(row: Row) -> Iterator[Redirect]:
    """Yield the redirect of a row of `merged_ids`.

    Raises:
        UnusableError: One of the ids is none, was deleted, or is of what is not imported.
    """
    entity = _ENTITIES.get(kind_of(row["id"]))
    if entity is None:
        raise UnusableError(f"{row['id']!r} is no work, person, institution, source or topic")
    old, new = identifier(row["id"]), identifier(row["merge_into_id"])
    if old is None or new is None:
        raise UnusableError(f"{row['id']!r} is not merged into another but deleted, or one of the ids is none")
    if old == new:
        raise UnusableError(f"{row['id']!r} is merged into itself")
    yield Redirect(SOURCE, entity, old, new)


def topics(row: Row, columns: tuple[str, ...]) -> Iterator[Record]:
    """Yield the entries of a row of the table of topics, whose `columns` are in the order of this module.

    Raises:
        UnusableError: The id is none, or there is no name.
    """
    id_, name, description, *above = (row[column].strip() for column in columns)
    subfield, field, domain = (Named(above[place], above[place + 1]) for place in range(0, 6, 2))
    yield from entries_of(
        Topic(
            id=f"T{id_}" if id_.isdecimal() else id_,
            display_name=name,
            description=description,
            keywords=[word.strip() for word in row.get("keywords", "").split(";")],
            subfield=subfield,
            field=field,
            domain=domain,
        )
    )
