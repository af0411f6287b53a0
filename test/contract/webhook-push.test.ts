import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { loadConfig } from "#lib/config/load-config.ts";
import { runIndexer } from "#lib/indexer/run-indexer.ts";
import { createMeilisearchEngine } from "#lib/search/meilisearch-engine.ts";
import { CHARTS, SOURCES } from "#lib/search/settings.ts";
import { postWishes } from "#lib/search/wishes.ts";
import { receiveEvent } from "#lib/source/events/receive-event.ts";
import { type Distribution, startDistribution } from "../support/distribution.ts";
import { createHelm, type Helm } from "../support/helm.ts";
import { pushCharts } from "../support/helm-push.ts";
import { startMeilisearch, type TestMeilisearch } from "../support/meilisearch.ts";

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };
const SECRET = "a secret of the test";
const PUSHES = 6;
/** The promise is two seconds for 95 of 100; a machine that runs other tests beside this one may take longer. */
const MAX_MS = 4_000;

// The web process in small: what is behind `POST /api/v1/events/<source>`, without Next.js before it.
describe("a chart pushed with Helm to Distribution", () => {
  let folder: string;
  let helm: Helm & AsyncDisposable;
  let meilisearch: TestMeilisearch;
  let receiver: Server;
  let distribution: Distribution;
  let indexing: Promise<void>;
  const stop = new AbortController();
  const answers: number[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "webhook-"));
    helm = await createHelm();
    meilisearch = await startMeilisearch();
    const engine = createMeilisearchEngine(meilisearch);
    receiver = createServer(async (incoming, response) => {
      const headers = new Headers({ authorization: incoming.headers.authorization ?? "" });
      const received = await receiveEvent({ headers, body: incoming }, SECRET);
      if ("events" in received) {
        const source = config.sources[0]?.id;
        assert.ok(source);
        const wishes = received.events.map((event) => ({ source, ...event }));
        await postWishes(engine, wishes, new Date());
      }
      const status = "events" in received ? 202 : 400;
      answers.push(status);
      response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
    const { port } = receiver.address() as AddressInfo;
    distribution = await startDistribution({
      notifications: { url: `http://127.0.0.1:${port}/`, authorization: `Bearer ${SECRET}` },
    });
    const config = loadConfig({
      CHARTROOM_REGISTRY: distribution.url.origin,
      CHARTROOM_DATA: join(folder, "data"),
      MEILI_URL: meilisearch.url,
      MEILI_MASTER_KEY: meilisearch.key,
    });
    const { meili } = config;
    assert.ok(meili !== null);
    indexing = runIndexer({
      config: { ...config, meili },
      log: QUIET,
      draw: null,
      once: false,
      signal: stop.signal,
    });
    const isRead = async () => {
      const states = await Array.fromAsync(engine.fetch(SOURCES, { filter: "" })).catch(() => []);
      return states.some((state) => (state as { status: string }).status === "current");
    };
    while (!(await isRead())) await pause(50);
  });
  after(async () => {
    stop.abort();
    await indexing;
    await distribution?.stop();
    receiver?.close();
    await meilisearch?.stop();
    await helm?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  test("is found within moments, long before the next pass", async (t) => {
    const engine = createMeilisearchEngine(meilisearch);
    const found = async (name: string) => {
      const charts = await Array.fromAsync(engine.fetch(CHARTS, { filter: "" }));
      return charts.some((chart) => (chart as { name: string }).name === name);
    };
    const took: number[] = [];
    for (let number = 0; number < PUSHES; number += 1) {
      const name = `chart-${number}`;
      await helm("create", join(folder, name));
      await helm("package", join(folder, name), "--destination", folder);
      const file = join(folder, `${name}-0.1.0.tgz`);
      const report = await pushCharts(helm, distribution.host, [{ file, namespace: "pushed" }]);
      assert.deepEqual(report.refused, []);
      const pushed = performance.now();
      while (!(await found(name))) {
        assert.ok(performance.now() - pushed < 20_000, `${name} is not found`);
        await pause(10);
      }
      took.push(Math.round(performance.now() - pushed));
    }
    t.diagnostic(`ms from helm's end to found: ${took.join(", ")}`);
    assert.ok(Math.max(...took) < MAX_MS, `${took}`);
    assert.ok(answers.length >= PUSHES && answers.every((status) => status === 202), `${answers}`);
  });
});
