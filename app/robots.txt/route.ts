import { renderRobots } from "#lib/formats/site-files.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";

export const dynamic = "force-dynamic";

/** What search engines need not read. */
export async function GET(): Promise<Response> {
  const { publicUrl } = await viewerCatalog();
  return new Response(renderRobots(publicUrl), { headers: { "content-type": "text/plain; charset=utf-8" } });
}
