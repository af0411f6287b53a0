import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openPage, productUrl } from "./support/browser.ts";
import { readSourceId } from "./support/pages.ts";

const source = await readSourceId();
const redis = `${source}/data/redis`;
const WITHOUT_SCRIPT = { javaScriptEnabled: false };

const compare = (from: string, to: string, more = "") =>
  `/compare?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}${more}`;
const part = (page: Page, name: string) => page.getByRole("region", { name: new RegExp(`^${name}\\b`) });

describe("a comparison, without JavaScript", () => {
  test("says what appeared, and shows the lines of a file", async (t) => {
    const { page, assertQuiet } = await openPage(t, WITHOUT_SCRIPT);
    await page.goto(compare(`${redis}@8.3.1+skerry.2`, `${redis}@8.4.2`));
    assert.equal(await page.title(), "redis 8.3.1+skerry.2 → 8.4.2 · Chartroom");
    const values = part(page, "Values");
    await values.getByRole("heading", { name: /^Appeared 1/ }).waitFor();
    assert.equal(await values.locator("[data-mark=added] a").first().textContent(), "podDisruptionBudget");
    const templates = part(page, "Templates");
    await templates.getByRole("link", { name: "templates/poddisruptionbudget.yaml" }).click();
    await page.waitForURL(/show=templates%2Fpoddisruptionbudget\.yaml/);
    await page.getByText("Only the new side has this file.").waitFor();
    assert.ok((await page.locator(".diff ins").count()) > 5);
    await page.getByRole("link", { name: "All parts" }).click();
    await page.waitForURL((url) => !url.searchParams.has("show"));
    assertQuiet();
  });

  test("tells first what breaks an upgrade", async (t) => {
    const { page } = await openPage(t, WITHOUT_SCRIPT);
    await page.goto(compare(`${redis}@8.4.2`, `${redis}@8.3.1+skerry.2`));
    const risks = page.getByRole("region", { name: "What may break an upgrade" });
    assert.match((await risks.textContent()) ?? "", /has no effect: .*podDisruptionBudget/);
    assert.equal(await part(page, "Values").locator("[data-mark=removed] del").first().isVisible(), true);
    // What does not differ is a line each.
    const same = page
      .getByRole("region")
      .filter({ hasText: /^[^.]*No difference in [^.]+\.$/ })
      .first();
    assert.ok(((await same.boundingBox())?.height ?? 999) < 60);
  });

  test("turns round, and takes other versions by its form", async (t) => {
    const { page } = await openPage(t, WITHOUT_SCRIPT);
    await page.goto(compare(`${redis}@8.3.0`, redis));
    await page.getByRole("link", { name: "Swap" }).click();
    await page.waitForURL((url) => url.searchParams.get("to") === `${redis}@8.3.0`);
    assert.match((await page.locator("h1").textContent()) ?? "", /^From redis 8\.4\.2 to redis 8\.3\.0$/);
    const to = page.getByRole("group", { name: "To" });
    await to.getByLabel("Version").selectOption("8.3.1+skerry.1");
    await page.getByRole("button", { name: "Compare" }).click();
    await page.waitForURL(
      (url) =>
        url.search ===
        `?from=${encodeURIComponent(redis).replaceAll("%2F", "%2F")}&to=${encodeURIComponent(`${redis}@8.3.1+skerry.1`)}`,
    );
    await to.getByLabel("Chart").fill(`${source}/data/postgresql`);
    await page.getByRole("button", { name: "Compare" }).click();
    await page.waitForURL((url) => url.searchParams.get("to") === `${source}/data/postgresql`);
    await page.getByText("a release is not upgraded to another chart").waitFor();
  });

  test("of a release with itself says that nothing differs, part by part", async (t) => {
    const { page } = await openPage(t, WITHOUT_SCRIPT);
    await page.goto(compare(redis, `${redis}@8.4.2`));
    assert.equal(await page.getByText(/^No difference in /).count(), 10);
    await page.getByText("Nothing that can be told from the charts' files.").waitFor();
  });

  test("of a file says which lines, and of no file that there is none", async (t) => {
    const { page } = await openPage(t, WITHOUT_SCRIPT);
    await page.goto(compare(`${redis}@8.4.1`, redis, "&show=values.yaml"));
    await page.getByText(/^\d+ lines? removed, \d+ lines? added\.$/).waitFor();
    assert.ok((await page.locator(".diff del b").count()) > 0);
    await page.goto(compare(`${redis}@8.4.1`, redis, "&show=no-such-file"));
    await page.getByText("Neither side has this file.").waitFor();
  });

  test("begins with two empty places", async (t) => {
    const { page } = await openPage(t, WITHOUT_SCRIPT);
    await page.goto("/compare");
    await page.getByRole("group", { name: "From" }).getByLabel("Chart").fill(redis);
    await page.getByRole("group", { name: "To" }).getByLabel("Chart").fill(`${redis}@8.0.0`);
    await page.getByRole("button", { name: "Compare" }).click();
    await page.waitForURL((url) => url.searchParams.get("to") === `${redis}@8.0.0`);
    await page.getByRole("heading", { name: "What may break an upgrade" }).waitFor();
  });
});

describe("what cannot be found", () => {
  const missing: readonly [what: string, from: string, to: string, title: string][] = [
    ["a chart", `${source}/no/such-chart`, redis, "The release to compare from cannot be found"],
    ["a version", redis, `${redis}@0.0.0`, "The release to compare to cannot be found"],
    ["a source", "no-such-source/redis", "neither/here", "Neither side can be found"],
    ["what is no address", "../../etc", redis, "The release to compare from cannot be found"],
  ];
  for (const [what, from, to, title] of missing) {
    test(`is said of ${what}, with its side`, async (t) => {
      const { page } = await openPage(t);
      const answer = await page.goto(compare(from, to));
      assert.equal(answer?.status(), 404);
      await page.getByRole("heading", { name: title }).waitFor();
      assert.equal(
        await page.getByRole("group", { name: "To" }).getByLabel("Chart").inputValue(),
        to.split("@")[0] === redis && title.includes("from") ? redis : to,
      );
    });
  }

  test("and no search engine is told of a comparison", async () => {
    const answer = await fetch(new URL(compare(`${redis}@8.4.1`, redis), productUrl()));
    assert.match(await answer.text(), /<meta name="robots" content="noindex/);
  });
});
