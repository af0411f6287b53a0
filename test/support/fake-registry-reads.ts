import { after, beforeEach } from "node:test";
import type { CallOptions, RegistryClient } from "#lib/oci/registry-client.ts";
import { type FakeRegistry, startFakeRegistry } from "./fake-registry.ts";
import { collect, hurriedClient, repositoryName, tagName, textOf } from "./fake-registry-client.ts";
import type { Pushed } from "./fake-registry-content.ts";

/** The one chart of the registry below. */
export const redis = repositoryName("team/redis");
export const tag = tagName("1.0.0");

/** Short enough to be waited for. */
export const SHORT = { connectMs: 500, headersMs: 200, idleMs: 200, bodyMs: 400 };

/** The kinds of answers a client reads. */
export const KINDS = ["catalog", "tags", "manifest", "blob"] as const;
export type Kind = (typeof KINDS)[number];

/** A fake registry with one chart, a client with little patience, and one whole read of each kind. */
export interface OneChart {
  readonly fake: FakeRegistry;
  readonly client: RegistryClient;
  readonly pushed: Pushed;
  read(kind: Kind, options?: CallOptions): Promise<unknown>;
}

/** Starts them before the tests of this file and ends them after; each test meets a registry without faults. */
export async function startOneChart(): Promise<OneChart> {
  const fake = await startFakeRegistry();
  const client = hurriedClient(fake.url, { timeouts: SHORT });
  const pushed = fake.push(redis, tag, { layers: [{ content: "the archive" }] });
  beforeEach(() => {
    fake.mend();
    fake.requests.length = 0;
  });
  after(async () => {
    await client.close();
    await fake.stop();
  });
  return {
    fake,
    client,
    pushed,
    async read(kind, options = {}) {
      if (kind === "catalog") return collect(client.repositories(options));
      if (kind === "tags") return collect(client.tags(redis, options));
      if (kind === "manifest") return client.manifest(redis, tag, options);
      return textOf(await client.blob(redis, pushed.layers[0] ?? pushed.config, options));
    },
  };
}
