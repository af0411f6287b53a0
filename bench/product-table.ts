import { readRealArchives } from "../test/real/support/real-archives.ts";
import { startDemoRegistry } from "../test/support/demo-registry.ts";
import { startDistribution } from "../test/support/distribution.ts";
import { createHelm } from "../test/support/helm.ts";
import { pushCharts } from "../test/support/helm-push.ts";
import { readSources, startProduct, untilRead } from "../test/support/product.ts";
import { MAX_FIRST_LOAD, measureFirstLoad } from "./first-load.ts";
import { measurePushToSearchable } from "./push-to-searchable.ts";
import { measureSearchLatency } from "./search-latency.ts";

const BUILD_MS = 300_000;
const READ_MS = 600_000;

/** What people who use the product wait for: a table of Markdown. */
export async function benchmarkProduct(): Promise<string> {
  const registry = process.env.CHARTROOM_REAL_CHARTS ? await startRealRegistry() : await startDemoRegistry();
  try {
    const origin = registry.distribution.url.origin;
    const push = await measurePushToSearchable();
    await using product = await startProduct({ args: ["--registry", origin], readyMs: BUILD_MS });
    await untilRead(product.url, READ_MS);
    const search = await measureSearchLatency(product.url);
    const [source] = await readSources(product.url);
    const chart = registry.pushed.find(({ repository }) => !repository.startsWith("hostile/"));
    const startPage = await measureFirstLoad(`${product.url}/`);
    const chartPage = await measureFirstLoad(`${product.url}/charts/${source?.id}/${chart?.repository}`);
    return [
      `${registry.pushed.length} releases.`,
      "",
      "| what | measured | beside it | ratio |",
      "|---|--:|--:|--:|",
      `| helm push to found, ${push.pushes} pushes, p50 / p95, ms | ${push.p50.toFixed(0)} / ${push.p95.toFixed(0)} | promised, p95: 2000 | ${(push.p95 / 2000).toFixed(2)} |`,
      `| search API, ${search.requests} prefixes, p50 / p95, ms | ${search.p50.toFixed(1)} / ${search.p95.toFixed(1)} | | |`,
      firstLoad("/", startPage.bytes),
      firstLoad("a chart page", chartPage.bytes),
      "",
    ].join("\n");
  } finally {
    await registry.stop();
  }
}

async function startRealRegistry() {
  await using helm = await createHelm();
  const distribution = await startDistribution();
  const report = await pushCharts(helm, distribution.host, await readRealArchives());
  return { ...report, distribution, stop: () => distribution.stop() };
}

function firstLoad(page: string, bytes: number): string {
  const limit = MAX_FIRST_LOAD / 1e3;
  const measured = bytes / 1e3;
  return `| first-load JavaScript of ${page}, KB gzip | ${measured.toFixed(2)} | limit: ${limit.toFixed(2)} | ${(measured / limit).toFixed(2)} |`;
}
