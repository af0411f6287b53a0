import assert from "node:assert/strict";
import { test } from "node:test";
import { createStatusLine } from "#bin/status-line.ts";

/** What a terminal shows after it was written to: `\r` and the clearing of a line understood, nothing else. */
function screenOf(written: readonly string[]): string[] {
  return written
    .join("")
    .split("\n")
    .map((line) => line.split("\r\u001b[K").at(-1) ?? "");
}

test("lines of the log stand above the changing line, which stays whole", () => {
  const written: string[] = [];
  const line = createStatusLine({ write: (text) => written.push(text) });
  line.draw("acme  1 of 3");
  line.write("12:00:00 indexer: hello\n");
  line.draw("acme  2 of 3");
  assert.deepEqual(screenOf(written), ["12:00:00 indexer: hello", "acme  2 of 3"]);
  line.draw("");
  assert.deepEqual(screenOf(written), ["12:00:00 indexer: hello", ""]);
});

test("the changing line never wraps", () => {
  const written: string[] = [];
  createStatusLine({ write: (text) => written.push(text), columns: 10 }).draw("0123456789abc");
  assert.deepEqual(screenOf(written), ["012345678"]);
});
