import assert from "node:assert/strict";
import { registerHooks } from "node:module";
import { after, before, test } from "node:test";
import { scopeFor } from "#lib/access/scope.ts";
import { ANONYMOUS } from "#lib/access/viewer.ts";
import { CatalogError } from "#lib/catalog/catalog.ts";
import { parseChartQuery } from "#lib/catalog/chart-query.ts";
import type { QualifierName } from "#lib/catalog/qualifiers.ts";
import { parseSourceId } from "#lib/config/source-id.ts";
import { createMeilisearchEngine } from "#lib/search/meilisearch-engine.ts";
import { CHARTS, INDEXES } from "#lib/search/settings.ts";
import { startMeilisearch, type TestMeilisearch } from "../support/meilisearch.ts";

// Next.js resolves this package to an empty module on the server; anywhere else it throws.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "server-only"
      ? { url: "data:text/javascript,", shortCircuit: true }
      : next(specifier, context),
});
const { findValues } = await import("#lib/server/known-values.ts");

const chart = (id: string, source: string, values: Readonly<Record<string, readonly string[]>>) => ({
  id,
  source,
  name: id,
  nameJoined: id,
  layer: id,
  ...values,
});
const DOCUMENTS = [
  chart("redis", "acme", { keywords: ["Database", "cache"], valueKeys: ["ingress", "ingress.enabled"] }),
  chart("postgresql", "acme", { keywords: ["database", "sql"], valueKeys: ["ingress", "ingress.class"] }),
  chart("mariadb", "upstream", { keywords: ["database", "sql"], maintainers: ['Jane "JD" Doe'] }),
  chart("gate", "acme", {
    imageNames: ["docker.io/library/nginx", "library/nginx", "nginx", "docker.io/library/nginx:1.29"],
  }),
  chart("door", "acme", { imageNames: ["ghcr.io/acme/nginx", "acme/nginx", "nginx"] }),
  chart("vault", "secret", { keywords: ["dark-data", "database"] }),
];

let meilisearch: TestMeilisearch;
let engine: ReturnType<typeof createMeilisearchEngine>;
before(async () => {
  meilisearch = await startMeilisearch();
  engine = createMeilisearchEngine(meilisearch);
  for (const definition of INDEXES.filter(({ uid }) => uid === CHARTS)) await engine.define(definition);
  await engine.put(CHARTS, DOCUMENTS);
});
after(() => meilisearch.stop());

const scope = scopeFor(
  ANONYMOUS,
  ["acme", "upstream"].flatMap((name) => {
    const id = parseSourceId(name);
    return id === null ? [] : [{ id, access: "public" as const }];
  }),
);

async function values(of: QualifierName, prefix: string, address = ""): Promise<readonly string[]> {
  const query = parseChartQuery(new URLSearchParams(address));
  const found = await findValues(engine, { of, prefix, query }, scope);
  return found.map(({ value, count }) => `${value} ${count}`);
}

// Letter case is no difference: of equal values the engine shows the first spelling it met.
test("values begin as asked in any letter case, the most frequent first, and only in what one may see", async () => {
  assert.deepEqual(await values("keyword", "da"), ["Database 3"]);
  assert.deepEqual(await values("keyword", "SQ"), ["sql 2"]);
  assert.deepEqual(await values("keyword", "dark"), []);
  assert.deepEqual(await values("source", ""), ["acme 4", "upstream 1"]);
  assert.deepEqual(await values("maintainer", 'jane "'), ['Jane "JD" Doe 1']);
  assert.deepEqual(await values("value", "ingress."), ["ingress.class 1", "ingress.enabled 1"]);
});

test("counts are of the charts that match the rest", async () => {
  assert.deepEqual(await values("keyword", "", "q=redis"), ["Database 1", "cache 1"]);
  assert.deepEqual(await values("keyword", "s", "source=upstream"), ["sql 1"]);
  assert.deepEqual(await values("keyword", "", "q=source:acme+-keyword:sql"), ["Database 1", "cache 1"]);
});

test("alternatives do not restrict each other, what must all hold does", async () => {
  assert.deepEqual(await values("keyword", "d", "q=keyword:sql&keyword=cache"), ["Database 3"]);
  assert.deepEqual(await values("value", "ingress.", "q=value:ingress.class"), ["ingress.class 1"]);
});

test("an image is proposed by its shortest name that begins so, without its tags", async () => {
  assert.deepEqual(await values("image", ""), ["nginx 2", "acme/nginx 1", "library/nginx 1"]);
  assert.deepEqual(await values("image", "docker.io/"), ["docker.io/library/nginx 1"]);
});

test("what is compared has no values", async () => {
  assert.deepEqual(await values("updated", ""), []);
});

test("an engine that is down is no empty answer", async () => {
  const nowhere = createMeilisearchEngine({ url: "http://127.0.0.1:9", key: null });
  const query = parseChartQuery(new URLSearchParams());
  await assert.rejects(findValues(nowhere, { of: "keyword", prefix: "", query }, scope), CatalogError);
});
