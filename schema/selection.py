"""What an operation selects of entities and lists, read off its syntax tree before they are read.

A resolver that reads an entity or a page asks here what will be asked of it, and reads that with it: the properties,
and the pages of lists whose arguments are known by then. Nothing depends on it: the resolver of a list or a fact that
was not read with its entity reads it itself.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from graphql import (
    GraphQLField,
    GraphQLObjectType,
    GraphQLResolveInfo,
    get_named_type,
)
from graphql.execution.collect_fields import (
    FieldDetails,
    FieldDetailsList,
    FragmentDetails,
    GroupedFieldSet,
    collect_subfields,
)
from graphql.execution.values import VariableValues, get_argument_values
from strawberry.schema import BaseSchema
from strawberry.types.arguments import convert_arguments
from strawberry.types.field import StrawberryField

from graphdb.errors import GraphError
from graphdb.fact import Fact
from graphdb.keyset import MAX_NESTED_PAGE, Order, PageArguments, page_request
from graphdb.nested_list import NestedList
from graphdb.orders import RELEVANCE
from graphdb.records.kinds import RECORDS
from graphdb.selected import MAX_PAGES
from graphdb.selection import ALL, ListSelection, PageKey, PageSelection, Selection, joined, joined_lists
from schema.node import Info
from schema.plan import plan_of

F = TypeVar("F", bound=Callable[..., Any])
S = TypeVar("S", Selection, ListSelection)


@dataclass(frozen=True, slots=True)
class ListField:
    """A field that pages through a list of its entity."""

    list: NestedList[Any]
    order: Callable[[Any], Order]
    """Of the list, from the value of the argument `orderBy`."""
    others: Mapping[str, Any]
    """Further arguments, with the values that leave the list as it is."""

    def page(self, arguments: Mapping[str, Any]) -> PageKey | None:
        """Return which page the arguments ask for; None where that is not to be said without further ado."""
        if any(arguments.get(name) is not None for name in _APART):
            return None
        if any(arguments[name] != self.others.get(name) for name in arguments.keys() - _KNOWN):
            return None
        order = self.order(arguments.get("order_by"))
        asked = PageArguments(first=arguments.get("first"), last=arguments.get("last"))
        if order.keys[0].expression == RELEVANCE:
            return None
        try:
            return PageKey(self.list, page_request(self.list.name, order, asked, MAX_NESTED_PAGE))
        except GraphError:
            return None


_APART = ("after", "before", "filter")
_KNOWN = {"first", "last", "order_by", *_APART}
_LIST_FIELDS: dict[object, ListField] = {}
"""By their resolvers."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What the resolver of a field reads of its entity."""

    properties: frozenset[str]
    facts: Mapping[str, Fact[Any]] = field(default_factory=dict)
    """By label."""
    is_fact: bool = False
    """The value of the field is the fact itself."""


_NEEDS: dict[object, Needs] = {}
"""By resolvers; one that is not among them may read any of the properties, and no fact."""


def pages_of(list_: NestedList[Any], order: Callable[[Any], Order], **others: Any) -> Callable[[F], F]:
    """Return the decorator of the resolver of a field that pages through `list_`, which is ordered by `order`.

    `others` are the field's further arguments, with the values that leave the list as it is.
    """

    def register(resolver: F) -> F:
        _LIST_FIELDS[resolver] = ListField(list_, order, others)
        return resolver

    return register


def needs(*properties: str, **facts: Fact[Any]) -> Callable[[F], F]:
    """Return the decorator of the resolver of a field that reads these properties of its entity alone, and a fact.

    Which fact that is, is said for each label of entities that have the field.
    """

    def register(resolver: F) -> F:
        _NEEDS[resolver] = Needs(frozenset(properties), facts)
        return resolver

    return register


def is_fact(facts: Mapping[str, Fact[Any]]) -> Callable[[F], F]:
    """Return the decorator of the resolver of a field whose value is a fact, which is said for each label."""

    def register(resolver: F) -> F:
        _NEEDS[resolver] = Needs(frozenset(), facts, is_fact=True)
        return resolver

    return register


