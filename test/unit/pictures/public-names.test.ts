import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { lookup } from "node:dns/promises";
import { once } from "node:events";
import { test } from "node:test";
import { createNameLookup } from "#lib/pictures/public-names.ts";

test("names whose server is silent keep nobody from finding others, and are given up", async (t) => {
  const silent = createSocket("udp4");
  silent.bind(0, "127.0.0.1");
  await once(silent, "listening");
  t.after(() => silent.close());
  const server = `127.0.0.1:${silent.address().port}`;
  const lookUp = createNameLookup([server], { timeout: 300, tries: 1 });
  const all = Array.from({ length: 50 }, (_, index) => lookUp(`h${index}.example`, { all: true }));
  let done = false;
  const given = Promise.all(all).finally(() => {
    done = true;
  });
  await lookup("localhost");
  assert.ok(!done, "the system finds a name meanwhile");
  assert.deepEqual((await given).flat(), []);
});
