import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { countRows, planSections } from "#components/chart/values/plan-sections.ts";
import type { DocumentedKey } from "#lib/chart/values/documented-values.ts";
import { documentedKey } from "./documented-key.ts";

/** A key as the reader gives it; `parent` for one that only holds others. */
function key(
  path: string,
  detail: { parent?: boolean } & Partial<Pick<DocumentedKey, "description" | "section" | "subchart">> = {},
): DocumentedKey {
  const { parent = false, ...rest } = detail;
  return documentedKey(path, { ...(parent ? { type: "object", default: null } : {}), ...rest });
}

/** Sections as one may read them: `title or parent: its rows`. */
function outline(keys: readonly DocumentedKey[]): readonly string[] {
  return planSections(keys).map(
    ({ title, parent, rows }) => `${title ?? parent?.path ?? "-"}: ${rows.map((row) => row.path).join(" ")}`,
  );
}

describe("without headings", () => {
  test("keys stand under the top-level key that holds them, others together", () => {
    const keys = [
      key("replicas"),
      key("name"),
      key("image", { parent: true }),
      key("image.tag"),
      key("image.pull", { parent: true }),
      key("image.pull.policy"),
      key("extra"),
    ];
    assert.deepEqual(outline(keys), ["-: replicas name", "image: image.tag image.pull.policy", "-: extra"]);
  });

  test("a single child without words for its parent needs no heading", () => {
    const keys = [key("a"), key("rbac", { parent: true }), key("rbac.create"), key("b")];
    assert.deepEqual(outline(keys), ["-: a rbac.create b"]);
  });

  test("a parent with words of its own is a row among those it holds", () => {
    const keys = [key("rbac", { parent: true, description: "Who may what" }), key("rbac.create")];
    assert.deepEqual(outline(keys), ["rbac: rbac rbac.create"]);
  });

  test("a dot within a name parts nothing", () => {
    const keys = [key("a\\.b", { parent: true }), key("a\\.b.c"), key("a\\.b.d"), key("a")];
    assert.deepEqual(outline(keys), ["a\\.b: a\\.b.c a\\.b.d", "-: a"]);
  });
});

describe("with headings", () => {
  test("keys stand under the author's", () => {
    const keys = [
      key("a"),
      key("b", { section: "Network" }),
      key("c", { section: "Network", parent: true }),
      key("c.d", { section: "Network" }),
      key("e", { section: "Storage" }),
      key("f", { section: "Network" }),
    ];
    assert.deepEqual(outline(keys), ["-: a", "Network: b c.d f", "Storage: e"]);
  });

  test("a parent with words of its own is a row", () => {
    const keys = [key("a", { section: "x", parent: true, description: "y" }), key("a.b", { section: "x" })];
    assert.deepEqual(outline(keys), ["x: a a.b"]);
  });
});

describe("with subcharts", () => {
  test("their keys stand behind the chart's own, under the key that holds them there", () => {
    const keys = [
      key("a"),
      key("redis", { parent: true, subchart: "redis" }),
      key("redis.auth", { parent: true, subchart: "redis" }),
      key("redis.auth.enabled", { subchart: "redis" }),
      key("redis.auth.password", { subchart: "redis" }),
      key("redis.name", { subchart: "redis" }),
      key("b"),
      key("redis.common.x", { subchart: "redis.common" }),
    ];
    const groups = planSections(keys).map(
      ({ subchart, rows }) => `${subchart}: ${rows.map((row) => row.path)}`,
    );
    assert.deepEqual(groups, [
      "null: a,b",
      "redis: redis.auth.enabled,redis.auth.password",
      "redis: redis.name",
      "redis.common: redis.common.x",
    ]);
    assert.equal(planSections(keys)[1]?.parent?.path, "redis.auth");
  });

  test("a heading of the chart's own is none of theirs", () => {
    const keys = [key("a", { section: "x" }), key("r.b", { subchart: "r" }), key("r.c", { subchart: "r" })];
    assert.deepEqual(outline(keys), ["x: a", "-: r.b r.c"]);
  });
});

test("rows are counted over all sections", () => {
  assert.equal(countRows(planSections([key("a"), key("b", { parent: true }), key("b.c"), key("b.d")])), 3);
  assert.equal(countRows(planSections([])), 0);
});
