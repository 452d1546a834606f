const KEY = "sign-in-to";

/**
 * Where somebody goes once signed in: where they came from. The letter's link opens in another tab, so that the browser
 * keeps it meanwhile. Only a path of this site counts.
 */
export function wayBack(given: string | null): string {
  try {
    if (given !== null && isOurs(given)) {
      localStorage.setItem(KEY, given);
      return given;
    }
    const kept = localStorage.getItem(KEY);
    if (window.location.hash.length > 1) {
      localStorage.removeItem(KEY);
      return kept !== null && isOurs(kept) ? kept : "/";
    }
  } catch {
    // A browser that keeps nothing leads to the start page.
  }
  return "/";
}

/** Whether an address is a path of this site, whatever a browser makes of it. */
export function isOurs(address: string, origin = window.location.origin): boolean {
  return address.startsWith("/") && URL.canParse(address, origin) && new URL(address, origin).origin === origin;
}
