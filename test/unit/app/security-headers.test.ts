import assert from "node:assert/strict";
import { test } from "node:test";
import { contentSecurityPolicy } from "../../../app/security-headers.ts";

const directives = (policy: string) =>
  new Map(policy.split("; ").map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1)]));

test("nothing is allowed that is not named, and nothing from elsewhere", () => {
  const policy = directives(contentSecurityPolicy("n0nce", false));
  assert.deepEqual(policy.get("default-src"), ["'none'"]);
  assert.deepEqual(policy.get("frame-ancestors"), ["'none'"]);
  assert.deepEqual(policy.get("base-uri"), ["'none'"]);
  const allowed = new Set([...policy.values()].flat());
  assert.deepEqual(allowed, new Set(["'none'", "'self'", "'nonce-n0nce'", "'strict-dynamic'", "data:"]));
});

test("scripts need the nonce, data: is for pictures only", () => {
  const policy = directives(contentSecurityPolicy("n0nce", false));
  assert.ok(policy.get("script-src")?.includes("'nonce-n0nce'"));
  assert.deepEqual(
    [...policy].filter(([, sources]) => sources.includes("data:")).map(([name]) => name),
    ["img-src"],
  );
});

test("what only the development server needs is not deployed", () => {
  assert.match(contentSecurityPolicy("n", true), /'unsafe-eval'.*'unsafe-inline'/);
  assert.doesNotMatch(contentSecurityPolicy("n", false), /unsafe/);
});
