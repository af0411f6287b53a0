import assert from "node:assert/strict";
import { test } from "node:test";
import { parseSearchText } from "#lib/catalog/search-text.ts";
import { explainHits } from "#lib/search/explain-hits.ts";

type Explained = Parameters<typeof explainHits>;

const CHART = {
  ...{ id: "acme redis", source: "acme", repository: "data/redis", name: "redis", version: "1.0.0" },
  ...{ nameJoined: null, description: "", keywords: [], fingerprint: "a" },
};
const NOTHING = { aliases: [], about: [], maintainers: [], dependencies: [], values: [], sections: [] };

/** Where a question that a place in a chart answers leads. */
async function hrefOf(text: string, found: object): Promise<readonly (string | null)[]> {
  const insides = { read: async () => new Map([[CHART.id, { id: CHART.id, ...NOTHING, found: [found] }]]) };
  const plan = { terms: parseSearchText(text).terms };
  const explained = await explainHits(
    insides as unknown as Explained[0],
    plan as unknown as Explained[1],
    [CHART] as unknown as Explained[2],
  );
  return (explained.get(CHART.id) ?? []).map(({ href }) => href);
}

test("what is found in a file of the chart leads to its line there, in its colours", async () => {
  const page = "/charts/acme/data/redis?tab=templates&file=";
  assert.deepEqual(
    await hrefOf("kind:CronJob", { field: "kinds", word: "CronJob", path: "templates/backup.yaml", line: 3 }),
    [`${page}templates%2Fbackup.yaml#L3`],
  );
  assert.deepEqual(
    await hrefOf("crd:Thing", {
      field: "crds",
      word: "Thing",
      path: "charts/a-1.tgz/crds/a.yaml",
      line: null,
    }),
    [`${page}charts%2Fa-1.tgz%2Fcrds%2Fa.yaml`],
  );
});

test("what is found in a value leads to its key, and an annotation nowhere", async () => {
  const image = { field: "images", word: "docker.io/library/redis:8" };
  assert.deepEqual(await hrefOf("image:redis", { ...image, path: "image.tag", line: null }), [
    "/charts/acme/data/redis?tab=values&key=image.tag",
  ]);
  assert.deepEqual(await hrefOf("image:redis", { ...image, path: null, line: null }), [null]);
});
