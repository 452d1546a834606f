import { useState } from "react";

import { useOperation } from "../../api/useOperation";
import { ExplorerSimilarDocument, type Similarity } from "../../gql/graphql";
import { Button } from "../../parts/Button";
import type { Drawn } from "./combine";
import styles from "./explore.module.css";

interface SimilarProps {
  readonly id: string;
  readonly drawn: Drawn;
  readonly add: (ids: readonly string[]) => void;
}

const WAYS: Readonly<Record<Similarity, readonly [string, string]>> = {
  CO_CITATION: ["work cites both", "works cite both"],
  BIBLIOGRAPHIC_COUPLING: ["shared reference", "shared references"],
  SHARED_TOPICS: ["shared topic", "shared topics"],
  SHARED_AUTHORS: ["shared author", "shared authors"],
};

/** Works that are like one, asked for when somebody wants them. */
export function Similar({ id, drawn, add }: SimilarProps) {
  const [isWanted, want] = useState(false);
  const { data, error, refetch } = useOperation(ExplorerSimilarDocument, { id }, { enabled: isWanted });
  const found = data?.data.similarWorks?.edges ?? [];
  const shown = new Set(drawn.nodes.map(({ id: other }) => other));
  const absent = found.map(({ node }) => node.id).filter((other) => !shown.has(other));
  if (!isWanted) {
    return (
      <Button small onClick={() => want(true)}>
        Find similar works
      </Button>
    );
  }
  return (
    <section className={styles.similar} aria-label="Similar works">
      <h3>Similar works</h3>
      {error !== null && (
        <p role="alert">
          {error.message}{" "}
          <Button small onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      )}
      {data === undefined && error === null && <p role="status">Looking…</p>}
      {data !== undefined && found.length === 0 && <p className="quiet">None: nothing is shared that would make others alike.</p>}
      <ol>
        {found.map(({ node, evidence }) => (
          <li key={node.id}>
            <span dir="auto">{node.title}</span>
            <span className="quiet">
              {" "}
              {[node.year, ...evidence.map(({ method, shared }) => `${shared} ${WAYS[method][shared === 1 ? 0 : 1]}`)]
                .filter((part) => part !== null)
                .join(" · ")}
            </span>
            {shown.has(node.id) ? (
              <span className="quiet"> (shown)</span>
            ) : (
              <button type="button" onClick={() => add([node.id])} aria-label={`Add ${node.title} to the picture`}>
                Add
              </button>
            )}
          </li>
        ))}
      </ol>
      {absent.length > 1 && (
        <Button small onClick={() => add(absent)}>
          Add all
        </Button>
      )}
    </section>
  );
}
