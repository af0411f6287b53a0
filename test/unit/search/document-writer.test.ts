import assert from "node:assert/strict";
import { test } from "node:test";
import { createDocumentWriter } from "#lib/search/document-writer.ts";
import type { EngineDocument, SearchWriter } from "#lib/search/search-engine.ts";

/** Longer than a test may take. */
const FOR_EVER = 1_000_000;

/** An engine that writes down what each request held, `-` before what it removed. */
function startEngine() {
  const loads: string[][] = [];
  const take = async (ids: readonly string[]) => {
    if (ids.length > 0) loads.push([...ids]);
  };
  const engine: SearchWriter = {
    put: (_, documents) => take(documents.map(({ id }) => id)),
    remove: (_, ids) => take(ids.map((id) => `-${id}`)),
    removeMatching: () => assert.fail("not asked for"),
  };
  return { engine, loads };
}

function documents(count: number): readonly EngineDocument[] {
  return Array.from({ length: count }, (_, at) => ({ id: `d${at}` }));
}

test("enough documents travel at once, however long fewer would wait", async () => {
  const { engine, loads } = startEngine();
  const writer = createDocumentWriter(engine, FOR_EVER);
  await Promise.all(documents(400).map((document) => writer.put("charts", document)));
  assert.deepEqual(
    loads.map((load) => load.length),
    [400],
  );
});

test("fewer wait for company, until no more can come", async () => {
  const { engine, loads } = startEngine();
  const writer = createDocumentWriter(engine, FOR_EVER);
  const written = Promise.all(documents(2).map((document) => writer.put("charts", document)));
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual(loads, []);
  writer.hurry();
  await written;
  assert.deepEqual(loads, [["d0", "d1"]]);
});

test("the last of several changes to one document holds", async () => {
  const { engine, loads } = startEngine();
  const writer = createDocumentWriter(engine, 1);
  await Promise.all([writer.put("charts", { id: "a" }), writer.remove("charts", "a")]);
  await Promise.all([writer.remove("charts", "b"), writer.put("charts", { id: "b" })]);
  assert.deepEqual(loads, [["-a"], ["b"]]);
});

test("a load that is refused fails each of its changes, and no later one", async () => {
  const { engine, loads } = startEngine();
  const refusal = new Error("refused");
  let refusing = true;
  const put: SearchWriter["put"] = (index, load) =>
    refusing ? Promise.reject(refusal) : engine.put(index, load);
  const writer = createDocumentWriter({ ...engine, put }, 1);
  const both = documents(2).map((document) => writer.put("charts", document));
  for (const change of await Promise.allSettled(both)) {
    assert.deepEqual(change, { status: "rejected", reason: refusal });
  }
  refusing = false;
  await writer.put("charts", { id: "later" });
  assert.deepEqual(loads, [["later"]]);
});
