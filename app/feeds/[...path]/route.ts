import { answerFeed } from "#lib/server/feed-answer.ts";
import { answer } from "#lib/server/problem.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";

interface Context {
  readonly params: Promise<{ readonly path: readonly string[] }>;
}

/** New versions of a chart, or of what a search finds, as an Atom feed. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => answerFeed(request, (await params).path, await viewerCatalog()));
}
