import { useState } from "react";

import own from "../../account/own-page.module.css";
import { usePages } from "../../api/usePages";
import { AuditLogDocument, type AuditKind, type AuditLogQuery } from "../../gql/graphql";
import { Select } from "../../parts/Select";
import { When } from "../../parts/When";
import styles from "./moderation.module.css";
import { Queue } from "./Queue";

const KINDS: readonly AuditKind[] = [
  "CLAIM_CHANGED",
  "CLAIM_EVIDENCE_ADDED",
  "RESEARCHERS_MERGED",
  "RESEARCHER_SPLIT",
  "DECISION_UNDONE",
  "REPORTED",
  "REPORT_CLOSED",
  "ACCOUNT_SUSPENDED",
  "SUSPENSION_ENDED",
  "INVITATION_SENT",
  "ACCOUNT_BLOCKED",
  "ACCOUNT_CREATED",
  "ACCOUNT_DELETED",
  "ROLE_GRANTED",
  "ROLE_REVOKED",
  "SIGNED_IN",
];
const eventsOf = ({ auditEvents }: AuditLogQuery) => auditEvents;
const words = (kind: AuditKind): string => `${kind.charAt(0)}${kind.slice(1).toLowerCase().replaceAll("_", " ")}`;

/** What people did, by ids; nothing of it is ever changed. */
export function AuditLog() {
  const [kind, choose] = useState("");
  const pages = usePages(AuditLogDocument, { filter: kind === "" ? null : { kinds: [kind as AuditKind] } }, { pageOf: eventsOf });
  return (
    <>
      <div className={own.choices}>
        <Select label="What" all="Everything" value={kind} choose={choose} options={KINDS.map((value) => ({ value, label: words(value) }))} />
      </div>
      <Queue noun="event" pages={pages} none="Nothing of this kind has happened">
        {(events) => (
          <div className={styles.scroll} tabIndex={0} role="region" aria-label="Audit log">
            <table className={styles.log}>
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">What</th>
                  <th scope="col">By</th>
                  <th scope="col">About</th>
                </tr>
              </thead>
              <tbody>
                {events.map(({ id, at, kind: what, by, about, details }) => (
                  <tr key={id}>
                    <td>
                      <When at={at} precise />
                    </td>
                    <td>
                      {words(what)}
                      {details.map(({ name, value }) => (
                        <span key={name} className="quiet">
                          {" "}
                          {name} {value}
                        </span>
                      ))}
                    </td>
                    <td>
                      <code>{by}</code>
                    </td>
                    <td>{about !== null && <code>{about}</code>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Queue>
    </>
  );
}
