import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readArchiveFile, readChart } from "#lib/chart/read-chart.ts";
import { archive, type ChartRecipe, chartArchive } from "#test/support/archive-builder.ts";

function read(recipe: ChartRecipe) {
  return readChart([chartArchive(recipe)]);
}

describe("a chart", () => {
  const whole = read({
    name: "redis",
    files: {
      "values.yaml": "port: 6379\n",
      "values.schema.json": "{}",
      "Chart.lock": "digest: x\n",
      "README.md": "# redis\n",
      LICENSE: "Apache-2.0\n",
      "templates/service.yaml": "kind: Service\n",
      "templates/NOTES.txt": "Done.\n",
      "templates/_helpers.tpl": "{{/* */}}\n",
      "crds/thing.yaml": "kind: CustomResourceDefinition\n",
      "crds/README.md": "not a CRD\n",
      "charts/common/Chart.yaml": "name: common\n",
      "charts/common/templates/a.yaml": "",
      "charts/mysql-1.0.0.tgz": "",
      "charts/.hidden/Chart.yaml": "",
      "charts/_shared/a.tpl": "",
      "charts/notes.txt": "",
      "files/logo.png": new Uint8Array([0x89, 0x50]),
    },
  });

  test("has its texts by what they are for", async () => {
    const { metadata, chartYaml, readme, values, schema, lock, license } = await whole;
    assert.equal(metadata.name, "redis");
    assert.equal(chartYaml.text, "apiVersion: v2\nname: redis\nversion: 1.0.0\n");
    assert.deepEqual(readme, { path: "README.md", text: "# redis\n", utf8: true });
    assert.equal(values?.text, "port: 6379\n");
    assert.equal(schema?.text, "{}");
    assert.equal(lock?.text, "digest: x\n");
    assert.equal(license?.text, "Apache-2.0\n");
  });

  test("has its templates and CRDs in the order of their paths", async () => {
    const { templates, crds } = await whole;
    assert.deepEqual(
      templates.map(({ path }) => path),
      ["templates/NOTES.txt", "templates/_helpers.tpl", "templates/service.yaml"],
    );
    assert.deepEqual(crds, [
      { path: "crds/thing.yaml", text: "kind: CustomResourceDefinition\n", utf8: true },
    ]);
  });

  test("names the subcharts Helm loads, and nothing else of charts/", async () => {
    assert.deepEqual((await whole).subcharts, ["common", "mysql-1.0.0.tgz"]);
  });

  test("lists every file with role and size", async () => {
    const { files, unpackedSize } = await whole;
    assert.equal(files.length, 18);
    assert.deepEqual(
      files.filter(({ path }) => /^(?:Chart|crds|files)/.test(path)),
      [
        { path: "Chart.lock", size: 10, role: "lock" },
        { path: "Chart.yaml", size: 42, role: "metadata" },
        { path: "crds/README.md", size: 10, role: "other" },
        { path: "crds/thing.yaml", size: 31, role: "crd" },
        { path: "files/logo.png", size: 2, role: "other" },
      ],
    );
    assert.equal(
      unpackedSize,
      files.reduce((sum, { size }) => sum + size, 0),
    );
  });

  test("may hold nothing but Chart.yaml", async () => {
    const { readme, values, schema, lock, license, templates, crds, subcharts } = await read({});
    assert.deepEqual([readme, values, schema, lock, license], [null, null, null, null, null]);
    assert.deepEqual([templates, crds, subcharts], [[], [], []]);
  });

  test("may have Chart.yaml anywhere in the archive, and no top folder", async () => {
    const bytes = archive([
      { name: "./values.yaml", content: "a: 1\n" },
      { name: "./Chart.yaml", content: "name: redis\nversion: 1.0.0\n" },
    ]);
    const { metadata, values } = await readChart([bytes]);
    assert.equal(metadata.name, "redis");
    assert.equal(values?.text, "a: 1\n");
  });

  test("of apiVersion v1 has dependencies and lock in files of their own", async () => {
    const { metadata, lock } = await read({
      chartYaml: "name: demo\nversion: 1.0.0\n",
      files: {
        "requirements.yaml":
          "dependencies:\n- name: common\n  version: 1.x\n  repository: https://example.com\n",
        "requirements.lock": "digest: y\n",
      },
    });
    assert.equal(metadata.apiVersion, "v1");
    assert.deepEqual(
      metadata.dependencies.map(({ name, version }) => `${name} ${version}`),
      ["common 1.x"],
    );
    assert.equal(lock?.path, "requirements.lock");
  });
});

