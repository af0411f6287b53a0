import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { stringify } from "yaml";
import { readValues } from "#lib/chart/read-values.ts";
import type { ValueKey } from "#lib/chart/values.ts";

function keysOf(text: string): readonly ValueKey[] {
  const { keys, problem } = readValues(text);
  assert.equal(problem, null);
  return keys;
}

/** `path: description` of the keys that have one. */
function described(text: string): readonly string[] {
  return keysOf(text).flatMap(({ path, description }) =>
    description === "" ? [] : [`${path}: ${description}`],
  );
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

describe("plain comments", () => {
  test("above a key or behind it describe it", () => {
    const text = `
# Above.
above: 1
behind: 1 # Behind.
both: 1 # not this
list: [] # A list.
block: | # A block.
  # no comment
object: # An object.
  inner: 1
alias: &a x # An anchor.
quoted: "# no comment"
nothing: # Nothing.
`;
    assert.deepEqual(described(text.replace("both:", "# This.\nboth:")), [
      "above: Above.",
      "behind: Behind.",
      "both: This.",
      "list: A list.",
      "block: A block.",
      "object: An object.",
      "alias: An anchor.",
      "nothing: Nothing.",
    ]);
  });

  test("count only directly above", () => {
    assert.deepEqual(described("# Apart.\n\na: 1\n# Close.\nb: 2\n"), ["b: Close."]);
  });

  test("further in than the key belong to what stands before", () => {
    assert.deepEqual(described("a:\n  b: 1\n  # the end of a\nc: 1\n"), []);
    assert.deepEqual(described("a:\n# further out is fine\n  b: 1\n"), ["a.b: further out is fine"]);
    assert.deepEqual(described("a:\n  b: 1\n  # c: 2\n# About d.\nd: 1\n"), ["d: About d."]);
  });

  test("are taken without commented-out YAML", () => {
    assert.deepEqual(described("# Limits.\n# limits:\n#   cpu: 1\nresources: {}\n# - a: 1\nlist: []\n"), [
      "resources: Limits.",
    ]);
    assert.deepEqual(described("## Limits\n## of a pod\n# see below\na: 1\n"), ["a: Limits of a pod"]);
  });

  test("are not shared by keys in one line", () => {
    assert.deepEqual(described("# All.\na: {b: 1, c: 2} # not b\n"), ["a: All."]);
  });
});

describe("helm-docs", () => {
  test("# -- starts the words, over several lines, without type and tags", () => {
    const text = `
# Not this.
# -- (int) How many
# pods there are.
# @default -- as many as nodes
# @section -- Scaling
# @raw
replicas: 1
other: 2
`;
    const [replicas, other] = keysOf(text);
    assert.deepEqual(
      [replicas?.description, replicas?.default, replicas?.section],
      ["How many pods there are.", "as many as nodes", "Scaling"],
    );
    assert.deepEqual([other?.description, other?.default, other?.section], ["", "2", null]);
  });

  test("keeps code, for its author wrote it to be read", () => {
    assert.deepEqual(described("# -- Like this:\n# foo: bar\na: 1\n"), ["a: Like this: foo: bar"]);
  });

  test("names the key in the old style, from anywhere", () => {
    const text = `
# image.tag -- The tag
# of the image
# image."a.b/c" -- Dotted.
image:
  tag: 1 # not this
  a.b/c: 2
`;
    assert.deepEqual(described(text), ["image.tag: The tag of the image", "image.a\\.b/c: Dotted."]);
  });

  test("counts behind a key too", () => {
    assert.deepEqual(described("a: 1 # -- Words.\n"), ["a: Words."]);
  });
});

describe("bitnami", () => {
  const text = `
## @section Image parameters
## @descriptionStart
## All about images.
## @descriptionEnd
## The image
## ref: https://example.com
## @param image.tag [default: TAG] The tag
## @param image.pullSecrets [array] Names
## @param image.gone Not in the file
## @skip image.debug
##
image:
  tag: 1
  ## e.g:
  ## pullSecrets:
  ##   - secret
  ##
  pullSecrets: []
  debug: false
## @section Other parameters
## @extra kafka.hosts [array] Names of brokers
## @param other Words
other: 1
`;

  test("@param describes the key it names, and is no prose", () => {
    assert.deepEqual(described(text), [
      "image: The image\nref: https://example.com",
      "image.tag: The tag",
      "image.pullSecrets: Names",
      "kafka.hosts: Names of brokers",
      "other: Words",
    ]);
  });

  test("@section holds until the next", () => {
    assert.deepEqual(
      keysOf(`first: 1\n${text}`).map(({ path, section }) => `${path}: ${section}`),
      [
        "first: null",
        "image: Image parameters",
        "image.tag: Image parameters",
        "image.pullSecrets: Image parameters",
        "image.debug: Image parameters",
        "kafka.hosts: Other parameters",
        "other: Other parameters",
      ],
    );
  });

  test("@extra is a key that the file does not have", () => {
    const extra = keysOf(text).find(({ path }) => path === "kafka.hosts");
    assert.deepEqual(
      [extra?.type, extra?.default, text.split("\n")[(extra?.line ?? 0) - 1]],
      ["list", null, "## @extra kafka.hosts [array] Names of brokers"],
    );
  });

  test("@extra at the end of the file, of a key that is there after all, of a list item", () => {
    const keys = keysOf("a: 1\n## @extra a Words\n## @extra b\n## @extra c[0].d\n");
    assert.deepEqual(
      keys.map(({ path, description }) => `${path}: ${description}`),
      ["a: Words", "b: "],
    );
  });
});

test("JSON Schema in comments is no prose", () => {
  assert.deepEqual(
    described("# @schema\n# type: string\n# words\n# @schema\n# Words.\na: 1\n# @schema enum:[a]\nb: 1\n"),
    ["a: Words."],
  );
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

// Each took seconds, or for ever, in a reader without the bound it meets.
describe("hostile files end soon", { timeout: 60_000 }, () => {
  const levels = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join("\n");
  /** Those of which every key is listed all the same. */
  const WHOLE = new Set([
    "aliases in lists, which are shown as a default",
    "100,000 aliases",
    "sections by the thousand for keys by the thousand",
    "keys in one line, far in",
    "50,000 keys named in one comment",
    "a comment of half a megabyte over many keys",
  ]);
  const bombs: readonly [what: string, text: string][] = [
    [
      "aliases: 9^9 keys in 500 bytes",
      `a0: &a0 {x: 1}\n${levels(9, (i) => `a${i + 1}: &a${i + 1} {${"bcdefghij".replace(/./g, (name) => `${name}: *a${i},`)}}`)}`,
    ],
    [
      "aliases in lists, which are shown as a default",
      `a0: &a0 [x]\n${levels(30, (i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`)}`,
    ],
    [
      "merge keys: 9^9 steps to one key",
      `a0: &a0 {x: 1}\n${levels(9, (i) => `a${i + 1}: &a${i + 1} {<<: [${`*a${i},`.repeat(9)}]}`)}`,
    ],
    ["an alias within what it stands for", "a: &a\n  b: *a\n  c: [*a]\n  <<: *a\n"],
    ["10,000 levels of lists", "a: ".concat("[".repeat(10_000))],
    ["10,000 levels of lists in lines", `a: ${"- ".repeat(10_000)}`],
    ["900 levels of mappings", levels(900, (i) => `${" ".repeat(i)}a:`)],
    ["100,000 aliases", `a: &a 1\nb: [${"*a,".repeat(100_000)}]`],
    ["60,000 keys", levels(60_000, (i) => `k${i}:`)],
    [
      "sections by the thousand for keys by the thousand",
      `${"# @section a\n".repeat(20_000)}${levels(20_000, (i) => `k${i}: 1`)}`,
    ],
    [
      "keys in one line, far in",
      `a:\n${" ".repeat(400_000)}{${levels(10_000, (i) => `k${i}: 1,`).replaceAll("\n", "")}}`,
    ],
    [
      "a long comment that aliases bring to 5,000 keys",
      `a: &a\n  x: 1 # ${"words ".repeat(60_000)}\n${levels(5_000, (i) => `k${i}: *a`)}`,
    ],
    [
      "a long name that aliases bring to 5,000 keys",
      `a: &a\n  ${"x".repeat(400_000)}: 1\n${levels(5_000, (i) => `k${i}: *a`)}`,
    ],
    ["50,000 keys named in one comment", `${"# a -- b\n".repeat(50_000)}a: 1`],
    [
      "a comment of half a megabyte over many keys",
      `${"#\n".repeat(120_000)}${levels(20_000, (i) => `k${i}: 1`)}`,
    ],
    ["a file over the limit", "a: 1\n".repeat(200_000)],
  ];
  for (const [what, text] of bombs) {
    test(what, () => {
      const start = performance.now();
      const { keys, problem } = readValues(text);
      assert.equal(problem === null, WHOLE.has(what), "what is missing is said");
      assert.ok(keys.length <= 20_000);
      assert.ok(keys.every((key) => (key.default ?? "").length <= 200 && key.path.length <= 2_000));
      // Generous, for tests run beside others; without the bounds it is minutes.
      assert.ok(performance.now() - start < 20_000);
    });
  }

  test("and list what stands before", () => {
    for (const bomb of ["a: &a {<<: *a}", "a: &a {b: *a}"]) {
      assert.equal(readValues(`first: 1\n${bomb}\n`).keys[0]?.path, "first");
    }
    assert.equal(readValues("a: &a [*a, [*a]]\n").keys[0]?.default?.length, 200);
  });

  test("a file has 1,000 sections at most", () => {
    const keys = keysOf(levels(2_000, (i) => `# @section s${i}\nk${i}: 1`));
    assert.equal(new Set(keys.map(({ section }) => section)).size, 1_000);
  });
});
