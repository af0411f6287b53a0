import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { stringify } from "yaml";
import { readValues } from "#lib/chart/values/read-values.ts";
import type { ValueKey } from "#lib/chart/values/values.ts";

function keysOf(text: string): readonly ValueKey[] {
  const { keys, problem } = readValues(text);
  assert.equal(problem, null);
  return keys;
}

function pathsOf(text: string): readonly string[] {
  return keysOf(text).map(({ path }) => path);
}

describe("keys", () => {
  test("have type, default and line, objects before what is in them", () => {
    const keys = keysOf("image:\n  tag: v1\n\nreplicas: 2\nempty: {}\nargs: [a, 1]\n");
    assert.deepEqual(
      keys.map((key) => [key.path, key.type, key.default, key.line]),
      [
        ["image", "object", null, 1],
        ["image.tag", "string", '"v1"', 2],
        ["replicas", "number", "2", 4],
        ["empty", "object", "{}", 5],
        ["args", "list", '["a",1]', 6],
      ],
    );
  });

  const defaults: readonly [yaml: string, type: string, text: string | null][] = [
    ["1.10", "number", "1.10"],
    ["0x1F", "number", "0x1F"],
    ["yes", "boolean", "yes"],
    ["True", "boolean", "True"],
    ['"true"', "string", '"true"'],
    ["'off'", "string", '"off"'],
    ["", "null", "null"],
    ["~", "null", "~"],
    ["10Mi", "string", '"10Mi"'],
    ["12:30", "string", '"12:30"'],
    ["2024-01-02", "string", '"2024-01-02"'],
    ["!!str 12", "string", '"12"'],
    ["[]", "list", "[]"],
    ["[a, {b: [1, null]}]", "list", '["a",{"b":[1,null]}]'],
    ["|\n  two\n  lines", "string", '"two\\nlines\\n"'],
    ['"{{ .Release.Name }}"', "string", '"{{ .Release.Name }}"'],
    ['"say \\"hi\\""', "string", '"say \\"hi\\""'],
  ];
  for (const [yaml, type, text] of defaults) {
    test(`the default ${JSON.stringify(yaml)} is the ${type} ${text}`, () => {
      const [key] = keysOf(`a: ${yaml}\n`);
      assert.deepEqual([key?.type, key?.default], [type, text]);
    });
  }

  test("have a default of 200 characters at most", () => {
    for (const yaml of ["x".repeat(300), `[${"abc,".repeat(200)}]`, `|\n  ${"x".repeat(300)}`]) {
      const [key] = keysOf(`a: ${yaml}\n`);
      assert.equal(key?.default?.length, 200);
      assert.ok(key.default.endsWith("…"));
    }
  });

  test("escape a dot in a name as --set does", () => {
    assert.deepEqual(pathsOf('nodeSelector:\n  kubernetes.io/os: linux\n8080: a\n"": b\n'), [
      "nodeSelector",
      "nodeSelector.kubernetes\\.io/os",
      "8080",
    ]);
  });

  test("in a list are not listed", () => {
    assert.deepEqual(pathsOf("hosts:\n  - host: a\n    paths: []\nb: 1\n"), ["hosts", "b"]);
  });

  test("that come twice count where they come last, with what is in them", () => {
    const keys = keysOf("a:\n  old: 1\nb: 2\na:\n  new: 3\n");
    assert.deepEqual(
      keys.map(({ path, line }) => `${path} ${line}`),
      ["b 3", "a 4", "a.new 5"],
    );
  });

  test("of an alias stand where the anchor is", () => {
    const keys = keysOf("base: &base\n  port: 1\nweb: *base\n");
    assert.deepEqual(
      keys.map(({ path, line }) => `${path} ${line}`),
      ["base 1", "base.port 2", "web 3", "web.port 2"],
    );
  });

  test("of a merge key give way to a mapping's own, and to those merged before", () => {
    const keys = keysOf("a: &a {x: 1, y: 1}\nb: &b {x: 2, z: 2}\nc:\n  <<: [*a, *b]\n  y: 3\n");
    assert.deepEqual(
      keys
        .filter(({ path }) => path.startsWith("c."))
        .map((key) => `${key.path}=${key.default}`)
        .sort(),
      ["c.x=1", "c.y=3", "c.z=2"],
    );
  });

  test("are those of the nearest anchor before an alias", () => {
    const keys = keysOf("a: &x {one: 1}\nb: *x\nc: &x {two: 2}\nd: *x\n");
    assert.deepEqual(
      keys.map(({ path }) => path),
      ["a", "a.one", "b", "b.one", "c", "c.two", "d", "d.two"],
    );
  });

  test("have the right line whatever the line ends", () => {
    const lines = (text: string) =>
      keysOf(text).map(({ path, line, description }) => [path, line, description]);
    const expected = [
      ["a", 2, "first"],
      ["b", 5, "second"],
    ];
    assert.deepEqual(lines("# first\na: 1\n\n# second\nb: 2\n"), expected);
    assert.deepEqual(lines("# first\r\na: 1\r\n\r\n# second\r\nb: 2\r\n"), expected);
  });

  test("are all there, with the line that holds them, for any nesting", () => {
    const name = fc.constantFrom("a", "b", "image", "x.y", "on", "8080", "# c", "with space");
    const tree = fc.letrec((tie) => ({
      map: fc.dictionary(name, fc.oneof({ maxDepth: 4 }, fc.constantFrom("x", 1, null, "a\nb"), tie("map")), {
        maxKeys: 4,
      }),
    })).map;
    fc.assert(
      fc.property(tree, (values) => {
        const text = stringify(values);
        const lines = text.split("\n");
        const keys = keysOf(text);
        assert.deepEqual(keys.map(({ path }) => path).sort(), [...leafPaths(values as object, "")].sort());
        for (const { path, line } of keys) {
          const last = path
            .split(/(?<!\\)\./)
            .at(-1)
            ?.replaceAll("\\.", ".");
          assert.ok(lines[line - 1]?.includes(`${last}`), `${path} is not in line ${line}`);
        }
      }),
    );
  });

  function* leafPaths(values: object, prefix: string): Generator<string> {
    for (const [name, value] of Object.entries(values)) {
      const path = prefix + name.replaceAll(".", "\\.");
      yield path;
      if (typeof value === "object" && value !== null) yield* leafPaths(value, `${path}.`);
    }
  }
});

