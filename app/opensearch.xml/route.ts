import { renderOpenSearch } from "#lib/formats/site-files.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";

export const dynamic = "force-dynamic";

/** What makes a browser offer to search here. */
export async function GET(): Promise<Response> {
  const { publicUrl } = await viewerCatalog();
  const headers = { "content-type": "application/opensearchdescription+xml; charset=utf-8" };
  return new Response(renderOpenSearch(publicUrl), { headers });
}
