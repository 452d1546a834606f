import { useState } from "react";

import { useOperation } from "../../api/useOperation";
import { EntityLink } from "../../entities/EntityLink";
import { counted } from "../../entities/kinds";
import { DerivativeDocument, PriorDocument, type RelatedWorkFragment, type Similarity, SimilarDocument } from "../../gql/graphql";
import { Button } from "../../parts/Button";
import { FailureNotice, Notice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";
import styles from "./work.module.css";

type Relation = "similar" | "prior" | "derivative";

interface Row {
  readonly work: RelatedWorkFragment;
  readonly why: string;
}

const NAMES: Readonly<Record<Relation, string>> = {
  similar: "Similar works",
  prior: "What it stands on",
  derivative: "What came of it",
};
const NONE: Readonly<Record<Relation, string>> = {
  similar: "The graph holds no work that shares references, citations, topics or authors with it.",
  prior: "The graph holds no references of its references.",
  derivative: "The graph holds no works that cite those that cite it.",
};
const SHARED: Readonly<Record<Similarity, (shared: number) => string>> = {
  CO_CITATION: (shared) => `cited together by ${counted(shared, "work")}`,
  BIBLIOGRAPHIC_COUPLING: (shared) => counted(shared, "shared reference"),
  SHARED_TOPICS: (shared) => counted(shared, "shared topic"),
  SHARED_AUTHORS: (shared) => counted(shared, "shared author"),
};
const RELATIONS: readonly Relation[] = ["similar", "prior", "derivative"];

/** Works that are near, each with the reason why. */
export function RelatedWorks({ of }: { of: string }) {
  const [shown, show] = useState<Relation>("similar");
  const variables = { of };
  const similar = useOperation(SimilarDocument, variables, { enabled: shown === "similar" });
  const prior = useOperation(PriorDocument, variables, { enabled: shown === "prior" });
  const derivative = useOperation(DerivativeDocument, variables, { enabled: shown === "derivative" });
  const { error, refetch, data } = { similar, prior, derivative }[shown];
  const rows: readonly Row[] | null | undefined = {
    similar: () => {
      const node = similar.data?.data.node;
      return rowsOf(node, node != null && "similar" in node ? node.similar?.edges : null, ({ node: work, evidence }) => ({
        work,
        why: evidence.map(({ method, shared }) => SHARED[method](shared)).join(", "),
      }));
    },
    prior: () => {
      const node = prior.data?.data.node;
      return rowsOf(node, node != null && "priorWorks" in node ? node.priorWorks?.edges : null, ({ node: work, links }) => ({
        work,
        why: `cited by ${counted(links, "reference")}`,
      }));
    },
    derivative: () => {
      const node = derivative.data?.data.node;
      return rowsOf(node, node != null && "derivativeWorks" in node ? node.derivativeWorks?.edges : null, ({ node: work, links }) => ({
        work,
        why: `cites ${counted(links, "work")} that cite it`,
      }));
    },
  }[shown]();
  return (
    <section aria-labelledby="related" className={styles.section}>
      <h2 id="related">Related works</h2>
      <div className={styles.tabs} role="group" aria-label="How they are related">
        {RELATIONS.map((relation) => (
          <Button key={relation} small aria-pressed={relation === shown} onClick={() => show(relation)}>
            {NAMES[relation]}
          </Button>
        ))}
      </div>
      {error !== null ? (
        <FailureNotice what={NAMES[shown]} failure={error} retry={refetch} />
      ) : rows === undefined ? (
        <Skeleton height="14rem" />
      ) : rows === null ? (
        <Notice title="They could not be read" retry={refetch}>
          {data?.problems[0]?.message}
        </Notice>
      ) : rows.length === 0 ? (
        <p className="quiet">{NONE[shown]}</p>
      ) : (
        <ol className={styles.related}>
          {rows.map(({ work, why }) => (
            <li key={work.id}>
              <EntityLink kind="WORK" name={work.slug}>
                {work.title}
              </EntityLink>
              <span className="quiet">{[work.year, work.source?.name, why].filter(Boolean).join(" · ")}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Undefined while the answer is on its way, null where the list could not be read. */
function rowsOf<Edge>(node: object | null | undefined, edges: readonly Edge[] | null | undefined, row: (edge: Edge) => Row) {
  return node === undefined ? undefined : (edges?.map(row) ?? null);
}
