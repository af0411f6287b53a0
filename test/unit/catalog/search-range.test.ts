import assert from "node:assert/strict";
import { test } from "node:test";
import { scopeFor } from "#lib/access/scope.ts";
import { ANONYMOUS } from "#lib/access/viewer.ts";
import type { ChartHit, SearchPage } from "#lib/catalog/catalog.ts";
import { type ChartQuery, PAGE_SIZE, parseChartQuery } from "#lib/catalog/chart-query.ts";
import { searchRange } from "#lib/catalog/search-range.ts";

const QUERY = parseChartQuery(new URLSearchParams());
const SCOPE = scopeFor(ANONYMOUS, []);

/** A catalog of hits called 0, 1, 2 …, which notes the pages it is asked for. */
function catalogOf(total: number) {
  const asked: number[] = [];
  return {
    asked,
    async search({ page }: ChartQuery) {
      asked.push(page);
      const start = (page - 1) * PAGE_SIZE;
      const count = Math.max(0, Math.min(PAGE_SIZE, total - start));
      const hits = Array.from({ length: count }, (_, index) => ({ name: String(start + index) }) as ChartHit);
      return { total, pages: Math.ceil(total / PAGE_SIZE), hits } as unknown as SearchPage;
    },
  };
}

const CASES = [
  { total: 45, offset: 0, limit: 20, expected: [0, 20], asked: [1] },
  { total: 45, offset: 0, limit: 100, expected: [0, 45], asked: [1, 2, 3] },
  { total: 45, offset: 30, limit: 10, expected: [30, 40], asked: [2] },
  { total: 45, offset: 35, limit: 7, expected: [35, 42], asked: [2, 3] },
  { total: 45, offset: 100, limit: 20, expected: [0, 0], asked: [6] },
  { total: 500, offset: 0, limit: 200, expected: [0, 200], asked: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
];

for (const { total, offset, limit, expected, asked } of CASES) {
  test(`${limit} of ${total} from ${offset} on are put together from as many pages as they lie on`, async () => {
    const catalog = catalogOf(total);
    const page = await searchRange(catalog, QUERY, { offset, limit }, SCOPE);
    const [from = 0, below = 0] = expected;
    const names = Array.from({ length: below - from }, (_, index) => String(from + index));
    assert.deepEqual(
      page.hits.map(({ name }) => name),
      names,
    );
    assert.deepEqual(catalog.asked, asked);
    assert.equal(page.pages, Math.ceil(total / limit));
  });
}
