import assert from "node:assert/strict";
import { test } from "node:test";
import { parseNamedRegistries } from "#lib/config/named-registries.ts";

function sourcesOf(text: string): (readonly [id: string, registry: string])[] {
  const parsed = parseNamedRegistries(text);
  assert.ok("sources" in parsed);
  return parsed.sources.map((source) => [
    source.id,
    source.kind === "registry" ? source.registry.origin : "",
  ]);
}

test("a registry named on the command line is called after its host", () => {
  assert.deepEqual(sourcesOf("http://127.0.0.1:5000, https://registry.example.com/"), [
    ["127-0-0-1-5000", "http://127.0.0.1:5000"],
    ["registry-example-com", "https://registry.example.com"],
  ]);
});

test("a registry named twice is one, and two hosts never share a name", () => {
  assert.deepEqual(sourcesOf("https://a.example,https://a.example/,https://a-example,http://[::1]:5000"), [
    ["a-example", "https://a.example"],
    ["a-example-2", "https://a-example"],
    ["1-5000", "http://[::1]:5000"],
  ]);
  const long = `https://${"registry.".repeat(6)}example.com`;
  assert.deepEqual(
    sourcesOf(`${long},${long}:8443`).map(([id]) => id),
    ["registry-registry-registry-registry", "registry-registry-registry-registry-2"],
  );
});

test("it has the defaults of one in a file", () => {
  const parsed = parseNamedRegistries("http://127.0.0.1:5000");
  assert.ok("sources" in parsed);
  const [source] = parsed.sources;
  assert.equal(source?.access, "public");
  assert.equal(source?.intervalMs, 300_000);
  assert.deepEqual(source?.include, []);
});

test("every address that is none is told by its number", () => {
  const parsed = parseNamedRegistries("ghcr.io,https://a.example,https://a.example/team");
  assert.ok("problems" in parsed);
  assert.deepEqual(
    parsed.problems.map(({ place, message }) => `${place}: ${message}`),
    [
      "environment: CHARTROOM_REGISTRY (--registry), entry 1: this is not the https:// address of a registry",
      "environment: CHARTROOM_REGISTRY (--registry), entry 3: this address has a path, and a registry is a host",
    ],
  );
});
