"""The document that `frontend/` builds for all pages of the site, filled in for one of them."""

from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from server.page_shell import page
from server.site.head import Head

_THEMES = {"light", "dark"}
# The document names its assets by their digests, so it must be asked for anew after each build.
_HEADERS = {"cache-control": "no-cache", "vary": "accept, cookie"}

_NOT_BUILT = """\
<h1>The pages are not built</h1>
<p>The server runs and <code>POST /graphql</code> answers, but its pages have not been built yet.</p>
<p>In the folder of the project, run <code>make setup</code>, or <code>npm ci</code> and <code>npm run build</code>
in <code>frontend/</code>; then load this page again.</p>
"""


class Shell:
    """`pages` is the folder of the built pages; `with_orcid` says whether people can sign in there."""

    def __init__(self, pages: Path, *, with_orcid: bool = False) -> None:
        self._file = pages / "index.html"
        self.with_orcid = with_orcid

    @property
    def is_built(self) -> bool:
        """Whether there is a document to fill in."""
        return self._file.is_file()

    def response(
        self, request: Request, head: Head, site: str, status: int = 200, *, session: bool = False
    ) -> Response:
        """Return the page of the site at `site` with its head; `session`: the browser brings one, alive or not."""
        try:
            document = _document(self._file, self._file.stat().st_mtime_ns)
        except FileNotFoundError:
            return page("Pages not built – BZPEER", _NOT_BUILT, 503, _HEADERS)
        theme = request.cookies.get("theme", "")
        html = (
            document.replace("<!--noscript-->", head.noscript(), 1)
            .replace("<!--head-->", head.html(site), 1)
            .replace('data-theme="system"', f'data-theme="{theme if theme in _THEMES else "system"}"', 1)
        )
        if self.with_orcid:
            html = html.replace('data-orcid="no"', 'data-orcid="yes"', 1)
        if session:
            html = html.replace('data-session="none"', 'data-session="given"', 1)
        return HTMLResponse(html, status, _HEADERS)


@lru_cache(maxsize=2)
def _document(file: Path, _changed: int) -> str:
    return file.read_text()
