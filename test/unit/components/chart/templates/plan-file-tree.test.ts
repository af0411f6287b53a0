import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { planFileTree, type TreeNode } from "#components/chart/templates/plan-file-tree.ts";

const entries = (...paths: readonly string[]) => paths.map((path) => ({ path, size: 1 }));

/** Each node on a line, moved in by its depth; open folders with `-`, the current file with `*`. */
function drawn(nodes: readonly TreeNode[], indent = ""): readonly string[] {
  return nodes.flatMap((node) =>
    node.kind === "file"
      ? [`${indent}${node.name}${node.current ? "*" : ""}`]
      : [`${indent}${node.open ? "-" : "+"}${node.name} ${node.files}`, ...drawn(node.nodes, `${indent} `)],
  );
}

describe("the tree of an archive's files", () => {
  test("has folders before files, templates first, and is open where the current file is", () => {
    const paths = entries(
      "Chart.yaml",
      "charts/redis/Chart.yaml",
      "charts/redis/templates/a.yaml",
      "crds/a.yaml",
      "templates/a.yaml",
      "templates/tests/b.yaml",
    );
    assert.deepEqual(drawn(planFileTree(paths, "charts/redis/Chart.yaml").nodes), [
      "-templates 2",
      " +tests 1",
      "  b.yaml",
      " a.yaml",
      "-charts 2",
      " -redis 2",
      "  +templates 1",
      "   a.yaml",
      "  Chart.yaml*",
      "+crds 1",
      " a.yaml",
      "Chart.yaml",
    ]);
  });

  test("shows what was read of an archive within as its folder", () => {
    const packed = { path: "charts/redis-1.0.0.tgz/templates/a.yaml", size: null };
    const { nodes } = planFileTree([...entries("charts/redis-1.0.0.tgz"), packed], null);
    assert.deepEqual(drawn(nodes), ["+charts 1", " +redis-1.0.0.tgz 1", "  +templates 1", "   a.yaml"]);
  });

  test("takes names as they are", () => {
    const { nodes } = planFileTree(
      entries("__proto__/constructor", "templates/__proto__"),
      "templates/__proto__",
    );
    assert.deepEqual(drawn(nodes), ["-templates 1", " __proto__*", "+__proto__ 1", " constructor"]);
  });

  test("of very many files, however deep, is bounded, and holds the current one", () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `${"a/".repeat(400)}${index}/b`).sort();
    const last = many.at(-1) ?? "";
    const { nodes, left } = planFileTree(entries(...many), last);
    const lines = drawn(nodes);
    assert.equal(left, 7_999);
    assert.equal(lines.length, 2_001 + 12);
    assert.ok(lines.at(-1)?.endsWith("*"));
  });
});
