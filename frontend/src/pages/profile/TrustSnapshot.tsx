import { Figures } from "../../entities/Figures";
import { counted } from "../../entities/kinds";
import frame from "../../entities/entity-page.module.css";
import type { ClaimState, TrustBand, TrustComponentName } from "../../gql/graphql";
import { Meter } from "../../parts/Meter";
import { Skeleton } from "../../parts/Skeleton";
import type { Person } from "./ProfilePage";
import styles from "./profile.module.css";

const BANDS: Readonly<Record<TrustBand, string>> = {
  UNVERIFIED: "Unverified",
  EMERGING: "Emerging",
  ESTABLISHED: "Established",
  VERIFIED: "Verified",
};

const COMPONENTS: Readonly<Record<TrustComponentName, string>> = {
  WORKS: "Works",
  CLOSE_COLLABORATORS: "Close collaborators",
  TOPICS: "Topics",
  SOURCES: "Independent sources",
  CLAIM: "Claimed",
  ORCID: "ORCID proven",
  INSTITUTIONAL_EMAIL: "Institutional e-mail",
  AFFILIATION: "Affiliation confirmed",
};

const CLAIMS: Readonly<Record<ClaimState, string>> = {
  UNCLAIMED: "Unclaimed author",
  PENDING: "Claim under review",
  NEEDS_EVIDENCE: "Claim needs evidence",
  APPROVED: "Claimed author",
  REJECTED: "Unclaimed author",
  REVOKED: "Claim revoked",
  DISPUTED: "Claim disputed",
  WITHDRAWN: "Unclaimed author",
};

/** How far the record can be trusted, made of what, and how to raise it. */
export function TrustSnapshot({ person }: { person: Person | undefined }) {
  return (
    <section className={frame.panel} aria-labelledby="trust">
      <h2 id="trust">Trust snapshot</h2>
      <div className={styles.score}>
        {person === undefined ? (
          <Skeleton width="14ch" height="1.4em" />
        ) : (
          <p>
            Trust {person.trust.score} – {BANDS[person.trust.band]}
          </p>
        )}
        <Meter value={person?.trust.score ?? 0} max={100} label="Trust score" />
      </div>
      <ul className={frame.badges}>
        <li>{person === undefined ? <Skeleton width="10ch" /> : `Verification L${person.verification.level}`}</li>
        <li>{person === undefined ? <Skeleton width="10ch" /> : CLAIMS[person.claim.state]}</li>
      </ul>
      <Figures
        figures={[
          ["works", person?.worksCount],
          ["followers", person?.followers.totalCount],
          ["topics", person === undefined ? undefined : (person.topics?.totalCount ?? 0)],
          ["close collaborators", person?.closeCollaboratorCount.value],
        ]}
      />
      <details className={styles.components}>
        <summary>What this is made of</summary>
        {person !== undefined && (
          <>
            <ul>
              {person.trust.components.map(({ name, points, max, explanation, howToRaise }) => (
                <li key={name}>
                  <p>
                    <b>{COMPONENTS[name]}</b>
                    <span>
                      {points} of {counted(max, "point")}
                    </span>
                  </p>
                  <Meter value={points} max={max} label={COMPONENTS[name]} />
                  <p className="quiet">{explanation}</p>
                  {points < max && <p>{howToRaise}</p>}
                </li>
              ))}
            </ul>
            <h3>Verification</h3>
            {person.verification.evidence.map((evidence) => (
              <p key={evidence} className="quiet">
                {evidence}
              </p>
            ))}
            <p>Next: {person.verification.nextStep}</p>
            <p className="quiet">
              Formula {person.trust.formulaVersion}. {person.closeCollaboratorCount.definition}
            </p>
          </>
        )}
      </details>
    </section>
  );
}
