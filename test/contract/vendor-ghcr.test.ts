import assert from "node:assert/strict";
import { describe, type TestContext, test } from "node:test";
import { collect, failureOf } from "../support/fake-registry-client.ts";
import { header, status } from "../support/fake-registry-faults.ts";
import { hurriedLister, series } from "../support/vendors/fake-api.ts";
import { GITHUB_OTHER_TOKEN, GITHUB_TOKEN, startFakeGithub } from "../support/vendors/fake-github.ts";

const GHCR = new URL("https://ghcr.io");
const packages = series("charts/app", 250);

async function start(t: TestContext) {
  const fake = await startFakeGithub({ orgs: { acme: packages }, users: { ada: ["redis"] } });
  t.after(() => fake.stop());
  return fake;
}

/** What is listed for these globs, with a token. */
async function listed(api: URL, include: readonly string[], password: string | null = GITHUB_TOKEN) {
  const credentials = password === null ? null : { username: "ada", password };
  const lister = hurriedLister("ghcr", { registry: GHCR, api, include, credentials });
  return collect(lister.repositories());
}

describe("GHCR", () => {
  test("lists the packages of an organisation, page after page, and those of a user", async (t) => {
    const fake = await start(t);
    assert.deepEqual(await listed(fake.url, ["acme/**", "ada/*", "acme/charts/*"]), [
      ...packages.map((name) => `acme/${name}`),
      "ada/redis",
    ]);
    assert.equal(fake.requests.length, 5, "three pages; no such organisation, one user");
  });

  test("is recognised by its host", async (t) => {
    const fake = await start(t);
    const credentials = { username: "ada", password: GITHUB_TOKEN };
    const lister = hurriedLister(null, { registry: GHCR, api: fake.url, include: ["ada/**"], credentials });
    assert.deepEqual(await collect(lister.repositories()), ["ada/redis"]);
  });

  const refusals = [
    ["no token", ["acme/**"], null, "unauthorized"],
    ["a token of another kind", ["acme/**"], GITHUB_OTHER_TOKEN, "denied"],
    ["an owner that is not there", ["nobody/**"], GITHUB_TOKEN, "not-found"],
    ["no owner", ["**/charts/*"], GITHUB_TOKEN, "not-found"],
  ] as const;
  for (const [what, include, password, code] of refusals) {
    test(`${what} is ${code}`, async (t) => {
      const fake = await start(t);
      assert.equal((await failureOf(listed(fake.url, include, password))).code, code);
    });
  }

  test("a 403 without requests left is a limit, and says when it ends", async (t) => {
    const fake = await start(t);
    const inAnHour = String(Math.floor(Date.now() / 1000) + 3600);
    fake.fail(/page=2/, status(403, "", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": inAnHour }));
    const failure = await failureOf(listed(fake.url, ["acme/**"]));
    assert.equal(failure.code, "rate-limited");
    assert.ok((failure.retryAfterMs ?? 0) > 3_500_000, String(failure.retryAfterMs));
  });

  test("a Link to another host is not followed", async (t) => {
    const fake = await start(t);
    fake.fail(/orgs/, header("link", '<https://evil.example/packages>; rel="next"'));
    const failure = await failureOf(listed(fake.url, ["acme/**"]));
    assert.match(failure.message, /: Link to another origin, https:\/\/evil\.example$/);
  });

  test("an organisation that vanishes on its second page is no user", async (t) => {
    const fake = await start(t);
    fake.fail(/page=2/, status(404));
    assert.equal((await failureOf(listed(fake.url, ["acme/**"]))).code, "not-found");
    assert.equal(fake.requests.filter(({ path }) => path.startsWith("/users/")).length, 0);
  });
});
