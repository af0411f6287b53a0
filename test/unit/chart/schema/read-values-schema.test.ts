import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readValuesSchema } from "#lib/chart/schema/read-values-schema.ts";
import type { SchemaPlace } from "#lib/chart/schema/schema-place.ts";
import type { KeySchema } from "#lib/chart/values/documented-values.ts";

function placeOf(schema: unknown, ...names: readonly string[]): SchemaPlace | null {
  let place = readValuesSchema(JSON.stringify(schema)).root;
  for (const name of names) place = place?.child(name) ?? null;
  return place;
}

/** Of the key `a`. */
function schemaOf(a: unknown, more: object = {}): KeySchema {
  const { schema } = placeOf({ properties: { a }, ...more }, "a") ?? {};
  assert.ok(schema);
  return schema;
}

function problemsOf(schema: unknown): readonly string[] {
  const { root, problems } = readValuesSchema(JSON.stringify(schema));
  void root?.child("a")?.schema;
  return problems();
}

describe("of a key", () => {
  test("type, default, words, and whether it is required or deprecated are read", () => {
    const a = {
      type: "string",
      title: "Image tag",
      description: "Which one.",
      default: "1.10",
      deprecated: true,
    };
    assert.deepEqual(schemaOf(a, { required: ["a"] }), {
      types: ["string"],
      enum: [],
      required: true,
      deprecated: true,
      description: "Image tag\nWhich one.",
      default: '"1.10"',
      rules: [],
      alternatives: [],
      items: null,
    });
  });

  test("a title that the description says again is left out", () => {
    assert.equal(schemaOf({ title: "Tag", description: "The tag." }).description, "The tag.");
  });

  test("allowed values are lines of JSON, a constant is one", () => {
    assert.deepEqual(schemaOf({ enum: ["a", 1, null, { b: [1] }] }).enum, ['"a"', "1", "null", '{"b":[1]}']);
    assert.deepEqual(schemaOf({ const: true }).enum, ["true"]);
    assert.deepEqual(schemaOf({ enum: ["a", "b"], allOf: [{ enum: ["b", "c"] }] }).enum, ['"b"']);
  });

  const rules: readonly [schema: object, rules: readonly string[]][] = [
    [{ minimum: 1, maximum: 10 }, ["at least 1", "at most 10"]],
    [{ exclusiveMinimum: 0, exclusiveMaximum: 1 }, ["more than 0", "less than 1"]],
    [{ minimum: 0, exclusiveMinimum: true }, ["more than 0"]],
    [{ multipleOf: 5 }, ["a multiple of 5"]],
    [{ minLength: 1 }, ["not empty"]],
    [{ minLength: 2, maxLength: 1 }, ["at least 2 characters", "at most 1 character"]],
    [
      { minItems: 1, maxItems: 3, uniqueItems: true },
      ["at least 1 item", "at most 3 items", "no item twice"],
    ],
    [{ pattern: "^[a-z]+$", format: "uri" }, ["matches ^[a-z]+$", "format: uri"]],
    [{ additionalProperties: false }, ["no other keys"]],
    [{ additionalProperties: { type: "string", minLength: 1 } }, ["other keys: string, not empty"]],
    [{ patternProperties: { "^x-": { enum: [1, 2] } } }, ["keys that match ^x-: 1 or 2"]],
    [{ propertyNames: { pattern: "^[A-Z]+$" } }, ["names of keys: matches ^[A-Z]+$"]],
    [{ not: { const: "latest" } }, ['not: "latest"']],
    [{ dependentRequired: { b: ["c", "d"] } }, ["with b also c, d"]],
    [{ dependencies: { b: ["c"] } }, ["with b also c"]],
    [{ examples: ["a", "b"] }, ['for example "a", "b"']],
  ];
  for (const [schema, expected] of rules) {
    test(`${JSON.stringify(schema)} is said in words`, () => {
      assert.deepEqual(schemaOf(schema).rules, expected);
    });
  }

  test("`allOf` is one schema: the narrower type, all rules, the nearest words", () => {
    const a = {
      allOf: [
        { type: ["number", "string"], minimum: 1, description: "far" },
        { type: ["integer", "null"], maximum: 9 },
      ],
    };
    const { types, rules, description } = schemaOf(a);
    assert.deepEqual([types, rules, description], [["integer"], ["at least 1", "at most 9"], "far"]);
  });

  test("`oneOf` and `anyOf` are alternatives, of nothing but types more types", () => {
    assert.deepEqual(schemaOf({ anyOf: [{ type: "string" }, { type: "null" }] }).types, ["string", "null"]);
    const { types, alternatives } = schemaOf({ oneOf: [{ type: "string", format: "uri" }, { enum: [1] }] });
    assert.deepEqual(
      [types, alternatives.map((one) => [one.types, one.enum, one.rules])],
      [
        [],
        [
          [["string"], [], ["format: uri"]],
          [[], ["1"], []],
        ],
      ],
    );
    assert.deepEqual(schemaOf({ anyOf: [{ required: ["b"] }, { required: ["c"] }] }).alternatives, []);
  });

  test("items of a list are described with their keys", () => {
    const items = { type: "object", required: ["host"], properties: { host: { type: "string" }, port: {} } };
    const { items: described } = schemaOf({ type: "array", items });
    assert.deepEqual(described?.types, ["object"]);
    assert.deepEqual(
      described?.properties?.map(({ name, schema }) => [name, schema.types, schema.required]),
      [
        ["host", ["string"], true],
        ["port", [], false],
      ],
    );
  });

  test("OpenAPI's `nullable` is a type", () => {
    assert.deepEqual(schemaOf({ type: "string", nullable: true }).types, ["string", "null"]);
  });
});

