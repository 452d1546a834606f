import { useParams } from "react-router";

import { graphiqlAddress } from "../../api/graphiqlAddress";
import { useOperation } from "../../api/useOperation";
import { lookupOf } from "../../entities/lookup";
import { useOneAddress } from "../../entities/useOneAddress";
import { WorksSection } from "../../entities/WorksSection";
import { ProfileDocument, type ProfileQuery } from "../../gql/graphql";
import { GraphSection } from "../../graph/GraphSection";
import { useTitle } from "../../layout/useTitle";
import { FailureNotice, Notice } from "../../parts/Notice";
import { NoSuchEntity } from "../not-found/NoSuchEntity";
import { Aside } from "./Aside";
import { CollaboratePanel } from "./CollaboratePanel";
import { ProfileHeader } from "./ProfileHeader";
import styles from "./profile.module.css";
import { TrustSnapshot } from "./TrustSnapshot";

export type Person = NonNullable<ProfileQuery["researcher"]>;

/** A researcher: who it is, how far the record can be trusted, what is near, and what was published. */
export function ProfilePage() {
  const { slug = "" } = useParams();
  const variables = { by: lookupOf(slug) };
  const { data, error, refetch } = useOperation(ProfileDocument, variables);
  const person = data?.data.researcher;
  useTitle(person?.name ?? null);
  useOneAddress("RESEARCHER", slug, person?.slug);
  if (error !== null) {
    return <FailureNotice what="The profile" failure={error} retry={refetch} />;
  }
  if (person === null && data?.problems.length === 0) {
    return <NoSuchEntity kind="RESEARCHER" slug={slug} />;
  }
  if (person === null) {
    return (
      <Notice title="The profile could not be read" retry={refetch}>
        {data?.problems[0]?.message}
      </Notice>
    );
  }
  return (
    <div className={styles.page} aria-busy={person === undefined}>
      <ProfileHeader person={person} />
      <div className={styles.columns}>
        <div className={styles.side}>
          <TrustSnapshot person={person} />
          <CollaboratePanel person={person} />
        </div>
        <div className={styles.main}>
          <GraphSection seed={person?.id} name={person?.name ?? ""} />
          <WorksSection
            title="Published works"
            of={person?.id}
            first={person?.works}
          />
          <p className={styles.query}>
            <a href={graphiqlAddress(ProfileDocument.toString().trim(), variables)}>Open this page’s query</a>
            <span className="quiet"> in GraphiQL: every figure above comes from it.</span>
          </p>
        </div>
        <div className={styles.more}>
          <Aside person={person} />
        </div>
      </div>
    </div>
  );
}
