import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readValuesSchema } from "#lib/chart/schema/read-values-schema.ts";
import { withinProcessorTime } from "../../../support/processor-time.ts";

// Each took seconds, or for ever, in a reader without the bound it meets.
describe("hostile schemas end soon", { timeout: 60_000 }, () => {
  const fan = (count: number, of: (below: object) => object) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `d${i}`,
        i === 0 ? { type: "string" } : of({ $ref: `#/$defs/d${i - 1}` }),
      ]),
    );
  const big = "x".repeat(5_000_000);
  const bombs: readonly [what: string, text: string][] = [
    ["a schema that is itself", '{"properties": {"a": {"$ref": "#/properties/a"}}}'],
    [
      "schemas that are one another",
      '{"properties": {"a": {"$ref": "#/$defs/x"}}, "$defs": {"x": {"$ref": "#/$defs/y"}, "y": {"allOf": [{"$ref": "#/$defs/x"}]}}}',
    ],
    [
      "2^40 ways by allOf",
      JSON.stringify({
        properties: { a: { $ref: "#/$defs/d39" } },
        $defs: fan(40, (one) => ({ allOf: [one, one] })),
      }),
    ],
    [
      "2^40 ways by anyOf",
      JSON.stringify({
        properties: { a: { $ref: "#/$defs/d39" } },
        $defs: fan(40, (one) => ({ anyOf: [one, { ...one }] })),
      }),
    ],
    [
      "20^40 alternatives of items",
      JSON.stringify({
        properties: { a: { $ref: "#/$defs/d39" } },
        $defs: fan(40, (one) => ({ items: { anyOf: Array(20).fill(one) } })),
      }),
    ],
    [
      "2^40 keys in items",
      JSON.stringify({
        properties: { a: { items: { $ref: "#/$defs/d39" } } },
        $defs: fan(40, (one) => ({ properties: { a: one, b: one } })),
      }),
    ],
    ["an enum of five megabytes", `{"properties": {"a": {"enum": ["${big}", ${"1,".repeat(100_000)}2]}}}`],
    [
      "a default of five megabytes",
      `{"properties": {"a": {"default": [${"1,".repeat(1_000_000)}2], "description": "${big}"}}}`,
    ],
    [
      "a million levels of lists",
      `{"properties": {"a": {"default": ${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}}}}`,
    ],
    ["100,000 levels of keys", `${'{"properties":{"a":'.repeat(100_000)}1${"}}".repeat(100_000)}`],
    [
      "a reference of a megabyte",
      JSON.stringify({ properties: { a: { $ref: `#/${"a/".repeat(500_000)}` } } }),
    ],
    [
      "100,000 references to elsewhere",
      JSON.stringify({
        properties: { a: { anyOf: Array.from({ length: 100_000 }, (_, i) => ({ $ref: `x${i}` })) } },
      }),
    ],
    [
      "a pattern that takes for ever",
      JSON.stringify({ patternProperties: { "^(a+)+$": { type: "string" } } }),
    ],
  ];
  for (const [what, text] of bombs) {
    test(what, () => {
      withinProcessorTime(3_000, () => {
        const { root, lineOf, problems } = readValuesSchema(text);
        const place = root?.child("a");
        assert.ok(JSON.stringify(place?.schema ?? null).length < 1_000_000);
        void root?.child(`${"a".repeat(50)}!`)?.schema;
        assert.ok(lineOf("/properties/a") >= 1);
        assert.ok(problems().length < 10);
      });
    });
  }
});
