import { parseChartQuery } from "#lib/catalog/chart-query.ts";
import { searchRange } from "#lib/catalog/search-range.ts";
import { formatHubAnswer } from "#lib/formats/helm-hub.ts";
import { answer } from "#lib/server/problem.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";

/** Charts in one answer: Helm asks for no second page. */
const MAX_CHARTS = 200;

/** What `helm search hub --endpoint` asks: `?q=` with the words as they were typed. */
export async function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const { catalog, scope, publicUrl } = await viewerCatalog();
    const query = parseChartQuery(new URL(request.url).searchParams);
    const { hits } = await searchRange(catalog, query, { offset: 0, limit: MAX_CHARTS }, scope);
    return Response.json(formatHubAnswer(hits, publicUrl), { headers: { "cache-control": "no-store" } });
  });
}
