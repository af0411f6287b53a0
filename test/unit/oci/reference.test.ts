import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseDigest, parseRepositoryName, parseTag } from "#lib/oci/reference.ts";

const HEX = "0123456789abcdef".repeat(4);

describe("parseRepositoryName", () => {
  for (const name of ["redis", "a/b/c", "team_a/my.chart", "a__b", "a---b/c-d", "0/1", "a".repeat(255)]) {
    test(`takes ${name.slice(0, 40)}`, () => assert.equal(parseRepositoryName(name), name));
  }
  const refused = [
    "",
    "/a",
    "a/",
    "a//b",
    "Redis",
    "a/../b",
    "..",
    "a___b",
    "-a",
    "a-",
    "a.",
    "a b",
    "a\n",
    "a?b",
    "a#b",
  ];
  for (const name of [...refused, "a%2fb", "a:b", "a@b", "é", "a".repeat(256)]) {
    test(`refuses ${JSON.stringify(name.slice(0, 40))}`, () => assert.equal(parseRepositoryName(name), null));
  }

  test("takes no time for a long name that is none", () => {
    const started = performance.now();
    for (const piece of ["a", "a-", "a/", "-", "__"])
      parseRepositoryName(`${piece.repeat(255 / piece.length)}!`);
    assert.ok(performance.now() - started < 1000);
  });
});

describe("parseTag", () => {
  for (const tag of ["latest", "1.0.0", "1.0.0-rc.1_build.5", "_x", "A", "sha256-abc.sig", "a".repeat(128)]) {
    test(`takes ${tag.slice(0, 40)}`, () => assert.equal(parseTag(tag), tag));
  }
  for (const tag of ["", ".x", "-x", "1.0+1", "a/b", "a:b", "a b", "a\n", "..", "a".repeat(129)]) {
    test(`refuses ${JSON.stringify(tag.slice(0, 40))}`, () => assert.equal(parseTag(tag), null));
  }
});

describe("parseDigest", () => {
  test("takes a sha256", () => assert.equal(parseDigest(`sha256:${HEX}`), `sha256:${HEX}`));
  const refused = [
    HEX,
    `sha256:${HEX.toUpperCase()}`,
    `sha256:${HEX}0`,
    `sha256:${HEX.slice(1)}`,
    `sha512:${HEX}${HEX}`,
  ];
  for (const digest of [...refused, `sha256:${HEX}\n`, `sha256:../${HEX.slice(3)}`, ""]) {
    test(`refuses ${JSON.stringify(digest.slice(0, 30))}`, () => assert.equal(parseDigest(digest), null));
  }
});
