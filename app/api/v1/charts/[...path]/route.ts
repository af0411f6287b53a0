import { parseChartAddress } from "#lib/catalog/chart-path.ts";
import { conditionalJson } from "#lib/server/conditional.ts";
import { answer, problem } from "#lib/server/problem.ts";
import { formatRelease } from "#lib/server/release-answer.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";

interface Context {
  readonly params: Promise<{ readonly path: readonly string[] }>;
}

/** One release: metadata, digests, versions, files. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => {
    const address = parseChartAddress((await params).path);
    if (address === null) return problem("not-found");
    const { catalog, scope } = await viewerCatalog();
    const [release, versions] = await Promise.all([
      catalog.release(address.id, address.version, scope),
      catalog.versions(address.id, scope),
    ]);
    if (release === null || versions === null) return problem("not-found");
    return conditionalJson(request, formatRelease(release, versions));
  });
}
