import { FollowButton } from "../../account/FollowButton";
import { Chips } from "../../entities/Chips";
import frame from "../../entities/entity-page.module.css";
import { Figures } from "../../entities/Figures";
import { PageQuery } from "../../entities/PageQuery";
import { Provenance } from "../../entities/Provenance";
import { useEntity } from "../../entities/useEntity";
import { YearBars } from "../../entities/YearBars";
import { WorkDocument, type WorkQuery } from "../../gql/graphql";
import { GraphSection } from "../../graph/GraphSection";
import { Notice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";
import { Abstract } from "./Abstract";
import { CitationPanel } from "./CitationPanel";
import { LinkedWorks } from "./LinkedWorks";
import { RelatedWorks } from "./RelatedWorks";
import { WorkHeader } from "./WorkHeader";

export type WorkOnPage = NonNullable<WorkQuery["work"]>;

/** A work: what it is, who wrote it, what it stands on and what came of it. */
export function WorkPage() {
  const { entity: work, instead, query } = useEntity("WORK", WorkDocument, ({ work }) => work);
  if (instead !== null) {
    return instead;
  }
  return (
    <div className={frame.page} aria-busy={work === undefined}>
      <WorkHeader work={work} />
      {work?.retracted === true && (
        <Notice title="Retracted">A source of the record says that this work was retracted or withdrawn. Do not rely on it.</Notice>
      )}
      <div className={frame.columns} data-lead="true">
        <div className={frame.side}>
          <section className={frame.panel} aria-labelledby="figures">
            <h2 id="figures">In figures</h2>
            <Figures
              figures={[
                ["citations", work?.citationCount],
                ["references", work?.referencesCount],
                ["authors", work?.authorsCount],
                ["followers", work?.followers.totalCount],
              ]}
            />
            {work !== undefined && (
              <>
                {work.citationCount > 0 && <YearBars counts={work.countsByYear} of="citations" />}
                <p className="quiet">
                  Citations are those of works that this graph holds
                  {typeof work.externalCitationCount === "number" &&
                    `; elsewhere ${work.externalCitationCount.toLocaleString("en")} are counted`}
                  .
                </p>
                <FollowButton entity={work} page={WorkDocument} />
              </>
            )}
          </section>
          {work === undefined ? <Skeleton height="12rem" /> : <CitationPanel key={work.id} of={work.id} />}
        </div>
        <div className={frame.main}>
          <Abstract text={work?.abstract} />
          <GraphSection seed={work?.id} name={work?.title ?? ""} />
          {work !== undefined && (
            <>
              <LinkedWorks key={`references ${work.id}`} of={work.id} direction="references" first={work.references} />
              <LinkedWorks key={`citedBy ${work.id}`} of={work.id} direction="citedBy" first={work.citedBy} />
              <RelatedWorks key={`related ${work.id}`} of={work.id} />
            </>
          )}
          <PageQuery address={query} />
        </div>
        <div className={frame.more}>
          {work === undefined ? (
            <Skeleton height="16rem" />
          ) : (
            <>
              {work.topics !== null && work.topics.nodes.length > 0 && (
                <section aria-labelledby="topics">
                  <h2 id="topics">Topics</h2>
                  <Chips kind="TOPIC" entities={work.topics.nodes} total={work.topics.totalCount} />
                </section>
              )}
              <Provenance provenance={work.provenance} identifiers={work.identifiers} />
            </>
          )}
        </div>
      </div>
    </div>
  );
}
