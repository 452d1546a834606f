"""What is read of a node, property by property."""

from collections.abc import Mapping
from typing import LiteralString

Columns = Mapping[LiteralString, LiteralString]
"""Cypher expressions over a node `n`, by the fields of its record."""


def projection(columns: Columns) -> LiteralString:
    """Return the map projection of `n` whose keys are those of `columns`."""
    parts: list[LiteralString] = [name + ": " + expression for name, expression in columns.items()]
    return "n{" + ", ".join(parts) + "}"
