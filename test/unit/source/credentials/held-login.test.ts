import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { RegistryError } from "#lib/oci/errors.ts";
import { leaseUntil } from "#lib/source/credentials/cloud-exchange.ts";
import { createHeldLogin } from "#lib/source/credentials/held-login.ts";
import { failureOf } from "#test/support/fake-registry-client.ts";

const PAUSE_MS = 30_000;

/** A cloud that gives `token-1`, `token-2`, … for an hour each, to be renewed after 55 minutes, while it is up. */
function startCloud() {
  const clock = { now: 0 };
  const cloud = { up: true, asked: 0 };
  const renew = async () => {
    cloud.asked += 1;
    if (!cloud.up) throw new RegistryError("unavailable", "the cloud is down");
    return {
      login: { identityToken: `token-${cloud.asked}` },
      renewAfterMs: 55 * 60_000,
      lastsMs: 60 * 60_000,
    };
  };
  return { clock, cloud, held: createHeldLogin(renew, PAUSE_MS, () => clock.now) };
}

describe("a held login", () => {
  test("is asked for once by all who ask together, and renewed before it ends", async () => {
    const { clock, cloud, held } = startCloud();
    const [first, ...others] = await Promise.all(Array.from({ length: 20 }, () => held.read()));
    for (const other of others) assert.equal(other, first);
    clock.now = 55 * 60_000 - 1;
    assert.equal(await held.read(), first);
    clock.now += 1;
    const renewed = await Promise.all([held.read(), held.read()]);
    assert.deepEqual(renewed, [{ identityToken: "token-2" }, { identityToken: "token-2" }]);
    assert.equal(cloud.asked, 2);
  });

  test("is offered to its end while it cannot be renewed, which is tried now and then", async () => {
    const { clock, cloud, held } = startCloud();
    const first = await held.read();
    cloud.up = false;
    clock.now = 55 * 60_000;
    assert.equal(await held.read(), first);
    clock.now += PAUSE_MS - 1;
    assert.equal(await held.read(), first);
    assert.equal(cloud.asked, 2);
    clock.now = 60 * 60_000;
    assert.equal((await failureOf(held.read())).message, "the cloud is down");
    assert.equal(cloud.asked, 3);
  });

  test("that is refused is renewed by the first who says so, and kept by those who come late", async () => {
    const { clock, cloud, held } = startCloud();
    const first = await held.read();
    clock.now = PAUSE_MS;
    const [one, other] = await Promise.all([held.read(first), held.read(first)]);
    assert.deepEqual([one, other], [{ identityToken: "token-2" }, { identityToken: "token-2" }]);
    assert.equal(await held.read(first), one);
    assert.equal(await held.read(one), one);
    assert.equal(cloud.asked, 2);
  });

  test("that had ended when it came, for a clock that is fast, is not asked for with every request", async () => {
    const clock = { now: 0 };
    let asked = 0;
    const renew = async () => {
      asked += 1;
      return { login: { identityToken: `token-${asked}` }, renewAfterMs: 0, lastsMs: 0 };
    };
    const held = createHeldLogin(renew, PAUSE_MS, () => clock.now);
    const first = await held.read();
    clock.now = PAUSE_MS - 1;
    assert.equal(await held.read(), first);
    clock.now = PAUSE_MS;
    assert.deepEqual(await held.read(), { identityToken: "token-2" });
  });

  test("that is refused is not offered again when there is no other", async () => {
    const { clock, cloud, held } = startCloud();
    const first = await held.read();
    clock.now = PAUSE_MS;
    cloud.up = false;
    assert.equal((await failureOf(held.read(first))).code, "unavailable");
  });
});

test("a lease is renewed five minutes before its end, or after nine tenths of a shorter one", () => {
  const login = { identityToken: "token" };
  const minutes = (ms: number) => Math.round(ms / 6_000) / 10;
  for (const [lasts, renewAfter] of [
    [180, 175],
    [50, 45],
    [10, 9],
    [-1, 0],
  ] as const) {
    const lease = leaseUntil(login, Date.now() + lasts * 60_000);
    assert.deepEqual([minutes(lease.lastsMs), minutes(lease.renewAfterMs)], [Math.max(0, lasts), renewAfter]);
  }
});
