import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ChartContent } from "#lib/chart/chart-content.ts";
import type { ChartComparison } from "#lib/chart/compare/chart-comparison.ts";
import { compareCharts } from "#lib/chart/compare/compare-charts.ts";
import { settleUnknown } from "#lib/chart/compare/compare-files.ts";
import { readFileHashes } from "#lib/chart/compare/file-hashes.ts";
import { readChart } from "#lib/chart/read-chart.ts";
import { type ChartRecipe, chartArchive } from "#test/support/archive-builder.ts";

type Files = NonNullable<ChartRecipe["files"]>;

const CHART = "apiVersion: v2\nname: demo\nversion: 1.0.0\n";

function read(files: Files, chartYaml = CHART): Promise<ChartContent> {
  return readChart([chartArchive({ files, chartYaml })]);
}

async function compareFiles(from: Files, to: Files): Promise<ChartComparison> {
  return compareCharts(await read(from), await read(to));
}

async function compareMetadata(from: string, to: string): Promise<ChartComparison> {
  return compareCharts(await read({}, CHART + from), await read({}, CHART + to));
}

const crd = (kind: string, versions: readonly string[], more = "") =>
  `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec:\n  group: a.example\n  names:\n    kind: ${kind}\n    plural: things\n  versions:\n${versions.map((version) => `    - name: ${version}\n`).join("")}${more}`;

describe("values that cannot be read", () => {
  test("are no values without difference", async () => {
    const { values } = await compareFiles({ "values.yaml": "a: {\n" }, { "values.yaml": "a: 1\n" });
    assert.equal(values.kind, "failed");
    assert.match(
      values.kind === "failed" ? values.reason : "",
      /^The old values\.yaml: .*not valid YAML at line/,
    );
  });

  test("are not compared in part", async () => {
    const { values, risks } = await compareFiles(
      { "values.yaml": "a: 1\n" },
      { "values.yaml": "b: 1\nc: [\n" },
    );
    assert.match(values.kind === "failed" ? values.reason : "", /^The new values\.yaml/);
    assert.deepEqual(risks, []);
  });

  test("leave images uncompared, as most are named there", async () => {
    const { images } = await compareFiles({ "values.yaml": "a: {\n" }, { "values.yaml": "image: redis\n" });
    assert.equal(images.kind, "failed");
  });

  test("a chart without a file has none", async () => {
    const { values } = await compareFiles({}, { "values.yaml": "a: 1\n" });
    assert.deepEqual(values.kind === "computed" && values.difference.appeared, [{ path: "a", value: 1 }]);
  });
});

describe("subcharts", () => {
  const inner = (version: string) => `apiVersion: v2\nname: redis\nversion: ${version}\n`;
  const withAlias = (alias: string) =>
    `${CHART}dependencies:\n  - name: redis\n    version: "*"\n    alias: ${alias}\n`;

  test("are compared under the name the chart gives them", async () => {
    const from = await read(
      { "charts/redis/Chart.yaml": inner("1.0.0"), "charts/redis/values.yaml": "a: 1\n" },
      withAlias("cache"),
    );
    const to = await read(
      { "charts/redis/Chart.yaml": inner("2.0.0"), "charts/redis/values.yaml": "b: 1\n" },
      withAlias("cache"),
    );
    const { subcharts, values, risks } = compareCharts(from, to);
    assert.deepEqual(
      subcharts.map(({ path, name, from: old, to: fresh }) => [path, name, old, fresh]),
      [["cache", "redis", "1.0.0", "2.0.0"]],
    );
    assert.deepEqual(values.kind === "computed" && values.difference.appeared, []);
    assert.deepEqual(risks, [{ kind: "vanished", path: "cache.a" }]);
  });

  test("that are gone are said to be", async () => {
    const { subcharts, risks } = await compareFiles({ "charts/redis/Chart.yaml": inner("1.0.0") }, {});
    assert.deepEqual(subcharts, [{ path: "redis", name: "redis", from: "1.0.0", to: null, values: null }]);
    assert.deepEqual(risks, [{ kind: "subchart", path: "redis", name: "redis" }]);
  });

  test("are unknown whose values cannot be read", async () => {
    const files = (values: string) => ({
      "charts/redis/Chart.yaml": inner("1.0.0"),
      "charts/redis/values.yaml": values,
    });
    const { subcharts } = await compareFiles(files("a: {"), files("a: 1"));
    assert.equal(subcharts[0]?.values?.kind, "failed");
  });
});

