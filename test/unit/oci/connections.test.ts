import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Agent } from "undici";
import { createConnections, ForbiddenAddressError } from "#lib/oci/connections.ts";
import { type FakeRegistry, startFakeRegistry } from "#test/support/fake-registry.ts";
import { TEST_TLS } from "#test/support/fake-registry-tls.ts";

/** The cause a connection is refused for. */
async function refusal(agent: Agent, origin: string): Promise<unknown> {
  return agent.request({ origin, path: "/v2/", method: "GET" }).then(
    (answer) => answer.statusCode,
    (error: unknown) => error,
  );
}

describe("connections of a registry outside", () => {
  let inside: FakeRegistry;
  let agent: Agent;
  before(async () => {
    inside = await startFakeRegistry();
    // Never connected to, so it counts as what a registry is at worst: somebody else's.
    const registry = new URL("https://registry.example.com/v2/");
    agent = createConnections({ registry, ca: null, connections: 2, connectMs: 1_000 });
  });
  after(async () => {
    await agent.destroy();
    await inside.stop();
  });

  test("do not reach an address inside, written as such", async () => {
    const error = await refusal(agent, inside.url.origin);
    assert.ok(error instanceof ForbiddenAddressError, String(error));
    assert.equal(error.message, "leads to 127.0.0.1, an address inside the network");
  });

  // The name looks innocent; what counts is where it leads at the moment of connecting (DNS rebinding).
  test("do not reach an address inside behind a name", async () => {
    const error = await refusal(agent, `http://localhost:${inside.url.port}`);
    assert.ok(error instanceof ForbiddenAddressError, String(error));
    assert.match(error.message, /leads to localhost, an address inside the network \((127\.0\.0\.1|::1)\)/);
  });

  test("leave nothing behind at the machine inside", () => assert.deepEqual(inside.requests, []));
});

describe("connections of a registry inside", () => {
  test("reach the registry itself and its neighbours, but no metadata service", async () => {
    const registry = await startFakeRegistry();
    const neighbour = await startFakeRegistry();
    const agent = createConnections({ registry: registry.url, ca: null, connections: 2, connectMs: 1_000 });
    try {
      assert.equal(await refusal(agent, registry.url.origin), 200);
      assert.equal(await refusal(agent, neighbour.url.origin), 200);
      assert.equal(await refusal(agent, `http://localhost:${neighbour.url.port}`), 200);
      for (const origin of [
        "http://169.254.169.254",
        "http://[::ffff:169.254.169.254]",
        "http://[fe80::1]:80",
      ]) {
        assert.ok((await refusal(agent, origin)) instanceof ForbiddenAddressError, origin);
      }
    } finally {
      await agent.destroy();
      await Promise.all([registry.stop(), neighbour.stop()]);
    }
  });
});

describe("connections over TLS", () => {
  test("trust an authority of their own beside the usual ones", async () => {
    const registry = await startFakeRegistry({ tls: TEST_TLS });
    const common = { registry: registry.url, connections: 1, connectMs: 2_000 };
    const trusting = createConnections({ ...common, ca: TEST_TLS.cert });
    const wary = createConnections({ ...common, ca: null });
    try {
      assert.equal(await refusal(trusting, registry.url.origin), 200);
      const error = await refusal(wary, registry.url.origin);
      assert.equal(error instanceof Error && "code" in error && error.code, "DEPTH_ZERO_SELF_SIGNED_CERT");
    } finally {
      await Promise.all([trusting.destroy(), wary.destroy()]);
      await registry.stop();
    }
  });
});
