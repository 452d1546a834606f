/** The path of the explorer that begins with an entity, and shows what is around some others too. */
export function explorerPath(seed: string, expanded: readonly string[] = []): string {
  return `/explore?seed=${seed}${expanded.length === 0 ? "" : `&open=${expanded.join(",")}`}`;
}
