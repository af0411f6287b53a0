import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { vendorOfHost } from "#lib/source/vendors/recognise-vendor.ts";
import { type Distribution, startDistribution } from "../support/distribution.ts";
import { pushContent } from "../support/distribution-push.ts";
import { startFakeRegistry } from "../support/fake-registry.ts";
import type { FakeAuth } from "../support/fake-registry-auth.ts";
import { collect, failureOf, hurriedClient } from "../support/fake-registry-client.ts";
import { createRegistryContent, type RegistryContent } from "../support/fake-registry-content.ts";
import { status } from "../support/fake-registry-faults.ts";
import { hurriedLister, series } from "../support/vendors/fake-api.ts";

const names = series("team/sub-group/chart", 230);
const USER = { username: "AWS", password: "twelve-hours" };

function fill(content: RegistryContent): void {
  for (const name of names) content.push(name, "1.0.0");
}

/** What each product's catalog has of its own. */
const subjects = [
  { vendor: "distribution", auth: { kind: "none" }, maxEntries: 1000, credentials: null },
  { vendor: "ecr", auth: { kind: "basic", user: USER }, maxEntries: 1000, credentials: USER },
  { vendor: "acr", auth: { kind: "token", user: USER }, maxEntries: 100, credentials: USER },
] as const satisfies readonly { vendor: string; auth: FakeAuth; maxEntries: number; credentials: unknown }[];

for (const { vendor, auth, maxEntries, credentials } of subjects) {
  describe(vendor, () => {
    test("is listed by its catalog, page after page", async (t) => {
      const registry = await startFakeRegistry({ auth, maxEntries, link: "relative" });
      fill(registry);
      const client = hurriedClient(registry.url, { credentials });
      t.after(async () => {
        await client.close();
        await registry.stop();
      });
      const lister = hurriedLister(vendor, { registry: registry.url, credentials, client });
      assert.deepEqual(await collect(lister.repositories()), names);
      assert.equal(registry.requests.filter(({ path }) => !/\/(_catalog|token)/.test(path)).length, 0);
    });
  });
}

describe("a registry nobody named", () => {
  let distribution: Distribution;
  before(async () => {
    distribution = await startDistribution();
    const content = createRegistryContent();
    for (const name of names.slice(0, 120)) content.push(name, "1.0.0");
    await pushContent(distribution.url, content);
  });
  after(() => distribution.stop());

  test("is taken for what it is: Distribution", async () => {
    assert.equal(vendorOfHost(distribution.url.hostname), null);
    const client = hurriedClient(distribution.url);
    try {
      const lister = hurriedLister(null, { registry: distribution.url, client });
      assert.deepEqual(await collect(lister.repositories()), names.slice(0, 120));
    } finally {
      await client.close();
    }
  });

  test("that does not answer is not taken for anything", async (t) => {
    const registry = await startFakeRegistry();
    t.after(() => registry.stop());
    for (const [code, expected] of [
      [500, "unavailable"],
      [403, "denied"],
      [404, "not-found"],
    ] as const) {
      registry.mend();
      registry.fail(/GET \/v2\/$/, status(code));
      const lister = hurriedLister(null, { registry: registry.url });
      assert.equal((await failureOf(collect(lister.repositories()))).code, expected);
    }
  });
});
