import assert from "node:assert/strict";
import { test } from "node:test";
import { jsonScript } from "#lib/markup/json-script.ts";

test("data comes back as it was, and nothing in it ends or opens an element", () => {
  const hostile = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "&lt;/script&gt;",
    "\u2028\u2029",
    "\u0000\ud800",
    "</ScRiPt\u0000>",
  ];
  const written = jsonScript({ hostile, [hostile[0] ?? ""]: 1 });
  assert.doesNotMatch(written, /[<>&\u2028\u2029]/);
  assert.deepEqual(JSON.parse(written), { hostile, [hostile[0] ?? ""]: 1 });
});
