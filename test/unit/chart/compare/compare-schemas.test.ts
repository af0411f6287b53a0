import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ChartComparison } from "#lib/chart/compare/chart-comparison.ts";
import { compareCharts } from "#lib/chart/compare/compare-charts.ts";
import { readChart } from "#lib/chart/read-chart.ts";
import { type ChartRecipe, chartArchive } from "#test/support/archive-builder.ts";

type Files = NonNullable<ChartRecipe["files"]>;

async function compareFiles(from: Files, to: Files): Promise<ChartComparison> {
  const [one, other] = await Promise.all([from, to].map((files) => readChart([chartArchive({ files })])));
  assert.ok(one !== undefined && other !== undefined);
  return compareCharts(one, other);
}

describe("schemas", () => {
  const schema = (more: object) => ({ "values.schema.json": JSON.stringify(more) });

  test("are compared key by key", async () => {
    const from = {
      properties: { a: { type: "string" }, b: { type: "object", properties: { c: {}, "x.y": {} } } },
    };
    const to = {
      properties: {
        a: { type: "integer" },
        b: { type: "object", required: ["c"], properties: { c: {} } },
        d: { items: { enum: [1] } },
      },
    };
    const { schema: outcome, risks } = await compareFiles(schema(from), schema(to));
    assert.ok(outcome.kind === "computed");
    assert.deepEqual(
      outcome.difference.changes.map(({ path, from: old, to: fresh, nowRequired }) => [
        path,
        old,
        fresh,
        nowRequired,
      ]),
      [
        ["a", { type: "string" }, { type: "integer" }, false],
        ["b.c", {}, {}, true],
        ["d", null, {}, false],
        ["d[]", null, { enum: [1] }, false],
        ["b.x\\.y", {}, null, false],
      ],
    );
    assert.deepEqual(risks, [{ kind: "required", path: "b.c" }]);
  });

  test("in which only the order differs are the same", async () => {
    const { schema: outcome } = await compareFiles(
      schema({ type: "object", properties: { a: { type: "string", title: "A" }, b: true } }),
      schema({ properties: { b: true, a: { title: "A", type: "string" } }, type: "object" }),
    );
    assert.deepEqual(outcome.kind === "computed" && outcome.difference.changes, []);
  });

  const unreadable: readonly [what: string, text: string, reason: RegExp][] = [
    ["no JSON", "{", /^The new schema is not valid JSON/],
    ["nested 2,000 deep", `${'{"properties":{"a":'.repeat(2_000)}1${"}}".repeat(2_000)}`, /nests too deeply/],
    [
      "of too many keys",
      JSON.stringify({ properties: Object.fromEntries(Array.from({ length: 30_000 }, (_, at) => [at, {}])) }),
      /too much/,
    ],
    ["too large", `"${"x".repeat(1_100_000)}"`, /too large/],
  ];
  for (const [what, text, reason] of unreadable) {
    test(`are not compared if one is ${what}`, async () => {
      const { schema: outcome } = await compareFiles(schema({}), { "values.schema.json": text });
      assert.match(outcome.kind === "failed" ? outcome.reason : "", reason);
    });
  }
});
