import type { ReactNode } from "react";

import { Failure } from "../api/ask";
import styles from "./notice.module.css";
import { Button } from "./Button";

interface NoticeProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly tone?: "bad" | "warn" | "quiet";
  readonly retry?: (() => unknown) | undefined;
  readonly retryLabel?: string;
}

/** What is wrong or missing, and what can be done about it. */
export function Notice({ title, children, tone = "bad", retry, retryLabel = "Try again" }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone} role={tone === "bad" ? "alert" : "status"}>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.body}>{children}</div>}
      {retry !== undefined && (
        <Button small onClick={retry}>
          {retryLabel}
        </Button>
      )}
    </div>
  );
}

/** A failed request in words. */
export function FailureNotice({ what, failure, retry }: { what: string; failure: Failure; retry?: () => unknown }) {
  return (
    <Notice title={`${what} could not be loaded`} retry={retry}>
      {failure.message} {failure.hint}
    </Notice>
  );
}
