import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { readChartFacts } from "#lib/chart/chart-facts.ts";
import { readChart } from "#lib/chart/read-chart.ts";
import { allSubcharts, readSubcharts } from "#lib/chart/subcharts.ts";
import { archive, chartArchive, paxHeader, TAR_END, tarEntry } from "#test/support/archive-builder.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

const named = (name: string, more = "") => `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${more}`;

describe("hostile subcharts", { timeout: 60_000 }, () => {
  const readFrom = async (files: Files) => {
    const start = process.cpuUsage();
    const content = await readChart([chartArchive({ files })]);
    const facts = readChartFacts(content);
    const { user, system } = process.cpuUsage(start);
    const subcharts = allSubcharts(readSubcharts(content)).map(({ path }) => path);
    return { subcharts, content, facts, ms: (user + system) / 1_000 };
  };
  const many = (count: number, file: (index: number) => readonly [string, string | Uint8Array]) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => file(index)));

  // Attack: a megabyte for each 1,000 bytes.
  test("bombs, one behind the other", async () => {
    const bomb = chartArchive({ name: "b", files: { "templates/a.yaml": new Uint8Array(5_000_000) } });
    const { content, ms } = await readFrom(many(200, (index) => [`charts/b${index}.tgz`, bomb]));
    const size = content.subchartTexts.reduce((sum, { text }) => sum + text.length, 0);
    assert.ok(size > 1_000_000 && size <= 32 * 1024 * 1024, `${size} bytes`);
    assert.ok(ms < 3_000, `${ms} ms`);
  });

  test("zeros behind the end of each", async () => {
    const chart = tarEntry({ name: "b/Chart.yaml", content: named("b") });
    const bomb = gzipSync(Buffer.concat([chart, TAR_END, new Uint8Array(50_000_000)]));
    const { ms } = await readFrom(many(100, (index) => [`charts/b${index}.tgz`, bomb]));
    assert.ok(ms < 6_000, `${ms} ms`);
  });

  test("a file too large in one ends the reading of those behind it", async () => {
    const fine = chartArchive({ name: "fine" });
    const bomb = chartArchive({ name: "bomb", files: { a: new Uint8Array(6_000_000) } });
    const files = { "charts/a.tgz": fine, "charts/b.tgz": bomb, "charts/c.tgz": fine };
    const { subcharts, content } = await readFrom({ ...files, "charts/d/Chart.yaml": named("d") });
    assert.deepEqual(subcharts, ["charts/a.tgz", "charts/d"]);
    assert.deepEqual(content.subcharts, ["a.tgz", "b.tgz", "c.tgz", "d"]);
  });

  for (const [what, broken] of [
    ["is no gzip", "nothing"],
    ["leads out of its folder", archive([{ name: "a/../../b", content: "" }])],
    ["holds a link", archive([{ name: "a/Chart.yaml", type: "2" }])],
  ] as const) {
    test(`one that ${what} costs no more than itself`, async () => {
      const files = {
        "charts/a.tgz": broken,
        "charts/b/Chart.yaml": named("b"),
        "values.yaml": "image: a/b:1",
      };
      const { subcharts, facts } = await readFrom(files);
      assert.deepEqual(subcharts, ["charts/b"]);
      assert.equal(facts.images.length, 1);
    });
  }

  test("1,000 archives", async () => {
    const files = many(1_000, (index) => [`charts/a${index}.tgz`, chartArchive({ name: `a${index}` })]);
    const { subcharts, ms } = await readFrom(files);
    assert.equal(subcharts.length, 30);
    assert.ok(ms < 3_000, `${ms} ms`);
  });

  test("archives 30 deep", async () => {
    let inner = chartArchive({ name: "a" });
    for (let level = 1; level < 30; level++)
      inner = chartArchive({ name: "a", files: { "charts/a.tgz": inner } });
    assert.equal((await readFrom({ "charts/a.tgz": inner })).subcharts.length, 4);
  });

  test("folders 100 deep", async () => {
    const entries = Array.from({ length: 100 }, (_, index) => [
      paxHeader({ path: `demo/${"charts/a/".repeat(index + 1)}Chart.yaml` }),
      { name: "long", content: named("a") },
    ]);
    const bytes = archive([{ name: "demo/Chart.yaml", content: named("demo") }, ...entries.flat()]);
    assert.equal(allSubcharts(readSubcharts(await readChart([bytes]))).length, 10);
  });

  test("folders, 3,000 side by side", async () => {
    const files = many(3_000, (index) => [`charts/a${index}/Chart.yaml`, named(`a${index}`)]);
    assert.equal((await readFrom(files)).subcharts.length, 200);
  });

  for (const [keysEach, most] of [
    [0, 200],
    [5_000, 10],
  ] as const) {
    test(`one chart of ${keysEach} keys under 500 names, each of which has it under 500 more`, async () => {
      const aliases = `dependencies:\n${Array.from({ length: 500 }, (_, i) => `- {name: a, alias: a${i}}\n`).join("")}`;
      const keys = Array.from({ length: keysEach }, (_, index) => `k${index}: 1\n`).join("");
      const files: Record<string, string> = { "Chart.yaml": named("demo", aliases) };
      for (let level = 1; level <= 5; level++) {
        files[`${"charts/a/".repeat(level)}Chart.yaml`] = named("a", aliases);
        files[`${"charts/a/".repeat(level)}values.yaml`] = `${keys}image: a/b:${level}\n`;
      }
      const { facts, ms } = await readFrom(files);
      assert.ok(facts.images.length > 0 && facts.images.length <= most, `${facts.images.length} images`);
      assert.ok(ms < 3_000, `${ms} ms`);
    });
  }

  test("values that are slow to read, in each of 100", async () => {
    const values = "a: [{b: c}]\n".repeat(20_000);
    const files = many(200, (index) =>
      index % 2 === 0
        ? [`charts/a${index}/Chart.yaml`, named(`a${index}`)]
        : [`charts/a${index - 1}/values.yaml`, values],
    );
    const { ms } = await readFrom(files);
    assert.ok(ms < 15_000, `${ms} ms`);
  });
});
