import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type { StoredBlob } from "./layout-content.ts";

const FOREVER = "public, max-age=31536000, immutable";

/** An answer of the specification's error form: `{"errors":[{code, message}]}`. */
export class RegistryFault extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** A JSON answer; `link` is the Link header to the next page. */
export function sendJson(response: ServerResponse, body: unknown, link: string | null = null): void {
  const text = JSON.stringify(body);
  if (link !== null) response.setHeader("Link", link);
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) });
  response.end(text);
}

/** The answer for a fault. */
export function sendError(response: ServerResponse, { status, code, message }: RegistryFault): void {
  const text = JSON.stringify({ errors: [{ code, message }] });
  response.writeHead(status, {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(text),
    "Cache-Control": "no-store",
  });
  response.end(text);
}

/** Streams a blob: whole, a range of it, or 304 for who has it already. */
export async function sendBlob(
  request: IncomingMessage,
  response: ServerResponse,
  blob: StoredBlob,
  contentType: string,
  byDigest: boolean,
): Promise<void> {
  const etag = `"${blob.digest}"`;
  response.setHeader("Docker-Content-Digest", blob.digest);
  response.setHeader("ETag", etag);
  response.setHeader("Cache-Control", byDigest ? FOREVER : "no-cache");
  if (request.headers["if-none-match"]?.includes(etag)) {
    response.writeHead(304).end();
    return;
  }
  const { size } = await stat(blob.file);
  response.setHeader("Content-Type", contentType);
  response.setHeader("Accept-Ranges", "bytes");
  const range = request.method === "GET" ? readRange(request.headers.range, size) : null;
  if (range === "unsatisfiable") {
    response.setHeader("Content-Range", `bytes */${size}`);
    throw new RegistryFault(416, "RANGE_INVALID", `the content has ${size} bytes`);
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  if (range) response.setHeader("Content-Range", `bytes ${start}-${end}/${size}`);
  response.writeHead(range ? 206 : 200, { "Content-Length": end - start + 1 });
  if (request.method === "HEAD" || size === 0) response.end();
  else await pipeline(createReadStream(blob.file, { start, end }), response);
}

/** One byte range (RFC 9110, section 14.2), both ends included. Null, which means the whole content, for anything else. */
function readRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | "unsatisfiable" | null {
  const [, first = "", last = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return null;
  if (first !== "" && last !== "" && Number(last) < Number(first)) return null;
  const start = first === "" ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  return start >= size ? "unsatisfiable" : { start, end };
}
