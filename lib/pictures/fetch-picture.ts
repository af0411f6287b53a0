import { Agent, type Dispatcher } from "undici";
import { ForbiddenAddressError } from "../oci/connections.ts";
import { createGuardedConnector, type NameLookup } from "../oci/guarded-connector.ts";
import { mayLead, type Reach, reachOf } from "../oci/network-address.ts";
import { type PictureType, pictureTypeOf } from "./picture-type.ts";
import { createNameLookup } from "./public-names.ts";

/** A picture, of a type that its bytes show. */
export interface Picture {
  readonly type: PictureType;
  readonly bytes: Buffer;
}

/**
 * Why there is no picture, for everyone's eyes. Attack: a README full of names of machines inside, to learn from what is said of
 * each which there are and where they lie.
 */
export class PictureError extends Error {
  override readonly name = "PictureError";
}

/** What bounds one picture. */
export interface PictureBounds {
  /** From the first connection to the last byte, ms. */
  readonly timeMs: number;
  readonly bytes: number;
  readonly redirects: number;
}

const PICTURE_BOUNDS: PictureBounds = { timeMs: 10_000, bytes: 5 * 1024 * 1024, redirects: 3 };

/** Ports below are other services' than the web's: a picture's address must not make us speak to a mail server. */
const FIRST_FREE_PORT = 1024;
const WEB_PORTS = ["", "80", "443"];
const REDIRECTS = [301, 302, 303, 307, 308];
const HEADERS = {
  accept: "image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8",
  // The bytes as they are: to unpack what a stranger packed is how a small answer fills a memory.
  "accept-encoding": "identity",
  "user-agent": "Chartroom (pictures of READMEs)",
};

/**
 * Connections that lead to public addresses and nowhere else. `judge` says how far inside a network an address lies. Nothing of
 * who reads goes out: no cookies, no referrer, no credentials.
 */
export function createPublicConnections(
  judge: (address: string) => Reach = reachOf,
  lookUp: NameLookup = createNameLookup(),
): Agent {
  const refuse = (host: string, address: string) =>
    mayLead("public", judge(address)) ? null : new ForbiddenAddressError(host, address);
  return new Agent({
    connections: 4,
    pipelining: 1,
    connect: createGuardedConnector({ timeout: 5_000 }, refuse, lookUp),
  });
}

/** Whether a picture may be asked for there at all: on the web, without a password in the address. */
export function isWebAddress(url: URL): boolean {
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  const port = WEB_PORTS.includes(url.port) || Number(url.port) >= FIRST_FREE_PORT;
  return isWeb && port && url.username === "" && url.password === "";
}

/** The picture at an address. Throws `PictureError`, and nothing else. */
export async function fetchPicture(
  connections: Dispatcher,
  address: URL,
  bounds: PictureBounds = PICTURE_BOUNDS,
): Promise<Picture> {
  const deadline = new AbortController();
  const late = () => deadline.abort(new PictureError(`not finished after ${bounds.timeMs} ms`));
  const timer = setTimeout(late, bounds.timeMs);
  try {
    const bytes = await follow(connections, rawAddress(address), bounds, deadline.signal);
    const type = pictureTypeOf(bytes);
    if (type === null) throw new PictureError("what is there is no picture");
    return { type, bytes };
  } catch (error) {
    if (error instanceof PictureError) throw error;
    throw new PictureError("cannot be reached", { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

async function follow(
  connections: Dispatcher,
  address: URL,
  bounds: PictureBounds,
  signal: AbortSignal,
): Promise<Buffer> {
  let url = address;
  for (let hop = 0; hop <= bounds.redirects; hop += 1) {
    if (!isWebAddress(url)) throw new PictureError("leads to what is no address of the web");
    const { origin, pathname, search } = url;
    const path = `${pathname}${search}`;
    const answer = await connections.request({ origin, path, method: "GET", headers: HEADERS, signal });
    try {
      if (answer.statusCode === 200) return await readBody(answer, bounds.bytes);
      const location = REDIRECTS.includes(answer.statusCode) ? answer.headers.location : undefined;
      const next = typeof location === "string" ? URL.parse(location, url) : null;
      if (next === null) throw new PictureError(`answered ${answer.statusCode}`);
      url = next;
    } finally {
      // A body that was read is over; any other may never end. An error of one that nobody reads is nobody's.
      answer.body.on("error", () => undefined).destroy();
    }
  }
  throw new PictureError(`led on more than ${bounds.redirects} times`);
}

async function readBody({ headers, body }: Dispatcher.ResponseData, maxBytes: number): Promise<Buffer> {
  const tooLarge = () => new PictureError(`more than ${maxBytes} bytes`);
  if (Number(headers["content-length"] ?? 0) > maxBytes) throw tooLarge();
  if ((headers["content-encoding"] ?? "identity") !== "identity")
    throw new PictureError("packed, and not asked to be");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** GitHub answers the address of a file with a page about it, unless it is asked for the file. */
function rawAddress(address: URL): URL {
  if (address.hostname !== "github.com" || !/^\/[^/]+\/[^/]+\/blob\//.test(address.pathname)) return address;
  const url = new URL(address);
  url.search = "?raw=true";
  return url;
}
