import { parseChartAddress } from "#lib/catalog/chart-path.ts";
import { conditional, entityTag } from "#lib/server/conditional.ts";
import { answer, problem } from "#lib/server/problem.ts";
import { releaseValuesModel } from "#lib/server/release/release-values-model.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";

interface Context {
  readonly params: Promise<{ readonly path: readonly string[] }>;
}

/** What a release's values may be: what is needed to check a values file against it without sending that file anywhere. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => {
    const address = parseChartAddress((await params).path);
    if (address === null || address.version === null) return problem("not-found");
    const { catalog, scope } = await viewerCatalog();
    const release = await catalog.release(address.id, address.version, scope);
    if (release === null) return problem("not-found");
    if (release.summary.error !== null) return problem("archive-unavailable", release.summary.error);
    if (release.content.kind === "unavailable") return problem("archive-unavailable", release.content.reason);
    const model = releaseValuesModel(release, release.content.content);
    const headers = { etag: entityTag(model), "content-type": "application/json" };
    return conditional(request, headers, () => model);
  });
}
