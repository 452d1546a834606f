"""What the graph was made from, and how much it holds."""

from collections.abc import AsyncGenerator
from typing import Annotated, cast

import strawberry

from graphdb import import_runs as records
from graphdb.import_runs import ImportRunRecord
from graphdb.keyset import PageArguments
from resolvers import imports
from schema.fields import field, subscription
from schema.node import Info
from schema.paging import After, First, ListConnection, ListEdge

strawberry.enum(
    records.ImportState,
    description="How an import stands: it runs; it came to its end; it ended with an error; its process ended without "
    "a word, and it may be taken up again.",
)


@strawberry.type(description="One import. What was read was written, was unchanged, was merged, or is in quarantine.")
class ImportRun:
    """Read from an `ImportRunRecord`."""

    id: strawberry.ID = strawberry.field(description="Id of the run, which `provenance` names; no global id.")
    format: str = strawberry.field(description="Format that was asked for: `acl`, `arxiv-json`, `auto`, …")
    state: records.ImportState = strawberry.field(description="How it stands.")
    started_at: str = strawberry.field(description="When it began: ISO 8601 date-time in UTC.")
    saved_at: str | None = strawberry.field(description="When it last wrote how far it had come.")
    ended_at: str | None = strawberry.field(description="When it ended; of an interrupted one, when it last wrote.")
    files_count: int = strawberry.field(description="How many files it read, or was to read.")
    read: int = strawberry.field(description="Records read.")
    written: int = strawberry.field(description="Records that were new, or had changed.")
    unchanged: int = strawberry.field(description="Records that the graph had already.")
    merged: int = strawberry.field(description="Records that turned out to be of one thing with others.")
    quarantined: int = strawberry.field(description="Records that could not be used.")
    problems_count: int = strawberry.field(description="Files that were refused or cut short.")

    @field("Names of the files, without their folders.")
    def files(
        self, first: Annotated[int, strawberry.argument(description="How many at most, 1 to 100.")] = 10
    ) -> list[str] | None:
        return imports.file_names(_record(self), first)

    @field(
        "Of a running import: for how many seconds it has not said how far it has come. If these are many minutes, its "
        "process may have been killed; the next import on the same machine will then say that it was interrupted."
    )
    def silent_seconds(self) -> int | None:
        return imports.silent_for(_record(self))


def _record(run: ImportRun) -> ImportRunRecord:
    return cast("ImportRunRecord", cast("object", run))


@strawberry.type(description="An import in a list.")
class ImportRunEdge(ListEdge):
    """A row."""

    node: ImportRun = strawberry.field(description="The import.")


@strawberry.type(description="A page of the list of imports.")
class ImportRunConnection(ListConnection):
    """A page."""

    edges: list[ImportRunEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[ImportRun] = strawberry.field(description="The imports of the page.")


@strawberry.type(description="All imports of one format.")
class DataSource:
    """Read from a `DataSourceRecord`."""

    format: str = strawberry.field(description="The format: `acl`, `arxiv-json`, `auto`, …")
    runs: int = strawberry.field(description="How many imports there were.")
    read: int = strawberry.field(description="Records read in all of them.")
    written: int = strawberry.field(description="Records that were new, or had changed.")
    merged: int = strawberry.field(description="Records that turned out to be of one thing with others.")
    quarantined: int = strawberry.field(description="Records that could not be used.")
    last_imported_at: str | None = strawberry.field(
        description="When the last import that came to its end did so: ISO 8601 date-time in UTC; null if none did."
    )
    last_run: ImportRun = strawberry.field(description="The import that began last.")


@strawberry.type(description="How much the graph holds, from the counts that the store keeps.")
class GraphStats:
    """Read from `GraphCounts`."""

    works: int = strawberry.field(description="Works.")
    researchers: int = strawberry.field(description="Researchers.")
    topics: int = strawberry.field(description="Topics.")
    institutions: int = strawberry.field(description="Institutions.")
    sources: int = strawberry.field(description="Sources: venues and archives.")
    authorships: int = strawberry.field(description="Authorships: people's parts in works.")
    citations: int = strawberry.field(description="Citations of works of the graph by works of the graph.")
    waiting_citations: int = strawberry.field(description="Citations of which one end is not in the graph.")
    collaborations: int = strawberry.field(description="Pairs of people who share works.")
    affiliations: int = strawberry.field(description="Affiliations of people with institutions.")
    topic_assignments: int = strawberry.field(description="Topics of works, all together.")
    publications: int = strawberry.field(description="Works in sources, all together.")
    identifiers: int = strawberry.field(description="Identifiers, old ids and slugs among them.")
    records: int = strawberry.field(description="Records: what single sources say of single things.")
    import_runs: int = strawberry.field(description="Imports.")
    last_imported_at: str | None = strawberry.field(
        description="When the last import that came to its end did so: ISO 8601 date-time in UTC; null if none did."
    )


@strawberry.type
class ImportQuery:
    """Root fields."""

    @field("What was imported of each format, by its name.")
    async def data_sources(self, info: Info) -> list[DataSource] | None:
        return cast("list[DataSource]", await imports.data_sources(info.context))

    @field("All imports, the newest first, then by id.")
    async def import_runs(self, info: Info, *, first: First = None, after: After = None) -> ImportRunConnection | None:
        return cast("ImportRunConnection", await imports.import_runs(info.context, PageArguments(first, after)))

    @field("How much the graph holds.")
    async def stats(self, info: Info) -> GraphStats | None:
        return cast("GraphStats", await imports.stats(info.context))


@strawberry.type
class ImportSubscription:
    """Root fields that give one event after another."""

    @subscription(
        "One import, as it stands, and again whenever it has come further, until it has ended or has been silent for "
        "ten minutes; null if there is none."
    )
    async def import_progress(
        self,
        info: Info,
        run: Annotated[strawberry.ID, strawberry.argument(description="Id of the run, as `importRuns` gives it.")],
    ) -> AsyncGenerator[ImportRun | None, None]:
        return cast("AsyncGenerator[ImportRun | None, None]", imports.import_progress(info.context, run))
