import { gzipSync } from "node:zlib";
import type { RegistryClientOptions } from "#lib/oci/client.ts";
import type { RegistryErrorCode } from "#lib/oci/errors.ts";
import { chartArchive } from "./archive-builder.ts";
import {
  type Answer,
  delivered,
  endlessPages,
  type Fault,
  header,
  html,
  otherBytes,
  rateLimited,
  redirect,
  status,
} from "./fake-registry-faults.ts";
import type { IndexHarness } from "./index-harness.ts";

/*
 * A source holds etcd 1.0.0 and redis 1.0.0, both indexed. Then 1.1.0 of both is pushed, and the next pass meets the
 * fault. What is indexed afterwards is in the table; once the fault is over, the pass after it finds everything.
 */

/** Whose tokens the registry wants. */
export const USER = { username: "robot", password: "no-such-word-in-a-message" };
/** What is indexed when the fault comes. */
export const BEFORE = ["etcd 1.0.0", "redis 1.0.0"];
const ETCD_NEW = ["etcd 1.0.0", "etcd 1.1.0", "redis 1.0.0"];
/** What is indexed when it is over. */
export const ALL_NEW = ["etcd 1.0.0", "etcd 1.1.0", "redis 1.0.0", "redis 1.1.0"];
const REDIS_GONE = ["etcd 1.0.0", "etcd 1.1.0"];

const CATALOG = /^GET \/v2\/_catalog/;
const TAGS = /^GET \/v2\/data\/redis\/tags/;
const MANIFEST = /^GET \/v2\/data\/redis\/manifests\/1\.1\.0/;
const BLOB = /^GET \/v2\/data\/redis\/blobs\//;

/** A fault, and what is to be seen after the pass that met it. */
export interface FaultRow {
  readonly fault: string;
  /** What the registry does from now on. */
  readonly registry?: (index: IndexHarness) => void | Promise<void>;
  /** How the client differs: another address, less patience; given one with a certificate nobody vouches for. */
  readonly client?: (untrusted: URL) => Partial<RegistryClientOptions>;
  readonly indexed: readonly string[];
  /** The one problem that is reported. */
  readonly problem: { readonly code: RegistryErrorCode; readonly says: RegExp } | null;
  readonly complete: boolean;
}

const atListing = { indexed: BEFORE, complete: false };
/** Removes nothing, and reads what was named. */
const atCatalogsEnd = { indexed: ALL_NEW, complete: false };
const atRepository = { indexed: ETCD_NEW, complete: false };
const atRelease = { indexed: ETCD_NEW, complete: true };
const unharmed = { indexed: ALL_NEW, problem: null, complete: true };

