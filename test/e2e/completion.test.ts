import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { openPage } from "./support/browser.ts";

const box = (page: Page) => page.getByRole("combobox", { name: "Search charts" });
const options = (page: Page) => page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");
const active = (page: Page) =>
  page.getByRole("listbox", { name: "Suggestions" }).getByRole("option", { selected: true });

describe("completion", () => {
  test("proposes qualifiers with what they mean, then their values with counts", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto("/");
    await box(page).pressSequentially("redis keyw", { delay: 20 });
    await options(page).first().waitFor();
    assert.deepEqual(await options(page).allTextContents(), ["keyword:charts with this keyword"]);
    assert.equal(await box(page).getAttribute("aria-expanded"), "true");
    await page.keyboard.press("Tab");
    assert.equal(await box(page).inputValue(), "redis keyword:");

    // Values that charts have which match the rest, and no others.
    await box(page).pressSequentially("ca");
    await options(page).filter({ hasText: "cache" }).waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations, []);
    await page.keyboard.press("ArrowDown");
    assert.match((await active(page).textContent()) ?? "", /^cache\d+$/);
    assert.equal(
      await box(page).getAttribute("aria-activedescendant"),
      await active(page).getAttribute("id"),
    );
    await page.keyboard.press("Enter");
    assert.equal(await box(page).inputValue(), "redis keyword:cache ");
    await page.waitForURL("**/?q=redis+keyword%3Acache");
    assert.equal(await options(page).count(), 0);
    assertQuiet();
  });

  test("Escape closes the list and leaves the text, and the arrow keys reach the hits again", async (t) => {
    const { page } = await openPage(t);
    await page.goto("/");
    await box(page).pressSequentially("na", { delay: 20 });
    await options(page).first().waitFor();
    await page.keyboard.press("Escape");
    assert.equal(await options(page).count(), 0);
    assert.equal(await box(page).inputValue(), "na");
    await page.keyboard.press("ArrowDown");
    await page.locator("#hits h2 a:focus").waitFor();
  });

  test("below the last suggestion the hits go on", async (t) => {
    const { page } = await openPage(t);
    await page.goto("/");
    await box(page).pressSequentially("kub", { delay: 20 });
    await options(page).first().waitFor();
    const count = await options(page).count();
    for (let step = 0; step < count; step += 1) await page.keyboard.press("ArrowDown");
    assert.equal(await active(page).textContent(), await options(page).last().textContent());
    await page.keyboard.press("ArrowDown");
    await page.locator("#hits h2 a:focus").waitFor();
    assert.equal(await options(page).count(), 0);
  });

  test("what is known without asking is proposed at once, and taken by a click", async (t) => {
    const { page } = await openPage(t);
    await page.goto("/");
    await page.route("**/api/v1/values?*", (route) => route.abort());
    await box(page).pressSequentially("-is:si");
    await options(page).getByText("signed").click();
    assert.equal(await box(page).inputValue(), "-is:signed ");
    assert.equal(await box(page).evaluate((element) => element === document.activeElement), true);
  });
});

describe("mistakes in the query language", () => {
  test("are shown where they are, and corrected by a click", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto("/");
    const fix = page.getByRole("link", { name: "Use image:redis" });
    await box(page).pressSequentially("imgae:redis");
    // One stops typing right behind it, and need not leave the box to be told.
    await page.getByText("There is no qualifier “imgae”. Did you mean image?").waitFor();
    await box(page).pressSequentially(" ha");
    await fix.click();
    assert.equal(await box(page).inputValue(), "image:redis ha");
    await page.waitForURL("**/?q=image%3Aredis+ha");
    assert.equal(await fix.count(), 0);
    assertQuiet();
  });

  test("are none while it is proposed how they could go on", async (t) => {
    const { page } = await openPage(t);
    await page.goto("/");
    const told = page.getByText(/is nothing that “is:” knows/);
    await box(page).pressSequentially("is:sig");
    await options(page).getByText("signed").waitFor();
    await page.waitForTimeout(800);
    assert.equal(await told.count(), 0);
    await page.keyboard.press("Escape");
    await told.waitFor();
  });

  test("restrict nothing", async (t) => {
    const { page } = await openPage(t);
    await page.goto("/?q=redis");
    const found = await page.locator("#hit-count b").first().textContent();
    await page.goto("/?q=redis+updated:yesterday");
    await page.getByText(/“yesterday” is no date/).waitFor();
    assert.equal(await page.locator("#hit-count b").first().textContent(), found);
  });
});
