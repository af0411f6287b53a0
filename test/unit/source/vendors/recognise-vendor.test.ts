import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { vendorOfGreeting, vendorOfHost } from "#lib/source/vendors/recognise-vendor.ts";

describe("by host", () => {
  const hosts = {
    "ghcr.io": "ghcr",
    "docker.io": "dockerhub",
    "registry-1.docker.io": "dockerhub",
    "index.docker.io": "dockerhub",
    "quay.io": "quay",
    "registry.gitlab.com": "gitlab",
    "123456789012.dkr.ecr.eu-west-1.amazonaws.com": "ecr",
    "123456789012.dkr.ecr-fips.us-east-1.amazonaws.com": "ecr",
    "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn": "ecr",
    "acme.azurecr.io": "acr",
    "europe-west1-docker.pkg.dev": "gar",
    "acme.jfrog.io": "jfrog",
    "registry.example.com": null,
    "127.0.0.1": null,
  } as const;
  for (const [host, vendor] of Object.entries(hosts)) {
    test(`${host} is ${vendor ?? "nobody's"}`, () => assert.equal(vendorOfHost(host), vendor));
  }

  // GO-2026-6225 and CVE-2023-45821: a match that is not anchored sends a password to whoever registers the rest.
  for (const host of [
    "ghcr.io.evil.example",
    "evilghcr.io",
    "evildocker.io",
    "acme.azurecr.io.evil.example",
    "acmeazurecr.io",
    "evil.example-docker.pkg.dev.evil.example",
    "123456789012.dkr.ecr.eu-west-1.amazonaws.com.evil.example",
    "acme.jfrog.io.evil.example",
  ]) {
    test(`${host} is nobody's`, () => assert.equal(vendorOfHost(host), null));
  }
});

describe("by greeting", () => {
  const challenges = [
    ['Bearer realm="https://h.example/service/token",service="harbor-registry"', "harbor"],
    ['Bearer realm="https://q.example/v2/auth",service="q.example"', "quay"],
    ['Bearer realm="https://gitlab.example/jwt/auth",service="container_registry"', "gitlab"],
    ['Bearer realm="https://example.com/gitlab/jwt/auth",service="container_registry"', "gitlab"],
    ['Bearer realm="https://auth.example/service/token",service="registry"', null],
    ['Bearer realm="https://auth.example/token",service="harbor-registry"', null],
    ['Basic realm="https://q.example/v2/auth"', null],
    ['Bearer service="harbor-registry"', null],
    ['Bearer realm="not an address",service="harbor-registry"', null],
    ["Bearer realm=", null],
    [null, null],
  ] as const;
  for (const [field, vendor] of challenges) {
    test(`${field} is ${vendor ?? "nobody's"}`, () => assert.equal(vendorOfGreeting(401, field), vendor));
  }

  test("zot lets strangers in, and says how to be somebody", () => {
    assert.equal(vendorOfGreeting(200, "basic realm=zot"), "zot");
    assert.equal(vendorOfGreeting(401, "basic realm=zot"), null);
    assert.equal(vendorOfGreeting(200, null), null);
  });
});
