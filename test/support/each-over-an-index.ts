import { after, afterEach, before, beforeEach } from "node:test";
import type { Catalog } from "#lib/catalog/catalog.ts";
import { catalogOver, type IndexHarness, startIndexHarness } from "./index-harness.ts";
import { startMeilisearch, type TestMeilisearch } from "./meilisearch.ts";

/** Gives each test of the file an emptied index over a registry of its own, and the catalog of both; the engine is one. */
export function eachOverAnIndex(
  begin: (index: IndexHarness, catalog: Catalog) => void | Promise<void>,
): void {
  let meilisearch: TestMeilisearch;
  let index: IndexHarness;
  before(async () => {
    meilisearch = await startMeilisearch();
  });
  after(() => meilisearch.stop());
  beforeEach(async () => {
    index = await startIndexHarness(meilisearch);
    await begin(index, catalogOver(index));
  });
  afterEach(() => index.stop());
}
