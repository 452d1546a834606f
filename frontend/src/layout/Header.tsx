import { Link } from "react-router";

import { SearchBox } from "../search/SearchBox";
import styles from "./layout.module.css";
import { ThemeButton } from "./ThemeButton";

/** The top of every page: home, and what is there on all of them. */
export function Header() {
  return (
    <header className={styles.header}>
      <div>
        <Link className={styles.home} to="/">
          <img src="/static/favicon.svg" alt="" width="28" height="28" />
          BZPEER
        </Link>
        <SearchBox />
        <nav className={styles.tools} aria-label="Site">
          <a href="/graphql">GraphiQL</a>
          <ThemeButton />
        </nav>
      </div>
    </header>
  );
}
