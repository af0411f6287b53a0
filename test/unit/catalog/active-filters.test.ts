import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  activeFilters,
  selectedValues,
  switchFacet,
  withoutAnyFilter,
  withoutFilter,
} from "#lib/catalog/active-filters.ts";
import { FACETS, parseChartQuery, searchPath } from "#lib/catalog/chart-query.ts";

const parse = (text: string) => parseChartQuery(new URLSearchParams(text));
const filtersOf = (text: string) =>
  activeFilters(parse(text)).map(({ name, value, negated }) => `${negated ? "-" : ""}${name}:${value}`);

describe("active filters", () => {
  test("are those of the address and those typed, each once", () => {
    assert.deepEqual(filtersOf("q=redis source:acme -license:MIT image:nginx&source=Acme&keyword=cache"), [
      "source:Acme",
      "keyword:cache",
      "-license:MIT",
      "image:nginx",
    ]);
  });

  test("leave out words, a qualifier that is still being typed and a value that cannot be read", () => {
    assert.deepEqual(filtersOf('q=redis "message queue" is:singed source:'), []);
  });

  test("a facet's values are known from both places, what is excluded is not one", () => {
    const query = parse("q=source:a -source:c&source=b");
    assert.deepEqual(selectedValues(query, "source"), ["b", "a"]);
  });
});

describe("switching a facet", () => {
  test("on adds it to the address and starts at the first page", () => {
    assert.equal(
      searchPath(switchFacet(parse("q=redis&page=3"), "keyword", "cache")),
      "/?q=redis&keyword=cache",
    );
  });

  test("off takes it out of address and text, in any letter case", () => {
    const query = parse("q=redis source:ACME -source:acme&source=acme&source=b");
    assert.equal(searchPath(switchFacet(query, "source", "acme")), "/?q=redis+-source%3Aacme&source=b");
  });
});

test("taking away what only the address says leaves the text as it was typed", () => {
  const query = parse('q=redis tag:"cache"&source=a');
  const without = withoutFilter(query, { name: "source", value: "a", negated: false });
  assert.equal(without.text, 'redis tag:"cache"');
});

test("without any filter the words stay, and the order", () => {
  const query = parse('q=redis source:a "message queue" -is:signed&keyword=cache&sort=name&page=4');
  assert.equal(searchPath(withoutAnyFilter(query)), "/?q=redis+%22message+queue%22&sort=name");
});

test("whatever is asked, taking away each filter leaves none", () => {
  const piece = fc.oneof(
    fc
      .tuple(fc.constantFrom("", "-"), fc.constantFrom(...FACETS, "image", "app"), fc.string())
      .map(([sign, name, value]) => `${sign}${name}:${value}`),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece), fc.array(fc.string()), (text, keywords) => {
      const params = new URLSearchParams({ q: text.join(" ") });
      for (const keyword of keywords) params.append("keyword", keyword);
      const query = parseChartQuery(params);
      assert.deepEqual(activeFilters(activeFilters(query).reduce(withoutFilter, query)), []);
      assert.deepEqual(activeFilters(withoutAnyFilter(query)), []);
    }),
  );
});
