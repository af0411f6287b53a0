import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  askedPath,
  isFormAnswer,
  parseCompareView,
  partPath,
  shownFilePath,
} from "#components/compare/compare-view.ts";
import { comparePath, parseChartAddress } from "#lib/catalog/chart-path.ts";

function view(query: string) {
  return parseCompareView(new URLSearchParams(query));
}

describe("the address of a comparison", () => {
  test("names two releases, a part or a file", () => {
    assert.deepEqual(view("from=a/b@1.0.0&to=a/c"), { from: "a/b@1.0.0", to: "a/c", part: null, show: null });
    assert.equal(view("part=crds").part, "crds");
    assert.equal(view("part=nothing").part, null);
    assert.equal(view("show=templates/a.yaml").show, "templates/a.yaml");
    assert.equal(view(`show=${"x".repeat(2_000)}`).show, null);
    assert.equal(view("").from, "");
  });

  test("may have build metadata behind a plus as it is typed, which a browser sends as a space", () => {
    assert.equal(view("from=a/b@1.0.0+build.2").from, "a/b@1.0.0+build.2");
  });

  test("comes out as it goes in", () => {
    const [from, to] = [
      ["a", "b/c@1.0.0+x"],
      ["d", "e"],
    ].map((parts) => parseChartAddress(parts.join("/").split("/")));
    assert.ok(from != null && to != null);
    for (const path of [
      comparePath(from, to),
      partPath(from, to, "values"),
      shownFilePath(from, to, "a b&c"),
    ]) {
      const { from: old, to: fresh } = view(path.split("?")[1] ?? "");
      assert.deepEqual([old, fresh], ["a/b/c@1.0.0+x", "d/e"]);
    }
    assert.equal(view(shownFilePath(from, to, "a b&c").split("?")[1] ?? "").show, "a b&c");
    assert.deepEqual(view(askedPath({ from: "a/b@1.0.0+x", to: "?&=" }).split("?")[1] ?? ""), {
      from: "a/b@1.0.0+x",
      to: "?&=",
      part: null,
      show: null,
    });
    assert.equal(askedPath({ from: "", to: "" }), "/compare");
  });
});

describe("what the form sends", () => {
  const cases: readonly [what: string, query: string, from: string][] = [
    ["a version of the chart it was listed for", "from=a/b&from-chart=a/b&from-version=1.0.0", "a/b@1.0.0"],
    ["the latest", "from=a/b&from-chart=a/b&from-version=", "a/b"],
    [
      "another chart, to which the version does not belong",
      "from=a/c&from-chart=a/b&from-version=1.0.0",
      "a/c",
    ],
    ["a version behind the chart", "from=a/b@2.0.0&from-chart=a/b&from-version=1.0.0", "a/b@2.0.0"],
  ];
  for (const [what, query, from] of cases) {
    test(what, () => {
      assert.equal(view(query).from, from);
      assert.equal(isFormAnswer(new URLSearchParams(query)), true);
    });
  }

  test("is told from an address", () => {
    assert.equal(isFormAnswer(new URLSearchParams("from=a/b&to=a/c")), false);
  });
});
