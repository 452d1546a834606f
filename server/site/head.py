"""What a page says of itself to those who do not run scripts: search engines, link previews, text browsers."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

import orjson

SITE_NAME = "BZPEER"
PREVIEW = "/static/preview.png"
"""What stands beside a link to a page where such links are previewed."""

_ON_PREVIEW = "BZPEER: researchers, works, topics, institutions and venues, joined to a graph"
_LONGEST_TITLE = 150
_LONGEST_DESCRIPTION = 300


@dataclass(frozen=True, slots=True)
class Head:
    """All but `links` is plain text."""

    title: str
    description: str
    address: str | None = None
    """The one address of the page, with its host; None: search engines should not keep the page."""
    type: str = "website"
    """In the words of Open Graph."""
    json_ld: Mapping[str, Any] | None = None
    """The thing that the page is about, in the words of schema.org."""
    links: tuple[tuple[str, str], ...] = ()
    """Path and text of what a visitor without scripts can go on to."""

    def html(self, site: str) -> str:
        """Return the elements for `<head>`; `site` is the address of the site, to which all else is added."""
        title = escape(shortened(self.title, _LONGEST_TITLE))
        description = escape(shortened(self.description, _LONGEST_DESCRIPTION))
        name = SITE_NAME if self.title == SITE_NAME else f"{title} – {SITE_NAME}"
        lines = [
            f"<title>{name}</title>",
            f'<meta name="description" content="{description}">',
            f'<meta property="og:site_name" content="{SITE_NAME}">',
            f'<meta property="og:type" content="{escape(self.type)}">',
            f'<meta property="og:title" content="{title}">',
            f'<meta property="og:description" content="{description}">',
            f'<meta property="og:image" content="{escape(site)}{PREVIEW}">',
            '<meta property="og:image:width" content="1200">',
            '<meta property="og:image:height" content="630">',
            f'<meta property="og:image:alt" content="{_ON_PREVIEW}">',
            '<meta name="twitter:card" content="summary_large_image">',
        ]
        if self.address is None:
            lines.append('<meta name="robots" content="noindex">')
        else:
            address = escape(self.address)
            lines += [f'<link rel="canonical" href="{address}">', f'<meta property="og:url" content="{address}">']
        if self.json_ld is not None:
            lines.append(f'<script type="application/ld+json">{_embedded(self.json_ld)}</script>')
        return "\n    ".join(lines)

    def noscript(self) -> str:
        """Return what is shown where scripts do not run, as HTML."""
        links = "".join(f'<li><a href="{escape(path)}">{escape(text)}</a></li>' for path, text in self.links)
        return (
            f"<h1>{escape(shortened(self.title, _LONGEST_TITLE))}</h1><p>{escape(self.description)}</p>"
            f"{f'<ul>{links}</ul>' if links else ''}"
            "<p>This page is drawn by a script, which your browser does not run. <code>POST /graphql</code> answers "
            'any GraphQL client, by the <a href="/schema.graphql">schema</a>.</p>'
        )


def shortened(text: str, length: int) -> str:
    """Return the text on one line, cut at a word where it is longer than `length` characters."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    return line[: length - 1].rsplit(" ", 1)[0] + "…"


def _embedded(data: Mapping[str, Any]) -> str:
    # A script element ends at the first "</script", and "<!--" changes how the rest is read.
    return orjson.dumps(data).decode().replace("<", "\\u003c")
