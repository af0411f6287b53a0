import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseKubeRange } from "#lib/chart/kube-range.ts";
import { versionNumber } from "#lib/chart/version-number.ts";

describe("a range, as Helm reads it", () => {
  const ranges: readonly (readonly [text: string, from: string, below: string | null])[] = [
    [">=1.19.0-0", "1.19.0", null],
    [">= 1.19 < 1.30", "1.19.0", "1.30.0"],
    [">=1.19,<1.30", "1.19.0", "1.30.0"],
    [">= 1.19.0 , <= 1.30", "1.19.0", "1.31.0"],
    ["1.19 - 1.30", "1.19.0", "1.31.0"],
    ["1.19.2 - 1.30.4", "1.19.2", "1.30.5"],
    ["^1.2", "1.2.0", "2.0.0"],
    ["^1.8.0-0", "1.8.0", "2.0.0"],
    ["~1.2", "1.2.0", "1.3.0"],
    ["~> 1.2.3", "1.2.3", "1.3.0"],
    ["*", "0", null],
    [">=1.x", "1.0.0", null],
    ["1.21.*", "1.21.0", "1.22.0"],
    ["=> v1.21", "1.21.0", null],
    ["1.25", "1.25.0", "1.26.0"],
    [">1.16.0-0", "1.16.0", null],
    [">1.16", "1.17.0", null],
    [">=1.20 <=1.25.0-0", "1.20.0", "1.25.0"],
    ["!=1.22.1 >1.20.0", "1.20.1", null],
    ["1.19 || 1.25", "1.19.0", "1.26.0"],
    [">=1.19 <1.22 || >=1.25", "1.19.0", null],
    [">=1.30 <1.20 || 1.25", "1.25.0", "1.26.0"],
    [">=1.21.0-0+rke2", "1.21.0", null],
  ];
  for (const [text, from, below] of ranges) {
    test(`${text} is ${from} up to ${below ?? "the end"}`, () => {
      assert.deepEqual(parseKubeRange(text), {
        text,
        from: versionNumber(from),
        below: below === null ? 1e15 : versionNumber(below),
      });
    });
  }

  test("that nothing fits is empty", () => {
    assert.deepEqual(parseKubeRange(">=1.30 <1.20"), { text: ">=1.30 <1.20", from: 0, below: 0 });
  });

  test("is null where it cannot be read", () => {
    const unreadable = [
      "",
      "||",
      ">=",
      "latest",
      ">=1.19 and <1.30",
      ">=1.2.3.4",
      "1.2 ||",
      "^^1",
      ">=100000",
      "1".repeat(501),
    ];
    for (const text of [null, ...unreadable]) assert.equal(parseKubeRange(text), null, String(text));
  });
});
