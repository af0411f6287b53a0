import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openPage } from "./support/browser.ts";
import { readSourceId } from "./support/pages.ts";

const redis = `/charts/${await readSourceId()}/data/redis`;
const switcher = (page: Page) => page.locator("summary").filter({ hasText: "Version" });
const visibleKeys = (page: Page) => page.locator("#values ul[data-rows] > li:visible > div:first-child > a");

describe("a chart's page", () => {
  test("shows the newest stable version, and how to install it", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto(redis);
    assert.match(await textOf(switcher(page)), /8\.4\.2.*latest stable/);
    const registry = new URL(process.env.CHARTROOM_E2E_REGISTRY ?? "").host;
    const command = (await textOf(page.locator("code").first())).replace(/\s+/g, " ").trim();
    assert.equal(command, `helm install my-redis oci://${registry}/data/redis --version 8.4.2 --plain-http`);
    await page.getByRole("heading", { name: "About this release" }).waitFor();
    assertQuiet();
  });

  test("copies the install command with one click", async (t) => {
    const { page } = await openPage(t, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(redis);
    await page.getByRole("button", { name: "Copy the install command" }).click();
    await page.waitForFunction(async () =>
      (await navigator.clipboard.readText()).startsWith("helm install my-redis "),
    );
  });

  test("switches to another version and keeps the tab", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto(`${redis}?tab=values`);
    await switcher(page).click();
    await page
      .getByRole("navigation", { name: "Versions" })
      .getByRole("link", { name: /^8\.3\.1\+skerry\.2/ })
      .click();
    await page.waitForURL(`**${redis}@8.3.1+skerry.2?tab=values`);
    assert.match(await textOf(switcher(page)), /8\.3\.1\+skerry\.2/);
    await page.getByText("is not the newest").waitFor();
    await page.getByRole("link", { name: "8.4.2" }).first().click();
    await page.waitForURL(`**${redis}@8.4.2?tab=values`);
    assertQuiet();
  });

  test("closes the list of versions with Escape and with a click beside it", async (t) => {
    const { page } = await openPage(t);
    await page.goto(redis);
    const list = page.getByRole("navigation", { name: "Versions" });
    await switcher(page).click();
    await list.waitFor();
    await page.keyboard.press("Escape");
    await list.waitFor({ state: "hidden" });
    await switcher(page).click();
    await page.getByRole("heading", { level: 1 }).click();
    await list.waitFor({ state: "hidden" });
  });

  test("lists every version, also what is no version", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto(`${redis}?tab=versions`);
    const versions = await page.locator("table.versions tbody th a").allTextContents();
    assert.ok(versions.length > 10);
    assert.deepEqual(versions.slice(0, 4), ["8.4.2", "8.4.1", "8.4.0", "8.4.0-rc.2"]);
    assertQuiet();
  });

  test("works without JavaScript: versions, values, search over the keys", async (t) => {
    const { page } = await openPage(t, { javaScriptEnabled: false });
    await page.goto(redis);
    assert.ok((await textOf(page.locator(".prose"))).length > 200);
    await switcher(page).click();
    await page
      .getByRole("navigation", { name: "Versions" })
      .getByRole("link", { name: /^8\.4\.1/ })
      .click();
    await page.waitForURL(`**${redis}@8.4.1`);
    await page
      .getByRole("navigation", { name: "Chart" })
      .getByRole("link", { name: /^Values/ })
      .click();
    await page.waitForURL(`**${redis}@8.4.1?tab=values`);
    const find = page.getByRole("searchbox", { name: "Find a key or a word" });
    await find.fill("networkpolicy");
    await find.press("Enter");
    await page.waitForURL(/find=networkpolicy/);
    const found = await visibleKeys(page).allTextContents();
    assert.ok(found.length > 0);
    for (const key of found) assert.match(key, /networkpolicy/i);
  });

  test("on a narrow screen the links to its parts take two rows", async (t) => {
    const { page } = await openPage(t, { viewport: { width: 360, height: 780 }, javaScriptEnabled: false });
    await page.goto(`${redis}?tab=values`);
    const links = page.getByRole("navigation", { name: "Chart", exact: true });
    assert.ok(((await links.boundingBox())?.height ?? 999) < 80);
    assert.equal(await page.getByRole("link", { name: "Other ways to install" }).isVisible(), false);
    assert.equal(await links.getByRole("link", { name: "Install" }).isVisible(), true);
  });

  for (const javaScriptEnabled of [true, false]) {
    test(`what is not there answers 404, and says what to do, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async (t) => {
      const { page } = await openPage(t, { javaScriptEnabled });
      const gone = [`${redis}@0.0.1`, "/charts/nowhere/data/redis", "/charts/x", "/sources/x", "/nothing"];
      for (const address of [...gone, "/compare?from=nowhere/x&to=nowhere/y"]) {
        const answer = await page.goto(address);
        assert.equal(answer?.status(), 404, address);
        await page.getByRole("link", { name: "Search all charts" }).waitFor();
        assert.match(await page.title(), /./);
      }
      await page.goto(`${redis}@0.0.1`);
      await page.getByRole("link", { name: "all its versions" }).click();
      await page.waitForURL(`**${redis}?tab=versions`);
    });
  }
});

async function textOf(element: ReturnType<Page["locator"]>): Promise<string> {
  return ((await element.textContent()) ?? "").replace(/\s+/g, " ");
}
