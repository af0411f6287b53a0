import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ChartMetadata } from "#lib/chart/metadata.ts";
import { parseChartMetadata } from "#lib/chart/parse-metadata.ts";

const MINIMAL = "name: demo\nversion: 1.0.0\n";

function parse(more: string): ChartMetadata {
  return parseChartMetadata(MINIMAL + more);
}

describe("Chart.yaml", () => {
  test("has every field", () => {
    const chart = parseChartMetadata(`
apiVersion: v2
name: redis
version: 17.3.1+build.4
appVersion: "7.0.5"
kubeVersion: ">=1.23.0-0"
description: An in-memory store.
type: library
deprecated: true
keywords: [cache, "key value"]
home: https://example.com/redis
sources:
  - https://example.com/source
icon: data:image/svg+xml;base64,AAAA
maintainers:
  - name: Ada
    email: ada@example.com
    url: https://example.com/ada
dependencies:
  - name: common
    version: ^1.2.0
    repository: oci://example.com/charts
    alias: base
    condition: base.enabled
    tags: [infra]
annotations:
  category: Database
  artifacthub.io/changes: |
    - first
    - second
`);
    assert.deepEqual(chart, {
      apiVersion: "v2",
      name: "redis",
      version: "17.3.1+build.4",
      appVersion: "7.0.5",
      kubeVersion: ">=1.23.0-0",
      description: "An in-memory store.",
      type: "library",
      deprecated: true,
      keywords: ["cache", "key value"],
      home: "https://example.com/redis",
      sources: ["https://example.com/source"],
      icon: "data:image/svg+xml;base64,AAAA",
      maintainers: [{ name: "Ada", email: "ada@example.com", url: "https://example.com/ada" }],
      dependencies: [
        {
          name: "common",
          version: "^1.2.0",
          repository: "oci://example.com/charts",
          alias: "base",
          condition: "base.enabled",
          tags: ["infra"],
        },
      ],
      annotations: { category: "Database", "artifacthub.io/changes": "- first\n- second\n" },
    });
  });

  test("needs name and version only", () => {
    assert.deepEqual(parse(""), {
      apiVersion: "v1",
      name: "demo",
      version: "1.0.0",
      appVersion: null,
      kubeVersion: null,
      description: "",
      type: "application",
      deprecated: false,
      keywords: [],
      home: null,
      sources: [],
      icon: null,
      maintainers: [],
      dependencies: [],
      annotations: {},
    });
  });

  const written: readonly [yaml: string, appVersion: string | null][] = [
    ["1.10", "1.10"],
    ["2024-01-02", "2024-01-02"],
    ["0x1F", "0x1F"],
    ["1e3", "1e3"],
    ["007", "007"],
    ["true", "true"],
    ["'1.10'", "1.10"],
    ["null", null],
    ["~", null],
    ["", null],
    ['" "', null],
    ["[1]", null],
  ];
  for (const [yaml, appVersion] of written) {
    test(`appVersion: ${yaml} is ${appVersion}, as it is written`, () => {
      assert.equal(parse(`appVersion: ${yaml}\n`).appVersion, appVersion);
    });
  }

  test("may be a number in its version", () => {
    assert.equal(parseChartMetadata("name: demo\nversion: 1.10\n").version, "1.10");
  });

  test("is deprecated in all the words YAML 1.1 has for true", () => {
    for (const word of ["true", "True", "yes", "on", '"true"']) {
      assert.equal(parse(`deprecated: ${word}\n`).deprecated, true, word);
    }
    for (const word of ["false", "no", "0", "null", "maybe"]) {
      assert.equal(parse(`deprecated: ${word}\n`).deprecated, false, word);
    }
  });

  test("takes the last of keys that come twice, and merge keys, as Helm does", () => {
    assert.equal(parse("description: first\ndescription: second\n").description, "second");
    const merged = parse("x-base: &base {appVersion: '2'}\n<<: *base\n");
    assert.equal(merged.appVersion, "2");
  });

  test("takes the first of several documents", () => {
    assert.equal(parse("---\nname: other\n").name, "demo");
  });
});

