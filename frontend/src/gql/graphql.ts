/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What is known of an affiliation, and from whom. */
export type AffiliationState =
  | 'CLAIMED'
  | 'IMPORTED'
  | 'NOT_IMPORTED'
  | 'VALIDATED';

/** How far the claim of an author record has come. */
export type ClaimState =
  | 'APPROVED'
  | 'DISPUTED'
  | 'NEEDS_EVIDENCE'
  | 'PENDING'
  | 'REJECTED'
  | 'REVOKED'
  | 'UNCLAIMED'
  | 'WITHDRAWN';

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

/** Who says that a researcher is open to collaborate. */
export type OpennessSource =
  | 'DEFAULT'
  | 'OWNER';

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

/** A way in which works are alike: the same works cite them; they cite the same works; they have topics, or authors, in common. */
export type Similarity =
  | 'BIBLIOGRAPHIC_COUPLING'
  | 'CO_CITATION'
  | 'SHARED_AUTHORS'
  | 'SHARED_TOPICS';

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

/** Years from one to another, both included; a null bound is open. */
export type YearRange = {
  /** The first year. */
  gte?: number | null | undefined;
  /** The last year. */
  lte?: number | null | undefined;
};

export type WorkInListFragment = { id: string, slug: string, title: string, type: string, year: number | null, abstract: string | null, isOpenAccess: boolean | null, retracted: boolean, citationCount: number, authorsCount: number, source: { id: string, slug: string, name: string } | null, authorships: { nodes: Array<{ rawName: string, researcher: { id: string, slug: string, name: string } }> } | null };

