import styles from "./meter.module.css";

interface MeterProps {
  readonly value: number;
  readonly max: number;
  readonly label: string;
}

/** How much of what can be had is there. */
export function Meter({ value, max, label }: MeterProps) {
  return (
    <div className={styles.meter} role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={max} aria-valuenow={value}>
      <span style={{ width: `${max > 0 ? Math.min(100, (100 * value) / max) : 0}%` }} />
    </div>
  );
}
