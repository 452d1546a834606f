"""Reads what OpenAlex gives out: snapshots, API answers, and its tables."""

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from importers.errors import FileRefused
from importers.finding import LeftAside, find, log_left_aside
from importers.inputs import Input
from importers.json_records import first_objects, json_records
from importers.openalex.ids import SITE, SOURCE, Kind, kind_of
from importers.openalex.registries import institution_entry, researcher_of, source_entry
from importers.openalex.shapes import Anything, Organization, Person, Source, Topic, Work
from importers.openalex.snapshot import without_stale
from importers.openalex.tables import table_reader, table_records
from importers.openalex.topics import entries_of
from importers.openalex.works import work_of
from importers.records import Record, Rejected, TopicEntry
from importers.rejection import UnusableError

_WITHIN = ("results",)
_LEFT_OUT = {
    Kind.CONCEPT: "it is a concept: OpenAlex has given them up for topics",
    Kind.FUNDER: "it is a funder, which is not imported",
    Kind.PUBLISHER: "it is a publisher, which is not imported but as a name on works and sources",
    Kind.OTHER: "it is no work, author, institution, source or topic",
}


class OpenAlex:
    """OpenAlex's works, authors, institutions, sources and topics, and its merged ids."""

    name = "openalex"
    source = SOURCE
    title = "data of OpenAlex"
    suffixes = (".jsonl", ".json", ".ndjson", ".csv", ".gz")

    def matches(self, head: bytes, _name: str, /) -> bool:
        """Say whether one of the first records has an id of OpenAlex, or the columns are those of one of its tables."""
        if table_reader(head) is not None:
            return True
        return any(
            isinstance(id_ := members.get("id"), str) and id_.lower().startswith(f"{SITE}/")
            for members in first_objects(head, _WITHIN)
        )

    def files(self, paths: Iterable[str | os.PathLike[str]], left_aside: LeftAside | None = None) -> list[Input]:
        """Return the files at `paths`; of a snapshot only those that its manifests list."""
        told = left_aside if left_aside is not None else log_left_aside
        return without_stale(find(paths, self.suffixes, told), told)

    def read(self, file: Input) -> Iterator[Record | Rejected]:
        """Yield the records of a file; concepts, publishers and funders are rejected.

        Raises:
            FileRefused: None of the first records is OpenAlex's.
            FileCutShort: After the records before the place where the file breaks off or becomes unreadable.
        """
        head = file.head()
        if not self.matches(head, file.name):
            raise FileRefused(file.name, f"it is not {self.title}: no record has an id of {SITE}")
        table = table_reader(head)
        records = json_records(file, msgspec.Raw, _records, _WITHIN) if table is None else table_records(file, table)
        yield from _each_topic_once(records)


def _records(raw: msgspec.Raw) -> Iterable[Record]:
    kind = kind_of(_decoded(raw, Anything).id)
    if kind in _LEFT_OUT:
        raise UnusableError(_LEFT_OUT[kind])
    shape, map_ = _READERS[kind]
    return map_(_decoded(raw, shape))


_READERS: dict[Kind, tuple[type[Any], Callable[[Any], Iterable[Record]]]] = {
    Kind.AUTHOR: (Person, lambda each: (researcher_of(each),)),
    Kind.INSTITUTION: (Organization, lambda each: (institution_entry(each),)),
    Kind.SOURCE: (Source, lambda each: (source_entry(each),)),
    Kind.TOPIC: (Topic, entries_of),
    Kind.WORK: (Work, lambda each: (work_of(each),)),
}
_DECODERS = {shape: msgspec.json.Decoder(shape) for shape in (Anything, *(shape for shape, _ in _READERS.values()))}


def _decoded(raw: msgspec.Raw, shape: Any) -> Any:
    return _DECODERS[shape].decode(raw)


def _each_topic_once(records: Iterable[Record | Rejected]) -> Iterator[Record | Rejected]:
    # What topics belong to stands with each of them; there are less than 300 of these.
    seen: set[TopicEntry] = set()
    for record in records:
        if isinstance(record, TopicEntry) and record.level != "topic":
            if record in seen:
                continue
            seen.add(record)
        yield record
