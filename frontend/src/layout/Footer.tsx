import styles from "./layout.module.css";

/** The end of every page: where the data can be had. */
export function Footer() {
  return (
    <footer className={styles.footer}>
      <div>
        <p>BZPEER: a research graph that answers GraphQL.</p>
        <a href="/graphql">GraphiQL</a>
        <a href="/schema.graphql">Schema</a>
        <a href="/readyz">Readiness</a>
        <a href="/healthz">Health</a>
        <a href="/metrics">Metrics</a>
      </div>
    </footer>
  );
}
