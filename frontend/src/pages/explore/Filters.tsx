import { type FormEvent, useEffect, useRef, useState } from "react";

import { ALL_KINDS, counted, formatted, KINDS } from "../../entities/kinds";
import { BEHIND } from "../../graph/words";
import { Button } from "../../parts/Button";
import type { Drawn } from "./combine";
import type { Command } from "./commands";
import styles from "./explore.module.css";
import { KindMark } from "./KindMark";
import { ALL_EDGES, type Picture } from "./picture";

interface FiltersProps {
  readonly picture: Picture;
  readonly drawn: Drawn | null;
  readonly run: (command: Command) => void;
}

const NARROW = window.matchMedia("(max-width: 60rem)");

/** The legend, which is what to show and to hide at the same time. */
export function Filters({ picture, drawn, run }: FiltersProps) {
  const { hiddenKinds, hiddenEdges, years, dismissed, pins } = picture;
  const kinds = countsOf(drawn?.nodes ?? []);
  const edges = countsOf(drawn?.edges ?? []);
  const pinned = Object.keys(pins);
  const isFiltered = hiddenKinds.length + hiddenEdges.length > 0 || years.gte !== null || years.lte !== null;
  return (
    <details className={styles.filters} open={!NARROW.matches}>
      <summary>Legend and filters{isFiltered && <span className="quiet"> (on)</span>}</summary>
      <fieldset>
        <legend>Nodes</legend>
        {ALL_KINDS.map((kind) => (
          <label key={kind} data-kind={kind}>
            <input type="checkbox" checked={!hiddenKinds.includes(kind)} onChange={() => run({ do: "toggle kind", kind })} />
            <KindMark kind={kind} />
            <span>{KINDS[kind].many}</span>
            <span className="quiet">{formatted(kinds.get(kind) ?? 0)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>Edges</legend>
        {ALL_EDGES.map((edge) => (
          <label key={edge}>
            <input type="checkbox" checked={!hiddenEdges.includes(edge)} onChange={() => run({ do: "toggle edge", edge })} />
            <span>{BEHIND[edge][1]}</span>
            <span className="quiet">{formatted(edges.get(edge) ?? 0)}</span>
          </label>
        ))}
      </fieldset>
      <Years years={years} run={run} />
      <div className={styles.taken}>
        {isFiltered && (
          <Button small onClick={() => run({ do: "clear filters" })}>
            Show all again
          </Button>
        )}
        {dismissed.length > 0 && (
          <Button small onClick={() => run({ do: "restore" })}>
            Bring back {counted(dismissed.length, "dismissed node")}
          </Button>
        )}
        {pinned.length > 0 && (
          <Button small onClick={() => run({ do: "unpin", ids: pinned })}>
            Unpin {counted(pinned.length, "node")}
          </Button>
        )}
      </div>
    </details>
  );
}

function Years({ years, run }: Pick<FiltersProps, "run"> & { years: Picture["years"] }) {
  const [from, writeFrom] = useState("");
  const [to, writeTo] = useState("");
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    writeFrom(years.gte === null ? "" : String(years.gte));
    writeTo(years.lte === null ? "" : String(years.lte));
  }, [years]);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    const year = (text: string): number | null => (/^\d{1,4}$/.test(text) ? Number(text) : null);
    run({ do: "years", years: { gte: year(from), lte: year(to) } });
  };
  return (
    <form ref={form} className={styles.years} onSubmit={submit} onBlur={() => submit()}>
      <fieldset>
        <legend>Works of the years</legend>
        <input aria-label="From year" inputMode="numeric" maxLength={4} placeholder="from" value={from} onChange={(event) => writeFrom(event.target.value)} />
        <span aria-hidden="true">–</span>
        <input aria-label="To year" inputMode="numeric" maxLength={4} placeholder="to" value={to} onChange={(event) => writeTo(event.target.value)} />
        <button type="submit" className="aloud">
          Show these years
        </button>
      </fieldset>
    </form>
  );
}

function countsOf<Kind>(things: readonly { readonly kind: Kind }[]): ReadonlyMap<Kind, number> {
  const counts = new Map<Kind, number>();
  for (const { kind } of things) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}
