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