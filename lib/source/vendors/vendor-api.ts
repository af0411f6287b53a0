import { isRecord, MAX_PAGE_BYTES, readJson } from "../../oci/body.ts";
import { createConnections } from "../../oci/connections.ts";
import { RegistryError } from "../../oci/errors.ts";
import { expectOk } from "../../oci/failure.ts";
import { requestLabel } from "../../oci/network-error.ts";
import { type Page, readEntries } from "../../oci/pagination.ts";
import type { CallOptions } from "../../oci/registry-client.ts";
import { createRetrier, type RetryPolicy } from "../../oci/retry.ts";
import { send, type Timeouts, type WireResponse } from "../../oci/transport.ts";

/** A vendor's own API at one origin, read only. Every method throws `RegistryError`. */
export interface VendorApi {
  readonly root: URL;
  /** The 200 answer to a GET; an address elsewhere than at the API's origin is refused, asked for or redirected to. */
  read(url: URL, call: CallOptions): Promise<ApiAnswer>;
}

/** What an API said, whole. */
export interface ApiAnswer {
  /** Method and address, for messages. */
  readonly label: string;
  readonly json: unknown;
  header(name: string): string | null;
}

/** An answer without its body. */
export type Greeting = Pick<WireResponse, "status" | "header">;

/** The connections of one listing. */
export interface ApiSession {
  /** The API at the origin of `root`; `authorization` is sent there and nowhere else, from the first request on. */
  at(root: URL, authorization: string | null): VendorApi;
  /** How a stranger is greeted: by 200 or 401; other statuses are thrown. */
  greet(url: URL, call: CallOptions): Promise<Greeting>;
  close(): Promise<void>;
}

const TIMEOUTS: Timeouts = { connectMs: 10_000, headersMs: 30_000, idleMs: 30_000, bodyMs: 60_000 };
const RETRY: RetryPolicy = { attempts: 4, baseMs: 500, maxWaitMs: 20_000 };

/** `trusted` is the origin the operator chose; where that leads is judged as a registry's redirects are. */
export function createApiSession(options: {
  readonly trusted: URL;
  readonly ca: string | null;
  readonly retry?: Partial<RetryPolicy> | undefined;
}): ApiSession {
  const { trusted, ca } = options;
  const agent = createConnections({ registry: trusted, ca, connections: 1, connectMs: TIMEOUTS.connectMs });
  const retrier = createRetrier({ ...RETRY, ...options.retry });

  function get<T>(
    url: URL,
    authorization: string | null,
    consume: (response: WireResponse) => Promise<T>,
    { signal }: CallOptions,
  ): Promise<T> {
    const request = {
      method: "GET",
      url,
      accept: "application/json",
      authorization,
      follow: true,
      bodyMs: TIMEOUTS.bodyMs,
    } as const;
    const attempt = async () =>
      consume(await send(agent, request, { timeouts: TIMEOUTS, userAgent: "chartroom", signal }));
    return retrier.run(requestLabel("GET", url), attempt, signal);
  }

  return {
    at: (root, authorization) => ({
      root,
      read(url, call) {
        if (url.origin !== root.origin) {
          const where = `${requestLabel("GET", root)}: leads to another origin, ${url.origin}`;
          return Promise.reject(new RegistryError("bad-response", where));
        }
        return get(url, authorization, readAnswer, call);
      },
    }),
    greet: (url, call) =>
      get(
        url,
        null,
        async (response) => {
          // The body says nothing, and some have none: zot's is empty.
          if (response.status !== 401 || response.elsewhere) await expectHere(response);
          await response.discard();
          return { status: response.status, header: response.header };
        },
        call,
      ),
    async close() {
      await agent.destroy();
    },
  };
}

async function readAnswer(response: WireResponse): Promise<ApiAnswer> {
  await expectHere(response);
  const json = await readJson(response, MAX_PAGE_BYTES);
  return { label: response.label, json, header: response.header };
}

/** Lets a 200 pass that comes from where it was asked. */
async function expectHere(response: WireResponse): Promise<void> {
  if (!response.elsewhere) return expectOk(asRateLimit(response));
  await response.discard();
  const { label, url } = response;
  throw new RegistryError("bad-response", `${label}: redirected to another origin, ${url.origin}`);
}

/** GitHub says 403 where it means 429, and names the second at which its limit ends. */
function asRateLimit(response: WireResponse): WireResponse {
  if (response.status !== 403 || response.header("x-ratelimit-remaining") !== "0") return response;
  const endsAt = Number(response.header("x-ratelimit-reset") ?? Number.NaN);
  const seconds = Math.max(0, Math.ceil(endsAt - Date.now() / 1000));
  const retryAfter = response.header("retry-after") ?? (Number.isFinite(seconds) ? String(seconds) : null);
  return {
    ...response,
    status: 429,
    header: (name) => (name === "retry-after" ? retryAfter : response.header(name)),
  };
}

/** The entries of all pages, in order; errors, rather than ends, when one fails, repeats or leads elsewhere. */
export function readPages(
  api: VendorApi,
  first: URL,
  pageOf: (answer: ApiAnswer, url: URL) => Page,
  call: CallOptions,
): AsyncGenerator<string> {
  return readEntries(first, async (url) => pageOf(await api.read(url, call), url));
}

/** The objects an answer lists, itself or under a field; `bad-response` if it lists none. */
export function readRecords(
  { json, label }: ApiAnswer,
  field: string | null = null,
): readonly Readonly<Record<string, unknown>>[] {
  const list = field === null ? json : isRecord(json) ? json[field] : null;
  if (Array.isArray(list) && list.every(isRecord)) return list;
  throw new RegistryError("bad-response", `${label}: no list of ${field ?? "objects"}`);
}

/** The texts an answer lists under a field; `bad-response` if it lists none. */
export function readTexts({ json, label }: ApiAnswer, field: string): readonly string[] {
  const list = isRecord(json) ? json[field] : null;
  if (Array.isArray(list) && list.every((one) => typeof one === "string")) return list;
  throw new RegistryError("bad-response", `${label}: no list of ${field}`);
}

/** A text that must be there. */
export function readText(
  { label }: ApiAnswer,
  record: Readonly<Record<string, unknown>>,
  field: string,
): string {
  const text = record[field];
  if (typeof text === "string" && text !== "") return text;
  throw new RegistryError("bad-response", `${label}: an entry without ${field}`);
}

/** The field that leads to the next page: null, absent or empty where there is none; `bad-response` if it is no text. */
export function readNext({ json, label }: ApiAnswer, field: string): string | null {
  const next = isRecord(json) ? (json[field] ?? null) : null;
  if (next === null || next === "") return null;
  if (typeof next === "string") return next;
  throw new RegistryError("bad-response", `${label}: ${field} that is no text`);
}

/** An address with one parameter set. */
export function withParameter(url: URL, name: string, value: string): URL {
  const changed = new URL(url);
  changed.searchParams.set(name, value);
  return changed;
}
