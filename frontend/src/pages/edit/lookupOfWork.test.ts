import { expect, test } from "vitest";

import { lookupOfWork } from "./lookupOfWork";

test.each([
  ["10.18653/v1/N18-1001", { doi: "10.18653/v1/N18-1001" }],
  [" https://doi.org/10.1000/182 ", { doi: "10.1000/182" }],
  ["arXiv:1706.03762", { arxiv: "1706.03762" }],
  ["https://arxiv.org/abs/1706.03762v5", { arxiv: "1706.03762" }],
  ["1706.03762v2", { arxiv: "1706.03762" }],
  ["https://arxiv.org/abs/hep-th/9901001", { arxiv: "hep-th/9901001" }],
  ["http://127.0.0.1:8000/works/attention-is-all-you-need?x=1", { slug: "attention-is-all-you-need" }],
  ["attention-is-all-you-need", { slug: "attention-is-all-you-need" }],
  ["w_aaaaaaaaaaaaaaaa", { id: "w_aaaaaaaaaaaaaaaa" }],
])("%s names a work", (text, lookup) => {
  expect(lookupOfWork(text)).toEqual(lookup);
});
