import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { comparePath } from "#lib/catalog/chart-path.ts";
import { readChart } from "#lib/chart/read-chart.ts";
import { compareVersions } from "#lib/chart/version.ts";
import { parseSourceId } from "#lib/config/source-id.ts";
import { parseRepositoryName, type RepositoryName } from "#lib/oci/reference.ts";
import { type LayoutEntry, writeChart, writeIndex } from "../support/layout-folder.ts";
import { type Product, startProduct, untilRead } from "../support/product.ts";
import { readRealArchives } from "./support/real-archives.ts";

const COLD_MS = 2_000;
const WARM_MS = 100;
/** The smallest of so many answers is what the server needs: what else the machine does makes others longer. */
const TRIES = 3;
const REF_NAME = "org.opencontainers.image.ref.name";

/** What is asked of the newest version of each chart; `null` is the address without a query. */
const TABS: readonly (readonly [name: string, query: string])[] = [
  ["readme", ""],
  ["values", "?tab=values"],
  ["values raw", "?tab=values&view=raw"],
  ["templates", "?tab=templates"],
  ["dependencies", "?tab=dependencies"],
  ["resources", "?tab=resources"],
  ["changes", "?tab=changes"],
  ["versions", "?tab=versions"],
  ["install", "?tab=install"],
];

interface RealChart {
  readonly repository: RepositoryName;
  /** Newest first. */
  readonly tags: readonly string[];
}

/** One page, in milliseconds to the first byte of the HTML. */
interface Timing {
  readonly address: string;
  readonly status: number;
  readonly cold: number;
  readonly warm: number;
}

describe("the pages of real charts", { timeout: 900_000 }, () => {
  const source = parseSourceId("real");
  let folder: string;
  let charts: readonly RealChart[];
  let product: Product;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "chartroom-pages-"));
    charts = await writeLayout(join(folder, "layout"));
    const config = join(folder, "chartroom.yaml");
    await writeFile(config, `sources: [{name: real, layout: ${JSON.stringify(join(folder, "layout"))}}]\n`);
    product = await startProduct({ args: ["--config", config], readyMs: 240_000 });
    await untilRead(product.url, 300_000);
    // The first page of all has the server load its code.
    for (const [, query] of TABS)
      await firstByte(`${product.url}/charts/real/${charts[0]?.repository}${query}`);
  });
  after(async () => {
    await product?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  for (const [name, query] of TABS) {
    test(`${name}: each in time, cold and warm`, async (t) => {
      const addresses = charts.map(({ repository }) => `/charts/real/${repository}${query}`);
      await checkAll(addresses, (line) => t.diagnostic(`${name}: ${line}`));
    });
  }

  test("two versions compared: each in time, cold and warm", async (t) => {
    const addresses = charts.flatMap(({ repository, tags: [to, from] }) => {
      assert.ok(source);
      const id = { source, repository };
      return from === undefined ? [] : [comparePath({ id, version: from }, { id, version: to ?? null })];
    });
    await checkAll(addresses, (line) => t.diagnostic(`compare: ${line}`));
  });

  /** One after the other: two at a time would measure how they wait for each other. */
  async function checkAll(addresses: readonly string[], report: (line: string) => void): Promise<void> {
    const timings: Timing[] = [];
    for (const address of addresses) timings.push(await time(product.url, address));
    // What was late is asked again when the others are done: what kept the machine busy may have ended.
    for (const [index, timing] of timings.entries()) {
      if (timing.warm <= WARM_MS) continue;
      const { warm } = await time(product.url, timing.address);
      timings[index] = { ...timing, warm: Math.min(warm, timing.warm) };
    }
    report(`${timings.length} pages, cold ${spread(timings, "cold")}, warm ${spread(timings, "warm")}`);
    const wrong = timings.filter(
      ({ status, cold, warm }) => status !== 200 || cold > COLD_MS || warm > WARM_MS,
    );
    assert.deepEqual(wrong, []);
    assert.ok(timings.length > 0);
  }
});

/** All archives as an OCI layout folder, which costs no push. */
async function writeLayout(folder: string): Promise<readonly RealChart[]> {
  const entries: LayoutEntry[] = [];
  const tags = new Map<RepositoryName, string[]>();
  for (const { file, namespace } of await readRealArchives()) {
    const archive = await readFile(file);
    const { metadata } = await readChart([archive]);
    const repository = parseRepositoryName(`${namespace}/${metadata.name}`.toLowerCase());
    const tag = metadata.version.replaceAll("+", "_");
    if (repository === null || !/^\w[\w.-]{0,127}$/.test(tag)) continue;
    entries.push(await writeChart(folder, archive, { [REF_NAME]: `${repository}:${tag}` }));
    tags.set(repository, [...(tags.get(repository) ?? []), tag]);
  }
  await writeIndex(folder, entries);
  return [...tags].map(([repository, all]) => ({
    repository,
    tags: all.sort((a, b) => compareVersions(b, a)),
  }));
}

async function time(url: string, address: string): Promise<Timing> {
  const first = await firstByte(url + address);
  let warm = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES && warm > WARM_MS; tries += 1) {
    const next = await firstByte(url + address);
    warm = Math.min(warm, next.ms);
  }
  return { address, status: first.status, cold: first.ms, warm };
}

/** Until the head of the answer: no page streams its parts, so all of it has been computed by then. */
async function firstByte(address: string): Promise<{ readonly status: number; readonly ms: number }> {
  const start = performance.now();
  const answer = await fetch(address);
  const ms = performance.now() - start;
  await answer.arrayBuffer();
  return { status: answer.status, ms };
}

function spread(timings: readonly Timing[], which: "cold" | "warm"): string {
  const sorted = timings.map((timing) => timing[which]).sort((a, b) => a - b);
  const at = (share: number) => `${sorted[Math.floor((sorted.length - 1) * share)]?.toFixed(0)}`;
  return `p50 ${at(0.5)} p95 ${at(0.95)} max ${at(1)} ms`;
}
