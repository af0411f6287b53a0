import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openPage } from "./support/browser.ts";
import { readSourceId } from "./support/pages.ts";

const redis = `/charts/${await readSourceId()}/data/redis`;
const TAB = `${redis}?tab=templates`;
const tree = (page: Page) => page.getByRole("navigation", { name: "Files" });
const shownFile = (page: Page) => page.locator("h2 code").first();

describe("the files of a chart", () => {
  test("begin with a workload, and every file of the archive is in the tree", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto(TAB);
    assert.equal(await shownFile(page).textContent(), "templates/statefulset.yaml");
    assert.equal(await tree(page).locator("[aria-current]").textContent(), "statefulset.yaml");
    const names = await tree(page).locator("a").allTextContents();
    for (const name of ["_names.tpl", "Chart.yaml", "values.schema.json", "README.md", "statefulset.yaml"]) {
      assert.ok(names.includes(name), `${name} in ${names}`);
    }
    await tree(page).getByRole("link", { name: "configmap.yaml" }).click();
    await page.waitForURL("**/data/redis?tab=templates&file=templates%2Fconfigmap.yaml");
    assert.equal(await shownFile(page).textContent(), "templates/configmap.yaml");
    assertQuiet();
  });

  test("show lines by their address, and files of every kind", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto(`${TAB}&file=templates%2Fstatefulset.yaml#L10`);
    assert.match((await page.locator("#L10").textContent()) ?? "", /selectorLabels/);
    assert.equal(await page.locator("#L10").evaluate(isInView), true);
    await page.goto(`${TAB}&file=values.schema.json`);
    await page.locator(".source .hljs-attr").first().waitFor();
    await page.goto(`${TAB}&file=docs%2Fsentinel.png`);
    await page.getByText("This file is no text").waitFor();
    await page.goto(`${TAB}&file=..%2F..%2Fetc%2Fpasswd`);
    await page.getByText("This version has no such file").waitFor();
    assertQuiet();
  });

  test("lead from a value to what is known of it, and from a name to its definition", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto(`${TAB}&file=templates%2Fstatefulset.yaml`);
    const value = page.locator(".source a", { hasText: ".Values.persistence.enabled" }).first();
    assert.match((await value.getAttribute("title")) ?? "", /^persistence\.enabled: boolean, true/);
    const name = page.locator(".source a", { hasText: '"common.fullname"' }).first();
    assert.match(
      (await name.getAttribute("title")) ?? "",
      /Defined in charts\/common\/templates\/_names\.tpl, line \d/,
    );
    await name.click();
    await page.waitForURL(/file=charts%2Fcommon%2Ftemplates%2F_names\.tpl#L\d/);
    await page.locator(".source > div > div:target", { hasText: 'define "common.fullname"' }).waitFor();
    await page.getByText(/^Defines \d names$/).click();
    await page.getByRole("link", { name: "templates/statefulset.yaml:4" }).first().click();
    await page.waitForURL(/file=templates%2Fstatefulset\.yaml#L4/);
    await page.locator(".source a", { hasText: ".Values.persistence.enabled" }).first().click();
    await page.waitForURL(/tab=values&key=persistence\.enabled/);
    assertQuiet();
  });

  test("list the values a file uses with their defaults, without JavaScript too", async (t) => {
    const { page } = await openPage(t, { javaScriptEnabled: false });
    await page.goto(`${TAB}&file=templates%2Fstatefulset.yaml`);
    await page.getByText(/^Uses \d+ keys of the values$/).click();
    const row = page.locator(".used-keys li").filter({ hasText: "replica.replicaCount" });
    assert.match((await row.textContent()) ?? "", /replica\.replicaCount2/);
    await row.getByRole("link", { name: "Where replica.replicaCount is used" }).click();
    await page.waitForURL(/find=\.Values\.replica\.replicaCount/);
    await page.getByRole("link", { name: "templates/statefulset.yaml" }).waitFor();
  });

  test("are searched by words and by key, without JavaScript too", async (t) => {
    const { page } = await openPage(t, { javaScriptEnabled: false });
    await page.goto(TAB);
    const find = page.getByRole("searchbox", { name: "Find words or a key in the templates" });
    await find.fill("mountpath redis");
    await find.press("Enter");
    await page.waitForURL(/tab=templates&find=mountpath\+redis/);
    const [line] = await page.locator(".found-file li").allTextContents();
    assert.match(line ?? "", /mountPath: \/etc\/redis/);
    assert.deepEqual(await page.locator(".found-file mark").first().textContent(), "mountPath");
    await find.fill(".Values.nodeSelector");
    await find.press("Enter");
    await page.getByText(/is used in \d+ lines? in \d+ file/).waitFor();
    const marks = await page.locator(".found-file mark").allTextContents();
    assert.deepEqual(marks, [".Values.nodeSelector", "."]);
    await page.locator(".found-file li a").first().click();
    await page.waitForURL(/file=templates%2Fstatefulset\.yaml&find=\.Values\.nodeSelector#L\d/);
    assert.equal(await page.locator(".source [aria-current]").count(), 2);
  });

  test("fold above the file on a narrow screen", async (t) => {
    const { page } = await openPage(t, { viewport: { width: 360, height: 700 }, javaScriptEnabled: false });
    await page.goto(TAB);
    await tree(page).waitFor({ state: "hidden" });
    await page.getByLabel(/Show all files/).check();
    await tree(page).getByRole("link", { name: "configmap.yaml" }).click();
    await page.waitForURL(/file=templates%2Fconfigmap\.yaml/);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
  });
});

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}
