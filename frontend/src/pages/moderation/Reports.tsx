import { useState } from "react";
import { Link } from "react-router";

import own from "../../account/own-page.module.css";
import { Refusal } from "../../account/Refusal";
import { digestOf } from "../../api/ask";
import { cache } from "../../api/cache";
import { useAction } from "../../api/useAction";
import { usePages } from "../../api/usePages";
import { EntityLink } from "../../entities/EntityLink";
import { pathOf } from "../../entities/kinds";
import { CloseReportDocument, type EntityKind, type ReportDecision, type ReportReason, ReportsDocument, type ReportsQuery } from "../../gql/graphql";
import { Button } from "../../parts/Button";
import { Confirm } from "../../parts/Confirm";
import { Select } from "../../parts/Select";
import { When } from "../../parts/When";
import { Queue } from "./Queue";
import { Suspend } from "./Suspend";

type Report = NonNullable<ReportsQuery["reports"]>["nodes"][number];

const REASONS: Readonly<Record<ReportReason, string>> = {
  SPAM: "Spam",
  HARASSMENT: "Harassment",
  IMPERSONATION: "Impersonation",
  WRONG_DATA: "Wrong data",
  OTHER: "Something else",
};
const reportsOf = ({ reports }: ReportsQuery) => reports;

/** What was reported and waits, or was closed. */
export function Reports() {
  const [state, choose] = useState("");
  const pages = usePages(ReportsDocument, { states: [state === "CLOSED" ? "CLOSED" : "OPEN"] }, { pageOf: reportsOf });
  return (
    <>
      <div className={own.choices}>
        <Select label="State" all="Open" value={state} choose={choose} options={[{ value: "CLOSED", label: "Closed" }]} />
      </div>
      <Queue noun="report" pages={pages} none={state === "" ? "No report waits" : "No report was closed"}>
        {(reports) => reports.map((report) => <One key={report.id} report={report} />)}
      </Queue>
    </>
  );
}

/** What ids begin with, and what it is that they name; entities have pages. */
const ABOUT: Readonly<Record<string, readonly [string, EntityKind?]>> = {
  r: ["an author record", "RESEARCHER"],
  w: ["a work", "WORK"],
  t: ["a topic", "TOPIC"],
  i: ["an institution", "INSTITUTION"],
  s: ["a source", "SOURCE"],
  inv: ["an invitation"],
  cnv: ["a conversation"],
  msg: ["a message"],
};

function About({ id }: { id: string }) {
  const [what, kind] = ABOUT[id.split("_")[0] ?? ""] ?? [id];
  return kind === undefined ? what : <EntityLink kind={kind} name={id}>{what}</EntityLink>;
}

function One({ report }: { report: Report }) {
  const { id, reason, text, quoted, aboutId, createdAt, against, reporter } = report;
  const close = useAction(CloseReportDocument);
  const outcome = close.data?.closeReport;
  const { state, decision } = outcome?.__typename === "ReportClosed" ? outcome.report : report;
  // What was just closed stays in sight, for what follows from it; the list is read anew where one comes back to it.
  const decide = (found: ReportDecision, done?: () => void) =>
    close.mutate(
      { id, decision: found },
      {
        onSuccess: () => {
          void cache.invalidateQueries({ queryKey: [digestOf(ReportsDocument)], refetchType: "none" });
          done?.();
        },
      },
    );
  return (
    <article className={own.card} aria-labelledby={id}>
      <h2 id={id} className={own.heading}>
        {REASONS[reason]}
        <span className={own.badge} data-tone={state === "OPEN" ? "warn" : "quiet"}>
          {state === "OPEN" ? "Open" : decision === "UPHELD" ? "Upheld" : "Dismissed"}
        </span>
      </h2>
      <p className={own.small}>
        <When at={createdAt} precise />, about <About id={aboutId} />
        {against !== null && (
          <>
            , against{" "}
            <Link to={pathOf("RESEARCHER", against.slug)} className={own.person} dir="auto">
              {against.name}
            </Link>
          </>
        )}
        , by{" "}
        {reporter === null ? (
          "somebody without a record"
        ) : (
          <Link to={pathOf("RESEARCHER", reporter.slug)} className={own.person} dir="auto">
            {reporter.name}
          </Link>
        )}
      </p>
      {text !== null && (
        <p className={own.said} dir="auto">
          {text}
        </p>
      )}
      {quoted !== null && (
        <div>
          <p className="quiet">What was reported said:</p>
          <p className={own.said} dir="auto">
            {quoted}
          </p>
        </div>
      )}
      {state === "OPEN" && (
        <div className={own.choices}>
          <Confirm
            label="Uphold…"
            question="Uphold this report?"
            yes="Uphold it"
            refused="The report was not closed"
            action={close}
            act={(done) => decide("UPHELD", done)}
          >
            <p>What a message or an invitation said is deleted, and a conversation is closed, for good. Who reported it and whose it is are told.</p>
          </Confirm>
          <Button small disabled={close.isPending} onClick={() => decide("DISMISSED")}>
            Dismiss
          </Button>
        </div>
      )}
      {/* Of what nobody has claimed or written there is nobody to suspend. */}
      {decision === "UPHELD" && (against !== null || quoted !== null) && (
        <div className={own.choices}>
          <Suspend report={id} name={against?.name ?? "the one who wrote it"} />
        </div>
      )}
      {close.error !== null && close.variables.decision === "DISMISSED" && <Refusal what="The report was not closed" failure={close.error} />}
    </article>
  );
}
