import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { openPage } from "./support/browser.ts";

const box = (page: Page) => page.getByRole("combobox", { name: "Search charts" });
const hits = (page: Page) => page.locator("#hits > li");
const firstName = (page: Page) => hits(page).first().locator("h2");
const total = (page: Page) => page.locator("#hit-count");

describe("search", () => {
  test("finds while one types, with the match marked and the address kept", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto("/");
    await box(page).pressSequentially("redi", { delay: 30 });
    await page.waitForURL("**/?q=redi");
    await total(page).getByText("redi", { exact: true }).waitFor();
    await firstName(page).getByText("redis", { exact: true }).waitFor();
    assert.equal(await textOf(firstName(page)), "redis");
    assert.deepEqual(await firstName(page).locator("mark").allTextContents(), ["redi"]);
    assert.match(await textOf(total(page)), /^\d+ charts match redi$/);
    assert.equal(await page.title(), "redi · Chartroom");
    assertQuiet();
  });

  test("asks once for a word typed fast, and shows nothing of the words before it", async (t) => {
    const { page } = await openPage(t);
    await page.goto("/");
    const asked: string[] = [];
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.pathname === "/api/v1/search") asked.push(url.searchParams.get("q") ?? "");
    });
    await box(page).pressSequentially("ingress", { delay: 5 });
    await total(page).getByText("ingress", { exact: true }).waitFor();
    assert.equal(asked.at(-1), "ingress");
    assert.ok(asked.length < "ingress".length, `asked for ${asked}`);
  });

  test("facets combine, count what is left, and can be taken back", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto("/");
    const everything = await countOf(page);
    const filters = page.getByRole("complementary", { name: "Filters" });

    await filters.getByRole("checkbox", { name: /^data \d/ }).check();
    await page.waitForURL("**/?namespace=data");
    const inData = await countAfter(page, everything);
    assert.ok(inData > 1 && inData < everything, `${inData} of ${everything}`);

    // A second value of the same facet widens, another facet narrows.
    await filters.getByRole("checkbox", { name: /^web \d/ }).check();
    await page.waitForURL("**/?namespace=data&namespace=web");
    const inBoth = await countAfter(page, inData);
    assert.ok(inBoth > inData && inBoth < everything, `${inBoth}, not between ${inData} and ${everything}`);
    await filters.getByRole("checkbox", { name: /^database \d/ }).check();
    await page.waitForURL(/keyword=database/);
    const databases = await countAfter(page, inBoth);
    assert.ok(databases > 0 && databases < inBoth, `${databases} of ${inBoth}`);

    await page.getByRole("link", { name: "Clear all filters" }).click();
    await page.waitForURL((url) => url.search === "");
    assert.equal(await countAfter(page, databases), everything);
    assertQuiet();
  });

  test("back and forward bring each question and its answer", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto("/?q=postgresql");
    await page.getByRole("checkbox", { name: /^data \d/ }).check();
    await page.waitForURL("**/?q=postgresql&namespace=data");
    await page.getByLabel("Sort by").selectOption("name");
    await page.waitForURL(/sort=name/);

    await page.goBack();
    await page.waitForURL("**/?q=postgresql&namespace=data");
    assert.equal(await page.getByLabel("Sort by").inputValue(), "relevance");
    await page.goBack();
    await page.waitForURL("**/?q=postgresql");
    assert.equal(await page.getByRole("checkbox", { name: /^data \d/ }).isChecked(), false);
    assert.equal(await box(page).inputValue(), "postgresql");
    await page.goForward();
    await page.waitForURL("**/?q=postgresql&namespace=data");
    assert.equal(await page.getByRole("checkbox", { name: /^data \d/ }).isChecked(), true);
    assertQuiet();
  });

  test("the keyboard alone finds, opens, and comes back to where it was", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto("/");
    await page.keyboard.press("/");
    await page.keyboard.type("redis");
    await page.waitForURL("**/?q=redis");
    await firstName(page).getByText("redis", { exact: true }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const second = await hits(page).nth(1).locator("h2 a").getAttribute("href");
    assert.equal(await focusedHref(page), second);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    assert.equal(await box(page).evaluate((element) => element === document.activeElement), true);

    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "redis" }).waitFor();
    await page.goBack();
    await firstName(page).waitFor();
    assert.equal(new URL(page.url()).search, "?q=redis");
    // The row is there before the script that gives it the focus back.
    await page.locator("#hits a:focus").waitFor();
    assert.equal(await focusedHref(page), await hits(page).first().locator("h2 a").getAttribute("href"));
    assertQuiet();
  });

  test("a question nobody waits for any more is cancelled", async (t) => {
    const { page } = await openPage(t);
    await page.goto("/");
    // Never answered: what ends it is the browser.
    await page.route(/\/api\/v1\/search\?q=red$/, () => undefined);
    const cancelled = page.waitForEvent("requestfailed", (request) => request.url().endsWith("?q=red"));
    const asked = page.waitForRequest(/search\?q=red$/);
    await box(page).pressSequentially("red");
    await asked;
    await box(page).pressSequentially("is");
    assert.equal((await cancelled).failure()?.errorText, "net::ERR_ABORTED");
    await firstName(page).getByText("redis", { exact: true }).waitFor();
  });

  test("screen readers are told how many there are, once it is settled", async (t) => {
    const { page } = await openPage(t);
    await page.goto("/");
    const said = page.getByRole("status").filter({ hasText: /chart/ });
    assert.equal(await said.count(), 0);
    await box(page).pressSequentially("redis", { delay: 30 });
    await said.waitFor({ state: "attached" });
    assert.equal(await textOf(said), `${await countOf(page)} charts`);
  });

  test("rows say where they matched, and lead there", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto("/?q=value:networkPolicy.enabled+redis");
    const place = hits(page).first().getByRole("link", { name: "networkPolicy.enabled" });
    await place.click();
    await page.waitForURL(/data\/redis\?tab=values&key=networkPolicy\.enabled$/);
    await page.goBack();
    // The focus comes back to the place that was left for.
    await page.locator("#hits a:focus").waitFor();
    assert.match((await focusedHref(page)) ?? "", /key=networkPolicy\.enabled$/);
    assertQuiet();
  });

  test("nothing found says so, and what to do", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto("/?q=zzqxjwv");
    assert.match(await textOf(total(page)), /^0 charts match zzqxjwv$/);
    await page.getByRole("link", { name: "See which registries are read" }).waitFor();
    assert.equal(await hits(page).count(), 0);
    assertQuiet();
  });
});

async function textOf(element: Locator): Promise<string> {
  return (await element.textContent()) ?? "";
}

async function countOf(page: Page): Promise<number> {
  return Number(await textOf(total(page).locator("b").first()));
}

/** The count once it is another than before: the address changes first, the answer comes later. */
async function countAfter(page: Page, before: number): Promise<number> {
  await page.waitForFunction(
    (text) => document.querySelector("#hit-count b")?.textContent !== text,
    String(before),
  );
  return countOf(page);
}

function focusedHref(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute("href") ?? null);
}
