"""What was found out about an operation, kept for the next time that the same document is executed.

Which fields a selection comes to, and what of it is read and answered in one go, follows from the document and from
those of its variables that decide about more than what the root fields are asked: whether a field is left out, and the
arguments of lists further down. Most documents come again and again with other ids, so that all of it is known then.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cachetools import LRUCache
from graphql import FieldNode, FragmentDefinitionNode, GraphQLSchema, Node, OperationDefinitionNode, VariableNode
from graphql.execution.collect_fields import CollectedFields, FieldDetailsList, GroupedFieldSet

from schema.projection import Part

ROOM = 400_000
"""Characters of the documents and variables whose plans are kept, those used the longest ago making room for others."""
LONGEST = 10_000
"""Characters that a document counts for at most: how much there is to keep of it, the bound on tokens says."""


@dataclass(slots=True)
class Plan:
    """Keys are types and identities; the values keep what the identities are of."""

    schema: GraphQLSchema
    operation: OperationDefinitionNode
    size: int
    root: GroupedFieldSet | None = None
    """The fields of the operation itself."""
    subfields: dict[tuple[str, int], tuple[FieldDetailsList, CollectedFields]] = field(default_factory=dict)
    """The fields of a field's value, by its type."""
    parts: dict[tuple[str, int], tuple[GroupedFieldSet, dict[str, Part]]] = field(default_factory=dict)
    """Those of a group of fields that are answered in one go."""
    selections: dict[Any, Any] = field(default_factory=dict)
    """What `schema.selection` has read off the operation."""


_PLANS: LRUCache[tuple[int, int, str], Plan] = LRUCache(ROOM, getsizeof=lambda plan: plan.size)
_DECIDING: LRUCache[int, tuple[OperationDefinitionNode, tuple[str, ...]]] = LRUCache(512)


def plan_of(
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    fragments: Collection[FragmentDefinitionNode],
    variables: Mapping[str, Any],
) -> Plan:
    """Return the plan of an operation of a document with these fragments, for the values of its variables."""
    known = _DECIDING.get(id(operation))
    if known is None or known[0] is not operation:
        known = _DECIDING[id(operation)] = operation, _deciding(operation, fragments)
    values = repr([(variables[name],) if name in variables else () for name in known[1]])
    key = (id(schema), id(operation), values)
    plan: Plan | None = _PLANS.get(key)
    if plan is None:
        size = min(len(operation.loc.source.body), LONGEST) if operation.loc else LONGEST
        plan = Plan(schema, operation, size + len(values))
        if plan.size <= ROOM:
            _PLANS[key] = plan
    return plan


def _deciding(operation: OperationDefinitionNode, fragments: Collection[FragmentDefinitionNode]) -> tuple[str, ...]:
    """Return the names of the variables that a plan depends on: all but those that only root fields are given."""
    found: dict[str, None] = {}
    for selection in operation.selection_set.selections:
        if isinstance(selection, FieldNode):
            parts: list[Node | None] = [*(selection.directives or ()), selection.selection_set]
        else:
            parts = [selection]
        for part in parts:
            found.update(dict.fromkeys(_variables(part)))
    for fragment in fragments:
        found.update(dict.fromkeys(_variables(fragment)))
    return tuple(found)


def _variables(node: Node | None) -> Iterator[str]:
    """Go through the names of the variables below a node."""
    nodes = [node] if node is not None else []
    while nodes:
        node = nodes.pop()
        if isinstance(node, VariableNode):
            yield node.name.value
            continue
        for name in node.keys:
            value = getattr(node, name, None)
            if isinstance(value, Node):
                nodes.append(value)
            elif isinstance(value, list | tuple):
                nodes.extend(part for part in value if isinstance(part, Node))
