import { counted } from "../../entities/kinds";
import { WorkList } from "../../entities/WorkList";
import { CitedByDocument, type CitedByQuery, ReferencesDocument, type ReferencesQuery, type WorkPageFragment } from "../../gql/graphql";
import { Notice } from "../../parts/Notice";
import styles from "./work.module.css";

interface LinkedWorksProps {
  readonly of: string;
  readonly direction: "references" | "citedBy";
  /** Null where it could not be read. */
  readonly first: WorkPageFragment | null;
}

const referencesOf = ({ node }: ReferencesQuery) => (node !== null && "references" in node ? node.references : null);
const citedByOf = ({ node }: CitedByQuery) => (node !== null && "citedBy" in node ? node.citedBy : null);

/** The works that it cites, or that cite it. */
export function LinkedWorks({ of, direction, first }: LinkedWorksProps) {
  const isReferences = direction === "references";
  const shared = { variables: { of }, first, empty: null };
  const total = first?.totalCount ?? 0;
  return (
    <section aria-labelledby={direction} className={styles.section}>
      <h2 id={direction}>{isReferences ? "References" : "Cited by"}</h2>
      {first === null ? (
        <Notice title="They could not be read">The other parts of the page are there. Load it again.</Notice>
      ) : total === 0 ? (
        <p className="quiet">{isReferences ? "No work of the graph is among its references." : "No work of the graph cites it yet."}</p>
      ) : (
        <>
          <p className="quiet">{counted(total, "work")} of the graph</p>
          {isReferences ? (
            <WorkList document={ReferencesDocument} pageOf={referencesOf} {...shared} />
          ) : (
            <WorkList document={CitedByDocument} pageOf={citedByOf} {...shared} />
          )}
        </>
      )}
    </section>
  );
}
