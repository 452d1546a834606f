import { Link } from "react-router";

import { usePages } from "../../api/usePages";
import { counted, KINDS, pathOf } from "../../entities/kinds";
import { More } from "../../entities/More";
import { type EntityKind, SearchDocument, type SearchQuery } from "../../gql/graphql";
import { FailureNotice, Notice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";
import { Marked } from "../../search/Marked";
import styles from "./search.module.css";

type Edge = NonNullable<SearchQuery["search"]>["edges"][number];
type Found = Edge["node"];

const PLACES = [0, 1, 2, 3, 4, 5];

const edgesOf = ({ search }: SearchQuery) => (search === null ? null : { ...search, nodes: search.edges });

/** What answers the words, best first. */
export function Results({ text, kind }: { text: string; kind: EntityKind | null }) {
  const pages = usePages(SearchDocument, { query: text, kinds: kind === null ? null : [kind] }, { pageOf: edgesOf });
  const { rows, total, failure, more } = pages;
  if (rows === undefined) {
    return failure === null ? <Places /> : <FailureNotice what="The results" failure={failure} retry={more} />;
  }
  if (rows.length === 0) {
    return (
      <Notice tone="quiet" title="Nothing answers all of these words">
        Try fewer of them, <Link to={`/search?q=${encodeURIComponent(loosened(text))}`}>beginnings of words</Link>, or{" "}
        <Link to={`/search?q=${encodeURIComponent(fuzzy(text))}`}>a letter more or less</Link>.
      </Notice>
    );
  }
  return (
    <>
      <p className="quiet" role="status">
        {counted(total, "result")}
      </p>
      <ol className={styles.list}>
        {rows.map((edge) => (
          <Result key={"id" in edge.node ? edge.node.id : ""} edge={edge} />
        ))}
      </ol>
      <More left={total - rows.length} noun="result" pages={pages} />
    </>
  );
}

function Result({ edge: { node, highlights } }: { edge: Edge }) {
  if (!("slug" in node)) {
    return null;
  }
  const kind = node.__typename.toUpperCase() as EntityKind;
  const name = "title" in node ? node.title : node.name;
  const inName = highlights.find(({ field, parts }) => (field === "NAME" || field === "TITLE") && joined(parts) === name);
  const others = highlights.filter((highlight) => highlight !== inName && joined(highlight.parts) !== name);
  return (
    <li data-kind={kind}>
      <p className={styles.facts}>
        <span className={styles.badge}>{KINDS[kind].one}</span>
        {factsOf(node).map((fact) => (
          <span key={fact} dir="auto">
            {fact}
          </span>
        ))}
      </p>
      <h2 dir="auto">
        <Link to={pathOf(kind, node.slug)}>{inName === undefined ? name : <Marked parts={inName.parts} />}</Link>
      </h2>
      {"authorships" in node && node.authorships !== null && node.authorships.nodes.length > 0 && (
        <p className={styles.authors} dir="auto">
          {node.authorships.nodes.map(({ rawName }) => rawName).join(", ")}
          {node.authorsCount > node.authorships.nodes.length && ` and ${counted(node.authorsCount - node.authorships.nodes.length, "other")}`}
        </p>
      )}
      {others.map(({ field, parts }) => (
        <p key={field} className={styles.passage} dir="auto">
          {LABELS[field]}
          <Marked parts={parts} />
        </p>
      ))}
    </li>
  );
}

const LABELS: Readonly<Record<Edge["highlights"][number]["field"], string>> = {
  NAME: "Also called ",
  TITLE: "",
  ABSTRACT: "",
  AUTHOR: "By ",
  VENUE: "In ",
};

function factsOf(node: Found): readonly string[] {
  switch (node.__typename) {
    case "Researcher":
      return [counted(node.worksCount, "work"), node.affiliation.institution?.name].filter((fact) => fact !== undefined);
    case "Work":
      return [
        node.type,
        node.year === null ? null : String(node.year),
        node.source?.name,
        node.citationCount > 0 ? counted(node.citationCount, "citation") : null,
        node.retracted ? "Retracted" : null,
      ].filter((fact) => typeof fact === "string");
    case "Institution":
      return [[node.city, node.country].filter(Boolean).join(", "), counted(node.worksCount, "work")].filter(Boolean);
    case "Source":
      return [node.sourceKind, counted(node.worksCount, "work")];
    case "Topic":
      return [counted(node.worksCount, "work")];
    default:
      return [];
  }
}

const joined = (parts: Edge["highlights"][number]["parts"]): string => parts.map(({ text }) => text).join("");

const WORD = /[\p{L}\p{N}]+/gu;
const loosened = (text: string): string => (text.match(WORD) ?? []).map((word) => `${word.slice(0, Math.max(3, word.length - 2))}*`).join(" ");
const fuzzy = (text: string): string => (text.match(WORD) ?? []).map((word) => `${word}~1`).join(" ");

function Places() {
  return (
    <ol className={styles.list} aria-label="Loading">
      {PLACES.map((place) => (
        <li key={place}>
          <Skeleton width="18ch" height="0.9rem" />
          <Skeleton width="min(40ch, 90%)" height="1.2rem" />
          <Skeleton width="28ch" height="0.9rem" />
        </li>
      ))}
    </ol>
  );
}
