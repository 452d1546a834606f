import { useState, useSyncExternalStore } from "react";

type Theme = "light" | "dark";

const YEAR_IN_SECONDS = 31_536_000;
const system = window.matchMedia("(prefers-color-scheme: dark)");

const onSystemChange = (notify: () => void): (() => void) => {
  system.addEventListener("change", notify);
  return () => system.removeEventListener("change", notify);
};

/** Changes between light and dark. The choice is a cookie, so that the server can draw the next page in it at once. */
export function ThemeButton() {
  const ofSystem: Theme = useSyncExternalStore(onSystemChange, () => system.matches) ? "dark" : "light";
  const [chosen, choose] = useState(document.documentElement.dataset.theme ?? "system");
  const shown = chosen === "light" || chosen === "dark" ? chosen : ofSystem;
  const other: Theme = shown === "dark" ? "light" : "dark";
  const change = () => {
    // Back to what the system shows means: follow the system again.
    const next = other === ofSystem ? "system" : other;
    document.documentElement.dataset.theme = next;
    document.cookie = `theme=${next}; path=/; max-age=${YEAR_IN_SECONDS}; samesite=lax`;
    choose(next);
  };
  return (
    <button type="button" onClick={change} aria-label={`Show the site in ${other} colours`}>
      <svg width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
        {shown === "dark" ? (
          <>
            <circle cx="10" cy="10" r="3.4" />
            <path
              strokeLinecap="round"
              d="M10 2.2v1.6M10 16.2v1.6M2.2 10h1.6M16.2 10h1.6M4.5 4.5l1.1 1.1M14.4 14.4l1.1 1.1M4.5 15.5l1.1-1.1M14.4 5.6l1.1-1.1"
            />
          </>
        ) : (
          <path strokeLinejoin="round" d="M16.5 12A7 7 0 0 1 8 3.5 7 7 0 1 0 16.5 12Z" />
        )}
      </svg>
    </button>
  );
}
