import { useEffect, useState } from "react";

import { usePages } from "../../api/usePages";
import { EntityLink } from "../../entities/EntityLink";
import { counted, formatted } from "../../entities/kinds";
import { AuthorsDocument, type AuthorPageFragment, type AuthorsQuery } from "../../gql/graphql";
import { Button } from "../../parts/Button";
import { FailureNotice } from "../../parts/Notice";
import styles from "./work.module.css";
import type { WorkOnPage } from "./WorkPage";

type Author = AuthorPageFragment["nodes"][number];

const authorsOf = ({ node }: AuthorsQuery) => (node !== null && "authorships" in node ? node.authorships : null);

/** The authors as printed: the first dozen, and all of them for whoever asks. */
export function Authors({ work }: { work: WorkOnPage }) {
  const [all, showAll] = useState(false);
  const [places, showPlaces] = useState(false);
  const first = work.authorships;
  const pages = usePages(AuthorsDocument, { of: work.id }, { pageOf: authorsOf, first, enabled: first !== null });
  const { hasMore, isLoadingMore, failure, more } = pages;
  useEffect(() => {
    if (all && hasMore && !isLoadingMore && failure === null) {
      void more();
    }
  }, [all, hasMore, isLoadingMore, failure, more]);
  if (first === null) {
    return <p className="quiet">The authors could not be read.</p>;
  }
  const rows = pages.rows ?? first.nodes;
  if (rows.length === 0) {
    return <p className="quiet">No authors in the record</p>;
  }
  const shown = all ? rows : rows.slice(0, first.nodes.length);
  const left = first.totalCount - shown.length;
  const withPlaces = shown.some(({ institutions }) => institutions.length > 0);
  return (
    <div className={styles.authors}>
      {places ? <AuthorTable authors={shown} /> : <Names authors={shown} left={left} />}
      {failure !== null && <FailureNotice what="The other authors" failure={failure} retry={more} />}
      {all && hasMore && failure === null && (
        <p className="quiet" role="status">
          {formatted(rows.length)} of {formatted(first.totalCount)} authors read…
        </p>
      )}
      <p className={styles.choices}>
        {first.pageInfo.hasNextPage && (
          <Button small aria-expanded={all} onClick={() => showAll(!all)}>
            {all ? "Show fewer authors" : `Show all ${counted(first.totalCount, "author")}`}
          </Button>
        )}
        {withPlaces && (
          <Button small aria-expanded={places} onClick={() => showPlaces(!places)}>
            {places ? "Hide their institutions" : "Show their institutions"}
          </Button>
        )}
      </p>
    </div>
  );
}

function Names({ authors, left }: { authors: readonly Author[]; left: number }) {
  return (
    <p dir="auto" data-authors="">
      {authors.map(({ position, rawName, corresponding, researcher }, index) => (
        <span key={position}>
          {index > 0 && ", "}
          <EntityLink kind="RESEARCHER" name={researcher.slug}>
            {rawName === "" ? researcher.name : rawName}
          </EntityLink>
          {corresponding && <span title="For letters"> ✉<span className="aloud"> for letters</span></span>}
        </span>
      ))}
      {left > 0 && ` and ${counted(left, "other")}`}
    </p>
  );
}

function AuthorTable({ authors }: { authors: readonly Author[] }) {
  return (
    <ol className={styles.table}>
      {authors.map(({ position, rawName, researcher, institutions }) => (
        <li key={position}>
          <EntityLink kind="RESEARCHER" name={researcher.slug}>
            {rawName === "" ? researcher.name : rawName}
          </EntityLink>
          {institutions.length > 0 && (
            <span className="quiet">
              {institutions.map(({ id, slug, name }, index) => (
                <span key={id}>
                  {index > 0 && "; "}
                  <EntityLink kind="INSTITUTION" name={slug}>
                    {name}
                  </EntityLink>
                </span>
              ))}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
