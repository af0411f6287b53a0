import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dateInterval } from "#lib/catalog/date-interval.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const seconds = (date: string) => Date.parse(date) / 1000;

describe("dateInterval", () => {
  const cases: readonly (readonly [string, string | null, string | null])[] = [
    ["2026", "2026-01-01", "2027-01-01"],
    ["2026-03", "2026-03-01", "2026-04-01"],
    ["=2026-12", "2026-12-01", "2027-01-01"],
    ["2024-02-29", "2024-02-29", "2024-03-01"],
    [">2026-01", "2026-02-01", null],
    [">=2026-01-15", "2026-01-15", null],
    ["<2025", null, "2025-01-01"],
    ["<=2025", null, "2026-01-01"],
    ["30d", "2026-10-23T12:00:00Z", null],
    [">30d", "2026-10-23T12:00:00Z", null],
    [">=2w", "2026-11-08T12:00:00Z", null],
    ["<1y", null, "2025-11-22T12:00:00Z"],
    ["<=2m", null, "2026-09-23T12:00:00Z"],
  ];
  for (const [text, from, below] of cases) {
    test(`${text} is from ${from ?? "ever"} to ${below ?? "whenever"}`, () => {
      assert.deepEqual(dateInterval(text, NOW), {
        from: from === null ? 0 : seconds(from),
        below: below === null ? 1e15 : seconds(below),
      });
    });
  }

  test("is null for what is no date", () => {
    for (const text of [
      "",
      ">",
      "2026-13",
      "2026-02-30",
      "2026-00",
      "1969",
      "26-01",
      "=30d",
      "30",
      "30h",
      "1e3d",
    ])
      assert.equal(dateInterval(text, NOW), null, text);
  });
});
