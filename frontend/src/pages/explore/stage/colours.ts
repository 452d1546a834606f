import { ALL_KINDS } from "../../../entities/kinds";
import type { EntityKind } from "../../../gql/graphql";

/** The colours of the site that a drawing needs, as a canvas can use them. */
export interface Colours {
  readonly kinds: Readonly<Record<EntityKind, string>>;
  readonly soft: Readonly<Record<EntityKind, string>>;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly surface: string;
  readonly accent: string;
}

/** Reads the tokens as they are now, in light or in dark: a canvas knows nothing of custom properties. */
export function coloursOf(element: HTMLElement): Colours {
  const probe = document.createElement("span");
  // A colour on its way to another would be read as the one that it comes from.
  probe.style.setProperty("transition", "none", "important");
  element.append(probe);
  const read = (token: string): string => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const kinds = (suffix: string) =>
    Object.fromEntries(ALL_KINDS.map((kind) => [kind, read(`${kind.toLowerCase()}${suffix}`)])) as Record<EntityKind, string>;
  const colours: Colours = {
    kinds: kinds(""),
    soft: kinds("-soft"),
    ink: read("ink"),
    quiet: read("quiet"),
    line: read("line-strong"),
    surface: read("surface"),
    accent: read("accent"),
  };
  probe.remove();
  return colours;
}

/** Calls back when the site changes between light and dark; returns what ends that. */
export function onColourChange(changed: () => void): () => void {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  system.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", changed);
  };
}
