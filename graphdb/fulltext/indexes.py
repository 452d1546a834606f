"""The full-text indexes of the graph and the Lucene queries that ask them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import LiteralString

from graphdb.fulltext.folding import fold, is_unspaced, words
from graphdb.fulltext.query import Match, Term, TextQuery
from graphdb.research_graph.records import EntityKind
from graphdb.standing import STEPS

NOTHING = "-nothing:nothing"
"""A query that no text answers: Lucene takes nothing away from nothing."""

JOINED_BY = " and "
"""Between names in one text: a word there, heard or not, keeps phrases from being found across two names."""
_STOP_WORDS = (
    "a an and are as at be but by for if in into is it no not of on or such that the their then there these they this "
    "to was will with"
)
_UNHEARD = frozenset(_STOP_WORDS.split())
"""What `standard-folding` leaves out of texts and of words to look for: Lucene's stop words of English."""


@dataclass(frozen=True, slots=True)
class TextIndex:
    """A full-text index, and what counts in it."""

    name: LiteralString
    weights: tuple[tuple[str, str], ...]
    """Its properties, each with the weight of a match there; the first is the name or title."""
    fields: tuple[tuple[str, tuple[str, ...]], ...]
    """The properties that a field of a query stands for."""
    keeps_all: bool = False
    """Its text is stored folded, and no word is left out of it."""

    def lucene(self, query: TextQuery) -> str:
        """Return the Lucene query of `query`: any text of a user ends up inside of quotes or as escaped words."""
        required = []
        for alternatives in query.required:
            asked = " ".join(filter(None, map(self._clause, alternatives)))
            if not asked:
                # What is required stands in a field that this index does not have.
                return NOTHING
            required.append(f"+({asked})")
        excluded = [f"-({clause})" for clause in map(self._clause, query.excluded) if clause]
        return " ".join([*required, *excluded]) if required else NOTHING

    def completion(self, terms: Sequence[Term]) -> str:
        """Return the Lucene query of names and titles that have all of `terms`; what stands out scores highest."""
        if not terms:
            return NOTHING
        name = self.weights[0][0]
        *whole, last = terms
        required = [f"+{self._in_field(name, term)}" for term in whole]
        heard = self.keeps_all or any(term.text not in _UNHEARD for term in whole)
        may_be_unheard = not self.keeps_all and any(word.startswith(last.text) for word in _UNHEARD)
        # "attention is" begins "Attention is all you need", although no index knows "is".
        required.append(("" if heard and may_be_unheard else "+") + self._in_field(name, last))
        return f"+({' '.join(required)}) {' '.join(f'standing:{step}' for step in STEPS)}"

    def _clause(self, term: Term) -> str:
        weights = dict(self.weights)
        properties = weights if term.field is None else dict(self.fields).get(term.field, ())
        return " ".join(f"{self._in_field(name, term)}^{weights[name]}" for name in properties)

    def _in_field(self, name: str, term: Term) -> str:
        text = fold(term.text) if self.keeps_all else term.text
        if term.match is Match.EXACT:
            slop = f"~{term.distance}" if term.distance else ""
            return f"{name}:{_quoted(text)}{slop}"
        spans = words(text)
        begin, end = spans[-1]
        # The analyser does not see words with signs, so that they are folded here.
        last = f"{name}:{_escaped(fold(text[begin:end]))}" + (
            "*" if term.match is Match.PREFIX else f"~{term.distance}"
        )
        if len(spans) == 1:
            return f"({last})"
        return f"(+{name}:{_quoted(text[:begin])} +{last})"


WORK_TEXT = TextIndex(
    "work_text",
    (("plainTitle", "3"), ("authorNames", "1.5"), ("venueName", "0.25"), ("abstract", "1")),
    (
        ("title", ("plainTitle",)),
        ("author", ("authorNames",)),
        ("name", ("authorNames",)),
        ("venue", ("venueName",)),
        ("abstract", ("abstract",)),
    ),
)
RESEARCHER_TEXT = TextIndex(
    "researcher_text",
    (("searchNames", "3"),),
    (("name", ("searchNames",)), ("author", ("searchNames",))),
    keeps_all=True,
)
ENTITY_TEXT = TextIndex("entity_text", (("name", "3"),), (("name", ("name",)),))
"""Topics, institutions and sources."""

INDEX_OF_KIND: dict[EntityKind, TextIndex] = {
    EntityKind.RESEARCHER: RESEARCHER_TEXT,
    EntityKind.WORK: WORK_TEXT,
    EntityKind.TOPIC: ENTITY_TEXT,
    EntityKind.INSTITUTION: ENTITY_TEXT,
    EntityKind.SOURCE: ENTITY_TEXT,
}


def completed_terms(text: str) -> list[Term]:
    """Return the words of a name or title that is being typed: the last may be the beginning of a longer one."""
    found = [Term(fold(text[begin:end])) for begin, end in words(text)]
    if found and not is_unspaced(found[-1].text):
        found[-1] = Term(found[-1].text, Match.PREFIX)
    return found


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", " ").replace('"', " ") + '"'


def _escaped(word: str) -> str:
    return "".join(letter if letter.isalnum() else "\\" + letter for letter in word)
