import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openPage } from "./support/browser.ts";
import { readSourceId } from "./support/pages.ts";

const source = await readSourceId();
const hostile = `/charts/${source}/hostile/hostile`;

describe("the README of a chart", () => {
  test("shows pictures of other hosts by way of us, with their words if they cannot be had", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto(hostile, { waitUntil: "networkidle" });
    const picture = page.locator('.prose img[src*="beacon"]');
    const src = (await picture.getAttribute("src")) ?? "";
    assert.equal(
      src,
      `/readme-images/${source}/hostile/hostile@1.0.0?src=https%3A%2F%2Fevil.example%2Fbeacon.png`,
    );
    assert.equal(await picture.getAttribute("loading"), "lazy");
    assert.equal(await picture.getAttribute("alt"), "evil.example");
    const answer = await page.request.get(src);
    assert.equal(answer.status(), 502);
    assert.match(answer.headers()["content-security-policy"] ?? "", /sandbox/);
    assertQuiet();
  });

  test("leads to no machine inside, and to nothing it does not show", async (t) => {
    const { page } = await openPage(t);
    await page.goto(hostile);
    const ask = async (src: string) => {
      const path = `/readme-images/${source}/hostile/hostile@1.0.0?src=${encodeURIComponent(src)}`;
      const answer = await page.request.get(path);
      return `${answer.status()} ${(await answer.text()).slice(0, 60)}`;
    };
    assert.match(await ask("http://169.254.169.254/latest/meta-data/"), /^502 .*cannot be reached/);
    assert.match(await ask("http://169.254.169.254/latest/meta-data/iam/"), /^404 /);
  });

  test("has contents without JavaScript, each of which leads to its heading", async (t) => {
    const { page } = await openPage(t, { javaScriptEnabled: false });
    await page.goto(`/charts/${source}/observability/metrics-stack`);
    const contents = page.getByRole("navigation", { name: "Contents of the README" });
    await page.locator("summary", { hasText: "Contents" }).click();
    const links = contents.getByRole("link");
    const count = await links.count();
    assert.ok(count >= 5, `${count} headings`);
    for (const href of await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? "")))
      assert.equal(await page.locator(`[id="${href.slice(1)}"]`).count(), 1, href);
    await links.last().click();
    assert.ok(await page.locator(".prose :target").isVisible());
  });
});
