import { parseChartQuery } from "#lib/catalog/chart-query.ts";
import { answer } from "#lib/server/problem.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";

/** Charts that match: `{total, pages, hits[], facets{}, partial[], tookMs}`. */
export async function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const { catalog, scope } = await viewerCatalog();
    const query = parseChartQuery(new URL(request.url).searchParams);
    return Response.json(await catalog.search(query, scope), { headers: { "cache-control": "no-store" } });
  });
}
