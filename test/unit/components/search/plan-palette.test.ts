import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type PaletteParts, planPalette, splitVersion } from "#components/search/plan-palette.ts";
import { parseRecent } from "#components/search/recent-places.ts";

const EMPTY: PaletteParts = { text: "", hits: [], chart: null, suggestions: [], recent: [] };
const labels = (parts: Partial<PaletteParts>) =>
  planPalette({ ...EMPTY, ...parts }).map(
    ({ label, options }) => `${label}: ${options.map((one) => one.label).join(", ")}`,
  );

describe("the palette", () => {
  test("begins with where one has been, and the pages", () => {
    const recent = [{ label: "redis", href: "/charts/acme/redis" }];
    const [first, second] = labels({ recent });
    assert.equal(first, "Recent: redis, Clear recent");
    assert.match(second ?? "", /^Pages: Search, Sources, /);
    assert.equal(labels({}).length, 1);
  });

  test("offers suggestions, the search and pages that are called so", () => {
    const suggestions = [{ label: "source:", hint: "", text: "source:", caret: 7 }];
    assert.deepEqual(labels({ text: " source ", suggestions }), [
      "Go on with: source:",
      "Search: Search for “source”",
      "Pages: Sources",
    ]);
  });

  test("shows nothing but versions once a chart is named", () => {
    assert.deepEqual(labels({ text: "redis@", recent: [{ label: "x", href: "/?q=x" }] }), []);
  });
});

test("a version is asked for after a name alone, not in a qualifier or a digest of an image", () => {
  assert.deepEqual(splitVersion("redis@8.4"), { name: "redis", version: "8.4" });
  assert.deepEqual(splitVersion(" redis@"), { name: "redis", version: "" });
  for (const text of ["redis", "@8", "image:redis@sha256:0", "two words@1"])
    assert.equal(splitVersion(text), null);
});

test("of what the browser kept only charts and searches are places", () => {
  const chart = { label: "redis", href: "/charts/acme/redis" };
  const search = { label: "redis", href: "/?q=redis" };
  const hostile = [
    { label: "x", href: "javascript:alert(1)" },
    { label: "x", href: "//evil.example/?" },
    { href: "/?q=" },
    7,
    null,
  ];
  assert.deepEqual(parseRecent([chart, ...hostile, search]), [chart, search]);
  assert.deepEqual(parseRecent({ 0: chart }), []);
});
