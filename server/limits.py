"""Bounds on what one GraphQL document may ask for, computed in one pass that visits every fragment once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    ListValueNode,
    Node,
    ObjectValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
)

from resolvers.errors import ErrorCode
from server.error_codes import (
    INPUT_TOO_DEEP,
    LIST_TOO_LONG,
    QUERY_TOO_DEEP,
    TOO_MANY_ALIASES,
    TOO_MANY_DIRECTIVES,
    TOO_MANY_FIELDS,
    TOO_MANY_ROOT_FIELDS,
)

MAX_TOKENS = 2_000
MAX_DEPTH = 12
MAX_ALIASES = 30
MAX_ROOT_FIELDS = 20
MAX_DIRECTIVES = 30
MAX_FIELDS = 2_000
"""Fields after every fragment is put where it is spread."""
MAX_SAME_FIELD = 50
"""Fields of one selection set that share a response name: validation compares each with each."""
MAX_LIST = 100
MAX_LONG_LIST = 1_000
_LONG_LISTS = frozenset({"exclude", "pins"})
"""Arguments and fields of inputs that may hold so many, wherever they stand."""
MAX_INPUT_DEPTH = 12
_LONGEST_NAME = 40

# The introspection query of GraphiQL is 15 deep; graphql-core bounds what introspection may nest.
_INTROSPECTION = frozenset({"__schema", "__type"})
_MAX_INTROSPECTION_DEPTH = 30


class LimitExceeded(Exception):
    """The document asks for more than one request may."""

    def __init__(self, code: ErrorCode, message: str, limit: int, node: Node | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.limit = limit
        self.node = node

    def as_error(self) -> GraphQLError:
        """The error as a client sees it: coded, with the bound."""
        extensions = {"code": self.code.code, "hint": self.code.action, "limit": self.limit}
        return GraphQLError(self.message, self.node, extensions=extensions)


@dataclass(frozen=True, slots=True)
class Measure:
    """Sizes of a selection set with its fragments put in place."""

    depth: int = 0
    fields: int = 0
    aliases: int = 0
    directives: int = 0
    root_fields: int = 0

    def beside(self, other: "Measure") -> "Measure":
        """Both in one selection set."""
        return Measure(
            max(self.depth, other.depth),
            self.fields + other.fields,
            self.aliases + other.aliases,
            self.directives + other.directives,
            self.root_fields + other.root_fields,
        )


@dataclass(slots=True)
class _Walk:
    fragments: Mapping[str, FragmentDefinitionNode]
    measured: dict[str, Measure] = field(default_factory=dict)
    list_limits: dict[str, int] = field(default_factory=dict)

    def selection_set(self, selections: SelectionSetNode, level: int, deepest: int) -> Measure:
        if level > deepest:
            raise _too_deep(selections)
        total = Measure()
        seen: dict[str, int] = {}
        for selection in selections.selections:
            directives = len(selection.directives or ())
            match selection:
                case FieldNode():
                    name = (selection.alias or selection.name).value
                    seen[name] = seen.get(name, 0) + 1
                    if seen[name] > MAX_SAME_FIELD:
                        raise LimitExceeded(
                            TOO_MANY_FIELDS,
                            f"A selection may hold the field {name} {MAX_SAME_FIELD} times, not more.",
                            MAX_SAME_FIELD,
                            selection,
                        )
                    part = self._field(selection, level, deepest)
                case FragmentSpreadNode():
                    part = self._fragment(selection.name.value)
                case InlineFragmentNode():
                    part = self.selection_set(selection.selection_set, level, deepest)
                case _:
                    part = Measure()
            total = total.beside(part)
            if directives:
                total = total.beside(Measure(directives=directives))
        _check(total, selections)
        return total

    def _field(self, node: FieldNode, level: int, deepest: int) -> Measure:
        for argument in node.arguments or ():
            self._argument(node.name.value, argument)
        introspection = node.name.value in _INTROSPECTION
        inner = Measure()
        if node.selection_set is not None:
            bound = _MAX_INTROSPECTION_DEPTH if introspection else deepest
            inner = self.selection_set(node.selection_set, level + 1, bound)
        return Measure(
            depth=0 if introspection else inner.depth + 1,
            fields=inner.fields + 1,
            aliases=inner.aliases + (node.alias is not None),
            directives=inner.directives,
            root_fields=1,
        )

    def _fragment(self, name: str) -> Measure:
        if name not in self.measured:
            definition = self.fragments.get(name)
            # A spread inside its own fragment counts as nothing here; validation refuses the circle.
            self.measured[name] = Measure()
            if definition is not None:
                inner = self.selection_set(definition.selection_set, 1, _MAX_INTROSPECTION_DEPTH)
                own = Measure(directives=len(definition.directives or ()), fields=1)
                self.measured[name] = inner.beside(own)
        return self.measured[name]

    def _argument(self, field_name: str, argument: ArgumentNode) -> None:
        name = argument.name.value
        long = field_name == "inducedGraph" and name == "ids"
        self._value(argument.value, MAX_LONG_LIST if long else _list_limit(name), 0, name)

    def _value(self, value: ValueNode, limit: int, level: int, name: str) -> None:
        match value:
            case VariableNode():
                # A variable used twice is bound by the stricter use.
                variable = value.name.value
                self.list_limits[variable] = min(limit, self.list_limits.get(variable, limit))
            case ListValueNode():
                _check_list(len(value.values), limit, name, value)
                for item in value.values:
                    self._value(item, limit, _next_level(level, name, value), name)
            case ObjectValueNode():
                for entry in value.fields:
                    limit = _list_limit(entry.name.value)
                    self._value(entry.value, limit, _next_level(level, name, value), entry.name.value)
            case _:
                pass


def check_document(document: DocumentNode) -> dict[str, int]:
    """Check a document against the bounds; returns how long a list each variable may hold.

    Depth is exempt below `__schema` and `__type`. Raises `LimitExceeded`. Takes time linear in the size of the
    document, however its fragments spread each other.
    """
    fragments = {
        definition.name.value: definition
        for definition in document.definitions
        if isinstance(definition, FragmentDefinitionNode)
    }
    walk = _Walk(fragments)
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            measure = walk.selection_set(definition.selection_set, 1, MAX_DEPTH)
            if measure.depth > MAX_DEPTH:
                raise _too_deep(definition)
            if measure.root_fields > MAX_ROOT_FIELDS:
                raise LimitExceeded(
                    TOO_MANY_ROOT_FIELDS,
                    f"An operation may ask for {MAX_ROOT_FIELDS} root fields, not {measure.root_fields}.",
                    MAX_ROOT_FIELDS,
                    definition,
                )
    return walk.list_limits


def check_variables(variables: Mapping[str, Any] | None, list_limits: Mapping[str, int]) -> None:
    """Check the lists in the values of the variables; raises `LimitExceeded`."""
    for name, value in (variables or {}).items():
        _check_value(value, list_limits.get(name, MAX_LIST), 0, f"${name}")


def _check_value(value: object, limit: int, level: int, name: str) -> None:
    if isinstance(value, list | dict):
        if isinstance(value, list):
            _check_list(len(value), limit, name)
        for key, item in _items(value, name):
            _check_value(item, limit if isinstance(value, list) else _list_limit(key), _next_level(level, name), key)


def _items(value: list[Any] | dict[str, Any], name: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    else:
        for item in value:
            yield name, item


def _list_limit(name: str) -> int:
    return MAX_LONG_LIST if name in _LONG_LISTS else MAX_LIST


def _check_list(length: int, limit: int, name: str, node: Node | None = None) -> None:
    if length > limit:
        raise LimitExceeded(LIST_TOO_LONG, f"{_shown(name)} may hold {limit} values, not {length}.", limit, node)


def _shown(name: str) -> str:
    """The name, unless whoever made it up wants it back at length."""
    return name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME] + "…"


def _next_level(level: int, name: str, node: Node | None = None) -> int:
    if level >= MAX_INPUT_DEPTH:
        raise LimitExceeded(
            INPUT_TOO_DEEP,
            f"A value may be nested {MAX_INPUT_DEPTH} deep, not more, as {_shown(name)} is.",
            MAX_INPUT_DEPTH,
            node,
        )
    return level + 1


def _too_deep(node: Node) -> LimitExceeded:
    return LimitExceeded(QUERY_TOO_DEEP, f"A query may be {MAX_DEPTH} fields deep, not more.", MAX_DEPTH, node)


def _check(measure: Measure, node: Node) -> None:
    bounds = (
        (TOO_MANY_FIELDS, "select {} fields", measure.fields, MAX_FIELDS),
        (TOO_MANY_ALIASES, "hold {} aliases", measure.aliases, MAX_ALIASES),
        (TOO_MANY_DIRECTIVES, "hold {} directives", measure.directives, MAX_DIRECTIVES),
    )
    for code, phrase, size, limit in bounds:
        if size > limit:
            raise LimitExceeded(code, f"A query may {phrase.format(limit)}, not more.", limit, node)
