import { useState } from "react";
import { useNavigate } from "react-router";

import { sessionChanged } from "../../account/session";
import { useAction } from "../../api/useAction";
import { DeleteAccountDocument } from "../../gql/graphql";
import { Confirm } from "../../parts/Confirm";
import { Field } from "../../parts/Field";
import type { Account } from "./SettingsPage";

/** The end of an account: asked twice, since nothing brings it back. */
export function DeleteAccount({ account }: { account: Account }) {
  const [typed, write] = useState("");
  const navigate = useNavigate();
  const deletion = useAction(DeleteAccountDocument);
  const wanted = account.email ?? account.orcid ?? "";
  const leave = (done: () => void) =>
    deletion.mutate(
      {},
      {
        onSuccess: async () => {
          done();
          await navigate("/");
          await sessionChanged(false);
        },
      },
    );
  return (
    <section aria-labelledby="end">
      <h2 id="end">Leave</h2>
      <p>Your account goes at once and for ever, with its sessions, its tokens and what you follow.</p>
      <Confirm
        label="Delete my account…"
        question="Delete this account for ever?"
        yes="Delete it"
        no="Keep it"
        refused="The account was not deleted"
        action={deletion}
        act={leave}
        isReady={typed.trim().toLowerCase() === wanted.toLowerCase()}
        small={false}
      >
        <Field label={`Type ${wanted} to go on`} autoComplete="off" value={typed} write={write} />
      </Confirm>
    </section>
  );
}
