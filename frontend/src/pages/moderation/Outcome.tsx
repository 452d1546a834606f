import { formatted } from "../../entities/kinds";
import type { OutcomeFragment } from "../../gql/graphql";
import styles from "./moderation.module.css";

const FIGURES = [
  ["Works", "worksCount"],
  ["Citations", "citationCount"],
  ["h-index", "hIndex"],
  ["Topics", "topicsCount"],
  ["Co-authors", "collaboratorsCount"],
  ["Followers", "followersCount"],
  ["Trust", "trustScore"],
] as const;

/** What a decision does: the people before and after it, side by side. */
export function Outcome({ outcome: { before, after, contradictions } }: { outcome: OutcomeFragment }) {
  const people = [...before.map((person) => ({ when: "Before", person })), ...after.map((person) => ({ when: "After", person }))];
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.figures}>
          <thead>
            <tr>
              <td />
              {people.map(({ when, person }) => (
                <th key={`${when} ${person.id}`} scope="col">
                  <span className="quiet">{when}</span>
                  <br />
                  <span dir="auto">{person.name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {FIGURES.map(([name, figure]) => (
              <tr key={figure}>
                <th scope="row">{name}</th>
                {people.map(({ when, person }) => (
                  <td key={`${when} ${person.id}`}>{formatted(person[figure])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {contradictions.length > 0 && <p className={styles.contradicted}>An authority tells them apart: {contradictions.join(", ")}.</p>}
    </>
  );
}
