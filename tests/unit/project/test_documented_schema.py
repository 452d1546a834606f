"""Whatever the schema offers is shown in an example of the documents; that they answer is tested elsewhere."""

import re
from pathlib import Path

import pytest
from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    ObjectFieldNode,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    build_schema,
    get_named_type,
    parse,
    validate,
    visit,
)

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = build_schema((ROOT / "schema" / "schema.graphql").read_text())
BLOCK = re.compile(r"^```graphql[^\n]*\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)
EXAMPLES = [
    parse(text)
    for text in (
        *(file.read_text() for file in sorted((ROOT / "docs" / "queries").glob("*.graphql"))),
        *(
            block
            for document in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
            for block in BLOCK.findall(document.read_text())
        ),
    )
]
OBJECTS = [
    type_
    for name, type_ in SCHEMA.type_map.items()
    if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType) and not name.startswith("__")
]
INPUTS = [type_ for type_ in SCHEMA.type_map.values() if isinstance(type_, GraphQLInputObjectType)]


class _Used(Visitor):
    """Collects what documents use: fields as Type.field, arguments as (argument: Type), fields of inputs."""

    def __init__(self) -> None:
        super().__init__()
        self.info = TypeInfo(SCHEMA)
        self.fields: set[str] = set()
        self.arguments: set[str] = set()
        self.inputs: set[str] = set()

    def enter_field(self, node: FieldNode, *_: object) -> None:
        self.fields.add(f"{self.info.get_parent_type()}.{node.name.value}")

    def enter_argument(self, node: ArgumentNode, *_: object) -> None:
        self.arguments.add(f"{node.name.value}: {get_named_type(self.info.get_input_type())}")

    def enter_object_field(self, node: ObjectFieldNode, *_: object) -> None:
        self.inputs.add(f"{get_named_type(self.info.get_parent_input_type())}.{node.name.value}")


@pytest.fixture(scope="module")
def used() -> _Used:
    used = _Used()
    for document in EXAMPLES:
        visit(document, TypeInfoVisitor(used.info, used))
    return used


@pytest.mark.parametrize("document", EXAMPLES, ids=lambda document: str(document.definitions[0].loc.source.body[:40]))
def test_an_example_fits_the_schema(document: DocumentNode) -> None:
    assert validate(SCHEMA, document) == []


def test_every_field_stands_in_an_example(used: _Used) -> None:
    fields = {f"{_shown_by(type_, name)}.{name}" for type_ in OBJECTS for name in type_.fields}
    assert fields - used.fields == set()


def _shown_by(type_: GraphQLObjectType | GraphQLInterfaceType, field: str) -> str:
    """What all errors of mutations have is shown by their interface."""
    error = SCHEMA.type_map["UserError"]
    assert isinstance(error, GraphQLInterfaceType)
    return error.name if error in type_.interfaces and field in error.fields else type_.name


def test_every_argument_stands_in_an_example(used: _Used) -> None:
    arguments = {
        f"{name}: {get_named_type(argument.type)}"
        for type_ in OBJECTS
        for field in type_.fields.values()
        for name, argument in field.args.items()
    }
    assert arguments - used.arguments == set()


def test_every_field_of_an_input_stands_in_an_example(used: _Used) -> None:
    assert {f"{type_.name}.{name}" for type_ in INPUTS for name in type_.fields} - used.inputs == set()


def test_everything_in_the_schema_has_a_description() -> None:
    missing = [
        f"{type_.name}.{name}"
        for type_ in (*OBJECTS, *INPUTS)
        for name, field in type_.fields.items()
        if not (type_.description and field.description)
    ]
    missing += [
        f"{type_.name}.{name}({argument})"
        for type_ in OBJECTS
        for name, field in type_.fields.items()
        for argument, described in field.args.items()
        if not described.description
    ]
    missing += [
        name
        for name, type_ in SCHEMA.type_map.items()
        if isinstance(type_, GraphQLEnumType) and not name.startswith("__") and not type_.description
    ]
    assert missing == []
