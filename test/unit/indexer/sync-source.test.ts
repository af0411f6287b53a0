import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { SourceId } from "#lib/config/chartroom-config.ts";
import { createChartContent } from "#lib/content/content-parts.ts";
import { syncSource } from "#lib/indexer/sync-source.ts";
import { OCI_MANIFEST } from "#lib/oci/media-types.ts";
import type { Manifest, RegistryClient } from "#lib/oci/registry-client.ts";
import type { SearchReader, SearchWriter } from "#lib/search/search-engine.ts";
import type { Source } from "#lib/source/source.ts";
import { repositoryName, tagName } from "#test/support/fake-registry-client.ts";
import { digestOf } from "#test/support/fake-registry-content.ts";

const REPOSITORIES = 30_000;
/** The names ahead of their reading. */
const READ_AHEAD = 10_000;
/** The changes an engine may be behind, and the repositories that are read meanwhile. */
const BEHIND = 1_000 + 16;

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
  const engine: SearchReader & SearchWriter = {
    search: async () => [],
    async *fetch() {},
    get: async () => null,
    health: async () => {},
    put: () => released,
    remove: () => released,
    removeMatching: () => released,
  };
  const source = {
    id: "acme" as SourceId,
    config: { repositories: null, include: [], exclude: [] },
    client,
  } as unknown as Source;
  const { charts } = createChartContent(join(tmpdir(), "chartroom-no-archives"));
  const never = new AbortController().signal;
  const totals = new Set<number | null>();
  const onProgress = ({ repositoriesTotal }: { repositoriesTotal: number | null }) =>
    totals.add(repositoriesTotal);
  const reading = syncSource({ engine, charts, onProgress }, source, never);

  let before = -1;
  while (seen.read !== before) {
    before = seen.read;
    await pause(300);
  }
  assert.ok(seen.read >= 1_000 && seen.read <= BEHIND, `${seen.read} read`);
  assert.ok(seen.listed <= seen.read + READ_AHEAD + 16, `${seen.listed} listed`);
  assert.deepEqual([...totals], [null], "nobody knows yet how many there are");

  release();
  const report = await reading;
  assert.deepEqual([report.repositories, report.other, report.complete], [REPOSITORIES, REPOSITORIES, true]);
  assert.deepEqual([...totals], [null, REPOSITORIES]);
});
