import { answer } from "#lib/server/problem.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";

export const dynamic = "force-dynamic";

/** The state of each source: `{sources[]}`. */
export async function GET(): Promise<Response> {
  return answer(async () => {
    const { catalog, scope } = await viewerCatalog();
    const sources = await catalog.sources(scope);
    return Response.json({ sources }, { headers: { "cache-control": "no-store" } });
  });
}
