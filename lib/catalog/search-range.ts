import type { AccessScope } from "../access/scope.ts";
import type { Catalog, SearchPage } from "./catalog.ts";
import { type ChartQuery, PAGE_SIZE } from "./chart-query.ts";

/** Pages that are asked for at once. */
const AT_ONCE = 4;

/**
 * The hits from `offset` on, at most `limit`, put together from the pages they are on; `pages` counts pages of `limit`.
 * Whatever else the answer has is that of its first page.
 */
export async function searchRange(
  catalog: Pick<Catalog, "search">,
  query: ChartQuery,
  { offset, limit }: { readonly offset: number; readonly limit: number },
  scope: AccessScope,
  signal?: AbortSignal,
): Promise<SearchPage> {
  const firstPage = Math.floor(offset / PAGE_SIZE) + 1;
  const ask = (page: number) => catalog.search({ ...query, page }, scope, signal);
  const first = await ask(firstPage);
  const lastPage = Math.min(Math.ceil((offset + limit) / PAGE_SIZE), first.pages);
  const hits = [...first.hits];
  for (let page = firstPage + 1; page <= lastPage; page += AT_ONCE) {
    const count = Math.min(AT_ONCE, lastPage - page + 1);
    const pages = await Promise.all(Array.from({ length: count }, (_, index) => ask(page + index)));
    hits.push(...pages.flatMap((one) => one.hits));
  }
  const skipped = offset % PAGE_SIZE;
  return {
    ...first,
    pages: Math.ceil(first.total / limit),
    hits: hits.slice(skipped, skipped + limit),
  };
}
