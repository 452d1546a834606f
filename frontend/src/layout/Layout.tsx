import { useEffect, useRef } from "react";
import { Outlet, ScrollRestoration, useLocation, useNavigation } from "react-router";

import { Footer } from "./Footer";
import { Header } from "./Header";
import styles from "./layout.module.css";

/** The frame of every page: header, main part, footer. */
export function Layout() {
  const main = useFocusOnNewPage();
  const { state } = useNavigation();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      <div className={styles.progress} data-busy={state !== "idle"} aria-hidden="true" />
      <Header />
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
      <ScrollRestoration />
    </div>
  );
}

/** Moves the focus to the content when the page changes, as a browser does when it loads one. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current !== pathname) {
      shown.current = pathname;
      main.current?.focus({ preventScroll: true });
    }
  }, [pathname]);
  return main;
}
