import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readOwnDefaults } from "#lib/chart/values/own-defaults.ts";
import { keysOfFiles, readChartFiles } from "./chart-files.ts";

const REDIS = "apiVersion: v2\nname: redis\nversion: 1.0.0\n";

function names<T>(count: number, of: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => of(i));
}

// Each took seconds, or gigabytes, in a reader without the bound it meets.
describe("hostile charts end soon", { timeout: 60_000 }, () => {
  const schemaFan = JSON.stringify({
    $ref: "#/$defs/d29",
    $defs: Object.fromEntries(
      names<[string, unknown]>(30, (i) => {
        const below = i === 0 ? { type: "string" } : { $ref: `#/$defs/d${i - 1}` };
        return [`d${i}`, { properties: { a: below, b: below } }];
      }),
    ),
  });
  const many = names(5_000, (i) => `k${i}: 1 # words\n`).join("");
  const subcharts = (values: string) =>
    Object.fromEntries(
      names(200, (i) => `s${i}`).flatMap((name): [string, string][] => [
        [`charts/${name}/Chart.yaml`, `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`],
        [`charts/${name}/values.yaml`, values],
      ]),
    );
  const aliases = names(400, (i) => `- {name: redis, alias: a${i}, version: '1'}\n`).join("");
  const words = JSON.stringify({
    properties: Object.fromEntries(names<[string, unknown]>(4_000, (i) => [`k${i}`, { $ref: "#/$defs/w" }])),
    $defs: { w: { description: "word ".repeat(10_000), enum: names(1_000, (i) => `v${i}`.repeat(20)) } },
  });
  const bombs: readonly [what: string, files: Readonly<Record<string, string>>, metadata?: string][] = [
    ["a schema of 2^30 keys", { "values.yaml": "a: 1\n", "values.schema.json": schemaFan }],
    ["200 subcharts of 5,000 keys", subcharts(many)],
    [
      "a subchart of 5,000 keys under 400 names",
      { "charts/redis/Chart.yaml": REDIS, "charts/redis/values.yaml": many },
      `dependencies:\n${aliases}`,
    ],
    ["4,000 keys of which a schema says a book each", { "values.schema.json": words }],
  ];
  for (const [what, files, metadata] of bombs) {
    test(what, () => {
      const start = performance.now();
      const { keys, problems } = readChartFiles(files, metadata);
      const ms = performance.now() - start;
      assert.ok(problems.length > 0 && problems.length <= 20);
      assert.ok(keys.length > 0 && keys.length <= 20_000);
      assert.ok(JSON.stringify(keys).length < 16 * 1024 * 1024);
      assert.ok(ms < 15_000, `${ms} ms`);
    });
  }

  test("half a megabyte of keys, lines or brackets is not given to the parser", () => {
    for (const text of [
      names(80_000, () => "a: 1\n").join(""),
      "\n".repeat(400_000),
      `a: ${"[".repeat(400_000)}`,
    ]) {
      const start = performance.now();
      const { keys, problems } = readChartFiles({ "values.yaml": text });
      assert.deepEqual(keys, []);
      assert.match(problems.join(), /holds too many things/);
      assert.equal(readOwnDefaults(text).problem, problems[0]);
      assert.ok(performance.now() - start < 400);
    }
  });

  test("schemas in 8,000 comments", () => {
    const text = names(8_000, (i) => `# @schema type:string;enum:[a,b]\nk${i}: 1\n`).join("");
    const start = performance.now();
    const { keys } = readChartFiles({ "values.yaml": text });
    assert.equal(keys.length, 8_000);
    assert.ok(performance.now() - start < 15_000);
  });

  test("a key called __proto__", () => {
    const keys = keysOfFiles({
      "values.yaml": "__proto__: {a: 1}\n",
      "values.schema.json": '{"properties": {"__proto__": {"properties": {"b": {"type": "string"}}}}}',
    });
    assert.deepEqual(
      keys.map(({ path }) => path),
      ["__proto__", "__proto__.a", "__proto__.b"],
    );
  });
});
