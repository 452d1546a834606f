"""The frame of the pages that the server writes itself."""

from html import escape
from string import Template

from starlette.responses import HTMLResponse

_SHELL = Template("""\
<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>$title</title>
    <link rel="icon" href="/static/favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/static/site.css">
  </head>
  <body>
    <main>
$body
    </main>
  </body>
</html>
""")


def page(title: str, body: str, status: int = 200, headers: dict[str, str] | None = None) -> HTMLResponse:
    """A page in the site's frame; `title` is plain text, `body` is HTML."""
    return HTMLResponse(_SHELL.substitute(title=escape(title), body=body), status, headers)
