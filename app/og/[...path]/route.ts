import { answerChartPicture } from "#lib/server/chart-picture-answer.ts";
import { answer } from "#lib/server/problem.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";

interface Context {
  readonly params: Promise<{ readonly path: readonly string[] }>;
}

/** A chart as a picture, for who shows links with one. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => answerChartPicture(request, (await params).path, await viewerCatalog()));
}

/** The same without the picture, which is not drawn. */
export const HEAD = GET;
