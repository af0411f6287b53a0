import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { startFakeRegistry } from "../support/fake-registry.ts";
import { collect, failureOf, hurriedClient } from "../support/fake-registry-client.ts";
import { hurriedLister, series } from "../support/vendors/fake-api.ts";
import { startFakeZot, ZOT_USER } from "../support/vendors/fake-zot.ts";

const open = series("acme/charts/open", 130);
const closed = series("acme/charts/closed", 130);
const REPOSITORIES = {
  ...Object.fromEntries(open.map((name) => [name, "public"] as const)),
  ...Object.fromEntries(closed.map((name) => [name, "private"] as const)),
};

describe("zot", () => {
  const cases = [
    ["a stranger gets what is public", "may read", null, open],
    [
      "an account gets what it may read, though strangers are let in",
      "may read",
      ZOT_USER,
      [...closed, ...open],
    ],
    [
      "an account gets what it may read where strangers get nothing",
      "may not",
      ZOT_USER,
      [...closed, ...open],
    ],
  ] as const;
  for (const [what, strangers, credentials, expected] of cases) {
    for (const vendor of ["zot", null] as const) {
      test(`${what}${vendor === null ? ", unnamed" : ""}`, async (t) => {
        const fake = await startFakeZot(REPOSITORIES, strangers);
        const client = hurriedClient(fake.url, { credentials });
        t.after(async () => {
          await client.close();
          await fake.stop();
        });
        const lister = hurriedLister(vendor, { registry: fake.url, credentials, client });
        assert.deepEqual(await collect(lister.repositories()), expected);
      });
    }
  }

  test("a wrong password is told as such, and not taken for a stranger's", async (t) => {
    const fake = await startFakeZot(REPOSITORIES, "may read");
    const credentials = { username: ZOT_USER.username, password: "old" };
    const client = hurriedClient(fake.url, { credentials });
    t.after(async () => {
      await client.close();
      await fake.stop();
    });
    const lister = hurriedLister(null, { registry: fake.url, credentials, client });
    assert.equal((await failureOf(collect(lister.repositories()))).code, "unauthorized");
  });

  test("an account that is taken only as a token goes through the catalog", async (t) => {
    const registry = await startFakeRegistry({ auth: { kind: "token", user: ZOT_USER } });
    for (const name of open) registry.push(name, "1.0.0");
    const client = hurriedClient(registry.url, { credentials: ZOT_USER });
    t.after(async () => {
      await client.close();
      await registry.stop();
    });
    const lister = hurriedLister("zot", { registry: registry.url, credentials: ZOT_USER, client });
    assert.deepEqual(await collect(lister.repositories()), open);
  });
});
