import assert from "node:assert/strict";
import { test } from "node:test";
import { RetryDelays } from "#lib/indexer/retry-delays.ts";
import { RegistryError } from "#lib/oci/errors.ts";
import { repositoryName, tagName } from "../../support/fake-registry-client.ts";

const place = [repositoryName("data/redis"), tagName("1.0.0")] as const;
const error = new RegistryError("timeout", "no answer");
const MINUTE = 60_000;

test("a failure is tried again at the next pass, then less and less often, but once a day", () => {
  const delays = new RetryDelays(5 * MINUTE);
  const waits: number[] = [];
  let now = 0;
  for (let time = 0; time < 12; time += 1) {
    delays.failed(...place, error, now);
    const failedAt = now;
    while (delays.standing(...place, now) !== "due") {
      assert.equal(delays.standing(...place, now), error);
      now += MINUTE;
    }
    waits.push((now - failedAt) / MINUTE);
  }
  assert.deepEqual(waits, [0, 5, 15, 35, 75, 155, 315, 635, 1275, 1440, 1440, 1440]);
});

test("what succeeds starts anew, and concerns its own tag alone", () => {
  const delays = new RetryDelays(MINUTE);
  delays.failed(...place, error, 0);
  delays.failed(...place, error, 0);
  assert.equal(delays.standing(place[0], tagName("2.0.0"), 0), null);
  delays.succeeded(...place);
  assert.equal(delays.standing(...place, 0), null);
  delays.failed(...place, error, 0);
  assert.equal(delays.standing(...place, 0), "due");
});
