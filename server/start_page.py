"""The page at `/`: what this is, how much it holds, and where to go."""

from html import escape

from starlette.requests import Request
from starlette.responses import Response

from graphdb.counts import EntityCounts, entity_counts
from graphdb.graph import Graph, GraphUnavailable
from server.examples import EXAMPLES
from server.page_shell import page

_INTRODUCTION = """\
<h1><img src="/static/favicon.svg" alt="" width="35" height="35">BZPEER</h1>
<p>A research graph that answers GraphQL: researchers, works, topics, institutions and the sources they were published
in, with the edges between them. Ask for a profile with every figure on it, or for the research graph around a person,
a work or a topic.</p>
"""

_PLACES = """\
<h2>Where to go</h2>
<ul>
<li><a href="/graphql">GraphiQL</a>: write queries in the browser, with the documentation of every field beside</li>
<li><a href="/schema.graphql">Schema</a>: the whole API in GraphQL's schema language</li>
<li><code>POST /graphql</code>: the API itself, for any GraphQL client</li>
<li><a href="/export/works.bib?filter=%7B%22text%22%3A%22transfer%20learning%22%7D">Exports</a>: works as BibTeX, RIS,
CSL-JSON, CSV, JSON lines or JSON-LD, graphs as GraphML, GEXF, CSV or JSON; this one is what there is on transfer
learning, as BibTeX</li>
<li><a href="/readyz">Readiness</a>, <a href="/healthz">health</a> and
<a href="/metrics">metrics</a> of this server</li>
</ul>
<p class="quiet">The documentation is in the folder <code>docs/</code> of the project.</p>
"""


async def start_page(request: Request) -> Response:
    """The page; it is there when the graph is away, too, and says so."""
    graph: Graph = request.app.state.graph
    try:
        holdings = _counts(await entity_counts(graph))
    except GraphUnavailable:
        holdings = '<p role="alert">The graph database does not answer at the moment; queries fail until it does.</p>\n'
    links = "\n".join(f'<li><a href="{escape(example.link)}">{escape(example.title)}</a></li>' for example in EXAMPLES)
    body = f"{_INTRODUCTION}{holdings}<h2>Try a query</h2>\n<ul>\n{links}\n</ul>\n{_PLACES}"
    return page("BZPEER", body, headers={"cache-control": "no-cache"})


def _counts(counts: EntityCounts) -> str:
    figures = (
        ("works", counts.works),
        ("researchers", counts.researchers),
        ("topics", counts.topics),
        ("institutions", counts.institutions),
        ("sources", counts.sources),
    )
    cells = "".join(f"<div><dt>{name}</dt><dd>{number:,}</dd></div>" for name, number in figures)
    return f'<dl class="counts" aria-label="What the graph holds">{cells}</dl>\n'
