import { useViewer } from "../../account/session";
import { SignInNotice } from "../../account/SignInNotice";
import { Suspended } from "../../account/Suspended";
import { graphiqlAddress } from "../../api/graphiqlAddress";
import { useOperation } from "../../api/useOperation";
import { PageQuery } from "../../entities/PageQuery";
import { SettingsDocument, type SettingsQuery } from "../../gql/graphql";
import { useTitle } from "../../layout/useTitle";
import { FailureNotice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";
import { AccessTokens } from "./AccessTokens";
import { Blocked } from "./Blocked";
import { DeleteAccount } from "./DeleteAccount";
import { NameForm } from "./NameForm";
import { NotificationSettings } from "./NotificationSettings";
import { Sessions } from "./Sessions";
import styles from "./settings.module.css";

export type Account = NonNullable<SettingsQuery["viewer"]>;

/** What an account is called, where it is signed in, what acts for it, and the end of it. */
export function SettingsPage() {
  useTitle("Settings");
  const { data: viewer } = useViewer();
  const settings = useOperation(SettingsDocument, {}, { enabled: viewer !== null });
  const account = settings.data?.data.viewer;
  return (
    <div className={styles.page}>
      <h1>Settings</h1>
      <Suspended />
      {viewer === null || account === null ? (
        <SignInNotice what="your settings" />
      ) : settings.error !== null ? (
        <FailureNotice what="Your settings" failure={settings.error} retry={settings.refetch} />
      ) : account === undefined ? (
        <Skeleton height="40rem" />
      ) : (
        <>
          <NameForm account={account} />
          <NotificationSettings account={account} />
          <Blocked />
          <Sessions sessions={account.sessions} />
          <AccessTokens tokens={account.accessTokens} isModerator={account.role === "MODERATOR"} />
          <section aria-labelledby="kept">
            <h2 id="kept">What is kept of you</h2>
            <p>
              <a href="/account/export.json" download>
                Download all of it
              </a>{" "}
              as a file: your account, its sessions and tokens, what you follow. Only hashes of secrets are left out.
            </p>
          </section>
          <DeleteAccount account={account} />
          <PageQuery address={graphiqlAddress(SettingsDocument.toString().trim())} />
        </>
      )}
    </div>
  );
}
