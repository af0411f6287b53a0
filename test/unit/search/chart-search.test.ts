import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scopeFor } from "#lib/access/scope.ts";
import { ANONYMOUS } from "#lib/access/viewer.ts";
import { parseChartQuery } from "#lib/catalog/chart-query.ts";
import type { SourceId } from "#lib/config/chartroom-config.ts";
import { planChartSearch, readFacets, readHit } from "#lib/search/chart-search.ts";
import type { EngineAnswer } from "#lib/search/search-engine.ts";
import { MATCH_END, MATCH_START } from "#lib/search/segments.ts";

const acme = "acme" as SourceId;
const scope = scopeFor(ANONYMOUS, [{ id: acme, access: "public" }]);
const query = (text: string) => parseChartQuery(new URLSearchParams(text));
const answerWith = (facets: EngineAnswer["facets"]): EngineAnswer => ({
  hits: [],
  total: 0,
  facets,
  tookMs: 1,
});

describe("planChartSearch", () => {
  test("every question carries the scope", () => {
    for (const question of planChartSearch(query("q=redis&keyword=cache&type=library"), scope)) {
      assert.ok(question.filter.startsWith('(source IN ["acme"])'), question.filter);
    }
  });

  test("a source outside the scope stays outside, asked for or not", () => {
    const [page] = planChartSearch(query("source=secret"), scope);
    assert.equal(page?.filter, '(source IN ["acme"]) AND (source IN ["secret"])');
  });

  test("a facet in use is counted without its own selection", () => {
    const [page, counts, ...rest] = planChartSearch(query("q=redis&keyword=cache"), scope);
    assert.equal(rest.length, 0);
    assert.equal(page?.filter, '(source IN ["acme"]) AND (keywords IN ["cache"])');
    assert.equal(counts?.filter, '(source IN ["acme"])');
    assert.deepEqual(counts?.facets, ["keywords"]);
    assert.equal(counts?.pageSize, 0);
  });

  test("without words the most recent come first; a chosen order wins", () => {
    assert.deepEqual(planChartSearch(query(""), scope)[0]?.sort, ["updatedTs:desc", "name:asc"]);
    assert.deepEqual(planChartSearch(query("q=redis"), scope)[0]?.sort, []);
    assert.deepEqual(planChartSearch(query("q=redis&sort=name"), scope)[0]?.sort, ["name:asc"]);
  });
});

describe("readFacets", () => {
  test("most frequent first, a chosen value that matches nothing at its place", () => {
    const asked = query("q=x&keyword=gone");
    const facets = readFacets(asked, [
      answerWith({ source: { acme: 2 }, keywords: { ignored: 9 } }),
      answerWith({ keywords: { cache: 1, db: 3 } }),
    ]);
    assert.deepEqual(facets.source, [{ value: "acme", count: 2 }]);
    assert.deepEqual(facets.keyword, [
      { value: "db", count: 3 },
      { value: "cache", count: 1 },
      { value: "gone", count: 0 },
    ]);
  });
});

describe("readHit", () => {
  test("says where it matched", () => {
    const document = { source: acme, repository: "data/redis", name: "redis", description: "A cache" };
    const marked = (text: string) => `${MATCH_START}${text}${MATCH_END}`;
    const hit = readHit({
      document,
      formatted: {
        name: marked("redis"),
        description: "A cache",
        keywords: ["db", marked("redis")],
        readme: "…",
      },
    });
    assert.equal(hit.url, "/charts/acme/data/redis");
    assert.deepEqual(
      hit.matched.map(({ field }) => field),
      ["name", "keywords"],
    );
    assert.deepEqual(hit.matched[1]?.segments, [{ text: "redis", match: true }]);
  });
});
