import { Link } from "react-router";

import { useOperation } from "../../api/useOperation";
import frame from "../../entities/entity-page.module.css";
import { pathOf } from "../../entities/kinds";
import { TalksDocument } from "../../gql/graphql";
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
      {message.allowed ? <Talk with={id} /> : <Allowed permission={message}>Send a message</Allowed>}
      <p className={styles.report}>
        <Link to={`/report/${id}`}>Report this record</Link>
      </p>
    </div>
  );
}

/** The way to the conversation with somebody; to all of them until it is known, or where it is none of the latest hundred. */
function Talk({ with: researcher }: { with: string }) {
  const { data } = useOperation(TalksDocument, {});
  const found = data?.data.viewer?.conversations?.nodes.find(({ other }) => other?.id === researcher);
  return <ButtonLink to={found === undefined ? "/conversations" : `/conversations/${found.id}`}>Send a message</ButtonLink>;
}
