import "server-only";
import type { PictureAnswer } from "../pictures/remote-pictures.ts";
import { LOCKED_UP } from "./file-headers.ts";

/** A badge is fresh enough after an hour, and a host that failed may be well a minute later. */
const KEPT = "private, max-age=3600";
const FAILED = "private, max-age=60";

/** A picture somebody put on the web, under our address: locked up like a file of a chart, of the type its bytes show. */
export function answerPicture(picture: PictureAnswer): Response {
  if (picture.kind === "failed") {
    return new Response(`This picture cannot be shown: ${picture.reason}\n`, {
      status: 502,
      headers: { ...LOCKED_UP, "content-type": "text/plain; charset=utf-8", "cache-control": FAILED },
    });
  }
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      ...LOCKED_UP,
      "content-type": picture.type,
      "content-disposition": "inline; filename=picture",
      "cache-control": KEPT,
    },
  });
}
