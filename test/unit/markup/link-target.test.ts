import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseLinkTarget } from "#lib/markup/link-target.ts";

describe("an address", () => {
  test("within the text", () => {
    assert.deepEqual(parseLinkTarget("#a"), { kind: "anchor", fragment: "a" });
  });

  test("of another host, however it is written", () => {
    for (const address of [
      "https://a.example/b",
      "//a.example/b",
      "\\\\a.example/b",
      "/\\a.example/b",
      "HTTPS:a.example/b",
    ]) {
      assert.deepEqual(parseLinkTarget(address), {
        kind: "external",
        href: "https://a.example/b",
        host: "a.example",
      });
    }
    assert.equal(parseLinkTarget("mailto:a@b.example").kind, "external");
  });

  test("within the chart", () => {
    assert.deepEqual(parseLinkTarget(" docs/a.md "), { kind: "relative", path: "docs/a.md" });
    assert.equal(parseLinkTarget("/a").kind, "relative");
  });

  test("that runs something, or cannot be read", () => {
    for (const address of [
      "javascript:x",
      "java\nscript:x",
      "\u0001 JavaScript:x",
      "data:text/html,x",
      "vbscript:x",
      "https://",
      "",
      " ",
    ]) {
      assert.equal(parseLinkTarget(address).kind, "refused", address);
    }
  });
});
