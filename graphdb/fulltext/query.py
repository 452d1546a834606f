"""What somebody typed into a search box, understood: words, "phrases", prefix*, fuzzy~, field:word, -without, a OR b.

Any text has a meaning. Characters that mean nothing where they stand are blanks.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from graphdb.fulltext.folding import is_unspaced, words
from graphdb.keyset import BadBoundError

MAX_LENGTH = 1_000
"""Characters of a query."""
MAX_TERMS = 64
"""Words and phrases of a query: Lucene bounds the clauses that they become."""
MAX_FUZZY = 3
"""Words that may be fuzzy: each becomes up to 50 clauses a property. Further ones are taken as they are written."""
MAX_SLOP = 10
FIELDS = frozenset({"title", "abstract", "author", "name", "venue"})

_TERM = re.compile(
    r"""(?P<sign>[-+!]?)
        (?:(?P<field>[A-Za-z]+):)?
        (?:"(?P<phrase>[^"]*)(?:"(?:~(?P<slop>[0-9]{1,2})[0-9]*)?|$)
         | (?P<text>[^\s"()]+))""",
    re.VERBOSE,
)
_GROUP = re.compile(r"\b([A-Za-z]+):\(([^()\"]*)\)")
_FUZZY = re.compile(r"~([0-9]?)[0-9.]*$")


class Match(Enum):
    """How the last word of a term is compared."""

    EXACT = "exact"
    PREFIX = "prefix"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or several that stand together."""

    text: str
    """As it was typed, without the signs around it; has a word at least."""
    match: Match = Match.EXACT
    distance: int = 0
    """Edits that a fuzzy word may be away, or words that may stand between those of a phrase."""
    field: str | None = None
    """One of `FIELDS`; None: any."""


@dataclass(frozen=True, slots=True)
class TextQuery:
    """All of `required`, in each any of its alternatives, and none of `excluded`."""

    required: tuple[tuple[Term, ...], ...]
    excluded: tuple[Term, ...] = ()

    @property
    def sought(self) -> list[Term]:
        """The terms that a text may answer to."""
        return [term for alternatives in self.required for term in alternatives]


def parse_query(text: str, argument: str = "query") -> TextQuery:
    """Return what `text` asks for; raises `BadBoundError`, which names `argument`, for a text that is too long."""
    if len(text) > MAX_LENGTH:
        raise BadBoundError(
            f"`{argument}` may hold {MAX_LENGTH} characters, not {len(text)}.", "Search for a part of it."
        )
    # Texts are stored composed, and analysers do not compose.
    text = unicodedata.normalize("NFC", text)
    required: list[tuple[Term, ...]] = []
    excluded: list[Term] = []
    alternative = negated = False
    for match in _TERM.finditer(_GROUP.sub(_spread, text)):
        plain = not match["sign"] and not match["field"] and match["phrase"] is None
        if plain and match["text"] in {"OR", "||", "|"}:
            alternative = bool(required)
            continue
        if plain and match["text"] in {"NOT", "AND", "&&"}:
            negated = match["text"] == "NOT"
            continue
        term = _term(match)
        if term is not None:
            if negated or match["sign"] in {"-", "!"}:
                excluded.append(term)
            elif alternative:
                required[-1] = (*required[-1], term)
            else:
                required.append((term,))
        alternative = negated = False
    return _bounded(required, excluded, argument)


def joined(queries: Sequence[TextQuery], argument: str) -> TextQuery:
    """Return the query of texts that answer all of `queries`; raises `BadBoundError` if it has too many words."""
    if any(not query.required for query in queries):
        return TextQuery(())
    required = [alternatives for query in queries for alternatives in query.required]
    return _bounded(required, [term for query in queries for term in query.excluded], argument)


def _bounded(required: Sequence[tuple[Term, ...]], excluded: Sequence[Term], argument: str) -> TextQuery:
    count = sum(map(len, required)) + len(excluded)
    if count > MAX_TERMS:
        raise BadBoundError(f"`{argument}` may hold {MAX_TERMS} words, not {count}.", "Search for a part of it.")
    left = MAX_FUZZY

    def bounded(term: Term) -> Term:
        nonlocal left
        left -= term.match is Match.FUZZY
        return term if left >= 0 or term.match is not Match.FUZZY else replace(term, match=Match.EXACT, distance=0)

    return TextQuery(
        tuple(tuple(map(bounded, alternatives)) for alternatives in required), tuple(map(bounded, excluded))
    )


def _spread(group: re.Match[str]) -> str:
    """Write `field:(a b)` as `field:a field:b`, where it is a field of ours."""
    field, inner = group[1], group[2]
    return " ".join(f"{field}:{word}" for word in inner.split()) if field.lower() in FIELDS else f"{field} {inner}"


def _term(match: re.Match[str]) -> Term | None:
    field = match["field"].lower() if match["field"] else None
    if match["phrase"] is not None:
        slop = min(int(match["slop"] or 0), MAX_SLOP)
        return _spoken(Term(match["phrase"], distance=slop, field=field if field in FIELDS else None))
    text: str = match["text"]
    if field is not None and field not in FIELDS:
        # No field of ours: `http://…` and `Re:…` are words like others.
        text, field = f"{match['field']}:{text}", None
    kind, distance = Match.EXACT, 0
    if tilde := _FUZZY.search(text):
        text = text[: tilde.start()]
        kind, distance = Match.FUZZY, 1 if tilde[1] == "1" else 2
    elif text.endswith("*"):
        text = text.rstrip("*?")
        kind = Match.PREFIX
    if is_unspaced(text):
        # Its last word is a single character: there is nothing to vary.
        kind, distance = Match.EXACT, 0
    return _spoken(Term(text, kind, distance, field))


def _spoken(term: Term) -> Term | None:
    """Return the term if there is a word in it."""
    return term if words(term.text) else None
