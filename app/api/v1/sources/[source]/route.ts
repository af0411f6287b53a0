import { answer, problem } from "#lib/server/problem.ts";
import { formatSource } from "#lib/server/source-answer.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";

interface Context {
  readonly params: Promise<{ readonly source: string }>;
}

/** The state of one source, and its failed releases by cause. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return answer(async () => {
    const { source } = await params;
    const { catalog, scope } = await viewerCatalog();
    const state = (await catalog.sources(scope)).find(({ id }) => id === source);
    const failed = state === undefined ? null : await catalog.failedReleases(state.id, scope);
    if (state === undefined || failed === null) return problem("not-found");
    return Response.json(formatSource(state, failed), { headers: { "cache-control": "no-store" } });
  });
}
