import assert from "node:assert/strict";
import { test } from "node:test";
import { RegistryError } from "#lib/oci/errors.ts";
import { formatArchiveAddress, parseArchiveAddress } from "#lib/source/repository/archive-address.ts";

const BASE = new URL("https://charts.example/stable/");

test("an archive is where the index says, or beside it", () => {
  const urls = [
    "redis-1.0.0.tgz",
    "packages/redis 1.tgz",
    "/other/redis.tgz",
    "https://cdn.example/redis.tgz?v=1",
  ];
  assert.deepEqual(
    urls.map((url) => {
      const address = parseArchiveAddress(url, BASE);
      return address.kind === "web" && address.url.href;
    }),
    [
      "https://charts.example/stable/redis-1.0.0.tgz",
      "https://charts.example/stable/packages/redis%201.tgz",
      "https://charts.example/other/redis.tgz",
      "https://cdn.example/redis.tgz?v=1",
    ],
  );
});

test("an oci:// address names host, repository and tag", () => {
  assert.deepEqual(parseArchiveAddress("oci://Registry.example:5000/team/redis:1.0.0+x", BASE), {
    kind: "oci",
    host: "registry.example:5000",
    repository: "team/redis",
    tag: "1.0.0_x",
  });
});

test("what cannot be read, or not safely, is refused", () => {
  const bad = [
    "http://charts.example/redis.tgz",
    "file:///etc/passwd",
    "data:application/gzip;base64,AA",
    "https://ann:secret@charts.example/redis.tgz",
    "https://",
    "oci://registry.example/redis",
    "oci://registry.example:5000/redis",
    "oci://registry.example/Redis:1.0.0",
    "oci://ann@registry.example/redis:1.0.0",
    "oci://registry.example/redis@sha256:00",
  ];
  for (const url of bad) {
    assert.throws(
      () => parseArchiveAddress(url, BASE),
      (error) =>
        error instanceof RegistryError && error.code === "bad-response" && !/secret/.test(error.message),
      url,
    );
  }
  assert.equal(parseArchiveAddress("http://a.example/x.tgz", new URL("http://charts.example/")).kind, "web");
});

test("an address is written so that Helm takes its tag for the version", () => {
  const written = (text: string) => formatArchiveAddress(parseArchiveAddress(text, BASE));
  assert.equal(
    written("oci://Registry.example:5000/team/redis:1.0.0_x"),
    "oci://registry.example:5000/team/redis:1.0.0+x",
  );
  assert.equal(
    written("oci://registry.example/redis:not_a_version"),
    "oci://registry.example/redis:not_a_version",
  );
  assert.equal(written("packages/redis.tgz"), "https://charts.example/stable/packages/redis.tgz");
});
