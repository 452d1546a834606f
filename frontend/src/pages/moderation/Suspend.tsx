import { useState } from "react";

import { useAction } from "../../api/useAction";
import { AuditLogDocument, SuspendAccountDocument } from "../../gql/graphql";
import { Confirm } from "../../parts/Confirm";
import { Select } from "../../parts/Select";
import { When } from "../../parts/When";

const STALE = [AuditLogDocument];
const NONE = "0";
const DAYS = [
  { value: "1", label: "1 day" },
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "A year" },
  { value: NONE, label: "Not any more: end it" },
];

/** Keeps whom an upheld report is about from reaching others for a time, or ends that. */
export function Suspend({ report, name }: { report: string; name: string }) {
  const [days, choose] = useState("7");
  const suspend = useAction(SuspendAccountDocument, STALE);
  const outcome = suspend.data?.suspendAccount;
  return (
    <>
      <Confirm
        label="Suspend…"
        question={`Suspend the account of ${name}?`}
        yes={days === NONE ? "End the suspension" : "Suspend it"}
        refused="Nothing was changed"
        action={suspend}
        act={(done) => suspend.mutate({ report, days: Number(days) }, { onSuccess: done })}
      >
        <p>Until that is over they can neither invite, accept, write, report, claim, vouch nor edit. They are told until when.</p>
        <Select label="From now on, for" value={days} choose={choose} options={DAYS} />
      </Confirm>
      <span role="status">
        {outcome?.__typename === "AccountSuspended" &&
          (outcome.until === null ? (
            "Not suspended any more"
          ) : (
            <>
              Suspended until <When at={outcome.until} precise />
            </>
          ))}
      </span>
    </>
  );
}
