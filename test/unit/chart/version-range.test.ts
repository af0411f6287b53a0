import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseVersionRange } from "#lib/chart/version-range.ts";
import { withinProcessorTime } from "../../support/processor-time.ts";

const holds = (range: string, version: string) => parseVersionRange(range)?.holds(version) ?? null;

describe("a range holds what Helm takes for it", () => {
  // The rules of Masterminds/semver v3, as its constraints.go and README have them.
  for (const [range, version, expected] of [
    ["^1.2.0", "1.9.0", true],
    ["^0.2.3", "0.3.0", false],
    ["^0.2.3", "0.2.9", true],
    ["~1.2", "1.2.9", true],
    ["~1.2", "1.3.0", false],
    ["~> 1", "1.9.0", true],
    [">1", "1.9.0", false],
    [">1", "2.0.0", true],
    ["<=11", "11.3.0", true],
    ["=<11", "12.0.0", false],
    ["1.x.x", "1.4.2", true],
    ["1.2", "1.2.9", true],
    ["v1.2.3", "1.2.3", true],
    ["1.2.3", "1.2.4", false],
    ["!=1.2.3", "1.2.3", false],
    ["!=1.2.3", "1.2.4", true],
    [">= 1.0.0, < 2.0.0 || 3.x", "3.1.1", true],
    [">=1.0.0 <2.0.0", "2.0.0", false],
    ["1.2.0 - 1.4.5", "1.4.5", true],
    ["", "1.0.0", true],
    ["*", "0.1.0", true],
  ] as const) {
    test(`${range || "no text"}: ${version} ${expected ? "is in" : "is not in"}`, () => {
      assert.equal(holds(range, version), expected);
    });
  }

  test("prereleases only where one is named, and then those of every version", () => {
    assert.equal(holds("^1.2.0", "1.9.0-rc.1"), false);
    assert.equal(holds("*", "1.0.0-rc.1"), false);
    assert.equal(holds("!=1.2.3", "1.0.0-rc.1"), false);
    assert.equal(holds(">=1.2.0-0", "1.9.0-rc.1"), true);
    assert.equal(holds("~1.2.3-0", "1.2.9-rc.1"), true);
    assert.equal(holds(">=1.2-rc.1", "1.2.0"), true);
  });

  test("versions as charts write them", () => {
    assert.equal(holds("^1.2", "v1.9"), true);
    assert.equal(holds("^1.2", "latest"), false);
    assert.equal(holds("1.2.3", "1.2.3+build.5"), true);
  });
});

describe("what is no range is said to be none", () => {
  for (const text of ["latest", "1.2.3.4", ">=", "1 ||  banana", "^", "@", "1.2.3 -", "x".repeat(501)]) {
    test(text.slice(0, 20), () => assert.equal(parseVersionRange(text), null));
  }

  test("in no time, whatever it is made of", () => {
    // Attack: what a careless expression tries in every way there is.
    withinProcessorTime(500, () => {
      for (const part of ["1 ", ">", ">1,", "0.", "- ", "||", "1-"])
        parseVersionRange(part.repeat(250).slice(0, 500));
    });
  });
});
