import type { FormEvent } from "react";

import { Refusal } from "../../account/Refusal";
import { useDraft } from "../../account/useDraft";
import { useAction } from "../../api/useAction";
import { SettingsDocument, UpdateAccountDocument } from "../../gql/graphql";
import { cache } from "../../api/cache";
import { Button } from "../../parts/Button";
import { Field } from "../../parts/Field";
import styles from "./settings.module.css";
import type { Account } from "./SettingsPage";

const day = new Intl.DateTimeFormat("en", { dateStyle: "long" });

/** Who it is, and what the person is called on the site. */
export function NameForm({ account }: { account: Account }) {
  const [name, write, forget] = useDraft("name", account.name ?? "");
  const update = useAction(UpdateAccountDocument, [SettingsDocument]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate(
      { input: { name: name.trim() === "" ? null : name } },
      {
        onSuccess: () => {
          forget();
          void cache.invalidateQueries({ queryKey: ["viewer"] });
        },
      },
    );
  };
  return (
    <section aria-labelledby="who">
      <h2 id="who">Your account</h2>
      <dl className={styles.facts}>
        <dt>E-mail</dt>
        <dd>{account.email ?? "None: you sign in at ORCID alone"}</dd>
        {account.orcid !== null && (
          <>
            <dt>ORCID</dt>
            <dd>{account.orcid}</dd>
          </>
        )}
        {account.role === "MODERATOR" && (
          <>
            <dt>Role</dt>
            <dd>Moderator</dd>
          </>
        )}
        <dt>Since</dt>
        <dd>{day.format(new Date(account.createdAt))}</dd>
      </dl>
      <form className={styles.form} onSubmit={submit}>
        <Field label="What you are called here" maxLength={100} autoComplete="name" value={name} write={write} />
        <Button type="submit" disabled={update.isPending}>
          {update.isPending ? "Saving…" : "Save"}
        </Button>
        <span role="status" className="quiet">
          {update.isSuccess && name === (update.data.updateAccount?.__typename === "AccountUpdated" ? (update.data.updateAccount.account.name ?? "") : "") && "Saved"}
        </span>
      </form>
      {update.error !== null && <Refusal what="The name was not saved" failure={update.error} />}
    </section>
  );
}
