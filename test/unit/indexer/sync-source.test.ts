import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { SourceId } from "#lib/config/chartroom-config.ts";
import { createChartContent } from "#lib/content/content-parts.ts";
import { type SyncDeps, syncSource } from "#lib/indexer/sync-source.ts";
import { OCI_MANIFEST } from "#lib/oci/media-types.ts";
import type { Manifest, RegistryClient } from "#lib/oci/registry-client.ts";
import type { SearchReader, SearchWriter } from "#lib/search/search-engine.ts";
import type { Source } from "#lib/source/source.ts";
import { repositoryName, tagName } from "#test/support/fake-registry-client.ts";
import { digestOf } from "#test/support/fake-registry-content.ts";

const REPOSITORIES = 30_000;
const TAGS = 5_000;
/** The names ahead of their reading. */
const READ_AHEAD = 10_000;
/** The changes an engine may be behind, what is read meanwhile, and what was read and is yet to be sent. */
const BEHIND = 1_000 + 2 * 16;

const digest = digestOf("image");
const config = { mediaType: "application/vnd.oci.image.config.v1+json", digest, size: 5 };
const image: Manifest = {
  kind: "image",
  descriptor: { mediaType: OCI_MANIFEST, digest, size: 5 },
  artifactType: null,
  config,
  layers: [],
  annotations: {},
};

/** An engine that is empty and takes every change, but finishes none before `released`. */
function slowEngine(released: Promise<void>): SearchReader & SearchWriter {
  return {
    search: async () => [],
    async *fetch() {},
    get: async () => null,
    health: async () => {},
    put: () => released,
    remove: () => released,
    removeMatching: () => released,
  };
}

/** One pass over a registry of nothing but images. */
function readImages(
  client: Partial<RegistryClient>,
  released: Promise<void>,
  onProgress: SyncDeps["onProgress"],
) {
  const source = {
    id: "acme" as SourceId,
    config: { repositories: null, include: [], exclude: [] },
    client,
  } as unknown as Source;
  const { charts } = createChartContent(join(tmpdir(), "chartroom-no-archives"));
  const never = new AbortController().signal;
  return syncSource({ engine: slowEngine(released), charts, onProgress }, source, never);
}

/** Resolves when nothing has been read for a while. */
async function standstill(seen: { readonly read: number }): Promise<void> {
  for (let before = -1; seen.read !== before; await pause(300)) before = seen.read;
}

test("an engine that is slow holds up the reading, and the reading the listing", async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const seen = { listed: 0, read: 0 };
  const client: Partial<RegistryClient> = {
    async *repositories() {
      for (; seen.listed < REPOSITORIES; seen.listed += 1) yield repositoryName(`image-${seen.listed}`);
    },
    async *tags() {
      yield tagName("latest");
    },
    async manifest() {
      seen.read += 1;
      return image;
    },
  };
  const totals = new Set<number | null>();
  const onProgress = ({ repositoriesTotal }: { repositoriesTotal: number | null }) =>
    totals.add(repositoriesTotal);
  const reading = readImages(client, released, onProgress);

  await standstill(seen);
  assert.ok(seen.read >= 1_000 && seen.read <= BEHIND, `${seen.read} read`);
  assert.ok(seen.listed <= seen.read + READ_AHEAD + 16, `${seen.listed} listed`);
  assert.deepEqual([...totals], [null], "nobody knows yet how many there are");

  release();
  const report = await reading;
  assert.deepEqual([report.repositories, report.other, report.complete], [REPOSITORIES, REPOSITORIES, true]);
  assert.deepEqual([...totals], [null, REPOSITORIES]);
});

test("and so it does within one repository, however many tags that has", async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const seen = { read: 0 };
  const client: Partial<RegistryClient> = {
    async *repositories() {
      yield repositoryName("image");
    },
    async *tags() {
      for (let number = 0; number < TAGS; number += 1) yield tagName(`build-${number}`);
    },
    async manifest() {
      seen.read += 1;
      return image;
    },
  };
  const reading = readImages(client, released, () => {});
  await standstill(seen);
  assert.ok(seen.read >= 1_000 && seen.read <= BEHIND, `${seen.read} read`);
  release();
  assert.equal((await reading).other, TAGS);
});
