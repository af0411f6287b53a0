import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openPage } from "./support/browser.ts";
import { readSourceId } from "./support/pages.ts";

const source = await readSourceId();
const redis = `/charts/${source}/data/redis`;
const postgresql = `/charts/${source}/data/postgresql`;
const rows = (page: Page) => page.locator("#values ul[data-rows] > li:visible");
const visibleKeys = (page: Page) => rows(page).locator("> div:first-child > a");
const rowOf = (page: Page, key: string) => page.locator(`[id="key-${key}"]`);
const soughtKey = (page: Page) => page.getByRole("region", { name: "The key you asked for" });

describe("the values of a chart", () => {
  test("are found by a key's name and by the author's words", async (t) => {
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
    await find.fill("zzqx");
    await page.getByText("Nothing that is known of any key").waitFor();
    await find.fill("");
    assert.equal(await visibleKeys(page).count(), every);
    assertQuiet();
  });

  test("fold by section, without JavaScript too", async (t) => {
    const { page } = await openPage(t, { javaScriptEnabled: false });
    await page.goto(`${redis}?tab=values`);
    const heading = page.locator("#values summary").filter({ hasText: "Authentication" });
    assert.equal(await rowOf(page, "auth.password").isVisible(), true);
    await heading.click();
    assert.equal(await rowOf(page, "auth.password").isVisible(), false);
  });

  test("fold all at once", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto(`${redis}?tab=values`);
    await page.getByRole("button", { name: "Fold all" }).click();
    assert.equal(await visibleKeys(page).count(), 0);
    await page.getByRole("button", { name: "Open all" }).click();
    assert.ok((await visibleKeys(page).count()) > 20);
    assertQuiet();
  });

  test("lead to one key by its address", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto(`${redis}?tab=values&key=replica.replicaCount`);
    assert.match(await textOf(soughtKey(page)), /replica\.replicaCount.*2.*Replicas beside the primary/);
    // On a small screen, too, and the page stays where it is: the place is one step away, and Back leads to where one was.
    await page.setViewportSize({ width: 360, height: 780 });
    await page.reload({ waitUntil: "networkidle" });
    assert.equal(
      await soughtKey(page).getByRole("link", { name: "replica.replicaCount" }).evaluate(isInView),
      true,
    );
    await soughtKey(page).getByRole("link", { name: "Its place among all keys" }).click();
    await page.waitForURL(/#key-replica\.replicaCount$/);
    assert.equal(await page.locator("#values li[aria-current]").evaluate(isInView), true);

    await page.goto(`${redis}?tab=values&key=no.such.key`);
    await page.getByText("This version has no key").waitFor();
    assertQuiet();
  });

  test("give what to copy of a key, without JavaScript too", async (t) => {
    const { page } = await openPage(t, { javaScriptEnabled: false });
    await page.goto(`${postgresql}?tab=values&key=parameters.max_connections`);
    const texts = soughtKey(page).locator("pre");
    assert.deepEqual(await texts.allTextContents(), [
      "parameters.max_connections",
      "--set-string parameters.max_connections=200",
      'parameters:\n  max_connections: "200"',
    ]);
    const uses = soughtKey(page).getByRole("link", { name: "Templates that use it" });
    assert.equal(await uses.getAttribute("href"), "?tab=templates&find=.Values.parameters.max_connections");
  });

  test("are copied from the menu of a row, by keyboard alone", async (t) => {
    const { page, assertQuiet } = await openPage(t, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(`${redis}?tab=values`);
    const clipboard = async (text: string) => {
      await page.waitForFunction(async (text) => (await navigator.clipboard.readText()) === text, text);
      // The menu closes once it knows that it has copied.
      await page.waitForFunction(() => document.activeElement?.getAttribute("aria-expanded") === "false");
    };
    const key = rowOf(page, "service.type");
    const menu = page.getByRole("button", { name: "Copy or find service.type" });
    await key.getByRole("link", { name: "service.type" }).focus();
    await menu.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Copy --set" }).focus();
    await page.keyboard.press("Enter");
    await clipboard("--set service.type=ClusterIP");
    await menu.click();
    await page.getByRole("button", { name: "Copy YAML" }).click();
    await clipboard("service:\n  # Kind of the Service\n  type: ClusterIP");
    await menu.click();
    await page.getByRole("button", { name: "Copy path" }).click();
    await clipboard("service.type");
    await menu.click();
    await page.keyboard.press("Escape");
    assert.equal(await page.getByRole("button", { name: "Copy path" }).count(), 0);
    // One menu for all: it goes to the row that is chosen, and with the pointer from there.
    await rowOf(page, "service.port").locator("> span").click();
    await page.getByRole("button", { name: "Copy or find service.port" }).waitFor();
    await rowOf(page, "auth.enabled").hover();
    await page.getByRole("button", { name: "Copy or find auth.enabled" }).waitFor();
    assert.equal(await page.locator(".values-menu").count(), 1);
    assertQuiet();
  });

  test("show a long default whole", async (t) => {
    const { page } = await openPage(t, { javaScriptEnabled: false });
    await page.goto(`${redis}?tab=values`);
    const configuration = rowOf(page, "configuration");
    assert.equal(await configuration.locator("pre").isVisible(), false);
    await configuration.locator("summary").click();
    assert.match(await textOf(configuration.locator("pre")), /appendonly yes.*maxmemory-policy noeviction/);
  });

  test("lead from a key to its line in the file", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto(`${redis}?tab=values&key=replica.replicaCount`);
    const line = page.locator("#values li[aria-current]").getByRole("link", { name: /^Line / });
    const number = await textOf(line);
    await line.click();
    await page.waitForURL(/view=raw#L/);
    const target = page.locator(`#L${number}`);
    assert.match(await textOf(target), /replicaCount: 2/);
    assert.equal(await target.evaluate(isInView), true);
    assertQuiet();
  });

  test("show a key in the file, without JavaScript too", async (t) => {
    const { page } = await openPage(t, { javaScriptEnabled: false });
    await page.goto(`${redis}?tab=values&key=replica.replicaCount`);
    await page.getByRole("link", { name: "Raw" }).click();
    await page.waitForURL(/view=raw&key=replica\.replicaCount#L/);
    const line = page.locator(".folded [aria-current]");
    assert.match(await textOf(line), /replicaCount: 2/);
    assert.equal(await line.evaluate(isInView), true);
    await page.goto(`${redis}?tab=values&view=raw&key=replica.replicaCount`);
    await soughtKey(page).getByRole("link", { name: "replica.replicaCount" }).click();
    assert.equal(await line.evaluate(isInView), true);
  });

  test("are shown as files whose blocks fold, also those of the schema and of subcharts", async (t) => {
    const { page } = await openPage(t, { javaScriptEnabled: false });
    await page.goto(`${redis}?tab=values&view=raw`);
    const block = page.locator(".folded .block").filter({ hasText: /^\d+networkPolicy:/ });
    const inner = page.locator(".folded code").filter({ hasText: "allowExternal: false" });
    assert.equal(await inner.isVisible(), true);
    await block.locator("summary").first().click();
    assert.equal(await inner.isVisible(), false);
    const files = page.getByRole("navigation", { name: "Files of values" });
    await files.getByRole("link", { name: "values.schema.json" }).click();
    await page.waitForURL(/file=values\.schema\.json/);
    await page.locator(".folded code").filter({ hasText: '"title": "redis values"' }).waitFor();
  });
});

async function textOf(element: ReturnType<Page["locator"]>): Promise<string> {
  return ((await element.textContent()) ?? "").replace(/\s+/g, " ");
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}
