"""The author records of those with whom the viewer has to do."""

from graphdb.follows.errors import UnknownEntityError
from graphdb.ids import kind_of
from graphdb.records import ResearcherRecord
from resolvers.context import RequestContext
from resolvers.loaders.entities import EntityName


async def person(context: RequestContext, id_: str) -> ResearcherRecord:
    """Return the researcher whom an id names, old or current; raises `UnknownEntityError`."""
    found = await researcher_of(context, id_) if kind_of(id_) == "Researcher" else None
    if found is None:
        raise UnknownEntityError
    return found


async def researcher_of(context: RequestContext, id_: str | None) -> ResearcherRecord | None:
    """Return the author record that was somebody's when its id was noted; None where there was none, or it is gone."""
    if id_ is None:
        return None
    found = await context.loaders.entity_by_name.load(EntityName("Researcher", "id", id_))
    return found if isinstance(found, ResearcherRecord) else None
