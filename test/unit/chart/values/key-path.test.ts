import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  formatKeyPath,
  isGlobalPath,
  keyPath,
  parentPath,
  readKeyNames,
  splitKeyPath,
} from "#lib/chart/values/key-path.ts";

describe("the path of a key", () => {
  test("parts names by dots, and those within a name have a backslash", () => {
    assert.equal(formatKeyPath(["a", "b.c", "d"]), String.raw`a.b\.c.d`);
    assert.equal(keyPath("a", "b.c"), String.raw`a.b\.c`);
    assert.equal(keyPath("", "b.c"), String.raw`b\.c`);
  });

  test("gives its names back, as they are and as they stand in it", () => {
    assert.deepEqual(readKeyNames(String.raw`a.b\.c.d`), ["a", "b.c", "d"]);
    assert.deepEqual(splitKeyPath(String.raw`a.b\.c.d`), ["a", String.raw`b\.c`, "d"]);
    assert.deepEqual(readKeyNames(""), [""]);
  });

  test("has the key around it before its last name", () => {
    assert.equal(parentPath("a.b.c"), "a.b");
    assert.equal(parentPath(String.raw`a.nginx\.org/x`), "a");
    assert.equal(parentPath(String.raw`nginx\.org/x`), null);
  });

  test("is global below that name alone", () => {
    assert.ok(isGlobalPath("global") && isGlobalPath("global.a"));
    assert.ok(!isGlobalPath("globals.a") && !isGlobalPath("a.global"));
  });
});
