import { RegistryError } from "./errors.ts";
import { asRegistryError, plainText } from "./network-error.ts";
import type { WireResponse } from "./transport.ts";

/** Largest answers that are read, bytes. */
export const MAX_PAGE_BYTES = 16 * 1024 * 1024;
/** Distribution's own bound for manifests. */
export const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
export const MAX_SMALL_BYTES = 64 * 1024;
/** Attack: 16 MiB of brackets are eight million lists, and eight such answers at once more than a gigabyte. */
const MAX_NODES = 200_000;

/** The whole body as bytes, `too-large` beyond `limit`. */
export async function readBytes(response: WireResponse, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(response, limit)) chunks.push(chunk);
  const [only] = chunks;
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
}

/** The body piece by piece as it comes, `too-large` beyond `limit`; whoever stops early gives the connection up. */
export async function* readChunks(response: WireResponse, limit: number): AsyncGenerator<Buffer> {
  const { body, deadline, label } = response;
  const tooLarge = () => new RegistryError("too-large", `${label}: more than ${limit} bytes`);
  let ended = false;
  try {
    if (Number(response.header("content-length") ?? 0) > limit) throw tooLarge();
    // We asked for the bytes as they are. Unpacking what was packed all the same is how a small answer fills a memory.
    const encoding = response.header("content-encoding") ?? "identity";
    if (encoding !== "identity") {
      throw new RegistryError(
        "bad-response",
        `${label}: content-encoding ${plainText(encoding)} was not asked for`,
      );
    }
    let size = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) throw tooLarge();
      yield chunk;
    }
    ended = true;
  } catch (error) {
    throw asRegistryError(label, error);
  } finally {
    if (!ended) body.destroy();
    deadline.end();
  }
}

/** The body as JSON; `bad-response`, with the content type, if it is none. */
export async function readJson(response: WireResponse, limit: number): Promise<unknown> {
  return parseJson(response, await readBytes(response, limit));
}

/** Bytes of a response's body as JSON. */
export function parseJson(response: WireResponse, bytes: Buffer): unknown {
  if (countOf("[", bytes) + countOf("{", bytes) > MAX_NODES) {
    throw new RegistryError("too-large", `${response.label}: more than ${MAX_NODES} lists and objects`);
  }
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch (error) {
    const type = plainText(response.header("content-type") ?? "no content type");
    throw new RegistryError("bad-response", `${response.label}: not JSON but ${type}`, { cause: error });
  }
}

/** Stops counting soon behind the bound. */
function countOf(bracket: string, bytes: Buffer): number {
  let count = 0;
  const code = bracket.charCodeAt(0);
  for (let at = bytes.indexOf(code); at >= 0 && count <= MAX_NODES; at = bytes.indexOf(code, at + 1))
    count += 1;
  return count;
}

/** Whether a JSON value is an object with fields to look at. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
