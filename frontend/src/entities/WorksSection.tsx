import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";

import { type Answer, ask, digestOf, Failure } from "../api/ask";
import { type FirstWorksFragment, type WorkFilter, WorksDocument, type WorksQuery } from "../gql/graphql";
import { Button } from "../parts/Button";
import { FailureNotice, Notice } from "../parts/Notice";
import { Select } from "../parts/Select";
import { Skeleton } from "../parts/Skeleton";
import { counted } from "./kinds";
import { WorkItem } from "./WorkItem";
import styles from "./works-section.module.css";

interface WorksSectionProps {
  /** The id of the entity whose works they are; undefined while it is not known. */
  readonly of: string | undefined;
  /** The first page of all of them, from the page's own operation; null where it could not be read. */
  readonly first: FirstWorksFragment | null | undefined;
  readonly title: string;
}

const PLACES = [0, 1, 2, 3, 4];

/** The works of an entity, newest first, by year and type. The choice is in the address, so that it can be passed on. */
export function WorksSection({ of, first, title }: WorksSectionProps) {
  const [parameters, setParameters] = useSearchParams();
  const year = parameters.get("year") ?? "";
  const type = parameters.get("type") ?? "";
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(parameters);
    if (value === "") {
      next.delete(name);
    } else {
      next.set(name, value);
    }
    setParameters(next, { replace: true, preventScrollReset: true });
  };
  return (
    <section aria-labelledby="works" aria-busy={first === undefined}>
      <div className={styles.head}>
        <div>
          <h2 id="works">{title}</h2>
          <p className="quiet">
            {first === undefined ? <Skeleton width="14ch" /> : counted(first?.totalCount ?? 0, "published item")}
          </p>
        </div>
        {first !== null && first !== undefined && first.totalCount > 1 && (
          <div className={styles.filters}>
            <Select label="Year" value={year} choose={(value) => choose("year", value)} all="All years" options={newest(first)} />
            <Select label="Type" value={type} choose={(value) => choose("type", value)} all="All types" options={first.byType} />
          </div>
        )}
      </div>
      {first === null && <Notice title="The works could not be read">The other parts of the page are there. Load it again.</Notice>}
      {first === undefined || of === undefined ? (
        <Placeholders />
      ) : (
        first !== null && (
          <List
            // A page of works that is kept belongs to one choice.
            key={`${of} ${year} ${type}`}
            of={of}
            first={year === "" && type === "" ? first : null}
            filter={{ ...yearFilter(year), ...(type === "" ? {} : { types: [type] }) }}
          />
        )
      )}
    </section>
  );
}

interface ListProps {
  readonly of: string;
  readonly filter: WorkFilter;
  readonly first: FirstWorksFragment | null;
}

function List({ of, filter, first }: ListProps) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = useInfiniteQuery({
    queryKey: [digestOf(WorksDocument), of, filter],
    queryFn: ({ pageParam, signal }) => ask(WorksDocument, { of, filter, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Answer<WorksQuery>) => {
      const { hasNextPage = false, endCursor = null } = worksOf(page)?.pageInfo ?? {};
      return hasNextPage ? endCursor : null;
    },
    ...(first === null
      ? {}
      : { initialData: { pages: [{ data: { node: { works: first } }, problems: [] }], pageParams: [null] } }),
  });
  if (data === undefined) {
    return error === null ? <Placeholders /> : <FailureNotice what="The works" failure={asFailure(error)} retry={refetch} />;
  }
  const works = data.pages.flatMap((page) => worksOf(page)?.nodes ?? []);
  const total = data.pages.map(worksOf)[0]?.totalCount ?? 0;
  if (works.length === 0) {
    return (
      <Notice tone="quiet" title={first === null ? "No works of that year and type" : "No works yet"}>
        {first === null ? "Choose another year or type." : "None has been imported."}
      </Notice>
    );
  }
  return (
    <>
      {first === null && (
        <p className="quiet" role="status">
          {counted(total, "item")} of that choice
        </p>
      )}
      <ol className={styles.list}>
        {works.map((work) => (
          <WorkItem key={work.id} work={work} of={of} />
        ))}
      </ol>
      {isFetchNextPageError && <FailureNotice what="More works" failure={asFailure(error)} />}
      {hasNextPage && (
        <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
          {isFetchingNextPage ? "Loading…" : `Show more (${counted(total - works.length, "further item")})`}
        </Button>
      )}
    </>
  );
}

function worksOf({ data: { node } }: Answer<WorksQuery>) {
  return node !== null && "works" in node ? node.works : null;
}

function Placeholders() {
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

const newest = ({ byYear }: FirstWorksFragment) => [...byYear].sort((a, b) => Number(b.value) - Number(a.value));

function yearFilter(year: string): WorkFilter {
  return /^\d{1,4}$/.test(year) ? { year: { gte: Number(year), lte: Number(year) } } : {};
}

function asFailure(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure("UNREADABLE", "Something went wrong.", "Try again.");
}
