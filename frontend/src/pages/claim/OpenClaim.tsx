import own from "../../account/own-page.module.css";
import { useAction } from "../../api/useAction";
import { EvidenceList } from "../../claims/EvidenceList";
import { APPROVES, STATES } from "../../claims/words";
import { pathOf } from "../../entities/kinds";
import { ClaimPageDocument, ClaimsDocument, type ClaimState, type OwnClaimFragment, ProfileDocument, WithdrawClaimDocument } from "../../gql/graphql";
import { ButtonLink } from "../../parts/Button";
import { Confirm } from "../../parts/Confirm";
import { Meter } from "../../parts/Meter";
import { When } from "../../parts/When";
import { AddEvidence } from "./AddEvidence";
import type { Claimant, ClaimedRecord } from "./ClaimPage";
import styles from "./claim.module.css";

const NEXT: Partial<Record<ClaimState, string>> = {
  PENDING: "Add what proves that it is you: the more there is, the sooner it is decided.",
  NEEDS_EVIDENCE: "A moderator asks for more. Your claim goes back to them with what you add.",
  DISPUTED: "Somebody else claims this record too, and a moderator decides. What you add counts.",
  APPROVED: "This record is yours. You can invite others to collaborate, and vouch for those you wrote with.",
};

interface OpenClaimProps {
  readonly claim: OwnClaimFragment;
  readonly record: ClaimedRecord;
  readonly viewer: Claimant;
}

/** How far the viewer's claim is, what speaks for it, what can be added, and its end. */
export function OpenClaim({ claim, record, viewer }: OpenClaimProps) {
  const weight = claim.weight ?? 0;
  const { name, tone } = STATES[claim.state];
  return (
    <>
      <section className={own.card} aria-labelledby="claim">
        <h2 id="claim" className={own.heading}>
          Your claim
          <span className={own.badge} data-tone={tone}>
            {name}
          </span>
        </h2>
        <p role="status">{NEXT[claim.state]}</p>
        {claim.reason !== null && (
          <div>
            <p className="quiet">A moderator says:</p>
            <p className={own.said} dir="auto">
              {claim.reason}
            </p>
          </div>
        )}
        <div className={styles.weight}>
          <p>
            <b>Evidence: {weight}</b>
            <span className="quiet">{weight >= APPROVES ? "enough to approve it" : `${APPROVES - weight} to go, or a moderator’s look`}</span>
          </p>
          <Meter value={Math.min(weight, APPROVES)} max={APPROVES} label="Evidence" />
        </div>
        <EvidenceList evidence={claim.evidence} />
        {claim.note !== null && (
          <div>
            <p className="quiet">Your note:</p>
            <p className={own.said} dir="auto">
              {claim.note}
            </p>
          </div>
        )}
        <p className="quiet">
          Claimed <When at={claim.createdAt} />, last changed <When at={claim.changedAt} precise />.
        </p>
        <div className={own.choices}>
          {claim.state === "APPROVED" && (
            <ButtonLink small strong to={pathOf("RESEARCHER", record.slug)}>
              See your profile
            </ButtonLink>
          )}
          <Withdraw claim={claim} name={record.name} />
        </div>
      </section>
      <AddEvidence claim={claim} record={record} viewer={viewer} />
    </>
  );
}

function Withdraw({ claim: { id, holdsRecord }, name }: { claim: OwnClaimFragment; name: string }) {
  const withdraw = useAction(WithdrawClaimDocument, [ClaimPageDocument, ClaimsDocument, ProfileDocument]);
  return (
    <Confirm
      label={holdsRecord ? "Give up the record…" : "Withdraw the claim…"}
      question={holdsRecord ? `Give up the record of ${name}?` : `Withdraw your claim of ${name}?`}
      yes={holdsRecord ? "Give it up" : "Withdraw it"}
      no="Keep it"
      refused="It was not withdrawn"
      action={withdraw}
      act={(done) => withdraw.mutate({ id }, { onSuccess: done })}
    >
      <p>
        {holdsRecord
          ? "You can no longer invite or write in its name; what follows from it ends. You can claim it again."
          : "Its evidence no longer counts. You can claim the record again."}
      </p>
    </Confirm>
  );
}
