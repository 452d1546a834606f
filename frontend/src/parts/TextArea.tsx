import { type TextareaHTMLAttributes, useId } from "react";

import { counted } from "../entities/kinds";
import styles from "./field.module.css";

interface TextAreaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "onChange" | "value" | "maxLength"> {
  readonly label: string;
  /** What is said below it. */
  readonly hint?: string;
  /** Characters that the API takes. */
  readonly most: number;
  readonly value: string;
  readonly write: (text: string) => void;
}

/** Lines of a form, with their name, and what is left of the room once that matters. */
export function TextArea({ label, hint, most, write, value, rows = 4, ...rest }: TextAreaProps) {
  const id = useId();
  const left = most - [...value].length;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        dir="auto"
        rows={rows}
        aria-describedby={hint === undefined ? undefined : `${id}hint`}
        aria-invalid={left < 0}
        value={value}
        onChange={(event) => write(event.target.value)}
        {...rest}
      />
      {hint !== undefined && (
        <p id={`${id}hint`} className="quiet">
          {hint}
        </p>
      )}
      <p role="status" className="quiet">
        {left < 0 ? `${counted(-left, "character")} too many` : left < most / 10 && `${counted(left, "character")} left`}
      </p>
    </div>
  );
}
