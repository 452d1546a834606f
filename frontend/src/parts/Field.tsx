import { type InputHTMLAttributes, useId } from "react";

import styles from "./field.module.css";

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "value"> {
  readonly label: string;
  /** What is said below it. */
  readonly hint?: string;
  readonly value: string;
  readonly write: (text: string) => void;
}

/** A line of a form, with its name. */
export function Field({ label, hint, write, ...rest }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        dir="auto"
        aria-describedby={hint === undefined ? undefined : `${id}hint`}
        onChange={(event) => write(event.target.value)}
        {...rest}
      />
      {hint !== undefined && (
        <p id={`${id}hint`} className="quiet">
          {hint}
        </p>
      )}
    </div>
  );
}
