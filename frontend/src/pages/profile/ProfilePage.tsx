import { useParams } from "react-router";

import { useOperation } from "../../api/useOperation";
import { counted, formatted } from "../../entities/kinds";
import { lookupOf } from "../../entities/lookup";
import { WorkItem } from "../../entities/WorkItem";
import { ProfileDocument, type ProfileQuery } from "../../gql/graphql";
import { useTitle } from "../../layout/useTitle";
import { FailureNotice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";
import { NotFoundPage } from "../not-found/NotFoundPage";
import styles from "./profile.module.css";

export type Person = NonNullable<ProfileQuery["researcher"]>;

/** A researcher: who it is, what the graph knows, and what was published. */
export function ProfilePage() {
  const { slug = "" } = useParams();
  const { data, error, refetch } = useOperation(ProfileDocument, { by: lookupOf(slug) });
  const person = data?.data.researcher;
  useTitle(person?.name ?? null);
  if (error !== null) {
    return <FailureNotice what="The profile" failure={error} retry={refetch} />;
  }
  if (person === null) {
    return <NotFoundPage title="No researcher goes by this address" />;
  }
  return <Profile person={person} />;
}

function Profile({ person }: { person: Person | undefined }) {
  return (
    <div className={styles["page"]} aria-busy={person === undefined}>
      <header data-kind="RESEARCHER">
        <h1 dir="auto">{person?.name ?? <Skeleton width="10ch" />}</h1>
        <p className="quiet">{person === undefined ? <Skeleton width="24ch" /> : affiliationOf(person)}</p>
      </header>
      <dl className={styles["figures"]}>
        {(["works", "followers", "topics", "close collaborators"] as const).map((name) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{person === undefined ? <Skeleton width="3ch" /> : formatted(figure(person, name))}</dd>
          </div>
        ))}
      </dl>
      <section aria-labelledby="works">
        <h2 id="works">Published works</h2>
        <p className="quiet">
          {person === undefined ? <Skeleton width="16ch" /> : counted(person.works?.totalCount ?? 0, "published item")}
        </p>
        <ol>
          {person?.works?.nodes.map((work) => (
            <WorkItem key={work.id} work={work} />
          ))}
        </ol>
      </section>
    </div>
  );
}

function affiliationOf({ role, affiliation }: Person): string {
  const place = affiliation.institution?.name ?? "Affiliation not imported";
  return [role, place].filter(Boolean).join(" · ");
}

function figure(person: Person, name: "works" | "followers" | "topics" | "close collaborators"): number {
  switch (name) {
    case "works":
      return person.worksCount;
    case "followers":
      return person.followers.totalCount;
    case "topics":
      return person.topics?.totalCount ?? 0;
    case "close collaborators":
      return person.closeCollaboratorCount.value;
  }
}
