import assert from "node:assert/strict";
import { test } from "node:test";
import { keyElementId, parseChartView, rawValuesPath, versionsPath } from "#components/chart/chart-view.ts";
import { release } from "./releases.ts";
import { documentedKey } from "./values/documented-key.ts";

test("an address says what is shown", () => {
  assert.partialDeepStrictEqual(
    parseChartView(new URLSearchParams("tab=values&find=+tls+&key=a.b&view=raw&file=a/b.yaml")),
    {
      tab: "values",
      find: "tls",
      key: "a.b",
      alone: false,
      values: "raw",
      file: "a/b.yaml",
      by: "version",
      page: 1,
    },
  );
});

test("what cannot be read is its default", () => {
  const plain = {
    tab: "readme",
    find: "",
    key: null,
    alone: false,
    values: "documented",
    file: null,
    by: "version",
    page: 1,
  };
  assert.partialDeepStrictEqual(parseChartView(new URLSearchParams()), plain);
  assert.partialDeepStrictEqual(parseChartView(new URLSearchParams("tab=__proto__&key=&view=x")), plain);
  assert.equal(parseChartView(new URLSearchParams({ find: "a".repeat(9999) })).find.length, 200);
  assert.equal(parseChartView(new URLSearchParams({ key: "a".repeat(9999) })).key, null);
});

test("the file is shown from its beginning, or at a key whatever its name", () => {
  const { id } = release("data/redis", "1.0.0");
  const key = documentedKey("a.b#c", { line: 12 });
  assert.equal(rawValuesPath(id, null), "/charts/acme/data/redis?tab=values&view=raw");
  assert.equal(
    rawValuesPath(id, "1.0.0", key),
    "/charts/acme/data/redis@1.0.0?tab=values&view=raw&key=a.b%23c#L12",
  );
  assert.equal(
    rawValuesPath(id, null, { ...key, file: "charts/x/values.yaml" }),
    "/charts/acme/data/redis?tab=values&view=raw&file=charts%2Fx%2Fvalues.yaml&key=a.b%23c#L12",
  );
});

test("a key is shown alone if the address says so", () => {
  assert.equal(parseChartView(new URLSearchParams("tab=values&key=a&only=key")).alone, true);
});

test("pages are counted from 1, and no other number is one", () => {
  const pageOf = (text: string) => parseChartView(new URLSearchParams({ page: text })).page;
  assert.equal(pageOf("12"), 12);
  for (const text of ["", "0", "-1", "1.5", "x", "1e400"]) assert.equal(pageOf(text), 1, text);
  const { id } = release("data/redis", "1.0.0");
  assert.equal(versionsPath(id, null, 1), "/charts/acme/data/redis?tab=versions");
  assert.equal(versionsPath(id, "1.0.0", 2), "/charts/acme/data/redis@1.0.0?tab=versions&page=2");
});

test("the id of a key's element has no white space", () => {
  assert.equal(keyElementId("a.b c"), "key-a.b_c");
});
