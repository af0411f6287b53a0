import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dependencyGraph } from "#lib/chart/dependencies/dependency-graph.ts";
import { enabledByDefault } from "#lib/chart/dependencies/enabled-by-default.ts";
import { readDependencies } from "#lib/chart/dependencies/read-dependencies.ts";
import { readChart } from "#lib/chart/read-chart.ts";
import { chartArchive } from "../../support/archive-builder.ts";
import { withinProcessorTime } from "../../support/processor-time.ts";

const chartYaml = (name: string, version: string, dependencies: string) =>
  `apiVersion: v2\nname: ${name}\nversion: ${version}\n${dependencies && `dependencies:\n${dependencies}`}`;

async function contentOf(dependencies: string, files: Readonly<Record<string, string>> = {}) {
  const archive = await chartArchive({
    name: "shop",
    version: "1.0.0",
    files: { "Chart.yaml": chartYaml("shop", "1.0.0", dependencies), ...files },
  });
  return readChart([archive]);
}

describe("whether a dependency is installed when nothing is set", () => {
  const state = (condition: string | null, tags: readonly string[], values: Record<string, unknown>) =>
    enabledByDefault({ condition, tags }, values);

  test("always, without condition and tags", () => {
    assert.deepEqual(state(null, [], {}), { enabled: true, by: "always", key: null });
  });

  test("by the first condition that is true or false", () => {
    const values = { a: { enabled: "yes" }, b: { enabled: false }, c: { enabled: true } };
    assert.deepEqual(state("none.enabled,a.enabled,b.enabled,c.enabled", [], values), {
      enabled: false,
      by: "condition",
      key: "b.enabled",
    });
  });

  test("by its tags, of which one is enough, and a condition has the last word", () => {
    const values = { tags: { front: false, back: true }, a: { enabled: false } };
    assert.deepEqual(state(null, ["front", "back"], values), { enabled: true, by: "tags", key: "tags.back" });
    assert.deepEqual(state(null, ["front"], values), { enabled: false, by: "tags", key: "tags.front" });
    assert.equal(state("a.enabled", ["back"], values).enabled, false);
  });

  test("when the values say nothing of it", () => {
    assert.deepEqual(state("a.enabled", ["x"], {}), { enabled: true, by: "unset", key: null });
  });

  test("no key is found in what every object has", () => {
    // Attack: names that objects of this language answer to.
    assert.equal(state("constructor.name,__proto__.x", ["constructor"], {}).by, "unset");
  });
});

describe("what the archive tells of dependencies", () => {
  test("the version in the lock and that in charts/, by name, each alias in its turn", async () => {
    const content = await contentOf(
      "  - {name: redis, version: ^1.0.0, alias: cache, repository: 'oci://r.example/data', condition: cache.enabled}\n" +
        "  - {name: redis, version: ^2.0.0, alias: queue, import-values: [data, {child: a, parent: b}]}\n" +
        "  - {name: absent, version: 3.x}\n",
      {
        "Chart.lock":
          "dependencies:\n- {name: redis, version: 1.4.0}\n- {name: redis, version: 2.2.0}\ndigest: sha256:00\n",
        "charts/redis-a/Chart.yaml": chartYaml("redis", "1.4.0", ""),
        "charts/redis-b/Chart.yaml": chartYaml("redis", "2.2.0", ""),
        "charts/extra/Chart.yaml": chartYaml("extra", "0.1.0", ""),
      },
    );
    const { declared, undeclared, problem } = readDependencies(content, { cache: { enabled: false } });
    assert.equal(problem, null);
    assert.deepEqual(
      declared.map(({ key, locked, packed, importValues, byDefault }) => ({
        ...{ key, locked, packed: packed?.version ?? null, importValues, enabled: byDefault.enabled },
      })),
      [
        { key: "cache", locked: "1.4.0", packed: "1.4.0", importValues: [], enabled: false },
        { key: "queue", locked: "2.2.0", packed: "2.2.0", importValues: ["data", "a → b"], enabled: true },
        { key: "absent", locked: null, packed: null, importValues: [], enabled: true },
      ],
    );
    assert.deepEqual(
      undeclared.map(({ path }) => path),
      ["charts/extra"],
    );
  });

  test("what is packed but is not what is asked for is said to be that", async () => {
    const content = await contentOf("  - {name: loki, version: ^0.6.0}\n", {
      "charts/loki/Chart.yaml": chartYaml("loki", "0.21.0", ""),
    });
    const [loki] = readDependencies(content, {}).declared;
    assert.deepEqual(loki?.packed, { version: "0.21.0", path: "charts/loki", fits: false });
  });

  test("a lock that is no YAML costs the locked versions, and says so", async () => {
    const content = await contentOf("  - {name: redis, version: 1.x}\n", { "Chart.lock": "[[[" });
    const { declared, problem } = readDependencies(content, {});
    assert.equal(declared[0]?.locked, null);
    assert.match(problem ?? "", /Chart\.lock cannot be read/);
  });
});

describe("the graph of dependencies", () => {
  test("joins what several bring, and puts it below all of them", async () => {
    const common = chartYaml("common", "2.0.0", "");
    const content = await contentOf(
      "  - {name: common, version: 2.x}\n  - {name: redis, version: 1.x, alias: cache, condition: cache.enabled}\n",
      {
        "charts/common/Chart.yaml": common,
        "charts/redis/Chart.yaml": chartYaml("redis", "1.4.0", "  - {name: common, version: 2.x}\n"),
        "charts/redis/charts/common/Chart.yaml": common,
      },
    );
    const { nodes, edges, cut } = dependencyGraph(content, { cache: { enabled: false } });
    assert.deepEqual(
      nodes.map(({ name, version, level }) => `${level} ${name} ${version}`),
      ["0 shop 1.0.0", "2 common 2.0.0", "1 redis 1.4.0"],
    );
    assert.deepEqual(edges, [
      { from: 0, to: 1, alias: null, enabled: true },
      { from: 0, to: 2, alias: "cache", enabled: false },
      { from: 2, to: 1, alias: null, enabled: true },
    ]);
    assert.equal(cut, false);
  });

  test("ends where charts bring each other along, or the same a thousand times", async () => {
    // Attack: at each level one chart declared 500 times: 500 to the power of eight ways through them.
    const files: Record<string, string> = {};
    let folder = "";
    for (let level = 0; level < 8; level++) {
      folder += `charts/${level % 2 === 0 ? "a" : "shop"}/`;
      const name = level % 2 === 0 ? "a" : "shop";
      const inner = level % 2 === 0 ? "shop" : "a";
      const declared = `  - {name: ${inner}, version: 1.0.0}\n`.repeat(500);
      files[`${folder}Chart.yaml`] = chartYaml(name, "1.0.0", declared);
    }
    const content = await contentOf("  - {name: a, version: 1.0.0}\n".repeat(500), files);
    const { nodes } = withinProcessorTime(2_000, () => dependencyGraph(content, {}));
    assert.deepEqual(
      nodes.map(({ level }) => level),
      [0, 1],
    );
  });

  test("and is cut where nobody could follow it", async () => {
    const many = Array.from({ length: 120 }, (_, index) => `  - {name: c${index}, version: 1.0.0}\n`);
    const { nodes, cut } = dependencyGraph(await contentOf(many.join("")), {});
    assert.equal(nodes.length, 80);
    assert.equal(cut, true);
  });
});
