import { OutsideLink } from "../parts/OutsideLink";
import styles from "./provenance.module.css";

interface ProvenanceProps {
  readonly provenance: readonly { readonly source: string; readonly run: string; readonly importedAt: string }[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string; readonly url: string | null }[];
}

const SCHEMES: Readonly<Record<string, string>> = {
  doi: "DOI",
  arxiv: "arXiv",
  openalex: "OpenAlex",
  orcid: "ORCID",
  ror: "ROR",
  dblp: "DBLP",
  acl: "ACL Anthology",
  s2: "Semantic Scholar",
  issn: "ISSN",
};

const day = new Intl.DateTimeFormat("en", { dateStyle: "medium" });

/** Where the record is from, and what it is called elsewhere. */
export function Provenance({ provenance, identifiers }: ProvenanceProps) {
  return (
    <section aria-labelledby="record">
      <h2 id="record">The record</h2>
      <dl className={styles.record}>
        {identifiers.map(({ scheme, value, url }) => (
          <div key={`${scheme} ${value}`}>
            <dt>{SCHEMES[scheme] ?? scheme}</dt>
            <dd>{url === null ? value : <OutsideLink to={url}>{value}</OutsideLink>}</dd>
          </div>
        ))}
        {provenance.map(({ source, run, importedAt }) => (
          <div key={run}>
            <dt>Imported</dt>
            <dd>
              from {source}, {day.format(new Date(importedAt))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
