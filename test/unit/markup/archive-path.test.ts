import assert from "node:assert/strict";
import { test } from "node:test";
import { resolveArchivePath } from "#lib/markup/archive-path.ts";

const CASES: readonly (readonly [from: string, target: string, path: string | null])[] = [
  ["README.md", "values.yaml", "values.yaml"],
  ["README.md", "./docs/a%20b.md#top", "docs/a b.md"],
  ["README.md", "img/logo.png?raw=true", "img/logo.png"],
  ["docs/README.md", "../values.yaml", "values.yaml"],
  ["docs/README.md", "a//b/./c", "docs/a/b/c"],
  ["README.md", "../other-chart/README.md", null],
  ["README.md", "docs/../../x", null],
  ["README.md", "/docs/x.md", null],
  ["README.md", "%2e%2e/x", null],
  ["README.md", "a%zz", null],
  ["README.md", "", null],
  ["README.md", ".", null],
  ["README.md", "?a=b", null],
];

for (const [from, target, path] of CASES) {
  test(`${target} in ${from} is ${path}`, () => assert.equal(resolveArchivePath(from, target), path));
}
