import { type FormEvent, useRef, useState } from "react";
import { useNavigate } from "react-router";

import { Refusal } from "../../account/Refusal";
import { sessionChanged } from "../../account/session";
import { useAction } from "../../api/useAction";
import { DeleteAccountDocument } from "../../gql/graphql";
import { Button } from "../../parts/Button";
import { Field } from "../../parts/Field";
import styles from "./settings.module.css";
import type { Account } from "./SettingsPage";

/** The end of an account: asked twice, since nothing brings it back. */
export function DeleteAccount({ account }: { account: Account }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, write] = useState("");
  const navigate = useNavigate();
  const deletion = useAction(DeleteAccountDocument);
  const wanted = account.email ?? account.orcid ?? "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    deletion.mutate(
      {},
      {
        onSuccess: async () => {
          dialog.current?.close();
          await navigate("/");
          await sessionChanged(false);
        },
      },
    );
  };
  return (
    <section aria-labelledby="end">
      <h2 id="end">Leave</h2>
      <p>Your account goes at once and for ever, with its sessions, its tokens and what you follow.</p>
      <Button
        onClick={() => {
          write("");
          deletion.reset();
          dialog.current?.showModal();
        }}
      >
        Delete my account…
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="sure">
        <form onSubmit={submit}>
          <h3 id="sure">Delete this account for ever?</h3>
          <Field label={`Type ${wanted} to go on`} autoComplete="off" value={typed} write={write} />
          {deletion.error !== null && <Refusal what="The account was not deleted" failure={deletion.error} />}
          <p className={styles.choices}>
            <Button type="submit" disabled={typed.trim().toLowerCase() !== wanted.toLowerCase() || deletion.isPending}>
              Delete it
            </Button>
            <Button strong onClick={() => dialog.current?.close()}>
              Keep it
            </Button>
          </p>
        </form>
      </dialog>
    </section>
  );
}