_AT_ONCE: set[object] = set()
"""Resolvers."""


def at_once(resolver: F) -> F:
    """Decorate the resolver of a field without arguments that looks at the request's context, but waits for nothing."""
    _AT_ONCE.add(resolver)
    return resolver


def is_at_once(resolver: object) -> bool:
    """Whether a resolver was decorated with `at_once`."""
    return resolver in _AT_ONCE


def fact_asked_for(parent_type: GraphQLObjectType, definition: GraphQLField) -> Fact[Any] | None:
    """Return the fact that is the value of a field; None: there is more to it."""
    field = definition.extensions.get("strawberry-definition")
    if not isinstance(field, StrawberryField) or field.base_resolver is None:
        return None
    known = _NEEDS.get(field.base_resolver.wrapped_func)
    return known.facts.get(parent_type.name) if known is not None and known.is_fact else None


def page_asked_for(
    schema: BaseSchema, definition: GraphQLField, details: FieldDetails, variables: VariableValues
) -> PageKey | None:
    """Return the page of its parent's list that a field asks for; None: it is no such field, or that cannot be said."""
    field = definition.extensions.get("strawberry-definition")
    if not isinstance(field, StrawberryField) or field.base_resolver is None:
        return None
    list_field = _LIST_FIELDS.get(field.base_resolver.wrapped_func)
    if list_field is None:
        return None
    try:
        given = get_argument_values(definition, details.node, variables, details.fragment_variable_values)
    except Exception:  # noqa: BLE001 - the field itself will say what is wrong
        return None
    converter = schema.schema_converter
    return list_field.page(convert_arguments(given, field.arguments, converter.scalar_registry, schema.config))


def selected_of_entity(info: Info) -> Selection:
    """Return what is selected of the entity that the field gives."""
    return _remembered(info, lambda walk, type_, details: walk.entity(type_, details, alone=True))


def selected_of_list(info: Info) -> ListSelection:
    """Return what is selected of the page that the field gives."""
    return _remembered(info, lambda walk, type_, details: walk.connection(type_, details))


def _remembered(info: Info, read: "Callable[[_Walk, GraphQLObjectType, FieldDetailsList], S]") -> S:
    """Return what is read of a field; once for all its parents, and the same object for all that are equal."""
    raw: GraphQLResolveInfo[Any] = info._raw_info
    values = cast("dict[str, Any]", raw.variable_values)
    known = plan_of(raw.schema, raw.operation, raw.fragments.values(), values).selections
    key = tuple(map(id, raw.field_nodes))
    if key not in known:
        type_ = get_named_type(raw.return_type)
        assert isinstance(type_, GraphQLObjectType)  # noqa: S101
        found = read(_Walk(info), type_, [FieldDetails(node, None) for node in raw.field_nodes])
        # What the key is made of is kept with it.
        known[key] = (known.setdefault(found, found), raw.field_nodes)
    selection: S = known[key][0]
    return selection


