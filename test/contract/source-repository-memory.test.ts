import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { Readable } from "node:stream";
import { test } from "node:test";
import { promisify } from "node:util";
import { startChartRepository } from "../support/chart-repository.ts";

const CHILD = join(import.meta.dirname, "../support/measure-index-memory.ts");
const CHARTS = 300;
const VERSIONS = 100;
/** The text alone, held once, would be more than half of it; a document made of it, several times as much. */
const BOUND_MIB = 128;

/** An index as Helm writes it, of entries as long as real ones are. */
function* pieces(): Generator<string> {
  yield "apiVersion: v1\nentries:\n";
  for (let chart = 0; chart < CHARTS; chart += 1) {
    yield `  chart-${chart}:\n`;
    for (let version = 0; version < VERSIONS; version += 1) {
      const digest = `${chart}-${version}`.replace("-", "a").padStart(64, "0");
      yield `  - annotations:
      artifacthub.io/changes: |
${`        - kind: changed, in words that nobody reads\n`.repeat(30)}    apiVersion: v2
    created: "2026-01-01T00:00:00.123456789Z"
    description: ${"What this chart is for. ".repeat(10)}
    digest: ${digest}
    maintainers:
${`    - email: somebody@example.com\n      name: somebody\n`.repeat(4)}    name: chart-${chart}
    urls:
    - https://charts.example.com/releases/download/chart-${chart}-1.${version}.0/chart-${chart}-1.${version}.0.tgz
    version: 1.${version}.0
`;
    }
  }
}

test("an index of more than 50 MB is read within 128 MiB", async () => {
  const server = await startChartRepository();
  let served = 0;
  server.files.set("index.yaml", (response) => {
    const counted = Readable.from(pieces()).on("data", (piece: string) => {
      served += piece.length;
    });
    counted.pipe(response);
  });
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [CHILD, server.url.href]);
    const { releases, growthKilobytes } = JSON.parse(stdout);
    const growth = Math.round(growthKilobytes / 1024);
    assert.ok(served > 50_000_000, `only ${served} bytes were served`);
    assert.equal(releases, CHARTS * VERSIONS);
    assert.ok(growth < BOUND_MIB, `${growth} MiB for an index of ${served} bytes`);
  } finally {
    await server.stop();
  }
});
