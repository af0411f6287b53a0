import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { type Product, startProduct, untilRead } from "../support/product.ts";
import { openPage } from "./support/browser.ts";
import { LARGE_LINES, writeLargeChart } from "./support/large-chart.ts";

// The figures of docs are a quiet machine's; the bounds here leave room for one that does other things, too.
const MAX_GZIP = 500_000;
const MAX_LAYOUT_MS = 3_000;
const MAX_TASK_MS = 200;
const MAX_KEYSTROKE_MS = 300;

describe(`values of ${LARGE_LINES} lines`, () => {
  let folder: string;
  let product: Product;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "large-values-"));
    await writeLargeChart(join(folder, "charts"));
    const config = join(folder, "chartroom.yaml");
    await writeFile(config, JSON.stringify({ sources: [{ name: "large", layout: "charts" }] }));
    product = await startProduct({ args: ["--config", config] });
    await untilRead(product.url);
  });
  after(async () => {
    await product?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  for (const view of ["", "&view=raw"]) {
    test(`are there soon and scroll smoothly${view === "" ? "" : " as a file"}`, async (t) => {
      const { page, assertQuiet } = await openPage(t, {}, product.url);
      const address = `/charts/large/large?tab=values${view}`;
      const html = await (await fetch(`${product.url}${address}`)).text();
      const gzip = gzipSync(html).length;
      await page.addInitScript(observeTasks);
      await page.goto(address, { waitUntil: "load" });
      const painted = await page.evaluate(firstPaint);
      await page.waitForTimeout(1_000);
      const loading = await page.evaluate(longestTask);
      const scrolling = await scrollToTheEnd(page);
      t.diagnostic(
        `${kb(html.length)} of HTML, ${kb(gzip)} with gzip; first paint after ${painted.paint} ms, ` +
          `DOM after ${painted.dom} ms; longest task ${loading} ms while loading, ${scrolling} ms while scrolling`,
      );
      assert.ok(gzip <= MAX_GZIP, `${gzip} bytes`);
      assert.ok(painted.paint <= MAX_LAYOUT_MS, `${painted.paint} ms`);
      assert.ok(scrolling <= MAX_TASK_MS, `${scrolling} ms`);
      assertQuiet();
    });
  }

  test("are searched as one types", async (t) => {
    const { page, assertQuiet } = await openPage(t, {}, product.url);
    await page.goto("/charts/large/large?tab=values", { waitUntil: "networkidle" });
    const find = page.getByRole("searchbox", { name: "Find a key or a word" });
    await find.focus();
    await page.evaluate(timeKeystrokes);
    for (const letter of "log level") {
      await page.keyboard.press(letter === " " ? "Space" : letter);
      await page.waitForTimeout(300);
    }
    const times = await page.evaluate(() => (globalThis as { keystrokes?: number[] }).keystrokes ?? []);
    t.diagnostic(`from letter to paint: ${times.map(Math.round).join(", ")} ms`);
    assert.equal(times.length, 9);
    // The first reads all rows.
    assert.ok(Math.max(...times.slice(1)) <= MAX_KEYSTROKE_MS, `${times}`);
    const status = page.getByRole("status").filter({ hasText: "keys" });
    assert.match((await status.textContent()) ?? "", /^1,\d{3} of 8,000 keys$/);
    assertQuiet();
  });
});

interface Observed {
  tasks?: number[];
  keystrokes?: number[];
}

function observeTasks(): void {
  const observed = globalThis as Observed;
  const tasks: number[] = [];
  observed.tasks = tasks;
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe(
    {
      type: "longtask",
      buffered: true,
    },
  );
}

/** The longest since it was last asked. */
function longestTask(): number {
  const { tasks = [] } = globalThis as Observed;
  const longest = Math.round(Math.max(0, ...tasks));
  tasks.length = 0;
  return longest;
}

function firstPaint(): { paint: number; dom: number } {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const paint =
    performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.POSITIVE_INFINITY;
  return { paint: Math.round(paint), dom: Math.round(navigation?.domContentLoadedEventEnd ?? 0) };
}

/** Half a screen a frame, faster than anybody reads, until the end stays where it is. */
async function scrollToTheEnd(page: Page): Promise<number> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let still = 0;
        const step = () => {
          const before = window.scrollY;
          window.scrollBy(0, window.innerHeight / 2);
          still = window.scrollY === before ? still + 1 : 0;
          if (still > 10) resolve();
          else requestAnimationFrame(step);
        };
        step();
      }),
  );
  await page.waitForTimeout(200);
  return page.evaluate(longestTask);
}

function timeKeystrokes(): void {
  const observed = globalThis as Observed;
  const times: number[] = [];
  observed.keystrokes = times;
  document.addEventListener(
    "input",
    () => {
      const start = performance.now();
      // A task behind the frame's runs when that is painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - start);
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

function kb(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