class _Walk:
    """Reads selections off the syntax tree of one operation."""

    def __init__(self, info: Info) -> None:
        self._raw: GraphQLResolveInfo[Any] = info._raw_info
        self._schema = info.schema
        # Resolvers get the values of the variables alone; where they come from is asked of custom scalars only.
        self._variables = VariableValues({}, cast("dict[str, Any]", self._raw.variable_values))
        self._fragments = {name: FragmentDetails(fragment) for name, fragment in self._raw.fragments.items()}
        self._pages_left = MAX_PAGES

    def _fields(self, type_: GraphQLObjectType, details: FieldDetailsList) -> GroupedFieldSet:
        raw = self._raw
        found = collect_subfields(raw.schema, self._fragments, self._variables, raw.operation, type_, details)
        return found.grouped_field_set

    def entity(self, type_: GraphQLObjectType, details: FieldDetailsList, *, alone: bool) -> Selection:
        """Return what is selected of an entity; `alone`: it is one, not a row of a list."""
        properties: set[str] = set()
        facts: dict[Fact[Any], None] = {}
        pages: dict[PageKey, list[ListSelection]] = {}
        whole = False
        for group in self._fields(type_, details).values():
            definition = type_.fields.get(group[0].node.name.value)
            if definition is None:
                continue
            field = definition.extensions["strawberry-definition"]
            if field.is_basic_field:
                properties.add(field.python_name)
            elif known := _NEEDS.get(field.base_resolver.wrapped_func):
                properties |= known.properties
                fact = known.facts.get(type_.name)
                if fact is not None and self._pages_left > 0 and (alone or not fact.long):
                    self._pages_left -= fact not in facts
                    facts[fact] = None
            elif field.base_resolver.wrapped_func not in _LIST_FIELDS:
                # It may read anything of the record.
                whole = True
            elif key := page_asked_for(self._schema, definition, group[0], self._variables):
                page = get_named_type(definition.type)
                assert isinstance(page, GraphQLObjectType)  # noqa: S101
                pages.setdefault(key, []).append(self.connection(page, group))
        read_along = tuple(self._read_along(pages, alone=alone))
        return Selection(None if whole else frozenset(properties), read_along, tuple(facts))

    def _read_along(self, pages: Mapping[PageKey, list[ListSelection]], *, alone: bool) -> Iterator[PageSelection]:
        """Return those of the pages that are to be read with their entity."""
        for key, several in pages.items():
            selected = joined_lists(several)
            # Entities that come up many times in an answer would each time have their long list sorted.
            if selected.rows and key.list.long and not alone:
                continue
            if self._pages_left > 0:
                self._pages_left -= 1
                yield PageSelection(key, selected)

    def connection(self, type_: GraphQLObjectType, details: FieldDetailsList) -> ListSelection:
        """Return what is selected of a page."""
        nodes: list[Selection] = []
        rows = places = extras = counted = False
        for group in self._fields(type_, details).values():
            match group[0].node.name.value:
                case "totalCount":
                    counted = True
                case "pageInfo":
                    rows = places = True
                case "nodes":
                    rows = True
                    extras |= self._add_node(nodes, type_, group)
                case "edges":
                    rows = True
                    edge = get_named_type(type_.fields["edges"].type)
                    assert isinstance(edge, GraphQLObjectType)  # noqa: S101
                    for name, part in self._named(edge, group):
                        match name:
                            case "cursor":
                                places = True
                            case "node":
                                extras |= self._add_node(nodes, edge, part)
                            case _:
                                extras |= not name.startswith("__")
                case "facets" | "groups" | "__typename":
                    pass
                case _:
                    return ALL
        node = joined(nodes) if nodes else Selection(frozenset())
        return ListSelection(node, rows=rows, places=places, extras=extras, counted=counted)

    def _named(self, type_: GraphQLObjectType, details: FieldDetailsList) -> list[tuple[str, FieldDetailsList]]:
        return [(group[0].node.name.value, group) for group in self._fields(type_, details).values()]

    def _add_node(self, nodes: list[Selection], type_: GraphQLObjectType, group: FieldDetailsList) -> bool:
        """Add what is selected of a listed node; return whether more than the entity is."""
        node = get_named_type(type_.fields[group[0].node.name.value].type)
        assert isinstance(node, GraphQLObjectType)  # noqa: S101
        if node.name in RECORDS:
            nodes.append(self.entity(node, group, alone=False))
            return False
        # An authorship is what a row of its list says, around the person.
        more = False
        for name, part in self._named(node, group):
            person = get_named_type(node.fields[name].type) if name in node.fields else None
            if name == "researcher" and isinstance(person, GraphQLObjectType):
                nodes.append(self.entity(person, part, alone=False))
            else:
                more |= not name.startswith("__")
        return more
