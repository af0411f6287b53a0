import "server-only";
import { parseChartAddress } from "../catalog/chart-path.ts";
import { pictureTexts } from "../formats/picture-texts.ts";
import { drawChartPicture } from "./chart-picture.ts";
import { conditional, entityTag, hasCurrent } from "./conditional.ts";
import { problem } from "./problem.ts";
import type { ViewerCatalog } from "./viewer-catalog.ts";

/** Goes up when the same texts are drawn in another way. */
const PICTURE_FORMAT = "1";

/** What lies below `/og/`: `<source>/<repository…>[@<version>].png`. */
export async function answerChartPicture(
  request: Request,
  segments: readonly string[],
  { catalog, scope }: ViewerCatalog,
): Promise<Response> {
  const path = segments.join("/");
  const address = path.endsWith(".png") ? parseChartAddress(path.slice(0, -".png".length).split("/")) : null;
  const release = address === null ? null : await catalog.release(address.id, address.version, scope);
  if (release === null) return problem("not-found");
  const texts = pictureTexts(release);
  const headers = {
    etag: entityTag(PICTURE_FORMAT, JSON.stringify(texts)),
    "content-type": "image/png",
    // Whoever may see the chart sees its picture, and nobody else's cache keeps it.
    "cache-control": "private, max-age=3600",
  };
  if (request.method === "HEAD" || hasCurrent(request, headers.etag)) {
    return conditional(request, headers, () => "");
  }
  const png = await drawChartPicture(texts);
  return png === null ? problem("unavailable") : conditional(request, headers, () => new Uint8Array(png));
}
