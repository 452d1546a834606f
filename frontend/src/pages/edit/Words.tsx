import { type FormEvent, useState } from "react";

import own from "../../account/own-page.module.css";
import { Refusal } from "../../account/Refusal";
import { useDraft } from "../../account/useDraft";
import { useAction } from "../../api/useAction";
import { EditPageDocument, OwnerEditsDocument, ProfileDocument, type ResearcherInput, UpdateResearcherDocument } from "../../gql/graphql";
import { Button } from "../../parts/Button";
import { Field } from "../../parts/Field";
import { TextArea } from "../../parts/TextArea";
import { Affiliation, type Place } from "./Affiliation";
import type { Edited } from "./EditPage";

const MOST_OF_A_LINE = 100;
const MOST_OF_A_BIO = 2_000;

/** Name, role, affiliation, text and openness; only what was changed is sent. */
export function Words({ record }: { record: Edited }) {
  const { id, openToCollaborate, affiliation } = record;
  const shown = { name: record.name, role: record.role ?? "", bio: record.bio?.text ?? "" };
  const [name, writeName, forgetName] = useDraft(`name ${id}`, shown.name);
  const [role, writeRole, forgetRole] = useDraft(`role ${id}`, shown.role);
  const [bio, writeBio, forgetBio] = useDraft(`bio ${id}`, shown.bio);
  const [isOpen, setOpen] = useState(openToCollaborate.value);
  const [place, setPlace] = useState<Place | null>(affiliation.institution);
  const update = useAction(UpdateResearcherDocument, [EditPageDocument, OwnerEditsDocument, ProfileDocument]);

  const input: ResearcherInput = {
    ...(name.trim() !== shown.name && { name: said(name) }),
    ...(role.trim() !== shown.role && { role: said(role) }),
    ...(bio.trim() !== shown.bio && { bio: said(bio) }),
    ...(isOpen !== openToCollaborate.value && { openToCollaborate: isOpen }),
    ...(place?.id !== affiliation.institution?.id && { affiliation: place === null ? null : { institution: place.id } }),
  };
  const isSame = Object.keys(input).length === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate(
      { id, input },
      {
        onSuccess: () => {
          forgetName();
          forgetRole();
          forgetBio();
        },
      },
    );
  };
  return (
    <section className={own.card} aria-labelledby="words">
      <h2 id="words">What the record says</h2>
      <form className={own.form} onSubmit={submit}>
        <Field label="Name" hint="As you want to be called; names that works print stay findable." maxLength={MOST_OF_A_LINE} value={name} write={writeName} />
        <Field label="Role" hint="Such as “Professor of linguistics”. Empty: what sources say." maxLength={MOST_OF_A_LINE} value={role} write={writeRole} />
        <Affiliation place={place} choose={setPlace} />
        <TextArea label="About you" hint="Plain text. Empty: what sources say." most={MOST_OF_A_BIO} rows={6} value={bio} write={writeBio} />
        <label className={own.check}>
          <input type="checkbox" checked={isOpen} onChange={(event) => setOpen(event.target.checked)} />
          Open to collaborate: others can invite you
        </label>
        <Button strong type="submit" disabled={isSame || update.isPending}>
          {update.isPending ? "Saving…" : "Save"}
        </Button>
        <p role="status" className="quiet">
          {update.isSuccess && isSame && "Saved."}
        </p>
      </form>
      {update.error !== null && <Refusal what="Nothing was saved" failure={update.error} />}
    </section>
  );
}

/** What is left empty is taken back: the record says what sources say. */
function said(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}
