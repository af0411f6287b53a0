import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { OCI_MANIFEST } from "#lib/oci/media-types.ts";
import { digestOf } from "../support/fake-registry-content.ts";

const CHILD = join(import.meta.dirname, "../support/measure-pass-memory.ts");
const REPOSITORIES = 100_000;
/** One repository in so many holds an image, the others nothing: what is measured is how many there are. */
const IMAGE_EVERY = 20;
/** Their names alone are about 10 MiB; half a kilobyte kept of each would be 50 more. */
const BOUND_MIB = 32;
const RUN_MS = 120_000;

const IMAGE = JSON.stringify({
  schemaVersion: 2,
  mediaType: OCI_MANIFEST,
  config: {
    mediaType: "application/vnd.oci.image.config.v1+json",
    digest: digestOf("{}"),
    size: 2,
  },
  layers: [],
});

/** A registry that makes its pages as they are asked for. */
async function startLargeRegistry() {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://registry");
    const answer = (json: unknown, headers = {}) =>
      response.writeHead(200, { "content-type": "application/json", ...headers }).end(JSON.stringify(json));
    if (url.pathname === "/v2/_catalog") {
      const first = Number(url.searchParams.get("last") ?? 0);
      const next = Math.min(first + 100, REPOSITORIES);
      const names = Array.from({ length: next - first }, (_, at) => nameOf(first + at));
      const link = { link: `</v2/_catalog?n=100&last=${next}>; rel="next"` };
      answer({ repositories: names }, next < REPOSITORIES ? link : {});
    } else if (url.pathname.endsWith("/tags/list")) {
      const number = Number(/-(\d+)\/tags/.exec(url.pathname)?.[1]);
      answer({ tags: number % IMAGE_EVERY === 0 ? ["latest"] : null });
    } else {
      const headers = { "content-type": OCI_MANIFEST, "docker-content-digest": digestOf(IMAGE) };
      response.writeHead(200, headers).end(IMAGE);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function nameOf(number: number): string {
  return `department-${number % 100}/team/application-${number}`;
}

test(`a pass over ${REPOSITORIES} repositories holds less than ${BOUND_MIB} MiB at a time`, async () => {
  await using registry = await startLargeRegistry();
  const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", CHILD, registry.url], {
    timeout: RUN_MS,
  });
  const { heldBytes, ...seen } = JSON.parse(stdout);
  assert.deepEqual(seen, {
    repositories: REPOSITORIES,
    other: REPOSITORIES / IMAGE_EVERY,
    problems: [],
    complete: true,
  });
  assert.ok(heldBytes < BOUND_MIB * 1024 ** 2, `${Math.round(heldBytes / 1024 ** 2)} MiB`);
});
