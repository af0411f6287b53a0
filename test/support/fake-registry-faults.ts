import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";

/** What a registry is about to answer. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** How it goes over the wire, where that is not "at once and whole". */
  readonly delivery?: {
    /** Pause before the first byte, ms. */
    readonly delayMs?: number;
    /** Pause between one byte of the body and the next, ms. */
    readonly dripMs?: number;
    /** The connection is cut after so many bytes of the body; -1 cuts it before the header. */
    readonly cutAfter?: number;
    /** No Content-Length: the end of the body is all that tells its size. */
    readonly chunked?: boolean;
    /** The body again and again, until the reader hangs up. */
    readonly endless?: boolean;
  };
}

export interface LoggedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** What a POST brought; empty for all others. */
  readonly body: string;
}

/** A request as it came, with what is looked at of it. */
export async function readRequest(incoming: IncomingMessage): Promise<LoggedRequest> {
  const { method = "", url = "" } = incoming;
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
  const body = method === "POST" ? await text(incoming) : "";
  return { method, path: url, headers: Object.fromEntries(headers), body };
}

/** Turns the right answer into a wrong one. */
export type Fault = (answer: Answer, request: LoggedRequest) => Answer;

/** Another status, with an error body as registries write them. */
export function status(code: number, error = "UNKNOWN", headers: Record<string, string> = {}): Fault {
  return () =>
    jsonAnswer(code, { errors: [{ code: error, message: "as the test wants it", detail: null }] }, headers);
}

/** 429, with `Retry-After` in seconds or without. */
export function rateLimited(seconds: number | null): Fault {
  return status(429, "TOOMANYREQUESTS", seconds === null ? {} : { "retry-after": String(seconds) });
}

/** Away to another address. */
export function redirect(location: string, code = 307): Fault {
  return () => ({ status: code, headers: { location }, body: new Uint8Array() });
}

/** A web page, as of a proxy or a login. */
export function html(code = 200): Fault {
  const body = Buffer.from("<!doctype html><title>Welcome</title>");
  return () => ({ status: code, headers: { "content-type": "text/html; charset=utf-8" }, body });
}

/** The right answer with other bytes in it. */
export function otherBytes(change: (body: Uint8Array) => Uint8Array): Fault {
  return (answer) => ({ ...answer, body: change(answer.body) });
}

/** The right answer with a header changed, or taken away by null. */
export function header(name: string, value: string | null): Fault {
  return (answer) => {
    const { [name]: _, ...others } = answer.headers;
    return { ...answer, headers: value === null ? others : { ...others, [name]: value } };
  };
}

/** The right answer in a wrong way. */
export function delivered(delivery: NonNullable<Answer["delivery"]>): Fault {
  return (answer) => ({ ...answer, delivery });
}

/** A list whose every page has new entries, one or more, and a next page. */
export function endlessPages(field: "repositories" | "tags", length = 1): Fault {
  let page = 0;
  return (_, request) => {
    page += 1;
    const link = `<${request.path.split("?")[0]}?last=p${page}>; rel="next"`;
    return jsonAnswer(
      200,
      { [field]: Array.from({ length }, (_, at) => (at === 0 ? `p${page}` : `p${page}.${at}`)) },
      { link },
    );
  };
}

export function jsonAnswer(code: number, json: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status: code,
    headers: { "content-type": "application/json", ...headers },
    body: Buffer.from(JSON.stringify(json)),
  };
}

function* endlessly(bytes: Uint8Array): Generator<Uint8Array> {
  for (;;) yield bytes;
}

/** Sends an answer the way it asks to be sent. */
export async function deliver(answer: Answer, method: string, response: ServerResponse): Promise<void> {
  const { delayMs = 0, dripMs = 0, cutAfter, chunked = false, endless = false } = answer.delivery ?? {};
  if (delayMs > 0) await sleep(delayMs, undefined, { ref: false });
  if (response.destroyed) return;
  if (cutAfter === -1) {
    response.destroy();
    return;
  }
  const length = chunked || endless ? {} : { "content-length": String(answer.body.length) };
  response.writeHead(answer.status, { ...length, ...answer.headers });
  if (method === "HEAD") response.end();
  else if (cutAfter !== undefined) {
    response.write(answer.body.subarray(0, cutAfter), () => response.destroy());
  } else if (endless) await pipeline(endlessly(answer.body), response).catch(() => response.destroy());
  else if (dripMs === 0) response.end(answer.body);
  else {
    for (const byte of answer.body) {
      if (response.destroyed) return;
      response.write(Uint8Array.of(byte));
      await sleep(dripMs, undefined, { ref: false });
    }
    response.end();
  }
}
