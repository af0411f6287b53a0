import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { archiveFile, listArchives } from "#lib/content/archive-folder.ts";
import { createArchiveStore, type StoreOptions } from "#lib/content/archive-store.ts";
import type { Digest } from "#lib/oci/reference.ts";

const HOUR = 3_600_000;
/** Ten kilobytes that differ from all others. */
const bytesOf = (name: string) => new TextEncoder().encode(name.padEnd(10_000, "."));
const digestOf = (name: string) =>
  `sha256:${createHash("sha256").update(bytesOf(name)).digest("hex")}` as Digest;
const NAMES = Array.from({ length: 30 }, (_, index) => `archive ${index}`);

let root = "";
before(async () => {
  root = await mkdtemp(join(tmpdir(), "archive-bound-"));
});
after(() => rm(root, { recursive: true }));

/** A store in a folder of its own, and what it logs. */
function createStore(options: Partial<StoreOptions> = {}, folder = join(root, randomUUID())) {
  const logged: string[] = [];
  const log = {
    info: (_: unknown, message: string) => void logged.push(message),
    warn: (_: unknown, message: string) => void logged.push(message),
  };
  const pinned = async () => new Set<Digest>();
  const store = createArchiveStore(folder, { maxBytes: 100_000, pinned, log, ...options });
  return { store, folder, logged };
}

async function putAll(store: ReturnType<typeof createStore>["store"], names: readonly string[]) {
  for (const name of names) {
    await store.put(digestOf(name), bytesOf(name));
    await store.settled();
  }
}

describe("a bounded store", () => {
  test("stays within its bound, and keeps what is pinned however long ago it was read", async () => {
    const latest = new Set(NAMES.slice(0, 3).map(digestOf));
    const { store, folder } = createStore({ pinned: async () => latest });
    await putAll(store, NAMES);
    const left = await listArchives(folder, Date.now());
    const bytes = left.reduce((sum, { size }) => sum + size, 0);
    assert.ok(bytes <= 100_000, `${bytes} bytes`);
    assert.ok(bytes >= 80_000, "and what can be kept is kept");
    assert.ok([...latest].every((digest) => store.has(digest)));
    assert.ok(store.has(digestOf(NAMES.at(-1) ?? "")), "what came last is there");
  });

  test("what was read lately outlives what came later; use is noted once an hour", async () => {
    const { store, folder } = createStore();
    await putAll(store, NAMES.slice(0, 10));
    for (const [index, name] of NAMES.slice(0, 10).entries()) {
      const at = new Date(Date.now() - (30 - index) * HOUR);
      await utimes(archiveFile(folder, digestOf(name)), at, at);
    }
    const oldest = archiveFile(folder, digestOf(NAMES[0] ?? ""));
    assert.ok(await store.get(digestOf(NAMES[0] ?? "")));
    while (Date.now() - (await stat(oldest)).mtimeMs > HOUR) await new Promise(setImmediate);
    const noted = (await stat(oldest)).mtimeMs;
    assert.ok(await store.get(digestOf(NAMES[0] ?? "")));
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal((await stat(oldest)).mtimeMs, noted);
    await putAll(store, NAMES.slice(10, 12));
    assert.ok(store.has(digestOf(NAMES[0] ?? "")));
    assert.ok(!store.has(digestOf(NAMES[1] ?? "")));
  });

  test("pinned beyond the bound is kept, told once, and not looked over for every archive", async () => {
    let asked = 0;
    const names = Array.from({ length: 80 }, (_, index) => `latest ${index}`);
    const { store, logged } = createStore({
      maxBytes: 400_000,
      pinned: async () => {
        asked += 1;
        return new Set(names.map(digestOf));
      },
    });
    await putAll(store, names);
    assert.ok(names.every((name) => store.has(digestOf(name))));
    assert.equal(logged.filter((line) => /CHARTROOM_CONTENT_SIZE/.test(line)).length, 1);
    assert.ok(asked <= 20, `${asked} times for 40 archives beyond the bound`);
  });

  test("while nobody can say what is pinned, nothing is removed", async () => {
    const { store, logged } = createStore({ pinned: () => Promise.reject(new Error("engine down")) });
    await putAll(store, NAMES.slice(0, 15));
    assert.ok(NAMES.slice(0, 15).every((name) => store.has(digestOf(name))));
    assert.match(logged[0] ?? "", /no room could be made/);
  });

  test("what another process put there counts, from the next look on", async () => {
    let now = Date.now();
    const { store, folder } = createStore({ now: () => now });
    await putAll(store, NAMES.slice(0, 1));
    const other = createStore({}, folder);
    await putAll(other.store, NAMES.slice(1, 9));
    await putAll(store, NAMES.slice(9, 12));
    assert.equal((await listArchives(folder, now)).length, 12, "not known yet");
    now += 2 * HOUR;
    await putAll(store, NAMES.slice(12, 13));
    assert.equal((await listArchives(folder, now)).length, 9);
  });

  test("files left half written go after an hour, others' stay", async () => {
    const { store, folder } = createStore();
    const path = archiveFile(folder, digestOf("x"));
    await mkdir(dirname(path), { recursive: true });
    const old = new Date(Date.now() - 2 * HOUR);
    for (const name of ["old.part", "new.part", "notes.txt"]) await writeFile(join(dirname(path), name), "");
    for (const name of ["old.part", "notes.txt"]) await utimes(join(dirname(path), name), old, old);
    await putAll(store, NAMES.slice(0, 1));
    const there = (name: string) => existsSync(join(dirname(path), name));
    assert.deepEqual(["old.part", "new.part", "notes.txt"].map(there), [false, true, true]);
  });
});

describe("a disk that does not do what it should", () => {
  test("a put that fails is told once a minute, and leaves nothing", async () => {
    const file = join(root, "a file");
    await writeFile(file, "in the way");
    const { store, logged } = createStore({}, file);
    await putAll(store, NAMES.slice(0, 5));
    assert.deepEqual(logged, ["an archive could not be stored"]);
    assert.equal(await store.get(digestOf(NAMES[0] ?? "")), null);
  });

  test("what cannot be read counts as not there", async () => {
    const { store, folder, logged } = createStore();
    await mkdir(archiveFile(folder, digestOf("x")), { recursive: true });
    assert.equal(await store.get(digestOf("x")), null);
    assert.deepEqual(logged, ["a stored archive could not be read"]);
  });
});

test("to look over ten thousand archives and remove a tenth takes less than five seconds", async (t) => {
  const folder = join(root, "many");
  const digests = Array.from({ length: 10_000 }, (_, index) => digestOf(`many ${index}`));
  for (const shard of new Set(digests.map((digest) => dirname(archiveFile(folder, digest)))))
    await mkdir(shard, { recursive: true });
  await Promise.all(digests.map((digest) => writeFile(archiveFile(folder, digest), "0123456789")));
  const pinned = new Set(digests.slice(0, 5_000));
  const { store } = createStore({ maxBytes: 100_000, pinned: async () => pinned }, folder);
  const start = performance.now();
  await store.put(digestOf("one more"), bytesOf("one more"));
  await store.settled();
  const ms = performance.now() - start;
  t.diagnostic(`${Math.round(ms)} ms`);
  assert.ok(ms < 5_000, `${ms} ms`);
  assert.ok(digests.slice(0, 5_000).every((digest) => store.has(digest)));
  assert.ok((await listArchives(folder, Date.now())).length <= 9_000);
});
