import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { chartArchive } from "../support/archive-builder.ts";
import { startFakeRegistry } from "../support/fake-registry.ts";
import { startProduct, untilRead, waitFor } from "../support/product.ts";
import { assertAccessible } from "./support/accessible.ts";
import { openPage } from "./support/browser.ts";
import { readSourceId } from "./support/pages.ts";

const source = await readSourceId();
const redis = `/charts/${source}/data/redis`;
const listed = (page: Page) => page.locator("table.versions tbody th a").allTextContents();

describe("the versions of a chart, without JavaScript", () => {
  test("are filtered by kind, range and app version, and the address keeps it", async (t) => {
    const { page, assertQuiet } = await openPage(t, { javaScriptEnabled: false });
    await page.goto(`${redis}?tab=versions`);
    const every = await listed(page);
    await page.getByLabel("Kind").selectOption("prerelease");
    await page.getByRole("button", { name: "Filter" }).click();
    await page.waitForURL(/channel=prerelease/);
    const prereleases = await listed(page);
    assert.ok(prereleases.length > 0 && prereleases.every((version) => version.includes("-")));

    await page.getByLabel("Kind").selectOption("");
    await page.getByRole("textbox", { name: "Range" }).fill(">=8.4.0 <8.4.2");
    await page.getByRole("button", { name: "Filter" }).click();
    await page.waitForURL(/range=/);
    assert.deepEqual(await listed(page), ["8.4.1", "8.4.0"]);
    await page.getByText(`2 of ${every.length} versions.`).waitFor();
    await page.getByRole("link", { name: "Show all" }).click();
    assert.deepEqual(await listed(page), every);

    await page.goto(`${redis}?tab=versions&range=%5E%5E1`);
    await page.getByText("This is no range of versions").waitFor();
    assert.deepEqual(await listed(page), every);
    await page.goto(`${redis}?tab=versions&range=%3E99`);
    await page.getByText("No version is like that.").waitFor();
    assertQuiet();
  });

  test("are ordered by their columns, either way", async (t) => {
    const { page, assertQuiet } = await openPage(t, { javaScriptEnabled: false });
    await page.goto(`${redis}?tab=versions&channel=stable`);
    const newest = await listed(page);
    const column = (name: string) => page.getByRole("columnheader", { name });
    assert.equal(await column("Version").first().getAttribute("aria-sort"), "descending");
    await column("Version").first().getByRole("link").click();
    await page.waitForURL(/order=ascending/);
    assert.match(page.url(), /channel=stable/);
    assert.deepEqual(await listed(page), newest.toReversed());
    await column("Released").getByRole("link").click();
    await page.waitForURL(/sort=released/);
    assert.equal(await column("Released").getAttribute("aria-sort"), "descending");
    assertQuiet();
  });

  test("are compared two by two", async (t) => {
    const { page } = await openPage(t, { javaScriptEnabled: false });
    await page.goto(`${redis}?tab=versions`);
    await page.getByRole("radio", { name: "Compare from 8.4.0", exact: true }).check();
    await page.getByRole("button", { name: "Compare the two chosen" }).click();
    await page.waitForURL(/\/compare\?/);
    const asked = new URL(page.url()).searchParams;
    assert.deepEqual(
      [asked.get("from"), asked.get("to")],
      [`${source}/data/redis@8.4.0`, `${source}/data/redis@8.4.2`],
    );
    await page.goto(`${redis}?tab=versions`);
    const changes = page.getByRole("link", { name: "Changes from 8.4.1 to 8.4.2" });
    assert.match((await changes.getAttribute("href")) ?? "", /^\/compare\?from=.*@8\.4\.1&to=.*@8\.4\.2$/);
  });

  test("are drawn over time, and each point leads to its version", async (t) => {
    const { page, assertQuiet } = await openPage(t, { javaScriptEnabled: false });
    await page.goto(`${redis}?tab=versions`);
    await page.getByText(/releases from .* by major version/).waitFor();
    const points = page.locator(".timeline a");
    assert.ok((await points.count()) > 5);
    assert.equal(await page.locator(".timeline circle.current").count(), 1);
    assert.match((await points.first().getAttribute("href")) ?? "", new RegExp(`^${redis}@`));
    assertQuiet();
  });
});

test("a version that was pushed anew says so with both digests, and what is no chart stands apart", async (t) => {
  await using parts = new AsyncDisposableStack();
  const registry = await startFakeRegistry();
  parts.defer(() => registry.stop());
  const push = (values: string) => {
    const content = chartArchive({ name: "redis", version: "1.0.0", files: { "values.yaml": values } });
    registry.push("data/redis", "1.0.0", { layers: [{ content }] });
  };
  push("a: 1\n");
  registry.push("data/redis", "app", { config: { mediaType: "application/vnd.oci.image.config.v1+json" } });
  const folder = await mkdtemp(join(tmpdir(), "moved-"));
  parts.defer(() => rm(folder, { recursive: true, force: true }));
  const config = join(folder, "chartroom.yaml");
  const moving = { name: "moving", registry: registry.url.origin, plainHttp: true, interval: "10s" };
  await writeFile(config, JSON.stringify({ sources: [moving] }));
  const product = await startProduct({ args: ["--config", config] });
  parts.defer(() => product.stop());
  await untilRead(product.url);
  const digest = async () => {
    const answer = await fetch(`${product.url}/api/v1/charts/moving/data/redis`);
    return (await answer.json()) as { digest: string; movedFrom: string | null };
  };
  const before = await digest();
  assert.equal(before.movedFrom, null);
  push("a: 2\n");
  await waitFor("the tag to be seen moving", 60_000, async () => (await digest()).movedFrom !== null);
  const now = await digest();
  assert.equal(now.movedFrom, before.digest);

  const { page, assertQuiet } = await openPage(t, { javaScriptEnabled: false }, product.url);
  await page.goto("/charts/moving/data/redis");
  const notice = page
    .locator("div")
    .filter({ hasText: /^This version was pushed anew\./ })
    .last();
  assert.match(
    (await notice.textContent()) ?? "",
    new RegExp(`${now.digest} now; before.* ${before.digest}`),
  );
  await page.goto("/charts/moving/data/redis?tab=versions");
  const row = page.getByRole("row", { name: /^1\.0\.0/ });
  assert.match((await row.textContent()) ?? "", new RegExp(`moved.*before: ${before.digest.slice(7, 19)}`));
  await page.getByText("Tags that are no charts").click();
  await page.getByRole("rowheader", { name: "app", exact: true }).waitFor();
  assertQuiet();

  const seen = await openPage(t, {}, product.url);
  await seen.page.goto("/charts/moving/data/redis?tab=versions");
  await seen.page.getByText("Tags that are no charts").click();
  await assertAccessible(seen.page, "a tag that moved");
});
