"""What an operation selects of a field, read off its syntax tree."""

from collections.abc import Iterable
from typing import Any

from graphql import FieldNode, FragmentSpreadNode, GraphQLResolveInfo, InlineFragmentNode, SelectionNode

from schema.node import Info


def selects(info: Info, name: str) -> bool:
    """Tell whether the field that is resolved is asked for its field `name`; directives are taken as fulfilled."""
    raw: GraphQLResolveInfo[Any] = info._raw_info
    selections = (s for node in raw.field_nodes if node.selection_set for s in node.selection_set.selections)
    return _any_selects(raw, selections, name)


def _any_selects(raw: GraphQLResolveInfo[Any], selections: Iterable[SelectionNode], name: str) -> bool:
    for selection in selections:
        if isinstance(selection, FieldNode):
            if selection.name.value == name:
                return True
        elif isinstance(selection, FragmentSpreadNode):
            if _any_selects(raw, raw.fragments[selection.name.value].selection_set.selections, name):
                return True
        elif isinstance(selection, InlineFragmentNode) and _any_selects(raw, selection.selection_set.selections, name):
            return True
    return False
