import { useId } from "react";

import styles from "./select.module.css";

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly choose: (value: string) => void;
  /** What no choice is called, where there need not be one. */
  readonly all?: string;
  readonly options: readonly { readonly value: string; readonly label?: string; readonly count?: number }[];
}

/** A choice among values that says how many there are of each, where that is known. */
export function Select({ label, value, choose, all, options }: SelectProps) {
  const id = useId();
  return (
    <div className={styles.select}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.target.value)}>
        {all !== undefined && <option value="">{all}</option>}
        {value !== "" && options.every((option) => option.value !== value) && <option value={value}>{value} (0)</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label ?? option.value}
            {option.count !== undefined && ` (${option.count})`}
          </option>
        ))}
      </select>
    </div>
  );
}
