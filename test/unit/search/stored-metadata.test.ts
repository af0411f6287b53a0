import assert from "node:assert/strict";
import { test } from "node:test";
import { parseChartMetadata } from "#lib/chart/parse-metadata.ts";
import { metadataOf, storedMetadata } from "#lib/search/stored-metadata.ts";

const chart = (annotations: string) =>
  parseChartMetadata(`name: a\nversion: 1.0.0\nkeywords: [x]\nannotations: ${annotations}\n`);

/** Every name of a field in a document, however deep. */
function fieldNames(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(fieldNames);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...fieldNames(inner)]);
}

test("what a chart calls its annotations is no name of a field: an index takes 65,535 of them, and then no release", () => {
  const names = fieldNames(storedMetadata(chart("{}")));
  assert.deepEqual(fieldNames(storedMetadata(chart("{one: x, _geo: y, a.b: z}"))), names);
});

test("what is stored comes back as it was", () => {
  const metadata = chart('{one: "1", constructor: c, a.b: z}');
  assert.deepEqual(metadataOf(JSON.parse(JSON.stringify(storedMetadata(metadata)))), metadata);
});

test("a document of an older reader is read too", () => {
  const metadata = chart("{one: x}");
  assert.deepEqual(metadataOf(metadata), metadata);
});
