import { useState } from "react";

import own from "../../account/own-page.module.css";
import { useOperation } from "../../api/useOperation";
import { SuggestInstitutionsDocument } from "../../gql/graphql";
import { Button } from "../../parts/Button";
import { Field } from "../../parts/Field";
import { useSettled } from "../../search/useSettled";

export interface Place {
  readonly id: string;
  readonly name: string;
}

interface AffiliationProps {
  readonly place: Place | null;
  readonly choose: (place: Place | null) => void;
}

/** Where somebody works: an institution of the graph, found by the beginning of its name. */
export function Affiliation({ place, choose }: AffiliationProps) {
  const [sought, seek] = useState("");
  const prefix = useSettled(sought.trim(), 200);
  const { data } = useOperation(SuggestInstitutionsDocument, { prefix }, { enabled: prefix.length > 1 });
  const found = prefix.length > 1 ? (data?.data.suggest ?? []) : [];
  return (
    <fieldset>
      <legend>Affiliation</legend>
      <p className={own.choices}>
        {place === null ? (
          <span className="quiet">None is said.</span>
        ) : (
          <>
            <b dir="auto">{place.name}</b>
            <Button small onClick={() => choose(null)}>
              Say none
            </Button>
          </>
        )}
      </p>
      <Field label="Another institution" hint="Type the beginning of its name, then choose." value={sought} write={seek} autoComplete="off" />
      {found.length > 0 && (
        <ul className={own.list} aria-label="Institutions of that name">
          {found.map(({ id, label, subtitle }) => (
            <li key={id}>
              <span dir="auto">
                {label} <span className="quiet">{subtitle}</span>
              </span>
              <Button
                small
                onClick={() => {
                  choose({ id, name: label });
                  seek("");
                }}
              >
                Choose<span className="aloud"> {label}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {data !== undefined && prefix.length > 1 && found.length === 0 && <p role="status">No institution of the graph has that name.</p>}
    </fieldset>
  );
}
