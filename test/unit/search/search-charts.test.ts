import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scopeFor } from "#lib/access/scope.ts";
import { ANONYMOUS } from "#lib/access/viewer.ts";
import { parseChartQuery } from "#lib/catalog/chart-query.ts";
import type { SourceId } from "#lib/config/chartroom-config.ts";
import { createChartInsides } from "#lib/search/chart-insides.ts";
import { createCopyCheck } from "#lib/search/copy-check.ts";
import { searchCharts } from "#lib/search/search-charts.ts";
import type { EngineAnswer, EngineQuery, SearchReader } from "#lib/search/search-engine.ts";

const scope = scopeFor(ANONYMOUS, [{ id: "acme" as SourceId, access: "public" }]);
const query = parseChartQuery(new URLSearchParams("q=redis"));

/** An engine that finds redis at these places, each an archive; `known` is what it counts as places and as different. */
function createParts(
  layers: readonly string[],
  known: { readonly places: number; readonly different: number },
) {
  const asked: EngineQuery[] = [];
  const hits = layers.map((layer, at) => ({
    ...{ id: `${at}`, layer, fingerprint: `${at}`, source: "acme", repository: `${at}/redis`, name: "redis" },
    ...{ nameJoined: "redis", description: "A cache", keywords: [], origin: "", updatedTs: null },
  }));
  const answer = ({ text, limit, distinct }: EngineQuery): EngineAnswer => {
    const found = hits.filter((hit, at) => distinct === undefined || layers.indexOf(hit.layer) === at);
    const acme = distinct === undefined ? known.places : known.different;
    const counted = { total: found.length, facets: { source: { acme } }, tookMs: 1 };
    return { ...counted, hits: text === "" && limit === 0 ? [] : found };
  };
  const reader: SearchReader = {
    async search(queries) {
      asked.push(...queries);
      return queries.map(answer);
    },
    async *fetch() {
      yield* [];
    },
    get: async () => null,
    health: async () => {},
  };
  const parts = { reader, insides: createChartInsides(reader), copies: createCopyCheck(reader) };
  const searches = () => asked.filter(({ text }) => text === "redis").map(({ distinct }) => distinct);
  return { parts, searches };
}

describe("searchCharts", () => {
  test("where no archive lies twice, none is looked for", async () => {
    const { parts, searches } = createParts(["one", "two"], { places: 2, different: 2 });
    assert.equal((await searchCharts(parts, query, scope)).total, 2);
    assert.deepEqual(searches(), [undefined]);
  });

  test("a copy that came a moment ago is one hit nevertheless", async () => {
    const { parts, searches } = createParts(["one", "one", "two"], { places: 2, different: 2 });
    const { hits, total } = await searchCharts(parts, query, scope);
    assert.deepEqual([hits.length, total], [2, 2]);
    await searchCharts(parts, query, scope);
    assert.deepEqual(searches(), [undefined, "layer", "layer"]);
  });

  test("facets count what joined by its meaning, too", async () => {
    const charts = [
      { id: "a", layer: "a", name: "redis", namespace: "data" },
      { id: "b", layer: "b", name: "valkey", namespace: "cache" },
    ].map((chart) => ({ ...chart, fingerprint: chart.id, source: "acme", repository: chart.name }));
    const hits = charts.map((chart) => ({ ...chart, description: "", updatedTs: null }));
    const reader: SearchReader = {
      search: async (queries) =>
        queries.map(({ text, filter, facets = [] }): EngineAnswer => {
          const all = filter.includes('"b"');
          const namespace = all ? { data: 1, cache: 1 } : { data: 1 };
          const found = text === "" ? [] : facets.length > 0 ? hits.slice(0, 1) : hits;
          return { hits: found, total: found.length, facets: { namespace }, tookMs: 1 };
        }),
      async *fetch() {
        yield* [];
      },
      get: async () => null,
      health: async () => {},
    };
    const parts = { reader, insides: createChartInsides(reader), copies: createCopyCheck(reader) };
    const two = parseChartQuery(new URLSearchParams("q=redis caches"));
    const { total, facets } = await searchCharts(parts, two, scope);
    assert.equal(total, 2);
    assert.deepEqual(facets.namespace, [
      { value: "cache", count: 1 },
      { value: "data", count: 1 },
    ]);
  });
});
