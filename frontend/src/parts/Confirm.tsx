import { type ReactNode, useId, useRef } from "react";

import { Refusal } from "../account/Refusal";
import type { Failure } from "../api/ask";
import { Button } from "./Button";
import styles from "./confirm.module.css";

interface ConfirmProps {
  /** What the button says that opens the question. */
  readonly label: ReactNode;
  readonly question: string;
  /** What follows from it. */
  readonly children?: ReactNode;
  readonly yes: string;
  readonly no?: string;
  /** What was not done, where it is refused. */
  readonly refused: string;
  readonly action: {
    readonly isPending: boolean;
    readonly error: Failure | null;
    readonly reset: () => void;
  };
  /** Does it, and calls `done` once it is. */
  readonly act: (done: () => void) => void;
  /** Whether what the question asks for is there. */
  readonly isReady?: boolean;
  readonly small?: boolean;
}

/** A button for what is not easily taken back: it asks first. */
export function Confirm({ label, question, children, yes, no = "Cancel", refused, action, act, isReady = true, small = true }: ConfirmProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <Button
        small={small}
        onClick={() => {
          action.reset();
          dialog.current?.showModal();
        }}
      >
        {label}
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={id}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            act(() => dialog.current?.close());
          }}
        >
          <h3 id={id}>{question}</h3>
          {children}
          {action.error !== null && <Refusal what={refused} failure={action.error} />}
          <p className={styles.choices}>
            <Button type="submit" strong disabled={!isReady || action.isPending}>
              {yes}
            </Button>
            <Button onClick={() => dialog.current?.close()}>{no}</Button>
          </p>
        </form>
      </dialog>
    </>
  );
}
