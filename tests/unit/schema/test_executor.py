"""The executor gives what graphql-core's own gives, errors and order included, whatever is asked of whatever values."""

import asyncio
import math
from dataclasses import dataclass, field
from enum import Enum
from inspect import isawaitable
from typing import Any

import pytest
import strawberry
from graphql import DocumentNode, execute, parse
from hypothesis import example, given, settings
from hypothesis import strategies as st
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from schema.executor import ProjectingExecutor
from schema.selection import at_once


@strawberry.enum
class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass
class Record:
    """What stands behind `Thing` and `Other`; any of it may be wrong."""

    kind: str = "Thing"
    text: Any = "text"
    count: Any = 3
    share: Any = 0.5
    yes: Any = True
    id: Any = "t_1"
    colour: Any = Colour.RED
    words: Any = field(default_factory=lambda: ["a", "b"])
    must: Any = None
    child: Any = None
    children: Any = field(default_factory=list)
    node: Any = None
    nodes: Any = field(default_factory=list)
    late_value: Any = None


@strawberry.interface
class Node:
    id: strawberry.ID
    text: str | None


@strawberry.input
class Shift:
    by: int = 1


@strawberry.type
class Thing(Node):
    count: int | None
    share: float | None
    yes: bool | None
    colour: Colour | None
    words: list[str] | None
    must: str
    child: "Thing | None"
    children: "list[Thing | None] | None"
    node: Node | None
    nodes: list[Node] | None

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        return getattr(value, "kind", None) == "Thing"

    @strawberry.field
    def doubled(self) -> int | None:
        return self.count * 2 if self.count is not None else None

    @strawberry.field
    def eldest(self) -> "Thing | None":
        return self.children[0] if self.children else None

    @strawberry.field
    @at_once
    def asked_with(self, info: strawberry.Info) -> str | None:
        return f"{self.text} of {id(info.context)}"

    @strawberry.field
    def shifted(self, shift: Shift | None = None, times: int = 1) -> int:
        return int(self.count or 0) + (shift.by if shift else 0) * times

    @strawberry.field
    async def late(self, info: strawberry.Info, fails: bool = False) -> "Thing | None":
        await asyncio.sleep(0)
        if fails:
            raise ValueError(f"late fails at {info.path.key}")
        found: Thing | None = self.late_value  # type: ignore[attr-defined]
        return found


@strawberry.type
class Other(Node):
    count: int | None

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        return getattr(value, "kind", None) == "Other"


@strawberry.type
class Query:
    @strawberry.field
    def thing(self, info: strawberry.Info) -> Thing | None:
        found: Thing | None = info.context
        return found

    @strawberry.field
    async def things(self, info: strawberry.Info) -> list[Thing | None] | None:
        return [info.context, None, info.context]


SCHEMA = strawberry.Schema(query=Query, types=[Thing, Other])

wrong = st.sampled_from([None, 2**31, math.inf, math.nan, "text", 7, 0.5, True, [], object(), ValueError("broken")])


