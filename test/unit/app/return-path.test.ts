import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isSameOrigin, returnPath } from "../../../app/theme/return-path.ts";

describe("returnPath", () => {
  const cases: readonly (readonly [string, string | null, string])[] = [
    ["the page it came from", "http://charts.example/sources?a=1#b", "/sources?a=1"],
    ["no referring page", null, "/"],
    ["a page elsewhere", "http://evil.example/charts", "/"],
    ["another port", "http://charts.example:81/sources", "/"],
    ["a path that would be read as a host", "http://charts.example//evil.example/x", "/evil.example/x"],
    ["the same with backslashes", "http://charts.example/\\evil.example", "/evil.example"],
    ["something that is no address", "sources", "/"],
  ];
  for (const [name, referer, expected] of cases) {
    test(`${name}: ${expected}`, () => assert.equal(returnPath(referer, "charts.example"), expected));
  }
});

describe("isSameOrigin", () => {
  const asks = (headers: Record<string, string>) =>
    isSameOrigin(new Headers({ host: "charts.example", ...headers }));

  test("believes the browser's own word", () => {
    assert.equal(asks({ "sec-fetch-site": "same-origin" }), true);
    assert.equal(asks({ "sec-fetch-site": "same-site" }), false);
    assert.equal(asks({ "sec-fetch-site": "cross-site", origin: "http://charts.example" }), false);
  });

  test("else compares the origin", () => {
    assert.equal(asks({ origin: "https://charts.example" }), true);
    assert.equal(asks({ origin: "https://evil.example" }), false);
    assert.equal(asks({ origin: "null" }), false);
    assert.equal(asks({}), false);
  });
});
