"""What a work says of itself beside its record."""

from graphdb.errors import GraphError
from resolvers.citations.styles import CitationFormat, cite
from resolvers.context import RequestContext
from resolvers.entities import permalink


async def citation(context: RequestContext, work: str, style: CitationFormat) -> str:
    """Return the citation of a work in a style; raises `GraphError` if it was merged since it was read."""
    record = await context.loaders.cited_work.load(work)
    if record is None:
        raise GraphError("The work was merged into another a moment ago.", "Ask for it again.")
    return cite(record, style, permalink(context, record.id, record.slug))
