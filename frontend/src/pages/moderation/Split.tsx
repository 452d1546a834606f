import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";

import own from "../../account/own-page.module.css";
import { useAction } from "../../api/useAction";
import { useOperation } from "../../api/useOperation";
import { counted } from "../../entities/kinds";
import { lookupOf } from "../../entities/lookup";
import { DecisionsDocument, SplitResearcherDocument, WorksToSplitDocument } from "../../gql/graphql";
import { Button } from "../../parts/Button";
import { Field } from "../../parts/Field";
import { FailureNotice, Notice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";
import { Decision } from "./Decision";
import styles from "./moderation.module.css";

/** Gives works of one record to a person of their own; the address says of which record. */
export function Split() {
  const [parameters, change] = useSearchParams();
  const of = parameters.get("of") ?? "";
  const [typed, write] = useState(of);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change({ view: "split", of: typed.trim().replace(/^.*\/researchers\//, "").replace(/[/?#].*$/, "") });
  };
  return (
    <>
      <form className={own.form} onSubmit={submit}>
        <Field label="Whose record holds the works of two people" hint="The address of the profile, or what stands at its end." required value={typed} write={write} />
        <Button small type="submit">
          Show the works
        </Button>
      </form>
      {of !== "" && <Works key={of} of={of} />}
    </>
  );
}

function Works({ of }: { of: string }) {
  const { data, error, refetch } = useOperation(WorksToSplitDocument, { by: lookupOf(of) });
  const [chosen, choose] = useState<readonly string[]>([]);
  const preview = useAction(SplitResearcherDocument);
  const split = useAction(SplitResearcherDocument, [WorksToSplitDocument, DecisionsDocument]);
  if (error !== null) {
    return <FailureNotice what="The works" failure={error} retry={refetch} />;
  }
  if (data === undefined) {
    return <Skeleton height="16rem" />;
  }
  const person = data.data.researcher;
  if (person === null) {
    return <Notice tone="quiet" title="No researcher goes by this address" />;
  }
  const works = person.works?.nodes ?? [];
  const outcome = preview.data?.splitResearcher;
  return (
    <section className={own.card} aria-labelledby="works">
      <h2 id="works" dir="auto">
        {person.name}
      </h2>
      <p className="quiet">
        Choose the works that somebody else wrote
        {(person.works?.totalCount ?? 0) > works.length && `; the first ${works.length} of ${counted(person.works?.totalCount ?? 0, "work")} are shown`}.
      </p>
      <ul className={styles.works}>
        {works.map(({ id, title, year, source }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) => choose(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))}
              />
              <span>
                <span dir="auto">{title}</span> <span className="quiet">{[year, source?.name].filter(Boolean).join(", ")}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div className={own.choices}>
        <Decision
          label={`Preview the split of ${counted(chosen.length, "work")}`}
          title={`Is it another person who wrote ${counted(chosen.length, "of these works", "of these works")}?`}
          yes="Split them off"
          draft={person.id}
          disabled={chosen.length === 0}
          step={{
            isPending: preview.isPending || split.isPending,
            error: preview.error ?? split.error,
            reset: () => {
              preview.reset();
              split.reset();
            },
          }}
          outcome={outcome?.__typename === "ResearcherSplit" ? outcome.decision : null}
          preview={() => preview.mutate({ id: person.id, works: [...chosen], preview: true, reason: null })}
          decide={(reason, done) =>
            split.mutate(
              { id: person.id, works: [...chosen], preview: false, reason },
              {
                onSuccess: () => {
                  choose([]);
                  done();
                },
              },
            )
          }
        />
      </div>
    </section>
  );
}
