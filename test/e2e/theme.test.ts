import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openPage } from "./support/browser.ts";

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

describe("the theme", () => {
  test("follows the system", async (t) => {
    const day = await openPage(t, { colorScheme: "light" });
    const night = await openPage(t, { colorScheme: "dark" });
    await day.page.goto("/");
    await night.page.goto("/");
    assert.notEqual(await paper(day.page), await paper(night.page));
  });

  test("is switched at once, and is in the first byte of every page from then on", async (t) => {
    const { page, assertQuiet } = await openPage(t, { colorScheme: "light" });
    await page.goto("/");
    const day = await paper(page);
    const saved = page.waitForResponse("**/theme");
    await page.getByRole("button", { name: "Night" }).click();
    const night = await paper(page);
    assert.notEqual(night, day);
    assert.equal((await saved).status(), 303);

    const answer = await page.goto("/sources");
    assert.match((await answer?.text()) ?? "", /<html[^>]* data-theme="night"/);
    assert.equal(await paper(page), night);

    await page.getByRole("button", { name: "Like the system" }).click();
    assert.equal(await paper(page), day);
    assertQuiet();
  });

  test("is switched without JavaScript too, and the page stays", async (t) => {
    const { page } = await openPage(t, { colorScheme: "light", javaScriptEnabled: false });
    await page.goto("/?q=redis");
    await page.getByRole("button", { name: "Night" }).click();
    await page.waitForURL("**/?q=redis");
    assert.equal(await page.locator("html").getAttribute("data-theme"), "night");
  });
});
