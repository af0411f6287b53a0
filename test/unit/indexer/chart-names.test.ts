import assert from "node:assert/strict";
import { test } from "node:test";
import { namePartsOf } from "#lib/indexer/chart-names.ts";

test("a chart is found by its name, joined or not, by each word of it, and by its other names", () => {
  const parts = ["argo-cd", "argocd", "argo", "cd", "gitops"];
  assert.deepEqual(namePartsOf("argo-cd", ["gitops"]), parts);
  assert.deepEqual(namePartsOf("redis", ["redis"]), ["redis"]);
});
