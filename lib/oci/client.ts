import { hash } from "node:crypto";
import { verifiedStream } from "./blob.ts";
import { isRecord, MAX_MANIFEST_BYTES, MAX_PAGE_BYTES, parseJson, readBytes, readJson } from "./body.ts";
import { parseChallenges } from "./challenge.ts";
import { RegistryError } from "./errors.ts";
import { expectOk } from "./failure.ts";
import { isManifestType, MANIFEST_ACCEPT, mediaTypeOf, readManifest } from "./manifest.ts";
import { nextPage, type Page, readEntries } from "./pagination.ts";
import {
  type Digest,
  parseDigest,
  parseRepositoryName,
  parseTag,
  type RepositoryName,
  type Tag,
} from "./reference.ts";
import type { CallOptions, Descriptor, Manifest, RegistryClient } from "./registry-client.ts";
import type { RetryPolicy } from "./retry.ts";
import { createSession, type RegistryRead } from "./session.ts";
import type { Timeouts, WireResponse } from "./transport.ts";

export interface RegistryClientOptions {
  /** Origin of the registry; a path is not looked at. */
  readonly registry: URL;
  readonly credentials: { readonly username: string; readonly password: string } | null;
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

/** A client of one registry's pull API (OCI distribution spec 1.1, Docker Registry API v2 for the catalog). */
export function createRegistryClient(options: RegistryClientOptions): RegistryClient {
  const root = new URL("/v2/", options.registry.origin);
  const session = createSession({
    registry: root,
    credentials: options.credentials,
    ca: options.ca,
    connections: options.connections ?? DEFAULT_CONNECTIONS,
    timeouts: { ...DEFAULT_TIMEOUTS, ...options.timeouts },
    retry: { ...DEFAULT_RETRY, ...options.retry },
    userAgent: options.userAgent ?? "chartroom",
  });

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

  function manifest(
    repository: RepositoryName,
    reference: Tag | Digest,
    call: CallOptions = {},
  ): Promise<Manifest> {
    const asked = parseDigest(reference);
    const consume = async (response: WireResponse) => {
      await expectOk(response);
      const bytes = await readBytes(response, MAX_MANIFEST_BYTES);
      const digest = verifiedDigest(response, bytes, asked);
      const contentType = response.header("content-type");
      const source = { label: response.label, digest, size: bytes.length, contentType };
      return readManifest(source, parseJson(response, bytes));
    };
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

    async *repositories(call = {}) {
      const page = (url: URL): Promise<Page> => {
        const read: RegistryRead = {
          method: "GET",
          url,
          accept: "application/json",
          scope: "registry:catalog:*",
        };
        return session.read(read, (response) => readPage(response, url, "repositories"), call.signal);
      };
      for await (const text of readEntries(new URL(`_catalog?n=${CATALOG_PAGE}`, root), page)) {
        const name = parseRepositoryName(text);
        if (name !== null) yield name;
      }
    },

    async *tags(repository, call = {}) {
      const page = (url: URL): Promise<Page> => {
        const read: RegistryRead = {
          method: "GET",
          url,
          accept: "application/json",
          scope: `repository:${repository}:pull`,
        };
        return session.read(read, (response) => readPage(response, url, "tags"), call.signal);
      };
      for await (const text of readEntries(new URL(`${repository}/tags/list?n=${TAGS_PAGE}`, root), page)) {
        const tag = parseTag(text);
        if (tag !== null) yield tag;
      }
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

async function readPage(response: WireResponse, url: URL, field: "repositories" | "tags"): Promise<Page> {
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

/** What the header of a HEAD says; null if that is not enough, as with registries older than the specification. */
function statedDescriptor(response: WireResponse, asked: Digest | null): Descriptor | null {
  const mediaType = mediaTypeOf(response.header("content-type"));
  const length = Number(response.header("content-length") ?? Number.NaN);
  const digest = asked ?? statedDigest(response);
  if (digest === null || !isManifestType(mediaType) || !Number.isSafeInteger(length)) return null;
  return { mediaType, digest, size: length };
}

function verifiedDigest(response: WireResponse, bytes: Buffer, asked: Digest | null): Digest {
  const actual = parseDigest(`sha256:${hash("sha256", bytes, "hex")}`);
  const promised = asked ?? statedDigest(response) ?? actual;
  if (actual === null || actual !== promised) {
    throw new RegistryError(
      "digest-mismatch",
      `${response.label}: the manifest's digest is ${actual}, not ${promised}`,
    );
  }
  return actual;
}

function statedDigest(response: WireResponse): Digest | null {
  const field = response.header("docker-content-digest");
  const digest = field === null ? null : parseDigest(field);
  if (field !== null && digest === null) {
    throw new RegistryError("bad-response", `${response.label}: Docker-Content-Digest is no sha256 digest`);
  }
  return digest;
}
