import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { SYNONYMS } from "#lib/search/rank/synonyms.ts";
import { stemOf } from "#lib/search/rank/words.ts";

describe("the synonyms", () => {
  test("are words of lower case, two at least in a row", () => {
    const isPlain = (synonym: string) => /^[a-z0-9]+(?: [a-z0-9]+)*$/.test(synonym);
    assert.deepEqual(
      SYNONYMS.filter((row) => row.length < 2 || !row.every(isPlain)),
      [],
    );
  });

  test("stand in one row only, in whatever form", () => {
    const rows = SYNONYMS.map(
      (row) => new Set(row.map((synonym) => synonym.split(" ").map(stemOf).join(" "))),
    );
    const all = rows.flatMap((row) => [...row]);
    assert.deepEqual(
      all.filter((synonym, index) => all.indexOf(synonym) !== index),
      [],
    );
  });

  test("are few enough to be read", () => {
    assert.ok(SYNONYMS.length < 120, `${SYNONYMS.length} rows`);
  });
});
