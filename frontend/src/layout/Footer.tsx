import { Link } from "react-router";

import styles from "./layout.module.css";

/** The end of every page: where to go on, and where the data can be had. */
export function Footer() {
  return (
    <footer className={styles.footer}>
      <div>
        <p>BZPEER: a research graph that answers GraphQL.</p>
        <Link to="/explore">Explorer</Link>
        <Link to="/search?kind=works">All works</Link>
        <a href="/graphql">GraphiQL</a>
        <a href="/schema.graphql">Schema</a>
        <a href="/readyz">Status</a>
      </div>
    </footer>
  );
}
