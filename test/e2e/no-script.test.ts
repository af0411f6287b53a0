import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openPage } from "./support/browser.ts";

const WITHOUT_SCRIPT = { javaScriptEnabled: false };

describe("without JavaScript", () => {
  test("the form searches, and keeps filters and order", async (t) => {
    const { page } = await openPage(t, WITHOUT_SCRIPT);
    await page.goto("/");
    await page.getByRole("combobox", { name: "Search charts" }).fill("redis");
    await page.getByRole("button", { name: "Search" }).click();
    await page.waitForURL(/\?q=redis/);
    const everywhere = await page.locator("#hits > li").count();
    assert.equal(await page.locator("#hits h2").first().textContent(), "redis");

    await page.getByRole("checkbox", { name: /^data \d/ }).check();
    await page.getByLabel("Sort by").selectOption("name");
    await page.getByRole("button", { name: "Apply filters" }).click();
    await page.waitForURL(/namespace=data/);
    assert.match(page.url(), /q=redis/);
    assert.match(page.url(), /sort=name/);
    const inData = await page.locator("#hits > li").count();
    assert.ok(inData > 0 && inData < everywhere, `${inData} of ${everywhere}`);
    assert.equal(await page.getByRole("checkbox", { name: /^data \d/ }).isChecked(), true);
  });

  test("a mistake is shown with its correction, filters are chips, and help unfolds", async (t) => {
    const { page } = await openPage(t, WITHOUT_SCRIPT);
    await page.goto("/?q=redis+is:singed&namespace=data");
    await page.getByRole("link", { name: "Use is:signed" }).click();
    await page.waitForURL("**/?q=redis+is%3Asigned&namespace=data");
    await page.getByRole("link", { name: "Remove filter is: signed" }).click();
    await page.waitForURL("**/?q=redis&namespace=data");
    await page.getByText("What the box understands").click();
    await page.getByRole("link", { name: "image:redis" }).last().click();
    await page.waitForURL("**/?q=image%3Aredis");
    assert.ok((await page.locator("#hits > li").count()) > 0);
  });

  test("pages of results are links", async (t) => {
    const { page } = await openPage(t, WITHOUT_SCRIPT);
    await page.goto("/");
    const first = await page.locator("#hits h2").allTextContents();
    await page.getByRole("link", { name: "Next" }).click();
    await page.waitForURL("**/?page=2");
    const second = await page.locator("#hits h2").allTextContents();
    assert.ok(second.length > 0);
    assert.deepEqual(
      second.filter((name) => first.includes(name)),
      [],
    );
    await page.getByRole("link", { name: "Previous" }).click();
    await page.waitForURL((url) => url.search === "");
  });
});
