import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scopeFor } from "#lib/access/scope.ts";
import { ANONYMOUS } from "#lib/access/viewer.ts";
import type { SourceId } from "#lib/config/chartroom-config.ts";
import { createPartialNotices } from "#lib/search/partial-notices.ts";
import type { SearchReader } from "#lib/search/search-engine.ts";

const scopeOf = (id: string) => scopeFor(ANONYMOUS, [{ id: id as SourceId, access: "public" }]);

/** A reader that knows no source, or fails, and counts how often it is asked. */
function createReader() {
  const state = { asked: 0, failing: false };
  const fetch: SearchReader["fetch"] = async function* () {
    state.asked += 1;
    if (state.failing) throw new Error("down");
    yield* [];
  };
  const unused = () => Promise.reject(new Error("not asked here"));
  return { state, reader: { fetch, search: unused, get: unused, health: unused } satisfies SearchReader };
}

describe("createPartialNotices", () => {
  test("sources are read once a second, each scope for itself", async () => {
    let now = 0;
    const { state, reader } = createReader();
    const notices = createPartialNotices(reader, () => now);
    assert.equal((await notices(scopeOf("acme")))[0]?.source, "acme");
    await notices(scopeOf("acme"));
    assert.equal(state.asked, 1);
    assert.equal((await notices(scopeOf("other")))[0]?.source, "other");
    assert.equal(state.asked, 2);
    now = 1_000;
    await notices(scopeOf("acme"));
    assert.equal(state.asked, 3);
  });

  test("a failure is not told again", async () => {
    const { state, reader } = createReader();
    const notices = createPartialNotices(reader);
    state.failing = true;
    await assert.rejects(notices(scopeOf("acme")), /down/);
    state.failing = false;
    assert.equal((await notices(scopeOf("acme"))).length, 1);
  });
});
