import { type ReactNode, useId } from "react";
import { Link, useLocation } from "react-router";

import { signInAddress, useViewer } from "../account/session";
import { Button } from "./Button";
import styles from "./allowed.module.css";

interface AllowedProps {
  /** What the API says of the viewer. */
  readonly permission: { readonly allowed: boolean; readonly reason: string | null };
  readonly children: ReactNode;
  readonly strong?: boolean;
  /** For what can be taken back: whether it holds. */
  readonly pressed?: boolean;
  readonly busy?: boolean;
  readonly onClick?: () => void;
}

/** An action with the reason why it cannot be had, where it cannot. */
export function Allowed({ permission: { allowed, reason }, children, strong = false, pressed, busy = false, onClick }: AllowedProps) {
  const id = useId();
  const { pathname, search } = useLocation();
  const { data: viewer } = useViewer();
  if (allowed) {
    return (
      <Button strong={strong} aria-pressed={pressed} disabled={busy} onClick={onClick}>
        {children}
      </Button>
    );
  }
  return (
    <div className={styles.denied}>
      {/* It stays in the order of focus, so that the reason is read out with it. */}
      <Button aria-disabled="true" aria-describedby={id}>
        <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
          <rect x="2.5" y="6" width="9" height="6.2" rx="1.4" />
          <path d="M4.5 6V4.2a2.5 2.5 0 0 1 5 0V6" />
        </svg>
        {children}
      </Button>
      <p>
        <span id={id}>{reason}</span>
        {viewer === null && (
          <>
            {" "}
            <Link to={signInAddress(pathname + search)}>Sign in</Link>
          </>
        )}
      </p>
    </div>
  );
}
