import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { countRows, planSections } from "#components/chart/values/plan-sections.ts";
import type { ValueKey } from "#lib/chart/values/values.ts";

/** A key as the reader gives it; `parent` for one that only holds others. */
function key(
  path: string,
  detail: { parent?: boolean; description?: string; section?: string } = {},
): ValueKey {
  return {
    path,
    type: detail.parent ? "object" : "string",
    default: detail.parent ? null : '""',
    description: detail.description ?? "",
    section: detail.section ?? null,
    line: 1,
  };
}

/** Sections as one may read them: `title or parent: its rows`. */
function outline(keys: readonly ValueKey[]): readonly string[] {
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

  test("a parent's words are kept", () => {
    const keys = [key("rbac", { parent: true, description: "Who may what" }), key("rbac.create")];
    assert.deepEqual(outline(keys), ["rbac: rbac.create"]);
    assert.equal(planSections(keys)[0]?.parent?.description, "Who may what");
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
    ];
    assert.deepEqual(outline(keys), ["-: a", "Network: b c.d", "Storage: e"]);
  });

  test("a parent with words of its own is a row", () => {
    const keys = [key("a", { section: "x", parent: true, description: "y" }), key("a.b", { section: "x" })];
    assert.deepEqual(outline(keys), ["x: a a.b"]);
  });
});

test("rows are counted over all sections", () => {
  assert.equal(countRows(planSections([key("a"), key("b", { parent: true }), key("b.c"), key("b.d")])), 3);
  assert.equal(countRows(planSections([])), 0);
});
