import { type RefObject, useEffect, useRef } from "react";

interface Keys {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly search: () => void;
  readonly help: () => void;
}

/** The keys that work wherever the focus is on the page, except where somebody writes. */
export function useKeys(keys: Keys): RefObject<HTMLDivElement | null> {
  const page = useRef<HTMLDivElement>(null);
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { target, key, shiftKey, ctrlKey, metaKey, altKey } = event;
      const writes = target instanceof HTMLElement && target.closest("input:not([type=checkbox]), select, textarea, [contenteditable], dialog") !== null;
      if (writes || altKey || (ctrlKey || metaKey) !== (key.toLowerCase() === "z" && (ctrlKey || metaKey))) {
        return;
      }
      const { undo, redo, search, help } = latest.current;
      const action = { z: shiftKey ? redo : undo, "/": search, "?": help }[key.toLowerCase()];
      if (action !== undefined) {
        event.preventDefault();
        action();
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return page;
}
