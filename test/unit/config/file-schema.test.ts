import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { configJsonSchema, REMEDIES } from "#lib/config/file-schema.ts";

const PUBLISHED = path.resolve(import.meta.dirname, "../../../public/chartroom.schema.json");

/** The keys of all objects a JSON Schema describes. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = "properties" in schema && schema.properties ? Object.keys(schema.properties) : [];
  return [...own, ...Object.values(schema).flatMap(keysOf)];
}

test("the published JSON Schema is current (else run: node bin/write-config-schema.ts)", async () => {
  assert.deepEqual(JSON.parse(await readFile(PUBLISHED, "utf8")), configJsonSchema());
});

test("each key of the file has a remedy, and each remedy a key", () => {
  const keys = keysOf(configJsonSchema());
  assert.ok(keys.includes("passwordFile"));
  assert.deepEqual(keys.toSorted(), Object.keys(REMEDIES).toSorted());
});
