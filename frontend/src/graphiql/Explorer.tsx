import { type GraphiQLPlugin, useGraphiQL, useOperationsEditorState, useOptimisticState } from "@graphiql/react";
import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
  type ValueNode,
  isRequiredArgument,
  print,
} from "graphql";
import { useId, useState } from "react";

import {
  type Path,
  blank,
  changedAt,
  documentOf,
  fieldOf,
  keysOf,
  newSelection,
  operationOf,
  selectedAt,
  typeAt,
  valueOf,
  withArgument,
} from "./selection";

/** A panel that builds the query by ticking fields: everything the schema offers, without knowing the language. */
export const EXPLORER: GraphiQLPlugin = { title: "Query builder", icon: ExplorerIcon, content: Explorer };

function ExplorerIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 5.5h3M4 12h3M4 18.5h3M11 5.5h9M11 12h9M11 18.5h9" strokeLinecap="round" />
      <path d="M3.5 11.5l1.5 1.6 3-3.4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

type Change = Parameters<typeof changedAt>[3];

interface Builder {
  readonly schema: GraphQLSchema;
  readonly change: (path: Path, change: Change) => void;
}

function Explorer() {
  const schema = useGraphiQL((state) => state.schema);
  const operationName = useGraphiQL((state) => state.operationName);
  const [text, setText] = useOptimisticState(useOperationsEditorState());
  const document = documentOf(text);
  if (!schema) {
    return <p className="explorer-note">The schema is being loaded, or could not be.</p>;
  }
  if (document === null) {
    return (
      <section className="explorer" aria-label="Query builder">
        <h2>Query builder</h2>
        <p className="explorer-note">The query is not complete. Mend it in the editor, and its fields can be ticked here.</p>
      </section>
    );
  }
  const operation = operationOf(document, operationName ?? null);
  const root = schema.getRootType(operation.operation);
  const builder: Builder = {
    schema,
    change: (path, change) => setText(print(changedAt(document, operation, path, change))),
  };
  return (
    <section className="explorer" aria-label="Query builder">
      <h2>Query builder</h2>
      <p className="explorer-note">
        Fields of the {operation.operation} {operation.name ? <strong>{operation.name.value}</strong> : "in the editor"}.
      </p>
      {root && <Fields builder={builder} type={root} path={[]} set={operation.selectionSet} />}
    </section>
  );
}

interface FieldsProps {
  readonly builder: Builder;
  readonly type: GraphQLNamedType;
  readonly path: Path;
  readonly set: SelectionSetNode | undefined;
}

function Fields({ builder, type, path, set }: FieldsProps) {
  return (
    <ul>
      {keysOf(builder.schema, type).map((key) => (
        <Field key={key} builder={builder} parent={type} path={[...path, key]} name={key} set={set} />
      ))}
    </ul>
  );
}

interface FieldProps extends Omit<FieldsProps, "type"> {
  readonly parent: GraphQLNamedType;
  readonly name: string;
}

function Field({ builder, parent, path, name, set }: FieldProps) {
  const selected = selectedAt(set, name);
  const field = fieldOf(parent, name);
  const type = typeAt(builder.schema, parent, name);
  const toggle = () =>
    builder.change(path, (old) => (old === undefined ? newSelection(builder.schema, name, parent) : null));
  return (
    <li>
      <label title={field?.description ?? undefined} className={field?.deprecationReason ? "deprecated" : undefined}>
        <input type="checkbox" checked={selected !== undefined} onChange={toggle} />
        <span>{name}</span>
      </label>
      {selected?.kind === Kind.FIELD &&
        field?.args.map((argument) => (
          <Argument key={argument.name} builder={builder} path={path} field={selected} argument={argument} />
        ))}
      {selected !== undefined && type && (
        <Fields builder={builder} type={type} path={path} set={selected.selectionSet} />
      )}
    </li>
  );
}

interface ArgumentProps {
  readonly builder: Builder;
  readonly path: Path;
  readonly field: FieldNode;
  readonly argument: GraphQLArgument;
}

function Argument({ builder, path, field, argument }: ArgumentProps) {
  const given = field.arguments?.find((node) => node.name.value === argument.name)?.value;
  const set = (value: ValueNode | null) =>
    builder.change(path, (old) => (old?.kind === Kind.FIELD ? withArgument(old, argument, value) : (old ?? null)));
  const required = isRequiredArgument(argument);
  return (
    <div className="argument">
      <label title={argument.description ?? undefined}>
        <input
          type="checkbox"
          checked={given !== undefined}
          disabled={required && given !== undefined}
          onChange={() => set(given === undefined ? blank(argument.type) : null)}
        />
        <span>
          {argument.name}
          {required && "*"}
        </span>
      </label>
      {given !== undefined && <Value key={print(given)} argument={argument} value={given} onChange={set} />}
    </div>
  );
}

interface ValueProps {
  readonly argument: GraphQLArgument;
  readonly value: ValueNode;
  readonly onChange: (value: ValueNode) => void;
}

/** The value as GraphQL writes it; it is taken over when the field is left or with Enter. */
function Value({ argument, value, onChange }: ValueProps) {
  const [text, setText] = useState(print(value));
  const wrong = useId();
  const read = valueOf(text, argument.type);
  const take = () => {
    if (read !== null && print(read) !== print(value)) {
      onChange(read);
    }
  };
  return (
    <>
      <input
        type="text"
        spellCheck={false}
        aria-label={`${argument.name}: ${String(argument.type)}`}
        title={String(argument.type)}
        aria-invalid={read === null}
        aria-describedby={read === null ? wrong : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === "Enter" && take()}
      />
      {read === null && (
        <span id={wrong} className="wrong">
          Not a {String(argument.type)}
        </span>
      )}
    </>
  );
}
