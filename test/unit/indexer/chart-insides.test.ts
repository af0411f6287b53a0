import assert from "node:assert/strict";
import { test } from "node:test";
import { readChartFacts } from "#lib/chart/chart-facts.ts";
import { readChart } from "#lib/chart/read-chart.ts";
import { foundIn } from "#lib/indexer/chart-insides.ts";
import { chartArchive } from "#test/support/archive-builder.ts";

test("every place that is found has a page: a key of the chart's own values, or a file of its archive", async () => {
  const subchart = { "values.yaml": "image: b/b:1\n", "templates/a.yaml": "\nkind: StatefulSet\n" };
  const files = {
    "values.yaml": "web: {image: a/a:1}\nb: {other: {image: b/c:1}}\n",
    "charts/b/Chart.yaml": "name: b\nversion: 1.0.0\n",
    "charts/b/values.yaml": subchart["values.yaml"],
    "charts/b/templates/a.yaml": subchart["templates/a.yaml"],
    "charts/c.tgz": chartArchive({ name: "c", files: { "templates/a.yaml": "kind: CronJob\n" } }),
  };
  const facts = readChartFacts(await readChart([chartArchive({ files })]));
  assert.deepEqual(
    foundIn(facts).map(({ word, path, line }) => [word, path, line]),
    [
      ["a/a:1", "web.image", 1],
      ["b/b:1", "charts/b/values.yaml", 1],
      ["b/c:1", "b.other.image", 2],
      ["StatefulSet", "charts/b/templates/a.yaml", 2],
      ["CronJob", "charts/c.tgz", null],
    ],
  );
});
