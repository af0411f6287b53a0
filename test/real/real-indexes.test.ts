import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { test } from "node:test";
import { readChart } from "#lib/chart/read-chart.ts";
import { readIndex } from "#lib/source/repository/read-index.ts";
import { createRepositoryClient } from "#lib/source/repository/repository-client.ts";
import { startChartRepository } from "../support/chart-repository.ts";
import { readRealArchives } from "./support/real-archives.ts";

/** The indexes lie beside the charts they are of. */
const INDEXES = join(process.env.CHARTROOM_REAL_CHARTS ?? "", "../indexes");

test("every release of the real indexes is read", async () => {
  const files = (await readdir(INDEXES)).filter((name) => name.endsWith(".yaml"));
  assert.ok(files.length > 0, `no index in ${INDEXES}`);
  let total = 0;
  for (const file of files) {
    const text = await readFile(join(INDEXES, file), "utf8");
    // Helm sorts keys and indents by two: the version of a release stands in this column and no other does.
    const versions = [...text.matchAll(/^ {4}version: (.*)$/gm)].map(([, version = ""]) =>
      version.replace(/^"(.*)"$/, "$1"),
    );
    const entries = await Array.fromAsync(readIndex(createReadStream(join(INDEXES, file))));
    assert.deepEqual(
      entries.filter(({ kind }) => kind === "problem"),
      [],
      file,
    );
    assert.deepEqual(
      entries.map(({ tag }) => tag),
      versions.map((version) => version.replaceAll("+", "_")),
      file,
    );
    total += entries.length;
  }
  console.log(`${total} releases in ${files.length} indexes`);
});

test("every real archive is read through an index of them", async () => {
  const server = await startChartRepository();
  try {
    const entries: Record<string, object[]> = {};
    const files = (await readRealArchives()).map(({ file }) => file);
    for (const [number, file] of files.entries()) {
      const digest = createHash("sha256")
        .update(await readFile(file))
        .digest("hex");
      server.files.set(`${number}/${basename(file)}`, (response) => createReadStream(file).pipe(response));
      entries[`chart-${number}`] = [
        { version: "1.0.0", digest, urls: [encodeURI(`${number}/${basename(file)}`)] },
      ];
    }
    server.files.set("index.yaml", JSON.stringify({ entries }));
    const client = createRepositoryClient({
      repository: server.url,
      credentials: null,
      ca: null,
      registryAt: () => null,
    });
    let read = 0;
    for await (const repository of client.repositories()) {
      for await (const tag of client.tags(repository)) {
        const manifest = await client.manifest(repository, tag);
        assert.ok(manifest.kind === "image" && manifest.layers[0]);
        const bytes = await new Response(await client.blob(repository, manifest.layers[0])).bytes();
        const file = files[Number(repository.slice("chart-".length))] ?? "";
        const { metadata } = await readChart([bytes]);
        assert.equal(`${metadata.name}-${metadata.version}.tgz`, basename(file));
        read += 1;
      }
    }
    await client.close();
    assert.equal(read, files.length);
  } finally {
    await server.stop();
  }
});
