import { type FormEvent, useState } from "react";

import { Refusal } from "../../account/Refusal";
import { useDraft } from "../../account/useDraft";
import { useAction } from "../../api/useAction";
import { type AccessScope, CreateAccessTokenDocument, RevokeAccessTokenDocument, SettingsDocument } from "../../gql/graphql";
import { Button } from "../../parts/Button";
import { CopyButton } from "../../parts/CopyButton";
import { Field } from "../../parts/Field";
import { Notice } from "../../parts/Notice";
import styles from "./settings.module.css";
import type { Account } from "./SettingsPage";

const SCOPES: readonly { readonly scope: AccessScope; readonly allows: string }[] = [
  { scope: "READ", allows: "Read what is yours" },
  { scope: "WRITE", allows: "Change things in your name" },
  { scope: "MODERATE", allows: "Act as a moderator" },
];
const DAYS = [7, 30, 90, 366];

const day = new Intl.DateTimeFormat("en", { dateStyle: "medium" });

interface AccessTokensProps {
  readonly tokens: Account["accessTokens"];
  readonly isModerator: boolean;
}

/** What programs act for the account with: made here, shown once, taken back here. */
export function AccessTokens({ tokens, isModerator }: AccessTokensProps) {
  const revoke = useAction(RevokeAccessTokenDocument, [SettingsDocument]);
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens">Access tokens</h2>
      <p className="quiet">
        A program sends one as <code>Authorization: Bearer bzp_…</code>. None may change how you sign in.
      </p>
      <ul className={styles.list}>
        {tokens.map(({ id, name, scopes, createdAt, lastUsedAt, expiresAt }) => (
          <li key={id}>
            <div>
              <p>
                <b dir="auto">{name}</b> {scopes.map((scope) => scope.toLowerCase()).join(", ") || "what everybody may see"}
              </p>
              <p className="quiet">
                Made {day.format(new Date(createdAt))}, holds until {day.format(new Date(expiresAt))},{" "}
                {lastUsedAt === null ? "never used" : `last used ${day.format(new Date(lastUsedAt))}`}
              </p>
            </div>
            <Button small aria-label={`Revoke ${name}`} disabled={revoke.isPending} onClick={() => revoke.mutate({ id })}>
              Revoke
            </Button>
          </li>
        ))}
      </ul>
      {tokens.length === 0 && <p>None yet.</p>}
      {revoke.error !== null && <Refusal what="It was not revoked" failure={revoke.error} />}
      <NewToken isModerator={isModerator} />
    </section>
  );
}

function NewToken({ isModerator }: { isModerator: boolean }) {
  const [name, write, forget] = useDraft("token");
  const [scopes, choose] = useState<readonly AccessScope[]>(["READ"]);
  const [days, last] = useState(90);
  // The same wish, sent again after a lost answer, makes no second token.
  const [clientId, renew] = useState(() => crypto.randomUUID());
  const create = useAction(CreateAccessTokenDocument, [SettingsDocument]);
  const made = create.data?.createAccessToken;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(
      { input: { name, scopes: [...scopes], expiresInDays: days, clientId } },
      {
        onSuccess: () => {
          forget();
          write("");
          renew(crypto.randomUUID());
        },
      },
    );
  };
  return (
    <>
      <form className={styles.form} onSubmit={submit} aria-label="A new token">
        <Field label="What it is for" required maxLength={100} value={name} write={write} />
        <fieldset>
          <legend>What it allows</legend>
          {SCOPES.filter(({ scope }) => scope !== "MODERATE" || isModerator).map(({ scope, allows }) => (
            <label key={scope}>
              <input
                type="checkbox"
                checked={scopes.includes(scope)}
                onChange={(event) => choose(event.target.checked ? [...scopes, scope] : scopes.filter((other) => other !== scope))}
              />
              {allows}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>For how long</legend>
          {DAYS.map((number) => (
            <label key={number}>
              <input type="radio" name="days" checked={number === days} onChange={() => last(number)} />
              {number === 366 ? "A year" : `${number} days`}
            </label>
          ))}
        </fieldset>
        <Button type="submit" disabled={create.isPending}>
          {create.isPending ? "Making…" : "Make a token"}
        </Button>
      </form>
      {create.error !== null && <Refusal what="The token was not made" failure={create.error} />}
      <div aria-live="polite">
        {made?.__typename === "AccessTokenCreated" &&
          (made.secret === null ? (
            <Notice tone="warn" title="This token was made before">
              Its secret was shown then, and is kept nowhere. Revoke it and make another if you have lost it.
            </Notice>
          ) : (
            <Notice tone="quiet" title={`The secret of “${made.accessToken.name}”`}>
              <p>It is shown this once. Whoever has it may do what it allows.</p>
              <code className={styles.secret}>{made.secret}</code>
              <CopyButton text={made.secret} what="the secret" />
            </Notice>
          ))}
      </div>
    </>
  );
}
