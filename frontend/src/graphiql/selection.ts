import {
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type InlineFragmentNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  parse,
  parseValue,
} from "graphql";

/** Where a field stands below its operation: names of fields, and `... Type` for a part that is of a type alone. */
export type Path = readonly string[];
type Selected = FieldNode | InlineFragmentNode;

const OF_TYPE = "... ";
const TYPE_NAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

export const ofType = (type: string): string => `${OF_TYPE}${type}`;

/** The document of a text, null where it is none yet; a text without an operation gets an empty query. */
export function documentOf(text: string): DocumentNode | null {
  let definitions: DocumentNode["definitions"];
  try {
    definitions = text.replace(/#[^\n]*/g, "").trim() === "" ? [] : parse(text).definitions;
  } catch {
    return null;
  }
  const hasOperation = definitions.some((node) => node.kind === Kind.OPERATION_DEFINITION);
  return { kind: Kind.DOCUMENT, definitions: hasOperation ? definitions : [...definitions, emptyQuery] };
}

const emptyQuery: OperationDefinitionNode = {
  kind: Kind.OPERATION_DEFINITION,
  operation: OperationTypeNode.QUERY,
  selectionSet: { kind: Kind.SELECTION_SET, selections: [] },
};

/** The operation of a name, or the first. */
export function operationOf(document: DocumentNode, name: string | null): OperationDefinitionNode {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return operations.find((node) => node.name?.value === name) ?? operations[0] ?? emptyQuery;
}

/** What is selected under a key, without what fragments with a name bring. */
export function selectedAt(set: SelectionSetNode | undefined, key: string): Selected | undefined {
  return set?.selections.find((node): node is Selected => keyOf(node) === key);
}

function keyOf(node: SelectionNode): string | null {
  if (node.kind === Kind.FIELD) {
    return node.name.value;
  }
  return node.kind === Kind.INLINE_FRAGMENT && node.typeCondition ? ofType(node.typeCondition.name.value) : null;
}

type Change = (node: Selected | undefined) => Selected | null;

/** The document with one selection of an operation changed, added (it was undefined) or removed (it becomes null). */
export function changedAt(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  path: Path,
  change: Change,
): DocumentNode {
  const changed = { ...operation, selectionSet: changedSet(operation.selectionSet, path, change) };
  return { ...document, definitions: document.definitions.map((node) => (node === operation ? changed : node)) };
}

function changedSet(set: SelectionSetNode | undefined, path: Path, change: Change): SelectionSetNode {
  const [key, ...rest] = path;
  const selections = set?.selections ?? [];
  const old = selections.find((node): node is Selected => keyOf(node) === key);
  const now =
    rest.length === 0 || old === undefined
      ? change(old)
      : { ...old, selectionSet: changedSet(old.selectionSet, rest, change) };
  let kept = selections.flatMap((node) => (node === old ? (now === null ? [] : [now]) : [node]));
  if (old === undefined && now !== null) {
    // What only kept an empty place is not needed any longer.
    kept = [...kept.filter((node) => kept.length > 1 || keyOf(node) !== "__typename"), now];
  }
  return { kind: Kind.SELECTION_SET, selections: kept.length > 0 ? kept : [TYPE_NAME] };
}

/** A field as it is added: with what it requires, and with something selected of what it gives. */
export function newSelection(schema: GraphQLSchema, key: string, parent: GraphQLNamedType): Selected {
  if (key.startsWith(OF_TYPE)) {
    const name = key.slice(OF_TYPE.length);
    return {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
      selectionSet: firstOf(schema.getType(name)),
    };
  }
  const field = fieldOf(parent, key);
  const name = { kind: Kind.NAME, value: key } as const;
  const given = (field?.args ?? []).filter(isRequiredArgument).map((argument) => argumentNode(argument, blank(argument.type)));
  const type = field && getNamedType(field.type);
  return {
    kind: Kind.FIELD,
    name,
    arguments: given,
    ...(isCompositeType(type) ? { selectionSet: firstOf(type) } : {}),
  };
}

/** What is selected first of a type: its id or its count, which are never large. */
function firstOf(type: GraphQLNamedType | undefined): SelectionSetNode {
  const fields = type && "getFields" in type ? type.getFields() : {};
  const first = ["id", "totalCount"].find((name) => name in fields);
  const node = first === undefined ? TYPE_NAME : { ...TYPE_NAME, name: { kind: Kind.NAME, value: first } as const };
  return { kind: Kind.SELECTION_SET, selections: [node] };
}

const argumentNode = (argument: GraphQLArgument, value: ValueNode) =>
  ({ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: argument.name }, value }) as const;

/** A field with an argument set, or without it. */
export function withArgument(field: FieldNode, argument: GraphQLArgument, value: ValueNode | null): FieldNode {
  const others = (field.arguments ?? []).filter((node) => node.name.value !== argument.name);
  return { ...field, arguments: value === null ? others : [...others, argumentNode(argument, value)] };
}

/** The value that a text stands for: GraphQL, or for texts and ids just their letters; null where it is none. */
export function valueOf(text: string, type: GraphQLInputType): ValueNode | null {
  const bare = /^[^"{[$]/.test(text) && ["String", "ID"].includes(String(isNonNullType(type) ? type.ofType : type));
  if (bare) {
    return { kind: Kind.STRING, value: text };
  }
  try {
    return parseValue(text);
  } catch {
    return null;
  }
}

/** A value of the type to begin with: as little as it allows. */
export function blank(type: GraphQLInputType): ValueNode {
  if (isNonNullType(type)) {
    return blank(type.ofType);
  }
  if (isListType(type)) {
    return { kind: Kind.LIST, values: [blank(type.ofType)] };
  }
  if (isEnumType(type)) {
    return { kind: Kind.ENUM, value: type.getValues()[0]?.name ?? "" };
  }
  if (isInputObjectType(type)) {
    const all = Object.values(type.getFields());
    const needed = type.isOneOf ? all.slice(0, 1) : all.filter(isRequiredInputField);
    const fields = needed.map(
      (field) =>
        ({ kind: Kind.OBJECT_FIELD, name: { kind: Kind.NAME, value: field.name }, value: blank(field.type) }) as const,
    );
    return { kind: Kind.OBJECT, fields };
  }
  switch (type.name) {
    case "Int":
    case "Float":
      return { kind: Kind.INT, value: "1" };
    case "Boolean":
      return { kind: Kind.BOOLEAN, value: true };
    default:
      return { kind: Kind.STRING, value: "" };
  }
}

/** A field of a type that has fields, by its name. */
export function fieldOf(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** What can be selected of a type: its fields, and the types that it may turn out to be. */
export function keysOf(schema: GraphQLSchema, type: GraphQLNamedType): string[] {
  const fields = "getFields" in type ? Object.keys(type.getFields()) : [];
  const types = isAbstractType(type) ? schema.getPossibleTypes(type).map((possible) => ofType(possible.name)) : [];
  return [...fields, ...types];
}

/** The type of what a key selects, where that has fields of its own. */
export function typeAt(schema: GraphQLSchema, parent: GraphQLNamedType, key: string): GraphQLNamedType | null {
  if (key.startsWith(OF_TYPE)) {
    return schema.getType(key.slice(OF_TYPE.length)) ?? null;
  }
  const field = fieldOf(parent, key);
  const type = field && getNamedType(field.type);
  return type && (isObjectType(type) || isAbstractType(type)) ? type : null;
}
