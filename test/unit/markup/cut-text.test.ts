import assert from "node:assert/strict";
import { test } from "node:test";
import { cutText } from "#lib/markup/cut-text.ts";

test("a text of usual size stays whole", () => {
  for (const text of ["", "a", "a\n", "a: 1\r\nb: 2\n\n", `${"x".repeat(30)}\n`.repeat(10_000)]) {
    assert.deepEqual(cutText(text), { text, cut: false });
  }
});

test("many lines, long ones and a single one are cut, at the end of a line if there is one", () => {
  for (const end of ["\n", "\r", "\r\n"]) {
    const lines = cutText(end.repeat(2 * 1024 * 1024));
    assert.deepEqual([lines.text.split(end).length, lines.cut], [20_000, true]);
  }
  const long = cutText(`${"x".repeat(1023)}\n`.repeat(5 * 1024));
  assert.deepEqual([long.text.length, long.cut], [512 * 1024 - 1, true]);
  const single = cutText("😀".repeat(1024 * 1024));
  assert.deepEqual([single.text.length, single.cut], [512 * 1024, true]);
});
