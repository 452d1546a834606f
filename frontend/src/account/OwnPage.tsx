import type { ReactNode } from "react";

import { useTitle } from "../layout/useTitle";
import { FailureNotice } from "../parts/Notice";
import { Skeleton } from "../parts/Skeleton";
import styles from "./own-page.module.css";
import { type Viewer, useViewer } from "./session";
import { SignInNotice } from "./SignInNotice";
import { Suspended } from "./Suspended";

interface OwnPageProps {
  readonly title: string;
  /** What a stranger signs in to see: "your conversations". */
  readonly what: string;
  readonly children: (viewer: Viewer) => ReactNode;
}

/** A page of what is the visitor's own; strangers are led to where one signs in. */
export function OwnPage({ title, what, children }: OwnPageProps) {
  useTitle(title);
  const { data: viewer, error, refetch } = useViewer();
  return (
    <div className={styles.page}>
      <h1>{title}</h1>
      <Suspended />
      {viewer === null ? (
        <SignInNotice what={what} />
      ) : viewer !== undefined ? (
        children(viewer)
      ) : error !== null ? (
        <FailureNotice what="Your account" failure={error} retry={refetch} />
      ) : (
        <Skeleton height="30rem" />
      )}
    </div>
  );
}
