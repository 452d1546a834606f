import type { WorkInListFragment } from "../gql/graphql";
import { Marked } from "../search/Marked";
import { matchesIn } from "../search/matches";
import { EntityLink } from "./EntityLink";
import { counted } from "./kinds";
import styles from "./work-item.module.css";

interface WorkItemProps {
  readonly work: WorkInListFragment;
  /** Whose page it is: that name is no link. */
  readonly of?: string;
  /** The search that it answers, whose words are marked. */
  readonly search?: string;
}

/** A work in a list: type, year and source, title, authors, and the abstract, folded. */
export function WorkItem({ work, of, search = "" }: WorkItemProps) {
  return (
    <li className={styles.work}>
      <p className={styles.facts}>
        <span className={styles.type}>{work.type}</span>
        {work.year !== null && <span>{work.year}</span>}
        {work.source !== null && (
          <span dir="auto">
            {work.source.id === of ? work.source.name : <EntityLink kind="SOURCE" name={work.source.slug}>{work.source.name}</EntityLink>}
          </span>
        )}
        {work.citationCount > 0 && <span>{counted(work.citationCount, "citation")}</span>}
        {work.isOpenAccess === true && <span className={styles.open}>Open access</span>}
        {work.retracted && <strong className={styles.retracted}>Retracted</strong>}
      </p>
      <h3 dir="auto">
        <EntityLink kind="WORK" name={work.slug}>{search === "" ? work.title : <Marked parts={matchesIn(work.title, search)} />}</EntityLink>
      </h3>
      <Authors work={work} of={of} />
      {work.abstract === null ? (
        <p className={styles.missing}>Abstract not imported</p>
      ) : (
        <details className={styles.abstract}>
          <summary>Abstract</summary>
          <p dir="auto">{work.abstract}</p>
        </details>
      )}
    </li>
  );
}

function Authors({ work, of }: { work: WorkInListFragment; of: string | undefined }) {
  const authorships = work.authorships?.nodes ?? [];
  if (authorships.length === 0) {
    return null;
  }
  const others = work.authorsCount - authorships.length;
  return (
    <p className={styles.authors} dir="auto">
      {authorships.map(({ rawName, researcher }, index) => (
        <span key={`${index}:${researcher.id}`}>
          {index > 0 && ", "}
          {researcher.id === of ? <b>{rawName}</b> : <EntityLink kind="RESEARCHER" name={researcher.slug}>{rawName}</EntityLink>}
        </span>
      ))}
      {others > 0 && ` and ${counted(others, "other")}`}
    </p>
  );
}