describe("keys", () => {
  test("are those of alternatives and conditions, too", () => {
    const conclusion = JSON.parse('{"then": {"properties": {"d": {}}}}') as object;
    const place = placeOf({
      properties: { a: {} },
      allOf: [{ properties: { b: {} } }, { if: { properties: { c: {} } }, ...conclusion }],
      anyOf: [{ properties: { e: {} } }],
      else: { properties: { f: {} } },
      dependentSchemas: { a: { properties: { g: {} } } },
    });
    assert.deepEqual([...(place?.names ?? [])].sort(), ["a", "b", "c", "d", "e", "f", "g"]);
  });

  test("are not what a condition asks of them", () => {
    const on = { properties: { enabled: { const: true }, deeper: { properties: { c: {} } } } };
    const schema = {
      properties: { enabled: { type: "boolean" }, deeper: { properties: { a: {} } } },
      anyOf: [{ if: on }, { additionalProperties: { const: 1 } }],
      additionalProperties: { type: "integer" },
    };
    const enabled = placeOf(schema, "enabled");
    assert.deepEqual([enabled?.schema.types, enabled?.schema.enum], [["boolean"], []]);
    assert.deepEqual(placeOf(schema, "deeper")?.names, ["a", "c"]);
    assert.deepEqual(placeOf(schema, "other")?.schema.enum, []);
  });

  test("that are named in an alternative alone are not required", () => {
    const place = placeOf({ anyOf: [{ required: ["a"], properties: { a: { type: "string" } } }] }, "a");
    assert.deepEqual([place?.schema.types, place?.schema.required], [["string"], false]);
  });

  test("that match a simple pattern, or are no others, are described", () => {
    const schema = {
      patternProperties: { "^[a-z]+$": { type: "string" }, "(a+)+$": { type: "null" } },
      additionalProperties: { type: "integer" },
    };
    assert.deepEqual(placeOf(schema, "abc")?.schema.types, ["string"]);
    assert.deepEqual(placeOf(schema, "ABC")?.schema.types, ["integer"]);
    assert.equal(placeOf(schema, "abc")?.pointer, null);
    assert.equal(placeOf({ properties: {} }, "constructor"), null);
  });

  test("have the line they are named on, wherever that is", () => {
    const text =
      '{\n "properties": {\n  "a/b": {"$ref": "#/$defs/x"}},\n "$defs": {"x": {"properties": {\n"c": true,\n"\\u0064": {}}}}\n}';
    const { root, lineOf } = readValuesSchema(text);
    const place = root?.child("a/b");
    assert.equal(lineOf(place?.pointer ?? ""), 3);
    assert.deepEqual(
      place?.names.map((name) => [name, lineOf(place.child(name)?.pointer ?? "")]),
      [
        ["c", 5],
        ["d", 6],
      ],
    );
  });

  test("end where a schema holds itself again", () => {
    const tree = {
      $ref: "#/$defs/t",
      $defs: { t: { type: "object", properties: { t: { $ref: "#/$defs/t" } } } },
    };
    assert.deepEqual(placeOf(tree)?.names, ["t"]);
    assert.deepEqual(placeOf(tree, "t")?.names, []);
    assert.deepEqual(placeOf(tree, "t")?.schema.types, ["object"]);
    assert.equal(placeOf(tree, "t", "t"), null);
  });

  test("may be called as nothing may", () => {
    const { root } = readValuesSchema(
      '{"properties": {"__proto__": {"type": "string"}, "toString": {"type": "null"}}}',
    );
    assert.deepEqual(root?.names, ["__proto__", "toString"]);
    assert.deepEqual(root?.child("__proto__")?.schema.types, ["string"]);
    assert.equal(Object.hasOwn({}, "type"), false);
  });
});

