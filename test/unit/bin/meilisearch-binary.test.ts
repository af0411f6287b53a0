import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { findMeilisearch, type PackagedMeilisearch } from "#bin/meilisearch-binary.ts";

const SCRIPT = "#!/bin/sh\necho meilisearch 1.99.0\n";

describe("the search engine's binary", () => {
  let folder = "";
  let packaged: PackagedMeilisearch & { readonly file: string };
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "chartroom-binary-"));
    const file = path.join(folder, "package", "meilisearch");
    await mkdir(path.dirname(file));
    await writeFile(file, SCRIPT, { mode: 0o644 });
    packaged = { file, version: "1.21.0", sha256: createHash("sha256").update(SCRIPT).digest("hex") };
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("of the package is verified and made runnable", async () => {
    assert.deepEqual(await findMeilisearch("", folder, packaged), { file: packaged.file, version: "1.21.0" });
    assert.equal((await stat(packaged.file)).mode & 0o111, 0o111);
  });

  test("of the package is not run when a single byte differs, nor made runnable", async () => {
    await writeFile(packaged.file, `${SCRIPT} `);
    await assert.rejects(
      findMeilisearch("", folder, packaged),
      /is not the Meilisearch 1\.21\.0 it should be/,
    );
    assert.equal((await stat(packaged.file)).mode & 0o111, 0);
  });

  test("of a package that cannot be changed is run from a copy", async () => {
    const refuse = () => Promise.reject(new Error("EROFS"));
    const { file } = await findMeilisearch("", folder, packaged, refuse);
    assert.equal(file, path.join(folder, "bin", "meilisearch-1.21.0"));
    assert.equal(await readFile(file, "utf8"), SCRIPT);
    assert.equal((await stat(file)).mode & 0o111, 0o111);
  });

  test("on the PATH wins, with the version it says", async () => {
    const file = path.join(folder, "meilisearch");
    await writeFile(file, SCRIPT, { mode: 0o755 });
    assert.deepEqual(await findMeilisearch(`/nonexistent:${folder}`, folder, packaged), {
      file,
      version: "1.99.0",
    });
  });

  test("that is nowhere is told with what to do", async () => {
    await assert.rejects(
      findMeilisearch(folder, folder, { ...packaged, file: null }),
      /Install Meilisearch .* MEILI_URL/,
    );
  });
});