/** Every fault, with what comes of it. */
export const FAULT_ROWS: readonly FaultRow[] = [
  {
    fault: "connection refused",
    client: () => ({ registry: new URL("http://127.0.0.1:1") }),
    ...atListing,
    problem: { code: "unavailable", says: /ECONNREFUSED/ },
  },
  {
    fault: "unknown host",
    client: () => ({ registry: new URL("http://registry.invalid") }),
    ...atListing,
    problem: { code: "unavailable", says: /registry\.invalid/ },
  },
  {
    fault: "a certificate nobody vouches for",
    client: (untrusted) => ({ registry: untrusted }),
    ...atListing,
    problem: { code: "unavailable", says: /certificate/ },
  },
  {
    fault: "slow drip",
    registry: ({ registry }) => registry.fail(TAGS, delivered({ dripMs: 100 })),
    client: () => ({ timeouts: { bodyMs: 700 } }),
    ...atRepository,
    problem: { code: "timeout", says: /data\/redis\/tags\/list: / },
  },
  {
    fault: "401 in the middle",
    registry: ({ registry }) => registry.fail(TAGS, status(401, "UNAUTHORIZED")),
    ...atRepository,
    problem: { code: "unauthorized", says: /data\/redis\/tags\/list: 401 Unauthorized/ },
  },
  {
    fault: "tokens expire in the middle",
    registry: ({ registry }) =>
      registry.fail(
        TAGS,
        (answer) => {
          registry.expireTokens();
          return answer;
        },
        1,
      ),
    ...unharmed,
  },
  {
    fault: "403 for one repository",
    registry: ({ registry }) => registry.fail(/\/v2\/data\/redis\//, status(403, "DENIED")),
    ...atRepository,
    problem: { code: "denied", says: /data\/redis.*403 Forbidden \(DENIED/ },
  },
  {
    fault: "deleted between list and read",
    registry: ({ registry }) => registry.fail(MANIFEST, status(404, "MANIFEST_UNKNOWN")),
    indexed: ETCD_NEW,
    problem: null,
    complete: true,
  },
  {
    fault: "a repository deleted between catalog and list",
    registry: ({ registry }) => registry.fail(TAGS, status(404, "NAME_UNKNOWN")),
    indexed: REDIS_GONE,
    problem: null,
    complete: true,
  },
  {
    fault: "429 that is over when it said so",
    registry: ({ registry }) => registry.fail(TAGS, rateLimited(1), 1),
    ...unharmed,
  },
  {
    fault: "429 for an hour",
    registry: ({ registry }) => registry.fail(CATALOG, rateLimited(3_600)),
    ...atListing,
    problem: { code: "rate-limited", says: /_catalog: 429 Too Many Requests/ },
  },
  {
    fault: "429 that does not say how long",
    registry: ({ registry }) => registry.fail(TAGS, rateLimited(null)),
    ...atRepository,
    problem: { code: "rate-limited", says: /tags\/list: 429 Too Many Requests/ },
  },
  {
    fault: "a storm of 500 that passes",
    registry: ({ registry }) => registry.fail(/./, status(500), 2),
    ...unharmed,
  },
  {
    fault: "a storm of 500 that does not",
    registry: ({ registry }) => registry.fail(/\/v2\//, status(500)),
    ...atListing,
    problem: { code: "unavailable", says: /_catalog: 500 Internal Server Error/ },
  },
  {
    fault: "truncated body",
    registry: ({ registry }) => registry.fail(MANIFEST, delivered({ cutAfter: 20 })),
    ...atRelease,
    problem: { code: "unavailable", says: /data\/redis:1\.1\.0: GET / },
  },
  {
    fault: "wrong digest",
    registry: ({ registry }) => registry.fail(BLOB, otherBytes(flipLastByte)),
    ...atRelease,
    problem: { code: "digest-mismatch", says: /data\/redis:1\.1\.0: / },
  },
  {
    fault: "wrong size",
    registry: ({ registry }) =>
      registry.fail(
        BLOB,
        otherBytes((body) => body.subarray(0, -1)),
      ),
    ...atRelease,
    problem: { code: "digest-mismatch", says: /data\/redis:1\.1\.0: / },
  },
  {
    fault: "a manifest of 4 GB, as declared",
    registry: ({ registry }) => registry.fail(MANIFEST, header("content-length", String(4 * 1024 ** 3))),
    ...atRelease,
    problem: { code: "too-large", says: /more than 4194304 bytes/ },
  },
  {
    fault: "a manifest that never ends",
    registry: ({ registry }) => registry.fail(MANIFEST, delivered({ endless: true })),
    ...atRelease,
    problem: { code: "too-large", says: /more than 4194304 bytes/ },
  },
  {
    fault: "endless pages",
    registry: ({ registry }) => registry.fail(TAGS, endlessPages("tags", 50_000)),
    ...atRepository,
    problem: { code: "bad-response", says: /more than 500000 entries/ },
  },
  {
    fault: "a catalog whose Link leads back to it",
    registry: ({ registry }) => registry.fail(CATALOG, header("link", '</v2/_catalog?n=100>; rel="next"')),
    ...atCatalogsEnd,
    problem: { code: "bad-response", says: /_catalog: the pages lead in a circle$/ },
  },
  {
    fault: "a catalog that names the same on every page",
    registry: ({ registry }) =>
      registry.fail(
        CATALOG,
        furtherPages((right) => right.body),
      ),
    ...atCatalogsEnd,
    problem: { code: "bad-response", says: /_catalog: a page that names nothing new$/ },
  },
  {
    fault: "a catalog that goes on with ever new names",
    registry: ({ registry }) =>
      registry.fail(
        CATALOG,
        furtherPages((_, page) => Buffer.from(JSON.stringify({ repositories: [`invented/${page}`] }))),
      ),
    ...atCatalogsEnd,
    problem: { code: "bad-response", says: /_catalog: 1001 entries on 1000 pages, and no end$/ },
  },
  {
    fault: "Link to another host",
    registry: ({ registry }) =>
      registry.fail(CATALOG, header("link", '<https://other.example/v2/_catalog?sig=secret>; rel="next"')),
    ...atListing,
    problem: { code: "bad-response", says: /another origin, https:\/\/other\.example$/ },
  },
  {
    fault: "redirect loop",
    registry: ({ registry }) => registry.fail(CATALOG, redirect("/v2/_catalog?sig=secret")),
    ...atListing,
    problem: { code: "bad-response", says: /more than 5 redirects/ },
  },
  {
    fault: "redirect to the cloud's metadata",
    registry: ({ registry }) => registry.fail(BLOB, redirect("http://169.254.169.254/latest?sig=secret")),
    ...atRelease,
    problem: { code: "bad-response", says: /169\.254\.169\.254/ },
  },
  {
    fault: "HTML instead of JSON",
    registry: ({ registry }) => registry.fail(CATALOG, html()),
    ...atListing,
    problem: { code: "bad-response", says: /not JSON but text\/html/ },
  },
  {
    fault: "gzip bomb",
    registry: ({ registry }) =>
      registry.fail(TAGS, (answer) => ({
        ...answer,
        headers: { ...answer.headers, "content-encoding": "gzip" },
        body: gzipSync(Buffer.alloc(32 * 1024 * 1024)),
      })),
    ...atRepository,
    problem: { code: "bad-response", says: /content-encoding gzip was not asked for/ },
  },
  {
    fault: "a tag that moves while it is read",
    registry: (index) => moveOnRead(index, () => undefined),
    ...unharmed,
  },
  {
    fault: "a tag that moves while it is read, away from content that is deleted",
    registry: (index) =>
      moveOnRead(index, () => index.registry.repositories.get("data/redis")?.blobs.clear()),
    ...atRelease,
    problem: { code: "not-found", says: /data\/redis:1\.1\.0: .*404 Not Found/ },
  },
];

/** Every page leads to one more, which is given by the right answer and its own number. */
function furtherPages(bodyOf: (right: Answer, page: number) => Uint8Array): Fault {
  let page = 0;
  return (right) => {
    if (right.status !== 200) return right;
    page += 1;
    const link = `</v2/_catalog?page=${page}>; rel="next"`;
    const body = page === 1 ? right.body : bodyOf(right, page);
    return { ...right, headers: { ...right.headers, link }, body };
  };
}

/** Between the answer to its manifest and the reading of its layer, the tag is pushed again. */
async function moveOnRead(index: IndexHarness, afterwards: () => void): Promise<void> {
  const moved = await chartArchive({ name: "redis", version: "1.1.0", files: { "README.md": "moved" } });
  const move = () => {
    afterwards();
    index.registry.push("data/redis", "1.1.0", { layers: [{ content: moved }] });
  };
  index.registry.fail(
    MANIFEST,
    (answer) => {
      move();
      return answer;
    },
    1,
  );
}

function flipLastByte(body: Uint8Array): Uint8Array {
  return Uint8Array.from(body, (byte, at) => (at === body.length - 1 ? byte ^ 1 : byte));
}