describe("what a schema refers to", () => {
  const referred: readonly [what: string, reference: string, more: object][] = [
    ["a definition of draft 7", "#/definitions/x", { definitions: { x: { type: "string" } } }],
    ["a definition of 2020-12", "#/$defs/x~1y%20z", { $defs: { "x/y z": { type: "string" } } }],
    ["another key", "#/properties/b", { properties: { b: { type: "string" } } }],
    ["an anchor", "#x", { $defs: { y: { $anchor: "x", type: "string" } } }],
    ["an anchor of draft 7", "#x", { definitions: { y: { $id: "#x", type: "string" } } }],
    [
      "an id in the file",
      "https://a.example/x.json",
      { $defs: { y: { $id: "https://a.example/x.json", type: "string" } } },
    ],
    [
      "an id of draft 4, relative",
      "x.json",
      { id: "https://a.example/s.json", definitions: { y: { id: "x.json", type: "string" } } },
    ],
    [
      "itself by its address",
      "https://a.example/s#/$defs/x",
      { $id: "https://a.example/s", $defs: { x: { type: "string" } } },
    ],
    ["an item of a list", "#/anyOf/1", { anyOf: [{}, { type: "string" }] }],
    ["what refers on", "#/$defs/x", { $defs: { x: { $ref: "#/$defs/y" }, y: { type: "string" } } }],
  ];
  for (const [what, $ref, more] of referred) {
    test(`may be ${what}`, () => {
      const properties = { ...("properties" in more ? (more.properties as object) : {}), a: { $ref } };
      const schema = { ...more, properties };
      assert.deepEqual(placeOf(schema, "a")?.schema.types, ["string"]);
      assert.deepEqual(problemsOf(schema), []);
    });
  }

  test("stands below the words beside the reference", () => {
    const $defs = { x: { type: "string", description: "any", default: "x" } };
    const {
      description,
      types,
      default: line,
    } = schemaOf({ $ref: "#/$defs/x", description: "this" }, { $defs });
    assert.deepEqual([description, types, line], ["this", ["string"], '"x"']);
  });

  test("is not fetched from elsewhere, and that is said once a file", () => {
    const file = "https://a.example/defs.json";
    const properties = { a: { anyOf: [{ $ref: `${file}#/x` }, { $ref: `${file}#/y` }] } };
    assert.deepEqual(problemsOf({ properties }), [`The schema refers to ${file}, which is not in the file.`]);
    assert.deepEqual(problemsOf({ properties: { a: { $ref: "#/$defs/gone" } } }), [
      "The schema refers to #/$defs/gone, which is not in the file.",
    ]);
  });
});

test("what is no schema is a problem", () => {
  for (const [text, problem] of [
    ["{", /not valid JSON/],
    ["[]", /no JSON object/],
    ["null", /no JSON object/],
    [" ".repeat(9 * 1024 * 1024), /larger than 8 MiB/],
  ] as const) {
    const { root, problems } = readValuesSchema(text);
    assert.equal(root, null);
    assert.match(problems()[0] ?? "", problem);
  }
  assert.deepEqual(readValuesSchema("true").problems(), []);
});
