import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type PacedRelease, planRechecks, recheckSince } from "#lib/indexer/pace.ts";
import type { Digest, Tag } from "#lib/oci/reference.ts";
import { repositoryName, tagName } from "../../support/fake-registry-client.ts";

const repository = repositoryName("data/redis");
const HOUR = 3_600_000;
const START = Date.parse("2026-11-01T00:00:00Z");

function release(tag: string, kind: PacedRelease["kind"] = "chart"): PacedRelease {
  return { tag: tagName(tag), digest: digestOf(tag), kind, version: tag };
}

function digestOf(text: string): Digest {
  return `sha256:${Buffer.from(text).toString("hex").padEnd(64, "0").slice(0, 64)}` as Digest;
}

const hundred = Array.from({ length: 100 }, (_, number) => release(`1.${number}.0`));
const paced = (releases: readonly PacedRelease[], since: number, now: number) => [
  ...planRechecks(releases, repository, { kind: "paced", since, now }),
];

describe("planRechecks", () => {
  test("the newest two versions and what is no version are asked about at every pass", () => {
    const releases = [...hundred, release("latest")];
    assert.deepEqual(paced(releases, START, START), ["latest", "1.99.0", "1.98.0"]);
  });

  test("every tag has its turn in a day, whatever the passes are like", () => {
    for (const minutes of [5, 60, 7 * 60, 30 * 60]) {
      const asked = new Set<Tag>();
      let since = START;
      while (since < START + 24 * HOUR) {
        const now = since + minutes * 60_000;
        for (const tag of paced(hundred, since, now)) asked.add(tag);
        since = now;
      }
      assert.equal(asked.size, 100, `a pass every ${minutes} minutes`);
    }
  });

  test("turns are spread: an hour asks about a few", () => {
    for (let hour = 0; hour < 24; hour += 1) {
      const asked = paced(hundred, START + hour * HOUR, START + (hour + 1) * HOUR).length;
      assert.ok(asked <= 20, `${asked} in hour ${hour}`);
    }
  });

  test("images are asked about in their turn only, however they are tagged", () => {
    assert.deepEqual(paced([release("latest", "other"), release("2.0.0", "other")], START, START), []);
  });

  test("an event has its tag asked about, and what points at its digest; a whole reading everything", () => {
    const tags = new Set([tagName("1.3.0")]);
    const digests = new Set([digestOf("1.4.0")]);
    assert.deepEqual(
      [...planRechecks(hundred, repository, { kind: "named", tags, digests })],
      ["1.3.0", "1.4.0"],
    );
    assert.equal(planRechecks(hundred, repository, { kind: "all" }).size, 100);
  });
});

describe("recheckSince", () => {
  test("a registry is asked for what is due, everything at first and when somebody asks", () => {
    assert.equal(recheckSince("registry", false, START), START);
    assert.equal(recheckSince("registry", false, null), null);
    assert.equal(recheckSince("registry", true, START), null);
  });

  test("an index.yaml or a folder tells every digest at once, so all are looked at in every pass", () => {
    for (const kind of ["repository", "layout"] as const) {
      const since = recheckSince(kind, false, START);
      assert.ok(since !== null);
      assert.equal(paced(hundred, since, START + 1).length, 100);
    }
  });
});
