import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { parseChallenges } from "#lib/oci/challenge.ts";

/** The challenges of a field as plain data. */
function read(field: string) {
  return parseChallenges(field)?.map(({ scheme, parameters, token68 }) => ({
    scheme,
    ...Object.fromEntries(parameters),
    ...(token68 === null ? {} : { token68 }),
  }));
}

describe("parseChallenges", () => {
  const readable: readonly [field: string, challenges: object[]][] = [
    // As Distribution sends it: the scope has a comma inside.
    [
      'Bearer realm="https://auth.example.com/token",service="registry",scope="repository:a/b:pull,push"',
      [
        {
          scheme: "bearer",
          realm: "https://auth.example.com/token",
          service: "registry",
          scope: "repository:a/b:pull,push",
        },
      ],
    ],
    // Another order, spaces around everything, names and scheme in other cases.
    [
      'BEARER  Scope = "x" ,  REALM="https://a/" , service=plain',
      [{ scheme: "bearer", scope: "x", realm: "https://a/", service: "plain" }],
    ],
    // RFC 9110, 11.6.1.
    [
      'Basic realm="simple", Newauth realm="apps", type=1, title="Login to \\"apps\\""',
      [
        { scheme: "basic", realm: "simple" },
        { scheme: "newauth", realm: "apps", type: "1", title: 'Login to "apps"' },
      ],
    ],
    [
      'Negotiate, Basic realm="x", charset="UTF-8"',
      [{ scheme: "negotiate" }, { scheme: "basic", realm: "x", charset: "UTF-8" }],
    ],
    [
      "Negotiate a874210004==, Bearer realm=r",
      [
        { scheme: "negotiate", token68: "a874210004==" },
        { scheme: "bearer", realm: "r" },
      ],
    ],
    // Two fields joined, with the empty elements a list may have.
    [
      ',, Bearer realm="a", ,Basic realm="b",',
      [
        { scheme: "bearer", realm: "a" },
        { scheme: "basic", realm: "b" },
      ],
    ],
    // An address without its quotes, as some servers write it.
    [
      "Bearer realm=https://a.example/t?x=1,service=s",
      [{ scheme: "bearer", realm: "https://a.example/t?x=1", service: "s" }],
    ],
    ['Bearer realm="first",realm="second"', [{ scheme: "bearer", realm: "first" }]],
    ['Bearer realm=""', [{ scheme: "bearer", realm: "" }]],
    ["", []],
  ];
  for (const [field, challenges] of readable) {
    test(`reads ${field || "nothing"}`, () => assert.deepEqual(read(field), challenges));
  }

  for (const field of [
    'Bearer realm="open',
    'Bearer realm="a" "b"',
    '"quoted"',
    "Bearer realm=,service=s",
    "Bearer a=b c=d",
  ]) {
    test(`refuses ${field}`, () => assert.equal(parseChallenges(field), null));
  }

  test("reads back whatever challenges are written", () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,8}$/).map((text) => text.toLowerCase());
    const parameters = fc.dictionary(name, fc.string(), { minKeys: 1, noNullPrototype: true });
    fc.assert(
      fc.property(
        fc.array(fc.record({ scheme: name, parameters }, { noNullPrototype: true })),
        (challenges) => {
          const field = challenges
            .map(({ scheme, parameters }) => {
              const pairs = Object.entries(parameters);
              return `${scheme} ${pairs.map(([key, value]) => `${key}="${value.replace(/["\\]/g, "\\$&")}"`).join(", ")}`;
            })
            .join(", ");
          const back = parseChallenges(field)?.map((one) => ({
            scheme: one.scheme,
            parameters: Object.fromEntries(one.parameters),
          }));
          assert.deepEqual(back, challenges);
        },
      ),
    );
  });

  // A field can be as long as a header may be; a pattern that tries every way to fail would take minutes for it.
  test("takes no time for a long field that is malformed", () => {
    const started = performance.now();
    for (const piece of ["a ", "a=", '\\"', 'a="', " ", ",", "a,", "a a=\t"]) {
      parseChallenges(`Bearer realm="${piece.repeat(100_000)}`);
      parseChallenges(`Bearer ${piece.repeat(100_000)}`);
    }
    assert.ok(performance.now() - started < 2_000);
  });
});
