import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openPage } from "./support/browser.ts";
import { readSourceId } from "./support/pages.ts";

const redis = `/charts/${await readSourceId()}/data/redis`;
const switcher = (page: Page) => page.locator("summary").filter({ hasText: "Version" });
const visibleKeys = (page: Page) => page.locator("#values tr:visible th[scope=row]");

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

  test("finds a values key by its name and by the author's words", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto(`${redis}?tab=values`);
    const every = await visibleKeys(page).count();
    const find = page.getByRole("searchbox", { name: "Find a key or a word" });
    await find.fill("networkpolicy");
    await page.waitForURL(/find=networkpolicy/);
    const found = await visibleKeys(page).allTextContents();
    assert.ok(found.length > 0 && found.length < every);
    for (const key of found) assert.match(key, /networkpolicy/i);

    await find.fill("replicas beside the primary");
    assert.deepEqual(await visibleKeys(page).allTextContents(), ["replica.replicaCount"]);
    await find.fill("");
    assert.equal(await visibleKeys(page).count(), every);
    assertQuiet();
  });

  test("leads to one key by its address", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto(`${redis}?tab=values&key=replica.replicaCount`);
    const sought = page.getByRole("region", { name: "The key you asked for" });
    assert.match(await textOf(sought), /replica\.replicaCount.*number.*2.*Replicas beside the primary/);
    const row = page.locator("#values tr[aria-current]");
    await row.waitFor();
    assert.equal(await row.evaluate(isInView), true);

    await page.goto(`${redis}?tab=values&key=no.such.key`);
    await page.getByText("This version has no key").waitFor();
    assertQuiet();
  });

  test("leads from a key to its line in the file", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto(`${redis}?tab=values&key=replica.replicaCount`);
    const line = page.locator("#values tr[aria-current]").getByRole("link", { name: /^Line / });
    const number = await textOf(line);
    await line.click();
    await page.waitForURL(/view=raw#L/);
    const target = page.locator(`#L${number}`);
    assert.match(await textOf(target), /replicaCount: 2/);
    assert.equal(await target.evaluate(isInView), true);
    assertQuiet();
  });

  test("shows a key in the file, without JavaScript too", async (t) => {
    const { page } = await openPage(t, { javaScriptEnabled: false });
    await page.goto(`${redis}?tab=values&key=replica.replicaCount`);
    await page.getByRole("link", { name: "Raw" }).click();
    await page.waitForURL(/view=raw&key=replica\.replicaCount#L/);
    const line = page.locator(".source [aria-current]");
    assert.match(await textOf(line), /replicaCount: 2/);
    assert.equal(await line.evaluate(isInView), true);
    await page.goto(`${redis}?tab=values&view=raw&key=replica.replicaCount`);
    await page.getByRole("region", { name: "The key you asked for" }).getByRole("link").click();
    assert.equal(await line.evaluate(isInView), true);
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

  test("what is not there answers 404, and says what to do", async (t) => {
    const { page } = await openPage(t);
    for (const address of [`${redis}@0.0.1`, "/charts/nowhere/data/redis", "/charts/x", "/nothing"]) {
      const answer = await page.goto(address);
      assert.equal(answer?.status(), 404, address);
      await page.getByRole("link", { name: "Search all charts" }).waitFor();
    }
  });
});

async function textOf(element: ReturnType<Page["locator"]>): Promise<string> {
  return ((await element.textContent()) ?? "").replace(/\s+/g, " ");
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}
