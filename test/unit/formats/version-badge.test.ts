import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ReleaseSummary } from "#lib/catalog/catalog.ts";
import type { ChartId } from "#lib/catalog/chart-path.ts";
import { channelOf } from "#lib/chart/version.ts";
import { formatShieldsBadge, renderBadge, versionBadge } from "#lib/formats/version-badge.ts";

const ID = { source: "acme", repository: "data/redis" } as ChartId;

function release(version: string, more: Partial<ReleaseSummary> = {}): ReleaseSummary {
  const summary = { version, channel: channelOf(version), deprecated: false, error: null };
  return { ...summary, ...more } as ReleaseSummary;
}

const messageOf = (...versions: readonly ReleaseSummary[]) => versionBadge(ID, versions)?.message;
const badge = (label: string, message: string) => ({ label, message, color: "#0b6b8a" });
const widthOf = (svg: string) => Number(/<svg [^>]*width="(\d+)"/.exec(svg)?.[1]);

describe("a badge", () => {
  test("says the newest stable version, else the newest prerelease", () => {
    assert.equal(messageOf(release("2.0.0-rc.1"), release("1.9.0"), release("1.8.0")), "1.9.0");
    assert.equal(messageOf(release("2.0.0-rc.1"), release("1.0.0-rc.1")), "2.0.0-rc.1");
    assert.equal(messageOf(release("1.9.0", { error: "broken" }), release("1.8.0")), "1.8.0");
    assert.equal(messageOf(release("latest")), "latest");
    assert.equal(messageOf(), undefined);
  });

  test("has another colour for what is deprecated and what is no release yet", () => {
    const colors = [release("1.0.0"), release("1.0.0-rc.1"), release("1.0.0", { deprecated: true })].map(
      (one) => versionBadge(ID, [one])?.color,
    );
    assert.equal(new Set(colors).size, 3);
  });

  test("is as wide as its words, which are fitted into it", () => {
    const narrow = renderBadge(badge("redis", "1.1.1"));
    const wide = renderBadge(badge("redis", "18.10.20"));
    assert.ok(widthOf(wide) > widthOf(narrow));
    const rects = Array.from(wide.matchAll(/<rect[^>]* width="(\d+)"[^>]*fill/g), ([, width]) =>
      Number(width),
    );
    assert.equal(
      rects.reduce((sum, width) => sum + width, 0),
      widthOf(wide),
    );
    const texts = Array.from(wide.matchAll(/textLength="(\d+)"/g), ([, width]) => Number(width) + 12);
    assert.deepEqual(texts, rects);
  });

  test("shows hostile text as text, and cuts what is endless", () => {
    const svg = renderBadge(badge('"><script>', `${"é".repeat(500)}`));
    assert.doesNotMatch(svg, /<script/);
    assert.match(svg, /&quot;&gt;&lt;script&gt;/);
    assert.ok(widthOf(svg) < 1_000);
  });

  test("is what shields.io reads", () => {
    const expected = { schemaVersion: 1, label: "redis", message: "1.0.0", color: "#0b6b8a" };
    assert.deepEqual(formatShieldsBadge(badge("redis", "1.0.0")), expected);
  });
});
