"""The first questions, asked by the server itself: no visitor should have to wait for Neo4j's planner."""

import asyncio
import time

import strawberry
import structlog

from graphdb.graph import Graph
from resolvers.context import RequestContext

WARM_UP_SECONDS = 30.0
"""So long a server waits for its answers before it takes questions; they go on being made meanwhile."""
PATIENCE_SECONDS = 120.0
"""And so long it waits for each answer: a plan that is not finished is lost, and on a busy machine each takes long."""

# What the pages and the examples read, from whatever entity stands first: the plans are the same for all.
PAGES = """
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

# What is asked less often, and takes long to plan. Ids that nothing has will do for what is found from ids.
GRAPH_QUESTIONS = """
{
  pathsBetween(from: "r_aaaaaaaaaaaaaaaa", to: "r_bbbbbbbbbbbbbbbb") { length }
  bridge(from: "r_aaaaaaaaaaaaaaaa", to: "r_bbbbbbbbbbbbbbbb") { nodes { id } }
  inducedGraph(ids: "r_aaaaaaaaaaaaaaaa") { nodes { id } }
  researchers(first: 1) {
    nodes {
      possibleDuplicates { score }
      collaborators(first: 10, degree: 2) { totalCount edges { weight node { name } } }
    }
  }
  works(first: 1) {
    nodes {
      priorWorks(first: 10) { nodes { title } }
      derivativeWorks(first: 10) { nodes { title } }
    }
  }
}
"""

WARM_UP = (PAGES, GRAPH_QUESTIONS)
"""In turn: on a busy machine all plans at once would end none of them in time."""

_log = structlog.get_logger(__name__)


async def warm_up(schema: strawberry.Schema, graph: Graph) -> None:
    """Ask `graph` what visitors will ask; a graph that does not answer yet is not waited for."""
    started = time.monotonic()
    patient = graph.with_timeout(PATIENCE_SECONDS)
    results = [await schema.execute(text, context_value=RequestContext(patient)) for text in WARM_UP]
    errors = sum(len(result.errors or ()) for result in results)
    _log.info("warmed_up", seconds=round(time.monotonic() - started, 1), errors=errors)


async def warmed_or_told_to_stop(warming: "asyncio.Task[None]", stopping: asyncio.Event) -> None:
    """Wait for `warming`, so that nobody's question waits for the plans, but not for ever nor when it is to stop."""
    told = asyncio.create_task(stopping.wait())
    await asyncio.wait({warming, told}, timeout=WARM_UP_SECONDS, return_when=asyncio.FIRST_COMPLETED)
    told.cancel()
