import { Link } from "react-router";

import { AccountMenu } from "../account/AccountMenu";
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
          <span>BZPEER</span>
        </Link>
        <SearchBox />
        <nav className={styles.tools} aria-label="Site">
          <Link to="/explore">Explorer</Link>
          <a href="/graphql">GraphiQL</a>
          <AccountMenu />
          <ThemeButton />
        </nav>
      </div>
    </header>
  );
}
