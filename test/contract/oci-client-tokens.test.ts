import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { RegistryClient } from "#lib/oci/registry-client.ts";
import { type Distribution, startDistribution } from "#test/support/distribution.ts";
import { pushContent } from "#test/support/distribution-push.ts";
import {
  collect,
  failureOf,
  hurriedClient,
  repositoryName,
  tagName,
  textOf,
} from "#test/support/fake-registry-client.ts";
import { createRegistryContent, type Pushed } from "#test/support/fake-registry-content.ts";
import { startTokenService, type TokenService, type TokenUser } from "#test/support/token-service.ts";

const redis = repositoryName("team/redis");
const secret = repositoryName("team/secret");
const tag = tagName("1.0.0");
const PULL = "repository:team/redis:pull";
const CATALOG = "registry:catalog:*";
const ada: TokenUser = { username: "ada", password: "correct horse: battery", scopes: [PULL, CATALOG] };
const eve: TokenUser = { username: "eve", password: "eavesdrop", scopes: [] };
/** Distribution takes a token for a minute beyond its end. */
const ENDED_SECONDS = -61;

describe("Distribution with tokens, which it verifies itself", () => {
  let folder: string;
  let service: TokenService;
  let registry: Distribution;
  let pushed: Pushed;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "tokens-"));
    const content = createRegistryContent();
    pushed = content.push(redis, tag, { layers: [{ content: "the archive" }] });
    content.push(secret, tag);
    const open = await startDistribution({ folder });
    await pushContent(open.url, content).finally(() => open.stop());
    service = await startTokenService([ada, eve]);
    registry = await startDistribution({ folder, tokens: service });
  });
  after(async () => {
    await registry?.stop();
    await service?.stop();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => service.setLifetime(300, 300));

  /** Runs with a client of this user, and tells for which scopes tokens were made. */
  async function as(
    credentials: Pick<TokenUser, "username" | "password"> | null,
    run: (client: RegistryClient) => Promise<void>,
  ): Promise<readonly (string | null)[]> {
    const earlier = service.made.length;
    const client = hurriedClient(registry.url, { credentials });
    await run(client).finally(() => client.close());
    return service.made.slice(earlier);
  }

  test("is read with one token for each scope", async () => {
    const made = await as(ada, async (client) => {
      await client.ping();
      assert.deepEqual(await collect(client.repositories()), [redis, secret]);
      assert.deepEqual(await collect(client.tags(redis)), [tag]);
      const { descriptor } = await client.manifest(redis, tag);
      assert.equal(descriptor.digest, pushed.manifest.digest);
      const [layer] = pushed.layers;
      assert.ok(layer);
      assert.equal(await textOf(await client.blob(redis, layer)), "the archive");
    });
    assert.deepEqual(made, [null, CATALOG, PULL]);
  });

  test("shows nobody what they have no right to, whoever they are", async () => {
    for (const user of [ada, eve]) {
      const made = await as(user, async (client) => {
        const failure = await failureOf(client.manifest(secret, tag));
        assert.deepEqual([failure.code, failure.status], ["unauthorized", 401]);
        assert.doesNotMatch(failure.message, /eavesdrop|battery|Bearer/);
      });
      assert.equal(new Set(made).size, 1);
    }
    await as(eve, async (client) => {
      const failure = await failureOf(collect(client.repositories()));
      assert.deepEqual([failure.code, failure.status], ["unauthorized", 401]);
    });
  });

  test("turns away a wrong password, and nobody", async () => {
    for (const credentials of [{ ...ada, password: "wrong" }, null]) {
      const made = await as(credentials, async (client) => {
        assert.equal((await failureOf(client.manifest(redis, tag))).code, "unauthorized");
      });
      assert.deepEqual(made, []);
    }
  });

  test("is asked with a new token once the old one's time is over", async () => {
    service.setLifetime(1, 300);
    const made = await as(ada, async (client) => {
      await client.resolve(redis, tag);
      await sleep(1_000);
      await client.resolve(redis, tag);
    });
    assert.deepEqual(made, [PULL, PULL]);
  });

  test("is read on when a token ends before it said it would", async () => {
    service.setLifetime(300, ENDED_SECONDS + 4);
    const made = await as(ada, async (client) => {
      await client.resolve(redis, tag);
      await sleep(4_000);
      service.setLifetime(300, 300);
      await client.resolve(redis, tag);
    });
    assert.deepEqual(made, [PULL, PULL]);
  });

  test("is not asked for ever when every token has ended", async () => {
    service.setLifetime(300, ENDED_SECONDS);
    const made = await as(ada, async (client) => {
      assert.equal((await failureOf(client.resolve(redis, tag))).code, "unauthorized");
    });
    assert.deepEqual(made, [PULL]);
  });
});
