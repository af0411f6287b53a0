import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { assertAccessible } from "./support/accessible.ts";
import { openPage, productUrl } from "./support/browser.ts";
import { readPageSamples } from "./support/pages.ts";

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 360, height: 740 };

const samples = await readPageSamples();

// Two at a time: axe looks at each page three times, and there are fifty.
describe("every page, in both themes, wide and narrow", { concurrency: 2 }, () => {
  for (const { name, address, status } of samples) {
    test(`${name} (${address})`, async (t) => {
      const { page, assertQuiet } = await openPage(t, { viewport: WIDE, colorScheme: "light" });
      const answer = await page.goto(address, { waitUntil: "networkidle" });
      assert.equal(answer?.status(), status);
      assert.equal(await page.locator("h1").count(), 1);
      await assertAccessible(page, "light");
      await page.emulateMedia({ colorScheme: "dark" });
      await assertAccessible(page, "dark");

      await page.setViewportSize(NARROW);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= NARROW.width, `the page is ${width} px wide in a window of ${NARROW.width} px`);
      await assertAccessible(page, "dark, narrow");
      // Nothing logged, no rule of the content policy broken, no other host asked.
      assertQuiet();
    });
  }
});

test("what cannot be decoded names nothing, and is answered with the headers of every page", async () => {
  for (const path of [
    "/charts/%ff",
    "/charts/a%",
    "/sources/%ff",
    "/api/v1/charts/%ff",
    "/api/v1/files/%ff",
  ]) {
    const answer = await fetch(new URL(path, productUrl()));
    assert.equal(answer.status, 404, path);
    assert.match(answer.headers.get("content-security-policy") ?? "", /default-src 'none'/);
    assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
  }
});
