import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { compareVersions } from "#lib/chart/version.ts";
import { versionInterval, versionNumber } from "#lib/chart/version-number.ts";

describe("versionNumber", () => {
  test("counts the first three parts", () => {
    assert.equal(versionNumber("1.2.3"), 10_000_200_003);
    for (const same of ["v1.2", "1.2.0-rc.1", "1.2.0+build.7", "1.2"])
      assert.equal(versionNumber(same), 10_000_200_000, same);
    assert.equal(versionNumber("7"), 70_000_000_000);
  });

  test("is null for what is no number, or too great a one", () => {
    for (const text of ["", "latest", "RELEASE.2024", "-1", "1.100000", "123456789abcdef"])
      assert.equal(versionNumber(text), null, text);
    assert.equal(versionNumber("99999.99999.99999"), 999_999_999_999_999);
  });

  test("orders stable versions as semver does", () => {
    const version = fc.tuple(fc.nat(99_999), fc.nat(99_999), fc.nat(99_999)).map((parts) => parts.join("."));
    fc.assert(
      fc.property(version, version, (a, b) => {
        const difference = Number(versionNumber(a)) - Number(versionNumber(b));
        assert.equal(Math.sign(difference), Math.sign(compareVersions(a, b)));
      }),
    );
  });
});

describe("versionInterval", () => {
  const cases: readonly (readonly [string, string, string | null])[] = [
    ["7", "7.0.0", "8.0.0"],
    ["7.x", "7.0.0", "8.0.0"],
    ["v7.2", "7.2.0", "7.3.0"],
    ["=1.2.3", "1.2.3", "1.2.4"],
    [">=7", "7.0.0", null],
    [">7", "8.0.0", null],
    [">7.2.1", "7.2.2", null],
    ["<=7.2", "0", "7.3.0"],
    ["<8", "0", "8.0.0"],
    ["^1.2", "1.2.0", "2.0.0"],
    ["^0.2.3", "0.2.3", "0.3.0"],
    ["^0.0.3", "0.0.3", "0.0.4"],
    ["^0.0", "0.0.0", "0.1.0"],
    ["^0", "0.0.0", "1.0.0"],
    ["~1.2.3", "1.2.3", "1.3.0"],
    ["~1.2", "1.2.0", "1.3.0"],
    ["~1", "1.0.0", "2.0.0"],
  ];
  for (const [text, from, below] of cases) {
    test(`${text} is ${from} up to ${below ?? "the end"}`, () => {
      assert.deepEqual(versionInterval(text), {
        from: versionNumber(from),
        below: below === null ? 1e15 : versionNumber(below),
      });
    });
  }

  test("is null for what is none", () => {
    for (const text of ["", ">", "latest", "1.2.3-rc.1", ">=7 <8", "=>7", "123456", "7.2.1.4"])
      assert.equal(versionInterval(text), null, text);
  });
});
