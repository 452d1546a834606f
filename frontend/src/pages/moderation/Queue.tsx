import type { ReactNode } from "react";

import type { Failure } from "../../api/ask";
import { More } from "../../entities/More";
import { FailureNotice, Notice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";

interface QueueProps<Row> {
  readonly noun: string;
  readonly pages: {
    readonly rows: readonly Row[] | undefined;
    readonly total: number;
    readonly failure: Failure | null;
    readonly hasMore: boolean;
    readonly isLoadingMore: boolean;
    readonly more: () => Promise<unknown>;
  };
  /** What is said where there is nothing. */
  readonly none: string;
  readonly children: (rows: readonly Row[]) => ReactNode;
}

/** A list for moderators, in each of its states. */
export function Queue<Row>({ noun, pages, none, children }: QueueProps<Row>) {
  const { rows, total, failure, more } = pages;
  if (rows === undefined) {
    return failure === null ? <Skeleton height="16rem" /> : <FailureNotice what={`The ${noun}s`} failure={failure} retry={more} />;
  }
  if (rows.length === 0) {
    return <Notice tone="quiet" title={none} />;
  }
  return (
    <>
      {children(rows)}
      <More left={total - rows.length} noun={noun} pages={pages} />
    </>
  );
}
