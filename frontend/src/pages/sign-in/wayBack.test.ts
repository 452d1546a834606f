import { expect, it } from "vitest";

import { isOurs } from "./wayBack";

const HERE = "https://bzpeer.example";

it.each([
  ["/researchers/ada?year=2020", true],
  ["/", true],
  ["//evil.example/", false],
  ["/\\evil.example", false],
  ["https://evil.example/", false],
  ["javascript:alert(1)", false],
  ["/\t/evil.example", false],
  ["", false],
])("%s is a path of the site: %s", (address, ours) => {
  expect(isOurs(address, HERE)).toBe(ours);
});
