import type { Failure } from "../api/ask";
import { Notice } from "../parts/Notice";
import { signInAddress } from "./session";

interface RefusalProps {
  /** What was not done: "The token was not made". */
  readonly what: string;
  readonly failure: Failure;
}

/** Why a form was not taken. Where the session has ended, what was typed waits until one has signed in again. */
export function Refusal({ what, failure }: RefusalProps) {
  if (failure.code === "NOT_SIGNED_IN") {
    return (
      <Notice title="Your session has ended">
        {what}. What you typed is still here:{" "}
        <a href={signInAddress(window.location.pathname)} target="_blank" rel="noreferrer">
          sign in in another tab
        </a>
        , then send it again.
      </Notice>
    );
  }
  return (
    <Notice title={what}>
      {failure.message} {failure.hint}
    </Notice>
  );
}
