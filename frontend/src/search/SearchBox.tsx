import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";

import { useOperation } from "../api/useOperation";
import { KINDS, pathOf } from "../entities/kinds";
import { SuggestDocument, type SuggestQuery } from "../gql/graphql";
import { Marked } from "./Marked";
import styles from "./search-box.module.css";
import { useSettled } from "./useSettled";

type Suggestion = NonNullable<SuggestQuery["suggest"]>[number];

const MILLISECONDS = 120;
/** What the API takes; nobody types more. */
const LONGEST = 1_000;

/**
 * The search of every page: a combobox with a list of names, in the pattern of WAI-ARIA. Answers belong to what was asked:
 * one that comes late, to a prefix that has changed since, is not shown.
 */
export function SearchBox() {
  const [parameters] = useSearchParams();
  const { pathname, key } = useLocation();
  const navigate = useNavigate();
  const given = pathname === "/search" ? (parameters.get("q") ?? "") : "";
  const [text, write] = useState(given);
  const [open, setOpen] = useState(false);
  const [active, activate] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    write(given);
    setOpen(false);
  }, [given, key]);

  const prefix = text.trim().slice(0, LONGEST);
  const asked = useSettled(prefix, MILLISECONDS);
  const { data, error } = useOperation(SuggestDocument, { prefix: asked }, { enabled: open && asked !== "", keep: true });
  const suggestions = prefix === "" ? [] : (data?.data.suggest ?? []);
  const shown = open && prefix !== "" && (suggestions.length > 0 || error !== null);
  const chosen = shown && active >= 0 && active < suggestions.length ? suggestions[active] : undefined;

  const go = (address: string) => {
    setOpen(false);
    activate(-1);
    input.current?.blur();
    void navigate(address);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen !== undefined) {
      go(addressOf(chosen));
    } else if (prefix !== "") {
      go(`/search?q=${encodeURIComponent(prefix)}`);
    }
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) {
      // The keys belong to whoever composes Chinese, Japanese or Korean.
      return;
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && prefix !== "") {
      event.preventDefault();
      setOpen(true);
      // Before the first and after the last is the text itself.
      const places = suggestions.length + 1;
      activate(((active + 1 + step + places) % places) - 1);
    } else if (event.key === "Escape") {
      if (shown) {
        event.preventDefault();
        setOpen(false);
        activate(-1);
      } else {
        write("");
      }
    }
  };
  return (
    <form className={styles.form} role="search" action="/search" onSubmit={submit}>
      <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
        <circle cx="7" cy="7" r="4.5" />
        <path d="m10.5 10.5 3.5 3.5" strokeLinecap="round" />
      </svg>
      <input
        ref={input}
        type="search"
        name="q"
        role="combobox"
        aria-label="Search people, works, topics, institutions and sources"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}list`}
        aria-activedescendant={chosen === undefined ? undefined : `${id}${chosen.id}`}
        autoComplete="off"
        spellCheck={false}
        placeholder="Search"
        maxLength={LONGEST}
        dir="auto"
        value={text}
        onChange={(event) => {
          write(event.target.value);
          setOpen(true);
          activate(-1);
        }}
        onKeyDown={onKey}
        onBlur={() => setOpen(false)}
      />
      <ul id={`${id}list`} className={styles.list} role="listbox" aria-label="Suggestions" hidden={!shown}>
        {shown &&
          suggestions.map((suggestion, index) => (
            <li
              key={suggestion.id}
              id={`${id}${suggestion.id}`}
              role="option"
              aria-selected={index === active}
              data-kind={suggestion.kind}
              // The box keeps the focus, or the list would close before the click.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => go(addressOf(suggestion))}
            >
              <span className={styles.label} dir="auto">
                <Marked parts={suggestion.parts} />
              </span>
              <span className={styles.about}>{[KINDS[suggestion.kind].one, suggestion.subtitle].filter(Boolean).join(" · ")}</span>
            </li>
          ))}
        {shown && suggestions.length === 0 && error !== null && (
          <li role="option" aria-selected="false" aria-disabled="true" className={styles.about}>
            {error.message}
          </li>
        )}
      </ul>
      <span className="aloud" role="status">
        {shown && suggestions.length > 0 && `${suggestions.length} suggestions`}
      </span>
    </form>
  );
}

function addressOf({ kind, entity, id }: Suggestion): string {
  return pathOf(kind, "slug" in entity ? entity.slug : id);
}
