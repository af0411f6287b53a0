import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type IndexedRelease, type ObservedRepository, planRepository } from "#lib/indexer/plan.ts";
import { RegistryError } from "#lib/oci/errors.ts";
import type { Digest, RepositoryName, Tag } from "#lib/oci/reference.ts";
import { READER_VERSION } from "#lib/search/document.ts";

const repository = "team/redis" as RepositoryName;
const tag = (text: string) => text as Tag;
const digest = (letter: string) => `sha256:${letter.repeat(64)}` as Digest;

function indexed(tags: Record<string, string>, reader = READER_VERSION): IndexedRelease[] {
  return Object.entries(tags).map(([name, letter]) => ({ tag: tag(name), digest: digest(letter), reader }));
}

function listed(tags: Record<string, string | null>, unreadable: readonly string[] = []): ObservedRepository {
  return {
    kind: "listed",
    repository,
    tags: new Map(
      Object.entries(tags).map(([name, letter]) => [tag(name), letter === null ? null : digest(letter)]),
    ),
    unreadable: new Map(unreadable.map((name) => [tag(name), new RegistryError("timeout", "no answer")])),
  };
}

describe("planRepository", () => {
  test("reads what is new", () => {
    assert.deepEqual(planRepository([], listed({ "1.0.0": null })), {
      read: ["1.0.0"],
      keep: [],
      remove: [],
    });
  });

  test("keeps what points where it did", () => {
    const plan = planRepository(indexed({ "1.0.0": "a" }), listed({ "1.0.0": "a" }));
    assert.deepEqual(plan, { read: [], keep: ["1.0.0"], remove: [] });
  });

  test("reads a tag that was pushed again", () => {
    const plan = planRepository(indexed({ "1.0.0": "a" }), listed({ "1.0.0": "b" }));
    assert.deepEqual(plan, { read: ["1.0.0"], keep: [], remove: [] });
  });

  test("reads what an older reader read", () => {
    const plan = planRepository(indexed({ "1.0.0": "a" }, READER_VERSION - 1), listed({ "1.0.0": "a" }));
    assert.deepEqual(plan, { read: ["1.0.0"], keep: [], remove: [] });
  });

  test("removes what a whole listing lacks", () => {
    const plan = planRepository(indexed({ "1.0.0": "a", "1.1.0": "b" }), listed({ "1.1.0": "b" }));
    assert.deepEqual(plan, { read: [], keep: ["1.1.0"], remove: ["1.0.0"] });
  });

  test("keeps a listed tag that could not be asked about", () => {
    const plan = planRepository(indexed({ "1.0.0": "a" }), listed({}, ["1.0.0", "2.0.0"]));
    assert.deepEqual(plan, { read: [], keep: ["1.0.0"], remove: [] });
  });

  test("keeps everything of a repository that could not be listed", () => {
    const error = new RegistryError("unavailable", "connection refused");
    const plan = planRepository(indexed({ "1.0.0": "a", "2.0.0": "b" }), {
      kind: "unreadable",
      repository,
      error,
    });
    assert.deepEqual(plan, { read: [], keep: ["1.0.0", "2.0.0"], remove: [] });
  });
});
