import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createHelm } from "../support/helm.ts";
import { type Product, startProduct } from "../support/product.ts";
import { openPage, productUrl } from "./support/browser.ts";
import { readSourceId } from "./support/pages.ts";

const source = await readSourceId();
const REGISTRY = process.env.CHARTROOM_E2E_REGISTRY ?? "";
const ask = (path: string, init?: RequestInit) => fetch(productUrl() + path, init);

describe("what browsers and readers make of it", () => {
  const documents = [
    `/feeds/${source}/data/redis.atom`,
    "/feeds/search.atom?q=redis",
    `/badge/${source}/data/redis.svg`,
    `/badge/${source}/hostile/hostile.svg`,
    "/sitemap.xml",
    "/opensearch.xml",
  ];
  for (const path of documents) {
    test(`${path} is XML`, async (t) => {
      const { page } = await openPage(t);
      await page.goto("/robots.txt");
      const root = await page.evaluate(async (address) => {
        const text = await (await fetch(address)).text();
        const parsed = new DOMParser().parseFromString(text, "application/xml");
        return parsed.querySelector("parsererror")?.textContent ?? parsed.documentElement.localName;
      }, path);
      assert.match(root, /^(?:feed|svg|urlset|OpenSearchDescription)$/);
    });
  }

  test("the words of a badge fit", async (t) => {
    const { page } = await openPage(t);
    await page.goto(`/badge/${source}/data/redis.svg`);
    const stretched = await page.locator("text").evaluateAll((texts) =>
      (texts as SVGTextElement[]).map((text) => {
        const given = text.textLength.baseVal.value;
        text.removeAttribute("textLength");
        return text.getComputedTextLength() / given;
      }),
    );
    assert.equal(stretched.length, 2);
    for (const ratio of stretched) assert.ok(ratio > 0.75 && ratio < 1.15, String(ratio));
  });

  test("a page says where its feed is and how to search", async (t) => {
    const { page } = await openPage(t);
    await page.goto(`/charts/${source}/data/redis`);
    const pathOf = async (type: string) => {
      const href = await page.locator(`link[type="application/${type}+xml"]`).getAttribute("href");
      return new URL(href ?? "", page.url()).href.replace(new URL(page.url()).origin, "");
    };
    assert.equal(await pathOf("atom"), `/feeds/${source}/data/redis.atom`);
    assert.equal(await pathOf("opensearchdescription"), "/opensearch.xml");
  });
});

describe("an address that the API does not have", () => {
  for (const method of ["GET", "POST"]) {
    test(`answers ${method} with a problem and no page`, async () => {
      const answer = await ask("/api/v1/chart", { method });
      assert.equal(answer.status, 404);
      assert.equal(answer.headers.get("content-type"), "application/problem+json");
      assert.match(await answer.text(), /openapi\.json/);
    });
  }
});

describe("helm, through the web server", () => {
  test("adds a source as a repository, searches it and pulls from the registry", async () => {
    await using helm = await createHelm();
    await helm("repo", "add", "acme", `${productUrl()}/helm/${source}`);
    const { stdout } = await helm("search", "repo", "acme/redis", "--output", "json");
    assert.equal(JSON.parse(stdout.toString())[0].name, "acme/redis");
    const pulled = await helm("show", "chart", "acme/redis", "--plain-http");
    assert.match(pulled.stdout.toString(), /^name: redis$/m);
  });

  test("gets an index that is compressed, knows its tag, and names what the registry has", async () => {
    const answer = await ask(`/helm/${source}/index.yaml`, { headers: { "accept-encoding": "gzip" } });
    assert.equal(answer.headers.get("content-encoding"), "gzip");
    assert.match(await answer.text(), new RegExp(`"oci://${new URL(REGISTRY).host}/data/redis:`));
    const etag = answer.headers.get("etag") ?? "";
    const again = await ask(`/helm/${source}/index.yaml`, { headers: { "if-none-match": etag } });
    assert.equal(again.status, 304);
    const head = await ask(`/helm/${source}/index.yaml`, { method: "HEAD" });
    assert.deepEqual([head.status, head.headers.get("etag")], [200, etag]);
  });
});

describe("who asks too often", () => {
  let limited: Product;
  before(async () => {
    const env = { CHARTROOM_RATE_LIMIT: "20", CHARTROOM_CROSS_ORIGIN: "allow" };
    limited = await startProduct({ args: ["--registry", REGISTRY], env });
  });
  after(() => limited.stop());

  test("scripts of other sites may read what everyone may see, and change nothing", async () => {
    const headers = { origin: "https://example.org" };
    const allowed = async (path: string, method = "GET") =>
      (await fetch(`${limited.url}${path}`, { method, headers })).headers.get("access-control-allow-origin");
    assert.equal(await allowed("/api/v1/search"), "*");
    assert.equal(await allowed("/api/v1/files/nobody/data/redis@8.3.1?path=values.yaml"), "*");
    assert.equal(await allowed("/api/v1/sources/nobody/sync", "POST"), null);
    assert.equal(await allowed("/"), null);
  });

  test("is told so, whatever address it claims to have; pages and notifications go on", async () => {
    const statuses: number[] = [];
    for (let number = 0; number < 25; number += 1) {
      const headers = { "x-forwarded-for": `192.0.2.${number}` };
      statuses.push((await fetch(`${limited.url}/api/v1/openapi.json`, { headers })).status);
    }
    assert.ok(statuses.includes(200) && statuses.at(-1) === 429, statuses.join(" "));
    const refused = await fetch(`${limited.url}/feeds/search.atom`);
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get("content-type"), "application/problem+json");
    assert.equal(refused.headers.get("ratelimit-policy"), '"client";q=20;w=60');
    assert.match(refused.headers.get("ratelimit") ?? "", /^"client";r=0;t=\d+$/);
    assert.ok(Number(refused.headers.get("retry-after")) > 0);
    assert.equal((await fetch(`${limited.url}/`)).status, 200);
    const event = await fetch(`${limited.url}/api/v1/events/nobody`, { method: "POST" });
    assert.equal(event.status, 401);
  });
});

test("scripts of other sites may read nothing, unless that is said", async () => {
  const headers = { origin: "https://example.org" };
  assert.equal((await ask("/api/v1/search", { headers })).headers.get("access-control-allow-origin"), null);
});
