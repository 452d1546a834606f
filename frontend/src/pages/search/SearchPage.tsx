import { Link, useSearchParams } from "react-router";

import { graphiqlAddress } from "../../api/graphiqlAddress";
import { useOperation } from "../../api/useOperation";
import { PageQuery } from "../../entities/PageQuery";
import { ALL_KINDS, formatted, KINDS } from "../../entities/kinds";
import { FilteredWorksDocument, SearchCountsDocument, SearchDocument } from "../../gql/graphql";
import { useTitle } from "../../layout/useTitle";
import { Notice } from "../../parts/Notice";
import { withChoices } from "../../parts/useChoices";
import { choicesOf, filterOf, isFiltered, orderOf } from "./choices";
import { Filters } from "./Filters";
import { FilteredWorks } from "./FilteredWorks";
import { Results } from "./Results";
import styles from "./search.module.css";

const EXAMPLES = ["transfer learning", '"neural networks"', "author:bengio", "transf* -survey"];

/** What answers some words: of all kinds, or of one; works by filters too. */
export function SearchPage() {
  const [parameters] = useSearchParams();
  const choices = choicesOf(parameters);
  const { text, kind } = choices;
  useTitle(text === "" ? "Search" : `${text} – Search`);
  const counts = useOperation(SearchCountsDocument, { query: text }, { enabled: text !== "" });
  // Under filters, or in an order of their own, works are a list; the search itself knows neither.
  const asList = kind === "WORK" && (text === "" || isFiltered(choices) || choices.order !== "");
  const query = asList
    ? graphiqlAddress(FilteredWorksDocument.toString().trim(), { filter: filterOf(choices), orderBy: orderOf(choices) })
    : graphiqlAddress(SearchDocument.toString().trim(), { query: text, ...(kind === null ? {} : { kinds: [kind] }) });
  return (
    <div className={styles.page}>
      <h1 className={styles.heading}>{text === "" ? "Search" : <>Results for “<span dir="auto">{text}</span>”</>}</h1>
      <nav className={styles.kinds} aria-label="Kinds of results">
        {[null, ...ALL_KINDS].map((each) => {
          const count = each === null ? undefined : counts.data?.data[each];
          const next = new URLSearchParams(text === "" ? {} : { q: text });
          return (
            <Link
              key={each ?? "all"}
              to={`/search?${withChoices(next, { kind: each === null ? "" : KINDS[each].path }).toString()}`}
              aria-current={each === kind ? "page" : undefined}
              data-kind={each ?? undefined}
            >
              {each === null ? "All" : KINDS[each].many}
              {count !== undefined && count !== null && (
                <span>
                  {formatted(count.totalCount)}
                  {!count.totalCountIsExact && "+"}
                </span>
              )}
            </Link>
          );
        })}
      </nav>
      {text === "" && kind !== "WORK" ? (
        <Notice tone="quiet" title="Type what you look for">
          Words, a “phrase in quotes”, or a word in a field:{" "}
          {EXAMPLES.map((example, index) => (
            <span key={example}>
              {index > 0 && ", "}
              <Link to={`/search?q=${encodeURIComponent(example)}`}>{example}</Link>
            </span>
          ))}
          . Or go through <Link to="/search?kind=works">all works</Link> by year, type, topic, source and institution.
        </Notice>
      ) : (
        <div className={styles.columns} data-filters={kind === "WORK"}>
          {kind === "WORK" && <Filters choices={choices} />}
          <section aria-label="Results" className={styles.results}>
            {asList && <h2 className="aloud">Works</h2>}
            {asList ? <FilteredWorks choices={choices} /> : <Results key={`${text} ${kind}`} text={text} kind={kind} />}
            <PageQuery address={query} />
          </section>
        </div>
      )}
    </div>
  );
}