describe("junk costs only itself", () => {
  const junk: readonly [what: string, yaml: string, field: keyof ChartMetadata, expected: unknown][] = [
    ["keywords that are a text", "keywords: cache", "keywords", []],
    ["keywords of all kinds", "keywords: [a, 1, null, {b: c}, [d], '']", "keywords", ["a", "1"]],
    [
      "maintainers without a name",
      "maintainers: [Ada, {email: a@b.c}, {name: Bob}]",
      "maintainers",
      [{ name: "Bob", email: null, url: null }],
    ],
    ["dependencies without a name", "dependencies: [common, {version: 1}, null]", "dependencies", []],
    ["an unknown type", "type: operator", "type", "application"],
    ["a home that is no web address", "home: javascript:alert(1)", "home", null],
    [
      "sources that are no web addresses",
      "sources: ['git@example.com:a/b', 'https://example.com', {}]",
      "sources",
      ["https://example.com"],
    ],
    ["annotations that are a list", "annotations: [a]", "annotations", {}],
    [
      "annotations that are no texts",
      "annotations: {a: 1.10, b: true, c: [x, {y: z}]}",
      "annotations",
      { a: "1.10", b: "true", c: '["x",{"y":"z"}]' },
    ],
    ["a description over several lines", "description: |\n  one\n\n  two\n", "description", "one  two"],
  ];
  for (const [what, yaml, field, expected] of junk) {
    test(what, () => assert.deepEqual(parse(`${yaml}\n`)[field], expected));
  }

  test("a requirements.yaml that is not YAML costs the dependencies", () => {
    assert.deepEqual(parseChartMetadata(MINIMAL, "dependencies: [").dependencies, []);
  });

  // GHSA-c38g-469g-cmgx: escape sequences in Helm's own output.
  test("terminals and readers cannot be misled", () => {
    const { description, keywords } = parse(
      'description: "a\\e[31m\\u202Eb\\u200B\\0c"\nkeywords: ["x\\ny"]\n',
    );
    assert.equal(description, "a[31mbc");
    assert.deepEqual(keywords, ["x y"]);
  });

  test("lengths and counts are bounded", () => {
    const chart = parse(
      `description: ${"d".repeat(9_000)}\nhome: https://${"h".repeat(9_000)}\nkeywords: [${"k,".repeat(900)}]\n`,
    );
    assert.equal(chart.description.length, 5_000);
    assert.equal(chart.home?.length, 1_000);
    assert.equal(chart.keywords.length, 500);
  });
});

describe("refused", () => {
  const names = [".", "..", "a/b", "../a", "a b", "ä", "a\\b", "[a]", "a".repeat(251)];
  for (const name of names) {
    test(`the name ${name.slice(0, 20)}`, () => {
      const yaml = `name: ${JSON.stringify(name)}\nversion: 1.0.0\n`;
      assert.throws(() => parseChartMetadata(yaml), { name: "ChartError", code: "bad-chart-yaml" });
    });
  }

  const nested = Array.from(
    { length: 9 },
    (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index},`.repeat(9)}]\n`,
  );
  const hostile: readonly [what: string, yaml: string, reason: RegExp][] = [
    ["no name", "version: 1.0.0\n", /no name/],
    ["no version", "name: demo\n", /no version/],
    ["nothing", "", /no keys/],
    ["a list", "- name: demo\n", /no keys/],
    ["not YAML", `${MINIMAL}a: b: c\n`, /cannot be read/],
    ["nine levels of nine aliases: 400 million values", `${MINIMAL}a0: &a0 [x]\n${nested.join("")}`, /alias/],
    ["10,000 levels of lists", `${MINIMAL}a: ${"[".repeat(10_000)}`, /cannot be read/],
    [
      "10,000 levels, each closed",
      `${MINIMAL}a: ${"[".repeat(10_000)}${"]".repeat(10_000)}`,
      /cannot be read/,
    ],
    ["a Chart.yaml of a megabyte", `${MINIMAL}# ${"x".repeat(1_000_000)}\n`, /characters/],
  ];
  for (const [what, yaml, reason] of hostile) {
    test(what, () => {
      assert.throws(() => parseChartMetadata(yaml), {
        name: "ChartError",
        code: "bad-chart-yaml",
        message: reason,
      });
    });
  }

  test("__proto__ is a key like others", () => {
    const { annotations } = parse(
      "__proto__: {polluted: yes}\nannotations: {__proto__: x, constructor: y}\n",
    );
    assert.equal(Reflect.get({}, "polluted"), undefined);
    assert.equal(annotations.constructor, "y");
  });
});
