import { type KeyboardEvent, type Ref, useDeferredValue, useId, useState } from "react";

import { useOperation } from "../../api/useOperation";
import { KINDS } from "../../entities/kinds";
import { SuggestDocument } from "../../gql/graphql";
import styles from "./explore.module.css";
import { KindMark } from "./KindMark";

interface SearchBoxProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly choose: (id: string) => void;
  readonly isFirst: boolean;
}

/** Finds an entity by a few letters and adds it to the picture. */
export function SearchBox({ ref, choose, isFirst }: SearchBoxProps) {
  const [text, write] = useState("");
  const [isOpen, open] = useState(false);
  const [active, activate] = useState(0);
  const list = useId();
  const prefix = useDeferredValue(text.trim());
  const { data, error } = useOperation(SuggestDocument, { prefix }, { enabled: prefix !== "", keep: true });
  const found = prefix === "" ? [] : (data?.data.suggest ?? []);
  const isShown = isOpen && text.trim() !== "";
  const take = (id: string | undefined) => {
    if (id !== undefined) {
      choose(id);
      write("");
      open(false);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      open(true);
      const by = event.key === "ArrowDown" ? 1 : -1;
      activate((active + by + Math.max(found.length, 1)) % Math.max(found.length, 1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      take(found[active]?.id);
    } else if (event.key === "Escape") {
      open(false);
    }
  };
  return (
    <div className={styles.search}>
      <input
        ref={ref}
        type="search"
        role="combobox"
        aria-label="Add a person, work, topic, institution or source"
        aria-expanded={isShown}
        aria-controls={list}
        aria-activedescendant={isShown && found[active] !== undefined ? `${list}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        placeholder={isFirst ? "Where do you want to begin?" : "Add to the picture…"}
        value={text}
        onChange={(event) => {
          write(event.target.value);
          activate(0);
          open(true);
        }}
        onFocus={() => open(true)}
        onBlur={() => open(false)}
        onKeyDown={onKey}
      />
      <ul id={list} role="listbox" aria-label="Found" hidden={!isShown} className={styles.found}>
        {found.map(({ id, kind, subtitle, parts }, index) => (
          <li
            key={id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active}
            data-kind={kind}
            onPointerDown={(event) => {
              event.preventDefault();
              take(id);
            }}
            onPointerEnter={() => activate(index)}
          >
            <KindMark kind={kind} />
            <span>
              <span dir="auto">{parts.map((part, place) => (part.isMatch ? <mark key={place}>{part.text}</mark> : part.text))}</span>
              <span className="quiet">
                {" "}
                {[KINDS[kind].one, subtitle].filter(Boolean).join(" · ")}
              </span>
            </span>
          </li>
        ))}
        {found.length === 0 && (
          <li className="quiet" role="option" aria-disabled="true" aria-selected="false">
            {error !== null ? error.message : data === undefined ? "Searching…" : "Nothing is called that."}
          </li>
        )}
      </ul>
    </div>
  );
}
