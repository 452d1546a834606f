import { Refusal } from "../../account/Refusal";
import { useAction } from "../../api/useAction";
import { type NotificationKind, SettingsDocument, UpdateAccountDocument } from "../../gql/graphql";
import styles from "./settings.module.css";
import type { Account } from "./SettingsPage";

const KINDS: Readonly<Record<NotificationKind, string>> = {
  NEW_WORKS: "New works of what I follow",
  INVITATION_RECEIVED: "Somebody invites me",
  INVITATION_ACCEPTED: "My invitation was accepted",
  INVITATION_DECLINED: "My invitation was declined",
  MESSAGE_RECEIVED: "Somebody has written to me",
  CLAIM_DECIDED: "My claim was decided",
  EDIT_DECIDED: "My edit was decided on",
  REPORT_DECIDED: "My report was decided on",
  REPORT_UPHELD: "A report of something of mine was upheld",
  ACCOUNT_SUSPENDED: "My account was suspended",
};

/** What the person is told of in the site, and whether by letter. Each choice holds at once. */
export function NotificationSettings({ account: { emailDigest, mutedNotifications, email } }: { account: Account }) {
  const update = useAction(UpdateAccountDocument, [SettingsDocument]);
  return (
    <section id="notifications" aria-labelledby="told">
      <h2 id="told">What you are told of</h2>
      <div className={styles.form}>
        <fieldset disabled={update.isPending}>
          <legend>In the site</legend>
          {(Object.keys(KINDS) as NotificationKind[]).map((kind) => (
            <label key={kind}>
              <input
                type="checkbox"
                checked={!mutedNotifications.includes(kind)}
                onChange={({ target: { checked } }) =>
                  update.mutate({ input: { mutedNotifications: checked ? mutedNotifications.filter((muted) => muted !== kind) : [...mutedNotifications, kind] } })
                }
              />
              {KINDS[kind]}
            </label>
          ))}
        </fieldset>
        <fieldset disabled={update.isPending}>
          <legend>By e-mail</legend>
          <label>
            <input
              type="checkbox"
              checked={emailDigest === "DAILY"}
              disabled={email === null}
              onChange={({ target: { checked } }) => update.mutate({ input: { emailDigest: checked ? "DAILY" : "NEVER" } })}
            />
            One letter a day at most, with what I have not read
          </label>
        </fieldset>
        {email === null && <p className="quiet">There is no address to write to: you sign in at ORCID alone.</p>}
        <p role="status" className="quiet">
          {update.isSuccess && "Saved"}
        </p>
      </div>
      {update.error !== null && <Refusal what="It was not saved" failure={update.error} />}
    </section>
  );
}
