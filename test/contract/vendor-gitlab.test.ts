import assert from "node:assert/strict";
import { describe, type TestContext, test } from "node:test";
import { collect, failureOf } from "../support/fake-registry-client.ts";
import { header } from "../support/fake-registry-faults.ts";
import { hurriedLister, series } from "../support/vendors/fake-api.ts";
import { GITLAB_TOKEN, startFakeGitlab } from "../support/vendors/fake-gitlab.ts";

const many = series("acme/platform/charts/app", 150);
const CREDENTIALS = { username: "indexer", password: GITLAB_TOKEN };

async function start(t: TestContext) {
  const fake = await startFakeGitlab({
    groups: ["acme", "acme/platform", "other", ...series("group", 105)],
    projects: ["acme/platform/charts", "ada/charts"],
    repositories: [...many, "acme/web", "ada/charts/redis", "other/shop"],
  });
  t.after(() => fake.stop());
  return fake;
}

describe("GitLab", () => {
  const cases = [
    ["every group of the account, subgroups once", [], [...many, "acme/web", "other/shop"]],
    ["a group", ["acme/**"], [...many, "acme/web"]],
    ["a subgroup", ["acme/platform/**"], many],
    ["a project of a user", ["ada/charts/*"], ["ada/charts/redis"]],
    ["a path within a project", ["acme/platform/charts/app-001/**", "other/*"], [...many, "other/shop"]],
  ] as const;
  for (const [what, include, expected] of cases) {
    test(`lists ${what}`, async (t) => {
      const fake = await start(t);
      const lister = hurriedLister(null, { registry: fake.url, include, credentials: CREDENTIALS });
      assert.deepEqual(await collect(lister.repositories()), expected);
    });
  }

  test("credentials go to GitLab's API, not to the greeting", async (t) => {
    const fake = await start(t);
    const options = { registry: fake.url, include: ["other/*"], credentials: CREDENTIALS };
    await collect(hurriedLister("gitlab", options).repositories());
    assert.deepEqual(
      fake.requests.map(({ path, headers }) => [new URL(path, fake.url).pathname, headers.authorization]),
      [
        ["/v2/", undefined],
        ["/api/v4/groups/other/registry/repositories", `Bearer ${GITLAB_TOKEN}`],
      ],
    );
  });

  test("a realm of another domain gets neither token nor request", async (t) => {
    const fake = await start(t);
    fake.fail(/GET \/v2\//, header("www-authenticate", 'Bearer realm="https://evil.example/jwt/auth"'));
    const lister = hurriedLister("gitlab", { registry: fake.url, credentials: CREDENTIALS });
    const failure = await failureOf(collect(lister.repositories()));
    assert.match(failure.message, /token realm https:\/\/evil\.example belongs to another domain$/);
    assert.equal(fake.requests.length, 1);
  });

  test("a stranger names what is wanted, or would be given all that is public", async (t) => {
    const fake = await start(t);
    const failure = await failureOf(collect(hurriedLister("gitlab", { registry: fake.url }).repositories()));
    assert.match(failure.message, / lists by owner: begin each glob of `include` with one/);
    assert.equal(fake.requests.filter(({ path }) => path.includes("groups")).length, 0);
  });

  test("what is neither group nor project is not found", async (t) => {
    const fake = await start(t);
    const options = { registry: fake.url, include: ["nobody/charts/*"], credentials: CREDENTIALS };
    const failure = await failureOf(collect(hurriedLister("gitlab", options).repositories()));
    assert.equal(failure.code, "not-found");
    assert.match(failure.message, /: no group or project nobody\/charts$/);
  });

  test("a next page that is no number is an error", async (t) => {
    const fake = await start(t);
    fake.fail(/groups/, header("x-next-page", "../../user"));
    const options = { registry: fake.url, include: ["other/*"], credentials: CREDENTIALS };
    const failure = await failureOf(collect(hurriedLister("gitlab", options).repositories()));
    assert.match(failure.message, /: an X-Next-Page that is no number$/);
  });
});
