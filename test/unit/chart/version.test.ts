import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { channelOf, compareVersions, latestOf, tagOfVersion, versionOfTag } from "#lib/chart/version.ts";
import { parseTag, type Tag } from "#lib/oci/reference.ts";

// Pieces that meet each other's special cases far more often than random text does.
const number = fc.constantFrom("0", "1", "2", "10", "01", "20240131", "9007199254740993");
const identifier = fc.constantFrom("0", "1", "01", "9", "10", "a", "rc", "rc1", "-", "99999999999999999999");
const identifiers = fc.array(identifier, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("."));
const version = fc
  .tuple(
    fc.constantFrom("", "v"),
    fc.array(number, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(".")),
    fc.option(identifiers).map((text) => (text === null ? "" : `-${text}`)),
    fc.option(identifiers).map((text) => (text === null ? "" : `+${text}`)),
  )
  .map((parts) => parts.join(""));
const anything = fc.oneof(
  { weight: 4, arbitrary: version },
  fc.string(),
  fc.constantFrom("latest", "main", ""),
);
const tag = fc
  .oneof(version, fc.string())
  .map((text) => parseTag(text.replaceAll("+", "_")))
  .filter((one) => one !== null);

describe("the order of versions", () => {
  test("is total: only equal texts are equal, and three never go round", () => {
    fc.assert(
      fc.property(anything, anything, anything, (a, b, c) => {
        assert.equal(Math.sign(compareVersions(a, b)), -Math.sign(compareVersions(b, a)) + 0);
        assert.equal(compareVersions(a, b) === 0, a === b);
        if (compareVersions(a, b) < 0 && compareVersions(b, c) < 0) assert.ok(compareVersions(a, c) < 0);
      }),
      { numRuns: 20_000 },
    );
  });

  test("is semver's, with what Helm forgives", () => {
    const ordered = [
      "",
      "1.2.3.4",
      "latest",
      "nightly",
      "0.1.0",
      "1.0.0-alpha",
      "1.0.0-alpha.1",
      "1.0.0-alpha.beta",
      "1.0.0-rc.2",
      "1.0.0-rc.10",
      "1.0.0",
      "1.0.0+build.9",
      "1.0.0+build.10",
      "v1.2.3",
      "1.9",
      "1.10.0",
      "3-canary",
      "3",
      "v10",
    ];
    assert.deepEqual([...ordered].reverse().sort(compareVersions), ordered);
  });

  test("does not depend on a text's length", () => {
    assert.ok(compareVersions("1.0.0", `1.0.0-${"a".repeat(100_000)}`) > 0);
  });
});

describe("channels", () => {
  const channels: readonly [string, string][] = [
    ["1.2.3", "stable"],
    ["1.2.3+build.5", "stable"],
    ["v1.9", "stable"],
    ["1.2.3-rc.1", "prerelease"],
    ["3-canary", "prerelease"],
    ["0.0.0-20240131", "prerelease"],
    ["latest", "other"],
    ["1.2.3.4", "other"],
    ["1.2.3-01", "other"],
    ["sha256-abc.sig", "other"],
  ];
  for (const [text, channel] of channels) {
    test(`${text} is ${channel}`, () => assert.equal(channelOf(text), channel));
  }
});

describe("the latest", () => {
  const latest = (...versions: readonly string[]) => latestOf(versions, (text) => text);

  test("is the newest stable, else the newest prerelease, else the greatest of the others", () => {
    assert.equal(latest("1.0.0", "2.0.0-rc.1", "1.10.0", "zebra", "1.9.0"), "1.10.0");
    assert.equal(latest("2.0.0-rc.1", "zebra", "2.0.0-rc.2"), "2.0.0-rc.2");
    assert.equal(latest("main", "latest"), "main");
    assert.equal(latest(), null);
  });

  test("is the same in whatever order the registry lists them", () => {
    fc.assert(
      fc.property(fc.array(anything), (versions) => {
        assert.equal(latest(...versions), latest(...versions.toReversed()));
        const stable = versions.filter((text) => channelOf(text) === "stable");
        if (stable.length > 0) assert.equal(latest(...versions), stable.sort(compareVersions).at(-1));
      }),
    );
  });
});

describe("tags", () => {
  const known = (text: string) => parseTag(text) as Tag;

  test("have _ where versions have +", () => {
    assert.equal(versionOfTag(known("1.2.3_build.5")), "1.2.3+build.5");
    assert.equal(tagOfVersion("1.2.3+build.5"), "1.2.3_build.5");
  });

  test("that are no versions keep their _", () => {
    assert.equal(versionOfTag(known("feature_x")), "feature_x");
    assert.equal(versionOfTag(known("1.2.3_a_b")), "1.2.3_a_b");
  });

  test("come back from their version", () => {
    fc.assert(fc.property(tag, (one) => assert.equal(tagOfVersion(versionOfTag(one)), one)));
  });

  test("cannot hold every version", () => {
    assert.equal(tagOfVersion(`1.0.0+${"a".repeat(128)}`), null);
    assert.equal(tagOfVersion("1.0.0/../2"), null);
  });
});
