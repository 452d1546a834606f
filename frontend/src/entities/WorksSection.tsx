import { type FirstWorksFragment, type WorkFilter, type WorkOrder, WorksDocument, type WorksQuery } from "../gql/graphql";
import { Notice } from "../parts/Notice";
import { Select } from "../parts/Select";
import { Skeleton } from "../parts/Skeleton";
import { useChoices } from "../parts/useChoices";
import { counted } from "./kinds";
import { WorkList, WorkPlaces } from "./WorkList";
import styles from "./works-section.module.css";

interface WorksSectionProps {
  /** The id of the entity whose works they are; undefined while it is not known. */
  readonly of: string | undefined;
  /** The first page of all of them, from the page's own operation; null where it could not be read. */
  readonly first: FirstWorksFragment | null | undefined;
  readonly title: string;
}

const ORDERS: Readonly<Record<string, WorkOrder>> = {
  cited: { field: "CITATIONS", direction: "DESC" },
  oldest: { field: "YEAR", direction: "ASC" },
  title: { field: "TITLE", direction: "ASC" },
};
const ORDER_NAMES = [
  { value: "cited", label: "Most cited" },
  { value: "oldest", label: "Oldest" },
  { value: "title", label: "By title" },
];

/** The works of an entity, newest first, by year and type. The choice is in the address, so that it can be passed on. */
export function WorksSection({ of, first, title }: WorksSectionProps) {
  const [parameters, choose] = useChoices({ replace: true });
  const year = parameters.get("year") ?? "";
  const type = parameters.get("type") ?? "";
  const order = parameters.get("order") ?? "";
  const orderBy = ORDERS[order] ?? null;
  const isWhole = year === "" && type === "";
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
            <Select label="Year" value={year} choose={(year) => choose({ year })} all="All years" options={newest(first)} />
            <Select label="Type" value={type} choose={(type) => choose({ type })} all="All types" options={first.byType} />
            <Select label="Order" value={order} choose={(order) => choose({ order })} all="Newest" options={ORDER_NAMES} />
          </div>
        )}
      </div>
      {first === null && <Notice title="The works could not be read">The other parts of the page are there. Load it again.</Notice>}
      {first === undefined || of === undefined ? (
        <WorkPlaces />
      ) : (
        first !== null && (
          <WorkList
            // The pages that have been read belong to one choice.
            key={`${of} ${year} ${type} ${order}`}
            document={WorksDocument}
            variables={{ of, filter: { ...yearFilter(year), ...(type === "" ? {} : { types: [type] }) }, orderBy }}
            pageOf={worksOf}
            first={isWhole && orderBy === null ? first : null}
            of={of}
            {...(isWhole ? {} : { count: (total: number) => `${counted(total, "item")} of that choice` })}
            empty={
              <Notice tone="quiet" title={isWhole ? "No works yet" : "No works of that year and type"}>
                {isWhole ? "None has been imported." : "Choose another year or type."}
              </Notice>
            }
          />
        )
      )}
    </section>
  );
}

const worksOf = ({ node }: WorksQuery) => (node !== null && "works" in node ? node.works : null);

const newest = ({ byYear }: FirstWorksFragment) => [...byYear].sort((a, b) => Number(b.value) - Number(a.value));

function yearFilter(year: string): WorkFilter {
  return /^\d{1,4}$/.test(year) ? { year: { gte: Number(year), lte: Number(year) } } : {};
}
