import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHttpAddress } from "#components/chart/http-address.ts";

test("an address is shown without what everybody knows", () => {
  assert.deepEqual(parseHttpAddress(" https://github.com/acme/redis/ "), {
    href: "https://github.com/acme/redis/",
    label: "github.com/acme/redis",
  });
});

test("what is no http address is none", () => {
  for (const text of [
    "javascript:alert(1)",
    "data:text/html,x",
    "git@github.com:a/b",
    "github.com/a",
    "",
    "https://",
  ]) {
    assert.equal(parseHttpAddress(text), null, text);
  }
});
