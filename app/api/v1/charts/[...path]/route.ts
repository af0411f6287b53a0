import { parseChartAddress } from "#lib/catalog/chart-path.ts";
import { conditionalJson } from "#lib/server/conditional.ts";
import { answer, problem } from "#lib/server/problem.ts";
import { formatRelease } from "#lib/server/release-answer.ts";
import { viewerRelease } from "#lib/server/viewer-release.ts";

interface Context {
  readonly params: Promise<{ readonly path: readonly string[] }>;
}

/** One release: metadata, digests, versions, files. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => {
    const address = parseChartAddress((await params).path);
    if (address === null) return problem("not-found");
    const found = await viewerRelease(address);
    if (found === null) return problem("not-found");
    return conditionalJson(request, formatRelease(found.release, found.versions));
  });
}
