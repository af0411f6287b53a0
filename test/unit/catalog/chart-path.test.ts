import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { chartPath, filePath, parseChartAddress, valueKeyPath } from "#lib/catalog/chart-path.ts";

function address(path: string) {
  const parsed = parseChartAddress(path.split("/").map(decodeURIComponent));
  assert.ok(parsed, `${path} should be an address`);
  return parsed;
}

describe("parseChartAddress", () => {
  test("reads source, repository and version", () => {
    assert.deepEqual(address("acme/team/charts/redis"), {
      id: { source: "acme", repository: "team/charts/redis" },
      version: null,
    });
    assert.equal(address("acme/redis@1.2.3+build.5").version, "1.2.3+build.5");
    assert.equal(address(`acme/redis@sha256:${"0".repeat(64)}`).version, `sha256:${"0".repeat(64)}`);
  });

  test("refuses what is no address", () => {
    const wrong = [
      "",
      "acme",
      "Acme/redis",
      "acme/../redis",
      "acme/redis@",
      "acme/redis@1@2",
      "acme/redis@a/b",
      "acme/Redis",
    ];
    for (const path of wrong) assert.equal(parseChartAddress(path.split("/")), null, path);
  });
});

test("an address that is made is read back", () => {
  const { id } = address("acme/team/redis");
  for (const version of ["1.0.0", "1.0.0-rc.1+build_7", "latest", `sha256:${"a".repeat(64)}`]) {
    const path = chartPath(id, version).replace("/charts/", "");
    assert.deepEqual(address(path), { id, version });
  }
  assert.equal(chartPath(id, null, "values"), "/charts/acme/team/redis?tab=values");
  assert.equal(
    valueKeyPath(id, "1.0.0", "a.b[0]&x"),
    "/charts/acme/team/redis@1.0.0?tab=values&key=a.b%5B0%5D%26x",
  );
  assert.equal(filePath(id, "1.0.0", "a b.txt"), "/api/v1/files/acme/team/redis@1.0.0?path=a%20b.txt");
});
