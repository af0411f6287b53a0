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
const FEW = 5_000;
const MANY = 100_000;
/** One repository in so many holds an image, the others nothing: what is measured is how many there are. */
const IMAGE_EVERY = 20;
/** All the memory JavaScript may have. The program itself, with nothing read, is about half of it. */
const HEAP_MIB = 64;
/** What many may hold more than few at a time; a hundred bytes kept of each would be 10. */
const HELD_MIB = 8;
/** What many may take more from the system: by garbage, whose share varies from run to run. */
const TAKEN_MIB = 48;
const RUN_MS = 150_000;

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

/** A registry of so many repositories that makes its pages as they are asked for. */
async function startLargeRegistry(repositories: number) {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://registry");
    const answer = (json: unknown, headers = {}) =>
      response.writeHead(200, { "content-type": "application/json", ...headers }).end(JSON.stringify(json));
    if (url.pathname === "/v2/_catalog") {
      const first = Number(url.searchParams.get("last") ?? 0);
      const next = Math.min(first + 100, repositories);
      const names = Array.from({ length: next - first }, (_, at) => nameOf(first + at));
      const link = { link: `</v2/_catalog?n=100&last=${next}>; rel="next"` };
      answer({ repositories: names }, next < repositories ? link : {});
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

async function measurePass(repositories: number) {
  await using registry = await startLargeRegistry(repositories);
  const limits = ["--expose-gc", `--max-heap-size=${HEAP_MIB}`];
  const { stdout } = await promisify(execFile)(process.execPath, [...limits, CHILD, registry.url], {
    timeout: RUN_MS,
  });
  const { heldBytes, takenBytes, ...seen } = JSON.parse(stdout);
  assert.deepEqual(seen, {
    repositories,
    other: repositories / IMAGE_EVERY,
    problems: [],
    complete: true,
  });
  return { held: heldBytes / 1024 ** 2, taken: takenBytes / 1024 ** 2 };
}

test(`a pass over ${MANY} repositories needs no more memory than one over ${FEW}`, async (context) => {
  const few = await measurePass(FEW);
  const many = await measurePass(MANY);
  const round = ({ held, taken }: typeof few) => `${Math.round(held)} MiB held, ${Math.round(taken)} taken`;
  context.diagnostic(`${FEW}: ${round(few)}; ${MANY}: ${round(many)}`);
  assert.ok(many.held - few.held < HELD_MIB, `${round(few)}, then ${round(many)}`);
  assert.ok(many.taken - few.taken < TAKEN_MIB, `${round(few)}, then ${round(many)}`);
});
