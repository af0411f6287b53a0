import assert from "node:assert/strict";
import { describe, type TestContext, test } from "node:test";
import type { RepositoryLister } from "#lib/oci/registry-client.ts";
import { collect, failureOf, repositoryName } from "../support/fake-registry-client.ts";
import { hurriedLister, NO_CATALOG, series } from "../support/vendors/fake-api.ts";
import { QUAY_TOKEN, startFakeQuay } from "../support/vendors/fake-quay.ts";

const open = series("acme/charts/open", 150);
const closed = series("acme/charts/closed", 150);
const OWNED = { username: "$oauthtoken", password: QUAY_TOKEN };
const ROBOT = { username: "acme+indexer", password: "robot-token" };

async function start(t: TestContext) {
  const fake = await startFakeQuay({
    ...Object.fromEntries(open.map((name) => [name, "public"])),
    ...Object.fromEntries(closed.map((name) => [name, "private"])),
    "other/thing": "public",
    "apps/legacy": "public",
  });
  t.after(() => fake.stop());
  return fake;
}

/** What a robot's catalog holds: its own, nothing public. */
const robotCatalog: RepositoryLister = {
  async *repositories() {
    yield* ["acme/charts/closed-001", "acme/charts/open-001"].map(repositoryName);
  },
};

describe("Quay", () => {
  const cases = [
    ["a stranger gets what is public", null, [], NO_CATALOG, [...open, "other/thing"]],
    ["a stranger gets what is public in the wanted namespaces", null, ["acme/**"], NO_CATALOG, open],
    ["an application's token gets what is private too", OWNED, ["acme/**"], NO_CATALOG, [...open, ...closed]],
    [
      "a robot gets what its catalog holds",
      ROBOT,
      [],
      robotCatalog,
      ["acme/charts/closed-001", "acme/charts/open-001"],
    ],
    [
      "a robot gets what is public in the wanted namespaces beside it, each once",
      ROBOT,
      ["acme/**"],
      robotCatalog,
      [...open, "acme/charts/closed-001"],
    ],
  ] as const;
  for (const [what, credentials, include, client, expected] of cases) {
    test(what, async (t) => {
      const fake = await start(t);
      const lister = hurriedLister("quay", { registry: fake.url, credentials, include, client });
      assert.deepEqual((await collect(lister.repositories())).sort(), [...expected].sort());
      const sent = new Set(fake.requests.map(({ headers }) => headers.authorization));
      assert.equal(sent.has(`Bearer ${ROBOT.password}`), false, "a robot's token is not shown to the API");
    });
  }

  test("is recognised by the realm of its tokens", async (t) => {
    const fake = await start(t);
    const lister = hurriedLister(null, { registry: fake.url, include: ["other/**"] });
    assert.deepEqual(await collect(lister.repositories()), ["other/thing"]);
  });

  test("of quay.io nobody lists everything", async (t) => {
    const fake = await start(t);
    const lister = hurriedLister("quay", { registry: new URL("https://quay.io"), api: fake.url });
    const failure = await failureOf(collect(lister.repositories()));
    assert.match(failure.message, /^quay\.io lists by owner: begin each glob of `include` with one/);
    assert.equal(fake.requests.length, 0);
  });
});
