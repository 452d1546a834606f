import { useState } from "react";

import { Button } from "../../parts/Button";
import { Skeleton } from "../../parts/Skeleton";
import styles from "./work.module.css";

/** So many characters are read at a glance; longer abstracts are folded. */
const SHORT = 900;

/** What the work says of itself. */
export function Abstract({ text }: { text: string | null | undefined }) {
  const [open, unfold] = useState(false);
  const folded = typeof text === "string" && text.length > SHORT && !open;
  return (
    <section aria-labelledby="abstract" className={styles.abstract}>
      <h2 id="abstract">Abstract</h2>
      {text === undefined ? (
        <Skeleton height="8rem" />
      ) : text === null ? (
        <p className={styles.missing}>Abstract not imported. The sources of this record have none, or may not pass it on.</p>
      ) : (
        <>
          <p id="abstract-text" dir="auto" data-folded={folded}>
            {text}
          </p>
          {text.length > SHORT && (
            <Button small aria-expanded={open} aria-controls="abstract-text" onClick={() => unfold(!open)}>
              {open ? "Fold it" : "Read all of it"}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
