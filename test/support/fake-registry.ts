import { createServer, type IncomingMessage } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { parseDigest } from "#lib/oci/reference.ts";
import { createGate, type FakeAuth } from "./fake-registry-auth.ts";
import {
  createRegistryContent,
  type RegistryContent,
  type StoredRepository,
} from "./fake-registry-content.ts";
import {
  type Answer,
  deliver,
  type Fault,
  jsonAnswer,
  type LoggedRequest,
  readRequest,
} from "./fake-registry-faults.ts";

export interface FakeRegistryOptions {
  readonly auth?: FakeAuth;
  /** How the next page is named; zot and Distribution write relative addresses, others absolute ones. */
  readonly link?: "relative" | "absolute";
  /** The most entries a page may be asked for; more is a 400, as with Distribution. */
  readonly maxEntries?: number;
  /** Speaks https with this certificate. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** A registry in this process that speaks the pull API and does wrong what it is told to. */
export interface FakeRegistry extends RegistryContent {
  readonly url: URL;
  /** Host and port. */
  readonly host: string;
  /** Every request so far, oldest first. */
  readonly requests: LoggedRequest[];
  /** Answers requests whose `GET /path?query` matches with a fault, so many times; of several rules the first counts. */
  fail(pattern: RegExp, fault: Fault, times?: number): void;
  /** Forgets all faults. */
  mend(): void;
  expireTokens(): void;
  stop(): Promise<void>;
}

interface FaultRule {
  readonly pattern: RegExp;
  readonly fault: Fault;
  times: number;
}

/** Starts one on a free port of 127.0.0.1. */
export async function startFakeRegistry(options: FakeRegistryOptions = {}): Promise<FakeRegistry> {
  const content = createRegistryContent();
  const requests: LoggedRequest[] = [];
  let rules: FaultRule[] = [];
  let origin = "";
  const gate = createGate(options.auth ?? { kind: "none" }, () => origin);

  function answerTo(request: LoggedRequest): Answer {
    const url = new URL(request.path, origin);
    if (url.pathname === "/token") return gate.token(request);
    const refused = gate.check(request, scopeOf(url));
    return refused ?? answerApi(request, url, content, { ...options, origin });
  }

  const listener = async (incoming: IncomingMessage, response: Parameters<typeof deliver>[2]) => {
    const request = await readRequest(incoming);
    requests.push(request);
    const rule = rules.find(
      ({ pattern, times }) => times > 0 && pattern.test(`${request.method} ${request.path}`),
    );
    if (rule !== undefined) rule.times -= 1;
    const right = answerTo(request);
    deliver(rule === undefined ? right : rule.fault(right, request), request.method, response).catch(
      (error) => response.destroy(error),
    );
  };
  const server = options.tls === undefined ? createServer(listener) : createTlsServer(options.tls, listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  origin = `${options.tls === undefined ? "http" : "https"}://127.0.0.1:${port}`;

  return {
    ...content,
    url: new URL(origin),
    host: `127.0.0.1:${port}`,
    requests,
    fail: (pattern, fault, times = Number.POSITIVE_INFINITY) => {
      rules.push({ pattern, fault, times });
    },
    mend: () => {
      rules = [];
    },
    expireTokens: () => gate.expireTokens(),
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

const ROUTE = /^\/v2\/(?<name>.+)\/(?<kind>manifests|blobs|tags)\/(?<reference>[^/]+)$/;

function scopeOf(url: URL): string | null {
  if (url.pathname === "/v2/_catalog") return "registry:catalog:*";
  const name = ROUTE.exec(url.pathname)?.groups?.name;
  return name === undefined ? null : `repository:${name}:pull`;
}

interface ApiOptions extends FakeRegistryOptions {
  readonly origin: string;
}

function answerApi(request: LoggedRequest, url: URL, content: RegistryContent, options: ApiOptions): Answer {
  if (url.pathname === "/v2/") return jsonAnswer(200, {});
  if (url.pathname === "/v2/_catalog") {
    return answerPage(url, "repositories", [...content.repositories.keys()].sort(), options);
  }
  const { name = "", kind = "", reference = "" } = ROUTE.exec(url.pathname)?.groups ?? {};
  const repository = content.repositories.get(name);
  if (repository === undefined) return unknown("NAME_UNKNOWN");
  if (kind === "tags") {
    const tags = [...repository.tags.keys()].sort();
    return tags.length === 0 ? jsonAnswer(200, { name, tags: null }) : answerPage(url, "tags", tags, options);
  }
  return kind === "blobs"
    ? answerBlob(repository, reference)
    : answerManifest(request, repository, reference);
}

function answerPage(url: URL, field: string, all: readonly string[], options: ApiOptions): Answer {
  const most = options.maxEntries ?? 1000;
  const asked = url.searchParams.get("n");
  // Distribution refuses too much of the catalog and cuts too much of the tags.
  if (field === "repositories" && Number(asked) > most) {
    return jsonAnswer(400, { errors: [{ code: "PAGINATION_NUMBER_INVALID" }] });
  }
  const n = Math.min(Number(asked ?? 100), most);
  const last = url.searchParams.get("last") ?? "";
  const rest = all.filter((entry) => entry > last);
  const page = rest.slice(0, n);
  if (rest.length <= n) return jsonAnswer(200, { [field]: page });
  const base = options.link === "absolute" ? options.origin : "";
  const next = `${base}${url.pathname}?last=${encodeURIComponent(page.at(-1) ?? "")}&n=${n}`;
  return jsonAnswer(200, { [field]: page }, { link: `<${next}>; rel="next"` });
}

function answerManifest(request: LoggedRequest, repository: StoredRepository, reference: string): Answer {
  const digest = parseDigest(reference) ?? repository.tags.get(reference) ?? "";
  const stored = repository.manifests.get(digest);
  // Distribution hides a manifest of a kind that the request does not accept.
  const accepted = request.headers.accept?.includes(stored?.mediaType ?? "") ?? false;
  if (stored === undefined || !accepted) return unknown("MANIFEST_UNKNOWN");
  const headers = { "content-type": stored.mediaType, "docker-content-digest": digest };
  return { status: 200, headers, body: stored.bytes };
}

function answerBlob(repository: StoredRepository, digest: string): Answer {
  const bytes = repository.blobs.get(digest);
  if (bytes === undefined) return unknown("BLOB_UNKNOWN");
  const headers = { "content-type": "application/octet-stream", "docker-content-digest": digest };
  return { status: 200, headers, body: bytes };
}

function unknown(code: string): Answer {
  return jsonAnswer(404, { errors: [{ code, message: "not known to registry", detail: null }] });
}
