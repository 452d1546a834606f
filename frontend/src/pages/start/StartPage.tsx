import { Link } from "react-router";

import { graphiqlAddress } from "../../api/graphiqlAddress";
import { useOperation } from "../../api/useOperation";
import { PageQuery } from "../../entities/PageQuery";
import { counted, formatted, KINDS, pathOf } from "../../entities/kinds";
import { type EntityKind, StartDocument, type StartQuery } from "../../gql/graphql";
import { useTitle } from "../../layout/useTitle";
import { FailureNotice } from "../../parts/Notice";
import { ButtonLink } from "../../parts/Button";
import { Ornament } from "../../parts/Ornament";
import { Skeleton } from "../../parts/Skeleton";
import { queries } from "./queries";
import styles from "./start.module.css";

/** What this is, how much it holds, and where to begin. */
export function StartPage() {
  useTitle("BZPEER");
  const { data, error, refetch } = useOperation(StartDocument, {});
  return (
    <div className={styles.page}>
      <section className={styles.hero}>
        <div>
          <h1>Walk through research as a graph</h1>
          <p>
            Researchers, their works, topics, institutions and the venues they publish in, with every edge between them, and
            an API in GraphQL that answers everything these pages show.
          </p>
          <p className={styles.ways}>
            <ButtonLink strong to="/explore">Open the explorer</ButtonLink>
            <ButtonLink to="/search?kind=works">Browse all works</ButtonLink>
          </p>
        </div>
        <Ornament />
      </section>
      {error !== null ? (
        <FailureNotice what="What the graph holds" failure={error} retry={refetch} />
      ) : (
        <>
          <Figures stats={data?.data.stats ?? null} />
          <People people={data?.data.researchers ?? null} />
        </>
      )}
      <Queries />
      <PageQuery address={graphiqlAddress(StartDocument.toString().trim())} />
    </div>
  );
}

const FIGURES: readonly [EntityKind, "works" | "researchers" | "topics" | "institutions" | "sources"][] = [
  ["WORK", "works"],
  ["RESEARCHER", "researchers"],
  ["TOPIC", "topics"],
  ["INSTITUTION", "institutions"],
  ["SOURCE", "sources"],
];

function Figures({ stats }: { stats: StartQuery["stats"] }) {
  return (
    <dl className={styles.figures} aria-label="What the graph holds">
      {FIGURES.map(([kind, field]) => (
        <div key={kind} data-kind={kind}>
          <dt>{KINDS[kind].many}</dt>
          <dd>{stats === null ? <Skeleton width="4ch" /> : formatted(stats[field])}</dd>
        </div>
      ))}
    </dl>
  );
}

const PLACES = [0, 1, 2, 3, 4, 5, 6, 7];

function People({ people }: { people: StartQuery["researchers"] }) {
  if (people !== null && people.nodes.length === 0) {
    return null;
  }
  return (
    <section>
      <h2>People to start from</h2>
      <ul className={styles.people}>
        {people === null
          ? PLACES.map((place) => (
              <li key={place}>
                <div className={styles.person}>
                  <Skeleton width="12ch" />
                  <Skeleton width="18ch" />
                </div>
              </li>
            ))
          : people.nodes.map((person) => (
              <li key={person.id}>
                <Link className={styles.person} data-kind="RESEARCHER" to={pathOf("RESEARCHER", person.slug)}>
                  <strong dir="auto">{person.name}</strong>
                  <span className="quiet">
                    {[counted(person.worksCount, "work"), person.affiliation.institution?.name].filter(Boolean).join(" · ")}
                  </span>
                </Link>
              </li>
            ))}
      </ul>
    </section>
  );
}

const EXPORT = `/export/works.bib?filter=${encodeURIComponent(JSON.stringify({ text: "transfer learning" }))}`;

function Queries() {
  return (
    <section>
      <h2>Ask it yourself</h2>
      <p className="quiet">Each of these opens in GraphiQL, where you can change it and run it.</p>
      <ul className={styles.queries}>
        {queries.map(({ title, text, address }) => (
          <li key={title}>
            <a href={address}>
              <strong>{title}</strong>
              <code>{text}</code>
            </a>
          </li>
        ))}
      </ul>
      <p className={styles.exports}>
        Whole lists come as files: this is <a href={EXPORT}>what there is on transfer learning, as BibTeX</a>.
      </p>
    </section>
  );
}

