import type { TokenScope } from "./authorization.ts";
import { verifiedStream } from "./blob.ts";
import { isRecord, MAX_PAGE_BYTES, readJson } from "./body.ts";
import { parseChallenges } from "./challenge.ts";
import { RegistryError } from "./errors.ts";
import { expectOk } from "./failure.ts";
import type { Account, LoginReader } from "./login.ts";
import { MANIFEST_ACCEPT } from "./manifest.ts";
import { readManifestResponse, statedDescriptor } from "./manifest-response.ts";
import { nextPage, type Page, readEntries } from "./pagination.ts";
import {
  type Digest,
  parseDigest,
  parseRepositoryName,
  parseTag,
  type RepositoryName,
  type Tag,
} from "./reference.ts";
import type { CallOptions, ListOptions, Manifest, RegistryClient } from "./registry-client.ts";
import type { RetryPolicy } from "./retry.ts";
import { createSession, type RegistryRead, type Session } from "./session.ts";
import type { Timeouts, WireResponse } from "./transport.ts";

/** Which registry, and how patiently it is read. */
export interface RegistryClientOptions {
  /** Origin of the registry; a path is not looked at. */
  readonly registry: URL;
  readonly credentials: Account | LoginReader | null;
  /** PEM of a private certificate authority, trusted beside the usual ones. */
  readonly ca: string | null;
  /** Connections to one origin at most; as many reads at a time make sense. */
  readonly connections?: number;
  readonly timeouts?: Partial<Timeouts>;
  readonly retry?: Partial<RetryPolicy>;
  readonly userAgent?: string;
}

const DEFAULT_CONNECTIONS = 16;
const DEFAULT_TIMEOUTS: Timeouts = { connectMs: 10_000, headersMs: 30_000, idleMs: 30_000, bodyMs: 60_000 };
const DEFAULT_RETRY: RetryPolicy = { attempts: 4, baseMs: 500, maxWaitMs: 20_000 };

/** Distribution answers 400 to more than its operator allows, by default 1,000 (`catalog.maxentries`). */
const CATALOG_PAGE = 100;
const TAGS_PAGE = 1_000;
/** Slower than this a blob has not come in time, bytes per second. */
const MIN_BLOB_RATE = 16 * 1024;
const MAX_BLOB_SECONDS = 3_600;

/** A session with a registry, or with another server of charts, with the usual patience where none is given. */
export function createPatientSession(options: RegistryClientOptions): Session {
  return createSession({
    registry: options.registry,
    credentials: options.credentials,
    ca: options.ca,
    connections: options.connections ?? DEFAULT_CONNECTIONS,
    timeouts: { ...DEFAULT_TIMEOUTS, ...options.timeouts },
    retry: { ...DEFAULT_RETRY, ...options.retry },
    userAgent: options.userAgent ?? "chartroom",
  });
}

/** A client of one registry's pull API (OCI distribution spec 1.1, Docker Registry API v2 for the catalog). */
export function createRegistryClient(options: RegistryClientOptions): RegistryClient {
  const root = new URL("/v2/", options.registry.origin);
  const session = createPatientSession(options);

  const manifestRead = (
    method: "GET" | "HEAD",
    repository: RepositoryName,
    reference: Tag | Digest,
  ): RegistryRead => ({
    method,
    url: new URL(`${repository}/manifests/${reference}`, root),
    accept: MANIFEST_ACCEPT,
    scope: `repository:${repository}:pull`,
  });

  async function* list<Name>(
    first: URL,
    field: "repositories" | "tags",
    scope: TokenScope,
    parse: (text: string) => Name | null,
    call: ListOptions,
  ): AsyncGenerator<Name> {
    const ask = (url: URL): Promise<Page> => {
      const read: RegistryRead = { method: "GET", url, accept: "application/json", scope };
      return session.read(read, (response) => pageOf(response, url, field), call.signal);
    };
    const readPage = (url: URL) =>
      ask(url).catch((error: unknown) => {
        // An operator may allow fewer entries to a page than are asked for here; the registry's own number is allowed.
        const tooMany = url === first && error instanceof RegistryError && error.status === 400;
        if (!tooMany) throw error;
        return ask(new URL(url.pathname, url));
      });
    for await (const text of readEntries(first, readPage)) {
      const name = parse(text);
      if (name !== null) yield name;
      else call.onUnreadable?.(text);
    }
  }

  function manifest(
    repository: RepositoryName,
    reference: Tag | Digest,
    call: CallOptions = {},
  ): Promise<Manifest> {
    const consume = (response: WireResponse) => readManifestResponse(response, parseDigest(reference));
    return session.read(manifestRead("GET", repository, reference), consume, call.signal);
  }

  return {
    ping(call = {}) {
      const read: RegistryRead = { method: "GET", url: root, accept: "application/json", scope: null };
      const consume = async (response: WireResponse) => {
        if (response.status === 401 && options.credentials === null && wantsToken(response)) return;
        await expectOk(response);
        await readJson(response, MAX_PAGE_BYTES);
      };
      return session.read(read, consume, call.signal);
    },

    repositories(call = {}) {
      const first = new URL(`_catalog?n=${CATALOG_PAGE}`, root);
      return list(first, "repositories", "registry:catalog:*", parseRepositoryName, call);
    },

    tags(repository, call = {}) {
      const first = new URL(`${repository}/tags/list?n=${TAGS_PAGE}`, root);
      return list(first, "tags", `repository:${repository}:pull`, parseTag, call);
    },

    async resolve(repository, reference, call = {}) {
      const consume = async (response: WireResponse) => {
        await expectOk(response);
        await response.discard();
        return statedDescriptor(response, parseDigest(reference));
      };
      const stated = await session.read(manifestRead("HEAD", repository, reference), consume, call.signal);
      return stated ?? (await manifest(repository, reference, call)).descriptor;
    },

    manifest,

    blob(repository, blob, call = {}) {
      const read: RegistryRead = {
        method: "GET",
        url: new URL(`${repository}/blobs/${blob.digest}`, root),
        accept: "*/*",
        scope: `repository:${repository}:pull`,
        extraBodyMs: Math.min(blob.size / MIN_BLOB_RATE, MAX_BLOB_SECONDS) * 1000,
      };
      const consume = async (response: WireResponse) => {
        await expectOk(response);
        return verifiedStream(response, blob);
      };
      return session.read(read, consume, call.signal);
    },

    close: () => session.close(),
  };
}

async function pageOf(response: WireResponse, url: URL, field: "repositories" | "tags"): Promise<Page> {
  await expectOk(response);
  const json = await readJson(response, MAX_PAGE_BYTES);
  const listed = isRecord(json) ? json[field] : undefined;
  // Distribution 2 writes null where it means none.
  const entries: unknown = listed === null ? [] : listed;
  if (!Array.isArray(entries) || !entries.every((one) => typeof one === "string")) {
    throw new RegistryError("bad-response", `${response.label}: no list of ${field}`);
  }
  // Resolved against what was asked, not against where a redirect led: credentials go to the next page too.
  return { entries, next: nextPage(response.header("link"), url) };
}

/** Anonymous access by token is proven with the first repository: some registries make no token that is for nothing. */
function wantsToken(response: WireResponse): boolean {
  const challenges = parseChallenges(response.header("www-authenticate") ?? "");
  return challenges?.some(({ scheme }) => scheme === "bearer") ?? false;
}
