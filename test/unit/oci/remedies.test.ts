import assert from "node:assert/strict";
import { test } from "node:test";
import { REGISTRY_REMEDIES } from "#lib/oci/remedies.ts";

test("each remedy is one sentence that says what to do", () => {
  for (const [code, remedy] of Object.entries(REGISTRY_REMEDIES)) {
    assert.match(remedy, /^[A-Z][^.]+\.$/, code);
  }
});
