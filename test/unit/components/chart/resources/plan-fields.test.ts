import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fieldAt, planFields, type ShownField } from "#components/chart/resources/plan-fields.ts";
import type { CrdField } from "#lib/chart/crds/crd-schema.ts";

const field = (name: string, fields: readonly CrdField[] = [], description = ""): CrdField => ({
  ...{ name, type: "object", required: false, description, enum: [], default: null, rules: [], fields },
  count: fields.reduce((sum, one) => sum + one.count + 1, 0),
});
const pathsOf = (fields: readonly ShownField[] | null): readonly string[] =>
  (fields ?? []).flatMap(({ path, within }) => [within === null ? `${path}…` : path, ...pathsOf(within)]);

const tree = [field("spec", [field("a.b", [field("c")]), field("big", [field("d", [], "x".repeat(5_000))])])];

describe("the fields of a kind that are shown", () => {
  test("are all of them where there is room, with paths that can be told apart", () => {
    assert.deepEqual(pathsOf(planFields(tree, null)), [
      "spec",
      "spec.a\\.b",
      "spec.a\\.b.c",
      "spec.big",
      "spec.big.d",
    ]);
  });

  test("leave out what does not fit, and only that", () => {
    assert.deepEqual(pathsOf(planFields(tree, null, 2_000)), [
      "spec",
      "spec.a\\.b",
      "spec.a\\.b.c",
      "spec.big…",
    ]);
  });

  test("begin at a field, which is always gone into", () => {
    assert.deepEqual(pathsOf(planFields(tree, "spec.big", 10)), ["spec.big.d"]);
    assert.deepEqual(pathsOf(planFields(tree, "spec.a\\.b")), ["spec.a\\.b.c"]);
    assert.equal(fieldAt(tree, "spec.a\\.b")?.count, 1);
    assert.equal(planFields(tree, "spec.no.such"), null);
  });
});
