import { useState } from "react";
import { Link } from "react-router";

import own from "../../account/own-page.module.css";
import { useAction } from "../../api/useAction";
import { useOperation } from "../../api/useOperation";
import { counted, pathOf } from "../../entities/kinds";
import { DecisionsDocument, DuplicatesDocument, type DuplicatesQuery, MergeResearchersDocument, type NameMatch, type PersonToCompareFragment } from "../../gql/graphql";
import { Button } from "../../parts/Button";
import { FailureNotice, Notice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";
import { Decision } from "./Decision";
import styles from "./moderation.module.css";

type Person = NonNullable<DuplicatesQuery["possibleDuplicates"]>["researchers"][number];
type Duplicate = NonNullable<Person["possibleDuplicates"]>[number];

const NAMES: Readonly<Record<NameMatch, string>> = {
  SAME: "same name",
  SAME_INITIALS: "same initials",
  VARIANT: "a variant of the name",
  INITIALS: "may be short for it",
};

/** People of whose name there are others, a page at a time, with who may be the same and why. */
export function Duplicates() {
  const [after, turn] = useState<string | null>(null);
  const { data, error, refetch } = useOperation(DuplicatesDocument, { after });
  const queue = data?.data.possibleDuplicates;
  if (error !== null || queue === null) {
    return error !== null ? <FailureNotice what="Possible duplicates" failure={error} retry={refetch} /> : <Notice title="Possible duplicates could not be read" retry={refetch} />;
  }
  if (queue === undefined) {
    return <Skeleton height="16rem" />;
  }
  const people = queue.researchers.filter(({ possibleDuplicates }) => (possibleDuplicates ?? []).length > 0);
  return (
    <>
      {people.length === 0 && <Notice tone="quiet" title={queue.hasNextPage ? "Nobody among these may be somebody else" : "Nobody may be somebody else"} />}
      {people.map((person) => (
        <article key={person.id} className={own.card} aria-labelledby={person.id}>
          <h2 id={person.id} className={own.heading}>
            <Named person={person} />
          </h2>
          <ul className={own.list}>
            {(person.possibleDuplicates ?? []).map((duplicate) => (
              <Pair key={duplicate.researcher.id} person={person} duplicate={duplicate} />
            ))}
          </ul>
        </article>
      ))}
      <div className={own.choices}>
        {after !== null && <Button onClick={() => turn(null)}>From the start</Button>}
        {queue.hasNextPage && <Button onClick={() => turn(queue.endCursor)}>Further people</Button>}
      </div>
    </>
  );
}

function Named({ person: { slug, name, worksCount, orcid, affiliation } }: { person: PersonToCompareFragment }) {
  return (
    <>
      <Link to={pathOf("RESEARCHER", slug)} dir="auto">
        {name}
      </Link>
      <span className={styles.facts}>
        {[counted(worksCount, "work"), affiliation.institution?.name, orcid !== null ? `ORCID ${orcid}` : null].filter(Boolean).join(", ")}
      </span>
    </>
  );
}

function Pair({ person, duplicate: { score, researcher, evidence } }: { person: Person; duplicate: Duplicate }) {
  const preview = useAction(MergeResearchersDocument);
  const merge = useAction(MergeResearchersDocument, [DuplicatesDocument, DecisionsDocument]);
  const ends = { keep: person.id, merge: researcher.id };
  const outcome = preview.data?.mergeResearchers;
  const shared = [
    [evidence.sharedCoauthors, "shared co-author"],
    [evidence.sharedInstitutions, "shared institution"],
    [evidence.sharedTopics, "shared topic"],
    [evidence.sharedSources, "shared source"],
  ] as const;
  return (
    <li>
      <div>
        <p className={own.heading}>
          <Named person={researcher} />
        </p>
        <p className={own.small}>
          <b>{Math.round(score * 100)} %</b>{" "}
          <span className="quiet">
            {[NAMES[evidence.name], ...shared.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun))].join(", ")}
          </span>
        </p>
        {evidence.contradictions.length > 0 && <p className={styles.contradicted}>An authority tells them apart: {evidence.contradictions.join(", ")}.</p>}
      </div>
      <Decision
        label={`Preview the merge of ${researcher.name}`}
        title={`Are they one person: ${person.name} and ${researcher.name}?`}
        yes="Merge them"
        draft={`${person.id} ${researcher.id}`}
        step={{
          isPending: preview.isPending || merge.isPending,
          error: preview.error ?? merge.error,
          reset: () => {
            preview.reset();
            merge.reset();
          },
        }}
        outcome={outcome?.__typename === "ResearchersMerged" ? outcome.decision : null}
        preview={() => preview.mutate({ ...ends, preview: true, reason: null })}
        decide={(reason, done) => merge.mutate({ ...ends, preview: false, reason }, { onSuccess: done })}
      />
    </li>
  );
}
