import { parseChartAddress } from "#lib/catalog/chart-path.ts";
import { answerPicture } from "#lib/server/picture-answer.ts";
import { answer, problem } from "#lib/server/problem.ts";
import { readmePicture } from "#lib/server/release/readme-pictures.ts";

interface Context {
  readonly params: Promise<{ readonly path: readonly string[] }>;
}

/** A picture of another host that a README shows. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => {
    const address = parseChartAddress((await params).path);
    const src = new URL(request.url).searchParams.get("src");
    const picture = address === null || src === null ? null : await readmePicture(address, src);
    return picture === null ? problem("not-found") : answerPicture(picture);
  });
}
