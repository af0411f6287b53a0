import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createArchiveStore } from "#lib/content/archive-store.ts";
import type { Digest } from "#lib/oci/reference.ts";

const bytes = new TextEncoder().encode("an archive");
const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}` as Digest;
let folder = "";

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "archive-store-"));
});
after(() => rm(folder, { recursive: true }));

test("gives back what was put, and null for what was not", async () => {
  const store = createArchiveStore(join(folder, "a"));
  assert.equal(await store.get(digest), null);
  await store.put(digest, bytes);
  assert.deepEqual(new Uint8Array((await store.get(digest)) ?? []), bytes);
});

test("a damaged file is not served, and is gone afterwards", async () => {
  const store = createArchiveStore(join(folder, "b"));
  await store.put(digest, bytes);
  const hex = digest.slice("sha256:".length);
  const shard = join(folder, "b", "sha256", hex.slice(0, 2));
  await writeFile(join(shard, `${hex}.tgz`), "an archivE");
  assert.equal(await store.get(digest), null);
  assert.deepEqual(await readdir(shard), []);
});

test("many writers of one digest leave one whole file", async () => {
  const store = createArchiveStore(join(folder, "c"));
  await Promise.all(Array.from({ length: 20 }, () => store.put(digest, bytes)));
  assert.deepEqual(await readdir(join(folder, "c", "sha256", digest.slice(7, 9))), [
    `${digest.slice(7)}.tgz`,
  ]);
});
