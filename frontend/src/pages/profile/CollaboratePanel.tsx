import { Link } from "react-router";

import frame from "../../entities/entity-page.module.css";
import { pathOf } from "../../entities/kinds";
import { Allowed } from "../../parts/Allowed";
import { ButtonLink } from "../../parts/Button";
import { Skeleton } from "../../parts/Skeleton";
import type { Person } from "./ProfilePage";
import styles from "./profile.module.css";

/** Whether the visitor can get in touch, and if not, why and what to do. */
export function CollaboratePanel({ person }: { person: Person | undefined }) {
  return (
    <section className={frame.panel} aria-labelledby="collaborate">
      <h2 id="collaborate">Direct collaboration</h2>
      {person === undefined ? <Skeleton height="6.5rem" /> : <Ways person={person} />}
    </section>
  );
}

function Ways({ person: { id, slug, viewerCan } }: { person: Person }) {
  const { edit, invite, message } = viewerCan;
  if (edit.allowed) {
    return (
      <div className={styles.way}>
        <p>This record is yours: who invites you, and what you write to each other, stands in your conversations.</p>
        <ButtonLink to="/conversations">Your conversations</ButtonLink>
      </div>
    );
  }
  return (
    <div className={styles.ways}>
      {invite.allowed ? (
        <ButtonLink to={`${pathOf("RESEARCHER", slug)}/invite`}>Invite to collaborate</ButtonLink>
      ) : (
        <Allowed permission={invite}>Invite to collaborate</Allowed>
      )}
      {message.allowed ? <ButtonLink to="/conversations">Send a message</ButtonLink> : <Allowed permission={message}>Send a message</Allowed>}
      <p className={styles.report}>
        <Link to={`/report/${id}`}>Report this record</Link>
      </p>
    </div>
  );
}
