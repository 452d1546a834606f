"""What an operation costs: the rows that it may return, and those that traversals go through to find them.

Rows are entities and objects of lists. A document is compiled once, into what its fields multiply; the variables of a
request are put in each time.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValueNode,
    get_named_type,
    is_composite_type,
    is_introspection_type,
    value_from_ast_untyped,
)
from graphql.pyutils import Undefined

from schema.list_sizes import Arguments, held_by, length_of
from schema.traversals import gone_through_by


@dataclass(slots=True)
class _Part:
    """A field that gives objects, with the fields of these that do."""

    is_list: bool
    """Or a field that gives one event after another."""
    is_row: bool
    """Whether a single object counts: it is an entity."""
    length: Callable[[Arguments, int], int]
    held: Callable[[Arguments], int]
    gone_through: Callable[[Arguments], int]
    arguments: dict[str, Any]
    """Those that the document or the schema gives."""
    from_variables: dict[str, ValueNode]
    parts: list["_Part"] = field(default_factory=list)

    def rows(self, variables: dict[str, Any], held_around: int) -> int:
        arguments = self.arguments
        if self.from_variables:
            arguments = arguments | _filled_in(self.from_variables, variables)
        held = self.held(arguments)
        inner = sum(part.rows(variables, held) for part in self.parts)
        returned = self.length(arguments, held_around) * (1 + inner) if self.is_list else self.is_row + inner
        return self.gone_through(arguments) + returned


@dataclass(slots=True)
class _Shape:
    """Where in an answer the rows are, by the names that the fields have there."""

    is_row: bool = False
    fields: dict[str, "_Shape"] = field(default_factory=dict)

    def rows(self, value: Any) -> int:
        """Count the rows of a value; in plain loops, since an answer may have very many."""
        if value is None:
            return 0
        if not isinstance(value, list):
            return self.is_row + self._inside(value)
        total = len(value) - value.count(None)
        if self.fields:
            for item in value:
                if item is not None:
                    total += self._inside(item)
        return total

    def _inside(self, value: Any) -> int:
        total = 0
        for name, shape in self.fields.items():
            inner = value.get(name)
            if inner is not None:
                total += shape.rows(inner)
        return total


@dataclass(frozen=True, slots=True)
class OperationCost:
    """The cost of one operation of a document."""

    defaults: Mapping[str, Any]
    """Of its variables."""
    parts: list[_Part]
    shape: _Shape

    def requested(self, variables: Mapping[str, Any] | None) -> int:
        """The rows that the operation may return, and those that it goes through, with these variables.

        The variables need not have been checked.
        """
        given = {**self.defaults, **(variables or {})}
        return sum(part.rows(given, 0) for part in self.parts)

    def actual(self, data: Mapping[str, Any] | None) -> int:
        """The rows that an answer has."""
        return self.shape.rows(data) if data is not None else 0


def costs_of(schema: GraphQLSchema, document: DocumentNode) -> dict[str | None, OperationCost]:
    """Return the cost of each operation by its name; the document must be valid and within the bounds of `limits`."""
    fragments = {
        definition.name.value: definition
        for definition in document.definitions
        if isinstance(definition, FragmentDefinitionNode)
    }
    costs: dict[str | None, OperationCost] = {}
    for definition in document.definitions:
        if not isinstance(definition, OperationDefinitionNode):
            continue
        root = schema.get_root_type(definition.operation)
        if root is None:
            continue
        shape = _Shape()
        compiler = _Compiler(schema, fragments)
        parts = compiler.parts(root, [definition.selection_set], shape)
        defaults = {
            variable.variable.name.value: value_from_ast_untyped(variable.default_value)
            for variable in definition.variable_definitions or ()
            if variable.default_value is not None
        }
        costs[definition.name.value if definition.name else None] = OperationCost(defaults, parts, shape)
    return costs


@dataclass(frozen=True, slots=True)
class _Compiler:
    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]

    def parts(self, parent: GraphQLNamedType, selections: Iterable[SelectionSetNode], shape: _Shape) -> list[_Part]:
        """Return the parts of what is selected of `parent`, and say in `shape` where they are in the answer.

        Fields of one type that go by one name are one field of the answer, wherever they stand.
        """
        found: dict[tuple[str, str], tuple[GraphQLNamedType, list[FieldNode]]] = {}
        for selection_set in selections:
            for type_, node in self._fields(parent, selection_set):
                name = (node.alias or node.name).value
                found.setdefault((type_.name, name), (type_, []))[1].append(node)
        parts = []
        for (_, name), (type_, nodes) in found.items():
            definition = _definition(type_, nodes[0].name.value)
            if definition is None or not is_composite_type(get_named_type(definition.type)):
                continue
            parts.append(self._part(type_, definition, nodes, shape.fields.setdefault(name, _Shape())))
        return parts

    def _part(self, parent: GraphQLNamedType, definition: GraphQLField, nodes: list[FieldNode], shape: _Shape) -> _Part:
        name = nodes[0].name.value
        type_ = get_named_type(definition.type)
        constant, from_variables = _arguments(definition, nodes[0])
        part = _Part(
            is_list=_is_list(definition.type) or parent is self.schema.subscription_type,
            is_row=_is_entity(type_),
            length=length_of(parent.name, name),
            held=held_by(parent.name, type_.name, is_connection="pageInfo" in getattr(type_, "fields", ())),
            gone_through=gone_through_by(parent.name, name),
            arguments=constant,
            from_variables=from_variables,
        )
        shape.is_row = shape.is_row or part.is_row
        part.parts = self.parts(type_, [node.selection_set for node in nodes if node.selection_set], shape)
        return part

    def _fields(
        self, parent: GraphQLNamedType, selections: SelectionSetNode
    ) -> Iterator[tuple[GraphQLNamedType, FieldNode]]:
        for selection in selections.selections:
            if isinstance(selection, FieldNode):
                yield parent, selection
            elif isinstance(selection, InlineFragmentNode):
                condition = selection.type_condition
                inner = self.schema.type_map[condition.name.value] if condition else parent
                yield from self._fields(inner, selection.selection_set)
            elif isinstance(selection, FragmentSpreadNode):
                fragment = self.fragments[selection.name.value]
                yield from self._fields(
                    self.schema.type_map[fragment.type_condition.name.value], fragment.selection_set
                )


def _definition(parent: GraphQLNamedType, name: str) -> GraphQLField | None:
    """The field; None for `__typename`, and for introspection, which costs nothing."""
    if not isinstance(parent, GraphQLObjectType | GraphQLInterfaceType) or is_introspection_type(parent):
        return None
    fields: Mapping[str, GraphQLField] = parent.fields
    return fields.get(name)


def _arguments(definition: GraphQLField, node: FieldNode) -> tuple[dict[str, Any], dict[str, ValueNode]]:
    constant = {
        name: argument.default_value
        for name, argument in definition.args.items()
        if argument.default_value is not Undefined
    }
    from_variables: dict[str, ValueNode] = {}
    for argument in node.arguments or ():
        name = argument.name.value
        if _has_variable(argument.value):
            from_variables[name] = argument.value
        else:
            constant[name] = value_from_ast_untyped(argument.value)
    return constant, from_variables


def _has_variable(value: ValueNode) -> bool:
    if value.kind == "variable":
        return True
    inside = [entry.value for entry in getattr(value, "fields", None) or ()]
    return any(_has_variable(item) for item in (*inside, *(getattr(value, "values", None) or ())))


def _filled_in(given: Mapping[str, ValueNode], variables: dict[str, Any]) -> dict[str, Any]:
    values = {name: value_from_ast_untyped(node, variables) for name, node in given.items()}
    # A variable that is not given leaves the argument out, so that the schema's default holds.
    return {name: value for name, value in values.items() if value is not Undefined}


def _is_list(type_: GraphQLOutputType) -> bool:
    bare = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    return isinstance(bare, GraphQLList)


def _is_entity(type_: GraphQLNamedType) -> bool:
    return type_.name == "Node" or any(interface.name == "Node" for interface in getattr(type_, "interfaces", ()))
