import { describe, expect, it } from "vitest";

import { withChoices } from "../../parts/useChoices";
import { choicesOf, filterOf, isFiltered, orderOf } from "./choices";

const read = (address: string) => choicesOf(new URLSearchParams(address));

describe("choicesOf", () => {
  it("reads words, kind and filters", () => {
    const choices = read("q=+deep+nets+&kind=works&from=2019&topic=t_1&open=1");
    expect(choices.text).toBe("deep nets");
    expect(choices.kind).toBe("WORK");
    expect(filterOf(choices)).toEqual({ text: "deep nets", year: { gte: 2019 }, isOpenAccess: true, topics: ["t_1"] });
  });

  it("ignores what means nothing", () => {
    const choices = read("kind=unicorns&from=soon&to=20240&open=yes&colour=red");
    expect(choices.kind).toBeNull();
    expect(filterOf(choices)).toEqual({});
    expect(isFiltered(choices)).toBe(false);
  });
});

describe("orderOf", () => {
  it.each([
    ["q=x", "RELEVANCE"],
    ["", "YEAR"],
    ["order=best", "YEAR"],
    ["q=x&order=cited", "CITATIONS"],
    ["q=x&order=newest", "YEAR"],
  ])("%s is ordered by %s", (address, field) => {
    expect(orderOf(read(address)).field).toBe(field);
  });
});

it("takes a choice away by an empty value", () => {
  expect(withChoices(new URLSearchParams("q=x&from=2020"), { from: "", to: "2021" }).toString()).toBe("q=x&to=2021");
});
