import { usePages, type Page } from "../api/usePages";
import type { TypedDocumentString, WorkInListFragment } from "../gql/graphql";
import { FailureNotice } from "../parts/Notice";
import { Skeleton } from "../parts/Skeleton";
import { More } from "./More";
import { WorkItem } from "./WorkItem";
import styles from "./works-section.module.css";

interface WorkListProps<Data, Variables extends { readonly after?: unknown }> {
  readonly document: TypedDocumentString<Data, Variables>;
  readonly variables: Omit<Variables, "after">;
  readonly pageOf: (data: Data) => Page<WorkInListFragment> | null | undefined;
  readonly first?: Page<WorkInListFragment> | null | undefined;
  /** Whose page it is: that name is no link. */
  readonly of?: string;
  /** The search that they answer, whose words are marked. */
  readonly search?: string;
  /** What stands in the place of an empty list. */
  readonly empty: React.ReactNode;
  /** What is said of the number of works. */
  readonly count?: (total: number) => string;
}

const PLACES = [0, 1, 2, 3, 4];

/** Works, page by page. */
export function WorkList<Data, Variables extends { readonly after?: unknown }>({
  document,
  variables,
  pageOf,
  first,
  of,
  search,
  empty,
  count,
}: WorkListProps<Data, Variables>) {
  const pages = usePages(document, variables, { pageOf, first });
  const { rows, total, failure, more } = pages;
  if (rows === undefined) {
    return failure === null ? <WorkPlaces /> : <FailureNotice what="The works" failure={failure} retry={more} />;
  }
  if (rows.length === 0) {
    return empty;
  }
  return (
    <>
      {count !== undefined && (
        <p className="quiet" role="status">
          {count(total)}
        </p>
      )}
      <ol className={styles.list}>
        {rows.map((work) => (
          <WorkItem key={work.id} work={work} {...(of === undefined ? {} : { of })} {...(search === undefined ? {} : { search })} />
        ))}
      </ol>
      <More left={total - rows.length} noun="item" pages={pages} />
    </>
  );
}

/** The places of works that are on their way. */
export function WorkPlaces() {
  return (
    <ol className={styles.list}>
      {PLACES.map((place) => (
        <li key={place} className={styles.place}>
          <Skeleton width="16ch" height="0.9rem" />
          <Skeleton width="min(44ch, 90%)" height="1.2rem" />
          <Skeleton width="30ch" height="0.9rem" />
          <Skeleton width="18ch" height="0.9rem" />
        </li>
      ))}
    </ol>
  );
}
