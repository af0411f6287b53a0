import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openPage } from "./support/browser.ts";

const filters = (page: Page) => page.getByRole("complementary", { name: "Filters" });
const box = (page: Page) => page.getByRole("combobox", { name: "Search charts" });

describe("filters", () => {
  test("show what was typed as chosen, and take it out of the text", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto("/?q=redis+namespace:data&keyword=cache");
    const data = filters(page).getByRole("checkbox", { name: /^data \d/ });
    assert.equal(await data.isChecked(), true);
    await data.uncheck();
    await page.waitForURL("**/?q=redis&keyword=cache");
    assert.equal(await box(page).inputValue(), "redis");
    await page.goBack();
    await page.waitForURL(/namespace/);
    assert.equal(await box(page).inputValue(), "redis namespace:data");
    assertQuiet();
  });

  test("everything that restricts is a chip, typed or picked", async (t) => {
    const { page } = await openPage(t);
    await page.goto("/?q=redis+-is:deprecated+value:auth&namespace=data");
    const chips = page.getByRole("list", { name: "Active filters" }).getByRole("link");
    assert.deepEqual(await chips.allTextContents(), [
      "namespace data",
      "not is deprecated",
      "value auth",
      "Clear all filters",
    ]);
    await page.getByRole("link", { name: "Remove filter not is: deprecated" }).click();
    await page.waitForURL("**/?q=redis+value%3Aauth&namespace=data");
    await page.getByRole("link", { name: "Clear all filters" }).click();
    await page.waitForURL("**/?q=redis");
    assert.equal(await box(page).inputValue(), "redis");
    assert.equal(await chips.count(), 0);
  });

  test("a long one unfolds and can be searched, also for values the page was not sent", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto("/");
    const keywords = filters(page).getByRole("group", { name: "Keyword" });
    await keywords.getByText(/^Show \d+ more$/).click();
    const field = keywords.getByRole("searchbox", { name: "Find a keyword" });
    await field.fill("databa");
    await field.fill("zzz");
    await keywords.getByText("None begins with that.").waitFor();

    await page.route("**/api/v1/values?*", (route) =>
      route.fulfill({ json: { values: [{ value: "rarely-used", count: 1 }] } }),
    );
    await field.fill("rare");
    await keywords.getByRole("checkbox", { name: /^rarely-used 1$/ }).check();
    await page.waitForURL("**/?keyword=rarely-used");
    assertQuiet();
  });

  test("what the type facet says is not said twice", async (t) => {
    const { page } = await openPage(t);
    await page.goto("/");
    const marks = filters(page).getByRole("group", { name: "Is", exact: true }).getByRole("checkbox");
    const names = await marks.evaluateAll((all) => all.map((one) => one.getAttribute("value")));
    assert.ok(names.includes("signed"), `${names}`);
    assert.deepEqual(
      names.filter((name) => ["application", "library", "stable"].includes(name ?? "")),
      [],
    );
  });
});

test("pages lead to the end, and hits can be sorted without a word", async (t) => {
  const { page, assertQuiet } = await openPage(t);
  await page.goto("/");
  await page.getByLabel("Sort by").selectOption("name");
  await page.waitForURL("**/?sort=name");
  await page.getByRole("link", { name: "Next" }).click();
  await page.waitForURL("**/?sort=name&page=2");
  await page.getByText("Page 2 of 2").waitFor();
  const last = await page.locator("#hits h2").last().textContent();
  await page.getByRole("link", { name: "Previous" }).click();
  await page.getByText("Page 1 of 2").waitFor();
  const names = await page.locator("#hits h2").allTextContents();
  assert.deepEqual(names, [...names].sort());
  assert.ok(names.every((name) => name <= (last ?? "")));
  assertQuiet();
});
