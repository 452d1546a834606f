import styles from "./year-bars.module.css";
import { counted } from "./kinds";

interface YearBarsProps {
  readonly counts: readonly { readonly year: number; readonly works: number; readonly citations: number }[];
  /** What the bars are as high as. */
  readonly of?: "works" | "citations";
}

const MOST_YEARS = 24;
/** In rem, of a bar with the gap beside it: few bars leave some of the width empty. */
const WIDEST = 2.75;

/** Works, or citations, by year, as bars. */
export function YearBars({ counts, of = "works" }: YearBarsProps) {
  const byYear = new Map(counts.map((count) => [count.year, count]));
  const years = [...byYear.keys()].filter((year) => year > 0);
  if (years.length === 0) {
    return <p className="quiet">No dated works.</p>;
  }
  const last = Math.max(...years);
  const first = Math.max(Math.min(...years), last - MOST_YEARS + 1);
  const most = Math.max(...counts.map((count) => count[of]), 1);
  const span = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return (
    <figure className={styles.figure} style={{ maxWidth: `${span.length * WIDEST}rem` }}>
      <ul className={styles.bars}>
        {span.map((year) => {
          const { works = 0, citations = 0 } = byYear.get(year) ?? {};
          const high = of === "works" ? works : citations;
          const said = `${year}: ${of === "works" ? `${counted(works, "work")}, ` : ""}${counted(citations, "citation")}`;
          return (
            <li key={year} title={said}>
              <span style={{ height: `${(100 * high) / most}%` }} data-none={high === 0} aria-hidden="true" />
              <span className="aloud">{said}</span>
            </li>
          );
        })}
      </ul>
      <figcaption aria-hidden="true">
        <span>{first}</span>
        {last > first && <span>{last}</span>}
      </figcaption>
    </figure>
  );
}
