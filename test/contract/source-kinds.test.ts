import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { scopeFor } from "#lib/access/scope.ts";
import { ANONYMOUS } from "#lib/access/viewer.ts";
import type { Catalog, SourceProblem } from "#lib/catalog/catalog.ts";
import type { ChartroomConfig } from "#lib/config/chartroom-config.ts";
import { parseConfig } from "#lib/config/parse-config.ts";
import { createChartContent } from "#lib/content/content-parts.ts";
import { runIndexer } from "#lib/indexer/run-indexer.ts";
import { createIndexedCatalog } from "#lib/search/indexed-catalog.ts";
import { createMeilisearchEngine } from "#lib/search/meilisearch-engine.ts";
import { createSources } from "#lib/source/create-sources.ts";
import { createLog } from "#lib/support/log.ts";
import { chartArchive } from "../support/archive-builder.ts";
import { startChartRepository } from "../support/chart-repository.ts";
import { type FakeRegistry, startFakeRegistry } from "../support/fake-registry.ts";
import { repositoryName } from "../support/fake-registry-client.ts";
import { writeChart, writeIndex } from "../support/layout-folder.ts";
import { startMeilisearch } from "../support/meilisearch.ts";

const REDIS = chartArchive({ name: "redis" });
const GITLAB = chartArchive({ name: "GitLab", version: "2.0.0+ee" });

const toStop: (() => Promise<unknown>)[] = [];
let registry: FakeRegistry;
let config: ChartroomConfig;
let catalog: Catalog;

before(async () => {
  const folder = await mkdtemp(join(tmpdir(), "source-kinds-"));
  toStop.push(() => rm(folder, { recursive: true, force: true }));
  registry = await startFakeRegistry();
  toStop.push(() => registry.stop());
  registry.push("team/redis", "1.0.0", { layers: [{ content: REDIS }] });
  registry.push("secret/redis", "1.0.0", { layers: [{ content: REDIS }] });

  const web = await startChartRepository();
  toStop.push(() => web.stop());
  web.files.set("GitLab-2.tgz", GITLAB);
  const charts = {
    GitLab: [{ version: "2.0.0+ee", urls: ["GitLab-2.tgz"], created: "2026-01-02T03:04:05.678Z" }],
    redis: [{ version: "1.0.0", urls: [`oci://${registry.url.host}/team/redis:1.0.0`] }, { name: "redis" }],
    secret: [{ version: "1.0.0", urls: [`oci://${registry.url.host}/secret/redis:1.0.0`] }],
    "no name": [{ version: "1.0.0", urls: ["no-name.tgz"] }],
  };
  web.files.set("index.yaml", JSON.stringify({ entries: charts }));
  const tag = { "org.opencontainers.image.ref.name": "1.0.0" };
  await writeIndex(join(folder, "redis"), [await writeChart(join(folder, "redis"), REDIS, tag)]);

  const meilisearch = await startMeilisearch();
  toStop.push(() => meilisearch.stop());
  const parsed = parseConfig({
    text: `sources:
  - { name: web, repository: "${web.url}", plainHttp: true }
  - { name: oci, registry: "${registry.url}", plainHttp: true, exclude: ["secret/*"] }
  - { name: carried, layout: ./redis }
`,
    fileName: join(folder, "chartroom.yaml"),
    env: {},
    readText: () => "",
  });
  assert.ok("sources" in parsed, JSON.stringify(parsed));
  const meili = { url: meilisearch.url, key: meilisearch.key };
  const requests = { perMinute: null, trustedProxies: 0, crossOrigin: false };
  const local = { host: "127.0.0.1", port: 0, publicUrl: "", adminToken: null } as const;
  const rest = { ...local, requests, contentBytes: null, readmeImages: "none", logLevel: "error" } as const;
  config = { sources: parsed.sources, dataFolder: join(folder, "data"), meili, ...rest };

  const signal = new AbortController().signal;
  const log = createLog({ level: "error", name: "indexer" });
  await runIndexer({ config: { ...config, meili }, log, draw: null, once: true, signal });
  const sources = createSources(config.sources);
  toStop.push(() => Promise.all(sources.map((source) => source.client.close())));
  catalog = createIndexedCatalog({
    reader: createMeilisearchEngine(meili),
    // Nothing is stored here: what is read comes from the sources themselves.
    ...createChartContent(join(folder, "elsewhere")),
    sources: new Map(sources.map((source) => [source.id, source])),
  });
});
after(async () => {
  for (const stop of toStop.toReversed()) await stop();
});

async function releaseOf(source: number, repository: string) {
  const id = config.sources[source]?.id;
  assert.ok(id);
  const scope = scopeFor(ANONYMOUS, config.sources);
  const release = await catalog.release({ source: id, repository: repositoryName(repository) }, null, scope);
  assert.ok(release, repository);
  return release;
}

function problemText({ code, count, message }: SourceProblem): string {
  return `${code} ${count}: ${message}`;
}

test("every source is read whole, and what has no name or is left out is told", async () => {
  const index = config.sources[0]?.kind === "repository" && config.sources[0].repository.href;
  const leftOut = `denied 1: secret:1.0.0: ${index}index.yaml: no source here reads [address], where an archive lies`;
  const states = await catalog.sources(scopeFor(ANONYMOUS, config.sources));
  assert.deepEqual(
    states.map(({ id, status, charts, problems }) => [id, status, charts, problems.map(problemText)]),
    [
      ["web", "current", 2, ["no-name 2: Listed, but no name of a repository or tag: no name", leftOut]],
      ["oci", "current", 1, []],
      ["carried", "current", 1, []],
    ],
  );
  assert.equal(states[2]?.registry, "./redis");
});

test("the same chart is the same by its layer digest, wherever it is", async () => {
  const releases = [
    await releaseOf(0, "redis"),
    await releaseOf(1, "team/redis"),
    await releaseOf(2, "redis"),
  ];
  assert.equal(new Set(releases.map(({ digests }) => digests.layer?.digest)).size, 1);
  assert.deepEqual(
    releases.map(({ content }) => content.kind),
    ["available", "available", "available"],
  );
});

test("each says where Helm gets it from", async () => {
  assert.equal((await releaseOf(0, "gitlab")).metadata?.name, "GitLab");
  assert.equal((await releaseOf(0, "gitlab")).summary.version, "2.0.0+ee");
  assert.equal((await releaseOf(0, "gitlab")).summary.created, "2026-01-02T03:04:05.678Z");
  const [web] = config.sources;
  assert.deepEqual((await releaseOf(0, "redis")).origin, {
    kind: "repository",
    url: web?.kind === "repository" && web.repository.href,
    signIn: false,
    privateCa: false,
  });
  assert.deepEqual((await releaseOf(1, "team/redis")).origin, {
    kind: "registry",
    host: registry.url.host,
    plainHttp: true,
    signIn: false,
    privateCa: false,
  });
  const carried = await releaseOf(2, "redis");
  assert.deepEqual(carried.origin, {
    kind: "layout",
    archive: `./redis/blobs/${carried.digests.layer?.digest.replace(":", "/")}`,
  });
});