describe("images", () => {
  test("by name: other tags, another registry, gone and new ones", async () => {
    const { images } = await compareFiles(
      {
        "values.yaml":
          "a:\n  image: docker.io/acme/web:1.0\nb:\n  image: old.example/acme/db:5\nc:\n  image: acme/gone:1\n",
      },
      {
        "values.yaml":
          "a:\n  image: docker.io/acme/web:1.1\nb:\n  image: new.example/acme/db:5\nd:\n  image: acme/fresh:1\n",
      },
    );
    assert.ok(images.kind === "computed");
    const { changed, removed, added } = images.difference;
    assert.deepEqual(
      changed.map(({ from, to }) => [from.name, from.tags, to.name, to.tags]),
      [
        ["docker.io/acme/web", ["1.0"], "docker.io/acme/web", ["1.1"]],
        ["old.example/acme/db", ["5"], "new.example/acme/db", ["5"]],
      ],
    );
    assert.deepEqual(
      [removed, added].map((list) => list.map(({ name }) => name)),
      [["acme/gone"], ["acme/fresh"]],
    );
  });
});

test("an image is not said to come from another registry if it may be another", async () => {
  const { images } = await compareFiles(
    { "values.yaml": "a:\n  image: old.example/web:1\n" },
    { "values.yaml": "a:\n  image: one.example/web:1\nb:\n  image: two.example/web:1\n" },
  );
  assert.deepEqual(images.kind === "computed" && images.difference.changed, []);
});

test("dependencies: gone, new, and of another version, repository or condition", async () => {
  const one = (name: string, version: string, more = "") =>
    `  - name: ${name}\n    version: "${version}"\n${more}`;
  const { dependencies } = await compareMetadata(
    `dependencies:\n${one("redis", "1.x")}${one("gone", "1")}${one("redis", "2", "    alias: second\n")}`,
    `dependencies:\n${one("redis", "2.x", "    condition: redis.enabled\n")}${one("redis", "2", "    alias: second\n")}${one("fresh", "1")}`,
  );
  assert.deepEqual(
    dependencies.map(({ name, from, to, fields }) => [name, from === null, to === null, fields]),
    [
      [
        "redis",
        false,
        false,
        [
          { field: "version", from: "1.x", to: "2.x" },
          { field: "condition", from: "", to: "redis.enabled" },
        ],
      ],
      ["gone", false, true, []],
      ["fresh", true, false, []],
    ],
  );
});

describe("definitions of kinds", () => {
  test("that are gone, new, or of other versions", async () => {
    const { crds, risks } = await compareFiles(
      {
        "crds/all.yaml": [crd("Kept", ["v1", "v2"]), crd("Gone", ["v1"]), crd("Same", ["v1"])].join(
          "\n---\n",
        ),
      },
      {
        "crds/all.yaml": [crd("Same", ["v1"]), crd("Kept", ["v2", "v3"]), crd("Fresh", ["v1"])].join(
          "\n---\n",
        ),
      },
    );
    assert.ok(crds.kind === "computed");
    const { added, removed, changed } = crds.difference;
    assert.deepEqual(
      [added, removed].map((list) => list.map(({ kind }) => kind)),
      [["Fresh"], ["Gone"]],
    );
    assert.deepEqual(
      changed.map(({ kind, addedVersions, removedVersions }) => [kind, addedVersions, removedVersions]),
      [["Kept", ["v3"], ["v1"]]],
    );
    assert.deepEqual(risks, [
      { kind: "crd", name: "Gone.a.example", version: null },
      { kind: "crd", name: "Kept.a.example", version: "v1" },
    ]);
  });

  test("whose fields differ", async () => {
    const field = (type: string) => `      schema:\n        type: ${type}\n`;
    const { crds } = await compareFiles(
      { "crds/a.yaml": crd("Thing", ["v1"], field("string")) },
      { "crds/a.yaml": crd("Thing", ["v1"], field("integer")) },
    );
    assert.deepEqual(
      crds.kind === "computed" && crds.difference.changed.map(({ kind, toPath }) => [kind, toPath]),
      [["Thing", "crds/a.yaml"]],
    );
  });
});

