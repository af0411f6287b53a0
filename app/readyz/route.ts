import { answer } from "#lib/server/problem.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";

export const dynamic = "force-dynamic";

/** Able to answer: the index is there and can be asked. */
export async function GET(): Promise<Response> {
  return answer(async () => {
    const { catalog, scope } = await viewerCatalog();
    await catalog.sources(scope);
    return new Response("ready\n", { headers: { "cache-control": "no-store" } });
  });
}
