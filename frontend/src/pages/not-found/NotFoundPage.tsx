import type { ReactNode } from "react";

import { useTitle } from "../../layout/useTitle";
import { ButtonLink } from "../../parts/Button";
import styles from "./not-found.module.css";

interface NotFoundProps {
  readonly title?: string;
  readonly children?: ReactNode;
}

/** An address that nothing has; the server has answered with 404. */
export function NotFoundPage({ title = "There is no page at this address", children }: NotFoundProps) {
  useTitle(title);
  return (
    <div className={styles.page}>
      <p className={styles.code} aria-hidden="true">
        404
      </p>
      <h1>{title}</h1>
      {children ?? <p className="quiet">It may have moved, or never have been.</p>}
      <ButtonLink to="/">Start page</ButtonLink>
    </div>
  );
}