describe("Chart.yaml", () => {
  test("field by field, without the version", async () => {
    const from = await read({}, `${CHART}appVersion: "1"\nannotations:\n  a: x\n  b: y\n`);
    const to = await read(
      {},
      `${CHART.replace("1.0.0", "2.0.0")}appVersion: "2"\nkubeVersion: ">=1.25"\nannotations:\n  b: z\n`,
    );
    const { fields } = compareCharts(from, to);
    assert.deepEqual(fields, [
      { field: "appVersion", from: "1", to: "2" },
      { field: "kubeVersion", from: "", to: ">=1.25" },
      { field: "annotations.a", from: "x", to: "" },
      { field: "annotations.b", from: "y", to: "z" },
    ]);
  });

  const ranges: readonly [from: string, to: string, narrower: boolean][] = [
    ["", 'kubeVersion: ">=1.25"\n', true],
    ['kubeVersion: ">=1.22"\n', 'kubeVersion: ">=1.25"\n', true],
    ['kubeVersion: ">=1.25"\n', 'kubeVersion: ">=1.22"\n', false],
    ['kubeVersion: ">=1.22"\n', 'kubeVersion: ">=1.22 <1.30"\n', true],
    ['kubeVersion: ">=1.22"\n', "", false],
  ];
  for (const [from, to, narrower] of ranges) {
    test(`from ${from.trim() || "no range"} to ${to.trim() || "none"} is ${narrower ? "" : "not "}narrower`, async () => {
      const { risks } = await compareMetadata(from, to);
      assert.deepEqual(
        risks.map(({ kind }) => kind),
        narrower ? ["kubernetes"] : [],
      );
    });
  }

  test("another chart, and a library, are said first", async () => {
    const library = CHART.replace("demo", "other").concat("type: library\n");
    const to = await readChart([chartArchive({ folder: "other", chartYaml: library, files: {} })]);
    const { risks } = compareCharts(await read({}), to);
    assert.deepEqual(
      risks.map(({ kind }) => kind),
      ["renamed", "library"],
    );
  });
});

describe("files", () => {
  test("of templates: gone, new, changed, and elsewhere with the same content", async () => {
    const { templates } = await compareFiles(
      {
        "templates/a.yaml": "a: 1\n",
        "templates/b.yaml": "b: 1\n",
        "templates/gone.yaml": "x\n",
        "templates/same.yaml": "",
      },
      {
        "templates/a.yaml": "a: 2\n",
        "templates/web/b.yaml": "b: 1\n",
        "templates/fresh.yaml": "y\n",
        "templates/same.yaml": "",
      },
    );
    assert.deepEqual(templates.changes, [
      { kind: "changed", path: "templates/a.yaml", hasText: true },
      { kind: "added", path: "templates/fresh.yaml", hasText: true },
      { kind: "removed", path: "templates/gone.yaml", hasText: true },
      { kind: "moved", path: "templates/web/b.yaml", from: "templates/b.yaml" },
    ]);
  });

  test("whose content is not kept are unknown until they are read", async () => {
    const [one, other] = [
      { "files/a.json": "1234", "files/b.json": "5678", "files/c.json": "9" },
      { "files/a.json": "4321", "files/b.json": "5678", "files/c.json": "99" },
    ].map((files) => chartArchive({ files }));
    assert.ok(one !== undefined && other !== undefined);
    const { files } = compareCharts(await readChart([one]), await readChart([other]));
    assert.deepEqual(files.unknown, ["files/a.json", "files/b.json"]);
    const wanted = new Set(files.unknown);
    const [old, fresh] = [await readFileHashes([one], wanted), await readFileHashes([other], wanted)];
    const settled = settleUnknown(
      files,
      new Map(files.unknown.map((path) => [path, old.get(path) === fresh.get(path)])),
    );
    assert.deepEqual(
      [settled.changes.map(({ path }) => path), settled.unknown],
      [["files/a.json", "files/c.json"], []],
    );
  });

  test("a README is one whatever it is called", async () => {
    const { readme, files } = await compareFiles({ "README.md": "# One\n" }, { "readme.txt": "# Two\n" });
    assert.deepEqual(readme, { from: "README.md", to: "readme.txt", changed: true });
    assert.deepEqual(files.changes, []);
  });
});
