import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_FIRST_LOAD, measureFirstLoad } from "../../bench/first-load.ts";
import { productUrl } from "./support/browser.ts";
import { readPageSamples } from "./support/pages.ts";

for (const { name, address } of await readPageSamples()) {
  test(`${name} (${address}) loads at most ${MAX_FIRST_LOAD / 1000} KB of scripts`, async (t) => {
    const { bytes, scripts } = await measureFirstLoad(`${productUrl()}${address}`);
    t.diagnostic(`${(bytes / 1000).toFixed(1)} KB in ${scripts.length} scripts`);
    assert.ok(bytes <= MAX_FIRST_LOAD, `${bytes} bytes: ${JSON.stringify(scripts, null, 1)}`);
  });
}
