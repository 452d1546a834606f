import { FollowButton } from "../../account/FollowButton";
import { EntityLink } from "../../entities/EntityLink";
import { pathOf } from "../../entities/kinds";
import frame from "../../entities/entity-page.module.css";
import { ProfileDocument } from "../../gql/graphql";
import { ButtonLink } from "../../parts/Button";
import { Monogram } from "../../parts/Monogram";
import { Skeleton } from "../../parts/Skeleton";
import type { Person } from "./ProfilePage";

const AFFILIATION_STATES = {
  NOT_IMPORTED: "Affiliation not imported",
  IMPORTED: "as printed on works",
  CLAIMED: "as the owner says",
  VALIDATED: "confirmed",
} as const;

/** Who it is, where, and what the visitor can do. */
export function ProfileHeader({ person }: { person: Person | undefined }) {
  return (
    <header className={frame.header} data-kind="RESEARCHER">
      <Monogram name={person?.name ?? ""} />
      <div className={frame.who}>
        <h1 dir="auto">{person?.name ?? <Skeleton width="9ch" height="0.8em" />}</h1>
        <p className={frame.position}>{person === undefined ? <Skeleton width="26ch" /> : <Position person={person} />}</p>
        <ul className={frame.badges}>
          {person === undefined ? (
            <li>
              <Skeleton width="12ch" height="1.5rem" />
            </li>
          ) : (
            <Badges person={person} />
          )}
        </ul>
      </div>
      <div className={frame.actions}>
        {person === undefined ? (
          <Skeleton width="9rem" height="2.5rem" />
        ) : person.viewerCan.edit.allowed ? (
          <ButtonLink strong to={`${pathOf("RESEARCHER", person.slug)}/edit`}>
            Edit your record
          </ButtonLink>
        ) : (
          <FollowButton entity={person} page={ProfileDocument} />
        )}
      </div>
      {person?.bio != null && (
        <p className={frame.bio} dir="auto">
          {person.bio.text}
          {person.bio.isGenerated && <span className="quiet"> (written from the record)</span>}
        </p>
      )}
    </header>
  );
}

function Position({ person: { role, affiliation } }: { person: Person }) {
  const { state, institution, since } = affiliation;
  if (institution === null) {
    return [role ?? "Researcher", AFFILIATION_STATES.NOT_IMPORTED].join(" · ");
  }
  return (
    <>
      {role ?? "Researcher"} at <EntityLink kind="INSTITUTION" name={institution.slug}>{institution.name}</EntityLink>
      <span className="quiet">
        {" "}
        {[institution.city, institution.country].filter(Boolean).join(", ")}
        {state !== "NOT_IMPORTED" && ` · ${AFFILIATION_STATES[state]}`}
        {since !== null && `, since ${since}`}
      </span>
    </>
  );
}

function Badges({ person }: { person: Person }) {
  return (
    <>
      {person.openToCollaborate.value && (
        <li data-tone="good" title={person.openToCollaborate.source === "DEFAULT" ? "Nobody has said otherwise" : "As the owner says"}>
          Open to collaborate
        </li>
      )}
      {person.orcid !== null && (
        <li>
          <a href={`https://orcid.org/${person.orcid}`}>ORCID {person.orcid}</a>
        </li>
      )}
      {person.nameVariants.length > 0 && (
        <li dir="auto" title={person.nameVariants.join(", ")}>
          also {person.nameVariants.slice(0, 3).join(", ")}
          {person.nameVariants.length > 3 && ` and ${person.nameVariants.length - 3} more`}
        </li>
      )}
    </>
  );
}