describe("the README is the one Helm shows", () => {
  const cases: readonly [readonly string[], string | null][] = [
    [["README.md"], "README.md"],
    [["readme.MD"], "readme.MD"],
    [["Readme"], "Readme"],
    [["README.txt", "README.md"], "README.txt"],
    [["README.rst", "ReadMe.md"], "ReadMe.md"],
    [["README.markdown"], "README.markdown"],
    [["README.md.gotmpl", "docs/README.md", "README.html"], null],
  ];
  for (const [paths, expected] of cases) {
    test(`${paths.join(", ")}: ${expected}`, async () => {
      const { readme } = await read({ files: Object.fromEntries(paths.map((path) => [path, path])) });
      assert.equal(readme?.path ?? null, expected);
    });
  }
});

describe("texts as editors left them", () => {
  const encodings: readonly [what: string, bytes: Uint8Array, text: string, utf8: boolean][] = [
    ["a byte order mark is no part of the text", Buffer.from("\uFEFFa: ü\n"), "a: ü\n", true],
    ["line ends stay as they are", Buffer.from("a: 1\r\nb: 2\r\n"), "a: 1\r\nb: 2\r\n", true],
    ["NUL stays", Buffer.from("a: \0\n"), "a: \0\n", true],
    ["UTF-16, little end first", Buffer.from("\uFEFFa: ü\n", "utf16le"), "a: ü\n", true],
    ["UTF-16, big end first", Buffer.from("\uFEFFa: ü\n", "utf16le").swap16(), "a: ü\n", true],
    ["half a UTF-16 character", Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x62]), "a\uFFFD", false],
    ["Latin-1 is not UTF-8", Buffer.from("a: ü\n", "latin1"), "a: \uFFFD\n", false],
    ["binary content", new Uint8Array([0xff, 0x00, 0xc3]), "\uFFFD\0\uFFFD", false],
  ];
  for (const [what, bytes, text, utf8] of encodings) {
    test(what, async () => {
      const { values } = await read({ files: { "values.yaml": bytes } });
      assert.deepEqual(values, { path: "values.yaml", text, utf8 });
    });
  }

  test("Chart.yaml may be any of them", async () => {
    const text = "\uFEFFname: demo\r\nversion: 1.0.0\r\n";
    for (const encoding of ["utf8", "utf16le"] as const) {
      const { metadata } = await read({ chartYaml: Buffer.from(text, encoding) });
      assert.equal(`${metadata.name} ${metadata.version}`, "demo 1.0.0");
    }
  });
});

describe("refused charts", () => {
  const refused: readonly [what: string, recipe: ChartRecipe, code: string][] = [
    ["no Chart.yaml", { chartYaml: null, files: { "values.yaml": "" } }, "no-chart-yaml"],
    [
      "Chart.yaml further down only",
      { chartYaml: null, files: { "demo/Chart.yaml": "name: demo" } },
      "no-chart-yaml",
    ],
    ["an empty Chart.yaml", { chartYaml: "" }, "bad-chart-yaml"],
    // Attack: "tools" that unpacks over the folder of "redis".
    ["the folder of another chart", { name: "tools", folder: "redis" }, "name-mismatch"],
  ];
  for (const [what, recipe, code] of refused) {
    test(what, () => assert.rejects(read(recipe), { name: "ChartError", code }));
  }

  test("an archive of nothing", () => assert.rejects(readChart([archive([])]), { code: "no-chart-yaml" }));

  test("an archive within the archive is one of its files", async () => {
    const inner = chartArchive({ files: { "templates/a.yaml": "x".repeat(100_000) } });
    const { files, unpackedSize, subcharts } = await read({ files: { "charts/inner.tgz": inner } });
    assert.deepEqual(subcharts, ["inner.tgz"]);
    assert.equal(files.length, 2);
    assert.ok(unpackedSize < 2000);
  });
});

describe("one file of an archive", () => {
  const bytes = chartArchive({
    files: { "files/a.bin": new Uint8Array([0xef, 0xbb, 0xbf, 0x00]), empty: "" },
  });

  test("is given as its bytes are", async () => {
    assert.deepEqual(await readArchiveFile([bytes], "files/a.bin"), new Uint8Array([0xef, 0xbb, 0xbf, 0x00]));
    assert.deepEqual(await readArchiveFile([bytes], "empty"), new Uint8Array());
  });

  test("is null if there is none", async () => {
    for (const path of ["files", "demo/empty", "../empty", "", "EMPTY"]) {
      assert.equal(await readArchiveFile([bytes], path), null);
    }
  });

  test("is refused with its archive", async () => {
    const hostile = archive([{ name: "a/b", content: "b" }, { name: "a/../c" }]);
    await assert.rejects(readArchiveFile([hostile], "b"), { code: "unsafe-path" });
  });
});
