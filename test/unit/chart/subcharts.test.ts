import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readChartFacts } from "#lib/chart/chart-facts.ts";
import { readChart } from "#lib/chart/read-chart.ts";
import { readSubcharts, type Subchart } from "#lib/chart/subcharts.ts";
import { chartArchive } from "#test/support/archive-builder.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

const named = (name: string, more = "") => `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${more}`;
const DEFINITION =
  "kind: CustomResourceDefinition\nspec:\n  group: a.example\n  names:\n    kind: Thing\n    plural: things\n";

async function subchartsOf(files: Files): Promise<readonly Subchart[]> {
  return readSubcharts(await readChart([chartArchive({ files })]));
}

async function factsOf(files: Files) {
  return readChartFacts(await readChart([chartArchive({ files })]));
}

async function imagesOf(files: Files) {
  return (await factsOf(files)).images.map(({ reference, place, file, line }) => [
    reference,
    place,
    file,
    line,
  ]);
}

/** `redis(common)` for a subchart in a subchart. */
function outline(subcharts: readonly Subchart[]): string {
  return subcharts
    .map(
      ({ metadata, subcharts: inner }) => metadata.name + (inner.length === 0 ? "" : `(${outline(inner)})`),
    )
    .join(" ");
}

describe("subcharts", () => {
  const cases: readonly (readonly [what: string, files: Files, outline: string])[] = [
    ["none", { "templates/a.yaml": "" }, ""],
    ["a folder", { "charts/redis/Chart.yaml": named("redis") }, "redis"],
    ["a folder of another name", { "charts/cache/Chart.yaml": named("redis") }, "redis"],
    ["an archive", { "charts/redis-1.0.0.tgz": chartArchive({ name: "redis" }) }, "redis"],
    [
      "one in another",
      { "charts/a/Chart.yaml": named("a"), "charts/a/charts/b/Chart.yaml": named("b") },
      "a(b)",
    ],
    [
      "one beside what looks like its child",
      { "charts/a/Chart.yaml": named("a"), "charts/a-b/Chart.yaml": named("a-b") },
      "a a-b",
    ],
    [
      "one called charts",
      { "charts/charts/Chart.yaml": named("charts"), "charts/charts/charts/b/Chart.yaml": named("b") },
      "charts(b)",
    ],
    [
      "an archive in a folder, and one in it",
      {
        "charts/a/Chart.yaml": named("a"),
        "charts/a/charts/b.tgz": chartArchive({
          name: "b",
          files: { "charts/c.tgz": chartArchive({ name: "c" }) },
        }),
      },
      "a(b(c))",
    ],
    [
      "what Helm does not load",
      {
        "charts/.git/Chart.yaml": named("a"),
        "charts/_old/Chart.yaml": named("b"),
        "charts/_old.tgz": chartArchive({ name: "c" }),
        "charts/Chart.yaml": named("d"),
        "charts/d.tgz.prov": "signed",
      },
      "",
    ],
    [
      "one that cannot be read, and what is in it",
      {
        "charts/a/Chart.yaml": "version: 1.0.0\n",
        "charts/a/charts/b/Chart.yaml": named("b"),
        "charts/c/Chart.yaml": named("c"),
        "charts/d/values.yaml": "a: 1\n",
      },
      "c",
    ],
  ];
  for (const [what, files, expected] of cases) {
    test(`${what}: ${expected || "none"}`, async () => {
      assert.equal(outline(await subchartsOf(files)), expected);
    });
  }

  test("have their texts by what they are for", async () => {
    const [chart] = await subchartsOf({
      "charts/a/Chart.yaml": named("a"),
      "charts/a/requirements.yaml": "dependencies:\n- name: b\n  alias: c\n",
      "charts/a/values.yaml": "a: 1\n",
      "charts/a/templates/a.yaml": "kind: A\n",
      "charts/a/templates/NOTES.txt": "",
      "charts/a/crds/a.yaml": DEFINITION,
      "charts/a/README.md": "",
      "charts/a/files/a.yaml": "",
    });
    assert.equal(chart?.path, "charts/a");
    assert.equal(chart?.metadata.dependencies[0]?.alias, "c");
    assert.equal(chart?.values?.text, "a: 1\n");
    assert.deepEqual(
      [chart?.templates, chart?.crds].map((texts) => texts?.map(({ path }) => path)),
      [["charts/a/templates/a.yaml"], ["charts/a/crds/a.yaml"]],
    );
  });
});

