import { signInAddress, useViewer } from "../../account/session";
import frame from "../../entities/entity-page.module.css";
import { pathOf } from "../../entities/kinds";
import { ButtonLink } from "../../parts/Button";
import { Skeleton } from "../../parts/Skeleton";
import type { Person } from "./ProfilePage";
import styles from "./profile.module.css";

/** Whose record it is: the way to claim it, or how far the visitor's own claim is and what to do next. */
export function ClaimPanel({ person }: { person: Person | undefined }) {
  const { data: viewer } = useViewer();
  return (
    <section className={frame.panel} aria-labelledby="claim">
      <h2 id="claim">Claim</h2>
      {person === undefined ? <Skeleton height="6.5rem" /> : <Way person={person} viewer={viewer} />}
    </section>
  );
}

interface WayProps {
  readonly person: Person;
  readonly viewer: ReturnType<typeof useViewer>["data"];
}

function Way({ person: { slug, claim, viewerCan }, viewer }: WayProps) {
  const { allowed, reason, nextStep } = viewerCan.claim;
  const path = `${pathOf("RESEARCHER", slug)}/claim`;
  const isOwned = claim.state === "APPROVED";
  if (viewer === null) {
    return (
      <div className={styles.way}>
        <p>{isOwned ? "Its author has claimed this record." : "Is this you? Claim the record, and prove that it is yours."}</p>
        <ButtonLink to={signInAddress(path)}>Log in to claim</ButtonLink>
      </div>
    );
  }
  return (
    <div className={styles.way}>
      {reason !== null && <p>{reason}</p>}
      {nextStep !== null && <p className="quiet">{nextStep}</p>}
      {viewerCan.edit.allowed && <ButtonLink to={`${pathOf("RESEARCHER", slug)}/edit`}>Edit your record</ButtonLink>}
      {/* Whoever is suspended can do nothing there. */}
      {viewer?.suspendedUntil == null && (
        <ButtonLink to={path}>{!allowed ? "Your claim and its evidence" : "Claim this record"}</ButtonLink>
      )}
    </div>
  );
}
