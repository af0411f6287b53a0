import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContextOptions } from "playwright-core";
import { openPage } from "./support/browser.ts";
import { readPageSamples } from "./support/pages.ts";

const NARROW = { width: 360, height: 740 };
const THEMES: readonly ("light" | "dark")[] = ["light", "dark"];

const samples = await readPageSamples();

describe("every page", () => {
  for (const sample of samples) {
    for (const colorScheme of THEMES) {
      test(`${sample.name} (${sample.address}) has nothing for axe, ${colorScheme}`, async (t) => {
        await look(t, sample, { colorScheme });
      });
    }

    test(`${sample.name} (${sample.address}) fits 360 px, and axe agrees`, async (t) => {
      const page = await look(t, sample, { viewport: NARROW });
      const { wide, room } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        room: document.documentElement.clientWidth,
      }));
      assert.ok(wide <= room, `the page is ${wide} px wide in a window of ${room} px`);
    });
  }
});

/** Opens a page and lets it come to rest: answer as promised, nothing for axe, nothing logged, no other host asked. */
async function look(
  t: Parameters<typeof openPage>[0],
  sample: (typeof samples)[number],
  options: BrowserContextOptions,
) {
  const { page, assertQuiet } = await openPage(t, options);
  const answer = await page.goto(sample.address, { waitUntil: "networkidle" });
  assert.equal(answer?.status(), sample.status);
  const { violations, incomplete } = await new AxeBuilder({ page }).analyze();
  const findings = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" ")}`,
  );
  assert.deepEqual(findings, []);
  assert.deepEqual(
    incomplete.filter(({ id }) => id !== "color-contrast").map(({ id }) => id),
    [],
    "axe could not decide",
  );
  assert.equal(await page.locator("h1").count(), 1);
  assertQuiet();
  return page;
}
