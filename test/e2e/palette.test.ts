import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { openPage } from "./support/browser.ts";

const box = (page: Page) => page.getByRole("combobox", { name: /^Go to a chart/ });
const options = (page: Page) => page.getByRole("dialog", { name: "Go to" }).getByRole("option");
const active = (page: Page) => page.getByRole("option", { selected: true });

async function openPalette(page: Page): Promise<void> {
  // The key is heard once the script runs.
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("Control+k");
  await box(page).waitFor();
}

describe("the palette", () => {
  test("jumps to a chart from any page, by keyboard alone", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto("/sources");
    await openPalette(page);
    await page.keyboard.type("postgresq");
    await active(page).getByText("postgresql").waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/charts\/.*\/data\/postgresql$/);
    assertQuiet();
  });

  test("jumps to a version of a chart", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto("/");
    await openPalette(page);
    await page.keyboard.type("redis@8.3.1+");
    await options(page).filter({ hasText: "redis@8.3.1+skerry.2" }).click();
    await page.waitForURL(/data\/redis@8\.3\.1\+skerry\.2$/);
    assertQuiet();
  });

  test("goes on with qualifiers, and searches for what is typed", async (t) => {
    const { page } = await openPage(t);
    await page.goto("/sources");
    await openPalette(page);
    await page.keyboard.type("imag");
    await options(page).filter({ hasText: "charts that run this image" }).waitFor();
    await page.keyboard.press("Tab");
    assert.equal(await box(page).inputValue(), "image:");
    await page.keyboard.type("redis");
    await options(page).getByText("Search for “image:redis”").click();
    await page.waitForURL("**/?q=image%3Aredis");
  });

  test("remembers where one has been, in this browser, until it is told to forget", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto("/?q=redis");
    await page.locator("#hits h2 a").first().click();
    await page.getByRole("heading", { level: 1, name: "redis" }).waitFor();
    await openPalette(page);
    assert.deepEqual((await options(page).allTextContents()).slice(0, 3), [
      "redischart",
      "redissearch",
      "Clear recentkept in this browser only",
    ]);
    await options(page).getByText("Clear recent").click();
    assert.match((await options(page).first().textContent()) ?? "", /^Search/);
    assert.equal(await page.evaluate(() => localStorage.getItem("chartroom.recent")), "[]");
    assertQuiet();
  });

  test("switches the theme, closes by Escape and gives the focus back", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto("/");
    await page.getByRole("button", { name: "Go to a chart or page" }).click();
    await box(page).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    const focused = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    assert.equal(focused, "Go to a chart or page");
    await openPalette(page);
    await page.keyboard.type("night");
    await options(page).getByText("Theme: night").click();
    await page.locator("html[data-theme=night]").waitFor();
    assert.equal(await page.getByRole("button", { name: "Night" }).getAttribute("aria-pressed"), "true");
    assertQuiet();
  });

  test("passes axe in both themes and fits 360 px; nothing of it is loaded before", async (t) => {
    const { page, assertQuiet } = await openPage(t, { viewport: { width: 360, height: 740 } });
    await page.goto("/", { waitUntil: "networkidle" });
    const scripts: string[] = [];
    page.on("request", (request) => {
      if (request.resourceType() === "script") scripts.push(request.url());
    });
    await openPalette(page);
    assert.ok(scripts.length > 0, "it comes with a script of its own");
    await page.keyboard.type("red");
    await options(page).filter({ hasText: "redis-cluster" }).waitFor();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(violations, []);
    }
    const { width = 0, x = 0 } = (await page.getByRole("dialog").boundingBox()) ?? {};
    assert.ok(x >= 0 && x + width <= 360, `from ${x}, ${width} px wide`);
    assertQuiet();
  });
});
