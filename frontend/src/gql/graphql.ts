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

/** What is known of an affiliation, and from whom. */
export type AffiliationState =
  | 'CLAIMED'
  | 'IMPORTED'
  | 'NOT_IMPORTED'
  | 'VALIDATED';

/** A style of citation: an entry of BibTeX, a reference in RIS, an item of CSL-JSON, a line as the 7th edition of the APA's manual has it, a description in JSON-LD with the vocabulary of schema.org. */
export type CitationFormat =
  | 'APA'
  | 'BIBTEX'
  | 'CSL_JSON'
  | 'JSON_LD'
  | 'RIS';

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

/** What has happened: something that is followed has new works; an invitation has come, or was accepted or declined; a message has come; a claim was decided. */
export type NotificationKind =
  | 'CLAIM_DECIDED'
  | 'INVITATION_ACCEPTED'
  | 'INVITATION_DECLINED'
  | 'INVITATION_RECEIVED'
  | 'MESSAGE_RECEIVED'
  | 'NEW_WORKS';

/** Who says that a researcher is open to collaborate. */
export type OpennessSource =
  | 'DEFAULT'
  | 'OWNER';

/** Which end of a list comes first. */
export type OrderDirection =
  | 'ASC'
  | 'DESC';

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

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { wasSignedIn: boolean } | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, email: string | null, name: string | null, orcid: string | null, role: AccountRole } | null };

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

export type SuggestionsQueryVariables = Exact<{
  prefix: string;
  kinds?: Array<EntityKind> | EntityKind | null | undefined;
}>;


export type SuggestionsQuery = { suggest: Array<{ id: string, kind: EntityKind, label: string, subtitle: string | null }> | null };

export type ProfileQueryVariables = Exact<{
  by: ResearcherLookup;
  works?: number | null | undefined;
}>;


export type ProfileQuery = { researcher: { id: string, slug: string, url: string, name: string, nameVariants: Array<string>, role: string | null, orcid: string | null, worksCount: number, hIndex: number, citationCount: number, viewerFollows: boolean, bio: { text: string, isGenerated: boolean } | null, identifiers: Array<{ scheme: string, value: string, url: string | null }>, identity: { rule: string, confidence: number | null } | null, affiliation: { state: AffiliationState, since: number | null, source: string | null, institution: { id: string, slug: string, name: string, city: string | null, country: string | null } | null }, openToCollaborate: { value: boolean, source: OpennessSource }, trust: { score: number, band: TrustBand, formulaVersion: string, components: Array<{ name: TrustComponentName, points: number, max: number, explanation: string, howToRaise: string }> }, verification: { level: number, evidence: Array<string>, nextStep: string }, claim: { state: ClaimState }, viewerCan: { follow: { allowed: boolean, reason: string | null }, claim: { allowed: boolean, reason: string | null }, invite: { allowed: boolean, reason: string | null }, message: { allowed: boolean, reason: string | null } }, followers: { totalCount: number }, closeCollaboratorCount: { value: number, definition: string }, topics: { totalCount: number, nodes: Array<{ id: string, slug: string, name: string, worksCount: number }> } | null, collaborators: { totalCount: number, edges: Array<{ works: number, node: { id: string, slug: string, name: string } }> } | null, works: { totalCount: number, byYear: Array<{ value: string, count: number }>, byType: Array<{ value: string, count: number }>, nodes: Array<{ id: string, slug: string, title: string, type: string, year: number | null, abstract: string | null, isOpenAccess: boolean | null, retracted: boolean, citationCount: number, authorsCount: number, source: { id: string, slug: string, name: string } | null, authorships: { nodes: Array<{ rawName: string, researcher: { id: string, slug: string, name: string } }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, countsByYear: Array<{ year: number, works: number, citations: number }>, provenance: Array<{ source: string, run: string, importedAt: string }> } | null };

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


export type SettingsQuery = { viewer: { id: string, email: string | null, name: string | null, orcid: string | null, role: AccountRole, createdAt: string, sessions: Array<{ id: string, method: SignInMethod, userAgent: string | null, createdAt: string, lastSeenAt: string, expiresAt: string, isCurrent: boolean }>, accessTokens: Array<{ id: string, name: string, scopes: Array<AccessScope>, createdAt: string, lastUsedAt: string | null, expiresAt: string }> } | null };

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
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut {
    wasSignedIn
  }
}
    `, {"hash":"sha256:d6ef68c22af4336f436ffdb52539f89d55a003db364ff84a8e93d40b4395c968"}) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    id
    email
    name
    orcid
    role
  }
}
    `, {"hash":"sha256:df7fd486a859b07bdba56d21567e685d92705d7f8cecf3644bdc18584dcae078"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
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
      follow {
        allowed
        reason
      }
      claim {
        allowed
        reason
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
}`, {"hash":"sha256:8bd289b70d25cff3c46db6aa782bb0fa1644e2cb57e94763f37ef293d7ae4a87"}) as unknown as TypedDocumentString<ProfileQuery, ProfileQueryVariables>;
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
    `, {"hash":"sha256:3c0a8c7b4a91b2a224a2783de2d8f4476194b29490d09732a3d15e76eecd908c"}) as unknown as TypedDocumentString<SettingsQuery, SettingsQueryVariables>;
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
  researchers(first: 6) {
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
    `, {"hash":"sha256:64cd4fd686495f14b469e8a76f7ef590338297ffa1330bdd4f6266140ee73436"}) as unknown as TypedDocumentString<StartQuery, StartQueryVariables>;
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