"""The executor: what it does is what graphql-core's does, in less time where the answer is pure data.

The values of our types are records, most fields plain attributes of them. graphql-core resolves and completes each leaf
by itself, at several microseconds. Here the selection of an object is compiled once a document: fields that are plain
attributes, lists and facts that were read with the record, what is computed of the record alone, and lists and objects
of such, become one function of the record. A field whose resolver has more to do, or that is of an abstract type, goes
the ordinary way; and so does one whose function fails, because only the ordinary way knows what to do about nulls and
errors. Both ways read the same attributes and call the same resolvers, so there is one meaning.

Arguments are the same for all parents of a field: they are coerced once.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextvars import ContextVar
from functools import lru_cache
from types import NoneType
from typing import Any, cast

import strawberry
from graphql import (
    GraphQLField,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    is_leaf_type,
)
from graphql.execution.collect_fields import CollectedFields, DeferUsage, FieldDetailsList, GroupedFieldSet
from graphql.execution.values import get_argument_values
from graphql.pyutils import AwaitableOrValue, Path
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.schema.schema_converter import get_arguments
from strawberry.types.field import StrawberryField

from graphdb.fact import Fact
from graphdb.selection import PageKey
from schema.plan import plan_of
from schema.projection import Completion, Part, Step, each, leaf, or_null, projection
from schema.selection import fact_asked_for, is_at_once, page_asked_for

Call = Callable[[Any, strawberry.Info], Any]
"""Calls a resolver with a parent."""

_TYPENAME = "__typename"
_EXECUTING: ContextVar["ProjectingExecutor"] = ContextVar("_EXECUTING")
"""Whose records are being answered of."""


class ProjectingExecutor(StrawberryGraphQLCoreExecutionContext):
    """Executes one operation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fragments = [fragment.definition for fragment in self.fragments.values()]
        self._plan = plan_of(self.schema, self.operation, fragments, self.variable_values.coerced)
        # By identity, as in the plan.
        self._calls: dict[tuple[str, int], tuple[FieldDetailsList, GraphQLField, Call]] = {}
        self._infos: dict[tuple[str, int], strawberry.Info[Any, Any]] = {}
        # Strawberry gives a manager even where there is nothing to manage.
        self._is_wrapped = self.middleware_manager is not None and bool(self.middleware_manager.middlewares)

    def execute_fields(
        self,
        parent_type: GraphQLObjectType,
        source_value: Any,
        path: Path | None,
        grouped_field_set: GroupedFieldSet,
        position_context: Any,
    ) -> AwaitableOrValue[dict[str, Any]]:
        """See the base class."""
        done: dict[str, Any] = {}
        parts = self._parts(parent_type, grouped_field_set)
        token = _EXECUTING.set(self)
        for name, part in parts.items():
            try:
                done[name] = part.of(source_value)
            except Exception:  # noqa: BLE001, S112
                continue
        _EXECUTING.reset(token)
        if len(done) == len(grouped_field_set):
            return done
        others = {name: details for name, details in grouped_field_set.items() if name not in done}
        rest = super().execute_fields(parent_type, source_value, path, others, position_context)
        if not done:
            return rest

        def joined(rest: dict[str, Any]) -> dict[str, Any]:
            return {
                name: done[name] if name in done else rest[name]
                for name in grouped_field_set
                if name in done or name in rest
            }

        if not self.is_awaitable(rest):
            return joined(cast("dict[str, Any]", rest))

        async def wait() -> dict[str, Any]:
            return joined(await cast("Awaitable[dict[str, Any]]", rest))

        return wait()

    def execute_collected_root_fields(
        self,
        root_type: GraphQLObjectType,
        root_value: Any,
        grouped_field_set: GroupedFieldSet,
        serially: bool,
        new_defer_usages: Sequence[DeferUsage],
    ) -> AwaitableOrValue[dict[str, Any]]:
        """See the base class. Equal fields become the same: what is known of them is found by their identity."""
        if self._plan.root is None:
            self._plan.root = grouped_field_set
        root = self._plan.root
        return super().execute_collected_root_fields(root_type, root_value, root, serially, new_defer_usages)

    def collect_subfields(
        self, return_type: GraphQLObjectType, field_details_list: FieldDetailsList
    ) -> CollectedFields:
        """See the base class."""
        key = (return_type.name, id(field_details_list))
        known = self._plan.subfields.get(key)
        if known is None:
            found = super().collect_subfields(return_type, field_details_list)
            known = self._plan.subfields[key] = (field_details_list, found)
        return known[1]

    def execute_field(
        self,
        parent_type: GraphQLObjectType,
        source: Any,
        field_details_list: FieldDetailsList,
        path: Path,
        position_context: Any,
    ) -> AwaitableOrValue[Any]:
        """See the base class."""
        definition = self.schema.get_field(parent_type, field_details_list[0].node.name.value)
        if definition is None or not self._is_called_here(parent_type, definition):
            return super().execute_field(parent_type, source, field_details_list, path, position_context)
        nodes = [details.node for details in field_details_list]
        info = self.build_resolve_info(definition, nodes, parent_type, path)
        try:
            field = definition.extensions["strawberry-definition"]
            asked = strawberry.Info(_raw_info=info, _field=field)
            result = self._call(parent_type, definition, field_details_list, asked)(source, asked)
            complete = self.complete_awaitable_value if self.is_awaitable(result) else self.complete_value
            completed = complete(definition.type, field_details_list, info, path, result, position_context)
            if self.is_awaitable(completed) and not self.is_awaitable(result):
                return self._awaited(completed, definition.type, field_details_list, path)
        except Exception as error:  # noqa: BLE001
            self.handle_field_error(error, definition.type, field_details_list, path)
            return None
        return completed

    async def _awaited(
        self, completed: Awaitable[Any], type_: GraphQLOutputType, details: FieldDetailsList, path: Path
    ) -> Any:
        try:
            return await completed
        except Exception as error:  # noqa: BLE001
            self.handle_field_error(error, type_, details, path)
            return None

    def _is_called_here(self, parent_type: GraphQLObjectType, definition: GraphQLField) -> bool:
        field = definition.extensions.get("strawberry-definition")
        return (
            isinstance(field, StrawberryField)
            and field.base_resolver is not None
            and not field.extensions
            and parent_type is not self.schema.mutation_type
            and parent_type is not self.schema.subscription_type
        )

    def _call(
        self,
        parent_type: GraphQLObjectType,
        definition: GraphQLField,
        details: FieldDetailsList,
        info: strawberry.Info[Any, Any],
    ) -> Call:
        key = (parent_type.name, id(details))
        known = self._calls.get(key)
        if known is not None:
            return known[2]
        field: StrawberryField = definition.extensions["strawberry-definition"]
        given = get_argument_values(
            definition,
            details[0].node,
            self.variable_values,
            details[0].fragment_variable_values,
            self.hide_suggestions,
        )
        schema = info.schema
        _, converted = get_arguments(
            field=field,
            source=None,
            info=info,
            kwargs=given,
            config=schema.config,
            scalar_registry=schema.schema_converter.scalar_registry,
        )
        call = _with_arguments(field, converted)
        self._calls[key] = (details, definition, call)
        return call

    def _parts(self, parent_type: GraphQLObjectType, fields: GroupedFieldSet) -> dict[str, Part]:
        key = (parent_type.name, id(fields))
        known = self._plan.parts.get(key)
        if known is None:
            parts = {}
            for name, details in fields.items():
                part = self._part(parent_type, details)
                if part is not None:
                    parts[name] = part
            known = self._plan.parts[key] = (fields, parts)
        return known[1]

    def _part(self, parent_type: GraphQLObjectType, details: FieldDetailsList) -> Part | None:
        """Return what a field takes of a parent; None where it must go the ordinary way."""
        node = details[0].node
        name = node.name.value
        if name == _TYPENAME:
            return Part(None, lambda _: parent_type.name)
        definition = self.schema.get_field(parent_type, name)
        streamed = any(directive.name.value == "stream" for directive in node.directives or ())
        if definition is None or streamed or self._is_wrapped:
            return None
        completed = self._completion(definition.type, details)
        if completed is None:
            return None
        complete, types = completed
        attribute = _attribute(parent_type, name)
        if attribute is not None:
            return Part(attribute, complete, types)
        call = self._called_at_once(parent_type, definition, details)
        if call is not None:
            return Part(None, lambda source: complete(call(source)))
        key = self._read_along(parent_type, definition, details)
        # Fails where it was not read with its entity.
        return Part("along", lambda along: complete(along[key])) if key is not None else None

    def _called_at_once(
        self, parent_type: GraphQLObjectType, definition: GraphQLField, details: FieldDetailsList
    ) -> Step | None:
        """Return the resolver of a field, if its value is there as soon as it is called, and is of the record alone."""
        field = definition.extensions.get("strawberry-definition")
        if not isinstance(field, StrawberryField) or not self._is_called_here(parent_type, definition):
            return None
        resolver = field.base_resolver
        if resolver is None or resolver.is_async or resolver.self_parameter is None or field.arguments:
            return None
        function = cast("Step", resolver.wrapped_func)
        if resolver.info_parameter is None:
            return function
        if not is_at_once(function):
            return None
        name = resolver.info_parameter.name
        # The plan outlives the request: whose context it is, is asked anew.
        return lambda source: function(source, **{name: _EXECUTING.get()._info(parent_type, field, details)})

    def _info(
        self, parent_type: GraphQLObjectType, field: StrawberryField, details: FieldDetailsList
    ) -> strawberry.Info[Any, Any]:
        """Return what a resolver is told that looks at the request's context only: the same for all records."""
        key = (parent_type.name, id(details))
        known = self._infos.get(key)
        if known is None:
            definition = parent_type.fields[details[0].node.name.value]
            nodes = [part.node for part in details]
            raw = self.build_resolve_info(definition, nodes, parent_type, Path(None, "", None))
            known = self._infos[key] = strawberry.Info(_raw_info=raw, _field=field)
        return known

    def _read_along(
        self, parent_type: GraphQLObjectType, definition: GraphQLField, details: FieldDetailsList
    ) -> PageKey | Fact[Any] | None:
        schema = cast("Any", self.schema)._strawberry_schema
        fact = fact_asked_for(parent_type, definition)
        return fact or page_asked_for(schema, definition, details[0], self.variable_values)

    def _completion(self, type_: GraphQLOutputType, details: FieldDetailsList) -> Completion | None:
        if isinstance(type_, GraphQLNonNull):
            return self._present(type_.of_type, details)
        present = self._present(type_, details)
        if present is None:
            return None
        complete, types = present
        return or_null(complete), types and types | {NoneType}

    def _present(self, type_: GraphQLOutputType, details: FieldDetailsList) -> Completion | None:
        """Return how a value of a type that is not null is completed."""
        if isinstance(type_, GraphQLList):
            item = self._completion(type_.of_type, details)
            return (each(item[0]), None) if item is not None else None
        if is_leaf_type(type_):
            return leaf(type_)
        complete = self._object(type_, details) if isinstance(type_, GraphQLObjectType) else None
        return (complete, None) if complete is not None else None

    def _object(self, type_: GraphQLObjectType, details: FieldDetailsList) -> Step | None:
        fields, defer_usages, _ = self.collect_subfields(type_, details)
        if defer_usages:
            return None
        parts = self._parts(type_, fields)
        return projection(type_, parts) if len(parts) == len(fields) else None


@lru_cache(maxsize=4096)
def _attribute(parent_type: GraphQLObjectType, name: str) -> str | None:
    """Return the attribute that a field is; None if it is more than that."""
    definition = parent_type.fields.get(name)
    field = definition.extensions.get("strawberry-definition") if definition is not None else None
    return field.python_name if isinstance(field, StrawberryField) and field.is_basic_field else None


def _with_arguments(field: StrawberryField, converted: Mapping[str, Any]) -> Call:
    resolver = field.base_resolver
    assert resolver is not None  # noqa: S101 - `_is_called_here` has seen to it
    arguments = dict(converted)
    root, parent, info_ = resolver.root_parameter, resolver.parent_parameter, resolver.info_parameter
    for parameter in (root, parent, info_):
        if parameter is not None:
            arguments.pop(parameter.name, None)
    sources = [parameter.name for parameter in (root, parent) if parameter is not None]
    info_name = info_.name if info_ is not None else None
    takes_self = resolver.self_parameter is not None

    def call(source: Any, info: strawberry.Info[Any, Any]) -> Any:
        given = dict(arguments)
        for name in sources:
            given[name] = source
        if info_name is not None:
            given[info_name] = info
        return field.get_result(source, info, [source] if takes_self else [], given)

    return call
