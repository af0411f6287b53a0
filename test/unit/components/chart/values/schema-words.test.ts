import assert from "node:assert/strict";
import { test } from "node:test";
import {
  KEY_ROOM,
  marksOf,
  ownDescription,
  ROW_ROOM,
  schemaFacts,
  searchText,
  typeWords,
} from "#components/chart/values/schema-words.ts";
import type { KeySchema } from "#lib/chart/values/documented-values.ts";
import { documentedKey, keySchema } from "./documented-key.ts";

/** Facts as one may read them, code in backticks. */
function factsOf(schema: Partial<KeySchema>, room = ROW_ROOM): readonly string[] {
  const key = documentedKey("a", { schema: keySchema(schema) });
  return schemaFacts(key, room).map((runs) =>
    runs.map(({ text, code }) => (code ? `\`${text}\`` : text)).join(""),
  );
}

test("a key without a schema has no facts, and the type of its default", () => {
  assert.deepEqual(schemaFacts(documentedKey("a"), ROW_ROOM), []);
  assert.equal(typeWords(documentedKey("a", { type: "number" })), "number");
  assert.equal(
    typeWords(documentedKey("a", { schema: keySchema({ types: ["integer", "null"] }) })),
    "integer or null",
  );
});

test("what is allowed is said", () => {
  assert.deepEqual(factsOf({ enum: ['"a"', "1"], rules: ["at least 1", "matches ^x$"] }), [
    'one of `"a"` `1`',
    "at least 1, matches ^x$",
  ]);
  assert.deepEqual(factsOf({ enum: ["true"], default: "false" }), [
    "always `true`",
    "default in the schema: `false`",
  ]);
  assert.deepEqual(
    factsOf({
      items: keySchema({ types: ["string"], rules: ["format: uri"] }),
      alternatives: [keySchema({ types: ["object"] }), keySchema(), keySchema({ enum: ['"x"'] })],
    }),
    ["each item: string, format: uri", "either object", "or anything", 'or always `"x"`'],
  );
});

test("the keys of an item are named, and alone what they take is said", () => {
  const item = keySchema({
    types: ["object"],
    properties: [
      { name: "host", schema: keySchema({ types: ["string"], required: true }) },
      { name: "paths", schema: keySchema({ types: ["array"], items: keySchema({ types: ["string"] }) }) },
    ],
  });
  assert.deepEqual(factsOf({ items: item }), ["each item: object, with `host` (required), `paths`"]);
  assert.deepEqual(factsOf({ items: item }, KEY_ROOM), [
    "each item: object, with `host` (required): string, `paths`: array, each item string",
  ]);
  const many = Array.from({ length: 99 }, (_, index) => ({ name: `k${index}`, schema: keySchema() }));
  assert.match(factsOf({ items: keySchema({ properties: many }) })[0] ?? "", /`k7` and 91 more keys$/);
});

test("of what goes on without end, the beginning is shown, and how much is left", () => {
  let nested = keySchema({ types: ["list"] });
  for (let depth = 0; depth < 5_000; depth++) nested = keySchema({ types: ["list"], items: nested });
  assert.deepEqual(factsOf({ items: nested }), ["each item: list, each item list"]);
  const values = Array.from({ length: 3_000 }, (_, index) => String(index).padStart(500, "x"));
  const [row] = factsOf({ enum: values });
  assert.match(row ?? "", / and 2988 more$/);
  assert.ok((row ?? "").length < 1_500);
  assert.match(factsOf({ enum: values }, KEY_ROOM)[0] ?? "", / and 2800 more$/);
  assert.equal(factsOf({ alternatives: Array.from({ length: 50 }, () => keySchema()) }).length, 5);
  assert.ok((factsOf({ rules: Array.from({ length: 500 }, () => "r".repeat(999)) })[0] ?? "").length < 2_100);
});

test("marks and words of the schema are searched too", () => {
  const key = documentedKey("a.b", {
    global: true,
    description: "The author's",
    schema: keySchema({ required: true, deprecated: true, description: "The schema's", enum: ['"tls"'] }),
  });
  assert.deepEqual(marksOf(key), ["global", "required", "deprecated"]);
  for (const word of ["a.b", "deprecated", "author", "schema", "tls"])
    assert.ok(searchText(key).includes(word), word);
});

test("a schema that says the same as the author says it once", () => {
  const schema = keySchema({ description: "Says so" });
  assert.equal(ownDescription(documentedKey("a", { description: "Says so.", schema })), "");
  assert.equal(ownDescription(documentedKey("a", { schema })), "Says so");
  const marked = keySchema({ description: "Password of Redis&reg;\nand of no other" });
  const description = "Password of Redis(R) and of no other";
  assert.equal(ownDescription(documentedKey("a", { description, schema: marked })), "");
});
