import { type FormEvent, useState } from "react";
import { useNavigate, useParams } from "react-router";

import { OwnPage } from "../../account/OwnPage";
import own from "../../account/own-page.module.css";
import { Refusal } from "../../account/Refusal";
import { useDraft } from "../../account/useDraft";
import { useAction } from "../../api/useAction";
import { useOperation } from "../../api/useOperation";
import { ReportableDocument, type ReportableQuery, ReportDocument, type ReportReason } from "../../gql/graphql";
import { Button } from "../../parts/Button";
import { FailureNotice, Notice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";
import { TextArea } from "../../parts/TextArea";

const MOST = 2_000;
const REASONS: readonly (readonly [ReportReason, string])[] = [
  ["SPAM", "It is spam or advertising"],
  ["HARASSMENT", "It threatens or harasses"],
  ["IMPERSONATION", "Somebody pretends to be somebody else"],
  ["WRONG_DATA", "The data is wrong"],
  ["OTHER", "Something else"],
];

/** Tells the moderators of something that should not be here; the address says of what. */
export function ReportPage() {
  return (
    <OwnPage title="Report to the moderators" what="what you can report">
      {() => <Contents />}
    </OwnPage>
  );
}

function Contents() {
  const { id = "" } = useParams();
  const { data, error, refetch } = useOperation(ReportableDocument, { id });
  if (error !== null) {
    return <FailureNotice what="What you want to report" failure={error} retry={refetch} />;
  }
  if (data === undefined) {
    return <Skeleton height="20rem" />;
  }
  const { node } = data.data;
  return node === null ? (
    <Notice tone="quiet" title="There is nothing here that you could report">
      It may be gone, or belong to another account.
    </Notice>
  ) : (
    <Form id={id} what={nameOf(node)} />
  );
}

function Form({ id, what }: { id: string; what: string }) {
  const navigate = useNavigate();
  const [text, write, forget] = useDraft(`report ${id}`);
  const [reason, choose] = useState<ReportReason | null>(null);
  const report = useAction(ReportDocument);
  if (report.isSuccess) {
    return (
      <Notice tone="quiet" title="The moderators are told">
        <p>Thank you. They look at it as soon as they can; nobody else is told that you have reported it.</p>
        <p>
          <Button onClick={() => void navigate(-1)}>Back to where you were</Button>
        </p>
      </Notice>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason !== null) {
      report.mutate({ input: { about: id, reason, text: text.trim() === "" ? null : text } }, { onSuccess: forget });
    }
  };
  return (
    <section className={own.card} aria-label="The report">
      <p dir="auto">
        About: <b>{what}</b>
      </p>
      <form className={own.form} onSubmit={submit}>
        <fieldset>
          <legend>What is wrong</legend>
          {REASONS.map(([value, words]) => (
            <label key={value} className={own.check}>
              <input type="radio" name="reason" required checked={value === reason} onChange={() => choose(value)} />
              {words}
            </label>
          ))}
        </fieldset>
        <TextArea label="What the moderators should know (you can leave it out)" most={MOST} value={text} write={write} />
        <Button strong type="submit" disabled={report.isPending}>
          {report.isPending ? "Sending…" : "Send the report"}
        </Button>
      </form>
      {report.error !== null && <Refusal what="The report was not sent" failure={report.error} />}
    </section>
  );
}

function nameOf(node: NonNullable<ReportableQuery["node"]>): string {
  switch (node.__typename) {
    case "Researcher":
      return `the author record of ${node.name}`;
    case "Work":
      return `the work “${node.title}”`;
    case "Invitation":
      return `the invitation by ${node.sender?.name ?? "somebody"}`;
    case "Conversation":
      return `the conversation with ${node.other?.name ?? "somebody"}`;
    case "Message":
      return `the message “${node.text.length > 80 ? `${node.text.slice(0, 80)}…` : node.text}”`;
    default:
      return `this ${node.__typename.toLowerCase()}`;
  }
}
