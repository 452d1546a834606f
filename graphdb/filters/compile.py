"""From a filter to the Cypher of its shape and the values of its parameters.

Values come as one map, since the types and sizes of top-level parameters are part of what Neo4j keeps a plan under.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, LiteralString

from graphdb.entities import check_id
from graphdb.filters.conditions import Condition, Conditions, TextCondition, Value, Where
from graphdb.filters.entities import INSTITUTION_CONDITIONS, SOURCE_CONDITIONS, TOPIC_CONDITIONS
from graphdb.filters.people import RESEARCHER_CONDITIONS
from graphdb.filters.works import WORK_CONDITIONS
from graphdb.fulltext.query import TextQuery, joined, parse_query
from graphdb.ids import digest
from graphdb.keyset import BadBoundError

MAX_CONDITIONS = 50
"""Conditions of one filter, those inside of `and`, `or` and `not` counted."""

CONDITIONS: Mapping[str, Conditions] = {
    "Researcher": RESEARCHER_CONDITIONS,
    "Work": WORK_CONDITIONS,
    "Topic": TOPIC_CONDITIONS,
    "Institution": INSTITUTION_CONDITIONS,
    "Source": SOURCE_CONDITIONS,
}
"""What lists of a label can be asked for."""

_DIGITS: tuple[LiteralString, ...] = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
_NAMES: tuple[LiteralString, ...] = tuple("v" + tens + ones for tens in _DIGITS for ones in _DIGITS)


@dataclass(frozen=True, slots=True)
class FilterShape:
    """The Cypher of a filter; filters of one shape share their plans."""

    prelude: LiteralString = ""
    """Subqueries that look up once what conditions compare with."""
    variables: tuple[LiteralString, ...] = ()
    """The variables that the prelude binds, for the `CALL (…)` of subqueries."""
    condition: LiteralString = ""
    """Over `n` and the variables; empty if nothing more is asked than `text_index` and `anchor` give."""
    text_index: LiteralString = ""
    """The full-text index whose hits for `$filter.text` hold all rows; empty if words are not asked for."""
    anchor: LiteralString = ""
    """Clauses that lead to all `n` that can fulfil the filter, some of them repeatedly; empty: read every node."""
    rest: LiteralString = ""
    """What of the condition the anchor leaves to be asked."""
    holds_hits: bool = False
    """A variable holds all hits of some words: rows are not to be sorted where it is in scope."""

    @property
    def gathered(self) -> "FilterShape":
        """The same where the words are looked up once, in the prelude, for many lists; without scores."""
        if not self.text_index:
            return self
        gather: LiteralString = f"CALL () {{ {_hits(self.text_index, 'text')} RETURN collect(node) AS hits }}\n"
        return replace(
            self,
            prelude=gather + self.prelude,
            variables=("hits", *self.variables),
            condition="n IN hits" + (" AND " + self.condition if self.condition else ""),
            text_index="",
            holds_hits=True,
        )


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter that is ready to run."""

    shape: FilterShape
    values: tuple[tuple[str, Value], ...]
    digest: str
    """Part of the cursors of a list, so that they are of use under the same filter only."""

    @property
    def parameter(self) -> dict[str, Any]:
        """The value of `$filter`."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in self.values}


def compile_filter(label: str, where: Where) -> Filter | None:
    """Return the filter that `where` makes of lists of `label`, None if it asks for nothing.

    Raises `BadIdError` for what cannot be the id of the kind that is asked for, `BadBoundError` for more than 50
    conditions or too long a text.
    """
    compiler = _Compiler(CONDITIONS[label])
    compiler.require(where)
    required = compiler.required
    if not required and not compiler.text:
        return None
    values = tuple(compiler.values.items())
    if compiler.text:
        values = (*values, ("text", compiler.lucene()))
    anchored = min((test for test in required if test.anchor), key=lambda test: test.rank, default=None)
    shape = FilterShape(
        "".join(compiler.prelude),
        tuple(compiler.variables),
        _joined(required),
        compiler.text[0][1].index.name if compiler.text else "",
        anchored.anchor if anchored else "",
        _joined([test for test in required if test is not anchored or not test.anchor_suffices]),
        compiler.holds_hits,
    )
    return Filter(shape, values, digest(shape.condition, repr(values)))


@dataclass(frozen=True, slots=True)
class _Test:
    """A condition with its value in place."""

    text: LiteralString
    rank: int = 0
    anchor: LiteralString = ""
    anchor_suffices: bool = False


def _joined(tests: Sequence[_Test]) -> LiteralString:
    texts: list[LiteralString] = [test.text for test in tests]
    return " AND ".join(texts)


@dataclass
class _Compiler:
    conditions: Conditions
    prelude: list[LiteralString] = field(default_factory=list)
    variables: list[LiteralString] = field(default_factory=list)
    values: dict[str, Value] = field(default_factory=dict)
    required: list[_Test] = field(default_factory=list)
    text: list[tuple[str, TextCondition, TextQuery]] = field(default_factory=list)
    holds_hits: bool = False

    def lucene(self) -> str:
        """Return the Lucene query of all words that must occur."""
        name, condition, _ = self.text[0]
        return condition.index.lucene(joined([query for _, _, query in self.text], name))

    def require(self, where: Where) -> None:
        """Take in what must hold of all rows: words to `text`, the rest to `required`."""
        for name, value in where.conditions:
            condition = self.conditions[name]
            if isinstance(condition, TextCondition):
                self._counted()
                self.text.append((name, condition, _parsed(name, value)))
                if condition.label:
                    self.required.append(_Test("n:" + condition.label))
            else:
                self.required += self._tests(name, condition, value)
        for part in where.all_of:
            self.require(part)
        self.required += [_Test(text) for text in self._alternatives(where)]

    def _inner(self, where: Where) -> LiteralString:
        """Return the condition of a part of `or` or `not`; one that asks for nothing holds for everything."""
        parts: list[LiteralString] = []
        for name, value in where.conditions:
            condition = self.conditions[name]
            if isinstance(condition, TextCondition):
                parts.append(self._among_hits(name, condition, value))
            else:
                parts.append(_joined(self._tests(name, condition, value)) or "true")
        parts.extend(map(self._inner, where.all_of))
        parts += self._alternatives(where)
        return " AND ".join(parts) or "true"

    def _alternatives(self, where: Where) -> list[LiteralString]:
        parts: list[LiteralString] = []
        if where.any_of is not None:
            alternatives: list[LiteralString] = []
            for part in where.any_of:
                inner: LiteralString = self._inner(part)
                alternatives.append(f"({inner})")
            parts.append(f"({' OR '.join(alternatives)})" if alternatives else "false")
        if where.none_of is not None:
            parts.append("NOT (" + self._inner(where.none_of) + ")")
        return parts

    def _among_hits(self, name: str, condition: TextCondition, value: Value) -> LiteralString:
        variable = self._variable(condition.index.lucene(_parsed(name, value)))
        self.holds_hits = True
        self.variables.append(variable)
        self.prelude.append(
            f"CALL () {{ {_hits(condition.index.name, variable)} RETURN collect(node) AS {variable} }}\n"
        )
        return "n IN " + variable

    def _tests(self, name: str, condition: Condition, value: Value) -> list[_Test]:
        if isinstance(value, tuple):
            value = tuple(sorted(set(value)))
            if condition.holds_if_empty and not value:
                return []
        variable = self._variable(_checked(condition.ids, value) if condition.ids else value)
        compared: LiteralString = "$filter." + variable
        text = condition.text
        if condition.ids:
            compared = variable
            self.variables.append(variable)
            self.prelude.append(_nodes(condition.ids, variable))
            if condition.holds_if_empty:
                # What an unknown id names is nothing that a row could have.
                text = f"size(@) = size($filter.{variable}) AND {text}"
        rank = list(self.conditions).index(name)
        anchor = condition.anchor.replace("@", compared)
        return [_Test(text.replace("@", compared), rank, anchor, not condition.holds_if_empty)]

    def _variable(self, value: Value) -> LiteralString:
        self._counted()
        name = _NAMES[len(self.values)]
        self.values[name] = value
        return name

    def _counted(self) -> None:
        if len(self.values) + len(self.text) >= MAX_CONDITIONS:
            raise BadBoundError(
                f"A filter may hold {MAX_CONDITIONS} conditions, not more.", "Give a condition a list of values."
            )


def _hits(index: LiteralString, text: LiteralString) -> LiteralString:
    return f"CALL db.index.fulltext.queryNodes('{index}', $filter.{text}) YIELD node"


def _nodes(label: LiteralString, variable: LiteralString) -> LiteralString:
    return (
        f"CALL () {{ UNWIND $filter.{variable} AS id OPTIONAL MATCH (x:{label} {{id: id}}) "
        f"OPTIONAL MATCH (:Identifier {{scheme: 'id', value: id}})-[:IDENTIFIES]->(y:{label}) "
        f"RETURN collect(coalesce(x, y)) AS {variable} }}\n"
    )


def _parsed(name: str, value: Value) -> TextQuery:
    if not isinstance(value, str):
        raise TypeError(f"{name} is a text, not {value!r}")
    return parse_query(value, name)


def _checked(label: str, value: Value) -> Value:
    if not isinstance(value, tuple):
        raise TypeError(f"ids are a tuple, not {value!r}")
    for id_ in value:
        check_id(id_, label)
    return value
