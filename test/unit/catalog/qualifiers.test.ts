import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { findQualifier, QUALIFIER_NAMES, QUALIFIERS } from "#lib/catalog/qualifiers.ts";

test("docs/search.md says of each qualifier what the table says", () => {
  const rows = QUALIFIER_NAMES.map((name) => {
    const { aliases, value, several, help, example } = QUALIFIERS[name];
    const kind = typeof value === "string" ? value : value.map((one) => `\`${one}\``).join(", ");
    const also = aliases.map((alias) => `\`${alias}:\``).join(" ");
    return `| \`${example}\` | ${help} | ${kind} | ${several} | ${also} |`;
  });
  const page = readFileSync(new URL("../../../docs/search.md", import.meta.url), "utf8");
  const table = page
    .split("\n## Qualifiers\n")[1]
    ?.split("\n")
    .filter((line) => line.startsWith("| `"));
  assert.deepEqual(table, rows);
});

test("no two qualifiers share a name or an alias", () => {
  const names = QUALIFIER_NAMES.flatMap((name) => [name, ...QUALIFIERS[name].aliases]);
  assert.equal(new Set(names).size, names.length);
  for (const name of QUALIFIER_NAMES)
    for (const written of [name, ...QUALIFIERS[name].aliases])
      assert.equal(findQualifier(written.toUpperCase()), name);
  assert.equal(findQualifier("constructor"), null);
});
