import type { ReactNode } from "react";

import { FollowButton } from "../account/FollowButton";
import type { EntityKind, FirstWorksFragment, PeoplePageFragment, TypedDocumentString } from "../gql/graphql";
import { GraphSection } from "../graph/GraphSection";
import { Skeleton } from "../parts/Skeleton";
import frame from "./entity-page.module.css";
import { Figures } from "./Figures";
import { KINDS } from "./kinds";
import { PageQuery } from "./PageQuery";
import { PeopleList } from "./PeopleList";
import { Provenance } from "./Provenance";
import { WorksSection } from "./WorksSection";
import { YearBars } from "./YearBars";

interface Collective {
  readonly id: string;
  readonly name: string;
  readonly worksCount: number;
  readonly researchersCount: number;
  readonly citationCount: number;
  readonly viewerFollows: boolean;
  readonly followers: { readonly totalCount: number };
  readonly identifiers: readonly { readonly scheme: string; readonly value: string; readonly url: string | null }[];
  readonly researchers: PeoplePageFragment | null;
  readonly works: FirstWorksFragment | null;
  readonly countsByYear: readonly { readonly year: number; readonly works: number; readonly citations: number }[];
  readonly provenance: readonly { readonly source: string; readonly run: string; readonly importedAt: string }[];
}

interface CollectivePageProps {
  readonly kind: EntityKind;
  /** Undefined while it is on its way. */
  readonly entity: Collective | undefined;
  readonly page: TypedDocumentString<unknown, never>;
  /** Where GraphiQL opens with the page's query. */
  readonly query: string;
  /** What is said below the name. */
  readonly line: ReactNode;
  readonly description?: string | null | undefined;
  /** How it stands to others of its kind. */
  readonly hierarchy?: ReactNode;
  readonly people: string;
}

/** The page of what many works and people have in common: a topic, an institution, a source. */
export function CollectivePage({ kind, entity, page, query, line, description, hierarchy, people }: CollectivePageProps) {
  return (
    <div className={frame.page} aria-busy={entity === undefined}>
      <header className={frame.header} data-plain="true" data-kind={kind}>
        <div className={frame.who}>
          <p className={frame.kind}>{KINDS[kind].one}</p>
          <h1 dir="auto">{entity?.name ?? <Skeleton width="12ch" height="0.8em" />}</h1>
          <p className={frame.position}>{entity === undefined ? <Skeleton width="26ch" /> : line}</p>
          {typeof description === "string" && description !== "" && (
            <p className={frame.bio} dir="auto">
              {description}
            </p>
          )}
        </div>
        <div className={frame.actions}>
          {entity === undefined ? <Skeleton width="9rem" height="2.5rem" /> : <FollowButton entity={entity} page={page} />}
        </div>
      </header>
      <div className={frame.columns}>
        <div className={frame.side}>
          <section className={frame.panel} aria-labelledby="figures">
            <h2 id="figures">In figures</h2>
            <Figures
              figures={[
                ["works", entity?.worksCount],
                ["researchers", entity?.researchersCount],
                ["citations", entity?.citationCount],
                ["followers", entity?.followers.totalCount],
              ]}
            />
            {entity !== undefined && <YearBars counts={entity.countsByYear} />}
          </section>
        </div>
        <div className={frame.main}>
          {hierarchy}
          <GraphSection seed={entity?.id} name={entity?.name ?? ""} />
          <WorksSection title="Works" of={entity?.id} first={entity?.works} />
          <PageQuery address={query} />
        </div>
        <div className={frame.more}>
          {entity === undefined ? (
            <Skeleton height="20rem" />
          ) : (
            <>
              <section aria-labelledby="people">
                <h2 id="people">{people}</h2>
                <PeopleList key={entity.id} of={entity.id} first={entity.researchers} />
              </section>
              <Provenance provenance={entity.provenance} identifiers={entity.identifiers} />
            </>
          )}
        </div>
      </div>
    </div>
  );
}

