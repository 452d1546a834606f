"""The first questions, asked by the server itself: no visitor should have to wait for Neo4j's planner."""

import asyncio
import gc
import time
from collections.abc import Mapping
from typing import Any

import strawberry
import structlog
from strawberry.types import ExecutionResult

from graphdb.graph import Graph
from graphdb.research_graph.records import EntityKind
from resolvers.context import RequestContext
from server.persisted_documents import queries_by_name
from server.site.entities import ENTITY_PAGES

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

# What the pages' own operations are asked with: by the first entity of each kind, as above.
FIRST = """
{
  RESEARCHER: researchers(first: 1) { nodes { id slug } }
  WORK: works(first: 1) { nodes { id slug } }
  TOPIC: topics(first: 1) { nodes { id slug } }
  INSTITUTION: institutions(first: 1) { nodes { id slug } }
  SOURCE: sources(first: 1) { nodes { id slug } }
}
"""
PAGE_VARIABLES: Mapping[str, Mapping[str, Any]] = {
    "Profile": {"by": {"slug": "RESEARCHER-SLUG"}},
    "ClaimPage": {"by": {"slug": "RESEARCHER-SLUG"}},
    "Work": {"by": {"slug": "WORK-SLUG"}},
    "Topic": {"by": {"slug": "TOPIC-SLUG"}},
    "Institution": {"by": {"slug": "INSTITUTION-SLUG"}},
    "Source": {"by": {"slug": "SOURCE-SLUG"}},
    "Slice": {"seeds": ["RESEARCHER"], "perKind": 3},
    "Works": {"of": "TOPIC"},
    "People": {"of": "TOPIC"},
    "Authors": {"of": "WORK"},
    "References": {"of": "WORK"},
    "CitedBy": {"of": "WORK"},
    "Citation": {"of": "WORK", "style": "APA"},
    "Similar": {"of": "WORK"},
    "Prior": {"of": "WORK"},
    "Derivative": {"of": "WORK"},
    "Start": {},
    "Search": {"query": "a*"},
    "SearchCounts": {"query": "a*"},
    "FilteredWorks": {"filter": {"text": "a*"}, "orderBy": {"field": "RELEVANCE", "direction": "DESC"}},
    "WorkFacets": {"filter": {"text": "a*"}},
    "Suggest": {"prefix": "a"},
    "Suggestions": {"prefix": "a"},
    "Around": {"seeds": ["RESEARCHER"], "depth": 2, "perKind": 6},
    "Among": {"ids": ["RESEARCHER", "WORK"]},
    "Paths": {"from": "RESEARCHER", "to": "INSTITUTION"},
    "ExplorerEntity": {"id": "RESEARCHER"},
    "ExplorerSimilar": {"id": "WORK"},
    "ExplorerView": {"id": "v_aaaaaaaaaaaaaaaa"},
}
"""By the names of operations; a kind stands for the id of its first entity, with -SLUG for its slug. Those that are not
here are not asked: they change something, or show what is somebody's own."""

_log = structlog.get_logger(__name__)


async def warm_up(schema: strawberry.Schema, graph: Graph) -> None:
    """Ask `graph` what visitors will ask; a graph that does not answer yet is not waited for."""
    started = time.monotonic()
    patient = graph.with_timeout(PATIENCE_SECONDS)

    async def ask(text: str, variables: dict[str, Any] | None = None, name: str | None = None) -> ExecutionResult:
        return await schema.execute(text, variables, context_value=RequestContext(patient), operation_name=name)

    results = [await ask(text) for text in WARM_UP]
    first = (await ask(FIRST)).data or {}
    found = {kind: page["nodes"][0] for kind, page in first.items() if page and page["nodes"]}
    # A store that lacks a kind has little to wait for.
    if len(found) == len(EntityKind):
        names = {kind: entity["id"] for kind, entity in found.items()}
        names |= {f"{kind}-SLUG": entity["slug"] for kind, entity in found.items()}
        asked = [(text, PAGE_VARIABLES[name], name) for name, text in queries_by_name() if name in PAGE_VARIABLES]
        # Pages come with a head that is asked for here.
        heads = {page.query: {"by": {"slug": f"{page.field.upper()}-SLUG"}} for page in ENTITY_PAGES}
        asked += [(text, variables, "Head") for text, variables in heads.items()]
        results += [await ask(text, _with_names(variables, names), name) for text, variables, name in asked]
    # What stands now stands for good, and is not to be looked through each time that garbage is: with it, making the
    # thousands of records of a large answer takes half as long again.
    gc.collect()
    gc.freeze()
    errors = sum(len(result.errors or ()) for result in results)
    _log.info("warmed_up", seconds=round(time.monotonic() - started, 1), errors=errors)


def _with_names(given: Any, names: Mapping[str, str]) -> Any:
    """Return the variables with an id or a slug in the place of each kind."""
    if isinstance(given, Mapping):
        return {name: _with_names(value, names) for name, value in given.items()}
    if isinstance(given, list):
        return [_with_names(value, names) for value in given]
    return names.get(given, given) if isinstance(given, str) else given


async def warmed_or_told_to_stop(warming: "asyncio.Task[None]", stopping: asyncio.Event) -> None:
    """Wait for `warming`, so that nobody's question waits for the plans, but not for ever nor when it is to stop."""
    told = asyncio.create_task(stopping.wait())
    await asyncio.wait({warming, told}, timeout=WARM_UP_SECONDS, return_when=asyncio.FIRST_COMPLETED)
    told.cancel()
