import { useAction } from "../../api/useAction";
import { BlockAccountDocument, type TypedDocumentString } from "../../gql/graphql";
import { Confirm } from "../../parts/Confirm";

interface BlockProps {
  /** Of an invitation, conversation or author record: who is on its other side is meant. */
  readonly id: string;
  readonly name: string;
  readonly stale: readonly TypedDocumentString<unknown, never>[];
}

/** Keeps somebody from inviting the visitor and writing to them. */
export function Block({ id, name, stale }: BlockProps) {
  const block = useAction(BlockAccountDocument, stale);
  return (
    <Confirm
      label="Block…"
      question={`Block ${name}?`}
      yes="Block"
      refused="Nobody was blocked"
      action={block}
      act={(done) => block.mutate({ id }, { onSuccess: done })}
    >
      <p>They can neither invite you nor write to you, and are not told. You can unblock them in your settings.</p>
    </Confirm>
  );
}
