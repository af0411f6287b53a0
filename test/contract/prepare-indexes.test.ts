import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { createMeilisearchEngine } from "#lib/search/meilisearch-engine.ts";
import { prepareIndexes } from "#lib/search/prepare-indexes.ts";
import type { IndexDefinition, SearchEngine } from "#lib/search/search-engine.ts";
import { CHARTS, INDEXES } from "#lib/search/settings.ts";
import { startMeilisearch, type TestMeilisearch } from "../support/meilisearch.ts";

const QUESTION = {
  index: CHARTS,
  text: "redis",
  filter: "",
  limit: 20,
  retrieve: ["id"],
};

let meilisearch: TestMeilisearch;
let engine: SearchEngine;
before(async () => {
  meilisearch = await startMeilisearch();
  engine = createMeilisearchEngine(meilisearch);
});
after(() => meilisearch.stop());
beforeEach(async () => {
  for (const { uid } of INDEXES) await engine.drop(uid);
  await engine.drop(`${CHARTS}-next`);
  await prepareIndexes(engine);
});

/** The product's indexes, with one setting of the charts changed. */
function withCutoff(searchCutoffMs: number): readonly IndexDefinition[] {
  return INDEXES.map((definition) =>
    definition.uid === CHARTS
      ? { ...definition, settings: { ...definition.settings, searchCutoffMs } }
      : definition,
  );
}

const found = async () => (await engine.search([QUESTION]))[0]?.total;

async function fill(count: number): Promise<void> {
  const documents = Array.from({ length: count }, (_, index) => ({ id: `c${index}`, name: "redis" }));
  await engine.put(CHARTS, documents);
}

describe("prepareIndexes", () => {
  test("makes every index once, and leaves it alone afterwards", async () => {
    for (const { uid } of INDEXES) assert.equal(await engine.exists(uid), true, uid);
    await fill(1);
    assert.deepEqual(await prepareIndexes(engine), []);
    assert.equal(await found(), 1);
  });

  test("changed settings rebuild the index, and no search meets a gap", async () => {
    await fill(900);
    const totals = new Set<number | undefined>();
    let running = true;
    const searching = (async () => {
      while (running) totals.add(await found());
    })();
    assert.deepEqual(await prepareIndexes(engine, withCutoff(140)), [CHARTS]);
    running = false;
    await searching;
    assert.deepEqual([...totals], [900]);
    assert.deepEqual(await prepareIndexes(engine, withCutoff(140)), []);
    assert.equal(await engine.exists(`${CHARTS}-next`), false);
  });

  test("a rebuild that was cut off is done again, from the whole index", async () => {
    await fill(3);
    // What is there when the process dies after the first documents were copied.
    await engine.define({ uid: `${CHARTS}-next`, settings: {} });
    await engine.put(`${CHARTS}-next`, [{ id: "c0" }, { id: "stale" }]);
    assert.deepEqual(await prepareIndexes(engine, withCutoff(130)), [CHARTS]);
    assert.equal(await found(), 3);
    assert.equal(await engine.get(CHARTS, "stale"), null);
  });
});
