import assert from "node:assert/strict";
import { test } from "node:test";
import { installedCharts } from "#lib/chart/installed-charts.ts";
import { parseChartMetadata } from "#lib/chart/parse-metadata.ts";

test("a subchart under 150 names is taken apart once", () => {
  const names = Array.from({ length: 150 }, (_, index) => `- {name: s, version: "1", alias: a${index}}\n`);
  const top = `apiVersion: v2\nname: top\nversion: 1.0.0\ndependencies:\n${names.join("")}`;
  let reads = 0;
  const values = {
    path: "charts/s/values.yaml",
    utf8: true,
    get text() {
      reads += 1;
      return "a: 1\n";
    },
  };
  const metadata = parseChartMetadata("apiVersion: v2\nname: s\nversion: 1.0.0\n", null);
  const sub = { path: "charts/s", metadata, values, schema: null, templates: [], crds: [], subcharts: [] };
  const whole = { metadata: parseChartMetadata(top, null), values: null };
  assert.equal(installedCharts(whole, [], [sub]).length, 151);
  assert.ok(reads <= 3, `${reads} times`);
});
