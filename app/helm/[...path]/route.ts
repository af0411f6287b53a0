import { answerHelm } from "#lib/server/helm-answer.ts";
import { answer } from "#lib/server/problem.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";

interface Context {
  readonly params: Promise<{ readonly path: readonly string[] }>;
}

/** What `helm repo add` takes: an index of a source or of a namespace of it, and archives nobody else serves. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => answerHelm(request, (await params).path, await viewerCatalog()));
}

/** The same without its body, which is not made. */
export const HEAD = GET;
