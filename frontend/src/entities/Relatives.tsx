import { useId } from "react";

import type { EntityKind } from "../gql/graphql";
import { Chips } from "./Chips";
import frame from "./entity-page.module.css";

interface RelativesProps {
  readonly kind: EntityKind;
  /** The lists by what they are called: broader topics, parts of an institution. */
  readonly lists: Readonly<Record<string, List | null | undefined>>;
}

interface List {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly slug: string; readonly name: string; readonly worksCount: number }[];
}

/** Where an entity stands among those of its kind; nothing where it stands alone. */
export function Relatives({ kind, lists }: RelativesProps) {
  const id = useId();
  const found = Object.entries(lists).filter(([, list]) => list !== null && list !== undefined && list.nodes.length > 0);
  if (found.length === 0) {
    return null;
  }
  return (
    <div className={frame.relatives}>
      {found.map(([title, list], index) => (
        <section key={title} aria-labelledby={`${id}${index}`}>
          <h2 id={`${id}${index}`}>{title}</h2>
          <Chips kind={kind} entities={list?.nodes ?? []} total={list?.totalCount ?? 0} />
        </section>
      ))}
    </div>
  );
}
