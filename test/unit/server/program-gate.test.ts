import assert from "node:assert/strict";
import { registerHooks } from "node:module";
import { test } from "node:test";

// Next.js resolves this package to an empty module on the server; anywhere else it throws.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "server-only"
      ? { url: "data:text/javascript,", shortCircuit: true }
      : next(specifier, context),
});
process.env.MEILI_URL ??= "http://127.0.0.1:1";
const { admitRequest } = await import("#lib/server/program-gate.ts");

function isCounted(path: string): boolean {
  const { headers } = admitRequest(new Request(`http://localhost${path}`), 0);
  return "ratelimit" in headers;
}

test("what programs ask for is counted: the sitemap too, which reads every chart", () => {
  const counted = [
    "/api/v1/search?q=a",
    "/api/chartsvc/v1/charts/search",
    "/feeds/search.atom",
    "/badge/a/b.svg",
    "/og/a/b.png",
  ];
  for (const path of [...counted, "/helm/acme/index.yaml", "/sitemap.xml", "/sitemap.xml?part=1"]) {
    assert.equal(isCounted(path), true, path);
  }
});

test("pages and notifications are not", () => {
  for (const path of ["/", "/?q=a", "/charts/acme/redis", "/api/v1/events/acme", "/robots.txt", "/apis"]) {
    assert.equal(isCounted(path), false, path);
  }
});
