import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readArchivePath } from "#lib/chart/archive-path.ts";

describe("the name of an archive's file", () => {
  const safe: readonly [name: string, root: string, path: string][] = [
    ["redis/Chart.yaml", "redis", "Chart.yaml"],
    ["redis/templates/tests/a.yaml", "redis", "templates/tests/a.yaml"],
    ["./Chart.yaml", ".", "Chart.yaml"],
    ["redis//templates/./a.yaml", "redis", "templates/a.yaml"],
    ["redis\\templates\\a.yaml", "redis", "templates/a.yaml"],
    ["redis/..data/a...yaml", "redis", "..data/a...yaml"],
    ["redis/.helmignore", "redis", ".helmignore"],
  ];
  for (const [name, root, path] of safe) {
    test(`${name} is ${path} in ${root}`, () => {
      assert.deepEqual(readArchivePath(name), { root, path });
    });
  }

  const attacks: readonly [what: string, name: string, reason: RegExp][] = [
    ["leaves the chart's folder", "redis/../../.ssh/authorized_keys", /leads out/],
    ["leaves by its last part", "redis/templates/..", /leads out/],
    ["has a parent for its top folder", "../Chart.yaml", /leads out/],
    ["is absolute", "/etc/cron.d/job", /absolute/],
    ["is a share on Windows", "\\\\host\\share\\a", /absolute/],
    ["is absolute on Windows", "c:\\windows\\a", /drive/],
    ["is absolute on Windows once the top folder is gone", "redis/c:/windows/a", /drive/],
    ["is relative to a drive's current folder", "redis/c:a", /drive/],
    ["hides .. between the two separators", "redis/a\\..\\..\\b", /mixes/],
    ["hides .. behind the separator of Windows", "redis\\..\\..\\b", /leads out/],
    ["ends early for programs in C", "redis/values.yaml\0.png", /NUL/],
    ["is longer than any path", `redis/${"a/".repeat(600)}b`, /too long/],
    ["stands beside the chart's folder", "Chart.yaml", /not in the chart's folder/],
    ["is the folder itself", "redis/", /not in the chart's folder/],
    ["is empty", "", /absolute/],
  ];
  for (const [what, name, reason] of attacks) {
    test(`refused: one that ${what}`, () => {
      assert.throws(() => readArchivePath(name), {
        name: "ChartError",
        code: "unsafe-path",
        message: reason,
      });
    });
  }

  test("a refusal cannot write to a terminal", () => {
    assert.throws(
      () => readArchivePath("/\u001b[2Ja\u202eb"),
      (error: Error) => error.message.endsWith(": /[2Jab"),
    );
  });
});
