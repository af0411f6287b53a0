import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { groupVersions, newestOf } from "#components/chart/versions/version-groups.ts";
import { summary } from "../releases.ts";

const RC = summary("2.0.0-rc.1", { channel: "prerelease" });
const [NEW, OLD] = [summary("1.1.0"), summary("1.0.0")];
const TAG = summary("latest", { channel: "other" });
const ALL = [RC, NEW, OLD, TAG];

/** Groups as one may read them. */
function outline(limit: number, current = NEW): readonly string[] {
  return groupVersions(ALL, current, limit).map(
    (group) => `${group.title}: ${group.releases.map((release) => release.version).join(" ")}`,
  );
}

describe("versions by kind", () => {
  test("newest first, stable before others", () => {
    assert.deepEqual(outline(50), ["Stable: 1.1.0 1.0.0", "Prereleases: 2.0.0-rc.1", "Other tags: latest"]);
  });

  test("the current one is listed even when it is too old", () => {
    assert.deepEqual(outline(1), ["Stable: 1.1.0", "Prereleases: 2.0.0-rc.1"]);
    assert.deepEqual(outline(1, OLD), ["Stable: 1.0.0", "Prereleases: 2.0.0-rc.1"]);
  });
});

test("the version to take is the newest stable, else the newest", () => {
  assert.equal(newestOf(ALL), NEW);
  assert.equal(newestOf([RC, TAG]), RC);
  assert.equal(newestOf([]), null);
});
