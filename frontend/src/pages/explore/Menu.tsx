import { type ReactNode, useRef } from "react";

import styles from "./explore.module.css";

/** What opens below its name, and closes when the focus leaves it, or with Escape. */
export function Menu({ name, children }: { name: string; children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);
  return (
    <details
      ref={menu}
      className={styles.menu}
      onKeyDown={(event) => {
        if (event.key === "Escape" && menu.current?.open === true) {
          event.stopPropagation();
          menu.current.open = false;
          menu.current.querySelector("summary")?.focus();
        }
      }}
      onBlur={(event) => {
        if (menu.current !== null && event.relatedTarget !== null && !menu.current.contains(event.relatedTarget)) {
          menu.current.open = false;
        }
      }}
    >
      <summary>{name}</summary>
      <div>{children}</div>
    </details>
  );
}
