import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { registerHooks } from "node:module";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";

// Next.js resolves this package to an empty module on the server; anywhere else it throws.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "server-only"
      ? { url: "data:text/javascript,", shortCircuit: true }
      : next(specifier, context),
});

type Params = Readonly<Record<string, string | readonly string[]>>;
type Route = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

/** The routes of `app/` behind a plain web server, without Next.js: what a program is answered, in a second. */
export interface ServedRoutes {
  readonly url: string;
  /** `200 GET /path` of each answer, in their order. */
  readonly log: string[];
  stop(): Promise<void>;
}

/** Serves route files, named as in `app/`: `helm/[...path]`. They read their configuration from the environment, as ever. */
export async function serveRoutes(names: readonly string[]): Promise<ServedRoutes> {
  const routes = await Promise.all(
    names.map(async (name) => ({
      pattern: patternOf(name),
      methods: (await import(`../../app/${name}/route.ts`)) as Readonly<Record<string, Route>>,
    })),
  );
  const log: string[] = [];

  async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host}`);
    const method = incoming.method ?? "GET";
    for (const { pattern, methods } of routes) {
      const found = pattern.exec(url.pathname);
      const route = methods[method];
      if (found === null || route === undefined) continue;
      const headers = new Headers(incoming.headers as Record<string, string>);
      const body = method === "POST" ? { body: Readable.toWeb(incoming) as BodyInit, duplex: "half" } : {};
      const request = new Request(url, { method, headers, ...body });
      const answer = await route(request, { params: Promise.resolve(paramsOf(found.groups)) });
      outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
      if (answer.body === null) outgoing.end();
      else await pipeline(Readable.fromWeb(answer.body as NodeReadableStream), outgoing);
      log.push(`${answer.status} ${method} ${url.pathname}${url.search}`);
      return;
    }
    outgoing.writeHead(404).end();
  }

  const server = createServer((incoming, outgoing) => {
    respond(incoming, outgoing).catch((error: unknown) => {
      log.push(`broken ${incoming.url}: ${error}`);
      outgoing.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    log,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function patternOf(name: string): RegExp {
  const source = name
    .replaceAll(".", "\\.")
    .replaceAll(/\[\\\.\\\.\\\.(\w+)\]/g, "(?<rest_$1>.+)")
    .replaceAll(/\[(\w+)\]/g, "(?<$1>[^/]+)");
  return new RegExp(`^/${source}$`);
}

function paramsOf(groups: Readonly<Record<string, string>> | undefined): Params {
  return Object.fromEntries(
    Object.entries(groups ?? {}).map(([key, value]) =>
      key.startsWith("rest_")
        ? [key.slice("rest_".length), value.split("/").map(decodeURIComponent)]
        : [key, decodeURIComponent(value)],
    ),
  );
}
