import { answer } from "#lib/server/problem.ts";
import { answerSearch } from "#lib/server/search-answer.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";

/** Charts that match: `{total, page, pages, limit, hits[], facets{}, partial[], mistakes[], tookMs}`. */
export async function GET(request: Request): Promise<Response> {
  return answer(async () => answerSearch(request, await viewerCatalog()));
}
