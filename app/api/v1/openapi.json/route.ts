import { describeApi } from "#lib/server/api-description.ts";
import { conditionalJson } from "#lib/server/conditional.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";

export const dynamic = "force-dynamic";

/** The API, described. */
export async function GET(request: Request): Promise<Response> {
  const { publicUrl } = await viewerCatalog();
  return conditionalJson(request, describeApi(publicUrl));
}
