import { useState } from "react";
import { Link } from "react-router";

import own from "../../account/own-page.module.css";
import { Refusal } from "../../account/Refusal";
import { useDraft } from "../../account/useDraft";
import { useAction } from "../../api/useAction";
import { usePages } from "../../api/usePages";
import { EvidenceList } from "../../claims/EvidenceList";
import { APPROVES, STATES } from "../../claims/words";
import { counted, pathOf } from "../../entities/kinds";
import { type ClaimState, ModerationClaimsDocument, type ModerationClaimsQuery, type ReviewDecision, ReviewClaimDocument, RevokeClaimDocument } from "../../gql/graphql";
import { Button } from "../../parts/Button";
import { Select } from "../../parts/Select";
import { TextArea } from "../../parts/TextArea";
import { When } from "../../parts/When";
import { Queue } from "./Queue";

type Claim = NonNullable<ModerationClaimsQuery["claims"]>["nodes"][number];

const STALE = [ModerationClaimsDocument];
const MOST = 1_000;
const OTHERS: readonly ClaimState[] = ["NEEDS_EVIDENCE", "APPROVED", "REJECTED", "REVOKED", "WITHDRAWN"];
const claimsOf = ({ claims }: ModerationClaimsQuery) => claims;

/** Claims that wait for a decision; others by their state. */
export function Claims() {
  const [state, choose] = useState("");
  const pages = usePages(ModerationClaimsDocument, { states: state === "" ? null : [state as ClaimState] }, { pageOf: claimsOf });
  return (
    <>
      <div className={own.choices}>
        <Select
          label="State"
          all="Wait for a decision"
          value={state}
          choose={choose}
          options={OTHERS.map((value) => ({ value, label: STATES[value].name }))}
        />
      </div>
      <Queue noun="claim" pages={pages} none={state === "" ? "No claim waits for a decision" : "No claim is in this state"}>
        {(claims) => claims.map((claim) => <One key={claim.id} claim={claim} />)}
      </Queue>
    </>
  );
}

function One({ claim }: { claim: Claim }) {
  const { id, state, note, reason, weight, createdAt, claimant, researcher, evidence } = claim;
  return (
    <article className={own.card} aria-labelledby={id}>
      <h2 id={id} className={own.heading}>
        {researcher === null ? (
          "A record that is gone"
        ) : (
          <Link to={pathOf("RESEARCHER", researcher.slug)} dir="auto">
            {researcher.name}
          </Link>
        )}
        <span className={own.badge} data-tone={STATES[state].tone}>
          {STATES[state].name}
        </span>
      </h2>
      <p className={own.small}>
        Claimed <When at={createdAt} /> by <b dir="auto">{claimant.name ?? "somebody who gives no name"}</b>
        {claimant.orcid !== null && `, ORCID ${claimant.orcid}`}; evidence {weight ?? 0} of {APPROVES}.
        {researcher !== null && (
          <span className="quiet">
            {" "}
            The record: {counted(researcher.worksCount, "work")}, {researcher.orcid === null ? "no ORCID iD" : `ORCID ${researcher.orcid}`}.
          </span>
        )}
      </p>
      {note !== null && (
        <p className={own.said} dir="auto">
          {note}
        </p>
      )}
      <EvidenceList evidence={evidence} />
      {reason !== null && (
        <p className="quiet" dir="auto">
          Said before: {reason}
        </p>
      )}
      <Decide claim={claim} />
    </article>
  );
}

const DECISIONS: readonly (readonly [ReviewDecision, string])[] = [
  ["APPROVE", "Approve"],
  ["REQUEST_EVIDENCE", "Ask for evidence"],
  ["REJECT", "Reject"],
];

function Decide({ claim: { id, state, researcher } }: { claim: Claim }) {
  const [reason, write, forget] = useDraft(`review ${id}`);
  const review = useAction(ReviewClaimDocument, STALE);
  const revoke = useAction(RevokeClaimDocument, STALE);
  const given = reason.trim() === "" ? null : reason;
  const busy = review.isPending || revoke.isPending;
  const failure = review.error ?? revoke.error;
  // What is decided leaves the list: callbacks of `mutate` would not be called.
  const decide = (decision: ReviewDecision) => void review.mutateAsync({ id, decision, reason: given }).then(forget, () => undefined);
  const isApproved = state === "APPROVED";
  if (!isApproved && state !== "PENDING" && state !== "NEEDS_EVIDENCE" && state !== "DISPUTED") {
    return null;
  }
  return (
    <div className={own.form} role="group" aria-label={`Decide on the claim of ${researcher?.name ?? "a record"}`}>
      <TextArea label="Reason, which the claimant reads" rows={2} most={MOST} value={reason} write={write} />
      <div className={own.choices}>
        {isApproved ? (
          <>
            <Button small disabled={busy} onClick={() => decide("CONFIRM_AFFILIATION")}>
              The organisation confirms it
            </Button>
            <Button small disabled={busy} onClick={() => void revoke.mutateAsync({ id, reason: given }).then(forget, () => undefined)}>
              Revoke
            </Button>
          </>
        ) : (
          DECISIONS.filter(([decision]) => decision !== "REQUEST_EVIDENCE" || state === "PENDING").map(([decision, words]) => (
            <Button key={decision} small strong={decision === "APPROVE"} disabled={busy} onClick={() => decide(decision)}>
              {words}
            </Button>
          ))
        )}
      </div>
      {failure !== null && <Refusal what="Nothing was decided" failure={failure} />}
    </div>
  );
}
