import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import picomatch from "picomatch";
import { includeOwners, includePrefixes } from "#lib/source/vendors/vendor-listing.ts";

describe("what the wanted names begin with", () => {
  const cases = [
    [[], null],
    [["**"], null],
    [["*/charts/*"], null],
    [["team-*/charts"], null],
    [["acme/**", "**/charts"], null],
    [["!acme/**"], null],
    [["{acme,other}/**"], null],
    [["acme/**"], ["acme"]],
    [["acme/charts/redis"], ["acme/charts/redis"]],
    [["acme/charts/redis-*"], ["acme/charts"]],
    [
      ["acme/{charts,images}/**", "other/*"],
      ["acme", "other"],
    ],
    [
      ["acme/charts/**", "acme/**", "acme/charts/redis", "acmes/**"],
      ["acme", "acmes"],
    ],
    [["Acme/**", "../**"], []],
  ] as const;
  for (const [include, prefixes] of cases) {
    test(`${JSON.stringify(include)} gives ${JSON.stringify(prefixes)}`, () =>
      assert.deepEqual(includePrefixes(include), prefixes));
  }

  test("owners are first segments, each once", () => {
    assert.deepEqual(includeOwners(["acme/a/*", "acme/b/*", "other/**"]), ["acme", "other"]);
    assert.equal(includeOwners([]), null);
  });

  test("no name that passes a glob begins with anything else", () => {
    const segment = fc.constantFrom("acme", "charts", "a-b", "x");
    const name = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
    const piece = fc.constantFrom(
      "acme",
      "charts",
      "*",
      "**",
      "a-*",
      "{acme,x}",
      "?cme",
      "[a-c]*",
      "@(acme|x)",
      "!(x)",
    );
    const glob = fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
    fc.assert(
      fc.property(name, glob, (text, pattern) => {
        fc.pre(picomatch(pattern)(text));
        const prefixes = includePrefixes([pattern]);
        assert.ok(prefixes?.some((prefix) => text === prefix || text.startsWith(`${prefix}/`)) ?? true);
      }),
    );
  });
});
