import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findViolations } from "#lib/chart/check/schema-violations.ts";
import { toJsPattern } from "#lib/chart/check/usable-schema.ts";
import type { JsonObject } from "#lib/chart/values/json.ts";
import { check, found, ofKind } from "./model.ts";

const reasons = (schema: unknown, values: JsonObject) =>
  findViolations(schema, values).violations.map(({ place, reason }) => `${place.join("/")} ${reason}`);

describe("what a schema forbids", () => {
  test("is said in words", () => {
    const cases: readonly (readonly [object, JsonObject, string])[] = [
      [{ properties: { a: { type: "integer" } } }, { a: "x" }, "a must be a whole number"],
      [{ properties: { a: { type: ["string", "null"] } } }, { a: 1 }, "a must be a string or null"],
      [{ properties: { a: { enum: ["x", "y"] } } }, { a: "z" }, 'a must be one of "x", "y"'],
      [{ properties: { a: { minimum: 1 } } }, { a: 0 }, "a must be at least 1"],
      [{ properties: { a: { pattern: "^[a-z]+$" } } }, { a: "A" }, 'a must match the pattern "^[a-z]+$"'],
      [{ properties: { a: { minLength: 1 } } }, { a: "" }, "a must not be empty"],
      [{ required: ["a b/c"] }, {}, "a b/c must be set"],
      [{ additionalProperties: false, properties: { a: {} } }, { b: 1 }, "b is not allowed here"],
      [{ properties: { a: { items: { type: "string" } } } }, { a: ["x", 1] }, "a/1 must be a string"],
      [{ properties: { a: { const: 1 } } }, { a: 2 }, "a must be 1"],
      [
        { properties: { a: { $ref: "#/$defs/port" } }, $defs: { port: { maximum: 65535 } } },
        { a: 70000 },
        "a must be at most 65535",
      ],
      [
        { properties: { a: { anyOf: [{ type: "string" }, { type: "integer" }] } } },
        { a: true },
        "a must be a string, or must be a whole number",
      ],
      [
        {
          properties: {
            a: { oneOf: [{ type: "null" }, { type: "object", properties: { b: { type: "string" } } }] },
          },
        },
        { a: { b: 1 } },
        "a must be null",
      ],
      [
        {
          $schema: "http://json-schema.org/draft-04/schema#",
          properties: { a: { minimum: 1, exclusiveMinimum: true } },
        },
        { a: 1 },
        "a must be at least 1",
      ],
      [
        { $schema: "http://json-schema.org/draft-07/schema#", properties: { a: { format: "ipv4" } } },
        { a: "x" },
        "a must have the format “ipv4”",
      ],
      [
        JSON.parse('{"if": {"properties": {"a": {"const": 1}}}, "then": {"required": ["b"]}}'),
        { a: 1 },
        "b must be set",
      ],
    ];
    for (const [schema, values, expected] of cases)
      assert.deepEqual(reasons(schema, values), [expected], expected);
    assert.deepEqual(reasons({ properties: { a: { format: "ipv4" } } }, { a: "x" }), []);
  });

  test("is told with the line of the file, or as coming from the default", async () => {
    const schema = JSON.stringify({
      properties: {
        a: { type: "integer" },
        b: { type: "integer" },
        c: { additionalProperties: false, properties: { known: {} } },
      },
      required: ["d"],
    });
    const report = await check("a: 1\nb: wrong\nc: {}\n", "c:\n  knwon: 1\na: x\n", {
      "values.schema.json": schema,
    });
    assert.deepEqual(found(report, "schema"), ["2 c.knwon c.known", "3 a", "- d", "- b"]);
    const messages = ofKind(report, "schema").map(({ message }) => message);
    assert.match(messages[1] ?? "", /“a” must be a whole number, and is "x"/);
    assert.match(messages[3] ?? "", /comes from the chart’s default/);
    assert.match(messages[2] ?? "", /does not set it, and it has no default/);
    assert.deepEqual([report.counts.unknown, report.counts.type], [0, 0]);
  });

  test("is applied to what is left where null takes a default away", async () => {
    const schema = JSON.stringify({ required: ["a"] });
    assert.deepEqual(found(await check("a: 1\n", "a: null\n", { "values.schema.json": schema }), "schema"), [
      "1 a",
    ]);
    assert.deepEqual(found(await check("a: 1\n", "{}", { "values.schema.json": schema }), "schema"), []);
  });
});

describe("a schema that is not as it should be", () => {
  test("refers to another host: that is never fetched, and said", () => {
    const { violations, problems } = findViolations(
      { properties: { a: { $ref: "https://example.com/x.json" } } },
      { a: 1 },
    );
    assert.deepEqual(violations, []);
    assert.match(problems[0] ?? "", /never fetched/);
  });

  test("refers to itself for ever, or is none", () => {
    for (const schema of [
      { $ref: "#" },
      [],
      "x",
      { properties: 7 },
      { required: "a" },
      { allOf: {} },
      { type: {} },
      { items: "x" },
      { $id: ":::" },
    ]) {
      const verdict = findViolations(schema, { a: 1 });
      assert.ok(Array.isArray(verdict.violations), JSON.stringify(schema));
    }
    assert.match(findViolations({ $ref: "#" }, {}).problems[0] ?? "", /could not be applied/);
  });

  test("has patterns as Go writes them", () => {
    assert.equal(toJsPattern("^[a-z\\-]+$"), "^[a-z\\-]+$");
    assert.equal(new RegExp(toJsPattern("^(?i)abc$") ?? "", "u").test("ABC"), true);
    assert.equal(new RegExp(toJsPattern("\\Aa\\_b\\z") ?? "", "u").test("a_b"), true);
    assert.equal(toJsPattern("[[:alpha:"), null);
    assert.match(
      findViolations({ properties: { a: { pattern: "(" } } }, { a: "x" }).problems[0] ?? "",
      /was not checked/,
    );
  });
});
