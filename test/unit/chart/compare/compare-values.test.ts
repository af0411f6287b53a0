import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { compareValues, type DescribedValues } from "#lib/chart/compare/compare-values.ts";
import type { ValuesDifference } from "#lib/chart/compare/values-difference.ts";
import { isJsonObject, type Json, type JsonObject } from "#lib/chart/values/json.ts";
import { keyPath } from "#lib/chart/values/key-path.ts";
import { withinProcessorTime } from "../../../support/processor-time.ts";

function side(values: Json, descriptions: Readonly<Record<string, string>> = {}): DescribedValues {
  assert.ok(isJsonObject(values));
  return { values, descriptions: new Map(Object.entries(descriptions)) };
}

function compare(from: Json, to: Json): ValuesDifference {
  const difference = compareValues(side(from), side(to));
  assert.ok(difference !== null);
  return difference;
}

/** What is in each list, as short as it can be said. */
function outline(difference: ValuesDifference): Readonly<Record<string, readonly string[]>> {
  const { appeared, vanished, changed, retyped, moved, described } = difference;
  const lists = {
    appeared: appeared.map(({ path }) => path),
    vanished: vanished.map(({ path }) => path),
    changed: changed.map(({ path }) => path),
    retyped: retyped.map(({ path }) => path),
    moved: moved.map(({ from, to }) => `${from} > ${to}`),
    described: described.map(({ path }) => path),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

describe("values differ in", () => {
  const cases: readonly [what: string, from: Json, to: Json, Readonly<Record<string, readonly string[]>>][] =
    [
      ["nothing, whatever the order", { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }, {}],
      ["a key that appeared", { a: 1 }, { a: 1, b: 2 }, { appeared: ["b"] }],
      ["a subtree that vanished, as one", { a: { b: 1, c: { d: 2 } } }, {}, { vanished: ["a"] }],
      ["a default", { a: { b: 1 } }, { a: { b: 2 } }, { changed: ["a.b"] }],
      ["a default that was empty", { a: {} }, { a: { b: 2 } }, { changed: ["a"] }],
      ["a default that was not set", { a: null }, { a: "x" }, { changed: ["a"] }],
      ["a type", { a: 80 }, { a: "80" }, { retyped: ["a"] }],
      ["a type, from mapping to list", { a: { b: 1 } }, { a: [1] }, { retyped: ["a"] }],
      ["a name with a dot", { "a.b": 1 }, { "a.b": 2 }, { changed: ["a\\.b"] }],
      [
        "names of prototypes",
        JSON.parse('{"__proto__": {"a": 1}}'),
        { constructor: 1 },
        { vanished: ["__proto__"], appeared: ["constructor"] },
      ],
    ];
  for (const [what, from, to, expected] of cases) {
    test(what, () => assert.deepEqual(outline(compare(from, to)), expected));
  }

  test("items of a list, however often they come", () => {
    const [change] = compare({ a: ["x", "x", { y: 1 }] }, { a: [{ y: 1 }, "x", "z"] }).changed;
    assert.deepEqual(change?.items, { removed: ["x"], added: ["z"] });
  });

  test("the order of a list", () => {
    const [change] = compare({ a: [1, 2] }, { a: [2, 1] }).changed;
    assert.deepEqual(change?.items, { removed: [], added: [] });
  });

  test("what follows the 200 characters that lists of keys show", () => {
    const long = "x".repeat(500);
    assert.deepEqual(outline(compare({ a: `${long}1` }, { a: `${long}2` })), { changed: ["a"] });
  });

  test("the description of a key that both have", () => {
    const difference = compareValues(
      side({ a: 1, b: 1 }, { a: "One", b: "B" }),
      side({ a: 1 }, { a: "Two" }),
    );
    assert.ok(difference !== null);
    assert.deepEqual(difference.described, [{ path: "a", from: "One", to: "Two" }]);
  });
});

describe("a key moved", () => {
  const cases: readonly [what: string, from: Json, to: Json, moved: readonly string[]][] = [
    [
      "with all that is in it",
      { image: { repository: "example.org/web", tag: "1.2.3" } },
      { web: { image: { repository: "example.org/web", tag: "1.2.3" } } },
      ["image > web.image"],
    ],
    [
      "out of a subtree of which the rest vanished",
      { redis: { host: "cache.example", x: 1 } },
      { cache: { host: "cache.example", y: 2 } },
      ["redis.host > cache.host"],
    ],
    [
      "with its parent, which has another name",
      { slave: { a: "first one", b: "second one", c: "third one", d: 1 } },
      { replica: { a: "first one", b: "second one", c: "third one", d: 1 } },
      ["slave > replica"],
    ],
    [
      "although its value says little, as the keys beside it show that the parent was renamed",
      { master: { a: "first one", b: "second one", c: "third one", on: false, gone: 1 } },
      { primary: { a: "first one", b: "second one", c: "third one", on: false, fresh: 2 } },
      ["master.a > primary.a", "master.b > primary.b", "master.c > primary.c", "master.on > primary.on"],
    ],
  ];
  for (const [what, from, to, moved] of cases) {
    test(what, () => assert.deepEqual(outline(compare(from, to)).moved, moved));
  }

  const doubtful: readonly [what: string, from: Json, to: Json][] = [
    ["an empty text", { a: { x: "" } }, { b: { x: "" } }],
    ["true", { a: { enabled: true } }, { b: { enabled: true } }],
    ["a small number", { a: { replicas: 3 } }, { b: { replicas: 3 } }],
    ["a word of Kubernetes", { a: { pullPolicy: "IfNotPresent" } }, { b: { pullPolicy: "IfNotPresent" } }],
    [
      "what is there twice",
      { a: { host: "db.example" } },
      { b: { host: "db.example" }, c: { host: "db.example" } },
    ],
    [
      "what was there twice",
      { a: { host: "db.example" }, b: { host: "db.example" } },
      { c: { host: "db.example" } },
    ],
    ["what has another name", { a: { host: "db.example" } }, { b: { server: "db.example" } }],
  ];
  for (const [what, from, to] of doubtful) {
    test(`is not said of ${what}`, () => assert.equal(outline(compare(from, to)).moved, undefined));
  }

  test("by what is said of it, under another name", () => {
    const difference = compareValues(
      side({ hostName: "db.example" }, { hostName: "Where the database is" }),
      side({ host: "db.example" }, { host: "Where the database is" }),
    );
    assert.deepEqual(difference?.moved, [{ from: "hostName", to: "host", value: "db.example" }]);
  });
});

describe("of any two values", () => {
  const leaf = fc.constantFrom<Json>("first text", "second text", "", 1, 8080, true, null, [], ["item"]);
  const name = fc.constantFrom("a", "b", "image", "x.y", "8080", "constructor");
  const values = fc.letrec<{ map: JsonObject }>((tie) => ({
    map: fc.dictionary(name, fc.oneof({ maxDepth: 4 }, leaf, tie("map")), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  })).map;

  test("the difference from itself is empty", () => {
    fc.assert(
      fc.property(values, (one) => assert.deepEqual(outline(compare(one, structuredClone(one))), {})),
    );
  });

  test("seen from the other side, what appeared vanished", () => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        const [there, back] = [compare(one, other), compare(other, one)];
        const paths = (list: readonly { readonly path: string }[]) => list.map(({ path }) => path).sort();
        assert.deepEqual(paths(there.changed), paths(back.changed));
        assert.deepEqual(paths(there.retyped), paths(back.retyped));
        const gone = (difference: ValuesDifference) => [
          ...difference.vanished.map(({ path, value }) => leavesOf(value, path)),
          ...difference.moved.map(({ from, value }) => leavesOf(value, from)),
        ];
        const come = (difference: ValuesDifference) => [
          ...difference.appeared.map(({ path, value }) => leavesOf(value, path)),
          ...difference.moved.map(({ to, value }) => leavesOf(value, to)),
        ];
        const all = (found: readonly Generator<[string, Json]>[]) =>
          found.flatMap((leaves) => [...leaves]).sort(byPath);
        assert.deepEqual(all(gone(there)), all(come(back)));
        assert.deepEqual(all(come(there)), all(gone(back)));
      }),
    );
  });

  test("the difference put onto the one gives the other", () => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        const { appeared, vanished, changed, retyped, moved } = compare(one, other);
        const leaves = new Map(below(one));
        const gone = [
          ...vanished.map(({ path, value }) => leavesOf(value, path)),
          ...moved.map(({ from, value }) => leavesOf(value, from)),
          ...[...changed, ...retyped].map(({ path, from }) => leavesOf(from, path)),
        ].flatMap((found) => [...found]);
        for (const [path] of gone)
          assert.ok(leaves.delete(path), `${path} is said to be gone twice, or was not there`);
        const come = [
          ...appeared.map(({ path, value }) => leavesOf(value, path)),
          ...moved.map(({ to, value }) => leavesOf(value, to)),
          ...[...changed, ...retyped].map(({ path, to }) => leavesOf(to, path)),
        ].flatMap((found) => [...found]);
        for (const [path, value] of come) leaves.set(path, value);
        assert.deepEqual([...leaves].sort(byPath), below(other).sort(byPath));
      }),
    );
  });

  /** Keys that hold no others, with their values. */
  function* leavesOf(value: Json, path: string): Generator<[string, Json]> {
    const inner = isJsonObject(value) ? Object.entries(value) : [];
    if (inner.length === 0) yield [path, value];
    for (const [one, within] of inner) yield* leavesOf(within, keyPath(path, one));
  }

  function below(values: JsonObject): [string, Json][] {
    return Object.entries(values).flatMap(([one, value]) => [...leavesOf(value, keyPath("", one))]);
  }

  function byPath([a]: [string, Json], [b]: [string, Json]): number {
    return a < b ? -1 : 1;
  }
});

test("aliases that stand for a million keys are refused, and soon", () => {
  let [one, other]: [JsonObject, JsonObject] = [{ a: 1 }, { a: 2 }];
  for (let level = 0; level < 20; level++)
    [one, other] = [
      { x: one, y: one },
      { x: other, y: other },
    ];
  assert.equal(
    withinProcessorTime(1_000, () => compareValues(side(one), side(other))),
    null,
  );
});