describe("what subcharts bring is the chart's", () => {
  test("kinds and CRDs, with the file each is in", async () => {
    const { kinds, crds } = await factsOf({
      "charts/a/Chart.yaml": named("a"),
      "charts/a/templates/set.yaml": "\nkind: StatefulSet\n",
      "charts/b.tgz": chartArchive({ name: "b", files: { "crds/b.yaml": DEFINITION } }),
    });
    assert.deepEqual(kinds, [{ kind: "StatefulSet", path: "charts/a/templates/set.yaml", line: 2 }]);
    assert.deepEqual(
      crds.map(({ kind, origin, path, line }) => [kind, origin, path, line]),
      [["Thing", "crds", "charts/b.tgz/crds/b.yaml", 1]],
    );
  });

  test("but not what a library defines", async () => {
    const { kinds, images } = await factsOf({
      "charts/a/Chart.yaml": named("a", "type: library\n"),
      "charts/a/templates/_all.tpl": "kind: DaemonSet\nimage: a/b:1\n",
    });
    assert.deepEqual([kinds, images], [[], []]);
  });
});

describe("images of subcharts", () => {
  const dependent = (alias: string) => named("demo", `dependencies:\n- name: redis\n  alias: ${alias}\n`);
  const redis = {
    "charts/redis/Chart.yaml": named("redis", "appVersion: '7.4'\n"),
    "charts/redis/values.yaml":
      "\nimage:\n  registry: docker.io\n  repository: bitnami/redis\n  tag: '7.2'\n",
  };
  const place = "redis.image.repository";
  const file = "charts/redis/values.yaml";

  test("are in its values and its templates", async () => {
    const files = { ...redis, "charts/redis/templates/a.yaml": "image: busybox:1\n" };
    assert.deepEqual(await imagesOf(files), [
      ["busybox:1", "charts/redis/templates/a.yaml", "charts/redis/templates/a.yaml", 1],
      ["docker.io/bitnami/redis:7.2", place, file, 4],
    ]);
  });

  const set: readonly (readonly [what: string, values: string, images: readonly unknown[][]])[] = [
    ["the tag", "redis: {image: {tag: '8'}}", [["docker.io/bitnami/redis:8", place, file, 4]]],
    ["no tag", "redis: {image: {tag: ''}}", [["docker.io/bitnami/redis:7.4", place, file, 4]]],
    [
      "the registry",
      "redis: {image: {registry: r.example}}",
      [["r.example/bitnami/redis:7.2", place, file, 4]],
    ],
    [
      "the repository",
      "redis: {image: {repository: my/redis}}",
      [["docker.io/my/redis:7.2", place, "values.yaml", 1]],
    ],
    [
      "the whole image, once",
      "redis: {image: {registry: r.example, repository: my/redis, tag: '9'}}",
      [["r.example/my/redis:9", place, "values.yaml", 1]],
    ],
    [
      "a registry for all",
      "global: {imageRegistry: m.example}",
      [["m.example/bitnami/redis:7.2", place, file, 4]],
    ],
    [
      "an image that only it names",
      "redis: {other: {image: a/b:1}}",
      [
        ["docker.io/bitnami/redis:7.2", place, file, 4],
        ["a/b:1", "redis.other.image", "values.yaml", 1],
      ],
    ],
    [
      "what is for another",
      "redis2: {image: {tag: '8'}}\nimage: {tag: '9'}",
      [["docker.io/bitnami/redis:7.2", place, file, 4]],
    ],
  ];
  for (const [what, values, images] of set) {
    test(`are as the chart around it sets them: ${what}`, async () => {
      assert.deepEqual(await imagesOf({ ...redis, "values.yaml": values }), images);
    });
  }

  test("are below its alias, and below each of two", async () => {
    const below = async (dependencies: string) => {
      const files = { ...redis, "values.yaml": "cache: {image: {tag: '8'}}" };
      const chartYaml = named("demo", `dependencies:\n${dependencies}`);
      const { images } = readChartFacts(await readChart([chartArchive({ chartYaml, files })]));
      return images.map((image) => `${image.place} ${image.reference}`);
    };
    const cache = "cache.image.repository docker.io/bitnami/redis:8";
    assert.deepEqual(await below("- {name: redis, alias: cache}\n"), [cache]);
    assert.deepEqual(await below("- {name: redis, alias: cache}\n- {name: redis}\n"), [
      cache,
      "redis.image.repository docker.io/bitnami/redis:7.2",
    ]);
    // Helm refuses such an alias, and as a place it would look like a file.
    assert.deepEqual(await below("- {name: redis, alias: a/b}\n"), [
      "redis.image.repository docker.io/bitnami/redis:7.2",
    ]);
  });

  test("are as the outermost chart sets them", async () => {
    const files = {
      "Chart.yaml": dependent("ignored"),
      "values.yaml": "web: {redis: {image: {tag: '9'}}}",
      "charts/web/Chart.yaml": named("web"),
      "charts/web/values.yaml": "redis: {image: {tag: '8', registry: r.example}}",
      "charts/web/charts/redis/Chart.yaml": redis["charts/redis/Chart.yaml"],
      "charts/web/charts/redis/values.yaml": redis["charts/redis/values.yaml"],
    };
    assert.deepEqual(await imagesOf(files), [
      ["r.example/bitnami/redis:9", "web.redis.image.repository", "charts/web/charts/redis/values.yaml", 4],
    ]);
  });
});
