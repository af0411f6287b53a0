import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Locator } from "playwright-core";
import { openPage } from "./support/browser.ts";
import { readSourceId } from "./support/pages.ts";

const source = await readSourceId();
const argo = `/charts/${source}/platform/argo-cd`;
/** All of this is complete without JavaScript. */
const WITHOUT_SCRIPT = { javaScriptEnabled: false };

describe("what a chart brings along", () => {
  test("is listed with its condition and found here, drawn, and said in words", async (t) => {
    const { page, assertQuiet } = await openPage(t, WITHOUT_SCRIPT);
    await page.goto(`${argo}?tab=dependencies`);
    const redis = page.locator("li").filter({ hasText: "charts/redis" }).first();
    const text = await textOf(redis);
    assert.match(text, />=8\.0\.0/);
    assert.match(text, /as cache/);
    assert.match(text, /on by default/);
    assert.match(text, /8\.4\.2 is the newest that fits/);
    assert.match(text, /Found by its name alone/);
    assert.equal(await page.getByRole("img", { name: /What each chart brings along/ }).count(), 1);
    await redis.getByRole("link", { name: "cache.enabled" }).click();
    await page.waitForURL(`**${argo}?tab=values&key=cache.enabled`);
    await page.goBack();
    await redis.getByRole("link", { name: "redis", exact: true }).click();
    await page.waitForURL(`**/charts/${source}/data/redis@8.4.2`);
    assertQuiet();
  });

  test("knows who uses it, what they want, and whether this version fits", async (t) => {
    const { page } = await openPage(t, WITHOUT_SCRIPT);
    await page.goto(`/charts/${source}/platform/common?tab=dependencies`);
    const user = page.locator("section[aria-labelledby=used-by] li").filter({ hasText: "argo-cd" }).first();
    assert.match(await textOf(user), /wants \^2\.0\.0\s*2\.3\.1 fits/);
    assert.match(await textOf(user), /by name, from oci:\/\//);
  });
});

describe("what a chart makes in a cluster", () => {
  test("its images lead to the values that name them, its objects to their templates", async (t) => {
    const { page } = await openPage(t, WITHOUT_SCRIPT);
    await page.goto(`${argo}?tab=resources`);
    const image = page
      .locator("section[aria-labelledby=images] li")
      .filter({ hasText: "quay.io/argoproj/argocd" });
    const value = image.getByRole("link", { name: /global\.image\.repository/ });
    assert.match((await value.getAttribute("href")) ?? "", /tab=values&key=global\.image\.repository$/);
    const place = page.getByRole("link", { name: "templates/server/ingress.yaml:4" });
    assert.match((await place.getAttribute("href")) ?? "", /tab=templates&file=.*ingress\.yaml#L4$/);
  });

  test("a kind it adds has an address, with its fields, an example and a way back", async (t) => {
    const { page, assertQuiet } = await openPage(t, WITHOUT_SCRIPT);
    await page.goto(`${argo}?tab=resources`);
    await page.getByRole("link", { name: "Application", exact: true }).click();
    await page.waitForURL("**&crd=applications.argoproj.io#kind");
    await page.getByRole("heading", { name: /Application applications\.argoproj\.io/ }).waitFor();
    const text = await textOf(page.locator("#kind"));
    assert.match(text, /Namespaced · short names app, apps/);
    assert.match(text, /project string\s*required/);
    assert.match(text, /The project the application belongs to/);
    assert.match(text, /kubernetes\.default\.svc/);
    await page.goto(`${argo}?tab=resources&crd=applications.argoproj.io&field=spec.destination`);
    assert.match(await textOf(page.locator("#kind")), /namespace string/);
    await page.goto(`${argo}?tab=resources&crd=no.such.kind`);
    await page.getByText("adds no kind called no.such.kind").waitFor();
    assertQuiet();
  });

  test("a kind copies its example", async (t) => {
    const { page } = await openPage(t, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(`${argo}?tab=resources&crd=applications.argoproj.io`);
    await page.getByRole("button", { name: "Copy the example" }).click();
    await page.waitForFunction(async () =>
      (await navigator.clipboard.readText()).includes("kind: Application"),
    );
  });
});

describe("what changed", () => {
  test("is told release by release, with links between them, and by the packed history", async (t) => {
    const { page, assertQuiet } = await openPage(t, WITHOUT_SCRIPT);
    await page.goto(`${argo}?tab=changes`);
    const newest = await textOf(page.locator("[id='v9.2.0']"));
    assert.match(newest, /security updates/);
    assert.match(newest, /app version v3\.2\.0 to v3\.2\.1/);
    assert.match(newest, /added\s*server\.ingress\.tls can name an existing Secret\s*The request/);
    assert.match(await textOf(page.locator("[id='v9.1.3']")), /still that of 9\.1\.0, word for word/);
    const compare = page.locator("[id='v9.2.0']").getByRole("link", { name: "compare with 9.1.3" });
    assert.match((await compare.getAttribute("href")) ?? "", /^\/compare\?from=.*@9\.1\.3&to=.*@9\.2\.0$/);
    const history = page.locator("section[aria-labelledby=changelog]");
    assert.match(await textOf(history), /removes legacy repositories/);
    const link = history.getByRole("link", { name: "the ingress" });
    assert.match((await link.getAttribute("href")) ?? "", /path=templates%2Fserver%2Fingress\.yaml$/);
    await page.goto(`${argo}@9.1.3?tab=changes`);
    await page.getByRole("link", { name: "1 newer release" }).click();
    await page.waitForURL(`**${argo}@9.2.0?tab=changes`);
    assertQuiet();
  });
});

describe("the margin", () => {
  test("gathers what annotations say, and links to what is elsewhere on the page", async (t) => {
    const { page } = await openPage(t, WITHOUT_SCRIPT);
    await page.goto(argo);
    const about = page.locator("#about");
    const text = await textOf(about);
    assert.match(text, /contains security updates/);
    assert.match(text, /integration delivery/);
    assert.match(text, /quay\.io\/argoproj\/argocd:v3\.2\.1/);
    const hrefOf = (name: string) => about.getByRole("link", { name, exact: true }).getAttribute("href");
    assert.equal(await hrefOf("Apache-2.0"), "https://spdx.org/licenses/Apache-2.0.html");
    assert.equal(await hrefOf("Support"), "https://chat.skerryline.example/argo-cd");
    assert.equal(await hrefOf("3 CRDs"), `${argo}?tab=resources#kinds-added`);
    assert.equal(await hrefOf("Feed"), `/feeds/${source}/platform/argo-cd.atom`);
    await page.goto(`/charts/${source}/observability/metrics-stack`);
    assert.match(await textOf(page.locator("#about")), /full lifecycle, level 3 of 5/);
  });
});

async function textOf(locator: Locator): Promise<string> {
  return ((await locator.textContent()) ?? "").replace(/\s+/g, " ");
}
