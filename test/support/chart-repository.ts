import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A file of the repository, or what writes the whole answer itself. */
export type ServedFile =
  | Uint8Array
  | string
  | ((response: ServerResponse, headers: IncomingHttpHeaders) => void);

/** A web server over files, as chart repositories are; it notes what it was asked. */
export interface ChartRepository {
  /** The folder of index.yaml. */
  readonly url: URL;
  /** By path below the folder. */
  readonly files: Map<string, ServedFile>;
  /** `200 index.yaml` of each answer, in their order. */
  readonly log: string[];
  /** What the requests carried, in their order. */
  readonly authorizations: (string | undefined)[];
  stop(): Promise<void>;
}

/** Starts one on a free port. Files have an ETag, the length of their content. */
export async function startChartRepository(): Promise<ChartRepository> {
  const files = new Map<string, ServedFile>();
  const log: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const name = decodeURI((request.url ?? "").replace(/^\/charts\//, ""));
    const file = files.get(name);
    authorizations.push(request.headers.authorization);
    response.on("finish", () => log.push(`${response.statusCode} ${name}`));
    if (typeof file === "function") {
      file(response, request.headers);
      return;
    }
    const etag = `"${file?.length}"`;
    response.statusCode = file === undefined ? 404 : request.headers["if-none-match"] === etag ? 304 : 200;
    if (file !== undefined) response.setHeader("etag", etag);
    response.end(response.statusCode === 200 ? file : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}/charts/`),
    files,
    log,
    authorizations,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
