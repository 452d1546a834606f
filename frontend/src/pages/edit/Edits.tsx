import { Link } from "react-router";

import own from "../../account/own-page.module.css";
import { useAction } from "../../api/useAction";
import { useOperation } from "../../api/useOperation";
import { pathOf } from "../../entities/kinds";
import { EditPageDocument, type OwnerEditKind, OwnerEditsDocument, type OwnerEditState, ProfileDocument, UndoOwnerEditDocument } from "../../gql/graphql";
import { Confirm } from "../../parts/Confirm";
import { FailureNotice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";
import { When } from "../../parts/When";
import type { Edited } from "./EditPage";

const KINDS: Readonly<Record<OwnerEditKind, string>> = {
  NAME: "Name",
  BIO: "About you",
  ROLE: "Role",
  AFFILIATION: "Affiliation",
  OPEN_TO_COLLABORATE: "Open to collaborate",
  WORK_DISOWNED: "Not yours",
  WORK_PROPOSED: "Missing work",
};
const STATES: Readonly<Record<OwnerEditState, string>> = {
  PROPOSED: "waits for a moderator",
  STANDS: "is shown",
  REJECTED: "was not accepted",
  UNDONE: "was undone",
};

/** What the owner did to the record, the last first, and the way back. */
export function Edits({ record: { id } }: { record: Edited }) {
  const { data, error, refetch } = useOperation(OwnerEditsDocument, { researcher: id });
  const undo = useAction(UndoOwnerEditDocument, [EditPageDocument, OwnerEditsDocument, ProfileDocument]);
  const edits = data?.data.viewer?.ownerEdits?.nodes;
  return (
    <section className={own.section} aria-labelledby="edits">
      <h2 id="edits">Your edits</h2>
      {error !== null ? (
        <FailureNotice what="Your edits" failure={error} retry={refetch} />
      ) : edits === undefined ? (
        <Skeleton height="6rem" />
      ) : edits.length === 0 ? (
        <p className="quiet">You have not said anything yet: the record says what sources say.</p>
      ) : (
        <ul className={own.list}>
          {edits.map((edit) => (
            <li key={edit.id}>
              <span>
                <b>{KINDS[edit.kind]}</b> <span className="quiet">{STATES[edit.state]}, </span>
                <When at={edit.createdAt} />
                {edit.work !== null && (
                  <>
                    {": "}
                    <Link to={pathOf("WORK", edit.work.slug)} dir="auto">
                      {edit.work.title}
                    </Link>
                  </>
                )}
                {edit.reason !== null && <span dir="auto"> A moderator says: {edit.reason}</span>}
              </span>
              {(edit.state === "STANDS" || edit.state === "PROPOSED") && (
                <Confirm
                  label={
                    <>
                      Undo…<span className="aloud"> {KINDS[edit.kind]}</span>
                    </>
                  }
                  question="Undo this edit?"
                  yes="Undo it"
                  refused="It was not undone"
                  action={undo}
                  act={(done) => undo.mutate({ id: edit.id }, { onSuccess: done })}
                >
                  <p className="quiet">The record says then what you said before, or what sources say.</p>
                </Confirm>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
