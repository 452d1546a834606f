import { Link, useLocation, useParams } from "react-router";

import own from "../../account/own-page.module.css";
import { signInAddress } from "../../account/session";
import { Suspended } from "../../account/Suspended";
import { graphiqlAddress } from "../../api/graphiqlAddress";
import { useOperation } from "../../api/useOperation";
import { claimsOf, STATES } from "../../claims/words";
import { counted, pathOf } from "../../entities/kinds";
import { lookupOf } from "../../entities/lookup";
import { PageQuery } from "../../entities/PageQuery";
import { ClaimPageDocument, type ClaimPageQuery } from "../../gql/graphql";
import { useTitle } from "../../layout/useTitle";
import { ButtonLink } from "../../parts/Button";
import { FailureNotice, Notice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";
import { When } from "../../parts/When";
import { NoSuchEntity } from "../not-found/NoSuchEntity";
import styles from "./claim.module.css";
import { OpenClaim } from "./OpenClaim";
import { StartClaim } from "./StartClaim";
import { WhatCounts } from "./WhatCounts";

export type ClaimedRecord = NonNullable<ClaimPageQuery["researcher"]>;
export type Claimant = NonNullable<ClaimPageQuery["viewer"]>;

/** The way from "this is me" to a record that is one's own: claim it, prove it, and see what was decided. */
export function ClaimPage() {
  const { slug = "" } = useParams();
  const by = lookupOf(slug);
  const { data, error, refetch } = useOperation(ClaimPageDocument, { by });
  const record = data?.data.researcher;
  useTitle(record?.name === undefined ? "Claim a record" : `Claim ${record.name}`);
  if (error !== null) {
    return <FailureNotice what="The record" failure={error} retry={refetch} />;
  }
  if (record === null) {
    return <NoSuchEntity kind="RESEARCHER" slug={slug} />;
  }
  return (
    <div className={own.page} aria-busy={record === undefined}>
      <header className={styles.header}>
        <p>{record === undefined ? <Skeleton width="16ch" /> : <Link to={pathOf("RESEARCHER", record.slug)}>Back to the profile</Link>}</p>
        <h1 dir="auto">{record === undefined ? <Skeleton width="14ch" height="0.8em" /> : <>Are you {record.name}?</>}</h1>
        <p className="quiet">
          {record === undefined ? (
            <Skeleton width="30ch" />
          ) : (
            <>
              {counted(record.worksCount, "work")}
              {record.affiliation.institution !== null && `, ${record.affiliation.institution.name}`}
              {record.orcid !== null && `, ORCID ${record.orcid}`}
            </>
          )}
        </p>
      </header>
      <Suspended />
      {record === undefined || data === undefined ? (
        <Skeleton height="24rem" />
      ) : (
        <>
          <Way record={record} viewer={data.data.viewer} />
          <PageQuery address={graphiqlAddress(ClaimPageDocument.toString().trim(), { by })} />
        </>
      )}
    </div>
  );
}

function Way({ record, viewer }: { record: ClaimedRecord; viewer: Claimant | null }) {
  const { pathname } = useLocation();
  if (viewer === null) {
    return (
      <>
        <Steps at={0} />
        <section className={own.card} aria-labelledby="sign-in">
          <h2 id="sign-in">Log in to claim</h2>
          <p>It takes an e-mail address and no password; you come back to this page. The address you use at your institution proves the most.</p>
          <p>
            <ButtonLink strong to={signInAddress(pathname)}>
              Log in to claim
            </ButtonLink>
          </p>
        </section>
        <WhatCounts />
      </>
    );
  }
  const { open, ended } = claimsOf(viewer.claims?.nodes ?? [], record.id);
  if (viewer.claims === null) {
    return <Notice title="Your claims could not be read">Load the page again in a moment.</Notice>;
  }
  if (open !== undefined) {
    return (
      <>
        <Steps at={open.state === "APPROVED" ? 3 : 1} />
        <OpenClaim claim={open} record={record} viewer={viewer} />
      </>
    );
  }
  return (
    <>
      <Steps at={0} />
      {ended !== undefined && (
        <Notice tone={ended.state === "WITHDRAWN" ? "quiet" : "warn"} title={`Your last claim: ${STATES[ended.state].name.toLowerCase()}`}>
          <p>
            <When at={ended.changedAt} />.{ended.reason !== null && <> A moderator says:</>}
          </p>
          {ended.reason !== null && (
            <p className={own.said} dir="auto">
              {ended.reason}
            </p>
          )}
          <p>{ended.state === "REVOKED" ? "You can claim the record again; only a moderator approves it then." : "You can claim the record again."}</p>
        </Notice>
      )}
      <StartClaim record={record} />
      <WhatCounts />
    </>
  );
}

const STEPS = ["Claim it", "Prove it", "It is yours"];

/** Where on the way the visitor is; `at` counts the steps that are done. */
function Steps({ at }: { at: number }) {
  return (
    <ol className={styles.steps}>
      {STEPS.map((step, index) => (
        <li key={step} data-state={index < at ? "done" : index === at ? "now" : "later"} aria-current={index === at ? "step" : undefined}>
          <span aria-hidden="true">{index < at ? "✓" : index + 1}</span>
          {step}
          {index < at && <span className="aloud"> (done)</span>}
        </li>
      ))}
    </ol>
  );
}
