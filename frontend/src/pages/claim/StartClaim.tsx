import type { FormEvent } from "react";

import own from "../../account/own-page.module.css";
import { Refusal } from "../../account/Refusal";
import { useDraft } from "../../account/useDraft";
import { useAction } from "../../api/useAction";
import { ClaimPageDocument, ClaimResearcherDocument, ClaimsDocument, ProfileDocument } from "../../gql/graphql";
import { Button } from "../../parts/Button";
import { Notice } from "../../parts/Notice";
import { TextArea } from "../../parts/TextArea";
import type { ClaimedRecord } from "./ClaimPage";

const MOST = 1_000;

/** The first step: to say that the record is one's own. */
export function StartClaim({ record: { id, viewerCan } }: { record: ClaimedRecord }) {
  const [note, write, forget] = useDraft(`claim ${id}`);
  const claim = useAction(ClaimResearcherDocument, [ClaimPageDocument, ClaimsDocument, ProfileDocument]);
  const { allowed, reason, nextStep } = viewerCan.claim;
  if (!allowed) {
    return (
      <Notice tone="warn" title={reason ?? "You cannot claim this record"}>
        {nextStep}
      </Notice>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The form is gone once the claim is there: callbacks of `mutate` would not be called.
    claim.mutateAsync({ id, note: note.trim() === "" ? null : note }).then(forget, () => undefined);
  };
  return (
    <section className={own.card} aria-labelledby="start">
      <h2 id="start">Claim this record</h2>
      <p>{nextStep}</p>
      <form className={own.form} onSubmit={submit}>
        <TextArea
          label="A note to the moderators (you can leave it out)"
          hint="What tells you from others of your name: your page, your field, works that are not yours."
          most={MOST}
          value={note}
          write={write}
        />
        <Button strong type="submit" disabled={claim.isPending}>
          {claim.isPending ? "Claiming…" : "This is me: claim it"}
        </Button>
      </form>
      {claim.error !== null && <Refusal what="The record was not claimed" failure={claim.error} />}
    </section>
  );
}
