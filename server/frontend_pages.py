"""The pages that `frontend/` builds into the folder `server/pages`."""

from pathlib import Path

from starlette.responses import FileResponse, Response

from server.page_shell import page

PAGES = Path(__file__).parent / "pages"

# Monaco, GraphiQL's editor, writes style elements; GraphiQL's fonts are inside its style sheet.
GRAPHIQL_POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "style-src 'self' 'unsafe-inline'; font-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

_NOT_BUILT = """\
<h1>The pages are not built</h1>
<p>The server runs and <code>POST /graphql</code> answers, but GraphiQL has not been built yet.</p>
<p>In the folder of the project, run <code>make setup</code>, or <code>npm ci</code> and <code>npm run build</code>
in <code>frontend/</code>; then load this page again.</p>
<p><a href="/">Start page</a></p>
"""


def graphiql(folder: Path = PAGES) -> Response:
    """GraphiQL, or a page that says how to build it."""
    file = folder / "graphiql.html"
    # The page names its assets by their digests, so it must be asked for anew after each build.
    fresh = {"cache-control": "no-cache", "vary": "accept"}
    if not file.is_file():
        return page("Pages not built – BZPEER", _NOT_BUILT, 503, fresh)
    return FileResponse(file, headers={**fresh, "content-security-policy": GRAPHIQL_POLICY})
