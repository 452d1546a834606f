import { useEffect } from "react";

/** Names the page in the title of the window. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    if (title !== null) {
      document.title = title === "BZPEER" ? title : `${title} – BZPEER`;
    }
  }, [title]);
}
