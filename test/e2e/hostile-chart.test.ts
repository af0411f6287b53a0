import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openPage } from "./support/browser.ts";
import { HOSTILE_TEMPLATE, readSourceId } from "./support/pages.ts";

const hostile = `/charts/${await readSourceId()}/hostile/hostile`;
const ADDRESSES = [
  "",
  "?tab=values",
  "?tab=values&view=raw",
  "?tab=versions",
  "?tab=values&key=password",
  "?tab=templates",
  `?tab=templates&file=${HOSTILE_TEMPLATE}`,
  "?tab=templates&find=script",
  "?tab=templates&find=%3Cimg%20src=x%20onerror=alert(7)%3E",
];

describe("a chart whose every text is an attack", () => {
  for (const query of ADDRESSES) {
    test(`does nothing on ${query === "" ? "its README" : query}`, async (t) => {
      const { page, assertQuiet } = await openPage(t);
      await page.goto(`${hostile}${query}`, { waitUntil: "networkidle" });
      // Handlers that wait for a hand on the mouse or for the focus.
      await page.evaluate(() => {
        for (const element of document.querySelectorAll<HTMLElement>("main *")) {
          element.dispatchEvent(new PointerEvent("pointerenter"));
          element.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
          element.focus();
        }
      });
      assert.equal(new URL(page.url()).pathname, hostile);
      assertQuiet();
    });
  }

  test("leaves nothing in its README that runs, loads, covers or clobbers", async (t) => {
    const { page } = await openPage(t);
    await page.goto(hostile);
    const prose = page.locator(".prose");
    const forbidden =
      "script, style, link, meta, base, iframe, object, embed, form, button, select, textarea, template, noscript, " +
      "math, svg, video, audio, picture, marquee, [style], [srcset], [background], [ping], [formaction], [name], " +
      "input:not([type=checkbox][disabled]), [id=main], [id=location], [id=__next]";
    assert.deepEqual(await prose.locator(forbidden).evaluateAll(outline), []);
    const handlers = await prose
      .locator("*")
      .evaluateAll((elements) =>
        elements.flatMap((element) => element.getAttributeNames().filter((name) => name.startsWith("on"))),
      );
    assert.deepEqual(handlers, []);
    const targets = await prose
      .locator("[href], [src]")
      .evaluateAll((elements) =>
        elements.map((element) => element.getAttribute("href") ?? element.getAttribute("src")),
      );
    const unsafe = targets.filter(
      (target) =>
        !/^(?:https?:\/\/|mailto:|#|\/api\/v1\/files\/|\/readme-images\/|\/charts\/)/.test(target ?? ""),
    );
    assert.deepEqual(unsafe, []);
    const images = await prose
      .locator("img")
      .evaluateAll((elements) => elements.map((one) => (one as HTMLImageElement).src));
    assert.deepEqual(
      images.filter((source) => !source.startsWith(new URL(page.url()).origin)),
      [],
    );
  });

  test("is shown to its end, and not over the page around it", async (t) => {
    const { page } = await openPage(t);
    await page.goto(hostile);
    await page.locator(".prose").getByRole("heading", { name: "Still here" }).waitFor();
    await page.getByText("The end of the hostile corpus.").waitFor();
    // Nothing of it covers the page's own navigation.
    await page
      .getByRole("navigation", { name: "Chart" })
      .getByRole("link", { name: /^Versions/ })
      .click();
    await page.waitForURL(/tab=versions/);
  });

  test("gives links to other sites no hold on this page", async (t) => {
    const { page } = await openPage(t);
    await page.goto(hostile);
    const relations = await page
      .locator(".prose a[href^=http]")
      .evaluateAll((links) =>
        links.map((link) => `${link.getAttribute("rel")} ${link.getAttribute("target")}`),
      );
    assert.ok(relations.length > 0);
    for (const relation of relations) {
      assert.match(relation, /\bnofollow\b/);
      if (relation.includes("_blank")) assert.match(relation, /\bnoopener\b/);
      assert.doesNotMatch(relation, /\bopener\b(?<!noopener)/);
    }
  });

  test("has files that are shown, and locked up: no script, no request, no page of ours", async (t) => {
    const { page } = await openPage(t);
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => dialogs.push(dialog.message()));
    const file = (path: string) =>
      `${hostile.replace("/charts/", "/api/v1/files/")}@1.0.0?path=files/${path}`;
    for (const [path, type] of [
      ["picture.svg", "image/svg+xml"],
      ["page.html", "text/plain; charset=utf-8"],
    ] as const) {
      const response = await page.goto(file(path));
      assert.equal(response?.status(), 200);
      const headers = response?.headers() ?? {};
      assert.equal(headers["content-type"], type);
      assert.equal(
        headers["content-security-policy"],
        "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      );
      assert.equal(headers["x-content-type-options"], "nosniff");
    }
    assert.deepEqual(dialogs, []);
  });

  test("is text in search, title and address bar too", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto("/?q=hostile", { waitUntil: "networkidle" });
    const description = await page.locator("#hits p").first().textContent();
    assert.match(description ?? "", /<img src=x onerror=/);
    await page.goto(
      `/?q=${encodeURIComponent("<img src=x onerror=alert(1)>")}&keyword=${encodeURIComponent("<svg onload=alert('keyword')>")}`,
    );
    assertQuiet();
  });
});

function outline(elements: Element[]): string[] {
  return elements.map((element) => element.outerHTML.slice(0, 120));
}
