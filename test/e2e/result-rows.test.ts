import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openPage } from "./support/browser.ts";

/** The page over an answer that is the server's own but for what is given. */
async function openAnswer(page: Page, change: (answer: Record<string, unknown>) => object): Promise<void> {
  await page.route("**/api/v1/search?*", async (route) => {
    const answer = await (await route.fetch()).json();
    await route.fulfill({ json: { ...answer, ...change(answer) } });
  });
  await page.goto("/");
  await page.getByRole("combobox", { name: "Search charts" }).pressSequentially("redis");
  await page.locator("#hit-count").getByText("redis").waitFor();
}

describe("a row", () => {
  test("names where else the same archive is, many of them folded away", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    const places = ["redis", "team-a/redis", "team-b/redis", "copies/old-redis", "team-c/redis"].map(
      (repository) => ({
        source: "harbor",
        repository,
      }),
    );
    await openAnswer(page, ({ hits }) => {
      const [first, ...rest] = hits as readonly object[];
      return { hits: [{ ...first, places }, ...rest] };
    });
    const row = page.locator("#hits > li").first();
    await row.getByText("also in").waitFor();
    assert.equal(await row.getByRole("link", { name: "harbor / team-a" }).isVisible(), true);
    assert.equal(await row.getByRole("link", { name: "harbor / team-c" }).isVisible(), false);
    await row.getByText("and 3 more").click();
    // A repository of another name is named whole.
    const other = row.getByRole("link", { name: "harbor / copies/old-redis" });
    assert.equal(await other.getAttribute("href"), "/charts/harbor/copies/old-redis");
    assert.equal(await other.isVisible(), true);
    assertQuiet();
  });

  test("shows three places it matched in, not more", async (t) => {
    const { page } = await openPage(t);
    const keys = ["a.one", "b.two", "c.three", "d.four"];
    const matched = keys.map((key) => ({
      field: "values",
      place: key,
      href: `/there?key=${key}`,
      segments: [{ text: `${key} says something`, match: false }],
    }));
    await openAnswer(page, ({ hits }) => ({
      hits: (hits as readonly object[]).map((hit) => ({ ...hit, matched })),
    }));
    const row = page.locator("#hits > li").first();
    await row.getByRole("link", { name: "a.one" }).waitFor();
    const links = row.getByRole("link", { name: /\./ });
    assert.deepEqual(await links.allTextContents(), keys.slice(0, 3));
    assert.equal(await row.locator("p", { hasText: "a.one" }).textContent(), "valuesa.one — says something");
  });
});

test("more hits than can be paged through are said to be more", async (t) => {
  const { page } = await openPage(t);
  await openAnswer(page, () => ({ total: 20_000, pages: 1_000 }));
  assert.match((await page.locator("#hit-count").textContent()) ?? "", /^20,000\+ charts match redis$/);
  await page.getByText("Page 1 of 1,000").waitFor();
  await page.getByRole("link", { name: "Last" }).click();
  await page.waitForURL("**/?q=redis&page=1000");
  await page.getByText(/There are more than the 20,000/).waitFor();
});
