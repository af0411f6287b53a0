import assert from "node:assert/strict";
import { syncBuiltinESMExports } from "node:module";
import { describe, test } from "node:test";
import { RegistryError, type RegistryErrorCode } from "#lib/oci/errors.ts";
import { createRetrier } from "#lib/oci/retry.ts";
import { failureOf } from "#test/support/fake-registry-client.ts";

const quick = { attempts: 3, baseMs: 1, maxWaitMs: 100 };

/** A read that fails so, so many times, and then succeeds; `tries` counts. */
function failing(error: RegistryError, times: number) {
  const read = async () => {
    read.tries += 1;
    if (read.tries <= times) throw error;
    return "read";
  };
  read.tries = 0;
  return read;
}

describe("createRetrier", () => {
  test("tries again what may pass, so often and no more", async () => {
    for (const code of ["unavailable", "rate-limited"] as const) {
      const twice = failing(new RegistryError(code, "x"), 2);
      assert.equal(await createRetrier(quick).run("x", twice, undefined), "read");
      const always = failing(new RegistryError(code, "x"), 9);
      assert.equal((await failureOf(createRetrier(quick).run("x", always, undefined))).code, code);
      assert.equal(always.tries, 3);
    }
  });

  const lasting: readonly RegistryErrorCode[] = [
    "unauthorized",
    "denied",
    "not-found",
    "timeout",
    "bad-response",
    "digest-mismatch",
    "too-large",
    "cancelled",
  ];
  for (const code of lasting) {
    test(`does not try ${code} again`, async () => {
      const read = failing(new RegistryError(code, "x"), 9);
      await failureOf(createRetrier(quick).run("x", read, undefined));
      assert.equal(read.tries, 1);
    });
  }

  for (const code of [
    "ENOTFOUND",
    "CERT_HAS_EXPIRED",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "ERR_TLS_CERT_ALTNAME_INVALID",
  ]) {
    test(`does not try ${code} again, which only a person can mend`, async () => {
      const cause = Object.assign(new Error("x"), { code });
      const read = failing(new RegistryError("unavailable", "x", { cause }), 9);
      await failureOf(createRetrier(quick).run("x", read, undefined));
      assert.equal(read.tries, 1);
    });
  }

  test("waits longer from one try to the next, and not all equally long", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout", "Date"], now: 0 });
    // The module under test has taken its timers already.
    syncBuiltinESMExports();
    t.after(() => {
      t.mock.timers.reset();
      syncBuiltinESMExports();
    });
    const retrier = createRetrier({ attempts: 3, baseMs: 60, maxWaitMs: 1_000 });
    const tries = Array.from({ length: 20 }, (): number[] => []);
    const running = tries.map((times) =>
      failureOf(
        retrier.run(
          "x",
          async () => {
            times.push(Date.now());
            throw new RegistryError("unavailable", "x");
          },
          undefined,
        ),
      ),
    );
    for (let ms = 0; ms < 1_000 && tries.some(({ length }) => length < 3); ms += 1) {
      await new Promise(setImmediate);
      t.mock.timers.tick(1);
    }
    await Promise.all(running);
    for (const [first = 0, second = 0, third = 0] of tries) {
      assert.ok(second - first >= 30 && second - first <= 61, `${second - first} ms`);
      assert.ok(third - second >= 60 && third - second <= 121, `${third - second} ms`);
    }
    assert.ok(new Set(tries.map(([, second]) => second)).size > 1);
  });

  for (const code of ["rate-limited", "unavailable"] as const) {
    test(`waits as long as a registry that is ${code} asks`, async () => {
      const read = failing(new RegistryError(code, "x", { retryAfterMs: 80 }), 1);
      const started = performance.now();
      assert.equal(await createRetrier(quick).run("x", read, undefined), "read");
      assert.ok(performance.now() - started >= 79);
    });
  }

  test("makes all other reads wait too", async () => {
    const retrier = createRetrier(quick);
    const limited = failing(new RegistryError("rate-limited", "x", { retryAfterMs: 80 }), 1);
    const started = performance.now();
    const first = retrier.run("x", limited, undefined);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const other = failing(new RegistryError("unavailable", "x"), 0);
    await Promise.all([first, retrier.run("y", other, undefined)]);
    assert.ok(performance.now() - started >= 79);
  });

  test("fails at once, and sends nothing more, when the registry asks for too long a pause", async () => {
    const retrier = createRetrier(quick);
    const limited = failing(new RegistryError("rate-limited", "x", { retryAfterMs: 3_600_000 }), 9);
    assert.equal((await failureOf(retrier.run("x", limited, undefined))).retryAfterMs, 3_600_000);
    const other = failing(new RegistryError("unavailable", "x"), 0);
    const failure = await failureOf(retrier.run("GET https://r/v2/", other, undefined));
    assert.equal(failure.message, "GET https://r/v2/: not sent, the registry asked for a pause");
    assert.deepEqual([failure.code, other.tries, limited.tries], ["rate-limited", 0, 1]);
    // An hour was asked for, but no answer silences a registry for longer than a quarter of one.
    assert.ok((failure.retryAfterMs ?? 0) <= 15 * 60_000);
  });

  test("stops waiting when the caller gives up", async () => {
    const controller = new AbortController();
    const read = failing(new RegistryError("unavailable", "x"), 9);
    const running = createRetrier({ attempts: 3, baseMs: 60_000, maxWaitMs: 60_000 }).run(
      "x",
      read,
      controller.signal,
    );
    setTimeout(() => controller.abort(new Error("enough")), 5);
    const failure = await failureOf(running);
    assert.deepEqual([failure.code, String(failure.cause)], ["cancelled", "Error: enough"]);
  });
});
