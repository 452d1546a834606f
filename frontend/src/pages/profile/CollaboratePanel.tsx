import frame from "../../entities/entity-page.module.css";
import { Allowed } from "../../parts/Allowed";
import { Skeleton } from "../../parts/Skeleton";
import type { Person } from "./ProfilePage";
import styles from "./profile.module.css";

/** Whether the visitor can get in touch, and if not, why and what to do. */
export function CollaboratePanel({ person }: { person: Person | undefined }) {
  return (
    <section className={frame.panel} aria-labelledby="collaborate">
      <h2 id="collaborate">Direct collaboration</h2>
      {person === undefined ? (
        <Skeleton height="6.5rem" />
      ) : (
        <div className={styles.ways}>
          <Allowed permission={person.viewerCan.invite}>Invite to collaborate</Allowed>
          <Allowed permission={person.viewerCan.message}>Send a message</Allowed>
        </div>
      )}
    </section>
  );
}
