import type { ClaimState, EvidenceKind } from "../gql/graphql";

interface StateWords {
  readonly name: string;
  readonly tone: "good" | "warn" | "bad" | "quiet";
}

/** The states of a claim, as its claimant and moderators read them. */
export const STATES: Readonly<Record<ClaimState, StateWords>> = {
  UNCLAIMED: { name: "Not claimed", tone: "quiet" },
  PENDING: { name: "Under review", tone: "warn" },
  NEEDS_EVIDENCE: { name: "Needs evidence", tone: "warn" },
  APPROVED: { name: "Approved", tone: "good" },
  REJECTED: { name: "Rejected", tone: "bad" },
  REVOKED: { name: "Revoked", tone: "bad" },
  DISPUTED: { name: "Disputed", tone: "warn" },
  WITHDRAWN: { name: "Withdrawn", tone: "quiet" },
};

const OPEN: ReadonlySet<ClaimState> = new Set(["PENDING", "NEEDS_EVIDENCE", "DISPUTED", "APPROVED"]);

/** Whether a claim has not ended. */
export const isOpen = (state: ClaimState): boolean => OPEN.has(state);

export const EVIDENCE: Readonly<Record<EvidenceKind, string>> = {
  ORCID: "ORCID iD",
  INSTITUTIONAL_EMAIL: "Institutional e-mail",
  COAUTHOR_VOUCH: "A co-author’s word",
  STATEMENT: "Statement",
  MODERATOR_LOOK: "A moderator has looked",
  ORGANISATION: "Confirmed by the organisation",
};

/** The weight from which on evidence approves a claim by itself. */
export const APPROVES = 100;

interface ClaimsOfRecord<Claim> {
  readonly open: Claim | undefined;
  /** The last one that has ended. */
  readonly ended: Claim | undefined;
}

/** Of the viewer's claims, those of one record: a record was perhaps claimed several times, and is claimed once. */
export function claimsOf<Claim extends { readonly state: ClaimState; readonly changedAt: string; readonly researcher: { readonly id: string } | null }>(
  claims: readonly Claim[],
  record: string,
): ClaimsOfRecord<Claim> {
  const those = claims.filter(({ researcher }) => researcher?.id === record);
  const ended = those.filter(({ state }) => !isOpen(state)).sort((a, b) => Date.parse(b.changedAt) - Date.parse(a.changedAt));
  return { open: those.find(({ state }) => isOpen(state)), ended: ended[0] };
}
