import type { EntityKind } from "../gql/graphql";
import styles from "./chips.module.css";
import { EntityLink } from "./EntityLink";
import { counted, formatted, KINDS } from "./kinds";

interface ChipsProps {
  readonly kind: EntityKind;
  readonly entities: readonly { readonly id: string; readonly slug: string; readonly name: string; readonly worksCount?: number }[];
  /** How many there are in all. */
  readonly total?: number;
}

/** Entities of one kind by their names, in its colour. */
export function Chips({ kind, entities, total = entities.length }: ChipsProps) {
  const others = total - entities.length;
  return (
    <>
      <ul className={styles.chips} data-kind={kind}>
        {entities.map(({ id, slug, name, worksCount }) => (
          <li key={id}>
            <EntityLink kind={kind} name={slug} className={styles.chip}>
              {name}
              {worksCount !== undefined && (
                <span>
                  {formatted(worksCount)}
                  <span className="aloud"> works</span>
                </span>
              )}
            </EntityLink>
          </li>
        ))}
      </ul>
      {others > 0 && <p className="quiet">and {counted(others, `other ${KINDS[kind].one}`, `other ${KINDS[kind].many}`)}</p>}
    </>
  );
}
