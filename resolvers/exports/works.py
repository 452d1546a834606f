"""Works as a file, page by page."""

from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass

from graphdb.exported_works import SelectedWork, exported_works, in_parts, works_by_filter, works_by_id
from graphdb.filters.compile import compile_filter
from graphdb.filters.conditions import Where
from resolvers.context import RequestContext
from resolvers.entities import permalink
from resolvers.exports.work_files import WORK_FILES, WorkFormat


@dataclass(frozen=True, slots=True)
class Selection:
    """The works of a file."""

    pages: AsyncIterator[Iterable[SelectedWork]]
    missing: Sequence[str] = ()
    """Ids that were asked for and name nothing."""
    found_any: bool = True
    """Of the ids that were asked for, some name works; of a filter it is not known before."""


async def selected_by_ids(context: RequestContext, ids: Sequence[str]) -> Selection:
    """Return the works that `ids` name, each once, in the order asked for.

    Raises `BadBoundError` and `BadIdError`.
    """
    selected = await works_by_id(context.graph, ids)
    return Selection(_one_page(selected.works), selected.missing, bool(selected.works))


async def _one_page(works: Iterable[SelectedWork]) -> AsyncIterator[Iterable[SelectedWork]]:
    yield works


def selected_by_filter(context: RequestContext, where: Where | None) -> Selection:
    """Return all works that fulfil a filter, the newest year first, then by title and id.

    Raises `BadBoundError` and `BadIdError`.
    """
    return Selection(works_by_filter(context.graph, compile_filter("Work", where) if where else None))


async def work_file(context: RequestContext, format_: WorkFormat, selection: Selection) -> AsyncIterator[bytes]:
    """Give the file of the works, piece by piece.

    Each piece takes a Cypher call or two, memory that does not grow with the file, and a row of the caller's allowance
    for each work. Raises `GraphUnavailable`,
    `QueryTimeout` and `QueryTooLarge`; what was given until then is no whole file.
    """
    file = WORK_FILES[format_]
    begun = False
    async for page in selection.pages:
        for ids in in_parts(page):
            records = await exported_works(context.graph, ids)
            context.spend(len(records))
            texts = [file.write(record, permalink(context, record.work.id, record.work.slug)) for record in records]
            if texts:
                yield ((file.between if begun else file.head) + file.between.join(texts)).encode()
                begun = True
    end = file.tail if begun else file.head + file.tail
    if end:
        yield end.encode()
