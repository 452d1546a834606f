"""The first questions, asked by the server itself: no visitor should have to wait for Neo4j's planner."""

import asyncio
import time

import strawberry
import structlog

from graphdb.graph import Graph
from resolvers.context import RequestContext

WARM_UP_SECONDS = 30.0
"""So long a server waits for its answers before it takes questions; they go on being made meanwhile."""

# What the pages and the examples read, from whatever entity stands first: the plans are the same for all.
WARM_UP = """
{
  researchers(first: 1) {
    nodes {
      name
      affiliation { state institution { name } }
      trust { score }
      identifiers { scheme }
      closeCollaboratorCount { value }
      works(first: 10) {
        totalCount
        nodes { title source { name } authorships(first: 10) { nodes { researcher { name } } } }
      }
      topics(first: 10) { totalCount nodes { name } }
      institutions(first: 10) { nodes { name } }
      collaborators(first: 10) { totalCount edges { works node { name } } }
      countsByYear { year works }
      hIndex
      researchGraph(depth: 2) { nodes { id entity { id } } edges { id } }
    }
  }
  works(first: 1) {
    totalCount
    nodes {
      topics(first: 10) { edges { score node { name } } }
      references(first: 10) { nodes { title } }
      citedBy(first: 10) { nodes { title } }
      similar(first: 10) { nodes { title } }
    }
  }
  topics(first: 1) { nodes { works(first: 10) { totalCount nodes { title } } } }
  suggest(prefix: "a") { label entity { id } }
  search(query: "a*", first: 1) { totalCount nodes { id } }
}
"""

_log = structlog.get_logger(__name__)


async def warm_up(schema: strawberry.Schema, graph: Graph) -> None:
    """Ask `graph` what visitors will ask; a graph that does not answer yet is not waited for."""
    started = time.monotonic()
    # A plan that is not finished is lost: on a busy machine the bound of a request may end many at once.
    patient = graph.with_timeout(WARM_UP_SECONDS)
    result = await schema.execute(WARM_UP, context_value=RequestContext(patient))
    _log.info("warmed_up", seconds=round(time.monotonic() - started, 1), errors=len(result.errors or ()))


async def warmed_or_told_to_stop(warming: "asyncio.Task[None]", stopping: asyncio.Event) -> None:
    """Wait for `warming`, so that nobody's question waits for the plans, but not for ever nor when it is to stop."""
    told = asyncio.create_task(stopping.wait())
    await asyncio.wait({warming, told}, timeout=WARM_UP_SECONDS, return_when=asyncio.FIRST_COMPLETED)
    told.cancel()
