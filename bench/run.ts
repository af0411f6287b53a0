import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { readRealArchives } from "../test/real/support/real-archives.ts";
import { startDemoRegistry } from "../test/support/demo-registry.ts";
import { startDistribution } from "../test/support/distribution.ts";
import { createHelm } from "../test/support/helm.ts";
import { pushCharts } from "../test/support/helm-push.ts";
import { readSources, startProduct, untilRead } from "../test/support/product.ts";
import { installRealParts } from "../test/support/real-parts.ts";
import { MAX_FIRST_LOAD, measureFirstLoad } from "./first-load.ts";
import { benchmarkHelmIndex } from "./helm-index-table.ts";
import { measureIndexing } from "./indexing.ts";
import { measurePushToSearchable } from "./push-to-searchable.ts";
import { measureSearchLatency } from "./search-latency.ts";

// Every figure stands beside its peer or its floor, measured in the same run. Over the charts in
// CHARTROOM_REAL_CHARTS, or else over the sample charts.

const BUILD_MS = 300_000;
const READ_MS = 600_000;

await installRealParts(new Set(["docker-registry", "helm"]));
const real = Boolean(process.env.CHARTROOM_REAL_CHARTS);
const registry = real ? await startRealRegistry() : await startDemoRegistry();
try {
  const origin = registry.distribution.url.origin;
  const indexing = await measureIndexing(origin, registry.pushed);
  const push = await measurePushToSearchable();
  await using product = await startProduct({ args: ["--registry", origin], readyMs: BUILD_MS });
  await untilRead(product.url, READ_MS);
  const search = await measureSearchLatency(product.url);
  const [source] = await readSources(product.url);
  const chart = registry.pushed.find(({ repository }) => !repository.startsWith("hostile/"));
  const startPage = await measureFirstLoad(`${product.url}/`);
  const chartPage = await measureFirstLoad(`${product.url}/charts/${source?.id}/${chart?.repository}`);

  const table = [
    `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores, Node ${process.version}, ` +
      `${indexing.releases} releases (${real ? "real charts" : "sample charts"}, ${indexing.megabytes.toFixed(1)} MB)`,
    "",
    "| what | measured | beside it | ratio |",
    "|---|--:|--:|--:|",
    row(
      "indexing everything, s",
      indexing.indexing,
      `bare download, ${indexing.concurrency} at a time`,
      indexing.bare,
    ),
    `| helm push to found, ${push.pushes} pushes, p50 / p95, ms | ${push.p50.toFixed(0)} / ${push.p95.toFixed(0)} | promised, p95: 2000 | ${(push.p95 / 2000).toFixed(2)} |`,
    `| search API, ${search.requests} prefixes, p50 / p95, ms | ${search.p50.toFixed(1)} / ${search.p95.toFixed(1)} | | |`,
    row("first-load JavaScript of /, KB gzip", startPage.bytes / 1e3, "limit", MAX_FIRST_LOAD / 1e3),
    row(
      "first-load JavaScript of a chart page, KB gzip",
      chartPage.bytes / 1e3,
      "limit",
      MAX_FIRST_LOAD / 1e3,
    ),
    "",
    await benchmarkHelmIndex(),
  ].join("\n");
  console.log(table);
  await writeFile(join(import.meta.dirname, "results.md"), table);
} finally {
  await registry.stop();
}

async function startRealRegistry() {
  await using helm = await createHelm();
  const distribution = await startDistribution();
  const report = await pushCharts(helm, distribution.host, await readRealArchives());
  return { ...report, distribution, stop: () => distribution.stop() };
}

function row(what: string, measured: number, beside: string, other: number): string {
  return `| ${what} | ${measured.toFixed(2)} | ${beside}: ${other.toFixed(2)} | ${(measured / other).toFixed(2)} |`;
}
