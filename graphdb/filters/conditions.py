"""What a caller asks of the rows of a list, and what a list can be asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import LiteralString

from graphdb.fulltext.indexes import TextIndex

Value = bool | int | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """A filter as the caller wrote it; all parts must hold."""

    conditions: tuple[tuple[str, Value], ...] = ()
    """Names of conditions and the values given for them."""
    all_of: tuple["Where", ...] = ()
    any_of: tuple["Where", ...] | None = None
    """None: no such part. An empty one holds for nothing."""
    none_of: "Where | None" = None


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition that rows can be asked to fulfil, over the listed node `n`."""

    text: LiteralString
    """Cypher that is true or false, never null; `@` stands for the value."""
    ids: LiteralString = ""
    """Where the value is a list of global ids: the label of what they name. `@` is then the list of the nodes."""
    anchor: LiteralString = ""
    """Clauses that lead from the value to all nodes that fulfil the condition, in place of reading every node."""
    holds_if_empty: bool = False
    """Of a list, every value must hold: an empty one asks for nothing."""


@dataclass(frozen=True, slots=True)
class TextCondition:
    """A condition on words, which the full-text index answers."""

    index: TextIndex
    label: LiteralString = ""
    """Of the listed nodes, where the index holds others too."""


Conditions = Mapping[str, Condition | TextCondition]
"""Conditions by name; those that lead to the fewest nodes first."""
