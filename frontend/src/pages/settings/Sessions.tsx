import { Refusal } from "../../account/Refusal";
import { useAction } from "../../api/useAction";
import { RevokeSessionDocument, SettingsDocument } from "../../gql/graphql";
import { Button } from "../../parts/Button";
import { browserName } from "./browserName";
import styles from "./settings.module.css";
import type { Account } from "./SettingsPage";

const time = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

/** The browsers that are signed in, each with what ends it. */
export function Sessions({ sessions }: { sessions: Account["sessions"] }) {
  const revoke = useAction(RevokeSessionDocument, [SettingsDocument]);
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <ul className={styles.list}>
        {sessions.map(({ id, method, userAgent, createdAt, lastSeenAt, isCurrent }) => (
          <li key={id}>
            <div>
              <p>
                <b title={userAgent ?? undefined}>{browserName(userAgent)}</b>
                {isCurrent && <span className={styles.badge}>this one</span>}
              </p>
              <p className="quiet">
                Since {time.format(new Date(createdAt))} by {method === "ORCID" ? "ORCID" : "e-mail"}, last seen{" "}
                {time.format(new Date(lastSeenAt))}
              </p>
            </div>
            {!isCurrent && (
              <Button
                small
                disabled={revoke.isPending}
                aria-label={`Sign out ${browserName(userAgent)}, signed in ${time.format(new Date(createdAt))}`}
                onClick={() => revoke.mutate({ id })}
              >
                Sign it out
              </Button>
            )}
          </li>
        ))}
      </ul>
      {revoke.error !== null && <Refusal what="It was not signed out" failure={revoke.error} />}
    </section>
  );
}
