import { type FormEvent, useState } from "react";

import own from "../../account/own-page.module.css";
import { Refusal } from "../../account/Refusal";
import { useDraft } from "../../account/useDraft";
import { useAction } from "../../api/useAction";
import { ConversationsDocument, MessagesDocument, SendMessageDocument } from "../../gql/graphql";
import { Button } from "../../parts/Button";
import { TextArea } from "../../parts/TextArea";

const MOST = 5_000;

/** Where a message is written. It stays in the field until the server has it. */
export function Write({ to }: { to: string }) {
  const [text, write, forget] = useDraft(`message ${to}`);
  // The same message, sent again after a lost answer, is no second one.
  const [clientId, renew] = useState(() => crypto.randomUUID());
  const send = useAction(SendMessageDocument, [MessagesDocument, ConversationsDocument]);
  const submit = () =>
    send.mutate(
      { conversation: to, text, clientId },
      {
        onSuccess: () => {
          forget();
          write("");
          renew(crypto.randomUUID());
        },
      },
    );
  const isEmpty = text.trim() === "";
  return (
    <form
      className={own.form}
      aria-label="A new message"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextArea
        label="Your message"
        hint="Ctrl and Enter sends it."
        rows={3}
        most={MOST}
        value={text}
        write={write}
        readOnly={send.isPending}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !isEmpty && !send.isPending) {
            event.preventDefault();
            submit();
          }
        }}
      />
      <Button strong type="submit" disabled={send.isPending || isEmpty}>
        {send.isPending ? "Sending…" : "Send"}
      </Button>
      {send.error !== null && <Refusal what="The message was not sent" failure={send.error} />}
    </form>
  );
}
