import { useState } from "react";

/**
 * A text that somebody types, kept for this tab until it is sent: a session that ends, a page that is loaded again or left
 * by mistake lose nothing. `forget` is for what was sent.
 */
export function useDraft(name: string, initial = ""): readonly [text: string, write: (text: string) => void, forget: () => void] {
  const key = `draft ${name}`;
  const [text, setText] = useState(() => stored(key) ?? initial);
  const write = (next: string) => {
    setText(next);
    store(key, next);
  };
  const forget = () => store(key, null);
  return [text, write, forget];
}

// Browsers may be told to keep nothing; then a draft lives as long as its page.
function stored(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, text: string | null): void {
  try {
    if (text === null) {
      sessionStorage.removeItem(key);
    } else {
      sessionStorage.setItem(key, text);
    }
  } catch {
    // See above.
  }
}
