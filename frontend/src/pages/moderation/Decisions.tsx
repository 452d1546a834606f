import { Link } from "react-router";

import own from "../../account/own-page.module.css";
import { useAction } from "../../api/useAction";
import { usePages } from "../../api/usePages";
import { counted, pathOf } from "../../entities/kinds";
import { DecisionsDocument, type DecisionsQuery, DuplicatesDocument, UndoMergeDocument } from "../../gql/graphql";
import { When } from "../../parts/When";
import { Decision } from "./Decision";
import { Queue } from "./Queue";

type Decided = NonNullable<DecisionsQuery["identityDecisions"]>["nodes"][number];

const STATES: Readonly<Record<string, string>> = { APPLIED: "Stands", UNDONE: "Undone", PENDING: "Waits for an import" };
const decisionsOf = ({ identityDecisions }: DecisionsQuery) => identityDecisions;

/** What was decided about who is who, each with its undoing. */
export function Decisions() {
  const pages = usePages(DecisionsDocument, {}, { pageOf: decisionsOf });
  return (
    <Queue noun="decision" pages={pages} none="Nothing was decided yet">
      {(decisions) => (
        <ul className={own.list}>
          {decisions.map((decision) => (
            <One key={decision.id} decision={decision} />
          ))}
        </ul>
      )}
    </Queue>
  );
}

function One({ decision: { id, kind, state, keep, other, reason, decidedAt, undoneAt, works } }: { decision: Decided }) {
  const preview = useAction(UndoMergeDocument);
  const undo = useAction(UndoMergeDocument, [DecisionsDocument, DuplicatesDocument]);
  const outcome = preview.data?.undoMerge;
  const isMerge = kind === "MERGE";
  return (
    <li>
      <div>
        <p className={own.heading}>
          <b>{isMerge ? "Merged" : "Split"}</b>
          <span>
            <Link to={pathOf("RESEARCHER", keep)}>{keep}</Link> {isMerge ? "and" : "from"} <Link to={pathOf("RESEARCHER", other)}>{other}</Link>
          </span>
          <span className={own.badge} data-tone={state === "APPLIED" ? "good" : "quiet"}>
            {STATES[state] ?? state}
          </span>
        </p>
        <p className={`quiet ${own.small}`}>
          {decidedAt !== null && <When at={decidedAt} precise />}, {counted(works.length, "work")}
          {undoneAt !== null && (
            <>
              , undone <When at={undoneAt} precise />
            </>
          )}
        </p>
        {reason !== null && (
          <p className={`${own.said} ${own.small}`} dir="auto">
            {reason}
          </p>
        )}
      </div>
      {state !== "UNDONE" && (
        <Decision
          label="Preview its undoing"
          title={isMerge ? "Are they two people after all?" : "Are they one person after all?"}
          yes="Undo it"
          draft={`undo ${id}`}
          step={{
            isPending: preview.isPending || undo.isPending,
            error: preview.error ?? undo.error,
            reset: () => {
              preview.reset();
              undo.reset();
            },
          }}
          outcome={outcome?.__typename === "MergeUndone" ? outcome.decision : null}
          preview={() => preview.mutate({ id, preview: true, reason: null })}
          decide={(given, done) => undo.mutate({ id, preview: false, reason: given }, { onSuccess: done })}
        />
      )}
    </li>
  );
}
