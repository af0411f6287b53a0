import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Reach, reachOf } from "#lib/oci/network-address.ts";

/** The smallest PNG: one pixel. */
export const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A host of pictures that answers each path as it is told to. */
export interface PictureHost {
  readonly origin: string;
  readonly port: number;
  readonly requests: IncomingMessage[];
  /** Requests that are being answered, and the most there were at once. */
  readonly load: { now: number; most: number };
  stop(): Promise<void>;
}

/** How one path is answered. */
export type PictureHandler = (response: ServerResponse, request: IncomingMessage) => void;

/** Starts one on 127.0.0.1; paths it does not know are 404. */
export async function startPictureHost(
  handlers: Readonly<Record<string, PictureHandler>>,
): Promise<PictureHost> {
  const requests: IncomingMessage[] = [];
  const load = { now: 0, most: 0 };
  const server = createServer((request, response) => {
    requests.push(request);
    load.now += 1;
    load.most = Math.max(load.most, load.now);
    response.on("close", () => {
      load.now -= 1;
    });
    const path = new URL(request.url ?? "/", "http://host").pathname;
    const handler = handlers[path] ?? handlers["*"];
    if (handler === undefined) response.writeHead(404).end();
    else handler(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    requests,
    load,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Judges addresses as ever, but for 127.0.0.1, which stands for the rest of the world. */
export function judgeForTests(address: string): Reach {
  return address === "127.0.0.1" ? "public" : reachOf(address);
}

/** Sends bytes as what they are said to be. */
export const sends =
  (bytes: Buffer | string, headers: Readonly<Record<string, string>> = {}): PictureHandler =>
  (response) => {
    response.writeHead(200, { "content-type": "image/png", ...headers }).end(bytes);
  };

/** Leads on. */
export const leadsTo =
  (location: string, status = 302): PictureHandler =>
  (response) => {
    response.writeHead(status, { location }).end("moved");
  };
