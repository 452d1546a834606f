import { type FormEvent, useState } from "react";
import { Link } from "react-router";

import own from "../../account/own-page.module.css";
import { Refusal } from "../../account/Refusal";
import { useDraft } from "../../account/useDraft";
import { useAction } from "../../api/useAction";
import { counted, pathOf } from "../../entities/kinds";
import { DisownWorkDocument, EditPageDocument, OwnerEditsDocument, ProfileDocument, ProposeWorkDocument } from "../../gql/graphql";
import { Button } from "../../parts/Button";
import { Confirm } from "../../parts/Confirm";
import { Field } from "../../parts/Field";
import type { Edited } from "./EditPage";
import { lookupOfWork } from "./lookupOfWork";

/** The works of the record, each of which can be taken off it. */
export function Works({ record: { id, works } }: { record: Edited }) {
  const disown = useAction(DisownWorkDocument, [EditPageDocument, OwnerEditsDocument, ProfileDocument]);
  const listed = works?.nodes ?? [];
  const total = works?.totalCount ?? 0;
  return (
    <section className={own.section} aria-labelledby="works">
      <h2 id="works">A work is not yours?</h2>
      {total > listed.length && <p className="quiet">The first {counted(listed.length, "work")} of {total}.</p>}
      <ul className={own.list}>
        {listed.map((work) => (
          <li key={work.id}>
            <span>
              <Link to={pathOf("WORK", work.slug)} dir="auto">
                {work.title}
              </Link>{" "}
              <span className="quiet">{work.year}</span>
            </span>
            <Confirm
              label={
                <>
                  Not mine…<span className="aloud"> {work.title}</span>
                </>
              }
              question="Take this work off your record?"
              yes="It is not mine"
              refused="The work stays on the record"
              action={disown}
              act={(done) => disown.mutate({ researcher: id, work: work.id }, { onSuccess: done })}
            >
              <p dir="auto">{work.title}</p>
              <p className="quiet">It goes to a record of its own and does not come back with an import. You can undo it.</p>
            </Confirm>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A work that the graph has and the record lacks, for moderators to look at. */
export function Missing({ record: { id } }: { record: Edited }) {
  const [name, write, forget] = useDraft(`missing ${id}`);
  const [position, setPosition] = useState("");
  const propose = useAction(ProposeWorkDocument, [OwnerEditsDocument]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    propose.mutate(
      { researcher: id, by: lookupOfWork(name), position: position === "" ? null : Number(position) },
      {
        onSuccess: () => {
          forget();
          write("");
          setPosition("");
        },
      },
    );
  };
  return (
    <section className={own.card} aria-labelledby="missing">
      <h2 id="missing">A work is missing?</h2>
      <form className={own.form} onSubmit={submit}>
        <Field label="Which work" hint="Its DOI, arXiv id, or the address of its page here." required value={name} write={write} />
        <Field
          label="Which of its authors you are (you can leave it out)"
          hint="1 for the first. Needed only where none of their names is one of yours, or several are."
          type="number"
          min={1}
          value={position}
          write={setPosition}
        />
        <Button type="submit" disabled={name.trim() === "" || propose.isPending}>
          {propose.isPending ? "Proposing…" : "Propose it"}
        </Button>
        <p role="status" className="quiet">
          {propose.isSuccess && name === "" && "A moderator looks at it; you find it in the list below."}
        </p>
      </form>
      {propose.error !== null && <Refusal what="The work was not proposed" failure={propose.error} />}
    </section>
  );
}
