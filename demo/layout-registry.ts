import { stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { parseDigest, parseRepositoryName } from "#lib/oci/reference.ts";
import { readLayout, type StoredRepository } from "./layout-content.ts";
import { RegistryFault, sendBlob, sendError, sendJson } from "./registry-answers.ts";

export interface LayoutRegistry {
  /** Origin, without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

const DEFAULT_PAGE = 100;
const MAX_PAGE = 1000;

/**
 * Serves an OCI layout folder as a registry, read only: the pull half of the distribution specification 1.1 and
 * `_catalog`. A folder that is replaced while it runs is noticed. Rejects if the address cannot be listened on.
 */
export async function startLayoutRegistry(options: {
  readonly folder: string;
  readonly host?: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
}): Promise<LayoutRegistry> {
  const { folder, host = "127.0.0.1", port = 0 } = options;
  const content = await watchLayout(folder);
  const server = createServer((request, response) => {
    answer(request, response, content).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendError(response, error instanceof RegistryFault ? error : UNREADABLE);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

type Content = () => Promise<ReadonlyMap<string, StoredRepository>>;

const UNREADABLE = new RegistryFault(500, "UNKNOWN", "the layout cannot be read");

async function watchLayout(folder: string): Promise<Content> {
  const version = async () => {
    const { mtimeMs, ino } = await stat(join(folder, "index.json"));
    return `${ino} ${mtimeMs}`;
  };
  let seen = await version();
  let repositories = await readLayout(folder);
  return async () => {
    const now = await version();
    if (now !== seen) {
      repositories = await readLayout(folder);
      seen = now;
    }
    return repositories;
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, content: Content): Promise<void> {
  response.setHeader("Docker-Distribution-API-Version", "registry/2.0");
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    throw new RegistryFault(405, "UNSUPPORTED", "this registry is read only");
  }
  const { path, params } = readTarget(request.url ?? "/");
  if (path === "/v2/" || path === "/v2") return sendJson(response, {});
  const repositories = await content();
  if (path === "/v2/_catalog") {
    const page = readPage(path, params, [...repositories.keys()]);
    return sendJson(response, { repositories: page.items }, page.link);
  }

  const [, name = "", kind = "", reference = ""] =
    /^\/v2\/(.+)\/(manifests|blobs|tags)\/([^/]+)$/.exec(path) ?? [];
  if (kind === "") throw new RegistryFault(404, "NOT_FOUND", "no such address");
  if (parseRepositoryName(name) === null)
    throw new RegistryFault(400, "NAME_INVALID", "not a repository name");
  const repository = repositories.get(name);
  if (!repository) throw new RegistryFault(404, "NAME_UNKNOWN", `no repository ${name}`);
  if (kind === "tags") {
    if (reference !== "list") throw new RegistryFault(404, "NOT_FOUND", "no such address");
    const page = readPage(path, params, [...repository.tags.keys()]);
    return sendJson(response, { name, tags: page.items }, page.link);
  }
  if (kind === "manifests") {
    const manifest = repository.manifests.get(repository.tags.get(reference) ?? reference);
    if (!manifest) throw new RegistryFault(404, "MANIFEST_UNKNOWN", `no manifest ${reference} in ${name}`);
    return sendBlob(request, response, manifest, manifest.mediaType, parseDigest(reference) !== null);
  }
  if (parseDigest(reference) === null) throw new RegistryFault(400, "DIGEST_INVALID", "not a sha256 digest");
  const blob = repository.blobs.get(reference);
  if (!blob) throw new RegistryFault(404, "BLOB_UNKNOWN", `no blob ${reference} in ${name}`);
  return sendBlob(request, response, blob, "application/octet-stream", true);
}

function readTarget(target: string): { path: string; params: URLSearchParams } {
  const [path = "", query = ""] = target.split("?", 2);
  try {
    return { path: decodeURIComponent(path), params: new URLSearchParams(query) };
  } catch {
    throw new RegistryFault(400, "NAME_INVALID", "the address is not percent-encoded properly");
  }
}

/** One page in byte order, `n` names after `last`, and the Link header to the next (distribution spec, "Listing Tags"). */
function readPage(path: string, params: URLSearchParams, names: readonly string[]) {
  const n = params.get("n") ?? String(DEFAULT_PAGE);
  if (!/^\d{1,6}$/.test(n) || Number(n) > MAX_PAGE) {
    throw new RegistryFault(400, "PAGINATION_NUMBER_INVALID", `n is a number from 0 to ${MAX_PAGE}`);
  }
  const last = params.get("last");
  const rest = names.filter((name) => last === null || name > last).sort();
  const items = rest.slice(0, Number(n));
  const end = items.at(-1);
  if (end === undefined || items.length === rest.length) return { items, link: null };
  return { items, link: `<${path}?${new URLSearchParams({ n, last: end })}>; rel="next"` };
}
