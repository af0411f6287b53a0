import assert from "node:assert/strict";
import { test } from "node:test";
import { plainText } from "#lib/chart/plain-text.ts";

test("keeps words, leaves out what nobody searches for", () => {
  const markdown = [
    "<!-- generated -->",
    "# Redis ![badge](https://img.example/b.svg)",
    "",
    "> A **fast** `cache`, see [the guide](https://example.com/guide).",
    "",
    "1. <b>helm</b> install oci://registry.example/redis",
    "",
    "| Key | Default |",
    "|-----|:-------:|",
  ].join("\n");
  assert.equal(plainText(markdown), "Redis A fast cache, see the guide. helm install Key Default");
});

test("puts no space before what ends a sentence, and takes none from before a name that begins so", () => {
  assert.equal(
    plainText("Ask **Grafana**. Set `a` ; see `.env`, not .npmrc"),
    "Ask Grafana. Set a; see .env, not .npmrc",
  );
});

test("is cut between characters, not within one", () => {
  assert.ok(plainText(`${"a".repeat(39_999)}😀`).isWellFormed());
});

test("a hostile text takes no longer than a long one", () => {
  const attacks = [
    "[".repeat(200_000),
    "<a".repeat(100_000),
    "<!--".repeat(50_000),
    "![](".repeat(50_000),
    `${" ".repeat(200_000)}x`,
  ];
  for (const attack of attacks) {
    const start = performance.now();
    plainText(attack);
    assert.ok(
      performance.now() - start < 1_000,
      `${attack.slice(0, 8)}… took ${performance.now() - start} ms`,
    );
  }
});
