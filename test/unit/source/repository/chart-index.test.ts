import assert from "node:assert/strict";
import { test } from "node:test";
import { gatherChartIndex } from "#lib/source/repository/chart-index.ts";
import { readIndex } from "#lib/source/repository/read-index.ts";
import { indexOf } from "../../../support/index-text.ts";

async function gather(index: object) {
  async function* bytes() {
    yield Buffer.from(JSON.stringify(index));
  }
  return gatherChartIndex(readIndex(bytes()));
}

test("a chart is a repository, a version a tag", async () => {
  const { charts, unnamable } = await gather(
    indexOf({ redis: ["1.0.0", "2.0.0+x"], "web.app_1": ["1.0.0"] }),
  );
  assert.deepEqual(
    [...charts].map(([name, releases]) => [name, [...releases.keys()]]),
    [
      ["redis", ["1.0.0", "2.0.0_x"]],
      ["web.app_1", ["1.0.0"]],
    ],
  );
  assert.deepEqual(unnamable, []);
});

test("capitals are lowered where that leaves no doubt, whatever the order", async () => {
  const charts = { GitLab: ["1.0.0"], Redis: ["2.0.0"], redis: ["1.0.0"], APP: ["1.0.0"], App: ["2.0.0"] };
  for (const entries of [Object.entries(charts), Object.entries(charts).toReversed()]) {
    const index = await gather(indexOf(Object.fromEntries(entries)));
    assert.deepEqual([...index.charts.keys()].sort(), ["gitlab", "redis"]);
    assert.deepEqual(
      [...index.charts.values()].flatMap((releases) => [...releases.keys()]),
      ["1.0.0", "1.0.0"],
    );
    assert.deepEqual([...index.unnamable].sort(), ["APP", "App", "Redis"]);
  }
});

test("names that no repository can have are told", async () => {
  const { charts, unnamable } = await gather(
    indexOf({ "../etc": ["1.0.0"], "a b": ["1.0.0"], __proto__x: ["1"] }),
  );
  assert.deepEqual([...charts.keys()], []);
  assert.deepEqual(unnamable, ["../etc", "a b", "__proto__x"]);
});

test("of one version twice the first counts; entries without a version are told of their chart", async () => {
  const { charts, unversioned } = await gather({
    entries: { a: [{ version: "1.0.0", urls: ["first"] }, { version: "1.0.0", urls: ["second"] }, {}] },
  });
  const [releases] = charts.values();
  assert.deepEqual(
    [...(releases?.values() ?? [])].map((entry) => entry.kind === "release" && entry.url),
    ["first"],
  );
  assert.deepEqual(
    [...unversioned].map(([name, problems]) => [name, problems.map(({ reason }) => reason)]),
    [["a", ["the entry has no version"]]],
  );
});
