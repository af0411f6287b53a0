import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { type DemoRegistry, startDemoRegistry } from "../support/demo-registry.ts";
import { startMeilisearch, type TestMeilisearch } from "../support/meilisearch.ts";
import { type Product, readSources, startProduct, untilRead, waitFor } from "../support/product.ts";
import { openPage } from "./support/browser.ts";

describe("when a part is down", () => {
  let registry: DemoRegistry;
  let meilisearch: TestMeilisearch;
  let product: Product;

  before(async () => {
    registry = await startDemoRegistry();
    meilisearch = await startMeilisearch();
    const config = join(await mkdtemp(join(tmpdir(), "outage-")), "chartroom.yaml");
    const source = {
      name: "acme",
      registry: registry.distribution.url.origin,
      plainHttp: true,
      interval: "10s",
    };
    await writeFile(config, JSON.stringify({ sources: [source] }));
    product = await startProduct({
      args: ["--config", config],
      env: { MEILI_URL: meilisearch.url, MEILI_MASTER_KEY: meilisearch.key },
    });
    await untilRead(product.url);
  });
  after(async () => {
    await product?.stop();
    await meilisearch?.stop();
    await registry?.stop();
  });

  test("a search engine that is down is a failure said aloud, not an empty answer, and passes", async (t) => {
    const { page, forgive, assertQuiet } = await openPage(t, {}, product.url);
    await page.goto("/?q=redis");
    const found = await page.locator("#hits > li").count();
    assert.ok(found > 0);

    await meilisearch.kill();
    const answer = await fetch(`${product.url}/api/v1/search?q=redis`);
    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get("content-type"), "application/problem+json");
    assert.ok(Number(answer.headers.get("retry-after")) > 0);
    assert.equal((await fetch(`${product.url}/readyz`)).status, 503);
    assert.equal((await fetch(`${product.url}/healthz`)).status, 200);

    // What was found before stays on screen beside the failure.
    await page.getByRole("combobox", { name: "Search charts" }).fill("postgresql");
    await page.getByRole("alert").getByText("The search engine does not answer").waitFor();
    assert.equal(await page.locator("#hits > li").count(), found);
    await page.goto("/?q=kafka");
    await page.getByRole("alert").getByText("The search engine does not answer").waitFor();
    assert.equal(await page.getByText("0 charts").count(), 0);
    await page.goto("/sources");
    await page.getByText("The search engine does not answer").waitFor();
    forgive();

    await meilisearch.start();
    await page.goto("/?q=kafka");
    await page.locator("#hits > li").first().waitFor();
    assert.equal(await page.getByRole("alert").filter({ hasText: "does not answer" }).count(), 0);
    assertQuiet();
  });

  test("a registry that is down leaves every page readable, and says how old it is", async (t) => {
    const { page, assertQuiet } = await openPage(t, {}, product.url);
    await registry.distribution.stop();
    await waitFor("the source to be failing", 60_000, async () => {
      return (await readSources(product.url))[0]?.status === "failing";
    });
    await page.goto("/?q=redis");
    await page.getByText("What is shown may be incomplete.").waitFor();
    assert.ok((await page.locator("#hits > li").count()) > 0);

    await page.goto("/charts/acme/data/redis");
    await page.getByRole("heading", { level: 1, name: "redis" }).waitFor();
    await page.goto("/charts/acme/data/redis?tab=values");
    await page.getByText("networkPolicy").first().waitFor();
    const values = await fetch(`${product.url}/api/v1/files/acme/data/redis@8.4.2?path=values.yaml`);
    assert.equal(values.status, 200);

    await page.goto("/sources");
    await page.getByText("last reading failed").waitFor();
    assertQuiet();
  });
});
