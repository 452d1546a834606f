import type { ReactNode } from "react";

import { PageQuery } from "../../entities/PageQuery";
import { useTitle } from "../../layout/useTitle";
import { ButtonLink } from "../../parts/Button";
import { Ornament } from "../../parts/Ornament";
import styles from "./not-found.module.css";

interface NotFoundProps {
  readonly title?: string;
  readonly children?: ReactNode;
  /** Of GraphiQL, with the query that found nothing. */
  readonly query?: string;
}

/** An address that nothing has; the server has answered with 404. */
export function NotFoundPage({ title = "There is no page at this address", children, query }: NotFoundProps) {
  useTitle(title);
  return (
    <div className={styles.page}>
      <div className={styles.words}>
        <p className={styles.code} aria-hidden="true">
          404
        </p>
        <h1>{title}</h1>
        {children ?? <p className="quiet">It may have moved, or never have been. The search above finds what the graph holds.</p>}
        <p className={styles.ways}>
          <ButtonLink to="/">Start page</ButtonLink>
          <ButtonLink to="/explore">Open the explorer</ButtonLink>
        </p>
        {query !== undefined && <PageQuery address={query} what="it looks for what may have been meant" />}
      </div>
      <Ornament />
    </div>
  );
}
