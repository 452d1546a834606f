import styles from "./graph.module.css";

/** The shape of a graph that is still to come. */
export function Waiting() {
  return (
    <div className={styles.waiting} role="status">
      <svg viewBox="0 0 200 120" width="200" height="120" aria-hidden="true">
        <path d="M100 60 40 30M100 60l62-34M100 60 60 100M100 60l50 36M40 30 60 100M162 26l-12 70" />
        <circle cx="100" cy="60" r="11" />
        <circle cx="40" cy="30" r="6" />
        <circle cx="162" cy="26" r="6" />
        <circle cx="60" cy="100" r="6" />
        <circle cx="150" cy="96" r="6" />
      </svg>
      <p>Reading nearby papers, people, topics and institutions…</p>
    </div>
  );
}
