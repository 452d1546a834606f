const ID = /^[a-z]_[a-z2-7]{16}$/;

/** What an address names an entity by: its slug, or its id where who made the link had no more than that. */
export function lookupOf(name: string): { slug: string } | { id: string } {
  return ID.test(name) ? { id: name } : { slug: name };
}
