import { lazy, Suspense } from "react";

import { Waiting } from "./Waiting";
import styles from "./graph.module.css";

const ResearchGraph = lazy(() => import("./ResearchGraph"));

interface GraphSectionProps {
  /** The entity in the middle; undefined while it is not known. */
  readonly seed: string | undefined;
  readonly name: string;
}

/** The part of a page that shows what is near. Its code comes when the page is there. */
export function GraphSection({ seed, name }: GraphSectionProps) {
  const waiting = (
    <div className={styles.place}>
      <div className={styles.drawing}>
        <Waiting />
      </div>
    </div>
  );
  return (
    <section aria-labelledby="graph">
      <h2 id="graph">Research graph</h2>
      <p className="quiet">Nearby papers, people, topics and institutions. Choose one to see how it hangs together.</p>
      {seed === undefined ? (
        waiting
      ) : (
        <Suspense fallback={waiting}>
          <ResearchGraph key={seed} seed={seed} name={name} />
        </Suspense>
      )}
    </section>
  );
}
