import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { chartArchive } from "../support/archive-builder.ts";
import { type FakeRegistry, startFakeRegistry } from "../support/fake-registry.ts";
import { startMeilisearch, type TestMeilisearch } from "../support/meilisearch.ts";
import { type Product, readSources, startProduct, untilRead, waitFor } from "../support/product.ts";
import { assertAccessible } from "./support/accessible.ts";
import { openPage } from "./support/browser.ts";

const TOKEN = "a token of the operator";
const NARROW = { width: 360, height: 740 };

describe("an operator", () => {
  let registry: FakeRegistry;
  let meilisearch: TestMeilisearch;
  let product: Product;
  let folder: string;

  before(async () => {
    registry = await startFakeRegistry();
    await push("data/redis");
    meilisearch = await startMeilisearch();
    folder = await mkdtemp(join(tmpdir(), "operator-"));
    const config = join(folder, "chartroom.yaml");
    const source = { name: "acme", registry: registry.url.origin, plainHttp: true, interval: "1h" };
    await writeFile(config, JSON.stringify({ sources: [source] }));
    product = await startProduct({
      args: ["--config", config],
      env: {
        MEILI_URL: meilisearch.url,
        MEILI_MASTER_KEY: meilisearch.key,
        CHARTROOM_ADMIN_TOKEN: TOKEN,
      },
    });
    await untilRead(product.url);
  });
  after(async () => {
    await product?.stop();
    await meilisearch?.stop();
    await registry?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const push = async (repository: string) => {
    const name = repository.split("/").at(-1) ?? "";
    registry.push(repository, "1.0.0", {
      layers: [{ content: await chartArchive({ name, version: "1.0.0" }) }],
    });
  };
  const charts = async () => (await readSources(product.url))[0]?.charts;
  const readNow = (page: Page) => page.getByRole("button", { name: "Read now (acme)" });

  test("has a source read by keyboard alone, is asked for the token once, and sees when it is done", async (t) => {
    const { page, forgive, assertQuiet } = await openPage(t, { viewport: NARROW }, product.url);
    const addresses: string[] = [];
    page.on("request", (request) => addresses.push(request.url()));
    await push("data/etcd");
    await page.goto("/sources");
    await readNow(page).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Read acme now" });
    await dialog.waitFor();
    assert.ok(await dialog.getByLabel("Administrator's token").evaluate((field) => field.matches(":focus")));
    await assertAccessible(page, "the dialog, narrow");
    await page.emulateMedia({ colorScheme: "dark" });
    await assertAccessible(page, "the dialog, narrow, dark");
    await page.keyboard.press("Escape");
    assert.ok(await readNow(page).evaluate((button) => button.matches(":focus")), "the focus comes back");
    await page.keyboard.press("Enter");
    await page.keyboard.type("another token, which is wrong");
    await page.keyboard.press("Enter");
    await dialog.getByRole("alert").getByText("This is not the token Chartroom was started with.").waitFor();
    await assertAccessible(page, "a wrong token");
    assert.equal(await charts(), 1);
    forgive();

    await page.keyboard.type(TOKEN);
    await page.keyboard.press("Enter");
    await page.getByRole("status").getByText("Done: it is as current as can be.").waitFor();
    await page.getByRole("link", { name: "2 charts of acme" }).waitFor();
    await assertAccessible(page, "the page, narrow, dark");
    await page.emulateMedia({ colorScheme: "light" });
    await assertAccessible(page, "the page, narrow, light");
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= NARROW.width, `the page is ${width} px wide`);
    assert.ok(await readNow(page).evaluate((button) => button.matches(":focus")));

    await push("data/kafka");
    await page.goto("/sources/acme");
    await readNow(page).click();
    await page.getByRole("status").getByText("Done:").waitFor();
    await page.getByRole("link", { name: "3 charts of acme" }).waitFor();
    assert.equal(addresses.filter((address) => address.includes("token")).length, 0);
    assert.deepEqual(await page.context().cookies(), []);
    assert.ok(!product.output().includes(TOKEN));
    assertQuiet();
  });

  test("says that a registry is empty, and only then its charts go", async (t) => {
    const { page, assertQuiet } = await openPage(t, {}, product.url);
    registry.repositories.clear();
    await page.goto("/sources/acme");
    await readNow(page).click();
    await page.getByLabel("Administrator's token").fill(TOKEN);
    await page.getByRole("button", { name: "Read now", exact: true }).click();
    await page.getByText("The registry lists no repository at all").waitFor();
    await assertAccessible(page, "the problem");
    assert.equal(await charts(), 3);

    const forget = page.getByRole("button", { name: "It is empty: forget its 3 charts" });
    await forget.click();
    const dialog = page.getByRole("dialog", { name: "Forget the 3 charts of acme?" });
    await assertAccessible(page, "the confirmation");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    assert.equal(await charts(), 3);
    await forget.click();
    await dialog.getByRole("button", { name: "Forget them" }).click();
    await forget.waitFor({ state: "detached" });
    assert.equal(await charts(), 0);
    assertQuiet();
  });

  test("is told when the search engine is down, and nothing is asked twice by itself", async (t) => {
    const { page } = await openPage(t, {}, product.url);
    await page.goto("/sources");
    await meilisearch.kill();
    await readNow(page).click();
    await page.getByLabel("Administrator's token").fill(TOKEN);
    await page.getByRole("button", { name: "Read now", exact: true }).click();
    await page
      .getByRole("alert")
      .getByText("The search engine does not answer. It is probably starting.")
      .waitFor();
    await meilisearch.start();
    await waitFor("the engine", 30_000, async () => (await fetch(`${product.url}/readyz`)).ok);
    await readNow(page).click();
    await page.getByRole("status").getByText("Done:").waitFor();
  });

  test("without JavaScript there is no button", async (t) => {
    const { page } = await openPage(t, { javaScriptEnabled: false }, product.url);
    await page.goto("/sources");
    await page.getByRole("heading", { name: "acme" }).waitFor();
    assert.equal(await readNow(page).count(), 0);
  });
});

test("where nobody may ask, there is no button, and the page says what would make one", async (t) => {
  const { page } = await openPage(t);
  await page.goto("/sources");
  await page.getByText("CHARTROOM_ADMIN_TOKEN").waitFor();
  assert.equal(await page.getByRole("button", { name: /Read now/ }).count(), 0);
});
