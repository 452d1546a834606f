/** A piece of a text, in the shape that the API has for what answers a search. */
export interface Part {
  readonly text: string;
  readonly isMatch: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const TERM = /(?<not>-)?(?<field>[a-z]+:)?(?:"(?<phrase>[^"]*)"|(?<word>[^\s"]+))/gu;

const plain = (word: string): string => word.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/**
 * Marks the words of a title that a search asks for, for lists whose answers come without: whole words, or beginnings where
 * a star asks for them, whatever their case and accents. What is asked of another field than the title is left out.
 */
export function matchesIn(title: string, search: string): readonly Part[] {
  const whole = new Set<string>();
  const beginnings: string[] = [];
  for (const { groups = {} } of search.matchAll(TERM)) {
    const { not, field = "title:", phrase, word = "" } = groups;
    if (not === undefined && field === "title:") {
      const words = ((phrase ?? word.replace(/~\d*$/, "")).match(WORD) ?? []).map(plain);
      if (word.endsWith("*")) {
        beginnings.push(words.pop() ?? "");
      }
      words.forEach((each) => whole.add(each));
    }
  }
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: word, index } of title.matchAll(WORD)) {
    const read = plain(word);
    if (whole.has(read) || beginnings.some((beginning) => beginning !== "" && read.startsWith(beginning))) {
      parts.push({ text: title.slice(end, index), isMatch: false }, { text: word, isMatch: true });
      end = index + word.length;
    }
  }
  return [...parts, { text: title.slice(end), isMatch: false }].filter(({ text }) => text !== "");
}
