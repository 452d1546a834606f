"""The full-text indexes of the graph and the Lucene queries that ask them."""

from dataclasses import dataclass
from typing import LiteralString

from graphdb.fulltext.folding import fold, words
from graphdb.fulltext.query import Match, Term, TextQuery

NOTHING = "-nothing:nothing"
"""A query that no text answers: Lucene takes nothing away from nothing."""


@dataclass(frozen=True, slots=True)
class TextIndex:
    """A full-text index, and what counts in it."""

    name: LiteralString
    weights: tuple[tuple[str, str], ...]
    """Its properties, each with the weight of a match there."""
    fields: tuple[tuple[str, tuple[str, ...]], ...]
    """The properties that a field of a query stands for."""

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

    def _clause(self, term: Term) -> str:
        weights = dict(self.weights)
        properties = weights if term.field is None else dict(self.fields).get(term.field, ())
        return " ".join(f"{_in_field(name, term)}^{weights[name]}" for name in properties)


WORK_TEXT = TextIndex(
    "work_text",
    (("plainTitle", "3"), ("authorNames", "1.5"), ("abstract", "1")),
    (("title", ("plainTitle",)), ("author", ("authorNames",)), ("abstract", ("abstract",))),
)
RESEARCHER_TEXT = TextIndex(
    "researcher_text", (("name", "3"), ("nameVariants", "1.5")), (("name", ("name", "nameVariants")),)
)
ENTITY_TEXT = TextIndex("entity_text", (("name", "3"),), (("name", ("name",)),))
"""Topics, institutions and sources."""


def _in_field(name: str, term: Term) -> str:
    if term.match is Match.EXACT:
        slop = f"~{term.distance}" if term.distance else ""
        return f"{name}:{_quoted(term.text)}{slop}"
    spans = words(term.text)
    begin, end = spans[-1]
    # The analyser does not see words with signs, so that they are folded here.
    last = f"{name}:{_escaped(fold(term.text[begin:end]))}" + (
        "*" if term.match is Match.PREFIX else f"~{term.distance}"
    )
    if len(spans) == 1:
        return f"({last})"
    return f"(+{name}:{_quoted(term.text[:begin])} +{last})"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", " ").replace('"', " ") + '"'


def _escaped(word: str) -> str:
    return "".join(letter if letter.isalnum() else "\\" + letter for letter in word)
