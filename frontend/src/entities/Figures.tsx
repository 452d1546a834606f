import { Skeleton } from "../parts/Skeleton";
import frame from "./entity-page.module.css";
import { formatted } from "./kinds";

interface FiguresProps {
  /** What is counted, and how much there is of it; undefined while it is not known. */
  readonly figures: readonly (readonly [name: string, value: number | undefined])[];
}

/** Numbers and what they count. */
export function Figures({ figures }: FiguresProps) {
  return (
    <dl className={frame.figures}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === undefined ? <Skeleton width="2ch" height="0.8em" /> : formatted(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
