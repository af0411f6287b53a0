import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { listVersions, previousVersions } from "#lib/catalog/version-list.ts";
import {
  EVERY_VERSION,
  formatVersionListQuery,
  parseVersionListQuery,
  type VersionListQuery,
} from "#lib/catalog/version-list-query.ts";
import { withinProcessorTime } from "../../support/processor-time.ts";
import { summary } from "../components/chart/releases.ts";

const VERSIONS = [
  summary("2.0.0", { appVersion: "10.1", created: "2026-03-01T00:00:00.000Z" }),
  summary("2.0.0-rc.1", { channel: "prerelease", appVersion: "10.0" }),
  summary("1.10.0", { appVersion: "9.2-Debian", created: "2026-04-01T00:00:00.000Z" }),
  summary("1.2.0", { created: "2025-01-01T00:00:00.000Z", error: "broken" }),
  summary("1.1.0", { appVersion: "9.10" }),
  summary("latest", { channel: "other" }),
];
const listed = (query: Partial<VersionListQuery>, versions = VERSIONS) =>
  listVersions(versions, { ...EVERY_VERSION, ...query }).versions.map(({ version }) => version);

describe("a list of versions", () => {
  test("is everything, newest first, unless something is asked for", () => {
    assert.deepEqual(
      listed({}),
      VERSIONS.map(({ version }) => version),
    );
    assert.equal(listed({ ascending: true })[0], "latest");
  });

  test("holds one kind, a range as Helm reads it, an app version by any part of it", () => {
    assert.deepEqual(listed({ channel: "prerelease" }), ["2.0.0-rc.1"]);
    assert.deepEqual(listed({ range: "^1.2" }), ["1.10.0", "1.2.0"]);
    assert.deepEqual(listed({ range: ">=1.0 <2" }), ["1.10.0", "1.2.0", "1.1.0"]);
    assert.deepEqual(listed({ app: "debian" }), ["1.10.0"]);
    assert.deepEqual(listed({ app: "9", range: "<1.5" }), ["1.1.0"]);
    assert.deepEqual(listed({ channel: "other", range: "*" }), []);
  });

  test("is whole, and says so, where the range cannot be read", () => {
    for (const range of ["^^1", "1.2.3.4", "(a+)+$", "=".repeat(100)]) {
      const { versions, rangeUnreadable } = listVersions(VERSIONS, { ...EVERY_VERSION, range });
      assert.deepEqual([versions.length, rangeUnreadable], [6, true], range);
    }
  });

  test("is ordered by app version and by date; what has none is last either way", () => {
    assert.deepEqual(listed({ order: "app" }).slice(0, 4), ["2.0.0", "2.0.0-rc.1", "1.1.0", "1.10.0"]);
    assert.deepEqual(listed({ order: "released" }).slice(0, 3), ["1.10.0", "2.0.0", "1.2.0"]);
    assert.deepEqual(listed({ order: "released", ascending: true }).slice(0, 3), [
      "1.2.0",
      "2.0.0",
      "1.10.0",
    ]);
  });

  test("of 5,000 takes no time to speak of", () => {
    const many = Array.from({ length: 5_000 }, (_, at) => summary(`1.${at}.0`, { appVersion: `${at}.1` }));
    withinProcessorTime(500, () => {
      assert.equal(listed({ range: "^1.2", order: "app" }, many).length, 4_998);
      previousVersions(many);
    });
  });
});

describe("the query in an address", () => {
  test("comes back as it was, defaults left out", () => {
    const query = { channel: "stable", range: "^1.2", app: "9", order: "app", ascending: true } as const;
    const pairs = formatVersionListQuery(query).map(([name, value]) => [name, value]);
    assert.deepEqual(parseVersionListQuery(new URLSearchParams(pairs)), query);
    assert.deepEqual(formatVersionListQuery(EVERY_VERSION), []);
  });

  test("is its default where it cannot be read", () => {
    const hostile = new URLSearchParams("channel=__proto__&sort=constructor&order=x&range=+&app=%20");
    assert.deepEqual(parseVersionListQuery(hostile), EVERY_VERSION);
    assert.equal(parseVersionListQuery(new URLSearchParams({ app: "a".repeat(999) })).app.length, 100);
  });
});

test("a version is compared with the one before it: stable with stable, never with what cannot be read", () => {
  const previous = previousVersions(VERSIONS);
  const pairs = VERSIONS.map((release) => [release.version, previous.get(release)?.version ?? null]);
  assert.deepEqual(Object.fromEntries(pairs), {
    "2.0.0": "1.10.0",
    "2.0.0-rc.1": "1.10.0",
    "1.10.0": "1.1.0",
    "1.2.0": null,
    "1.1.0": null,
    latest: null,
  });
});