export type FirstWorksFragment = { totalCount: number, byYear: Array<{ value: string, count: number }>, byType: Array<{ value: string, count: number }>, nodes: Array<{ id: string, slug: string, title: string, type: string, year: number | null, abstract: string | null, isOpenAccess: boolean | null, retracted: boolean, citationCount: number, authorsCount: number, source: { id: string, slug: string, name: string } | null, authorships: { nodes: Array<{ rawName: string, researcher: { id: string, slug: string, name: string } }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type WorksQueryVariables = Exact<{
  of: string;
  filter?: WorkFilter | null | undefined;
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
    | { __typename: 'Institution', id: string, slug: string, name: string, city: string | null, country: string | null, worksCount: number, viewerFollows: boolean }
    | { __typename: 'Researcher', id: string, slug: string, name: string, role: string | null, worksCount: number, citationCount: number, hIndex: number, viewerFollows: boolean, affiliation: { institution: { name: string } | null }, trust: { score: number }, viewerCan: { follow: { allowed: boolean, reason: string | null } } }
    | { __typename: 'Session' }
    | { __typename: 'Source', id: string, slug: string, name: string, worksCount: number, viewerFollows: boolean, sourceKind: string }
    | { __typename: 'Topic', id: string, slug: string, name: string, description: string | null, worksCount: number, viewerFollows: boolean }
    | { __typename: 'Work', id: string, slug: string, title: string, abstract: string | null, type: string, year: number | null, citationCount: number, referencesCount: number, viewerFollows: boolean, source: { name: string } | null }
   | null, viewer: { id: string } | null };

export type ExplorerFollowMutationVariables = Exact<{
  id: string;
}>;


export type ExplorerFollowMutation = { follow:
    | { __typename: 'Followed' }
    | { __typename: 'ForbiddenError', message: string, code: string }
    | { __typename: 'NotSignedInError', message: string, code: string }
    | { __typename: 'OwnRecordError', message: string, code: string }
    | { __typename: 'TooManyAttemptsError', message: string, code: string }
    | { __typename: 'TooManyFollowsError', message: string, code: string }
    | { __typename: 'UnknownIdError', message: string, code: string }
   | null };

export type ExplorerUnfollowMutationVariables = Exact<{
  id: string;
}>;


export type ExplorerUnfollowMutation = { unfollow:
    | { __typename: 'ForbiddenError', message: string, code: string }
    | { __typename: 'NotSignedInError', message: string, code: string }
    | { __typename: 'TooManyAttemptsError', message: string, code: string }
    | { __typename: 'Unfollowed' }
    | { __typename: 'UnknownIdError', message: string, code: string }
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

export type ExplorerSuggestQueryVariables = Exact<{
  prefix: string;
}>;


export type ExplorerSuggestQuery = { suggest: Array<{ id: string, kind: EntityKind, label: string, subtitle: string | null, parts: Array<{ text: string, isMatch: boolean }> }> | null };

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

export type StartQueryVariables = Exact<{ [key: string]: never; }>;


export type StartQuery = { stats: { works: number, researchers: number, topics: number, institutions: number, sources: number, lastImportedAt: string | null } | null, researchers: { nodes: Array<{ id: string, slug: string, name: string, worksCount: number, affiliation: { institution: { name: string } | null } }> } | null };

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
export const WorksDocument = new TypedDocumentString(`
    query Works($of: ID!, $filter: WorkFilter, $first: Int = 10, $after: String) {
  node(id: $of) {
    ... on Researcher {
      works(first: $first, after: $after, filter: $filter) {
        ...WorkPage
      }
    }
    ... on Topic {
      works(first: $first, after: $after, filter: $filter) {
        ...WorkPage
      }
    }
    ... on Institution {
      works(first: $first, after: $after, filter: $filter) {
        ...WorkPage
      }
    }
    ... on Source {
      works(first: $first, after: $after, filter: $filter) {
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
}`, {"hash":"sha256:a212d68376286c6c856d3ea26456271b411f2d086ba0558997956fc81562fb14"}) as unknown as TypedDocumentString<WorksQuery, WorksQueryVariables>;
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
    }
    ... on Topic {
      id
      slug
      name
      description
      worksCount
      viewerFollows
    }
    ... on Institution {
      id
      slug
      name
      city
      country
      worksCount
      viewerFollows
    }
    ... on Source {
      id
      slug
      name
      sourceKind: kind
      worksCount
      viewerFollows
    }
  }
  viewer {
    id
  }
}
    `, {"hash":"sha256:b604eedcd8b31b68689dc9b967857c260814a1f27a59710ee4f60c5a9d2b8fbc"}) as unknown as TypedDocumentString<ExplorerEntityQuery, ExplorerEntityQueryVariables>;
export const ExplorerFollowDocument = new TypedDocumentString(`
    mutation ExplorerFollow($id: ID!) {
  follow(id: $id) {
    __typename
    ... on UserError {
      message
      code
    }
  }
}
    `, {"hash":"sha256:55b51979003a462bf4d3e1c36b4ccc6ad021839671762c8a4787eb112acec1d2"}) as unknown as TypedDocumentString<ExplorerFollowMutation, ExplorerFollowMutationVariables>;
export const ExplorerUnfollowDocument = new TypedDocumentString(`
    mutation ExplorerUnfollow($id: ID!) {
  unfollow(id: $id) {
    __typename
    ... on UserError {
      message
      code
    }
  }
}
    `, {"hash":"sha256:dbc5654dbf7facfbbb7a31bf738cf3791bb6341e341e6558c6de0ea774ca4ea4"}) as unknown as TypedDocumentString<ExplorerUnfollowMutation, ExplorerUnfollowMutationVariables>;
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
export const ExplorerSuggestDocument = new TypedDocumentString(`
    query ExplorerSuggest($prefix: String!) {
  suggest(prefix: $prefix, limit: 8) {
    id
    kind
    label
    subtitle
    parts {
      text
      isMatch
    }
  }
}
    `, {"hash":"sha256:b97dcb10eb151299e3d7c766091f969ec0078286ce3148a09cccdabece1c3787"}) as unknown as TypedDocumentString<ExplorerSuggestQuery, ExplorerSuggestQueryVariables>;
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