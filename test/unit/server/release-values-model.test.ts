import assert from "node:assert/strict";
import { registerHooks } from "node:module";
import { test } from "node:test";
import { readChart } from "#lib/chart/read-chart.ts";
import { chartArchive } from "#test/support/archive-builder.ts";
import { release } from "../components/chart/releases.ts";

// Next.js resolves this package to an empty module on the server; anywhere else it throws.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "server-only"
      ? { url: "data:text/javascript,", shortCircuit: true }
      : next(specifier, context),
});
const { releaseValuesModel } = await import("#lib/server/release/release-values-model.ts");

test("a schema of 100,000 brackets is left out of the model, which is said", async () => {
  const schema = `{"enum":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
  const content = await readChart([
    chartArchive({ files: { "values.yaml": "a: 1\n", "values.schema.json": schema } }),
  ]);
  const model = JSON.parse(releaseValuesModel(release("data/demo", "1.0.0"), content));
  assert.deepEqual(model.schemas, []);
  assert.match(model.problems.join(), /too deep/);
  assert.deepEqual(model.defaults, { a: 1 });
});
