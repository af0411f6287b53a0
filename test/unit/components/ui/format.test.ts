import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatExactTime,
  formatQuantity,
  formatRelativeTime,
} from "#components/ui/format.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");

describe("formatRelativeTime", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["2026-11-22T11:59:31Z", "just now"],
    ["2026-11-22T11:59:00Z", "1 minute ago"],
    ["2026-11-22T10:01:00Z", "1 hour ago"],
    ["2026-11-19T11:00:00Z", "3 days ago"],
    ["2026-11-08T12:00:00Z", "2 weeks ago"],
    ["2026-10-20T12:00:00Z", "1 month ago"],
    ["2024-11-01T12:00:00Z", "2 years ago"],
    ["2026-11-22T14:30:00Z", "in 2 hours"],
    ["2026-11-22T13:00:00+02:00", "1 hour ago"],
  ];
  for (const [iso, expected] of cases) {
    test(`${iso} is ${expected}`, () => assert.equal(formatRelativeTime(iso, NOW), expected));
  }

  test("refuses what is not a date", () => assert.equal(formatRelativeTime("yesterday", NOW), null));
});

describe("formatExactTime", () => {
  test("speaks of UTC wherever the reader is", () => {
    assert.equal(formatExactTime("2026-11-19T14:03:59+02:00"), "19 Nov 2026, 12:03 UTC");
  });

  test("refuses what is not a date", () => assert.equal(formatExactTime(""), null));
});

test("counts are grouped and agree with their noun", () => {
  assert.equal(formatCount(1234567), "1,234,567");
  assert.equal(formatQuantity(1, "chart"), "1 chart");
  assert.equal(formatQuantity(0, "chart"), "0 charts");
  assert.equal(formatQuantity(2000, "repository", "repositories"), "2,000 repositories");
});

test("a duration has its two largest units", () => {
  assert.equal(formatDuration(-5), "0 s");
  assert.equal(formatDuration(59_400), "59 s");
  assert.equal(formatDuration(59_600), "1 min");
  assert.equal(formatDuration(130_000), "2 min 10 s");
  assert.equal(formatDuration(3_900_000), "1 h 5 min");
  assert.equal(formatDuration(7_200_000), "2 h");
});

test("a size is decimal and has at most one decimal place", () => {
  assert.equal(formatBytes(0), "0 B");
  assert.equal(formatBytes(999), "999 B");
  assert.equal(formatBytes(1000), "1.0 kB");
  assert.equal(formatBytes(17_752), "17.8 kB");
  assert.equal(formatBytes(414_000), "414 kB");
  assert.equal(formatBytes(2_000_000), "2.0 MB");
});
