import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { QUALIFIER_NAMES } from "#lib/catalog/qualifiers.ts";
import { formatSearchText, parseSearchText } from "#lib/catalog/search-text.ts";
import { qualifierFilters } from "#lib/search/qualifier-filter.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const filtersOf = (
  text: string,
  ...rest: [Parameters<typeof qualifierFilters>[2]?, Parameters<typeof qualifierFilters>[3]?]
) => qualifierFilters(parseSearchText(text).terms, NOW, ...rest);

describe("qualifierFilters", () => {
  test("alternatives of one name are one filter, what must all hold is several", () => {
    assert.deepEqual(filtersOf("source:a source:b"), ['(source = "a") OR (source = "b")']);
    assert.deepEqual(filtersOf("kind:a kind:b"), ['kinds = "a"', 'kinds = "b"']);
  });

  test("what is excluded stands apart", () => {
    assert.deepEqual(filtersOf("-source:a source:b -is:signed"), [
      '(source = "b")',
      'NOT (source = "a")',
      'NOT (is = "signed")',
    ]);
  });

  test("relative dates are counted from the moment given", () => {
    const from = NOW / 1000 - 30 * 86_400;
    assert.deepEqual(filtersOf("updated:>30d"), [`(updatedTs >= ${from}) AND (updatedTs < ${1e15})`]);
  });

  test("chosen values are taken as they are and join the typed ones", () => {
    assert.deepEqual(filtersOf("source:a*", { source: ["b*"] }), [
      '(source STARTS WITH "a") OR (source = "b*")',
    ]);
  });

  test("alternatives of one name can be left out, what it excludes cannot", () => {
    const text = "source:a -source:b license:MIT is:signed";
    assert.deepEqual(filtersOf(text, { source: ["c"] }, "source"), [
      'NOT (source = "b")',
      '(license = "MIT")',
      'is = "signed"',
    ]);
    // Of what must all hold there is no alternative to count.
    assert.ok(filtersOf(text, {}, "is").includes('is = "signed"'));
  });

  test("words and what cannot be read restrict nothing", () => {
    assert.deepEqual(filtersOf('redis "a b" -c is:green kube:new app:>x updated:soon image: imgae:x'), []);
  });
});

/** What the filter language is made of, outside quotes. */
const SYNTAX = /\s|[()[\],<=]|>=?|\b(?:AND|OR|NOT|IN|IS|NULL|EMPTY|EXISTS|STARTS|WITH|\d+)\b/g;
const ATTRIBUTES =
  /\b(?:imageNames|crdNames|kinds|valueKeys|dependencies|maintainers|nameParts|namespace|source|keywords|category|license|type|is|digests|kube(?:From|Below)|app(?:Version|Number)|version(?:Number)?|(?:updated|created)Ts)\b/g;

/** A filter as a tokenizer sees it: what stands in quotes, and the rest. */
function split(filter: string): { readonly inside: readonly string[]; readonly outside: string } {
  const inside: string[] = [];
  const outside = filter.replace(/"((?:[^"\\]|\\.)*)"/gs, (_, text: string) => {
    inside.push(text.replace(/\\(.)/gs, "$1"));
    return " ";
  });
  return { inside, outside };
}

/** Digests are written in full and in small letters. */
function isPartOf(text: string, typed: string): boolean {
  return typed.includes(text) || typed.toLowerCase().includes(text.replace("sha256:", ""));
}

test("whatever is typed reaches the filter in quotes only", () => {
  const value = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .array(
        fc.constantFrom('"', "\\", '\\"', " OR ", "source", "=", "*", ")", "]", "'", "1.2", ">=", "NOT "),
      )
      .map((parts) => parts.join("")),
  );
  const term = fc.record({
    kind: fc.constant("qualifier" as const),
    name: fc.constantFrom(...QUALIFIER_NAMES),
    value,
    negated: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(term, { maxLength: 5 }), value, (contents, chosen) => {
      const { terms } = parseSearchText(formatSearchText(contents));
      for (const filter of qualifierFilters(terms, NOW, { keyword: [chosen], is: [chosen] })) {
        const { inside, outside } = split(filter);
        assert.equal(outside.replace(SYNTAX, " ").replace(ATTRIBUTES, "").trim(), "", filter);
        const typed = [chosen, ...terms.map((one) => (one.kind === "qualifier" ? one.value : one.text))];
        for (const text of inside)
          assert.ok(
            typed.some((one) => isPartOf(text, one.toWellFormed())),
            text,
          );
      }
    }),
    { numRuns: 1_000 },
  );
});
