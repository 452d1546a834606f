"""Where a text answers to a query, as people should see it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from graphdb.fulltext.folding import fold, words
from graphdb.fulltext.query import Match, Term

PASSAGE = 240
"""Characters of a long text that are shown."""
_BEFORE = 60
"""Characters of them that lead up to the first match."""


@dataclass(frozen=True, slots=True)
class TextPart:
    """A piece of a text."""

    text: str
    is_match: bool
    """It answers to the query."""


def marked(text: str, terms: Sequence[Term]) -> list[TextPart]:
    """Return the whole of `text` in pieces, those that answer to any of `terms` apart."""
    return _parts(text, _matches(text, terms), 0, len(text))


def passage(text: str, terms: Sequence[Term]) -> list[TextPart]:
    """Return the passage of `text` with the most matches, of 240 characters at most beside the ellipses."""
    matches = _matches(text, terms)
    if len(text) <= PASSAGE or not matches:
        return _parts(text, matches, 0, len(text)) if len(text) <= PASSAGE else []
    starts = [max(0, begin - _BEFORE) for begin, _ in matches]
    start = max(starts, key=lambda at: (sum(at <= begin and end <= at + PASSAGE for begin, end in matches), -at))
    whole = [(begin, end) for begin, end in words(text) if begin >= start and end <= start + PASSAGE]
    if not whole:
        # One word fills it all.
        return []
    begin, end = (whole[0][0] if start else 0), whole[-1][1]
    end = len(text) if end + _BEFORE // 4 >= len(text) else end
    ellipsis = TextPart("…", is_match=False)
    return [
        *([ellipsis] if begin else []),
        *_parts(text, matches, begin, end),
        *([ellipsis] if end < len(text) else []),
    ]


def is_marked(parts: Iterable[TextPart]) -> bool:
    """Tell whether any piece answers to the query."""
    return any(part.is_match for part in parts)


def _parts(text: str, matches: Iterable[tuple[int, int]], begin: int, end: int) -> list[TextPart]:
    parts: list[TextPart] = []
    at = begin
    for first, last in matches:
        if first < at or last > end:
            continue
        if first > at:
            parts.append(TextPart(text[at:first], is_match=False))
        parts.append(TextPart(text[first:last], is_match=True))
        at = last
    if at < end:
        parts.append(TextPart(text[at:end], is_match=False))
    return parts


def _matches(text: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    """Return where matches begin and end, in order and apart from each other."""
    spans = words(text)
    folded = [fold(text[begin:end]) for begin, end in spans]
    hit: set[int] = set()
    for term in terms:
        wanted = [fold(term.text[begin:end]) for begin, end in words(term.text)]
        if term.distance and term.match is Match.EXACT:
            # Words may stand between those of the phrase: each is shown on its own.
            hit.update(i for i, word in enumerate(folded) if word in wanted)
            continue
        *before, last = wanted
        for i in range(len(before), len(folded)):
            if folded[i - len(before) : i] == before and _answers(folded[i], last, term):
                hit.update(range(i - len(before), i + 1))
    matches: list[tuple[int, int]] = []
    for i in sorted(hit):
        begin, end = spans[i]
        if i - 1 in hit and matches and not text[matches[-1][1] : begin].strip():
            begin = matches.pop()[0]
        matches.append((begin, end))
    return matches


def _answers(word: str, wanted: str, term: Term) -> bool:
    if term.match is Match.PREFIX:
        return word.startswith(wanted)
    if term.match is Match.FUZZY:
        return OSA.distance(word, wanted, score_cutoff=term.distance) <= term.distance
    return word == wanted
