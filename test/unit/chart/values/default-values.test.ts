import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ChartText } from "#lib/chart/chart-content.ts";
import { parseChartMetadata } from "#lib/chart/parse-metadata.ts";
import { readDefaultValues } from "#lib/chart/values/default-values.ts";
import type { DefaultValues } from "#lib/chart/values/own-defaults.ts";

function file(path: string, text: string): ChartText {
  return { path, text, utf8: true };
}

function read(files: Readonly<Record<string, string>>, metadata = ""): DefaultValues {
  return readDefaultValues({
    metadata: parseChartMetadata(`apiVersion: v2\nname: c\nversion: 1.0.0\n${metadata}`, null),
    values: file("values.yaml", files["values.yaml"] ?? ""),
    subchartTexts: Object.entries(files)
      .filter(([path]) => path !== "values.yaml")
      .map(([path, text]) => file(path, text)),
  });
}

const REDIS = "apiVersion: v2\nname: redis\nversion: 1.0.0\n";
const COMMON = "apiVersion: v2\nname: common\nversion: 1.0.0\n";

// Each as Helm 4.1.4 prints it by `{{ .Values | toJson }}`.
describe("the values of subcharts", () => {
  test("stand below what the parent sets, mappings key by key", () => {
    const { values, problem } = read({
      "values.yaml": "redis: {auth: {on: false}, args: [c], own: 1}\n",
      "charts/redis/Chart.yaml": REDIS,
      "charts/redis/values.yaml": "auth: {on: true, user: x}\nargs: [a, b]\nport: 1\n",
    });
    assert.equal(problem, null);
    assert.deepEqual(values, {
      redis: { auth: { true: false, user: "x" }, args: ["c"], own: 1, global: {}, port: 1 },
    });
  });

  test("are there under each alias, and twice over", () => {
    const { values } = read(
      {
        "values.yaml": "b: {port: 2}\n",
        "charts/redis/Chart.yaml": REDIS,
        "charts/redis/values.yaml": "port: 1\n",
      },
      "dependencies:\n- {name: redis, alias: a, version: '1'}\n- {name: redis, alias: b, version: '1'}\n",
    );
    assert.deepEqual(values, { a: { port: 1, global: {} }, b: { port: 2, global: {} } });
  });

  test("vanish where the parent says null; nulls of their own are none but further in", () => {
    const { values } = read({
      "values.yaml": "own: null\nredis: {port: null, auth: {user: null, none: null}, none: null}\n",
      "charts/redis/Chart.yaml": REDIS,
      "charts/redis/values.yaml": "port: 1\nauth: {user: x, pass: null}\nempty: null\n",
    });
    assert.deepEqual(values, {
      own: null,
      redis: { auth: { pass: null, none: null }, none: null, global: {} },
    });
  });

  test("are reached through those between, by nulls too", () => {
    const { values } = read({
      "values.yaml": "redis: {common: {a: 9, gone: null}}\n",
      "charts/redis/Chart.yaml": REDIS,
      "charts/redis/values.yaml": "common: {b: 8, gone2: null}\n",
      "charts/redis/charts/common/Chart.yaml": COMMON,
      "charts/redis/charts/common/values.yaml": "{a: 1, b: 1, c: 1, gone: 1, gone2: 1}\n",
    });
    assert.deepEqual(values, { redis: { common: { a: 9, b: 8, c: 1, global: {} }, global: {} } });
  });

  test("hold the globals of the charts around them, those over their own", () => {
    const { values } = read({
      "values.yaml": "global: {registry: r, deep: {a: 1}, only: [1]}\nredis: {global: {registry: s}}\n",
      "charts/redis/Chart.yaml": REDIS,
      "charts/redis/values.yaml": "global: {registry: t, deep: {a: 2, b: 2}, mine: 3}\n",
      "charts/redis/charts/common/Chart.yaml": COMMON,
    });
    const global = { registry: "r", deep: { a: 1, b: 2 }, only: [1], mine: 3 };
    assert.deepEqual(values, {
      global: { registry: "r", deep: { a: 1 }, only: [1] },
      redis: { global, common: { global } },
    });
  });

  test("are not put over what is no mapping", () => {
    const { values, problem } = read({
      "values.yaml": "redis: true\nglobal: x\n",
      "charts/redis/Chart.yaml": REDIS,
      "charts/redis/values.yaml": "port: 1\n",
    });
    assert.deepEqual([values, problem], [{ redis: true, global: "x" }, null]);
  });

  test("that cannot be read are a problem with their place", () => {
    const { problem } = read({
      "charts/redis/Chart.yaml": REDIS,
      "charts/redis/values.yaml": "a: {b: 1\n",
    });
    assert.match(problem ?? "", /^In charts\/redis: .* line 2/);
  });
});

test("half a megabyte of globals for 200 subcharts is bounded", { timeout: 10_000 }, () => {
  const files = Object.fromEntries(
    Array.from({ length: 200 }, (_, i) => [
      `charts/s${i}/Chart.yaml`,
      `apiVersion: v2\nname: s${i}\nversion: 1.0.0\n`,
    ]),
  );
  const { values, problem } = read({ ...files, "values.yaml": `global: {a: ${"x".repeat(400_000)}}\n` });
  assert.match(problem ?? "", /too many/);
  assert.ok(JSON.stringify(values).length < 6 * 1024 * 1024);
});
