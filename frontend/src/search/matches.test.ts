import { expect, test } from "vitest";

import { matchesIn } from "./matches";

const marked = (title: string, search: string): string =>
  matchesIn(title, search)
    .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
    .join("");

test.each([
  ["Deep Transfer learning", "transfer deep", "[Deep] [Transfer] learning"],
  ["Transfer, transformers", "transf*", "[Transfer], [transformers]"],
  ["On graphs and graph theory", '"graph theory"', "On graphs and [graph] [theory]"],
  ["Erdős and Erdos", "erdos", "[Erdős] and [Erdos]"],
  ["A survey of surveys", "survey -surveys", "A [survey] of surveys"],
  ["Bengio on learning", "author:bengio title:learning", "Bengio on [learning]"],
  ["学习 表示", "学习", "[学习] 表示"],
  ["Learning", "lerning~1", "Learning"],
  ["$O(n)$ bounds", "", "$O(n)$ bounds"],
  ["", "anything", ""],
])("of “%s”, the words of %s", (title, search, expected) => {
  expect(marked(title, search)).toBe(expected);
});
