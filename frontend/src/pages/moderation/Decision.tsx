import { type ReactNode, useId, useRef } from "react";

import own from "../../account/own-page.module.css";
import { Refusal } from "../../account/Refusal";
import { useDraft } from "../../account/useDraft";
import type { Failure } from "../../api/ask";
import type { OutcomeFragment } from "../../gql/graphql";
import { Button } from "../../parts/Button";
import confirm from "../../parts/confirm.module.css";
import { Skeleton } from "../../parts/Skeleton";
import { TextArea } from "../../parts/TextArea";
import styles from "./moderation.module.css";
import { Outcome } from "./Outcome";

const MOST = 1_000;

interface Step {
  readonly isPending: boolean;
  readonly error: Failure | null;
  readonly reset: () => void;
}

interface DecisionProps {
  readonly label: ReactNode;
  readonly title: string;
  /** What the button says that decides. */
  readonly yes: string;
  /** Names the reason that somebody writes, until the decision is made. */
  readonly draft: string;
  readonly disabled?: boolean;
  readonly step: Step;
  readonly outcome: OutcomeFragment | null;
  /** Asks for the preview, which changes nothing. */
  readonly preview: () => void;
  readonly decide: (reason: string | null, done: () => void) => void;
}

/** A decision about who is who: seen first, as it would be, then made with a reason. */
export function Decision({ label, title, yes, draft, disabled = false, step, outcome, preview, decide }: DecisionProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, write, forget] = useDraft(`decision ${draft}`);
  return (
    <>
      <Button
        small
        disabled={disabled}
        onClick={() => {
          step.reset();
          dialog.current?.showModal();
          preview();
        }}
      >
        {label}
      </Button>
      <dialog ref={dialog} className={`${confirm.dialog} ${styles.dialog}`} aria-labelledby={id}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            decide(reason.trim() === "" ? null : reason, () => {
              forget();
              write("");
              dialog.current?.close();
            });
          }}
        >
          <h3 id={id}>{title}</h3>
          {outcome !== null ? <Outcome outcome={outcome} /> : step.error === null && <Skeleton height="14rem" />}
          {step.error !== null && <Refusal what="This cannot be done" failure={step.error} />}
          <TextArea label="Reason, which stands in the log" rows={2} most={MOST} value={reason} write={write} />
          <p className={own.choices}>
            <Button type="submit" strong disabled={outcome === null || step.isPending}>
              {yes}
            </Button>
            <Button onClick={() => dialog.current?.close()}>Cancel</Button>
          </p>
        </form>
      </dialog>
    </>
  );
}
