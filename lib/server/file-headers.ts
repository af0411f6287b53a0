import "server-only";
import { parseDigest } from "../oci/reference.ts";

/** Pictures a browser may show in place; everything else is text to read or bytes to save. */
const PICTURES: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  svg: "image/svg+xml",
};
const BINARY = /\.(?:tgz|gz|zip|tar|jar|bin|exe|so|pdf|woff2?|ttf|ico)$/i;

/** For what strangers wrote: it is never a page of ours, no script of it runs, nothing is guessed of it, and it loads nothing. */
export const LOCKED_UP = {
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
} as const;

/**
 * Headers for a file somebody put into a chart. A digest pins its bytes for ever, a version only until it is re-pushed.
 */
export function fileHeaders(path: string, version: string): Record<string, string> {
  const picture = PICTURES[path.split(".").at(-1)?.toLowerCase() ?? ""];
  const type = picture ?? (BINARY.test(path) ? "application/octet-stream" : "text/plain; charset=utf-8");
  const name = (path.split("/").at(-1) ?? "file").replaceAll(/[^a-zA-Z0-9._-]/g, "_");
  return {
    "content-type": type,
    "content-disposition": `${type === "application/octet-stream" ? "attachment" : "inline"}; filename="${name}"`,
    ...LOCKED_UP,
    "cache-control":
      parseDigest(version) === null ? "private, max-age=60" : "private, max-age=31536000, immutable",
  };
}
