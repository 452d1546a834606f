/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What an access token allows: to read what is the person's own; to change things; to act as a moderator, if the person is one. What all may see needs no scope. */
export type AccessScope =
  | 'MODERATE'
  | 'READ'
  | 'WRITE';

/** What an account may do beyond its own things: nothing, or decide what moderators decide. */
export type AccountRole =
  | 'MODERATOR'
  | 'READER';

/** Where the owner of an author record works. */
export type AffiliationInput = {
  /** Global id of the institution. */
  institution: string;
  /** First year there, from 1900 on. */
  since?: number | null | undefined;
};

/** What is known of an affiliation, and from whom: nothing was imported; sources say it; the owner of the record says it; or it is confirmed, by an organisation, by two verified co-authors, or by the owner's proven address at a domain of the institution. */
export type AffiliationState =
  | 'CLAIMED'
  | 'IMPORTED'
  | 'NOT_IMPORTED'
  | 'VALIDATED';

/** Which events a moderator wants to see. */
export type AuditFilter = {
  /** About what has this id. */
  about?: string | null | undefined;
  /** Of this account, or of `operator` or `site`. */
  by?: string | null | undefined;
  /** Of any of these kinds. */
  kinds?: Array<AuditKind> | null | undefined;
};

/** What was done. */
export type AuditKind =
  | 'ACCESS_TOKEN_CREATED'
  | 'ACCESS_TOKEN_REVOKED'
  | 'ACCOUNT_BLOCKED'
  | 'ACCOUNT_CREATED'
  | 'ACCOUNT_DELETED'
  | 'ACCOUNT_SUSPENDED'
  | 'ACCOUNT_UNBLOCKED'
  | 'ACCOUNT_UPDATED'
  | 'CLAIM_CHANGED'
  | 'CLAIM_EVIDENCE_ADDED'
  | 'DECISION_UNDONE'
  | 'INVITATION_ACCEPTED'
  | 'INVITATION_DECLINED'
  | 'INVITATION_DRAFTED'
  | 'INVITATION_SENT'
  | 'INVITATION_WITHDRAWN'
  | 'MESSAGE_SENT'
  | 'ORCID_PROVEN'
  | 'OWNER_EDIT_UNDONE'
  | 'PROPOSAL_DECIDED'
  | 'REPORTED'
  | 'REPORT_CLOSED'
  | 'RESEARCHERS_MERGED'
  | 'RESEARCHER_SPLIT'
  | 'RESEARCHER_UPDATED'
  | 'ROLE_GRANTED'
  | 'ROLE_REVOKED'
  | 'SESSION_REVOKED'
  | 'SIGNED_IN'
  | 'SIGNED_OUT'
  | 'SUSPENSION_ENDED'
  | 'WORK_DISOWNED'
  | 'WORK_PROPOSED';

/** A style of citation: an entry of BibTeX, a reference in RIS, an item of CSL-JSON, a line as the 7th edition of the APA's manual has it, a description in JSON-LD with the vocabulary of schema.org. */
export type CitationFormat =
  | 'APA'
  | 'BIBTEX'
  | 'CSL_JSON'
  | 'JSON_LD'
  | 'RIS';

/** Evidence to add to a claim. */
export type ClaimEvidenceInput = {
  /** With INSTITUTIONAL_EMAIL: another address than the account's. A letter with a link goes there, and the address counts once that is used. */
  email?: string | null | undefined;
  /** What it is. */
  kind: GivenEvidence;
  /** With STATEMENT: what moderators should know, in 2,000 characters at most. */
  text?: string | null | undefined;
  /** With STATEMENT: where it can be checked, such as a page of the institution. */
  url?: string | null | undefined;
};

/** How far the claim of an author record has come. A record is UNCLAIMED where no claim is open; a claim never is. */
export type ClaimState =
  | 'APPROVED'
  | 'DISPUTED'
  | 'NEEDS_EVIDENCE'
  | 'PENDING'
  | 'REJECTED'
  | 'REVOKED'
  | 'UNCLAIMED'
  | 'WITHDRAWN';

/** An access token to make. */
export type CreateAccessTokenInput = {
  /** Chosen by the client: the same one makes no second token when the first answer was lost. */
  clientId?: string | null | undefined;
  /** Days for which it holds, 1 to 366. */
  expiresInDays?: number;
  /** What it is for, in 100 characters at most. */
  name: string;
  /** What it allows, one scope at least. */
  scopes: Array<AccessScope>;
};

/** A kind of edge: who wrote what, what cites what, what is about what, who is affiliated where, what was published where, who wrote together, which topic is broader, which institution is part of which. */
export type EdgeKind =
  | 'ABOUT'
  | 'AFFILIATED_WITH'
  | 'AUTHORED'
  | 'BROADER'
  | 'CITES'
  | 'COLLABORATED_WITH'
  | 'PART_OF'
  | 'PUBLISHED_IN';

/** How often somebody gets a letter about what they have not read: once a day at most, or never. */
export type EmailDigest =
  | 'DAILY'
  | 'NEVER';

/** A kind of entity. */
export type EntityKind =
  | 'INSTITUTION'
  | 'RESEARCHER'
  | 'SOURCE'
  | 'TOPIC'
  | 'WORK';

/** What speaks for a claim: an ORCID iD that the claimant has signed in with and a source names for the record; an address at a domain of an affiliated institution; a verified co-author who vouches; a statement with a link, for moderators; a moderator's look; an organisation's word on the affiliation, as a moderator has it. */
export type EvidenceKind =
  | 'COAUTHOR_VOUCH'
  | 'INSTITUTIONAL_EMAIL'
  | 'MODERATOR_LOOK'
  | 'ORCID'
  | 'ORGANISATION'
  | 'STATEMENT';

/** What a claimant adds: what the account has proven of itself, an address, or words. */
export type GivenEvidence =
  | 'INSTITUTIONAL_EMAIL'
  | 'ORCID'
  | 'STATEMENT';

/** Where a node of a view has its place. */
export type GraphPinInput = {
  /** Id of the node. */
  id: string;
  /** To the right; a million at most, kept to two decimals. */
  x: number;
  /** Downwards, likewise. */
  y: number;
};

/** A research graph to save: the arguments of `researchGraph`, and how it is laid out. */
export type GraphViewInput = {
  /** Steps from the seeds, 1 to 3. */
  depth?: number;
  /** 2,000 characters at most. */
  description?: string | null | undefined;
  /** Kinds of edge to follow and show; all if null. */
  edges?: Array<EdgeKind> | null | undefined;
  /** Ids of entities to leave out, 1,000 at most. */
  exclude?: Array<string> | null | undefined;
  /** Kinds of node that may stand beside the seeds; all if null. */
  kinds?: Array<EntityKind> | null | undefined;
  /** What a page calls the way in which it lays the graph out; 40 characters at most. */
  layout?: string | null | undefined;
  /** What to call it; 200 characters at most. */
  name?: string | null | undefined;
  /** Neighbours kept for each node and kind of edge, the heaviest, 1 to 50. */
  perKind?: number;
  /** Nodes that have a place, 1,000 at most; the last place of a node counts. */
  pins?: Array<GraphPinInput> | null | undefined;
  /** Global ids, 1 to 100, old or current. */
  seeds: Array<string>;
  /** Keep only works of these years; all if null. */
  years?: YearRange | null | undefined;
};

/** A name of an institution: exactly one. */
export type InstitutionLookup =
  {   /** Global id, current or old. */
  id: string; ror?: never; slug?: never; }
  |  { id?: never;   /** ROR id, bare or as an address. */
  ror: string; slug?: never; }
  |  { id?: never; ror?: never;   /** Slug, current or old. */
  slug: string; };

/** How an invitation stands: it is a draft, which nobody but its writer sees; it waits for its answer; it was accepted, or declined; nobody answered in time; or who sent it took it back. The last four are final. */
export type InvitationState =
  | 'ACCEPTED'
  | 'DECLINED'
  | 'DRAFT'
  | 'EXPIRED'
  | 'SENT'
  | 'WITHDRAWN';

/** How two people's names agree. `SAME`: the same name but for case, diacritics and middle initials, with a given name written out. `SAME_INITIALS`: the same, of initials or a single word. `VARIANT`: a spelling that works print of the one is one that they print of the other. `INITIALS`: the same family name, and a given name of which the other's may be the initial. */
export type NameMatch =
  | 'INITIALS'
  | 'SAME'
  | 'SAME_INITIALS'
  | 'VARIANT';

/** What has happened: something that is followed has new works; an invitation has come, or was accepted or declined; a message has come; a claim was decided; an edit of the viewer's was decided on, or undone by a moderator; a report of the viewer's was decided on; a report of something of the viewer's was upheld; the account was suspended. */
export type NotificationKind =
  | 'ACCOUNT_SUSPENDED'
  | 'CLAIM_DECIDED'
  | 'EDIT_DECIDED'
  | 'INVITATION_ACCEPTED'
  | 'INVITATION_DECLINED'
  | 'INVITATION_RECEIVED'
  | 'MESSAGE_RECEIVED'
  | 'NEW_WORKS'
  | 'REPORT_DECIDED'
  | 'REPORT_UPHELD';

/** Who says that a researcher is open to collaborate. */
export type OpennessSource =
  | 'DEFAULT'
  | 'OWNER';

/** Which end of a list comes first. */
export type OrderDirection =
  | 'ASC'
  | 'DESC';

/** What an edit is about: the name shown, the text about the person, what they are, where they work, whether they are open to collaborate; a work that is not theirs; a work that is missing. */
export type OwnerEditKind =
  | 'AFFILIATION'
  | 'BIO'
  | 'NAME'
  | 'OPEN_TO_COLLABORATE'
  | 'ROLE'
  | 'WORK_DISOWNED'
  | 'WORK_PROPOSED';

/** How an edit stands: a moderator has to agree first; it stands; a moderator did not agree; it was undone. What is said counts while the account that said it owns the record. */
export type OwnerEditState =
  | 'PROPOSED'
  | 'REJECTED'
  | 'STANDS'
  | 'UNDONE';

/** What a moderator found: the report was right, or it was not. */
export type ReportDecision =
  | 'DISMISSED'
  | 'UPHELD';

/** Something to report to the moderators. */
export type ReportInput = {
  /** Global id of what is wrong: an entity, or an invitation, conversation or message of the viewer's. */
  about: string;
  /** What is wrong with it. */
  reason: ReportReason;
  /** More about it, in 2,000 characters at most. */
  text?: string | null | undefined;
};

/** What is wrong: it is sent to many who do not want it; it harasses; somebody says to be somebody else; what the graph says is wrong; something else. */
export type ReportReason =
  | 'HARASSMENT'
  | 'IMPERSONATION'
  | 'OTHER'
  | 'SPAM'
  | 'WRONG_DATA';

/** How a report stands: it waits for a moderator, or one has closed it. */
export type ReportState =
  | 'CLOSED'
  | 'OPEN';

/** What the owner wants the record to say. What is left out stays; what is null is taken back, so that it says again what sources say. */
export type ResearcherInput = {
  /** Where the person works. */
  affiliation?: AffiliationInput | null | undefined;
  /** A text about the person, in 2,000 characters at most: plain text. */
  bio?: string | null | undefined;
  /** The name shown, in 100 characters at most; others become variants. */
  name?: string | null | undefined;
  /** Whether the person is open to collaborate. */
  openToCollaborate?: boolean | null | undefined;
  /** What the person is, in 100 characters at most. */
  role?: string | null | undefined;
};

/** A name of a researcher: exactly one. */
export type ResearcherLookup =
  {   /** DBLP person id or address. */
  dblp: string; id?: never; openAlex?: never; orcid?: never; semanticScholar?: never; slug?: never; }
  |  { dblp?: never;   /** Global id, current or old. */
  id: string; openAlex?: never; orcid?: never; semanticScholar?: never; slug?: never; }
  |  { dblp?: never; id?: never;   /** OpenAlex author id, bare or as an address. */
  openAlex: string; orcid?: never; semanticScholar?: never; slug?: never; }
  |  { dblp?: never; id?: never; openAlex?: never;   /** ORCID iD, bare or as an address. */
  orcid: string; semanticScholar?: never; slug?: never; }
  |  { dblp?: never; id?: never; openAlex?: never; orcid?: never;   /** Semantic Scholar author id. */
  semanticScholar: string; slug?: never; }
  |  { dblp?: never; id?: never; openAlex?: never; orcid?: never; semanticScholar?: never;   /** Slug, current or old. */
  slug: string; };

/** What a moderator decides: the claim is approved, against all others of the record; rejected; sent back for more evidence; or an organisation has confirmed where the person works. */
export type ReviewDecision =
  | 'APPROVE'
  | 'CONFIRM_AFFILIATION'
  | 'REJECT'
  | 'REQUEST_EVIDENCE';

/** An invitation to send, or to keep as a draft. */
export type SendInvitationInput = {
  /** Chosen by the client: the same one does nothing again when the first answer was lost. */
  clientId?: string | null | undefined;
  /** Keep it as a draft, which is changed by drafting again and sent by sending to the same person. */
  draft?: boolean;
  /** What to write, as plain text of 2,000 characters at most. */
  message?: string | null | undefined;
  /** Global id of the researcher to invite, old or current. */
  to: string;
};

/** How somebody signed in: by a link in an e-mail, or at ORCID. */
export type SignInMethod =
  | 'EMAIL'
  | 'ORCID';

/** A way in which works are alike: the same works cite them; they cite the same works; they have topics, or authors, in common. */
export type Similarity =
  | 'BIBLIOGRAPHIC_COUPLING'
  | 'CO_CITATION'
  | 'SHARED_AUTHORS'
  | 'SHARED_TOPICS';

/** A name of a source: exactly one. */
export type SourceLookup =
  {   /** Global id, current or old. */
  id: string; slug?: never; }
  |  { id?: never;   /** Slug, current or old. */
  slug: string; };

/** What was matched: the name of a person, topic, institution or source; the title, the abstract, the name of an author or the venue of a work. */
export type TextField =
  | 'ABSTRACT'
  | 'AUTHOR'
  | 'NAME'
  | 'TITLE'
  | 'VENUE';

/** A name of a topic: exactly one. */
export type TopicLookup =
  {   /** Global id, current or old. */
  id: string; slug?: never; }
  |  { id?: never;   /** Slug, current or old. */
  slug: string; };

/** What a score amounts to: from 0, 25, 50 and 75 points on. */
export type TrustBand =
  | 'EMERGING'
  | 'ESTABLISHED'
  | 'UNVERIFIED'
  | 'VERIFIED';

/** What points are given for. */
export type TrustComponentName =
  | 'AFFILIATION'
  | 'CLAIM'
  | 'CLOSE_COLLABORATORS'
  | 'INSTITUTIONAL_EMAIL'
  | 'ORCID'
  | 'SOURCES'
  | 'TOPICS'
  | 'WORKS';

/** What is to be changed of an account; what is left out stays as it is. */
export type UpdateAccountInput = {
  /** How often to be sent a letter about what has not been read. */
  emailDigest?: EmailDigest | null | undefined;
  /** All kinds of notifications that are not wanted; an empty list: all are wanted. */
  mutedNotifications?: Array<NotificationKind> | null | undefined;
  /** What the person is called on the site, in 100 characters at most; null for nothing in particular. */
  name?: string | null | undefined;
};

/** What works must be. Lists are alternatives, where not said otherwise. */
export type WorkFilter = {
  /** All of these authors: global ids, current or old. */
  allAuthors?: Array<string> | null | undefined;
  /** Authors' institutions on the work are in all of these countries: ISO 3166 alpha-2 codes. */
  allCountries?: Array<string> | null | undefined;
  /** All of these institutions, named for authors on the work: global ids, current or old. */
  allInstitutions?: Array<string> | null | undefined;
  /** All of these sources: global ids, current or old. */
  allSources?: Array<string> | null | undefined;
  /** All of these topics: global ids, current or old. */
  allTopics?: Array<string> | null | undefined;
  /** All of these filters hold. */
  and?: Array<WorkFilter> | null | undefined;
  /** Any of these authors: global ids, current or old. */
  authors?: Array<string> | null | undefined;
  /** An author's institution on the work is in any of these countries: ISO 3166 alpha-2 codes. */
  countries?: Array<string> | null | undefined;
  /** With an abstract, or without. */
  hasAbstract?: boolean | null | undefined;
  /** Any of these sources of imports, such as `acl` or `arxiv`. */
  importedFrom?: Array<string> | null | undefined;
  /** Any of these institutions, named for an author on the work: global ids, current or old. */
  institutions?: Array<string> | null | undefined;
  /** Free to read, or known not to be. */
  isOpenAccess?: boolean | null | undefined;
  /** Citations by works of the graph at least. */
  minCitations?: number | null | undefined;
  /** This filter does not hold. */
  not?: WorkFilter | null | undefined;
  /** At least one of these filters holds; none does if the list is empty. */
  or?: Array<WorkFilter> | null | undefined;
  /** Retracted or withdrawn, or not. */
  retracted?: boolean | null | undefined;
  /** Any of these sources: global ids, current or old. */
  sources?: Array<string> | null | undefined;
  /** Words that must all occur, in the language of `search`: "a phrase", prefix*, fuzzy~, field:word, -without, a OR b. In title, abstract or names of authors. */
  text?: string | null | undefined;
  /** Any of these topics: global ids, current or old. */
  topics?: Array<string> | null | undefined;
  /** Any of these types, as `Work.type` gives them. */
  types?: Array<string> | null | undefined;
  /** Years of publication; works without a year are of none. */
  year?: YearRange | null | undefined;
};

