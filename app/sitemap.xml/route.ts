import { answer } from "#lib/server/problem.ts";
import { answerSitemap } from "#lib/server/sitemap-answer.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";

export const dynamic = "force-dynamic";

/** The pages there are, for search engines. */
export async function GET(request: Request): Promise<Response> {
  return answer(async () => answerSitemap(request, await viewerCatalog()));
}
