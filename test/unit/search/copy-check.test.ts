import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { scopeFor } from "#lib/access/scope.ts";
import { ANONYMOUS } from "#lib/access/viewer.ts";
import type { SourceId } from "#lib/config/chartroom-config.ts";
import { createCopyCheck } from "#lib/search/copy-check.ts";
import type { EngineQuery } from "#lib/search/search-engine.ts";

const scope = scopeFor(ANONYMOUS, [{ id: "acme" as SourceId, access: "public" }]);

/** An engine that holds so many places of so many different charts, and counts how often it is asked. */
function createEngine(places: number, different: number) {
  const engine = {
    places,
    different,
    asked: 0,
    async search(queries: readonly EngineQuery[]) {
      engine.asked += 1;
      return queries.map(({ distinct }) => {
        const acme = distinct === undefined ? engine.places : engine.different;
        return { hits: [], total: 0, facets: { source: { acme } }, tookMs: 0 };
      });
    },
  };
  return engine;
}

describe("createCopyCheck", () => {
  test("there are copies where there are more places than different archives", async () => {
    assert.equal(await createCopyCheck(createEngine(7, 7)).holdsCopies(scope), false);
    assert.equal(await createCopyCheck(createEngine(7, 6)).holdsCopies(scope), true);
  });

  test("an answer is believed for ten seconds, and then while it is asked for again", async () => {
    const engine = createEngine(7, 7);
    let now = 0;
    const check = createCopyCheck(engine, () => now);
    await check.holdsCopies(scope);
    engine.places = 8;
    now = 9_999;
    assert.equal(await check.holdsCopies(scope), false);
    assert.equal(engine.asked, 1);
    now = 10_000;
    assert.equal(await check.holdsCopies(scope), false);
    await turn();
    assert.equal(await check.holdsCopies(scope), true);
    assert.equal(engine.asked, 2);
  });

  test("an old answer is not told", async () => {
    const engine = createEngine(7, 7);
    let now = 0;
    const check = createCopyCheck(engine, () => now);
    await check.holdsCopies(scope);
    engine.places = 8;
    now = 60_000;
    assert.equal(await check.holdsCopies(scope), true);
  });

  test("copies that were seen are known at once", async () => {
    const engine = createEngine(7, 7);
    const check = createCopyCheck(engine, () => 0);
    assert.equal(await check.holdsCopies(scope), false);
    check.sawCopies(scope);
    assert.equal(await check.holdsCopies(scope), true);
  });

  test("a failure is not remembered", async () => {
    const engine = createEngine(7, 7);
    const { search } = engine;
    engine.search = async () => {
      throw new Error("down");
    };
    const check = createCopyCheck(engine, () => 0);
    await assert.rejects(check.holdsCopies(scope), /down/);
    await turn();
    engine.search = search;
    assert.equal(await check.holdsCopies(scope), false);
  });
});
