import assert from "node:assert/strict";
import { test } from "node:test";
import { canonicalPath, picturePath } from "#lib/catalog/canonical-path.ts";
import { parseDigest } from "#lib/oci/reference.ts";
import { release, summary } from "../components/chart/releases.ts";

const digestOf = (digit: string) => parseDigest(`sha256:${digit.repeat(64)}`) ?? assert.fail();
const newest = summary("2.0.0", { digest: digestOf("2") });
const older = summary("1.0.0+b.1", { digest: digestOf("1") });
const tag = (digest: typeof newest.digest) => summary("latest", { channel: "other", digest });
const of = (one: typeof newest, latest = false) =>
  release("data/redis", one.version, { summary: one, latest });
const path = (...[one, tab = "readme"]: [ReturnType<typeof of>, Parameters<typeof canonicalPath>[2]?]) =>
  canonicalPath(one, [newest, older], tab);

test("the latest release has the address without a version, another one its own", () => {
  assert.equal(path(of(newest, true)), "/charts/acme/data/redis");
  assert.equal(path(of(older)), "/charts/acme/data/redis@1.0.0+b.1");
  assert.equal(path(of(older), "values"), "/charts/acme/data/redis@1.0.0+b.1?tab=values");
});

test("the list of versions is one page, from wherever it is looked at", () => {
  assert.equal(path(of(older), "versions"), "/charts/acme/data/redis?tab=versions");
});

test("a tag that is no version stands for the version it points to", () => {
  assert.equal(path(of(tag(older.digest))), "/charts/acme/data/redis@1.0.0+b.1");
  assert.equal(path(of(tag(newest.digest))), "/charts/acme/data/redis");
  assert.equal(path(of(tag(digestOf("9")))), "/charts/acme/data/redis@latest");
});

test("the picture is that of the release", () => {
  assert.equal(picturePath(of(newest, true)), "/og/acme/data/redis.png");
  assert.equal(picturePath(of(older)), "/og/acme/data/redis@1.0.0+b.1.png");
});
