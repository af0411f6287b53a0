import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openPage } from "./support/browser.ts";
import { readSourceId } from "./support/pages.ts";

const source = await readSourceId();
const redis = `/charts/${source}/data/redis`;
const registry = new URL(process.env.CHARTROOM_E2E_REGISTRY ?? "").host;
const block = (page: Page, tool: string, title: string) =>
  page.locator(`section#${tool} figure`).filter({ hasText: title }).locator("pre");

describe("the ways to install a chart", () => {
  test("are reached from the line in the header, without JavaScript, and stay on the version", async (t) => {
    const { page, assertQuiet } = await openPage(t, { javaScriptEnabled: false });
    await page.goto(`${redis}@8.4.1`);
    await page.getByRole("link", { name: "Other ways to install" }).click();
    await page.waitForURL(`**${redis}@8.4.1?tab=install`);
    for (const tool of ["Helm", "Flux", "Argo CD", "Terraform", "Helmfile", "Dependency of a chart"])
      await page.getByRole("heading", { name: tool, exact: true }).waitFor();
    const pull = (await block(page, "helm", "Fetch the archive").textContent()) ?? "";
    assert.equal(pull, `helm pull oci://${registry}/data/redis --version 8.4.1 --plain-http`);
    assert.match((await block(page, "flux", "Source and release").textContent()) ?? "", /tag: "8\.4\.1"/);
    assert.match((await block(page, "chartroom", "Add, search").textContent()) ?? "", /\/helm\/[^/]+\/data/);
    assertQuiet();
  });

  test("name the manifest's digest where that is asked for", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto(`${redis}?tab=install`);
    await page.getByRole("link", { name: "By digest" }).click();
    await page.waitForURL("**&by=digest");
    const install = (await block(page, "helm", "Install").first().textContent()) ?? "";
    assert.match(
      install,
      new RegExp(`^helm install my-redis oci://${registry}/data/redis@sha256:[0-9a-f]{64} `),
    );
    assert.match(
      (await block(page, "argo-cd", "Application").textContent()) ?? "",
      /targetRevision: sha256:/,
    );
    await page.getByRole("link", { name: "By version" }).click();
    await page.waitForURL(`**${redis}?tab=install`);
    assertQuiet();
  });

  test("are copied one by one", async (t) => {
    const { page } = await openPage(t, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(`${redis}?tab=install`);
    await page.getByRole("button", { name: "Copy: Flux, Source and release" }).click();
    await page.waitForFunction(async () =>
      (await navigator.clipboard.readText()).includes("kind: HelmRelease"),
    );
  });

  test("of a library are the entry of a dependency, and what it is is said", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto(`/charts/${source}/platform/common?tab=install`);
    await page.getByText("This is a library chart.").waitFor();
    assert.equal(await page.locator("section#helm").count(), 0);
    assert.match((await block(page, "dependency", "In Chart.yaml").textContent()) ?? "", /name: common\n/);
    assertQuiet();
  });
});

describe("what a chart's page says to machines", () => {
  test("has absolute addresses, a picture that is there, and data nothing gets out of", async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await page.goto(`${redis}@8.4.2?tab=values&find=port`);
    const { origin } = new URL(page.url());
    const content = (selector: string, attribute: string) =>
      page.locator(selector).first().getAttribute(attribute);
    assert.equal(await content('link[rel="canonical"]', "href"), `${origin}${redis}?tab=values`);
    assert.equal(await content('meta[property="og:url"]', "content"), `${origin}${redis}?tab=values`);
    const picture = (await content('meta[property="og:image"]', "content")) ?? "";
    assert.equal(picture, `${origin}/og/${source}/data/redis.png`);
    const answer = await page.request.get(picture);
    assert.deepEqual([answer.status(), answer.headers()["content-type"]], [200, "image/png"]);
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
    assert.deepEqual([data.name, data.softwareVersion], ["redis", "8.4.2"]);
    assertQuiet();

    await page.goto(`/charts/${source}/hostile/hostile`);
    const hostile = (await page.locator('script[type="application/ld+json"]').textContent()) ?? "";
    assert.equal(JSON.parse(hostile).name, "hostile");
    const drawn = await page.request.get(`/og/${source}/hostile/hostile.png`);
    assert.equal(drawn.status(), 200);
  });
});