def mostly(right: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.integers(0, 7).flatmap(lambda n: wrong if n == 0 else right)


def records(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    child = mostly(st.one_of(st.none(), children))
    several = mostly(st.one_of(st.lists(child, max_size=3), st.lists(child, max_size=2).map(tuple)))
    return st.builds(
        Record,
        kind=st.sampled_from(["Thing", "Thing", "Thing", "Other"]),
        text=mostly(st.text(max_size=3)),
        count=mostly(st.integers(-3, 3)),
        share=mostly(st.floats(0, 1)),
        yes=mostly(st.booleans()),
        id=mostly(st.just("t_2")),
        colour=mostly(st.sampled_from(Colour)),
        words=mostly(st.lists(mostly(st.just("w")), max_size=3)),
        must=mostly(st.just("must")),
        child=child,
        children=several,
        node=child,
        nodes=several,
        late_value=child,
    )


values = st.recursive(st.builds(Record, must=st.just("must")), records, max_leaves=8)

LEAVES = [
    "id",
    "text",
    "count",
    "share",
    "yes",
    "colour",
    "words",
    "must",
    "__typename",
    "shifted",
    "doubled",
    "askedWith",
]
ARGUED = ["shifted(shift: {by: $n})", "shifted(times: 2, shift: {})", "shifted(times: $n, shift: null)"]
DIRECTIVES = ["", "", "", " @include(if: $on)", " @skip(if: $on)", " @include(if: false)"]


def selection(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    alias = st.sampled_from(["", "", "", "x: ", "y: "])
    directive = st.sampled_from(DIRECTIVES)
    leaf = st.tuples(alias, st.sampled_from(LEAVES + ARGUED), directive).map("".join)
    deep = st.tuples(
        alias, st.sampled_from(["child", "children", "eldest", "late", "late(fails: $on)"]), directive, inner
    ).map(lambda part: f"{part[0]}{part[1]}{part[2]} {{ {part[3]} }}")
    on_node = st.sampled_from(["id", "__typename", "text", "...Plain", "... on Other { count }"])
    abstract = st.tuples(alias, st.sampled_from(["node", "nodes"]), directive, on_node, inner).map(
        lambda part: f"{part[0]}{part[1]}{part[2]} {{ {part[3]} ... on Thing {{ {part[4]} }} }}"
    )
    fragment = st.sampled_from(["...Plain{}", "...Deep{}", "... on Node{} {{ text id }}", "...{} {{ must }}"])
    spread = st.tuples(fragment, directive).map(lambda part: part[0].format(part[1]))
    return st.lists(st.one_of(leaf, leaf, deep, abstract, spread), min_size=1, max_size=5).map(" ".join)


selections = st.recursive(st.sampled_from(["id", "text must", "...Plain count"]), selection, max_leaves=6)
roots = st.sampled_from(["thing", "things", "x: thing @skip(if: $on)"])
FRAGMENTS = (
    "fragment Plain on Thing { text count x: yes } "
    "fragment Deep on Thing { child { words children { id must } } node { ...Plain } }"
)


def document(parts: list[tuple[str, str]]) -> DocumentNode:
    asked = " ".join(f"{root} {{ {selected} }}" for root, selected in parts)
    return parse(f"query($on: Boolean!, $n: Int!) {{ {asked} }} {FRAGMENTS}")


# They are not validated: what does not belong together is met all the same.
documents = st.lists(st.tuples(roots, selections), min_size=1, max_size=2).map(document)


async def outcome(executor: type[Any], asked: DocumentNode, on: bool, n: int, value: Any) -> tuple[Any, list[Any]]:
    variables = {"on": on, "n": n}
    found = execute(SCHEMA._schema, asked, context_value=value, variable_values=variables, executor_class=executor)
    result = await found if isawaitable(found) else found
    errors = [(error.message, error.path, error.locations) for error in result.errors or ()]
    return ordered(result.data), errors


def ordered(data: Any) -> Any:
    """Dicts as lists of pairs: the order of fields counts."""
    if isinstance(data, dict):
        return [(name, ordered(value)) for name, value in data.items()]
    return [ordered(value) for value in data] if isinstance(data, list) else (type(data).__name__, data)


OF_ITS_REQUEST = document([("thing", "askedWith children { askedWith }")])
TWICE = [(True, 0, Record(must="m", children=[Record(must="m")])) for _ in range(2)]
NOTHING_LEFT = document([("thing", "child { id @skip(if: $on) } children { text @include(if: false) }")])


@settings(max_examples=200, deadline=None)
@example(NOTHING_LEFT, [(True, 0, Record(must="m", child=Record(must="m"), children=[Record(must="m")]))])
@example(OF_ITS_REQUEST, TWICE)
@given(documents, st.lists(st.tuples(st.booleans(), st.integers(-2, 2), values), min_size=1, max_size=3))
def test_it_answers_as_the_ordinary_executor_does(asked: DocumentNode, times: list[tuple[bool, int, Any]]) -> None:
    # One document several times, as with a plan that is kept: other variables, other values, another request.
    async def both() -> None:
        for on, n, value in times:
            ordinary = await outcome(StrawberryGraphQLCoreExecutionContext, asked, on, n, value)
            assert await outcome(ProjectingExecutor, asked, on, n, value) == ordinary

    asyncio.run(both())


async def test_pure_data_is_read_without_completing_each_leaf() -> None:
    completed: list[str] = []

    class Counting(ProjectingExecutor):
        def complete_value(self, *args: Any) -> Any:
            completed.append(args[2].field_name)
            return super().complete_value(*args)

    value = Record(must="m", children=[Record(must="m"), Record(must="m")])
    asked = "{ thing { id count colour doubled words __typename children { id must eldest { id } } } }"
    # As it is served: what Strawberry puts around the executor must not be in the way.
    schema = strawberry.Schema(query=Query, types=[Thing, Other], execution_context_class=Counting)
    result = await schema.execute(asked, context_value=value)
    assert not result.errors
    assert completed == ["thing"]


async def test_the_arguments_of_a_field_are_coerced_once() -> None:
    made: list[int] = []
    value = Record(must="m", children=[Record(must="m", count=i) for i in range(5)])
    original = Shift.__init__

    def counted(self: Shift, *, by: int = 1) -> None:
        made.append(by)
        original(self, by=by)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Shift, "__init__", counted)
        data, errors = await outcome(
            ProjectingExecutor, parse("{ thing { children { shifted(shift: {by: 3}) } } }"), False, 0, value
        )
    assert not errors
    assert made == [3]
    assert "7" in repr(data)
