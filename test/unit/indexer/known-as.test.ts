import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { readLayout, type StoredRepository } from "#demo/layout-content.ts";
import { packDemoCharts } from "#demo/pack-charts.ts";
import { scopeFor } from "#lib/access/scope.ts";
import { ANONYMOUS } from "#lib/access/viewer.ts";
import { parseChartQuery } from "#lib/catalog/chart-query.ts";
import { readChart } from "#lib/chart/read-chart.ts";
import type { SourceId } from "#lib/config/chartroom-config.ts";
import { chartDocumentOf, type LatestRelease } from "#lib/indexer/chart-document.ts";
import { parseDigest, parseRepositoryName, parseTag } from "#lib/oci/reference.ts";
import { createChartInsides } from "#lib/search/chart-insides.ts";
import type { ChartDocument } from "#lib/search/document.ts";
import { explainHits } from "#lib/search/explain-hits.ts";
import { rankCharts, readSought } from "#lib/search/rank/rank-charts.ts";
import type { SearchReader } from "#lib/search/search-engine.ts";
import { planSearch } from "#lib/search/search-plan.ts";

const REPOSITORIES = ["data/kafka", "data/redis", "data/redis-cluster", "data/postgresql", "web/booking"];

describe("sample charts of known software", () => {
  let folder = "";
  let charts: readonly ChartDocument[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "known-as-"));
    await packDemoCharts(folder);
    const layout = await readLayout(folder);
    charts = await Promise.all(REPOSITORIES.map((name) => documentOf(name, layout.get(name))));
  });
  after(() => rm(folder, { recursive: true }));

  const found = (text: string) => rankCharts(readSought(text), charts)[0]?.name;
  const named = (name: string) => charts.find((chart) => chart.name === name);

  test("are found by what they are for, in words they do not say", () => {
    assert.equal(found("pub sub"), "kafka");
    assert.equal(found("relational database"), "postgresql");
  });

  test("are found by what people call them", () => {
    assert.equal(found("pgsql"), "postgresql");
    assert.deepEqual(named("postgresql")?.aliases, ["postgres", "pg", "pgsql", "psql"]);
  });

  test("say so where they are found by it", async () => {
    const reader: SearchReader = {
      search: async () => [],
      get: async () => null,
      health: async () => {},
      async *fetch() {
        yield* charts;
      },
    };
    const query = parseChartQuery(new URLSearchParams({ q: "relational" }));
    const plan = planSearch(query, scopeFor(ANONYMOUS, []), 0);
    const [match, ...others] =
      (await explainHits(createChartInsides(reader), plan, charts)).get("data/postgresql") ?? [];
    assert.equal(match?.field, "about");
    assert.deepEqual(
      match?.segments.filter((segment) => segment.match).map(({ text }) => text),
      ["relational"],
    );
    assert.deepEqual(others, []);
  });

  test("`name:` finds them by the names they give themselves only", () => {
    assert.deepEqual(named("postgresql")?.nameParts, ["postgresql"]);
  });

  test("a chart of nobody's software is for what it says itself", () => {
    assert.deepEqual(named("booking")?.about, []);
  });
});

/** The document of a repository's first chart; all but its content is made up. */
async function documentOf(name: string, stored: StoredRepository | undefined): Promise<ChartDocument> {
  for (const [tag, digest] of stored?.tags ?? []) {
    const manifest = JSON.parse(await readFile(stored?.manifests.get(digest)?.file ?? "", "utf8"));
    const layer = manifest.layers?.find(({ mediaType }: { mediaType: string }) =>
      mediaType.includes("chart.content"),
    );
    const blob = stored?.blobs.get(layer?.digest);
    if (blob === undefined) continue;
    const content = await readChart([await readFile(blob.file)]);
    const release = {
      id: name,
      chart: name,
      source: "demo" as SourceId,
      repository: parseRepositoryName(name),
      tag: parseTag(tag),
      kind: "chart",
      reader: 1,
      archive: null,
      digest: parseDigest(digest),
      manifest: parseDigest(digest),
      version: content.metadata.version,
      created: null,
      layer: { digest: parseDigest(layer.digest), size: 1 },
      provenance: null,
      hasSchema: false,
      metadata: content.metadata,
      error: null,
    } as LatestRelease;
    return chartDocumentOf(release, content, [release]);
  }
  throw new Error(`no chart in ${name}`);
}