/** A name of a work: exactly one. */
export type WorkLookup =
  {   /** ACL Anthology id, bare or as an address. */
  acl: string; arxiv?: never; dblp?: never; doi?: never; id?: never; openAlex?: never; slug?: never; }
  |  { acl?: never;   /** arXiv id, with or without `arXiv:` and version, or an address. */
  arxiv: string; dblp?: never; doi?: never; id?: never; openAlex?: never; slug?: never; }
  |  { acl?: never; arxiv?: never;   /** DBLP key or address. */
  dblp: string; doi?: never; id?: never; openAlex?: never; slug?: never; }
  |  { acl?: never; arxiv?: never; dblp?: never;   /** DOI in any case, bare or as an address. */
  doi: string; id?: never; openAlex?: never; slug?: never; }
  |  { acl?: never; arxiv?: never; dblp?: never; doi?: never;   /** Global id, current or old. */
  id: string; openAlex?: never; slug?: never; }
  |  { acl?: never; arxiv?: never; dblp?: never; doi?: never; id?: never;   /** OpenAlex work id, bare or as an address. */
  openAlex: string; slug?: never; }
  |  { acl?: never; arxiv?: never; dblp?: never; doi?: never; id?: never; openAlex?: never;   /** Slug, current or old. */
  slug: string; };

/** An order of works. Works without a year count as of the year 0. */
export type WorkOrder = {
  /** Ascending or descending; ties ascend either way. */
  direction: OrderDirection;
  /** What to order by. */
  field: WorkOrderField;
};

/** What works can be ordered by. Ties go by title, by code point, then by id, both ascending. RELEVANCE goes with `text` in the filter: Lucene's score for the words, times 1 + 0.5 log10(1 + citationCount). */
export type WorkOrderField =
  | 'CITATIONS'
  | 'IMPORTED'
  | 'RELEVANCE'
  | 'TITLE'
  | 'YEAR';

/** Years from one to another, both included; a null bound is open. */
export type YearRange = {
  /** The first year. */
  gte?: number | null | undefined;
  /** The last year. */
  lte?: number | null | undefined;
};

export type FollowMutationVariables = Exact<{
  id: string;
}>;


export type FollowMutation = { follow:
    | { __typename: 'Followed' }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'OwnRecordError', code: string, message: string }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
    | { __typename: 'TooManyFollowsError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type UnfollowMutationVariables = Exact<{
  id: string;
}>;


export type UnfollowMutation = { unfollow:
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
    | { __typename: 'Unfollowed' }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type NewsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type NewsSubscription = { notifications: { id: string } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { wasSignedIn: boolean } | null };

export type UnreadQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadQuery = { viewer: { unreadMessagesCount: number | null, unreadNotificationsCount: number | null } | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, email: string | null, name: string | null, orcid: string | null, role: AccountRole, suspendedUntil: string | null } | null };

export type PeopleQueryVariables = Exact<{
  of: string;
  after?: string | null | undefined;
}>;


