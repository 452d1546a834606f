import { OutsideLink } from "../parts/OutsideLink";
import { When } from "../parts/When";
import type { OwnClaimFragment } from "../gql/graphql";
import own from "../account/own-page.module.css";
import { EVIDENCE } from "./words";

/** What speaks for a claim, piece by piece, with what each counts. */
export function EvidenceList({ evidence }: { evidence: OwnClaimFragment["evidence"] }) {
  if (evidence.length === 0) {
    return <p className="quiet">No evidence yet.</p>;
  }
  return (
    <ul className={own.list}>
      {evidence.map(({ kind, holds, weight, addedAt, orcid, email, text, url }) => (
        <li key={`${kind} ${addedAt} ${email ?? ""} ${text ?? ""}`}>
          <div>
            <p className={own.heading}>
              <b>{EVIDENCE[kind]}</b>
              {(orcid ?? email) !== null && <span dir="auto">{orcid ?? email}</span>}
              <span className="quiet">
                <When at={addedAt} />
              </span>
            </p>
            {text !== null && (
              <p className={own.said} dir="auto">
                {text}
              </p>
            )}
            {url !== null && <OutsideLink to={url}>{url}</OutsideLink>}
          </div>
          <span className={own.badge} data-tone={weight > 0 ? "good" : holds ? "quiet" : "bad"}>
            {holds ? (weight > 0 ? `counts ${weight}` : "is read") : "does not hold"}
          </span>
        </li>
      ))}
    </ul>
  );
}
