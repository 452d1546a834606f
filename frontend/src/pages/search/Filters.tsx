import { useOperation } from "../../api/useOperation";
import { formatted } from "../../entities/kinds";
import { WorkFacetsDocument, type WorkFacetsQuery } from "../../gql/graphql";
import { Button } from "../../parts/Button";
import { FailureNotice } from "../../parts/Notice";
import { Select } from "../../parts/Select";
import { Skeleton } from "../../parts/Skeleton";
import { useChoices } from "../../parts/useChoices";
import { type Choices, DIMENSIONS, type Dimension, filterOf, isFiltered } from "./choices";
import styles from "./search.module.css";

const NAMES: Readonly<Record<Dimension, string>> = {
  type: "Type",
  topic: "Topic",
  source: "Source",
  institution: "Institution",
  author: "Author",
};

const ORDERS = [
  { value: "newest", label: "Newest" },
  { value: "cited", label: "Most cited" },
];

/** Where there is one column the filters would stand before every result: they are folded there. */
const NARROW = window.matchMedia("(max-width: 60rem)");

/** What works can be chosen by, with how many there are of each; the choice is in the address. */
export function Filters({ choices }: { choices: Choices }) {
  const [, choose] = useChoices();
  const { data, error, refetch } = useOperation(WorkFacetsDocument, { filter: filterOf(choices) }, { keep: true });
  const facets = data?.data.works;
  const clear = () =>
    choose(Object.fromEntries([...DIMENSIONS, "from", "to", "open", "abstract"].map((name) => [name, ""])));
  return (
    <section aria-label="Filters">
      <details className={styles.filters} open={!NARROW.matches}>
        <summary>Filters{isFiltered(choices) && <span className="quiet"> (on)</span>}</summary>
        <div>
          <Select label="Order" value={choices.order} choose={(order) => choose({ order })} all={choices.text === "" ? "As it comes" : "Best match"} options={ORDERS} />
          <Years choices={choices} years={facets?.year ?? []} choose={choose} />
          <div className={styles.ticks}>
            <label>
              <input type="checkbox" checked={choices.open} onChange={(event) => choose({ open: event.target.checked ? "1" : "" })} /> Open
              access
            </label>
            <label>
              <input type="checkbox" checked={choices.abstract} onChange={(event) => choose({ abstract: event.target.checked ? "1" : "" })} />{" "}
              With abstract
            </label>
          </div>
          {error !== null && <FailureNotice what="The filters" failure={error} retry={refetch} />}
          {facets === undefined && error === null && <Skeleton height="20rem" />}
          {facets !== undefined &&
            facets !== null &&
            DIMENSIONS.map((dimension) => (
              <Facets
                key={dimension}
                dimension={dimension}
                facets={facets[dimension]}
                chosen={choices.chosen[dimension] ?? ""}
                choose={(value) => choose({ [dimension]: value })}
              />
            ))}
          {isFiltered(choices) && (
            <Button small onClick={clear}>
              Take all filters away
            </Button>
          )}
        </div>
      </details>
    </section>
  );
}

type FacetList = NonNullable<WorkFacetsQuery["works"]>["type"];

interface YearsProps {
  readonly choices: Choices;
  readonly years: FacetList;
  readonly choose: (changes: Readonly<Record<string, string>>) => void;
}

function Years({ choices: { from, to }, years, choose }: YearsProps) {
  const known = [...new Set([...years.map(({ value }) => value), from, to])].filter(Boolean).sort((a, b) => Number(b) - Number(a));
  const options = known.map((value) => ({ value }));
  return (
    <div className={styles.years}>
      <Select label="From" value={from} choose={(value) => choose({ from: value })} all="Any year" options={options} />
      <Select label="To" value={to} choose={(value) => choose({ to: value })} all="Any year" options={options} />
    </div>
  );
}

interface FacetsProps {
  readonly dimension: Dimension;
  readonly facets: FacetList;
  readonly chosen: string;
  readonly choose: (value: string) => void;
}

function Facets({ dimension, facets, chosen, choose }: FacetsProps) {
  const shown = chosen === "" ? facets : facets.filter(({ value }) => value === chosen);
  if (shown.length === 0 && chosen === "") {
    return null;
  }
  return (
    <fieldset>
      <legend>{NAMES[dimension]}</legend>
      <ul>
        {(shown.length > 0 ? shown : [{ value: chosen, label: chosen, count: 0 }]).map(({ value, label, count }) => (
          <li key={value}>
            <button type="button" aria-pressed={value === chosen} onClick={() => choose(value === chosen ? "" : value)}>
              <span dir="auto">{label}</span>
              <span className={styles.number}>
                {formatted(count)}
                <span className="aloud"> works</span>
                {value === chosen && <span aria-hidden="true"> ✕</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
