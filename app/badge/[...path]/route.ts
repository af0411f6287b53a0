import { answerBadge } from "#lib/server/feed-answer.ts";
import { answer } from "#lib/server/problem.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";

interface Context {
  readonly params: Promise<{ readonly path: readonly string[] }>;
}

/** A chart's latest version as a picture for a README, or for shields.io. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => answerBadge(request, (await params).path, await viewerCatalog()));
}
