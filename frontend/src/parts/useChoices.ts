import { useCallback } from "react";
import { type NavigateOptions, useSearchParams } from "react-router";

type Changes = Readonly<Record<string, string>>;

/** The same address with other choices; an empty value takes one away. */
export function withChoices(parameters: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(parameters);
  for (const [name, value] of Object.entries(changes)) {
    if (value === "") {
      next.delete(name);
    } else {
      next.set(name, value);
    }
  }
  return next;
}

/** The choices that stand in the address, and what changes some of them. */
export function useChoices(options?: NavigateOptions): readonly [URLSearchParams, (changes: Changes) => void] {
  const [parameters, setParameters] = useSearchParams();
  const replace = options?.replace ?? false;
  const change = useCallback(
    (changes: Changes) =>
      // From the address itself: what was rendered last may not know yet of the choice that was made just before.
      setParameters(withChoices(new URLSearchParams(window.location.search), changes), { replace, preventScrollReset: true }),
    [setParameters, replace],
  );
  return [parameters, change];
}
