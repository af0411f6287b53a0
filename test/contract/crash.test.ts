import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { packDemoCharts } from "#demo/pack-charts.ts";
import { loadConfig } from "#lib/config/load-config.ts";
import { runIndexer } from "#lib/indexer/run-indexer.ts";
import { createMeilisearchEngine } from "#lib/search/meilisearch-engine.ts";
import { CHARTS, RELEASES } from "#lib/search/settings.ts";
import { type Distribution, startDistribution } from "../support/distribution.ts";
import { createHelm, type Helm } from "../support/helm.ts";
import { type PushOrder, pushCharts } from "../support/helm-push.ts";
import { extractArchives } from "../support/layout-archives.ts";
import { startMeilisearch, type TestMeilisearch } from "../support/meilisearch.ts";
import { createRandom } from "../support/random.ts";

const ROUNDS = 10;
/** A pass over a round's new charts takes about this long, with the start of the process. */
const PASS_MS = 1_200;

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };

describe("the index after crashes", () => {
  const seed = Number(process.env.CHARTROOM_SEED ?? randomInt(2 ** 31));
  const random = createRandom(seed);
  let folder: string;
  let helm: Helm & AsyncDisposable;
  let orders: readonly PushOrder[];
  let distribution: Distribution;
  let crashed: TestMeilisearch;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "crash-"));
    await packDemoCharts(join(folder, "layout"));
    orders = await extractArchives(join(folder, "layout"), join(folder, "archives"));
    helm = await createHelm();
    distribution = await startDistribution();
    crashed = await startMeilisearch();
  });
  after(async () => {
    await crashed?.stop();
    await distribution?.stop();
    await helm?.[Symbol.asyncDispose]();
  });

  test(`equals one made in one go (seed ${seed})`, async (t) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      // New charts in every round, so that no crash finds the indexer idle.
      await pushCharts(
        helm,
        distribution.host,
        orders.filter((_, index) => index % ROUNDS === round),
      );
      const indexer = startIndexer();
      await pause(random() * PASS_MS);
      const victim = random() < 0.5 ? "indexer" : "Meilisearch";
      t.diagnostic(`round ${round}: kill -9 ${victim}`);
      if (victim === "Meilisearch") {
        await crashed.kill();
        await pause(random() * PASS_MS);
        await crashed.start();
        await pause(random() * PASS_MS);
      }
      await kill(indexer);
    }
    await indexOnce(crashed, join(folder, "data"));

    const fresh = await startMeilisearch();
    try {
      await indexOnce(fresh, join(folder, "fresh-data"));
      for (const index of [CHARTS, RELEASES]) {
        const expected = await readAll(fresh, index);
        assert.ok(expected.length > 0, `${index} has documents`);
        assert.deepEqual(await readAll(crashed, index), expected, index);
      }
    } finally {
      await fresh.stop();
    }
  });

  function environment(meilisearch: TestMeilisearch, data: string) {
    return {
      CHARTROOM_REGISTRY: distribution.url.origin,
      CHARTROOM_DATA: data,
      MEILI_URL: meilisearch.url,
      MEILI_MASTER_KEY: meilisearch.key,
    };
  }

  function startIndexer(): ChildProcess {
    return spawn(process.execPath, ["bin/indexer.ts"], {
      cwd: join(import.meta.dirname, "../.."),
      env: { ...process.env, ...environment(crashed, join(folder, "data")) },
      stdio: "ignore",
    });
  }

  async function indexOnce(meilisearch: TestMeilisearch, data: string): Promise<void> {
    const config = loadConfig(environment(meilisearch, data));
    assert.ok(config.meili !== null);
    const signal = AbortSignal.timeout(60_000);
    await runIndexer({
      config: { ...config, meili: config.meili },
      log: QUIET,
      draw: null,
      once: true,
      signal,
    });
    signal.throwIfAborted();
  }
});

async function kill(child: ChildProcess): Promise<void> {
  assert.equal(child.exitCode, null, "the indexer ended by itself");
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

async function readAll(meilisearch: TestMeilisearch, index: string): Promise<readonly unknown[]> {
  const engine = createMeilisearchEngine(meilisearch);
  const documents = (await Array.fromAsync(engine.fetch(index, { filter: "" }))) as { readonly id: string }[];
  return documents.sort((a, b) => (a.id < b.id ? -1 : 1));
}
