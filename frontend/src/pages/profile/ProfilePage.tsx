import frame from "../../entities/entity-page.module.css";
import { PageQuery } from "../../entities/PageQuery";
import { useEntity } from "../../entities/useEntity";
import { WorksSection } from "../../entities/WorksSection";
import { ProfileDocument, type ProfileQuery } from "../../gql/graphql";
import { GraphSection } from "../../graph/GraphSection";
import { Aside } from "./Aside";
import { ClaimPanel } from "./ClaimPanel";
import { CollaboratePanel } from "./CollaboratePanel";
import { ProfileHeader } from "./ProfileHeader";
import { TrustSnapshot } from "./TrustSnapshot";

export type Person = NonNullable<ProfileQuery["researcher"]>;

/** A researcher: who it is, how far the record can be trusted, what is near, and what was published. */
export function ProfilePage() {
  const { entity: person, instead, query } = useEntity("RESEARCHER", ProfileDocument, ({ researcher }) => researcher);
  if (instead !== null) {
    return instead;
  }
  return (
    <div className={frame.page} aria-busy={person === undefined}>
      <ProfileHeader person={person} />
      <div className={frame.columns}>
        <div className={frame.side}>
          <TrustSnapshot person={person} />
          <ClaimPanel person={person} />
          <CollaboratePanel person={person} />
        </div>
        <div className={frame.main}>
          <GraphSection seed={person?.id} name={person?.name ?? ""} />
          <WorksSection title="Published works" of={person?.id} first={person?.works} />
          <PageQuery address={query} />
        </div>
        <div className={frame.more}>
          <Aside person={person} />
        </div>
      </div>
    </div>
  );
}
