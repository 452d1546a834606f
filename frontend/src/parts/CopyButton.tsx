import { useState } from "react";

import { Button } from "./Button";

interface CopyButtonProps {
  readonly text: string;
  /** What it is, for those who hear it. */
  readonly what: string;
}

/** Puts a text on the clipboard, and says so. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const [outcome, tell] = useState<{ readonly of: string; readonly words: string } | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      tell({ of: text, words: "Copied" });
    } catch {
      tell({ of: text, words: "The browser did not allow it: select the text" });
    }
  };
  return (
    <>
      <Button small disabled={text === ""} onClick={() => void copy()} aria-label={`Copy ${what}`}>
        Copy
      </Button>
      <span role="status" className="quiet">
        {outcome !== null && outcome.of === text && outcome.words}
      </span>
    </>
  );
}
