import { useId, useState } from "react";

import { useOperation } from "../../api/useOperation";
import frame from "../../entities/entity-page.module.css";
import { CitationDocument, type CitationFormat } from "../../gql/graphql";
import { CopyButton } from "../../parts/CopyButton";
import { FailureNotice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";
import styles from "./work.module.css";

interface Style {
  readonly style: CitationFormat;
  readonly name: string;
  /** The ending of the exported file, where there is one. */
  readonly file: string | null;
}

const STYLES: readonly Style[] = [
  { style: "APA", name: "APA", file: null },
  { style: "BIBTEX", name: "BibTeX", file: "bib" },
  { style: "RIS", name: "RIS", file: "ris" },
  { style: "CSL_JSON", name: "CSL", file: "csl.json" },
  { style: "JSON_LD", name: "JSON-LD", file: "jsonld" },
];

/** The work as others cite it, to be copied or taken along as a file. */
export function CitationPanel({ of }: { of: string }) {
  const [chosen, choose] = useState<CitationFormat>("APA");
  const { data, error, refetch } = useOperation(CitationDocument, { of, style: chosen });
  const id = useId();
  const node = data?.data.node;
  const text = node !== null && node !== undefined && "citation" in node ? node.citation : null;
  const file = STYLES.find(({ style }) => style === chosen)?.file ?? null;
  return (
    <section className={frame.panel} aria-labelledby="cite">
      <h2 id="cite">Cite</h2>
      <div className={styles.styles} role="radiogroup" aria-label="Style of the citation">
        {STYLES.map(({ style, name }) => (
          <label key={style}>
            <input type="radio" name={id} value={style} checked={style === chosen} onChange={() => choose(style)} />
            <span>{name}</span>
          </label>
        ))}
      </div>
      {error !== null ? (
        <FailureNotice what="The citation" failure={error} retry={refetch} />
      ) : text === null ? (
        <Skeleton height="6rem" />
      ) : (
        <pre className={styles.citation} tabIndex={0} aria-label="The citation" data-prose={chosen === "APA"}>
          {text}
        </pre>
      )}
      <p className={styles.choices}>
        <CopyButton text={text ?? ""} what="the citation" />
        {file !== null && <a href={`/export/works.${file}?ids=${of}`}>As a file</a>}
      </p>
    </section>
  );
}