export type PeopleQuery = { node:
    | { researchers: { totalCount: number, nodes: Array<{ id: string, slug: string, name: string, worksCount: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null }
    | { researchers: { totalCount: number, nodes: Array<{ id: string, slug: string, name: string, worksCount: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null }
    | { researchers: { totalCount: number, nodes: Array<{ id: string, slug: string, name: string, worksCount: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null }
    | Record<PropertyKey, never>
   | null };

export type PeoplePageFragment = { totalCount: number, nodes: Array<{ id: string, slug: string, name: string, worksCount: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type WorkInListFragment = { id: string, slug: string, title: string, type: string, year: number | null, abstract: string | null, isOpenAccess: boolean | null, retracted: boolean, citationCount: number, authorsCount: number, source: { id: string, slug: string, name: string } | null, authorships: { nodes: Array<{ rawName: string, researcher: { id: string, slug: string, name: string } }> } | null };

export type FirstWorksFragment = { totalCount: number, byYear: Array<{ value: string, count: number }>, byType: Array<{ value: string, count: number }>, nodes: Array<{ id: string, slug: string, title: string, type: string, year: number | null, abstract: string | null, isOpenAccess: boolean | null, retracted: boolean, citationCount: number, authorsCount: number, source: { id: string, slug: string, name: string } | null, authorships: { nodes: Array<{ rawName: string, researcher: { id: string, slug: string, name: string } }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type WorksQueryVariables = Exact<{
  of: string;
  filter?: WorkFilter | null | undefined;
  orderBy?: WorkOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WorksQuery = { node:
    | { works: { totalCount: number, nodes: Array<{ id: string, slug: string, title: string, type: string, year: number | null, abstract: string | null, isOpenAccess: boolean | null, retracted: boolean, citationCount: number, authorsCount: number, source: { id: string, slug: string, name: string } | null, authorships: { nodes: Array<{ rawName: string, researcher: { id: string, slug: string, name: string } }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null }
    | { works: { totalCount: number, nodes: Array<{ id: string, slug: string, title: string, type: string, year: number | null, abstract: string | null, isOpenAccess: boolean | null, retracted: boolean, citationCount: number, authorsCount: number, source: { id: string, slug: string, name: string } | null, authorships: { nodes: Array<{ rawName: string, researcher: { id: string, slug: string, name: string } }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null }
    | { works: { totalCount: number, nodes: Array<{ id: string, slug: string, title: string, type: string, year: number | null, abstract: string | null, isOpenAccess: boolean | null, retracted: boolean, citationCount: number, authorsCount: number, source: { id: string, slug: string, name: string } | null, authorships: { nodes: Array<{ rawName: string, researcher: { id: string, slug: string, name: string } }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null }
    | { works: { totalCount: number, nodes: Array<{ id: string, slug: string, title: string, type: string, year: number | null, abstract: string | null, isOpenAccess: boolean | null, retracted: boolean, citationCount: number, authorsCount: number, source: { id: string, slug: string, name: string } | null, authorships: { nodes: Array<{ rawName: string, researcher: { id: string, slug: string, name: string } }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null }
    | Record<PropertyKey, never>
   | null };

export type WorkPageFragment = { totalCount: number, nodes: Array<{ id: string, slug: string, title: string, type: string, year: number | null, abstract: string | null, isOpenAccess: boolean | null, retracted: boolean, citationCount: number, authorsCount: number, source: { id: string, slug: string, name: string } | null, authorships: { nodes: Array<{ rawName: string, researcher: { id: string, slug: string, name: string } }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type SliceQueryVariables = Exact<{
  seeds: Array<string> | string;
  perKind: number;
}>;


export type SliceQuery = { researchGraph: { missing: Array<string>, nodes: Array<{ id: string, kind: EntityKind, label: string, subtitle: string | null, depth: number, degree: number, expandable: Array<{ edge: EdgeKind, remaining: number }> }>, edges: Array<{ id: string, source: string, target: string, kind: EdgeKind, weight: number }>, truncated: Array<{ node: string, edge: EdgeKind, shown: number, total: number, totalIsExact: boolean }> } | null };

export type ClaimPageQueryVariables = Exact<{
  by: ResearcherLookup;
}>;


export type ClaimPageQuery = { researcher: { id: string, slug: string, name: string, orcid: string | null, worksCount: number, claim: { state: ClaimState }, affiliation: { institution: { id: string, slug: string, name: string } | null }, viewerCan: { claim: { allowed: boolean, reason: string | null, nextStep: string | null } }, collaborators: { edges: Array<{ works: number, node: { id: string, slug: string, name: string, verification: { level: number } } }> } | null } | null, viewer: { id: string, email: string | null, orcid: string | null, claims: { nodes: Array<{ id: string, state: ClaimState, note: string | null, reason: string | null, weight: number | null, createdAt: string, changedAt: string, holdsRecord: boolean, evidence: Array<{ kind: EvidenceKind, holds: boolean, weight: number, addedAt: string, orcid: string | null, email: string | null, text: string | null, url: string | null }>, researcher: { id: string, slug: string, name: string } | null }> } | null } | null };

export type OwnClaimFragment = { id: string, state: ClaimState, note: string | null, reason: string | null, weight: number | null, createdAt: string, changedAt: string, holdsRecord: boolean, evidence: Array<{ kind: EvidenceKind, holds: boolean, weight: number, addedAt: string, orcid: string | null, email: string | null, text: string | null, url: string | null }>, researcher: { id: string, slug: string, name: string } | null };

export type ClaimResearcherMutationVariables = Exact<{
  id: string;
  note?: string | null | undefined;
}>;


export type ClaimResearcherMutation = { claimResearcher:
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidClaimInputError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'ResearcherClaimed' }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
    | { __typename: 'TooManyClaimsError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type AddClaimEvidenceMutationVariables = Exact<{
  claim: string;
  input: ClaimEvidenceInput;
}>;


export type AddClaimEvidenceMutation = { addClaimEvidence:
    | { __typename: 'ClaimEmailConfirmationSent', email: string }
    | { __typename: 'ClaimEvidenceAdded' }
    | { __typename: 'ClaimStateError', code: string, message: string }
    | { __typename: 'EvidenceRefusedError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidClaimInputError', code: string, message: string }
    | { __typename: 'InvalidEmailError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
    | { __typename: 'TooManyClaimsError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type WithdrawClaimMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawClaimMutation = { withdrawClaim:
    | { __typename: 'ClaimStateError', code: string, message: string }
    | { __typename: 'ClaimWithdrawn' }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type ClaimsQueryVariables = Exact<{ [key: string]: never; }>;


export type ClaimsQuery = { viewer: { id: string, records: Array<{ id: string, slug: string, name: string, worksCount: number, verification: { level: number, nextStep: string } }>, claims: { totalCount: number, nodes: Array<{ id: string, state: ClaimState, reason: string | null, weight: number | null, changedAt: string, researcher: { id: string, slug: string, name: string } | null }> } | null } | null };

export type ClaimsToVouchForQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ClaimsToVouchForQuery = { viewer: { id: string, claimsToVouchFor: { totalCount: number, nodes: Array<{ id: string, state: ClaimState, createdAt: string, claimant: { name: string | null, orcid: string | null }, researcher: { id: string, slug: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type VouchForClaimMutationVariables = Exact<{
  id: string;
}>;


export type VouchForClaimMutation = { vouchForClaim:
    | { __typename: 'ClaimStateError', code: string, message: string }
    | { __typename: 'ClaimVouchedFor' }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'NotCoauthorError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'OwnClaimError', code: string, message: string }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type InvitationsQueryVariables = Exact<{ [key: string]: never; }>;


export type InvitationsQuery = { viewer: { id: string, records: Array<{ id: string }>, receivedInvitations: { totalCount: number, nodes: Array<{ id: string, state: InvitationState, message: string | null, createdAt: string, sentAt: string | null, expiresAt: string | null, sender: { id: string, slug: string, name: string } | null, receiver: { id: string, slug: string, name: string } | null, introduction: Array<{ id: string, slug: string, name: string }> | null }> } | null, sentInvitations: { totalCount: number, nodes: Array<{ id: string, state: InvitationState, message: string | null, createdAt: string, sentAt: string | null, expiresAt: string | null, sender: { id: string, slug: string, name: string } | null, receiver: { id: string, slug: string, name: string } | null, introduction: Array<{ id: string, slug: string, name: string }> | null }> } | null } | null };

export type WaitingInvitationFragment = { id: string, state: InvitationState, message: string | null, createdAt: string, sentAt: string | null, expiresAt: string | null, sender: { id: string, slug: string, name: string } | null, receiver: { id: string, slug: string, name: string } | null, introduction: Array<{ id: string, slug: string, name: string }> | null };

export type ConversationsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ConversationsQuery = { viewer: { id: string, conversations: { totalCount: number, nodes: Array<{ id: string, lastAt: string, unreadCount: number, other: { id: string, slug: string, name: string } | null, messages: { nodes: Array<{ id: string, text: string, withheld: boolean, byViewer: boolean }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type ConversationQueryVariables = Exact<{
  id: string;
}>;


export type ConversationQuery = { node:
    | { __typename: 'AccessToken' }
    | { __typename: 'Account' }
    | { __typename: 'Claim' }
    | { __typename: 'Conversation', id: string, createdAt: string, unreadCount: number, other: { id: string, slug: string, name: string } | null, viewerCanWrite: { allowed: boolean, reason: string | null } }
    | { __typename: 'Institution' }
    | { __typename: 'Invitation' }
    | { __typename: 'Message' }
    | { __typename: 'Notification' }
    | { __typename: 'OwnerEdit' }
    | { __typename: 'Report' }
    | { __typename: 'Researcher' }
    | { __typename: 'Session' }
    | { __typename: 'Source' }
    | { __typename: 'Topic' }
    | { __typename: 'Work' }
   | null };

export type MessagesQueryVariables = Exact<{
  of: string;
  after?: string | null | undefined;
}>;


export type MessagesQuery = { node:
    | { messages: { totalCount: number, nodes: Array<{ id: string, text: string, withheld: boolean, sentAt: string, byViewer: boolean, sender: { name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null }
    | Record<PropertyKey, never>
   | null };

export type RespondToInvitationMutationVariables = Exact<{
  id: string;
  accept: boolean;
}>;


export type RespondToInvitationMutation = { respondToInvitation:
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvitationAnswered', invitation: { id: string, conversation: { id: string } | null } }
    | { __typename: 'InvitationClosedError', code: string, message: string }
    | { __typename: 'InvitationNotAllowedError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type WithdrawInvitationMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawInvitationMutation = { withdrawInvitation:
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvitationClosedError', code: string, message: string }
    | { __typename: 'InvitationWithdrawn' }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type SendMessageMutationVariables = Exact<{
  conversation: string;
  text: string;
  clientId: string;
}>;


export type SendMessageMutation = { sendMessage:
    | { __typename: 'ConversationClosedError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidTextError', code: string, message: string }
    | { __typename: 'MessageSent' }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type MarkReadMutationVariables = Exact<{
  id: string;
}>;


export type MarkReadMutation = { markRead:
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'MarkedRead' }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type BlockAccountMutationVariables = Exact<{
  id: string;
}>;


export type BlockAccountMutation = { blockAccount:
    | { __typename: 'AccountBlocked' }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'OneselfError', code: string, message: string }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
    | { __typename: 'TooManyError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type EditPageQueryVariables = Exact<{
  by: ResearcherLookup;
}>;


export type EditPageQuery = { researcher: { id: string, slug: string, name: string, role: string | null, bio: { text: string, isGenerated: boolean } | null, openToCollaborate: { value: boolean }, affiliation: { source: string | null, since: number | null, institution: { id: string, name: string } | null }, viewerCan: { edit: { allowed: boolean, reason: string | null, nextStep: string | null } }, works: { totalCount: number, nodes: Array<{ id: string, slug: string, title: string, year: number | null }> } | null } | null };

export type OwnerEditsQueryVariables = Exact<{
  researcher: string;
}>;


export type OwnerEditsQuery = { viewer: { ownerEdits: { nodes: Array<{ id: string, kind: OwnerEditKind, state: OwnerEditState, value: string | null, reason: string | null, createdAt: string, work: { slug: string, title: string } | null }> } | null } | null };

export type SuggestInstitutionsQueryVariables = Exact<{
  prefix: string;
}>;


export type SuggestInstitutionsQuery = { suggest: Array<{ id: string, label: string, subtitle: string | null }> | null };

export type UpdateResearcherMutationVariables = Exact<{
  id: string;
  input: ResearcherInput;
}>;


export type UpdateResearcherMutation = { updateResearcher:
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidTextError', code: string, message: string }
    | { __typename: 'NotOwnerError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'ResearcherUpdated' }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type DisownWorkMutationVariables = Exact<{
  researcher: string;
  work: string;
}>;


export type DisownWorkMutation = { disownWork:
    | { __typename: 'DecisionRefusedError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'NotOwnerError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
    | { __typename: 'WorkDisowned' }
   | null };

export type ProposeWorkMutationVariables = Exact<{
  researcher: string;
  by: WorkLookup;
  position?: number | null | undefined;
}>;


export type ProposeWorkMutation = { proposeWork:
    | { __typename: 'DecisionRefusedError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'NotOwnerError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'ProposalRefusedError', code: string, message: string }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
    | { __typename: 'WorkNotInGraphError', code: string, message: string }
    | { __typename: 'WorkProposed' }
   | null };

export type UndoOwnerEditMutationVariables = Exact<{
  id: string;
}>;


export type UndoOwnerEditMutation = { undoOwnerEdit:
    | { __typename: 'EditStateError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'NotOwnerError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'OwnerEditUndone' }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type RingsSubscriptionVariables = Exact<{
  seeds: Array<string> | string;
  depth: number;
  perKind: number;
  kinds?: Array<EntityKind> | EntityKind | null | undefined;
  edges?: Array<EdgeKind> | EdgeKind | null | undefined;
  years?: YearRange | null | undefined;
  exclude?: Array<string> | string | null | undefined;
}>;


export type RingsSubscription = { researchGraph: { missing: Array<string>, nodes: Array<{ id: string, kind: EntityKind, label: string, subtitle: string | null, depth: number, weight: number, degree: number, expandable: Array<{ edge: EdgeKind, remaining: number }>, entity:
        | { id: string, year: number | null }
        | Record<PropertyKey, never>
       | null }>, edges: Array<{ id: string, source: string, target: string, kind: EdgeKind, weight: number }>, truncated: Array<{ node: string, edge: EdgeKind, shown: number, total: number, totalIsExact: boolean }> } };

export type AroundQueryVariables = Exact<{
  seeds: Array<string> | string;
  depth: number;
  perKind: number;
  kinds?: Array<EntityKind> | EntityKind | null | undefined;
  edges?: Array<EdgeKind> | EdgeKind | null | undefined;
  years?: YearRange | null | undefined;
  exclude?: Array<string> | string | null | undefined;
}>;


export type AroundQuery = { researchGraph: { missing: Array<string>, nodes: Array<{ id: string, kind: EntityKind, label: string, subtitle: string | null, depth: number, weight: number, degree: number, expandable: Array<{ edge: EdgeKind, remaining: number }>, entity:
        | { id: string, year: number | null }
        | Record<PropertyKey, never>
       | null }>, edges: Array<{ id: string, source: string, target: string, kind: EdgeKind, weight: number }>, truncated: Array<{ node: string, edge: EdgeKind, shown: number, total: number, totalIsExact: boolean }> } | null };

export type AmongQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type AmongQuery = { inducedGraph: { missing: Array<string>, nodes: Array<{ id: string, kind: EntityKind, label: string, subtitle: string | null, depth: number, weight: number, degree: number, expandable: Array<{ edge: EdgeKind, remaining: number }>, entity:
        | { id: string, year: number | null }
        | Record<PropertyKey, never>
       | null }>, edges: Array<{ id: string, source: string, target: string, kind: EdgeKind, weight: number }>, truncated: Array<{ node: string, edge: EdgeKind, shown: number, total: number, totalIsExact: boolean }> } | null };

export type PathsQueryVariables = Exact<{
  from: string;
  to: string;
  via?: Array<EdgeKind> | EdgeKind | null | undefined;
}>;


export type PathsQuery = { pathsBetween: Array<{ length: number, nodes: Array<{ id: string, kind: EntityKind, label: string }>, edges: Array<{ id: string, source: string, target: string, kind: EdgeKind }> }> | null };

export type ExplorerSliceFragment = { missing: Array<string>, nodes: Array<{ id: string, kind: EntityKind, label: string, subtitle: string | null, depth: number, weight: number, degree: number, expandable: Array<{ edge: EdgeKind, remaining: number }>, entity:
      | { id: string, year: number | null }
      | Record<PropertyKey, never>
     | null }>, edges: Array<{ id: string, source: string, target: string, kind: EdgeKind, weight: number }>, truncated: Array<{ node: string, edge: EdgeKind, shown: number, total: number, totalIsExact: boolean }> };

export type ExplorerEntityQueryVariables = Exact<{
  id: string;
}>;


export type ExplorerEntityQuery = { node:
    | { __typename: 'AccessToken' }
    | { __typename: 'Account' }
    | { __typename: 'Claim' }
    | { __typename: 'Conversation' }
    | { __typename: 'Institution', id: string, slug: string, name: string, city: string | null, country: string | null, worksCount: number, viewerFollows: boolean, followers: { totalCount: number } }
    | { __typename: 'Invitation' }
    | { __typename: 'Message' }
    | { __typename: 'Notification' }
    | { __typename: 'OwnerEdit' }
    | { __typename: 'Report' }
    | { __typename: 'Researcher', id: string, slug: string, name: string, role: string | null, worksCount: number, citationCount: number, hIndex: number, viewerFollows: boolean, affiliation: { institution: { name: string } | null }, trust: { score: number }, followers: { totalCount: number }, viewerCan: { follow: { allowed: boolean, reason: string | null } } }
    | { __typename: 'Session' }
    | { __typename: 'Source', id: string, slug: string, name: string, worksCount: number, viewerFollows: boolean, sourceKind: string, followers: { totalCount: number } }
    | { __typename: 'Topic', id: string, slug: string, name: string, description: string | null, worksCount: number, viewerFollows: boolean, followers: { totalCount: number } }
    | { __typename: 'Work', id: string, slug: string, title: string, abstract: string | null, type: string, year: number | null, citationCount: number, referencesCount: number, viewerFollows: boolean, source: { name: string } | null, followers: { totalCount: number } }
   | null };

export type ExplorerSimilarQueryVariables = Exact<{
  id: string;
}>;


export type ExplorerSimilarQuery = { similarWorks: { totalCount: number, edges: Array<{ score: number, node: { id: string, title: string, year: number | null }, evidence: Array<{ method: Similarity, shared: number }> }> } | null };

export type ExplorerViewQueryVariables = Exact<{
  id: string;
}>;


export type ExplorerViewQuery = { graphView: { id: string, name: string | null, seeds: Array<string>, depth: number, kinds: Array<EntityKind>, edges: Array<EdgeKind>, perKind: number, exclude: Array<string>, layout: string | null, years: { gte: number | null, lte: number | null } | null, pins: Array<{ id: string, x: number, y: number }>, slice: { nodes: Array<{ id: string }> } | null } | null };

export type ExplorerSaveMutationVariables = Exact<{
  input: GraphViewInput;
}>;


export type ExplorerSaveMutation = { saveGraphView:
    | { __typename: 'GraphViewSaved', view: { id: string } }
    | { __typename: 'GraphViewsFullError', message: string, code: string }
    | { __typename: 'InvalidGraphViewError', message: string, code: string }
    | { __typename: 'UnknownSeedsError', message: string, code: string }
   | null };

export type FeedQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FeedQuery = { viewer: { id: string, feed: { totalCount: number, edges: Array<{ node: { id: string, slug: string, title: string, type: string, year: number | null, abstract: string | null, isOpenAccess: boolean | null, retracted: boolean, citationCount: number, authorsCount: number, source: { id: string, slug: string, name: string } | null, authorships: { nodes: Array<{ rawName: string, researcher: { id: string, slug: string, name: string } }> } | null }, because: Array<
          | { __typename: 'AccessToken', id: string }
          | { __typename: 'Account', id: string }
          | { __typename: 'Claim', id: string }
          | { __typename: 'Conversation', id: string }
          | { __typename: 'Institution', slug: string, name: string, id: string }
          | { __typename: 'Invitation', id: string }
          | { __typename: 'Message', id: string }
          | { __typename: 'Notification', id: string }
          | { __typename: 'OwnerEdit', id: string }
          | { __typename: 'Report', id: string }
          | { __typename: 'Researcher', slug: string, name: string, id: string }
          | { __typename: 'Session', id: string }
          | { __typename: 'Source', slug: string, name: string, id: string }
          | { __typename: 'Topic', slug: string, name: string, id: string }
          | { __typename: 'Work', slug: string, title: string, id: string }
        > }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type FollowsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FollowsQuery = { viewer: { id: string, follows: { totalCount: number, nodes: Array<
        | { __typename: 'AccessToken', id: string }
        | { __typename: 'Account', id: string }
        | { __typename: 'Claim', id: string }
        | { __typename: 'Conversation', id: string }
        | { __typename: 'Institution', slug: string, name: string, id: string }
        | { __typename: 'Invitation', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Notification', id: string }
        | { __typename: 'OwnerEdit', id: string }
        | { __typename: 'Report', id: string }
        | { __typename: 'Researcher', slug: string, name: string, id: string }
        | { __typename: 'Session', id: string }
        | { __typename: 'Source', slug: string, name: string, id: string }
        | { __typename: 'Topic', slug: string, name: string, id: string }
        | { __typename: 'Work', slug: string, title: string, id: string }
      >, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

type Followable_AccessToken_Fragment = { __typename: 'AccessToken', id: string };

type Followable_Account_Fragment = { __typename: 'Account', id: string };

type Followable_Claim_Fragment = { __typename: 'Claim', id: string };

type Followable_Conversation_Fragment = { __typename: 'Conversation', id: string };

type Followable_Institution_Fragment = { __typename: 'Institution', slug: string, name: string, id: string };

type Followable_Invitation_Fragment = { __typename: 'Invitation', id: string };

type Followable_Message_Fragment = { __typename: 'Message', id: string };

type Followable_Notification_Fragment = { __typename: 'Notification', id: string };

type Followable_OwnerEdit_Fragment = { __typename: 'OwnerEdit', id: string };

type Followable_Report_Fragment = { __typename: 'Report', id: string };

type Followable_Researcher_Fragment = { __typename: 'Researcher', slug: string, name: string, id: string };

type Followable_Session_Fragment = { __typename: 'Session', id: string };

type Followable_Source_Fragment = { __typename: 'Source', slug: string, name: string, id: string };

type Followable_Topic_Fragment = { __typename: 'Topic', slug: string, name: string, id: string };

type Followable_Work_Fragment = { __typename: 'Work', slug: string, title: string, id: string };

export type FollowableFragment =
  | Followable_AccessToken_Fragment
  | Followable_Account_Fragment
  | Followable_Claim_Fragment
  | Followable_Conversation_Fragment
  | Followable_Institution_Fragment
  | Followable_Invitation_Fragment
  | Followable_Message_Fragment
  | Followable_Notification_Fragment
  | Followable_OwnerEdit_Fragment
  | Followable_Report_Fragment
  | Followable_Researcher_Fragment
  | Followable_Session_Fragment
  | Followable_Source_Fragment
  | Followable_Topic_Fragment
  | Followable_Work_Fragment
;

export type InstitutionQueryVariables = Exact<{
  by: InstitutionLookup;
}>;


export type InstitutionQuery = { institution: { id: string, slug: string, url: string, name: string, worksCount: number, researchersCount: number, citationCount: number, viewerFollows: boolean, ror: string | null, country: string | null, city: string | null, latitude: number | null, longitude: number | null, type: string | null, homepage: string | null, domains: Array<string>, followers: { totalCount: number }, identifiers: Array<{ scheme: string, value: string, url: string | null }>, parents: { totalCount: number, nodes: Array<{ id: string, slug: string, name: string, worksCount: number }> } | null, children: { totalCount: number, nodes: Array<{ id: string, slug: string, name: string, worksCount: number }> } | null, researchers: { totalCount: number, nodes: Array<{ id: string, slug: string, name: string, worksCount: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, works: { totalCount: number, byYear: Array<{ value: string, count: number }>, byType: Array<{ value: string, count: number }>, nodes: Array<{ id: string, slug: string, title: string, type: string, year: number | null, abstract: string | null, isOpenAccess: boolean | null, retracted: boolean, citationCount: number, authorsCount: number, source: { id: string, slug: string, name: string } | null, authorships: { nodes: Array<{ rawName: string, researcher: { id: string, slug: string, name: string } }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, countsByYear: Array<{ year: number, works: number, citations: number }>, provenance: Array<{ source: string, run: string, importedAt: string }> } | null };

export type InvitePageQueryVariables = Exact<{
  by: ResearcherLookup;
}>;


export type InvitePageQuery = { researcher: { id: string, slug: string, name: string, viewerCan: { invite: { allowed: boolean, reason: string | null, nextStep: string | null } } } | null, viewer: { id: string, records: Array<{ id: string, name: string }>, sentInvitations: { nodes: Array<{ id: string, message: string | null, receiver: { id: string } | null }> } | null } | null };

export type SendInvitationMutationVariables = Exact<{
  input: SendInvitationInput;
}>;


export type SendInvitationMutation = { sendInvitation:
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidTextError', code: string, message: string }
    | { __typename: 'InvitationNotAllowedError', code: string, message: string }
    | { __typename: 'InvitationSent', invitation: { id: string, state: InvitationState } }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
    | { __typename: 'TooManyInvitationsError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type ModerationClaimsQueryVariables = Exact<{
  states?: Array<ClaimState> | ClaimState | null | undefined;
  after?: string | null | undefined;
}>;


export type ModerationClaimsQuery = { claims: { totalCount: number, nodes: Array<{ id: string, state: ClaimState, note: string | null, reason: string | null, weight: number | null, createdAt: string, claimant: { name: string | null, orcid: string | null }, researcher: { id: string, slug: string, name: string, worksCount: number, orcid: string | null } | null, evidence: Array<{ kind: EvidenceKind, holds: boolean, weight: number, addedAt: string, orcid: string | null, email: string | null, text: string | null, url: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ReviewClaimMutationVariables = Exact<{
  id: string;
  decision: ReviewDecision;
  reason?: string | null | undefined;
}>;


export type ReviewClaimMutation = { reviewClaim:
    | { __typename: 'ClaimReviewed' }
    | { __typename: 'ClaimStateError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidClaimInputError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'OwnClaimError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type RevokeClaimMutationVariables = Exact<{
  id: string;
  reason?: string | null | undefined;
}>;


export type RevokeClaimMutation = { revokeClaim:
    | { __typename: 'ClaimRevoked' }
    | { __typename: 'ClaimStateError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidClaimInputError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'OwnClaimError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type ReportsQueryVariables = Exact<{
  states?: Array<ReportState> | ReportState | null | undefined;
  after?: string | null | undefined;
}>;


export type ReportsQuery = { reports: { totalCount: number, nodes: Array<{ id: string, state: ReportState, reason: ReportReason, text: string | null, quoted: string | null, aboutId: string, createdAt: string, decision: ReportDecision | null, against: { id: string, slug: string, name: string } | null, reporter: { id: string, slug: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type CloseReportMutationVariables = Exact<{
  id: string;
  decision: ReportDecision;
}>;


export type CloseReportMutation = { closeReport:
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'ReportClosed', report: { id: string, state: ReportState, decision: ReportDecision | null } }
    | { __typename: 'ReportClosedError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type SuspendAccountMutationVariables = Exact<{
  report: string;
  days: number;
}>;


export type SuspendAccountMutation = { suspendAccount:
    | { __typename: 'AccountSuspended', until: string | null }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'OneselfError', code: string, message: string }
    | { __typename: 'ReportNotUpheldError', code: string, message: string }
    | { __typename: 'SuspensionLengthError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type DuplicatesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DuplicatesQuery = { possibleDuplicates: { endCursor: string | null, hasNextPage: boolean, researchers: Array<{ id: string, slug: string, name: string, worksCount: number, orcid: string | null, possibleDuplicates: Array<{ score: number, researcher: { id: string, slug: string, name: string, worksCount: number, orcid: string | null, affiliation: { institution: { name: string } | null } }, evidence: { name: NameMatch, sharedCoauthors: number, sharedInstitutions: number, sharedTopics: number, sharedSources: number, contradictions: Array<string> } }> | null, affiliation: { institution: { name: string } | null } }> } | null };

export type PersonToCompareFragment = { id: string, slug: string, name: string, worksCount: number, orcid: string | null, affiliation: { institution: { name: string } | null } };

export type OutcomeFragment = { id: string | null, kind: string, state: string, contradictions: Array<string>, works: Array<string>, identifiers: Array<string>, before: Array<{ id: string, name: string, worksCount: number, citationCount: number, hIndex: number, topicsCount: number, collaboratorsCount: number, followersCount: number, trustScore: number }>, after: Array<{ id: string, name: string, worksCount: number, citationCount: number, hIndex: number, topicsCount: number, collaboratorsCount: number, followersCount: number, trustScore: number }> };

export type FiguresFragment = { id: string, name: string, worksCount: number, citationCount: number, hIndex: number, topicsCount: number, collaboratorsCount: number, followersCount: number, trustScore: number };

export type MergeResearchersMutationVariables = Exact<{
  keep: string;
  merge: string;
  preview: boolean;
  reason?: string | null | undefined;
}>;


export type MergeResearchersMutation = { mergeResearchers:
    | { __typename: 'DecisionRefusedError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'ResearchersMerged', decision: { id: string | null, kind: string, state: string, contradictions: Array<string>, works: Array<string>, identifiers: Array<string>, before: Array<{ id: string, name: string, worksCount: number, citationCount: number, hIndex: number, topicsCount: number, collaboratorsCount: number, followersCount: number, trustScore: number }>, after: Array<{ id: string, name: string, worksCount: number, citationCount: number, hIndex: number, topicsCount: number, collaboratorsCount: number, followersCount: number, trustScore: number }> } }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type SplitResearcherMutationVariables = Exact<{
  id: string;
  works: Array<string> | string;
  preview: boolean;
  reason?: string | null | undefined;
}>;


export type SplitResearcherMutation = { splitResearcher:
    | { __typename: 'DecisionRefusedError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'ResearcherSplit', decision: { id: string | null, kind: string, state: string, contradictions: Array<string>, works: Array<string>, identifiers: Array<string>, before: Array<{ id: string, name: string, worksCount: number, citationCount: number, hIndex: number, topicsCount: number, collaboratorsCount: number, followersCount: number, trustScore: number }>, after: Array<{ id: string, name: string, worksCount: number, citationCount: number, hIndex: number, topicsCount: number, collaboratorsCount: number, followersCount: number, trustScore: number }> } }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type UndoMergeMutationVariables = Exact<{
  id: string;
  preview: boolean;
  reason?: string | null | undefined;
}>;


export type UndoMergeMutation = { undoMerge:
    | { __typename: 'DecisionRefusedError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'MergeUndone', decision: { id: string | null, kind: string, state: string, contradictions: Array<string>, works: Array<string>, identifiers: Array<string>, before: Array<{ id: string, name: string, worksCount: number, citationCount: number, hIndex: number, topicsCount: number, collaboratorsCount: number, followersCount: number, trustScore: number }>, after: Array<{ id: string, name: string, worksCount: number, citationCount: number, hIndex: number, topicsCount: number, collaboratorsCount: number, followersCount: number, trustScore: number }> } }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type WorksToSplitQueryVariables = Exact<{
  by: ResearcherLookup;
}>;


export type WorksToSplitQuery = { researcher: { id: string, slug: string, name: string, works: { totalCount: number, nodes: Array<{ id: string, title: string, year: number | null, source: { name: string } | null }> } | null } | null };

export type DecisionsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DecisionsQuery = { identityDecisions: { totalCount: number, nodes: Array<{ id: string, kind: string, state: string, keep: string, other: string, reason: string | null, decidedAt: string | null, undoneAt: string | null, works: Array<string> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type AuditLogQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditLogQuery = { auditEvents: { totalCount: number, nodes: Array<{ id: string, at: string, kind: AuditKind, by: string, about: string | null, details: Array<{ name: string, value: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type SuggestionsQueryVariables = Exact<{
  prefix: string;
  kinds?: Array<EntityKind> | EntityKind | null | undefined;
}>;


export type SuggestionsQuery = { suggest: Array<{ id: string, kind: EntityKind, label: string, subtitle: string | null }> | null };

export type NotificationsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type NotificationsQuery = { viewer: { id: string, notifications: { totalCount: number, nodes: Array<{ id: string, kind: NotificationKind, text: string, at: string, readAt: string | null, about:
          | { __typename: 'AccessToken', id: string }
          | { __typename: 'Account', id: string }
          | { __typename: 'Claim', id: string, researcher: { slug: string } | null }
          | { __typename: 'Conversation', id: string }
          | { __typename: 'Institution', id: string }
          | { __typename: 'Invitation', id: string }
          | { __typename: 'Message', id: string }
          | { __typename: 'Notification', id: string }
          | { __typename: 'OwnerEdit', id: string, researcher: { slug: string } | null }
          | { __typename: 'Report', aboutId: string, id: string }
          | { __typename: 'Researcher', slug: string, id: string }
          | { __typename: 'Session', id: string }
          | { __typename: 'Source', id: string }
          | { __typename: 'Topic', id: string }
          | { __typename: 'Work', id: string }
         | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type MarkAllNotificationsReadMutationVariables = Exact<{ [key: string]: never; }>;


export type MarkAllNotificationsReadMutation = { markAllNotificationsRead:
    | { __typename: 'AllNotificationsRead' }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
   | null };

export type ProfileQueryVariables = Exact<{
  by: ResearcherLookup;
  works?: number | null | undefined;
}>;


export type ProfileQuery = { researcher: { id: string, slug: string, url: string, name: string, nameVariants: Array<string>, role: string | null, orcid: string | null, worksCount: number, hIndex: number, citationCount: number, viewerFollows: boolean, bio: { text: string, isGenerated: boolean } | null, identifiers: Array<{ scheme: string, value: string, url: string | null }>, identity: { rule: string, confidence: number | null } | null, affiliation: { state: AffiliationState, since: number | null, source: string | null, institution: { id: string, slug: string, name: string, city: string | null, country: string | null } | null }, openToCollaborate: { value: boolean, source: OpennessSource }, trust: { score: number, band: TrustBand, formulaVersion: string, components: Array<{ name: TrustComponentName, points: number, max: number, explanation: string, howToRaise: string }> }, verification: { level: number, evidence: Array<string>, nextStep: string }, claim: { state: ClaimState }, viewerCan: { edit: { allowed: boolean }, follow: { allowed: boolean, reason: string | null }, claim: { allowed: boolean, reason: string | null, nextStep: string | null }, invite: { allowed: boolean, reason: string | null }, message: { allowed: boolean, reason: string | null } }, followers: { totalCount: number }, closeCollaboratorCount: { value: number, definition: string }, topics: { totalCount: number, nodes: Array<{ id: string, slug: string, name: string, worksCount: number }> } | null, collaborators: { totalCount: number, edges: Array<{ works: number, node: { id: string, slug: string, name: string } }> } | null, works: { totalCount: number, byYear: Array<{ value: string, count: number }>, byType: Array<{ value: string, count: number }>, nodes: Array<{ id: string, slug: string, title: string, type: string, year: number | null, abstract: string | null, isOpenAccess: boolean | null, retracted: boolean, citationCount: number, authorsCount: number, source: { id: string, slug: string, name: string } | null, authorships: { nodes: Array<{ rawName: string, researcher: { id: string, slug: string, name: string } }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, countsByYear: Array<{ year: number, works: number, citations: number }>, provenance: Array<{ source: string, run: string, importedAt: string }> } | null };

export type TalksQueryVariables = Exact<{ [key: string]: never; }>;


export type TalksQuery = { viewer: { id: string, conversations: { nodes: Array<{ id: string, other: { id: string } | null }> } | null } | null };

export type ReportableQueryVariables = Exact<{
  id: string;
}>;


export type ReportableQuery = { node:
    | { __typename: 'AccessToken' }
    | { __typename: 'Account' }
    | { __typename: 'Claim' }
    | { __typename: 'Conversation', other: { name: string } | null }
    | { __typename: 'Institution' }
    | { __typename: 'Invitation', sender: { name: string } | null }
    | { __typename: 'Message', text: string }
    | { __typename: 'Notification' }
    | { __typename: 'OwnerEdit' }
    | { __typename: 'Report' }
    | { __typename: 'Researcher', name: string }
    | { __typename: 'Session' }
    | { __typename: 'Source' }
    | { __typename: 'Topic' }
    | { __typename: 'Work', title: string }
   | null };

export type ReportMutationVariables = Exact<{
  input: ReportInput;
}>;


export type ReportMutation = { report:
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidTextError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'OneselfError', code: string, message: string }
    | { __typename: 'Reported' }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
    | { __typename: 'TooManyError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type SearchQueryVariables = Exact<{
  query: string;
  kinds?: Array<EntityKind> | EntityKind | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, totalCountIsExact: boolean, edges: Array<{ node:
        | { __typename: 'AccessToken', id: string }
        | { __typename: 'Account', id: string }
        | { __typename: 'Claim', id: string }
        | { __typename: 'Conversation', id: string }
        | { __typename: 'Institution', slug: string, name: string, worksCount: number, city: string | null, country: string | null, id: string }
        | { __typename: 'Invitation', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Notification', id: string }
        | { __typename: 'OwnerEdit', id: string }
        | { __typename: 'Report', id: string }
        | { __typename: 'Researcher', slug: string, name: string, worksCount: number, id: string, affiliation: { institution: { name: string } | null } }
        | { __typename: 'Session', id: string }
        | { __typename: 'Source', slug: string, name: string, worksCount: number, id: string, sourceKind: string }
        | { __typename: 'Topic', slug: string, name: string, worksCount: number, scheme: string, id: string }
        | { __typename: 'Work', slug: string, title: string, type: string, year: number | null, retracted: boolean, citationCount: number, authorsCount: number, id: string, source: { name: string } | null, authorships: { nodes: Array<{ rawName: string }> } | null }
      , highlights: Array<{ field: TextField, parts: Array<{ text: string, isMatch: boolean }> }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type SearchCountsQueryVariables = Exact<{
  query: string;
}>;


export type SearchCountsQuery = { RESEARCHER: { totalCount: number, totalCountIsExact: boolean } | null, WORK: { totalCount: number, totalCountIsExact: boolean } | null, TOPIC: { totalCount: number, totalCountIsExact: boolean } | null, INSTITUTION: { totalCount: number, totalCountIsExact: boolean } | null, SOURCE: { totalCount: number, totalCountIsExact: boolean } | null };

export type CountFragment = { totalCount: number, totalCountIsExact: boolean };

export type FilteredWorksQueryVariables = Exact<{
  filter?: WorkFilter | null | undefined;
  orderBy?: WorkOrder | null | undefined;
  after?: string | null | undefined;
}>;


export type FilteredWorksQuery = { works: { totalCount: number, nodes: Array<{ id: string, slug: string, title: string, type: string, year: number | null, abstract: string | null, isOpenAccess: boolean | null, retracted: boolean, citationCount: number, authorsCount: number, source: { id: string, slug: string, name: string } | null, authorships: { nodes: Array<{ rawName: string, researcher: { id: string, slug: string, name: string } }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type WorkFacetsQueryVariables = Exact<{
  filter?: WorkFilter | null | undefined;
}>;


export type WorkFacetsQuery = { works: { totalCount: number, year: Array<{ value: string, label: string, count: number }>, type: Array<{ value: string, label: string, count: number }>, topic: Array<{ value: string, label: string, count: number }>, source: Array<{ value: string, label: string, count: number }>, institution: Array<{ value: string, label: string, count: number }>, author: Array<{ value: string, label: string, count: number }> } | null };

export type FacetOfWorksFragment = { value: string, label: string, count: number };

export type SettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsQuery = { viewer: { id: string, email: string | null, name: string | null, orcid: string | null, role: AccountRole, createdAt: string, emailDigest: EmailDigest, mutedNotifications: Array<NotificationKind>, sessions: Array<{ id: string, method: SignInMethod, userAgent: string | null, createdAt: string, lastSeenAt: string, expiresAt: string, isCurrent: boolean }>, accessTokens: Array<{ id: string, name: string, scopes: Array<AccessScope>, createdAt: string, lastUsedAt: string | null, expiresAt: string }> } | null };

export type UpdateAccountMutationVariables = Exact<{
  input: UpdateAccountInput;
}>;


export type UpdateAccountMutation = { updateAccount:
    | { __typename: 'AccountUpdated', account: { name: string | null } }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidAccountInputError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
   | null };

export type RevokeSessionMutationVariables = Exact<{
  id: string;
}>;


export type RevokeSessionMutation = { revokeSession:
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'SessionRevoked' }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type CreateAccessTokenMutationVariables = Exact<{
  input: CreateAccessTokenInput;
}>;


export type CreateAccessTokenMutation = { createAccessToken:
    | { __typename: 'AccessTokenCreated', secret: string | null, accessToken: { id: string, name: string } }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidAccountInputError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'TooManyAccessTokensError', code: string, message: string }
   | null };

export type RevokeAccessTokenMutationVariables = Exact<{
  id: string;
}>;


export type RevokeAccessTokenMutation = { revokeAccessToken:
    | { __typename: 'AccessTokenRevoked' }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type DeleteAccountMutationVariables = Exact<{ [key: string]: never; }>;


export type DeleteAccountMutation = { deleteAccount:
    | { __typename: 'AccountDeleted' }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
   | null };

export type BlockedQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type BlockedQuery = { viewer: { id: string, blocked: { totalCount: number, nodes: Array<{ id: string, since: string, researcher: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type UnblockAccountMutationVariables = Exact<{
  id: string;
}>;


export type UnblockAccountMutation = { unblockAccount:
    | { __typename: 'AccountUnblocked' }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'NotSignedInError', code: string, message: string }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
    | { __typename: 'UnknownIdError', code: string, message: string }
   | null };

export type RequestSignInLinkMutationVariables = Exact<{
  email: string;
}>;


export type RequestSignInLinkMutation = { requestSignInLink:
    | { __typename: 'InvalidEmailError', code: string, message: string }
    | { __typename: 'SignInLinkRequested', email: string }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
   | null };

export type SignInWithLinkMutationVariables = Exact<{
  token: string;
}>;


export type SignInWithLinkMutation = { signInWithLink:
    | { __typename: 'InvalidLinkError', code: string, message: string }
    | { __typename: 'SignedIn', account: { id: string } }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
   | null };

export type SourceQueryVariables = Exact<{
  by: SourceLookup;
}>;


export type SourceQuery = { source: { id: string, slug: string, url: string, name: string, worksCount: number, researchersCount: number, citationCount: number, viewerFollows: boolean, kind: string, issn: Array<string>, homepage: string | null, followers: { totalCount: number }, identifiers: Array<{ scheme: string, value: string, url: string | null }>, researchers: { totalCount: number, nodes: Array<{ id: string, slug: string, name: string, worksCount: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, works: { totalCount: number, byYear: Array<{ value: string, count: number }>, byType: Array<{ value: string, count: number }>, nodes: Array<{ id: string, slug: string, title: string, type: string, year: number | null, abstract: string | null, isOpenAccess: boolean | null, retracted: boolean, citationCount: number, authorsCount: number, source: { id: string, slug: string, name: string } | null, authorships: { nodes: Array<{ rawName: string, researcher: { id: string, slug: string, name: string } }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, countsByYear: Array<{ year: number, works: number, citations: number }>, provenance: Array<{ source: string, run: string, importedAt: string }> } | null };

export type StartQueryVariables = Exact<{ [key: string]: never; }>;


export type StartQuery = { stats: { works: number, researchers: number, topics: number, institutions: number, sources: number, lastImportedAt: string | null } | null, researchers: { nodes: Array<{ id: string, slug: string, name: string, worksCount: number, affiliation: { institution: { name: string } | null } }> } | null };

export type TopicQueryVariables = Exact<{
  by: TopicLookup;
}>;


export type TopicQuery = { topic: { id: string, slug: string, url: string, name: string, worksCount: number, researchersCount: number, citationCount: number, viewerFollows: boolean, scheme: string, code: string | null, level: number | null, description: string | null, followers: { totalCount: number }, identifiers: Array<{ scheme: string, value: string, url: string | null }>, broader: { totalCount: number, nodes: Array<{ id: string, slug: string, name: string, worksCount: number }> } | null, narrower: { totalCount: number, nodes: Array<{ id: string, slug: string, name: string, worksCount: number }> } | null, researchers: { totalCount: number, nodes: Array<{ id: string, slug: string, name: string, worksCount: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, works: { totalCount: number, byYear: Array<{ value: string, count: number }>, byType: Array<{ value: string, count: number }>, nodes: Array<{ id: string, slug: string, title: string, type: string, year: number | null, abstract: string | null, isOpenAccess: boolean | null, retracted: boolean, citationCount: number, authorsCount: number, source: { id: string, slug: string, name: string } | null, authorships: { nodes: Array<{ rawName: string, researcher: { id: string, slug: string, name: string } }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, countsByYear: Array<{ year: number, works: number, citations: number }>, provenance: Array<{ source: string, run: string, importedAt: string }> } | null };

export type AuthorsQueryVariables = Exact<{
  of: string;
  after?: string | null | undefined;
}>;


export type AuthorsQuery = { node:
    | { authorships: { totalCount: number, nodes: Array<{ position: number, rawName: string, corresponding: boolean, researcher: { id: string, slug: string, name: string }, institutions: Array<{ id: string, slug: string, name: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null }
    | Record<PropertyKey, never>
   | null };

export type CitationQueryVariables = Exact<{
  of: string;
  style: CitationFormat;
}>;


export type CitationQuery = { node:
    | { citation: string }
    | Record<PropertyKey, never>
   | null };

export type ReferencesQueryVariables = Exact<{
  of: string;
  after?: string | null | undefined;
}>;


export type ReferencesQuery = { node:
    | { references: { totalCount: number, nodes: Array<{ id: string, slug: string, title: string, type: string, year: number | null, abstract: string | null, isOpenAccess: boolean | null, retracted: boolean, citationCount: number, authorsCount: number, source: { id: string, slug: string, name: string } | null, authorships: { nodes: Array<{ rawName: string, researcher: { id: string, slug: string, name: string } }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null }
    | Record<PropertyKey, never>
   | null };

export type CitedByQueryVariables = Exact<{
  of: string;
  after?: string | null | undefined;
}>;


export type CitedByQuery = { node:
    | { citedBy: { totalCount: number, nodes: Array<{ id: string, slug: string, title: string, type: string, year: number | null, abstract: string | null, isOpenAccess: boolean | null, retracted: boolean, citationCount: number, authorsCount: number, source: { id: string, slug: string, name: string } | null, authorships: { nodes: Array<{ rawName: string, researcher: { id: string, slug: string, name: string } }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null }
    | Record<PropertyKey, never>
   | null };

export type SimilarQueryVariables = Exact<{
  of: string;
}>;


export type SimilarQuery = { node:
    | { similar: { edges: Array<{ node: { id: string, slug: string, title: string, type: string, year: number | null, source: { name: string } | null }, evidence: Array<{ method: Similarity, shared: number }> }> } | null }
    | Record<PropertyKey, never>
   | null };

export type PriorQueryVariables = Exact<{
  of: string;
}>;


export type PriorQuery = { node:
    | { priorWorks: { edges: Array<{ links: number, node: { id: string, slug: string, title: string, type: string, year: number | null, source: { name: string } | null } }> } | null }
    | Record<PropertyKey, never>
   | null };

export type DerivativeQueryVariables = Exact<{
  of: string;
}>;


export type DerivativeQuery = { node:
    | { derivativeWorks: { edges: Array<{ links: number, node: { id: string, slug: string, title: string, type: string, year: number | null, source: { name: string } | null } }> } | null }
    | Record<PropertyKey, never>
   | null };

export type RelatedWorkFragment = { id: string, slug: string, title: string, type: string, year: number | null, source: { name: string } | null };

export type WorkQueryVariables = Exact<{
  by: WorkLookup;
}>;


export type WorkQuery = { work: { id: string, slug: string, url: string, title: string, abstract: string | null, type: string, year: number | null, firstPublishedAt: string | null, latestVersionAt: string | null, language: string | null, isOpenAccess: boolean | null, retracted: boolean, landingPageUrl: string | null, pdfUrl: string | null, authorsCount: number, referencesCount: number, citationCount: number, externalCitationCount: number | null, viewerFollows: boolean, followers: { totalCount: number }, identifiers: Array<{ scheme: string, value: string, url: string | null }>, source: { id: string, slug: string, name: string } | null, authorships: { totalCount: number, nodes: Array<{ position: number, rawName: string, corresponding: boolean, researcher: { id: string, slug: string, name: string }, institutions: Array<{ id: string, slug: string, name: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, topics: { totalCount: number, nodes: Array<{ id: string, slug: string, name: string }> } | null, references: { totalCount: number, nodes: Array<{ id: string, slug: string, title: string, type: string, year: number | null, abstract: string | null, isOpenAccess: boolean | null, retracted: boolean, citationCount: number, authorsCount: number, source: { id: string, slug: string, name: string } | null, authorships: { nodes: Array<{ rawName: string, researcher: { id: string, slug: string, name: string } }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, citedBy: { totalCount: number, nodes: Array<{ id: string, slug: string, title: string, type: string, year: number | null, abstract: string | null, isOpenAccess: boolean | null, retracted: boolean, citationCount: number, authorsCount: number, source: { id: string, slug: string, name: string } | null, authorships: { nodes: Array<{ rawName: string, researcher: { id: string, slug: string, name: string } }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, countsByYear: Array<{ year: number, works: number, citations: number }>, provenance: Array<{ source: string, run: string, importedAt: string }> } | null };

export type AuthorPageFragment = { totalCount: number, nodes: Array<{ position: number, rawName: string, corresponding: boolean, researcher: { id: string, slug: string, name: string }, institutions: Array<{ id: string, slug: string, name: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type SuggestQueryVariables = Exact<{
  prefix: string;
}>;


export type SuggestQuery = { suggest: Array<{ id: string, kind: EntityKind, label: string, subtitle: string | null, parts: Array<{ text: string, isMatch: boolean }>, entity:
      | { slug: string }
      | { slug: string }
      | { slug: string }
      | { slug: string }
      | { slug: string }
      | Record<PropertyKey, never>
     }> | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const PeoplePageFragmentDoc = new TypedDocumentString(`
    fragment PeoplePage on ResearcherConnection {
  totalCount
  nodes {
    id
    slug
    name
    worksCount
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
    `, {"fragmentName":"PeoplePage"}) as unknown as TypedDocumentString<PeoplePageFragment, unknown>;
export const WorkInListFragmentDoc = new TypedDocumentString(`
    fragment WorkInList on Work {
  id
  slug
  title
  type
  year
  abstract
  isOpenAccess
  retracted
  citationCount
  authorsCount
  source {
    id
    slug
    name
  }
  authorships(first: 6) {
    nodes {
      rawName
      researcher {
        id
        slug
        name
      }
    }
  }
}
    `, {"fragmentName":"WorkInList"}) as unknown as TypedDocumentString<WorkInListFragment, unknown>;
export const WorkPageFragmentDoc = new TypedDocumentString(`
    fragment WorkPage on WorkConnection {
  totalCount
  nodes {
    ...WorkInList
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
    fragment WorkInList on Work {
  id
  slug
  title
  type
  year
  abstract
  isOpenAccess
  retracted
  citationCount
  authorsCount
  source {
    id
    slug
    name
  }
  authorships(first: 6) {
    nodes {
      rawName
      researcher {
        id
        slug
        name
      }
    }
  }
}`, {"fragmentName":"WorkPage"}) as unknown as TypedDocumentString<WorkPageFragment, unknown>;
export const FirstWorksFragmentDoc = new TypedDocumentString(`
    fragment FirstWorks on WorkConnection {
  ...WorkPage
  byYear: facets(by: YEAR, first: 100) {
    value
    count
  }
  byType: facets(by: TYPE, first: 20) {
    value
    count
  }
}
    fragment WorkInList on Work {
  id
  slug
  title
  type
  year
  abstract
  isOpenAccess
  retracted
  citationCount
  authorsCount
  source {
    id
    slug
    name
  }
  authorships(first: 6) {
    nodes {
      rawName
      researcher {
        id
        slug
        name
      }
    }
  }
}
fragment WorkPage on WorkConnection {
  totalCount
  nodes {
    ...WorkInList
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`, {"fragmentName":"FirstWorks"}) as unknown as TypedDocumentString<FirstWorksFragment, unknown>;
export const OwnClaimFragmentDoc = new TypedDocumentString(`
    fragment OwnClaim on Claim {
  id
  state
  note
  reason
  weight
  createdAt
  changedAt
  holdsRecord
  evidence {
    kind
    holds
    weight
    addedAt
    orcid
    email
    text
    url
  }
  researcher {
    id
    slug
    name
  }
}
    `, {"fragmentName":"OwnClaim"}) as unknown as TypedDocumentString<OwnClaimFragment, unknown>;
export const WaitingInvitationFragmentDoc = new TypedDocumentString(`
    fragment WaitingInvitation on Invitation {
  id
  state
  message
  createdAt
  sentAt
  expiresAt
  sender {
    id
    slug
    name
  }
  receiver {
    id
    slug
    name
  }
  introduction {
    id
    slug
    name
  }
}
    `, {"fragmentName":"WaitingInvitation"}) as unknown as TypedDocumentString<WaitingInvitationFragment, unknown>;
export const ExplorerSliceFragmentDoc = new TypedDocumentString(`
    fragment ExplorerSlice on GraphSlice {
  nodes {
    id
    kind
    label
    subtitle
    depth
    weight
    degree
    expandable {
      edge
      remaining
    }
    entity {
      ... on Work {
        id
        year
      }
    }
  }
  edges {
    id
    source
    target
    kind
    weight
  }
  truncated {
    node
    edge
    shown
    total
    totalIsExact
  }
  missing
}
    `, {"fragmentName":"ExplorerSlice"}) as unknown as TypedDocumentString<ExplorerSliceFragment, unknown>;
export const FollowableFragmentDoc = new TypedDocumentString(`
    fragment Followable on Node {
  __typename
  id
  ... on Researcher {
    slug
    name
  }
  ... on Work {
    slug
    title
  }
  ... on Topic {
    slug
    name
  }
  ... on Institution {
    slug
    name
  }
  ... on Source {
    slug
    name
  }
}
    `, {"fragmentName":"Followable"}) as unknown as TypedDocumentString<FollowableFragment, unknown>;
export const PersonToCompareFragmentDoc = new TypedDocumentString(`
    fragment PersonToCompare on Researcher {
  id
  slug
  name
  worksCount
  orcid
  affiliation {
    institution {
      name
    }
  }
}
    `, {"fragmentName":"PersonToCompare"}) as unknown as TypedDocumentString<PersonToCompareFragment, unknown>;
export const FiguresFragmentDoc = new TypedDocumentString(`
    fragment Figures on FiguresOfPerson {
  id
  name
  worksCount
  citationCount
  hIndex
  topicsCount
  collaboratorsCount
  followersCount
  trustScore
}
    `, {"fragmentName":"Figures"}) as unknown as TypedDocumentString<FiguresFragment, unknown>;
export const OutcomeFragmentDoc = new TypedDocumentString(`
    fragment Outcome on DecisionOutcome {
  id
  kind
  state
  contradictions
  works
  identifiers
  before {
    ...Figures
  }
  after {
    ...Figures
  }
}
    fragment Figures on FiguresOfPerson {
  id
  name
  worksCount
  citationCount
  hIndex
  topicsCount
  collaboratorsCount
  followersCount
  trustScore
}`, {"fragmentName":"Outcome"}) as unknown as TypedDocumentString<OutcomeFragment, unknown>;
export const CountFragmentDoc = new TypedDocumentString(`
    fragment Count on SearchConnection {
  totalCount
  totalCountIsExact
}
    `, {"fragmentName":"Count"}) as unknown as TypedDocumentString<CountFragment, unknown>;
export const FacetOfWorksFragmentDoc = new TypedDocumentString(`
    fragment FacetOfWorks on Facet {
  value
  label
  count
}
    `, {"fragmentName":"FacetOfWorks"}) as unknown as TypedDocumentString<FacetOfWorksFragment, unknown>;
export const RelatedWorkFragmentDoc = new TypedDocumentString(`
    fragment RelatedWork on Work {
  id
  slug
  title
  type
  year
  source {
    name
  }
}
    `, {"fragmentName":"RelatedWork"}) as unknown as TypedDocumentString<RelatedWorkFragment, unknown>;
export const AuthorPageFragmentDoc = new TypedDocumentString(`
    fragment AuthorPage on AuthorshipConnection {
  totalCount
  nodes {
    position
    rawName
    corresponding
    researcher {
      id
      slug
      name
    }
    institutions {
      id
      slug
      name
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
    `, {"fragmentName":"AuthorPage"}) as unknown as TypedDocumentString<AuthorPageFragment, unknown>;
export const FollowDocument = new TypedDocumentString(`
    mutation Follow($id: ID!) {
  follow(id: $id) {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:0d161ac7a69aca57c6f734fc414ef5910e3d3e65ed4418011a1ecc0b9c746517"}) as unknown as TypedDocumentString<FollowMutation, FollowMutationVariables>;
export const UnfollowDocument = new TypedDocumentString(`
    mutation Unfollow($id: ID!) {
  unfollow(id: $id) {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:4fbc5e441ea657505d2f205ff0723acc4188c9798a1b2495b4a3b3eb45e479e7"}) as unknown as TypedDocumentString<UnfollowMutation, UnfollowMutationVariables>;
export const NewsDocument = new TypedDocumentString(`
    subscription News {
  notifications {
    id
  }
}
    `, {"hash":"sha256:4db9ab4b22c3282d66bca9a9368651ec62ce5c16ccf2b8c34cd41674085e5301"}) as unknown as TypedDocumentString<NewsSubscription, NewsSubscriptionVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut {
    wasSignedIn
  }
}
    `, {"hash":"sha256:d6ef68c22af4336f436ffdb52539f89d55a003db364ff84a8e93d40b4395c968"}) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const UnreadDocument = new TypedDocumentString(`
    query Unread {
  viewer {
    unreadMessagesCount
    unreadNotificationsCount
  }
}
    `, {"hash":"sha256:251f1673dd4b57ea11015a93a3a714dd5ce3e4c4166dc42c6d9a206fdf7dead4"}) as unknown as TypedDocumentString<UnreadQuery, UnreadQueryVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    id
    email
    name
    orcid
    role
    suspendedUntil
  }
}
    `, {"hash":"sha256:01953fdc2d052aac838c492d4e7904c41a85e6c80e98886e21560c90509de2a2"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const PeopleDocument = new TypedDocumentString(`
    query People($of: ID!, $after: String) {
  node(id: $of) {
    ... on Topic {
      researchers(first: 20, after: $after) {
        ...PeoplePage
      }
    }
    ... on Institution {
      researchers(first: 20, after: $after) {
        ...PeoplePage
      }
    }
    ... on Source {
      researchers(first: 20, after: $after) {
        ...PeoplePage
      }
    }
  }
}
    fragment PeoplePage on ResearcherConnection {
  totalCount
  nodes {
    id
    slug
    name
    worksCount
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`, {"hash":"sha256:3ff635a6773241ce7d93aeb9996c45af873ed08a1fe2d2ddea165b05e5378685"}) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const WorksDocument = new TypedDocumentString(`
    query Works($of: ID!, $filter: WorkFilter, $orderBy: WorkOrder, $first: Int = 10, $after: String) {
  node(id: $of) {
    ... on Researcher {
      works(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
        ...WorkPage
      }
    }
    ... on Topic {
      works(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
        ...WorkPage
      }
    }
    ... on Institution {
      works(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
        ...WorkPage
      }
    }
    ... on Source {
      works(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
        ...WorkPage
      }
    }
  }
}
    fragment WorkInList on Work {
  id
  slug
  title
  type
  year
  abstract
  isOpenAccess
  retracted
  citationCount
  authorsCount
  source {
    id
    slug
    name
  }
  authorships(first: 6) {
    nodes {
      rawName
      researcher {
        id
        slug
        name
      }
    }
  }
}
fragment WorkPage on WorkConnection {
  totalCount
  nodes {
    ...WorkInList
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`, {"hash":"sha256:9c9dc97c4d8525a11cfe4ac49e4982c785bf7efd2dc10032b7145f044320e48d"}) as unknown as TypedDocumentString<WorksQuery, WorksQueryVariables>;
export const SliceDocument = new TypedDocumentString(`
    query Slice($seeds: [ID!]!, $perKind: Int!) {
  researchGraph(seeds: $seeds, depth: 2, perKind: $perKind) {
    nodes {
      id
      kind
      label
      subtitle
      depth
      degree
      expandable {
        edge
        remaining
      }
    }
    edges {
      id
      source
      target
      kind
      weight
    }
    truncated {
      node
      edge
      shown
      total
      totalIsExact
    }
    missing
  }
}
    `, {"hash":"sha256:078ec35eebe34c6965be9d0735326e9726ac1e0d03df8a62c2154e8fbf905620"}) as unknown as TypedDocumentString<SliceQuery, SliceQueryVariables>;
export const ClaimPageDocument = new TypedDocumentString(`
    query ClaimPage($by: ResearcherLookup!) {
  researcher(by: $by) {
    id
    slug
    name
    orcid
    worksCount
    claim {
      state
    }
    affiliation {
      institution {
        id
        slug
        name
      }
    }
    viewerCan {
      claim {
        allowed
        reason
        nextStep
      }
    }
    collaborators(first: 8) {
      edges {
        works
        node {
          id
          slug
          name
          verification {
            level
          }
        }
      }
    }
  }
  viewer {
    id
    email
    orcid
    claims(first: 100) {
      nodes {
        ...OwnClaim
      }
    }
  }
}
    fragment OwnClaim on Claim {
  id
  state
  note
  reason
  weight
  createdAt
  changedAt
  holdsRecord
  evidence {
    kind
    holds
    weight
    addedAt
    orcid
    email
    text
    url
  }
  researcher {
    id
    slug
    name
  }
}`, {"hash":"sha256:29cf7a642e31b165ed6b932129c1868db0b2c78384f1ec224ad6f61ec0fbef54"}) as unknown as TypedDocumentString<ClaimPageQuery, ClaimPageQueryVariables>;
export const ClaimResearcherDocument = new TypedDocumentString(`
    mutation ClaimResearcher($id: ID!, $note: String) {
  claimResearcher(id: $id, note: $note) {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:edff04a121ef8d68b0a2007b3f34671ddc98d9105955bb68c245323cf51e509d"}) as unknown as TypedDocumentString<ClaimResearcherMutation, ClaimResearcherMutationVariables>;
export const AddClaimEvidenceDocument = new TypedDocumentString(`
    mutation AddClaimEvidence($claim: ID!, $input: ClaimEvidenceInput!) {
  addClaimEvidence(claimId: $claim, input: $input) {
    __typename
    ... on ClaimEmailConfirmationSent {
      email
    }
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:41c7ef95a82b033315c71725b09c36ca391978e6ca2e410b08590ec13bb9d85b"}) as unknown as TypedDocumentString<AddClaimEvidenceMutation, AddClaimEvidenceMutationVariables>;
export const WithdrawClaimDocument = new TypedDocumentString(`
    mutation WithdrawClaim($id: ID!) {
  withdrawClaim(id: $id) {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:16cb64a555dc1894f8bc20243197c7fc9a6c898ca8ece5b4b095570bbe9440c2"}) as unknown as TypedDocumentString<WithdrawClaimMutation, WithdrawClaimMutationVariables>;
export const ClaimsDocument = new TypedDocumentString(`
    query Claims {
  viewer {
    id
    records {
      id
      slug
      name
      worksCount
      verification {
        level
        nextStep
      }
    }
    claims(first: 100) {
      totalCount
      nodes {
        id
        state
        reason
        weight
        changedAt
        researcher {
          id
          slug
          name
        }
      }
    }
  }
}
    `, {"hash":"sha256:5cbe9dd22895ef7e9d5ed8c9d532c75fda670a17771e7efd314c03ddb70a61f4"}) as unknown as TypedDocumentString<ClaimsQuery, ClaimsQueryVariables>;
export const ClaimsToVouchForDocument = new TypedDocumentString(`
    query ClaimsToVouchFor($after: String) {
  viewer {
    id
    claimsToVouchFor(first: 20, after: $after) {
      totalCount
      nodes {
        id
        state
        createdAt
        claimant {
          name
          orcid
        }
        researcher {
          id
          slug
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `, {"hash":"sha256:ab9c3d630c9371e202b914a41466c0d732db8c86a3ede7f53291c6d5baf0c526"}) as unknown as TypedDocumentString<ClaimsToVouchForQuery, ClaimsToVouchForQueryVariables>;
export const VouchForClaimDocument = new TypedDocumentString(`
    mutation VouchForClaim($id: ID!) {
  vouchForClaim(id: $id) {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:37930850f9ab6b647111ecc5703311108241613b9381183410242236946b9e4c"}) as unknown as TypedDocumentString<VouchForClaimMutation, VouchForClaimMutationVariables>;
export const InvitationsDocument = new TypedDocumentString(`
    query Invitations {
  viewer {
    id
    records {
      id
    }
    receivedInvitations(states: [SENT], first: 50) {
      totalCount
      nodes {
        ...WaitingInvitation
      }
    }
    sentInvitations(states: [DRAFT, SENT], first: 50) {
      totalCount
      nodes {
        ...WaitingInvitation
      }
    }
  }
}
    fragment WaitingInvitation on Invitation {
  id
  state
  message
  createdAt
  sentAt
  expiresAt
  sender {
    id
    slug
    name
  }
  receiver {
    id
    slug
    name
  }
  introduction {
    id
    slug
    name
  }
}`, {"hash":"sha256:0802d3959f5d652ebaa1e207ea2f3c1495e685162aaaf242305ae4b32b354850"}) as unknown as TypedDocumentString<InvitationsQuery, InvitationsQueryVariables>;
export const ConversationsDocument = new TypedDocumentString(`
    query Conversations($after: String) {
  viewer {
    id
    conversations(first: 20, after: $after) {
      totalCount
      nodes {
        id
        lastAt
        unreadCount
        other {
          id
          slug
          name
        }
        messages(first: 1) {
          nodes {
            id
            text
            withheld
            byViewer
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `, {"hash":"sha256:db7001f8730427c7029653a9a32633271ca347d5e0903916b52647cfae8b1c88"}) as unknown as TypedDocumentString<ConversationsQuery, ConversationsQueryVariables>;
export const ConversationDocument = new TypedDocumentString(`
    query Conversation($id: ID!) {
  node(id: $id) {
    __typename
    ... on Conversation {
      id
      createdAt
      unreadCount
      other {
        id
        slug
        name
      }
      viewerCanWrite {
        allowed
        reason
      }
    }
  }
}
    `, {"hash":"sha256:2fefc47dd4eb96117a71914a475741b56535483dc17ccb55a684ab48bef65277"}) as unknown as TypedDocumentString<ConversationQuery, ConversationQueryVariables>;
export const MessagesDocument = new TypedDocumentString(`
    query Messages($of: ID!, $after: String) {
  node(id: $of) {
    ... on Conversation {
      messages(first: 30, after: $after) {
        totalCount
        nodes {
          id
          text
          withheld
          sentAt
          byViewer
          sender {
            name
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    `, {"hash":"sha256:8ecf3c9fca13f6dceb616e76e83b59da77d67a50f9fcbe673d9be9ec9ff51a8f"}) as unknown as TypedDocumentString<MessagesQuery, MessagesQueryVariables>;
export const RespondToInvitationDocument = new TypedDocumentString(`
    mutation RespondToInvitation($id: ID!, $accept: Boolean!) {
  respondToInvitation(id: $id, accept: $accept) {
    __typename
    ... on InvitationAnswered {
      invitation {
        id
        conversation {
          id
        }
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:23a7c06e775adaeb07e0cfd659bb439cb38bcaedf0aec73148eefed5e756681b"}) as unknown as TypedDocumentString<RespondToInvitationMutation, RespondToInvitationMutationVariables>;
export const WithdrawInvitationDocument = new TypedDocumentString(`
    mutation WithdrawInvitation($id: ID!) {
  withdrawInvitation(id: $id) {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:c786536ca762db84678b3674571fb66472b9fecf8b3dd85bb7456514aa7280f6"}) as unknown as TypedDocumentString<WithdrawInvitationMutation, WithdrawInvitationMutationVariables>;
export const SendMessageDocument = new TypedDocumentString(`
    mutation SendMessage($conversation: ID!, $text: String!, $clientId: String!) {
  sendMessage(conversationId: $conversation, text: $text, clientId: $clientId) {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:52d446dadc5df8ab5fb24b8dd6efec2ea87cf8177aec35ee39d07a44c5b4c0c2"}) as unknown as TypedDocumentString<SendMessageMutation, SendMessageMutationVariables>;
export const MarkReadDocument = new TypedDocumentString(`
    mutation MarkRead($id: ID!) {
  markRead(id: $id) {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:163653be468e35cb3da3a517101b2f9925f10020bc5102b44eb26e45b6d50f0e"}) as unknown as TypedDocumentString<MarkReadMutation, MarkReadMutationVariables>;
export const BlockAccountDocument = new TypedDocumentString(`
    mutation BlockAccount($id: ID!) {
  blockAccount(id: $id) {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:c35d309021a423cd09412fa1c9d72f63db3516bf9a42083195aad97e89933825"}) as unknown as TypedDocumentString<BlockAccountMutation, BlockAccountMutationVariables>;
export const EditPageDocument = new TypedDocumentString(`
    query EditPage($by: ResearcherLookup!) {
  researcher(by: $by) {
    id
    slug
    name
    role
    bio {
      text
      isGenerated
    }
    openToCollaborate {
      value
    }
    affiliation {
      source
      since
      institution {
        id
        name
      }
    }
    viewerCan {
      edit {
        allowed
        reason
        nextStep
      }
    }
    works(first: 100) {
      totalCount
      nodes {
        id
        slug
        title
        year
      }
    }
  }
}
    `, {"hash":"sha256:d7480ce0ea4943074942c51aac9b5520d2cfd01cb4cf9a31d0e9f9a2825c7002"}) as unknown as TypedDocumentString<EditPageQuery, EditPageQueryVariables>;
export const OwnerEditsDocument = new TypedDocumentString(`
    query OwnerEdits($researcher: ID!) {
  viewer {
    ownerEdits(researcher: $researcher, first: 50) {
      nodes {
        id
        kind
        state
        value
        reason
        createdAt
        work {
          slug
          title
        }
      }
    }
  }
}
    `, {"hash":"sha256:892de8565ee74ee2994dd7593c23110c89846ed9a70c43239006288135cf08d7"}) as unknown as TypedDocumentString<OwnerEditsQuery, OwnerEditsQueryVariables>;
export const SuggestInstitutionsDocument = new TypedDocumentString(`
    query SuggestInstitutions($prefix: String!) {
  suggest(prefix: $prefix, kinds: [INSTITUTION], limit: 6) {
    id
    label
    subtitle
  }
}
    `, {"hash":"sha256:aba93d80066766d9818c8993e0c9d058f5fca24afa5c3b8b4403804a1725ff48"}) as unknown as TypedDocumentString<SuggestInstitutionsQuery, SuggestInstitutionsQueryVariables>;
export const UpdateResearcherDocument = new TypedDocumentString(`
    mutation UpdateResearcher($id: ID!, $input: ResearcherInput!) {
  updateResearcher(id: $id, input: $input) {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:2df8908b23283a4a18bd4f455faf171e6219f8fde2d27f6bde56e7ac854e77dc"}) as unknown as TypedDocumentString<UpdateResearcherMutation, UpdateResearcherMutationVariables>;
export const DisownWorkDocument = new TypedDocumentString(`
    mutation DisownWork($researcher: ID!, $work: ID!) {
  disownWork(researcherId: $researcher, workId: $work) {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:0c7fe6fc9918496472c8d1bca508f4777098a3f89dcdf54c3eb630b2fe63cc48"}) as unknown as TypedDocumentString<DisownWorkMutation, DisownWorkMutationVariables>;
export const ProposeWorkDocument = new TypedDocumentString(`
    mutation ProposeWork($researcher: ID!, $by: WorkLookup!, $position: Int) {
  proposeWork(researcherId: $researcher, by: $by, position: $position) {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:920dae5ce3e9e97310e62bdf87a610f94c571156daffd97740f114040ffc3c1f"}) as unknown as TypedDocumentString<ProposeWorkMutation, ProposeWorkMutationVariables>;
export const UndoOwnerEditDocument = new TypedDocumentString(`
    mutation UndoOwnerEdit($id: ID!) {
  undoOwnerEdit(id: $id) {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:aa3927cc7638869d5306a1fcbc8dcfe4a0b0971e2eca033712620cb207cbbde5"}) as unknown as TypedDocumentString<UndoOwnerEditMutation, UndoOwnerEditMutationVariables>;
export const RingsDocument = new TypedDocumentString(`
    subscription Rings($seeds: [ID!]!, $depth: Int!, $perKind: Int!, $kinds: [EntityKind!], $edges: [EdgeKind!], $years: YearRange, $exclude: [ID!]) {
  researchGraph(
    seeds: $seeds
    depth: $depth
    perKind: $perKind
    kinds: $kinds
    edges: $edges
    years: $years
    exclude: $exclude
  ) {
    ...ExplorerSlice
  }
}
    fragment ExplorerSlice on GraphSlice {
  nodes {
    id
    kind
    label
    subtitle
    depth
    weight
    degree
    expandable {
      edge
      remaining
    }
    entity {
      ... on Work {
        id
        year
      }
    }
  }
  edges {
    id
    source
    target
    kind
    weight
  }
  truncated {
    node
    edge
    shown
    total
    totalIsExact
  }
  missing
}`, {"hash":"sha256:426e94b671c812829f34e58f4c8988b7ed22de8864a7f18100bafc4008538fea"}) as unknown as TypedDocumentString<RingsSubscription, RingsSubscriptionVariables>;
export const AroundDocument = new TypedDocumentString(`
    query Around($seeds: [ID!]!, $depth: Int!, $perKind: Int!, $kinds: [EntityKind!], $edges: [EdgeKind!], $years: YearRange, $exclude: [ID!]) {
  researchGraph(
    seeds: $seeds
    depth: $depth
    perKind: $perKind
    kinds: $kinds
    edges: $edges
    years: $years
    exclude: $exclude
  ) {
    ...ExplorerSlice
  }
}
    fragment ExplorerSlice on GraphSlice {
  nodes {
    id
    kind
    label
    subtitle
    depth
    weight
    degree
    expandable {
      edge
      remaining
    }
    entity {
      ... on Work {
        id
        year
      }
    }
  }
  edges {
    id
    source
    target
    kind
    weight
  }
  truncated {
    node
    edge
    shown
    total
    totalIsExact
  }
  missing
}`, {"hash":"sha256:1c3851a759ae16591613d0cd44d80b6d1de25e9d5dad34d96d6b50f199fe3894"}) as unknown as TypedDocumentString<AroundQuery, AroundQueryVariables>;
export const AmongDocument = new TypedDocumentString(`
    query Among($ids: [ID!]!) {
  inducedGraph(ids: $ids) {
    ...ExplorerSlice
  }
}
    fragment ExplorerSlice on GraphSlice {
  nodes {
    id
    kind
    label
    subtitle
    depth
    weight
    degree
    expandable {
      edge
      remaining
    }
    entity {
      ... on Work {
        id
        year
      }
    }
  }
  edges {
    id
    source
    target
    kind
    weight
  }
  truncated {
    node
    edge
    shown
    total
    totalIsExact
  }
  missing
}`, {"hash":"sha256:3007b0af96fd48bf90b813fab8a67ce2f5c43557d15192689d94b038b3d0bd13"}) as unknown as TypedDocumentString<AmongQuery, AmongQueryVariables>;
export const PathsDocument = new TypedDocumentString(`
    query Paths($from: ID!, $to: ID!, $via: [EdgeKind!]) {
  pathsBetween(from: $from, to: $to, via: $via) {
    length
    nodes {
      id
      kind
      label
    }
    edges {
      id
      source
      target
      kind
    }
  }
}
    `, {"hash":"sha256:1f5c1dd3872f217b8096710f24888e7e6569b0685599e191a22bc7d18a665618"}) as unknown as TypedDocumentString<PathsQuery, PathsQueryVariables>;
export const ExplorerEntityDocument = new TypedDocumentString(`
    query ExplorerEntity($id: ID!) {
  node(id: $id) {
    __typename
    ... on Researcher {
      id
      slug
      name
      role
      worksCount
      citationCount
      hIndex
      affiliation {
        institution {
          name
        }
      }
      trust {
        score
      }
      viewerFollows
      followers {
        totalCount
      }
      viewerCan {
        follow {
          allowed
          reason
        }
      }
    }
    ... on Work {
      id
      slug
      title
      abstract
      type
      year
      citationCount
      referencesCount
      source {
        name
      }
      viewerFollows
      followers {
        totalCount
      }
    }
    ... on Topic {
      id
      slug
      name
      description
      worksCount
      viewerFollows
      followers {
        totalCount
      }
    }
    ... on Institution {
      id
      slug
      name
      city
      country
      worksCount
      viewerFollows
      followers {
        totalCount
      }
    }
    ... on Source {
      id
      slug
      name
      sourceKind: kind
      worksCount
      viewerFollows
      followers {
        totalCount
      }
    }
  }
}
    `, {"hash":"sha256:aa7284d1da767135577e5c33bac70d8a2b97251d89099455f062bd19968ba004"}) as unknown as TypedDocumentString<ExplorerEntityQuery, ExplorerEntityQueryVariables>;
export const ExplorerSimilarDocument = new TypedDocumentString(`
    query ExplorerSimilar($id: ID!) {
  similarWorks(to: [$id], first: 10) {
    totalCount
    edges {
      node {
        id
        title
        year
      }
      score
      evidence {
        method
        shared
      }
    }
  }
}
    `, {"hash":"sha256:2f46d1bc48384d2fee492ad1e0babed57fed0e2e040f224820e3070b80a24a8b"}) as unknown as TypedDocumentString<ExplorerSimilarQuery, ExplorerSimilarQueryVariables>;
export const ExplorerViewDocument = new TypedDocumentString(`
    query ExplorerView($id: ID!) {
  graphView(id: $id) {
    id
    name
    seeds
    depth
    kinds
    edges
    perKind
    years {
      gte
      lte
    }
    exclude
    layout
    pins {
      id
      x
      y
    }
    slice {
      nodes {
        id
      }
    }
  }
}
    `, {"hash":"sha256:db9ed5aa5052c8eeff9b49bceec6def48afc43a818040f90fe684cc241693ce2"}) as unknown as TypedDocumentString<ExplorerViewQuery, ExplorerViewQueryVariables>;
export const ExplorerSaveDocument = new TypedDocumentString(`
    mutation ExplorerSave($input: GraphViewInput!) {
  saveGraphView(input: $input) {
    __typename
    ... on GraphViewSaved {
      view {
        id
      }
    }
    ... on UserError {
      message
      code
    }
  }
}
    `, {"hash":"sha256:5771edd337b8dadcbaab2c7f069b50904a18f2aa075204eaa8e7e6b56318a6bf"}) as unknown as TypedDocumentString<ExplorerSaveMutation, ExplorerSaveMutationVariables>;
export const FeedDocument = new TypedDocumentString(`
    query Feed($after: String) {
  viewer {
    id
    feed(first: 20, after: $after) {
      totalCount
      edges {
        node {
          ...WorkInList
        }
        because {
          ...Followable
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment WorkInList on Work {
  id
  slug
  title
  type
  year
  abstract
  isOpenAccess
  retracted
  citationCount
  authorsCount
  source {
    id
    slug
    name
  }
  authorships(first: 6) {
    nodes {
      rawName
      researcher {
        id
        slug
        name
      }
    }
  }
}
fragment Followable on Node {
  __typename
  id
  ... on Researcher {
    slug
    name
  }
  ... on Work {
    slug
    title
  }
  ... on Topic {
    slug
    name
  }
  ... on Institution {
    slug
    name
  }
  ... on Source {
    slug
    name
  }
}`, {"hash":"sha256:ab95c7881a5d22c16534b730a5da4412812725469c97ecdf72ce2c7d17906059"}) as unknown as TypedDocumentString<FeedQuery, FeedQueryVariables>;
export const FollowsDocument = new TypedDocumentString(`
    query Follows($after: String) {
  viewer {
    id
    follows(first: 50, after: $after) {
      totalCount
      nodes {
        ...Followable
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Followable on Node {
  __typename
  id
  ... on Researcher {
    slug
    name
  }
  ... on Work {
    slug
    title
  }
  ... on Topic {
    slug
    name
  }
  ... on Institution {
    slug
    name
  }
  ... on Source {
    slug
    name
  }
}`, {"hash":"sha256:728b91f2733fede6d78f8cf6883d13d5a503fe641971d9491d752dba5a29306f"}) as unknown as TypedDocumentString<FollowsQuery, FollowsQueryVariables>;
export const InstitutionDocument = new TypedDocumentString(`
    query Institution($by: InstitutionLookup!) {
  institution(by: $by) {
    id
    slug
    url
    name
    worksCount
    researchersCount
    citationCount
    viewerFollows
    followers {
      totalCount
    }
    identifiers {
      scheme
      value
      url
    }
    ror
    country
    city
    latitude
    longitude
    type
    homepage
    domains
    parents(first: 12) {
      totalCount
      nodes {
        id
        slug
        name
        worksCount
      }
    }
    children(first: 24) {
      totalCount
      nodes {
        id
        slug
        name
        worksCount
      }
    }
    researchers(first: 8) {
      ...PeoplePage
    }
    works(first: 10) {
      ...FirstWorks
    }
    countsByYear {
      year
      works
      citations
    }
    provenance {
      source
      run
      importedAt
    }
  }
}
    fragment PeoplePage on ResearcherConnection {
  totalCount
  nodes {
    id
    slug
    name
    worksCount
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
fragment WorkInList on Work {
  id
  slug
  title
  type
  year
  abstract
  isOpenAccess
  retracted
  citationCount
  authorsCount
  source {
    id
    slug
    name
  }
  authorships(first: 6) {
    nodes {
      rawName
      researcher {
        id
        slug
        name
      }
    }
  }
}
fragment FirstWorks on WorkConnection {
  ...WorkPage
  byYear: facets(by: YEAR, first: 100) {
    value
    count
  }
  byType: facets(by: TYPE, first: 20) {
    value
    count
  }
}
fragment WorkPage on WorkConnection {
  totalCount
  nodes {
    ...WorkInList
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`, {"hash":"sha256:161aad9e636def8ed5425c930ef8af781916b0a515af80d17c26a78dc7a23665"}) as unknown as TypedDocumentString<InstitutionQuery, InstitutionQueryVariables>;
export const InvitePageDocument = new TypedDocumentString(`
    query InvitePage($by: ResearcherLookup!) {
  researcher(by: $by) {
    id
    slug
    name
    viewerCan {
      invite {
        allowed
        reason
        nextStep
      }
    }
  }
  viewer {
    id
    records {
      id
      name
    }
    sentInvitations(states: [DRAFT], first: 50) {
      nodes {
        id
        message
        receiver {
          id
        }
      }
    }
  }
}
    `, {"hash":"sha256:d0c2f1a888bae558ba5e427f4567c862d02bd04d2edf20e73b1070c1eab4201d"}) as unknown as TypedDocumentString<InvitePageQuery, InvitePageQueryVariables>;
export const SendInvitationDocument = new TypedDocumentString(`
    mutation SendInvitation($input: SendInvitationInput!) {
  sendInvitation(input: $input) {
    __typename
    ... on InvitationSent {
      invitation {
        id
        state
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:5c367092f352e94bce33b6b03c7ff592fcb69bce449c1018135cc769b9ded99b"}) as unknown as TypedDocumentString<SendInvitationMutation, SendInvitationMutationVariables>;
export const ModerationClaimsDocument = new TypedDocumentString(`
    query ModerationClaims($states: [ClaimState!], $after: String) {
  claims(filter: {states: $states}, first: 20, after: $after) {
    totalCount
    nodes {
      id
      state
      note
      reason
      weight
      createdAt
      claimant {
        name
        orcid
      }
      researcher {
        id
        slug
        name
        worksCount
        orcid
      }
      evidence {
        kind
        holds
        weight
        addedAt
        orcid
        email
        text
        url
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:6d733a209346690d5ffa3f78e94be2901a8a83951336310b5dca86d3c76d4971"}) as unknown as TypedDocumentString<ModerationClaimsQuery, ModerationClaimsQueryVariables>;
export const ReviewClaimDocument = new TypedDocumentString(`
    mutation ReviewClaim($id: ID!, $decision: ReviewDecision!, $reason: String) {
  reviewClaim(id: $id, decision: $decision, reason: $reason) {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:13b4bf282729524679bf0d07ffcda3017d5f76ec6f7cf7115f86fa30fe50ed21"}) as unknown as TypedDocumentString<ReviewClaimMutation, ReviewClaimMutationVariables>;
export const RevokeClaimDocument = new TypedDocumentString(`
    mutation RevokeClaim($id: ID!, $reason: String) {
  revokeClaim(id: $id, reason: $reason) {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:55f56d9bfe703932f7a02aa3b59b3975cddf3b9fd6bd1fa443764134b2db9912"}) as unknown as TypedDocumentString<RevokeClaimMutation, RevokeClaimMutationVariables>;
export const ReportsDocument = new TypedDocumentString(`
    query Reports($states: [ReportState!], $after: String) {
  reports(states: $states, first: 20, after: $after) {
    totalCount
    nodes {
      id
      state
      reason
      text
      quoted
      aboutId
      createdAt
      decision
      against {
        id
        slug
        name
      }
      reporter {
        id
        slug
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:db76a6934449c083b6d5ea630b0047c41c630df3be2fb66b60e7e4efef7a2134"}) as unknown as TypedDocumentString<ReportsQuery, ReportsQueryVariables>;
export const CloseReportDocument = new TypedDocumentString(`
    mutation CloseReport($id: ID!, $decision: ReportDecision!) {
  closeReport(id: $id, decision: $decision) {
    __typename
    ... on ReportClosed {
      report {
        id
        state
        decision
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:b28b8482be7b538f13965ccbc8d15e544c7d0820d438f3974ff17125860c4a53"}) as unknown as TypedDocumentString<CloseReportMutation, CloseReportMutationVariables>;
export const SuspendAccountDocument = new TypedDocumentString(`
    mutation SuspendAccount($report: ID!, $days: Int!) {
  suspendAccount(report: $report, days: $days) {
    __typename
    ... on AccountSuspended {
      until
    }
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:b3a26f0cf15b8a3a28c467e3607e53b62499e21394c447673ba632e963c5d0eb"}) as unknown as TypedDocumentString<SuspendAccountMutation, SuspendAccountMutationVariables>;
export const DuplicatesDocument = new TypedDocumentString(`
    query Duplicates($after: String) {
  possibleDuplicates(first: 10, after: $after) {
    endCursor
    hasNextPage
    researchers {
      ...PersonToCompare
      possibleDuplicates(first: 4) {
        score
        researcher {
          ...PersonToCompare
        }
        evidence {
          name
          sharedCoauthors
          sharedInstitutions
          sharedTopics
          sharedSources
          contradictions
        }
      }
    }
  }
}
    fragment PersonToCompare on Researcher {
  id
  slug
  name
  worksCount
  orcid
  affiliation {
    institution {
      name
    }
  }
}`, {"hash":"sha256:e18bb401ab565d038f119ea1459960b0a94b387d5079db80500b3b5493966f9e"}) as unknown as TypedDocumentString<DuplicatesQuery, DuplicatesQueryVariables>;
export const MergeResearchersDocument = new TypedDocumentString(`
    mutation MergeResearchers($keep: ID!, $merge: ID!, $preview: Boolean!, $reason: String) {
  mergeResearchers(keep: $keep, merge: $merge, preview: $preview, reason: $reason) {
    __typename
    ... on ResearchersMerged {
      decision {
        ...Outcome
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    fragment Outcome on DecisionOutcome {
  id
  kind
  state
  contradictions
  works
  identifiers
  before {
    ...Figures
  }
  after {
    ...Figures
  }
}
fragment Figures on FiguresOfPerson {
  id
  name
  worksCount
  citationCount
  hIndex
  topicsCount
  collaboratorsCount
  followersCount
  trustScore
}`, {"hash":"sha256:f79e93c72429ee6e3a1806178a64be164130e1de1b4158bab0d466f65df38ed5"}) as unknown as TypedDocumentString<MergeResearchersMutation, MergeResearchersMutationVariables>;
export const SplitResearcherDocument = new TypedDocumentString(`
    mutation SplitResearcher($id: ID!, $works: [ID!]!, $preview: Boolean!, $reason: String) {
  splitResearcher(id: $id, works: $works, preview: $preview, reason: $reason) {
    __typename
    ... on ResearcherSplit {
      decision {
        ...Outcome
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    fragment Outcome on DecisionOutcome {
  id
  kind
  state
  contradictions
  works
  identifiers
  before {
    ...Figures
  }
  after {
    ...Figures
  }
}
fragment Figures on FiguresOfPerson {
  id
  name
  worksCount
  citationCount
  hIndex
  topicsCount
  collaboratorsCount
  followersCount
  trustScore
}`, {"hash":"sha256:fda9adf8b6d360956aa8f41d42b5bc0dc296b577eca34bea4244beb6d119bb69"}) as unknown as TypedDocumentString<SplitResearcherMutation, SplitResearcherMutationVariables>;
export const UndoMergeDocument = new TypedDocumentString(`
    mutation UndoMerge($id: ID!, $preview: Boolean!, $reason: String) {
  undoMerge(id: $id, preview: $preview, reason: $reason) {
    __typename
    ... on MergeUndone {
      decision {
        ...Outcome
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    fragment Outcome on DecisionOutcome {
  id
  kind
  state
  contradictions
  works
  identifiers
  before {
    ...Figures
  }
  after {
    ...Figures
  }
}
fragment Figures on FiguresOfPerson {
  id
  name
  worksCount
  citationCount
  hIndex
  topicsCount
  collaboratorsCount
  followersCount
  trustScore
}`, {"hash":"sha256:3b3e518b899cb395187fa76511e7d87e75bc8d85c9e2b47ef09d9533bec5432d"}) as unknown as TypedDocumentString<UndoMergeMutation, UndoMergeMutationVariables>;
export const WorksToSplitDocument = new TypedDocumentString(`
    query WorksToSplit($by: ResearcherLookup!) {
  researcher(by: $by) {
    id
    slug
    name
    works(first: 100) {
      totalCount
      nodes {
        id
        title
        year
        source {
          name
        }
      }
    }
  }
}
    `, {"hash":"sha256:55d688e345e938955419259a061b25dde918539e6b8f63ea32e2d2dd7281ffec"}) as unknown as TypedDocumentString<WorksToSplitQuery, WorksToSplitQueryVariables>;
export const DecisionsDocument = new TypedDocumentString(`
    query Decisions($after: String) {
  identityDecisions(first: 20, after: $after) {
    totalCount
    nodes {
      id
      kind
      state
      keep
      other
      reason
      decidedAt
      undoneAt
      works
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:0bc5baa4cb11edc8e25c70c69cc178436c1be5032da7d3d69dcf59eab8f64e13"}) as unknown as TypedDocumentString<DecisionsQuery, DecisionsQueryVariables>;
export const AuditLogDocument = new TypedDocumentString(`
    query AuditLog($filter: AuditFilter, $after: String) {
  auditEvents(filter: $filter, first: 50, after: $after) {
    totalCount
    nodes {
      id
      at
      kind
      by
      about
      details {
        name
        value
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:20f4e8ec8e46e414c25104f216d4f9ef64654908bb10f11cd81552e214706bb5"}) as unknown as TypedDocumentString<AuditLogQuery, AuditLogQueryVariables>;
export const SuggestionsDocument = new TypedDocumentString(`
    query Suggestions($prefix: String!, $kinds: [EntityKind!]) {
  suggest(prefix: $prefix, kinds: $kinds, limit: 6) {
    id
    kind
    label
    subtitle
  }
}
    `, {"hash":"sha256:984ec9def0775f482d322d036e5576a33f21aa98afa54ef5d8e380ad413c8909"}) as unknown as TypedDocumentString<SuggestionsQuery, SuggestionsQueryVariables>;
export const NotificationsDocument = new TypedDocumentString(`
    query Notifications($after: String) {
  viewer {
    id
    notifications(first: 30, after: $after) {
      totalCount
      nodes {
        id
        kind
        text
        at
        readAt
        about {
          __typename
          id
          ... on Claim {
            researcher {
              slug
            }
          }
          ... on OwnerEdit {
            researcher {
              slug
            }
          }
          ... on Report {
            aboutId
          }
          ... on Researcher {
            slug
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `, {"hash":"sha256:ddbeddaf20aee3746cf3206dc0c230d917103d3afbeee19643a5b471488a79c8"}) as unknown as TypedDocumentString<NotificationsQuery, NotificationsQueryVariables>;
export const MarkAllNotificationsReadDocument = new TypedDocumentString(`
    mutation MarkAllNotificationsRead {
  markAllNotificationsRead {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:c4a4f5bd8ea213961622569e0d6d96e94082a806c720553687a0d3564b5c2969"}) as unknown as TypedDocumentString<MarkAllNotificationsReadMutation, MarkAllNotificationsReadMutationVariables>;
export const ProfileDocument = new TypedDocumentString(`
    query Profile($by: ResearcherLookup!, $works: Int = 10) {
  researcher(by: $by) {
    id
    slug
    url
    name
    nameVariants
    role
    orcid
    worksCount
    hIndex
    citationCount
    bio {
      text
      isGenerated
    }
    identifiers {
      scheme
      value
      url
    }
    identity {
      rule
      confidence
    }
    affiliation {
      state
      since
      source
      institution {
        id
        slug
        name
        city
        country
      }
    }
    openToCollaborate {
      value
      source
    }
    trust {
      score
      band
      formulaVersion
      components {
        name
        points
        max
        explanation
        howToRaise
      }
    }
    verification {
      level
      evidence
      nextStep
    }
    claim {
      state
    }
    viewerFollows
    viewerCan {
      edit {
        allowed
      }
      follow {
        allowed
        reason
      }
      claim {
        allowed
        reason
        nextStep
      }
      invite {
        allowed
        reason
      }
      message {
        allowed
        reason
      }
    }
    followers {
      totalCount
    }
    closeCollaboratorCount {
      value
      definition
    }
    topics(first: 12) {
      totalCount
      nodes {
        id
        slug
        name
        worksCount
      }
    }
    collaborators(first: 6) {
      totalCount
      edges {
        works
        node {
          id
          slug
          name
        }
      }
    }
    works(first: $works) {
      ...FirstWorks
    }
    countsByYear {
      year
      works
      citations
    }
    provenance {
      source
      run
      importedAt
    }
  }
}
    fragment WorkInList on Work {
  id
  slug
  title
  type
  year
  abstract
  isOpenAccess
  retracted
  citationCount
  authorsCount
  source {
    id
    slug
    name
  }
  authorships(first: 6) {
    nodes {
      rawName
      researcher {
        id
        slug
        name
      }
    }
  }
}
fragment FirstWorks on WorkConnection {
  ...WorkPage
  byYear: facets(by: YEAR, first: 100) {
    value
    count
  }
  byType: facets(by: TYPE, first: 20) {
    value
    count
  }
}
fragment WorkPage on WorkConnection {
  totalCount
  nodes {
    ...WorkInList
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`, {"hash":"sha256:f75467c9ba26d82c44dad426fa57acc1f5edd0285003948889fb1df14ee63d20"}) as unknown as TypedDocumentString<ProfileQuery, ProfileQueryVariables>;
export const TalksDocument = new TypedDocumentString(`
    query Talks {
  viewer {
    id
    conversations(first: 100) {
      nodes {
        id
        other {
          id
        }
      }
    }
  }
}
    `, {"hash":"sha256:85e486035023a2d26ac2150d285e4c5c62fb5711fe3fefec896ff8988579ca23"}) as unknown as TypedDocumentString<TalksQuery, TalksQueryVariables>;
export const ReportableDocument = new TypedDocumentString(`
    query Reportable($id: ID!) {
  node(id: $id) {
    __typename
    ... on Researcher {
      name
    }
    ... on Work {
      title
    }
    ... on Invitation {
      sender {
        name
      }
    }
    ... on Conversation {
      other {
        name
      }
    }
    ... on Message {
      text
    }
  }
}
    `, {"hash":"sha256:79a9ad6e3a050256afab37ec35a0974d9b395c5745bbb66ad906a2c4f6e0f284"}) as unknown as TypedDocumentString<ReportableQuery, ReportableQueryVariables>;
export const ReportDocument = new TypedDocumentString(`
    mutation Report($input: ReportInput!) {
  report(input: $input) {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:667ef6fa444b69b66c90d8b3d350b66214532cc320598cff651702212417244d"}) as unknown as TypedDocumentString<ReportMutation, ReportMutationVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($query: String!, $kinds: [EntityKind!], $after: String) {
  search(query: $query, kinds: $kinds, first: 20, after: $after) {
    totalCount
    totalCountIsExact
    edges {
      node {
        __typename
        id
        ... on Researcher {
          slug
          name
          worksCount
          affiliation {
            institution {
              name
            }
          }
        }
        ... on Work {
          slug
          title
          type
          year
          retracted
          citationCount
          authorsCount
          source {
            name
          }
          authorships(first: 3) {
            nodes {
              rawName
            }
          }
        }
        ... on Topic {
          slug
          name
          worksCount
          scheme
        }
        ... on Institution {
          slug
          name
          worksCount
          city
          country
        }
        ... on Source {
          slug
          name
          worksCount
          sourceKind: kind
        }
      }
      highlights {
        field
        parts {
          text
          isMatch
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:1bd9e67a53e263b9316d4335e2720c6078f578931c022786967a7428da1a774c"}) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SearchCountsDocument = new TypedDocumentString(`
    query SearchCounts($query: String!) {
  RESEARCHER: search(query: $query, kinds: [RESEARCHER], first: 1) {
    ...Count
  }
  WORK: search(query: $query, kinds: [WORK], first: 1) {
    ...Count
  }
  TOPIC: search(query: $query, kinds: [TOPIC], first: 1) {
    ...Count
  }
  INSTITUTION: search(query: $query, kinds: [INSTITUTION], first: 1) {
    ...Count
  }
  SOURCE: search(query: $query, kinds: [SOURCE], first: 1) {
    ...Count
  }
}
    fragment Count on SearchConnection {
  totalCount
  totalCountIsExact
}`, {"hash":"sha256:90e241048d181f524461b388dbb8df04f7e2e9f35ee8241c3df73eb7d8f72f17"}) as unknown as TypedDocumentString<SearchCountsQuery, SearchCountsQueryVariables>;
export const FilteredWorksDocument = new TypedDocumentString(`
    query FilteredWorks($filter: WorkFilter, $orderBy: WorkOrder, $after: String) {
  works(first: 20, filter: $filter, orderBy: $orderBy, after: $after) {
    ...WorkPage
  }
}
    fragment WorkInList on Work {
  id
  slug
  title
  type
  year
  abstract
  isOpenAccess
  retracted
  citationCount
  authorsCount
  source {
    id
    slug
    name
  }
  authorships(first: 6) {
    nodes {
      rawName
      researcher {
        id
        slug
        name
      }
    }
  }
}
fragment WorkPage on WorkConnection {
  totalCount
  nodes {
    ...WorkInList
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`, {"hash":"sha256:bca56e55aed86b4814cb87b613f8ca17b18a0ef0209734e9af1cb3c3c5dc5969"}) as unknown as TypedDocumentString<FilteredWorksQuery, FilteredWorksQueryVariables>;
export const WorkFacetsDocument = new TypedDocumentString(`
    query WorkFacets($filter: WorkFilter) {
  works(first: 1, filter: $filter) {
    totalCount
    year: facets(by: YEAR, first: 100) {
      ...FacetOfWorks
    }
    type: facets(by: TYPE, first: 12) {
      ...FacetOfWorks
    }
    topic: facets(by: TOPIC, first: 8) {
      ...FacetOfWorks
    }
    source: facets(by: SOURCE, first: 8) {
      ...FacetOfWorks
    }
    institution: facets(by: INSTITUTION, first: 8) {
      ...FacetOfWorks
    }
    author: facets(by: AUTHOR, first: 8) {
      ...FacetOfWorks
    }
  }
}
    fragment FacetOfWorks on Facet {
  value
  label
  count
}`, {"hash":"sha256:17949614d620dbb8066324fb9edacaa98ddd0d7f75020933599e3808690b3711"}) as unknown as TypedDocumentString<WorkFacetsQuery, WorkFacetsQueryVariables>;
export const SettingsDocument = new TypedDocumentString(`
    query Settings {
  viewer {
    id
    email
    name
    orcid
    role
    createdAt
    emailDigest
    mutedNotifications
    sessions {
      id
      method
      userAgent
      createdAt
      lastSeenAt
      expiresAt
      isCurrent
    }
    accessTokens {
      id
      name
      scopes
      createdAt
      lastUsedAt
      expiresAt
    }
  }
}
    `, {"hash":"sha256:8f563299874171cd1f9e380b66a23f8fd6bcb627f418034d88bc860afca5161e"}) as unknown as TypedDocumentString<SettingsQuery, SettingsQueryVariables>;
export const UpdateAccountDocument = new TypedDocumentString(`
    mutation UpdateAccount($input: UpdateAccountInput!) {
  updateAccount(input: $input) {
    __typename
    ... on AccountUpdated {
      account {
        name
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:87c5662f9be857b1bfca83a024f6fdf99f4809c9deecfbfb97252d7016c38972"}) as unknown as TypedDocumentString<UpdateAccountMutation, UpdateAccountMutationVariables>;
export const RevokeSessionDocument = new TypedDocumentString(`
    mutation RevokeSession($id: ID!) {
  revokeSession(id: $id) {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:43c584732553b1be98590721882b41e573dd27b2918ac7d30542bd391e4c46a8"}) as unknown as TypedDocumentString<RevokeSessionMutation, RevokeSessionMutationVariables>;
export const CreateAccessTokenDocument = new TypedDocumentString(`
    mutation CreateAccessToken($input: CreateAccessTokenInput!) {
  createAccessToken(input: $input) {
    __typename
    ... on AccessTokenCreated {
      secret
      accessToken {
        id
        name
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:aa380a8f1ab6ca2f6be6e55cae8024204466249a85089ebeb23519a12761a1ee"}) as unknown as TypedDocumentString<CreateAccessTokenMutation, CreateAccessTokenMutationVariables>;
export const RevokeAccessTokenDocument = new TypedDocumentString(`
    mutation RevokeAccessToken($id: ID!) {
  revokeAccessToken(id: $id) {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:2b9573d36d50bfba4359fdca91c5764886e5e2534f9b5157ba3ea5802354fd71"}) as unknown as TypedDocumentString<RevokeAccessTokenMutation, RevokeAccessTokenMutationVariables>;
export const DeleteAccountDocument = new TypedDocumentString(`
    mutation DeleteAccount {
  deleteAccount {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:b190f709fc70f97dad534db18ab2be54f035d29a2c2d5941391354d078c0af76"}) as unknown as TypedDocumentString<DeleteAccountMutation, DeleteAccountMutationVariables>;
export const BlockedDocument = new TypedDocumentString(`
    query Blocked($after: String) {
  viewer {
    id
    blocked(first: 20, after: $after) {
      totalCount
      nodes {
        id
        since
        researcher {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `, {"hash":"sha256:7c3fc92938027aec748b27a9aaaf242364eb2282c8076890b7ef041b68ef54aa"}) as unknown as TypedDocumentString<BlockedQuery, BlockedQueryVariables>;
export const UnblockAccountDocument = new TypedDocumentString(`
    mutation UnblockAccount($id: ID!) {
  unblockAccount(id: $id) {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:79bd8d7b00a982e7dd9f7631e82d5fd96fff1afe4bdebded04da73a5a05d98cc"}) as unknown as TypedDocumentString<UnblockAccountMutation, UnblockAccountMutationVariables>;
export const RequestSignInLinkDocument = new TypedDocumentString(`
    mutation RequestSignInLink($email: String!) {
  requestSignInLink(email: $email) {
    __typename
    ... on SignInLinkRequested {
      email
    }
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:5cf62c3909371a045ce159fa444429da5c8a2f45ff367ec8d210ecc43e666d46"}) as unknown as TypedDocumentString<RequestSignInLinkMutation, RequestSignInLinkMutationVariables>;
export const SignInWithLinkDocument = new TypedDocumentString(`
    mutation SignInWithLink($token: String!) {
  signInWithLink(token: $token) {
    __typename
    ... on SignedIn {
      account {
        id
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `, {"hash":"sha256:e00b66cd6eb2297b3494a568a39d77a8db6e1704baf397f31ce06e072a2a5a39"}) as unknown as TypedDocumentString<SignInWithLinkMutation, SignInWithLinkMutationVariables>;
export const SourceDocument = new TypedDocumentString(`
    query Source($by: SourceLookup!) {
  source(by: $by) {
    id
    slug
    url
    name
    worksCount
    researchersCount
    citationCount
    viewerFollows
    followers {
      totalCount
    }
    identifiers {
      scheme
      value
      url
    }
    kind
    issn
    homepage
    researchers(first: 8) {
      ...PeoplePage
    }
    works(first: 10) {
      ...FirstWorks
    }
    countsByYear {
      year
      works
      citations
    }
    provenance {
      source
      run
      importedAt
    }
  }
}
    fragment PeoplePage on ResearcherConnection {
  totalCount
  nodes {
    id
    slug
    name
    worksCount
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
fragment WorkInList on Work {
  id
  slug
  title
  type
  year
  abstract
  isOpenAccess
  retracted
  citationCount
  authorsCount
  source {
    id
    slug
    name
  }
  authorships(first: 6) {
    nodes {
      rawName
      researcher {
        id
        slug
        name
      }
    }
  }
}
fragment FirstWorks on WorkConnection {
  ...WorkPage
  byYear: facets(by: YEAR, first: 100) {
    value
    count
  }
  byType: facets(by: TYPE, first: 20) {
    value
    count
  }
}
fragment WorkPage on WorkConnection {
  totalCount
  nodes {
    ...WorkInList
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`, {"hash":"sha256:fa78abfecc21eb7e7838a63b14f741e8f2d59c3bd61b1e5a31c08e4cede91cb7"}) as unknown as TypedDocumentString<SourceQuery, SourceQueryVariables>;
export const StartDocument = new TypedDocumentString(`
    query Start {
  stats {
    works
    researchers
    topics
    institutions
    sources
    lastImportedAt
  }
  researchers(first: 8) {
    nodes {
      id
      slug
      name
      worksCount
      affiliation {
        institution {
          name
        }
      }
    }
  }
}
    `, {"hash":"sha256:444113a9fecec52735bed597b25f4eef941989123bf553656b37db293add869c"}) as unknown as TypedDocumentString<StartQuery, StartQueryVariables>;
export const TopicDocument = new TypedDocumentString(`
    query Topic($by: TopicLookup!) {
  topic(by: $by) {
    id
    slug
    url
    name
    worksCount
    researchersCount
    citationCount
    viewerFollows
    followers {
      totalCount
    }
    identifiers {
      scheme
      value
      url
    }
    scheme
    code
    level
    description
    broader(first: 12) {
      totalCount
      nodes {
        id
        slug
        name
        worksCount
      }
    }
    narrower(first: 24) {
      totalCount
      nodes {
        id
        slug
        name
        worksCount
      }
    }
    researchers(first: 8) {
      ...PeoplePage
    }
    works(first: 10) {
      ...FirstWorks
    }
    countsByYear {
      year
      works
      citations
    }
    provenance {
      source
      run
      importedAt
    }
  }
}
    fragment PeoplePage on ResearcherConnection {
  totalCount
  nodes {
    id
    slug
    name
    worksCount
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
fragment WorkInList on Work {
  id
  slug
  title
  type
  year
  abstract
  isOpenAccess
  retracted
  citationCount
  authorsCount
  source {
    id
    slug
    name
  }
  authorships(first: 6) {
    nodes {
      rawName
      researcher {
        id
        slug
        name
      }
    }
  }
}
fragment FirstWorks on WorkConnection {
  ...WorkPage
  byYear: facets(by: YEAR, first: 100) {
    value
    count
  }
  byType: facets(by: TYPE, first: 20) {
    value
    count
  }
}
fragment WorkPage on WorkConnection {
  totalCount
  nodes {
    ...WorkInList
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`, {"hash":"sha256:3b3036f90aaa4344f87313447e9140fa8bacc183a9aac4cf7a799076ab712ff8"}) as unknown as TypedDocumentString<TopicQuery, TopicQueryVariables>;
export const AuthorsDocument = new TypedDocumentString(`
    query Authors($of: ID!, $after: String) {
  node(id: $of) {
    ... on Work {
      authorships(first: 100, after: $after) {
        ...AuthorPage
      }
    }
  }
}
    fragment AuthorPage on AuthorshipConnection {
  totalCount
  nodes {
    position
    rawName
    corresponding
    researcher {
      id
      slug
      name
    }
    institutions {
      id
      slug
      name
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`, {"hash":"sha256:fd6c33223dff664ba6ddf8a42de198b3c39d8b930e7b0b791db8fbfdd2197866"}) as unknown as TypedDocumentString<AuthorsQuery, AuthorsQueryVariables>;
export const CitationDocument = new TypedDocumentString(`
    query Citation($of: ID!, $style: CitationFormat!) {
  node(id: $of) {
    ... on Work {
      citation(style: $style)
    }
  }
}
    `, {"hash":"sha256:230d056419bd98a308029cec7d3231ab587e04dd94b1e8aae3466dfee3c2b6a8"}) as unknown as TypedDocumentString<CitationQuery, CitationQueryVariables>;
export const ReferencesDocument = new TypedDocumentString(`
    query References($of: ID!, $after: String) {
  node(id: $of) {
    ... on Work {
      references(first: 10, after: $after) {
        ...WorkPage
      }
    }
  }
}
    fragment WorkInList on Work {
  id
  slug
  title
  type
  year
  abstract
  isOpenAccess
  retracted
  citationCount
  authorsCount
  source {
    id
    slug
    name
  }
  authorships(first: 6) {
    nodes {
      rawName
      researcher {
        id
        slug
        name
      }
    }
  }
}
fragment WorkPage on WorkConnection {
  totalCount
  nodes {
    ...WorkInList
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`, {"hash":"sha256:4f984c91ec31e22789a88afbb5b3c339c36c040a631247d17d91803de5a3e6b3"}) as unknown as TypedDocumentString<ReferencesQuery, ReferencesQueryVariables>;
export const CitedByDocument = new TypedDocumentString(`
    query CitedBy($of: ID!, $after: String) {
  node(id: $of) {
    ... on Work {
      citedBy(first: 10, after: $after) {
        ...WorkPage
      }
    }
  }
}
    fragment WorkInList on Work {
  id
  slug
  title
  type
  year
  abstract
  isOpenAccess
  retracted
  citationCount
  authorsCount
  source {
    id
    slug
    name
  }
  authorships(first: 6) {
    nodes {
      rawName
      researcher {
        id
        slug
        name
      }
    }
  }
}
fragment WorkPage on WorkConnection {
  totalCount
  nodes {
    ...WorkInList
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`, {"hash":"sha256:bb968c81d13a20fa9f189f25b3b4454f9cab23a4f6ad64b3c88fa46b4042b04a"}) as unknown as TypedDocumentString<CitedByQuery, CitedByQueryVariables>;
export const SimilarDocument = new TypedDocumentString(`
    query Similar($of: ID!) {
  node(id: $of) {
    ... on Work {
      similar(first: 6) {
        edges {
          node {
            ...RelatedWork
          }
          evidence {
            method
            shared
          }
        }
      }
    }
  }
}
    fragment RelatedWork on Work {
  id
  slug
  title
  type
  year
  source {
    name
  }
}`, {"hash":"sha256:800263c58fbc1548ff730b9e61648b7317d453f2e6ceed12b740770e798c6e52"}) as unknown as TypedDocumentString<SimilarQuery, SimilarQueryVariables>;
export const PriorDocument = new TypedDocumentString(`
    query Prior($of: ID!) {
  node(id: $of) {
    ... on Work {
      priorWorks(first: 6) {
        edges {
          links
          node {
            ...RelatedWork
          }
        }
      }
    }
  }
}
    fragment RelatedWork on Work {
  id
  slug
  title
  type
  year
  source {
    name
  }
}`, {"hash":"sha256:d5ef281acf462af70ad795b47c15b915511efeca38c24a63ca67190d01e92580"}) as unknown as TypedDocumentString<PriorQuery, PriorQueryVariables>;
export const DerivativeDocument = new TypedDocumentString(`
    query Derivative($of: ID!) {
  node(id: $of) {
    ... on Work {
      derivativeWorks(first: 6) {
        edges {
          links
          node {
            ...RelatedWork
          }
        }
      }
    }
  }
}
    fragment RelatedWork on Work {
  id
  slug
  title
  type
  year
  source {
    name
  }
}`, {"hash":"sha256:8116e5390b7b735b26022e500c9290c40469601278b34f090dec7a4bd489a09c"}) as unknown as TypedDocumentString<DerivativeQuery, DerivativeQueryVariables>;
export const WorkDocument = new TypedDocumentString(`
    query Work($by: WorkLookup!) {
  work(by: $by) {
    id
    slug
    url
    title
    abstract
    type
    year
    firstPublishedAt
    latestVersionAt
    language
    isOpenAccess
    retracted
    landingPageUrl
    pdfUrl
    authorsCount
    referencesCount
    citationCount
    externalCitationCount
    viewerFollows
    followers {
      totalCount
    }
    identifiers {
      scheme
      value
      url
    }
    source {
      id
      slug
      name
    }
    authorships(first: 12) {
      ...AuthorPage
    }
    topics(first: 12) {
      totalCount
      nodes {
        id
        slug
        name
      }
    }
    references(first: 5) {
      ...WorkPage
    }
    citedBy(first: 5) {
      ...WorkPage
    }
    countsByYear {
      year
      works
      citations
    }
    provenance {
      source
      run
      importedAt
    }
  }
}
    fragment WorkInList on Work {
  id
  slug
  title
  type
  year
  abstract
  isOpenAccess
  retracted
  citationCount
  authorsCount
  source {
    id
    slug
    name
  }
  authorships(first: 6) {
    nodes {
      rawName
      researcher {
        id
        slug
        name
      }
    }
  }
}
fragment WorkPage on WorkConnection {
  totalCount
  nodes {
    ...WorkInList
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
fragment AuthorPage on AuthorshipConnection {
  totalCount
  nodes {
    position
    rawName
    corresponding
    researcher {
      id
      slug
      name
    }
    institutions {
      id
      slug
      name
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`, {"hash":"sha256:2380f7a05a6c67d2c2d982e8832a115205e778fdc008dacedb7fe56f1c5db7fc"}) as unknown as TypedDocumentString<WorkQuery, WorkQueryVariables>;
export const SuggestDocument = new TypedDocumentString(`
    query Suggest($prefix: String!) {
  suggest(prefix: $prefix, limit: 8) {
    id
    kind
    label
    subtitle
    parts {
      text
      isMatch
    }
    entity {
      ... on Researcher {
        slug
      }
      ... on Work {
        slug
      }
      ... on Topic {
        slug
      }
      ... on Institution {
        slug
      }
      ... on Source {
        slug
      }
    }
  }
}
    `, {"hash":"sha256:6df1df133e104480cf22d5d569ee97d3ed346832b4786f5479ed2df01e3185e4"}) as unknown as TypedDocumentString<SuggestQuery, SuggestQueryVariables>;