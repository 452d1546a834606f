import { ToolbarButton, useGraphiQL } from "@graphiql/react";
import { useEffect, useState } from "react";

import { shareAddress } from "./shared";

const SAID_FOR_MS = 2500;
const INVITATION = "Link to this query";

/** Puts the query into the address bar and, where the browser allows it, on the clipboard. */
export function ShareButton() {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const [said, setSaid] = useState<string | null>(null);

  useEffect(() => {
    if (said === null) {
      return undefined;
    }
    const timer = setTimeout(() => setSaid(null), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [said]);

  const share = async () => {
    const address = shareAddress(window.location.href, {
      query: queryEditor?.getValue() ?? "",
      variables: variableEditor?.getValue() ?? "",
    });
    window.history.replaceState(null, "", address);
    try {
      await navigator.clipboard.writeText(address);
      setSaid("Link copied");
    } catch {
      // A page that is not served over HTTPS has no clipboard.
      setSaid("The link is in the address bar");
    }
  };

  return (
    <>
      <ToolbarButton label={said ?? INVITATION} onClick={() => void share()}>
        <svg className="graphiql-toolbar-icon" viewBox="0 0 16 16" aria-hidden="true">
          <path
            d="M6.5 9.5a2.8 2.8 0 0 0 4 0l2.4-2.4a2.8 2.8 0 0 0-4-4L8 4M9.5 6.5a2.8 2.8 0 0 0-4 0L3.1 8.9a2.8 2.8 0 0 0 4 4L8 12"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.4"
            strokeLinecap="round"
          />
        </svg>
      </ToolbarButton>
      <span className="said" role="status">
        {said}
      </span>
    </>
  );
}
