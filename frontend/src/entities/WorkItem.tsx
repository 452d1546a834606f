import type { WorkInListFragment } from "../gql/graphql";
import styles from "./work-item.module.css";

/** A work in a list: type, year and source, title, abstract. */
export function WorkItem({ work }: { work: WorkInListFragment }) {
  return (
    <li className={styles["work"]}>
      <p className={styles["facts"]}>{[work.type, work.year, work.source?.name].filter(Boolean).join(" · ")}</p>
      <h3 dir="auto">{work.title}</h3>
      {work.abstract === null ? (
        <p className="quiet">Abstract not imported</p>
      ) : (
        <details>
          <summary>Abstract</summary>
          <p dir="auto">{work.abstract}</p>
        </details>
      )}
    </li>
  );
}
