import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createChartInsides } from "#lib/search/chart-insides.ts";
import type { FetchOptions } from "#lib/search/search-engine.ts";

const chart = (letter: string) => ({ id: letter, fingerprint: letter.repeat(32) });
const [redis, nginx] = [chart("a"), chart("b")];

/** A reader of charts with so much text, and the filters it was asked with. */
function createReader(text: string) {
  const asked: string[] = [];
  async function* fetch(_index: string, { filter }: FetchOptions) {
    asked.push(filter);
    for (const { id } of [redis, nginx]) {
      if (filter.includes(`"${id}"`)) yield documentOf(id, text);
    }
  }
  return { asked, fetch };
}

function documentOf(id: string, text: string) {
  const lists = {
    aliases: [],
    about: [],
    maintainers: [],
    dependencies: [],
    images: [],
    crds: [],
    kinds: [],
  };
  return { id, ...lists, found: [], values: [{ key: "port", text }], sections: [] };
}

describe("createChartInsides", () => {
  test("an archive that was read is not read again", async () => {
    const reader = createReader("6379");
    const insides = createChartInsides(reader);
    await insides.read([redis]);
    const both = await insides.read([redis, nginx]);
    assert.deepEqual([...both.keys()], ["a", "b"]);
    assert.deepEqual(both.get("a")?.values, [{ key: "port", text: "6379" }]);
    await insides.read([nginx, redis]);
    assert.deepEqual(reader.asked, ['id IN ["a"]', 'id IN ["b"]']);
  });

  test("a copy is read for itself: what it is also called, where it lies, is not for those who see only the other", async () => {
    const reader = createReader("6379");
    const insides = createChartInsides(reader);
    await insides.read([redis]);
    const copy = await insides.read([{ ...nginx, fingerprint: redis.fingerprint }]);
    assert.equal(copy.get(nginx.id)?.id, nginx.id);
    assert.equal(reader.asked.length, 2);
  });

  test("what changed is read again", async () => {
    const reader = createReader("6379");
    const insides = createChartInsides(reader);
    await insides.read([redis]);
    await insides.read([{ ...redis, fingerprint: nginx.fingerprint }]);
    assert.equal(reader.asked.length, 2);
  });

  test("what is kept is bounded", async () => {
    const reader = createReader("x".repeat(3_000));
    const insides = createChartInsides(reader, 5_000);
    await insides.read([redis]);
    await insides.read([nginx]);
    await insides.read([redis]);
    assert.equal(reader.asked.length, 3);
  });
});