describe("files that are not as they should be", () => {
  const problems: readonly [what: string, text: string, paths: readonly string[], problem: RegExp | null][] =
    [
      ["empty", "", [], null],
      ["comments only", "# nothing yet\n", [], null],
      ["null", "---\n~\n", [], null],
      ["no mapping", "- a\n", [], /holds no keys/],
      ["a text", "just words", [], /holds no keys/],
      ["broken below", "a: 1\nb: {\nc: 1\n", ["a", "b", "c"], /not valid YAML at line \d/],
      ["two documents", "a: 1\n---\nb: 2\n", ["a"], /second YAML document, from line 2 on/],
      ["a document mark in front", "---\n# Words.\na: 1\n", ["a"], null],
      ["an alias of nothing", "a: *b\nc: 1\n", ["a", "c"], null],
      ["template marks", "a: {{ .Values.x }}\nb: 1\n", ["a", "b"], null],
      ["NUL", "a: x\0y\nb: 1\n", ["a", "b"], null],
      ["a byte order mark", "\uFEFFa: 1\n", ["a"], null],
      ["tabs behind the values", "a: 1\t# c\nb:\t2\n", ["a", "b"], null],
      ["long lines", `a: ${"x".repeat(10_000)}\nb: 1\n`, ["a", "b"], null],
      [
        "prototype names",
        "__proto__:\n  toString: 1\nconstructor: 2\n",
        ["__proto__", "__proto__.toString", "constructor"],
        null,
      ],
    ];
  for (const [what, text, paths, problem] of problems) {
    test(what, () => {
      const values = readValues(text);
      assert.deepEqual(
        values.keys.map(({ path }) => path).filter((path) => /^\w+(?:\.\w+)*$/.test(path)),
        paths,
      );
      if (problem === null) assert.equal(values.problem, null);
      else assert.match(values.problem ?? "", problem);
    });
  }
});
