import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { planChanges } from "#components/chart/changes/plan-changes.ts";
import { summary } from "../releases.ts";

const versions = [
  summary("3.0.0"),
  summary("2.1.0", { error: "The archive is cut off" }),
  summary("2.0.0"),
  summary("1.0.0"),
  summary("latest", { channel: "other" }),
];

describe("a page of changes", () => {
  test("goes from the release shown to older ones, each beside the one before", () => {
    const { releases, newer, page, pages } = planChanges(versions, summary("2.0.0"), 1);
    assert.deepEqual(
      releases.map(({ release, before }) => [release.version, before?.version ?? null]),
      [
        ["2.0.0", "1.0.0"],
        ["1.0.0", null],
      ],
    );
    assert.deepEqual([newer, page, pages], [1, 1, 1]);
  });

  test("leaves out what could not be read and what is no version, unless it is shown", () => {
    const shown = (version: string) =>
      planChanges(versions, summary(version), 1).releases.map(({ release }) => release.version);
    assert.deepEqual(shown("3.0.0"), ["3.0.0", "2.0.0", "1.0.0"]);
    assert.deepEqual(shown("latest"), ["latest"]);
    assert.deepEqual(shown("2.1.0"), ["2.1.0", "2.0.0", "1.0.0"]);
  });

  test("has thirty releases, and the last knows the one behind it", () => {
    const many = Array.from({ length: 65 }, (_, index) => summary(`1.${65 - index}.0`));
    const first = planChanges(many, summary("1.65.0"), 1);
    assert.equal(first.releases.length, 30);
    assert.equal(first.releases.at(-1)?.before?.version, "1.35.0");
    assert.equal(first.pages, 3);
    const last = planChanges(many, summary("1.65.0"), 99);
    assert.deepEqual([last.page, last.releases.length, last.releases.at(-1)?.before], [3, 5, null]);
  });
});
