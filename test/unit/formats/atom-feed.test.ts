import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ReleaseSummary } from "#lib/catalog/catalog.ts";
import type { ChartId } from "#lib/catalog/chart-path.ts";
import { channelOf } from "#lib/chart/version.ts";
import { feedUpdated, renderAtom, versionsFeed } from "#lib/formats/atom-feed.ts";

const ID = { source: "acme", repository: "data/redis" } as ChartId;
const ORIGIN = "https://charts.example.com";

function release(
  version: string,
  created: string | null,
  more: Partial<ReleaseSummary> = {},
): ReleaseSummary {
  const summary = { version, tag: version, created, channel: channelOf(version), appVersion: null };
  return { ...summary, deprecated: false, error: null, ...more } as ReleaseSummary;
}

const feedOf = (...versions: readonly ReleaseSummary[]) => versionsFeed(ID, versions, ORIGIN);
const idsOf = (xml: string) => Array.from(xml.matchAll(/<id>(.*?)<\/id>/g), ([, id]) => id);

describe("a feed of versions", () => {
  test("has those that were made last first, and only what is a version and can be read", () => {
    const feed = feedOf(
      release("2.0.0", "2026-01-01T00:00:00.000Z"),
      release("1.9.1", "2026-02-01T00:00:00.000Z"),
      release("1.0.0", null),
      release("0.9.0", "2026-03-01T00:00:00.000Z", { error: "broken" }),
      release("latest", "2026-03-01T00:00:00.000Z"),
    );
    assert.deepEqual(
      feed.entries.map(({ title }) => title),
      ["redis 1.9.1", "redis 2.0.0", "redis 1.0.0"],
    );
    assert.equal(feedUpdated(feed), "2026-02-01T00:00:00.000Z");
  });

  test("has fifty entries at most", () => {
    const versions = Array.from({ length: 80 }, (_, minor) => release(`1.${minor}.0`, null));
    assert.equal(feedOf(...versions).entries.length, 50);
  });

  test("keeps its ids when versions are added or the server moves; each has its own", () => {
    const before = idsOf(renderAtom(feedOf(release("1.0.0", null))));
    const feed = versionsFeed(ID, [release("1.1.0", null), release("1.0.0", null)], "http://127.0.0.1:3000");
    const after = idsOf(renderAtom(feed));
    assert.deepEqual([after[0], after[2]], before);
    assert.equal(new Set(after).size, 3);
    for (const id of after) {
      assert.match(id ?? "", /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  test("links to the page of each version, and shows hostile text as text", () => {
    const xml = renderAtom(feedOf(release("1.0.0+b", null, { appVersion: '<b>&"\u0000\ud800' })));
    assert.match(
      xml,
      /<link rel="alternate" type="text\/html" href="https:\/\/charts.example.com\/charts\/acme\/data\/redis@1.0.0\+b"\/>/,
    );
    assert.match(xml, /<summary>Version 1.0.0\+b, of &lt;b&gt;&amp;&quot;\ufffd\ufffd<\/summary>/);
    assert.match(xml, /<updated>1970-01-01T00:00:00.000Z<\/updated>/);
  });
});
