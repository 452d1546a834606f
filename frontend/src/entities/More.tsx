import type { Failure } from "../api/ask";
import { Button } from "../parts/Button";
import { FailureNotice } from "../parts/Notice";
import { counted } from "./kinds";

interface MoreProps {
  /** How many are not shown yet. */
  readonly left: number;
  readonly noun: string;
  readonly plural?: string;
  readonly pages: {
    readonly hasMore: boolean;
    readonly isLoadingMore: boolean;
    readonly failure: Failure | null;
    readonly more: () => Promise<unknown>;
  };
}

/** The end of a list that is read page by page. */
export function More({ left, noun, plural = `${noun}s`, pages: { hasMore, isLoadingMore, failure, more } }: MoreProps) {
  return (
    <>
      {failure !== null && <FailureNotice what={`More ${plural}`} failure={failure} retry={more} />}
      {hasMore && failure === null && (
        <Button onClick={() => void more()} disabled={isLoadingMore}>
          {isLoadingMore ? "Loading…" : `Show more (${counted(left, `further ${noun}`, `further ${plural}`)})`}
        </Button>
      )}
    </>
  );
}
