import assert from "node:assert/strict";
import { test } from "node:test";
import { keyElementId, parseChartView } from "#components/chart/chart-view.ts";

test("an address says what is shown", () => {
  assert.deepEqual(parseChartView(new URLSearchParams("tab=values&find=+tls+&key=a.b&view=raw")), {
    tab: "values",
    find: "tls",
    key: "a.b",
    raw: true,
  });
});

test("what cannot be read is its default", () => {
  const plain = { tab: "readme", find: "", key: null, raw: false };
  assert.deepEqual(parseChartView(new URLSearchParams()), plain);
  assert.deepEqual(parseChartView(new URLSearchParams("tab=__proto__&key=&view=x")), plain);
  assert.equal(parseChartView(new URLSearchParams({ find: "a".repeat(9999) })).find.length, 200);
  assert.equal(parseChartView(new URLSearchParams({ key: "a".repeat(9999) })).key, null);
});

test("the id of a key's element has no white space", () => {
  assert.equal(keyElementId("a.b c"), "key-a.b_c");
});
