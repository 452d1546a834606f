import own from "../../account/own-page.module.css";
import { APPROVES } from "../../claims/words";
import styles from "./claim.module.css";

const ROWS = [
  ["Your ORCID iD, where the record has it", "Nobody else can sign in to it", "100"],
  ["An e-mail address of your institution", "Your colleagues have one, too", "50"],
  ["The word of a co-author who has proven their own record", "Two of them count", "30 each"],
  ["A statement, with a link", "A moderator reads it", "0"],
] as const;

/** What proves that a record is somebody's, and what a claim goes through. */
export function WhatCounts() {
  return (
    <section className={own.section} aria-labelledby="counts">
      <h2 id="counts">What proves that it is you</h2>
      <p>
        A name proves nothing: others have it. Evidence adds up, and from {APPROVES} on your claim is approved at once; below that a moderator
        decides.
      </p>
      <table className={styles.weights}>
        <thead>
          <tr>
            <th scope="col">Evidence</th>
            <th scope="col">Why</th>
            <th scope="col">Counts</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(([evidence, why, weight]) => (
            <tr key={evidence}>
              <th scope="row">{evidence}</th>
              <td>{why}</td>
              <td>{weight}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">
        A claim that waits can be taken back at any time. If somebody else claims the record too, both claims are disputed, and a moderator
        decides; a record that is yours already stays yours until then.
      </p>
    </section>
  );
}
