import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  FACETS,
  formatChartQuery,
  parseChartQuery,
  searchPath,
  toggleFacet,
} from "#lib/catalog/chart-query.ts";

const parse = (text: string) => parseChartQuery(new URLSearchParams(text));

describe("parseChartQuery", () => {
  test("an unreadable parameter is its default", () => {
    const query = parse("page=-3&sort=price&q=%20%20&source=");
    assert.deepEqual(query, parse(""));
  });

  test("reads everything an address can hold", () => {
    const query = parse("q=redis%20%20ha&source=b&source=a&source=a&keyword=cache&sort=name&page=3");
    assert.equal(query.text, "redis ha");
    assert.deepEqual(query.facets.source, ["a", "b"]);
    assert.deepEqual(query.facets.keyword, ["cache"]);
    assert.equal(query.sort, "name");
    assert.equal(query.page, 3);
  });

  test("is total and canonical: whatever is typed, format and parse meet", () => {
    const key = fc.constantFrom("q", ...FACETS, "sort", "page", "other");
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("name", "updated", "2", "051", "1e3", "library"),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value)), (pairs) => {
        const query = parseChartQuery(new URLSearchParams(pairs));
        const formatted = formatChartQuery(query);
        const again = parseChartQuery(new URLSearchParams(formatted.toString()));
        assert.deepEqual(again, query);
        assert.equal(formatChartQuery(again).toString(), formatted.toString());
      }),
    );
  });
});

test("a long text is cut between characters, not within one", () => {
  assert.ok(parse(`q=${"a".repeat(299)}😀`).text.isWellFormed());
});

test("toggling a facet starts at the first page and is its own inverse", () => {
  const query = parse("q=redis&keyword=cache&page=4");
  const toggled = toggleFacet(query, "keyword", "database");
  assert.equal(searchPath(toggled), "/?q=redis&keyword=cache&keyword=database");
  assert.equal(searchPath(toggleFacet(toggled, "keyword", "database")), "/?q=redis&keyword=cache");
});
