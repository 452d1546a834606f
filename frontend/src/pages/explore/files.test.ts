import { describe, expect, test } from "vitest";

import { edgeTable, type Figure, gexf, graphml, nodeTable, xml } from "./files";
import { svg } from "./image";

const colours: Figure["colours"] = {
  kinds: { RESEARCHER: "rgb(1, 2, 3)", WORK: "rgb(4, 5, 6)", TOPIC: "red", INSTITUTION: "red", SOURCE: "red" },
  soft: { RESEARCHER: "red", WORK: "red", TOPIC: "red", INSTITUTION: "red", SOURCE: "red" },
  ink: "black",
  quiet: "grey",
  line: "grey",
  surface: "white",
  accent: "blue",
};
const common = { subtitle: null, depth: 0, weight: 2, degree: 7, expandable: [{ edge: "CITES" as const, remaining: 3 }], entity: null };
const figure: Figure = {
  nodes: [
    { ...common, id: "r_a", kind: "RESEARCHER", label: 'Ada "<Countess>" & Lovelace\u0007' },
    { ...common, id: "w_b", kind: "WORK", label: "=HYPERLINK(1)", entity: { id: "w_b", year: 1843 } },
  ],
  edges: [{ id: "AUTHORED:r_a:w_b", source: "r_a", target: "w_b", kind: "AUTHORED", weight: 1 }],
  places: { r_a: { x: 10, y: 20 }, w_b: { x: -5, y: 0 } },
  seeds: ["r_a"],
  colours,
};

describe("texts in files", () => {
  test("are escaped in XML, and what XML has no place for is replaced", () => {
    expect(xml('a<b>&"c"\u0000')).toBe("a&lt;b&gt;&amp;&quot;c&quot;\ufffd");
    for (const written of [graphml(figure), gexf(figure), svg(figure)]) {
      expect(written).toContain("Ada &quot;&lt;Countess&gt;&quot; &amp; Lovelace\ufffd");
      expect(written).not.toContain("\u0007");
    }
  });

  test("are no formulas in tables", () => {
    expect(nodeTable(figure)).toContain("w_b,'=HYPERLINK(1),WORK,,0,2,7,3,1843,-5,0\r\n");
    expect(edgeTable(figure)).toBe(
      'source,target,kind,weight,source_label,target_label\r\nr_a,w_b,AUTHORED,1,"Ada ""<Countess>"" & Lovelace\u0007",\'=HYPERLINK(1)\r\n',
    );
  });
});

test("GEXF has places upwards and colours", () => {
  expect(gexf(figure)).toContain('<viz:position x="10" y="-20"/><viz:color r="1" g="2" b="3"/>');
});

test("SVG shows every node and edge inside its frame", () => {
  const drawing = svg(figure);
  expect(drawing.match(/<line /g)).toHaveLength(1);
  expect(drawing.match(/<path /g)).toHaveLength(2);
  expect(drawing).toContain('viewBox="-65 -60 135 140"');
});
