import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { assertAccessible } from "./support/accessible.ts";
import { openPage } from "./support/browser.ts";
import { readSourceId } from "./support/pages.ts";

const redis = `/charts/${await readSourceId()}/data/redis`;
const SECRET = "only-i-know-this";
const MINE = `architecture: replication
replicaCount: 3
image:
  tagg: "${SECRET}"
auth:
  password: "${SECRET}"
service:
  port: eighty
podDisruptionBudget:
  enabled: false
`;

const field = (page: Page) => page.getByRole("textbox", { name: "Your values" });
const group = (page: Page, name: RegExp) =>
  page
    .locator("section, details")
    .filter({ has: page.locator("h4, summary").filter({ hasText: name }) })
    .last();

async function openCheck(page: Page, more = ""): Promise<void> {
  await page.goto(`${redis}?tab=values&view=check${more}`);
  await field(page).waitFor();
  // What is dropped before React has come is nobody's.
  await field(page).evaluate(async (element) => {
    while (!Object.keys(element).some((name) => name.startsWith("__reactProps")))
      await new Promise((resolve) => setTimeout(resolve, 20));
  });
}

describe("check my values", () => {
  test("tells what is wrong, where, and what was meant", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await openCheck(page);
    await field(page).fill(MINE);
    await group(page, /^Helm refuses \(1\)/)
      .getByText("“service.port” must be a whole number")
      .waitFor();
    await group(page, /^Keys the chart does not know \(1\)/)
      .getByRole("link", { name: "replica.replicaCount" })
      .waitFor();
    const slip = group(page, /^Worth a look \(1\)/);
    await slip.getByText("Perhaps “image.tag” was meant").waitFor();
    await page
      .getByText("1 thing Helm refuses, 1 unknown key, 1 thing worth a look, 1 set to the default.", {
        exact: true,
      })
      .first()
      .waitFor();

    await slip.getByRole("button", { name: "Line 4" }).click();
    await assertAccessible(page, "with findings");
    await page.setViewportSize({ width: 360, height: 740 });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360);
    await page.setViewportSize({ width: 1280, height: 740 });
    const selected = await field(page).evaluate((element) => {
      const area = element as HTMLTextAreaElement;
      return [document.activeElement === area, area.value.slice(area.selectionStart, area.selectionEnd)];
    });
    assert.deepEqual(selected, [true, `  tagg: "${SECRET}"`]);
    await slip.getByRole("link", { name: "image.tag" }).click();
    await page.waitForURL(/tab=values&key=image\.tag/);
    assertQuiet();
  });

  test("says that nothing is wrong, and what could be left out", async (t) => {
    const { page, assertQuiet } = await openPage(t, { permissions: ["clipboard-read", "clipboard-write"] });
    await openCheck(page);
    await field(page).fill("architecture: replication\nreplica:\n  replicaCount: 5\n");
    await page.getByRole("heading", { name: "Nothing wrong." }).waitFor();
    await page.getByRole("button", { name: "Copy the file without what is the default" }).click();
    await page.waitForFunction(
      async () => (await navigator.clipboard.readText()) === "replica:\n  replicaCount: 5\n",
    );
    assertQuiet();
  });

  test("tells which keys are gone in another version, and keeps the text meanwhile", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await openCheck(page);
    await field(page).fill(MINE);
    await page.getByLabel("Written for").selectOption("8.4.2");
    await page.getByLabel("Check against").selectOption("8.3.0");
    await group(page, /^Keys that are gone \(1\)/)
      .getByText("“podDisruptionBudget” is in 8.4.2 and no longer here")
      .waitFor();
    await page.waitForURL(/against=8\.3\.0&from=8\.4\.2|from=8\.4\.2&against=8\.3\.0/);

    await page.reload();
    await group(page, /^Keys that are gone \(1\)/).waitFor();
    await page.goto(`${redis}@8.4.1?tab=values&view=check`);
    await group(page, /^Helm refuses/).waitFor();
    assert.equal(await field(page).inputValue(), MINE);
    await page.getByRole("button", { name: "Clear" }).click();
    await page.reload();
    await field(page).waitFor();
    assert.equal(await field(page).inputValue(), "");
    assert.equal(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })), "{}");
    assertQuiet();
  });

  test("sends the file nowhere, and works once the connection is gone", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    const carried: string[] = [];
    page.context().on("request", (request) => {
      const whole = `${request.url()} ${request.postData() ?? ""} ${JSON.stringify(request.headers())}`;
      if (request.method() !== "GET" || whole.includes(SECRET)) carried.push(whole);
    });
    await openCheck(page);
    await field(page).fill(MINE);
    await group(page, /^Helm refuses/).waitFor();
    await page.context().setOffline(true);
    await field(page).fill(`${MINE}nonsense: ${SECRET}\n`);
    await group(page, /^Keys the chart does not know \(2\)/).waitFor();
    assert.deepEqual(carried, []);
    assertQuiet();
  });

  test("takes a file, and says where it is not YAML", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await openCheck(page);
    const file = {
      name: "values.yaml",
      mimeType: "application/yaml",
      buffer: Buffer.from("image:\n\ttag: x\n"),
    };
    await page.getByLabel("Open a file").setInputFiles(file);
    await page.getByRole("heading", { name: "Helm cannot read this file." }).waitFor();
    await group(page, /^Helm refuses/)
      .getByText("never with tabs")
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Line 2, column 1" }).first().click();
    await page
      .getByLabel("Open a file")
      .setInputFiles({ ...file, buffer: Buffer.alloc(1024 * 1024 + 1, "#") });
    await page.getByText("values.yaml is larger than 1 MiB").waitFor();
    assertQuiet();
  });

  test("takes a file that is dropped", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await openCheck(page);
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["architecture: both\n"], "values.yaml"));
      return transfer;
    });
    await field(page).dispatchEvent("drop", { dataTransfer: data });
    await group(page, /^Helm refuses/)
      .getByText('“architecture” must be one of "standalone", "replication"')
      .waitFor();
    assertQuiet();
  });

  test("checks 10,000 lines in less than a second", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await openCheck(page);
    await field(page).fill("architecture: standalone\n");
    await page.getByRole("heading", { name: "Nothing wrong." }).waitFor();
    const lines = Array.from({ length: 5_000 }, (_, at) => `key${at}:\n  some: text of ${at}`);
    const took = await field(page).evaluate(async (element, text) => {
      const area = element as HTMLTextAreaElement;
      area.value = text;
      const start = performance.now();
      area.dispatchEvent(new Event("input", { bubbles: true }));
      while (!/5,000/.test(document.body.textContent ?? ""))
        await new Promise((resolve) => setTimeout(resolve, 10));
      return performance.now() - start;
    }, lines.join("\n"));
    t.diagnostic(`${took.toFixed(0)} ms from the last letter to the result, 350 of them a pause`);
    assert.ok(took < 2_500, `${took}`);
    assertQuiet();
  });

  test("stops what would take for ever, and can be tried again", async (t) => {
    const { page } = await openPage(t);
    await page.route("**/api/v1/values-model/**", (route) =>
      route.fulfill({
        json: {
          ...{ name: "redis", version: "8.4.2", defaults: { a: "" }, keys: [], subcharts: [], problems: [] },
          schemas: [
            {
              subchart: "",
              file: "values.schema.json",
              schema: { properties: { a: { pattern: "^(a+)+$" } } },
            },
          ],
        },
      }),
    );
    await openCheck(page);
    await field(page).fill(`a: ${"a".repeat(60)}!\n`);
    await page.getByText("The check was stopped after 5 seconds").waitFor();
    await field(page).fill("a: aaa\n");
    await page.getByRole("heading", { name: "Nothing wrong." }).waitFor();
  });

  test("says without JavaScript how Helm does it", async (t) => {
    const { page, assertQuiet } = await openPage(t, { javaScriptEnabled: false });
    await page.goto(`${redis}?tab=values&view=check`);
    await page.getByText(/helm template my-redis -f my-values\.yaml oci:.*--version 8\.4\.2/).waitFor();
    assert.equal(await field(page).isVisible(), false);
    assertQuiet();
  });
});
