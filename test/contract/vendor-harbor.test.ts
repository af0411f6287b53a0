import assert from "node:assert/strict";
import { describe, type TestContext, test } from "node:test";
import type { RepositoryName } from "#lib/oci/reference.ts";
import { collect, failureOf } from "../support/fake-registry-client.ts";
import { header, otherBytes, status } from "../support/fake-registry-faults.ts";
import { hurriedLister, series } from "../support/vendors/fake-api.ts";
import { countRequests, HARBOR_ROBOT, startFakeHarbor } from "../support/vendors/fake-harbor.ts";

const of = (names: readonly string[], content: "chart" | "image") =>
  Object.fromEntries(names.map((name) => [name, content]));

/** 130 charts among 340 repositories, in more projects than fit a page. */
const charts = series("platform/charts/app", 130);
const PROJECTS = {
  platform: {
    public: false,
    repositories: { ...of(charts, "chart"), ...of(series("platform/images/web", 210), "image") },
  },
  library: { public: true, repositories: { "library/nginx": "image", "library/redis": "chart" } },
  // A name that is another project's number.
  "2": { public: true, repositories: { "2/chart": "chart" } },
  ...Object.fromEntries(series("team", 120).map((name) => [name, { public: false, repositories: {} }])),
} as const;
const EVERYTHING = Object.values(PROJECTS)
  .flatMap(({ repositories }) => Object.keys(repositories))
  .sort();
const CHARTS = [...charts, "library/redis", "2/chart"].sort();

async function start(t: TestContext, options: Partial<Parameters<typeof startFakeHarbor>[0]> = {}) {
  const fake = await startFakeHarbor({ version: "2.12", projects: PROJECTS, ...options });
  t.after(() => fake.stop());
  return fake;
}

type Options = Partial<Parameters<typeof hurriedLister>[1]>;
const listed = async (url: URL, options: Options = {}): Promise<readonly RepositoryName[]> => {
  const lister = hurriedLister("harbor", { registry: url, credentials: HARBOR_ROBOT, ...options });
  return (await collect(lister.repositories())).sort();
};

describe("Harbor", () => {
  test("lists the repositories that hold charts, page after page, in private projects too", async (t) => {
    const fake = await start(t);
    assert.deepEqual(await listed(fake.url), CHARTS);
    assert.equal(countRequests(fake.requests, /\/platform\/repositories/), 0, "images cost nothing");
    assert.equal(countRequests(fake.requests, /_catalog/), 0);
    const sizes = fake.requests.map(({ path }) => new URL(path, fake.url).searchParams.get("page_size"));
    assert.deepEqual([...new Set(sizes)], ["100"]);
  });

  test("is recognised by the realm of its tokens", async (t) => {
    const fake = await start(t);
    const lister = hurriedLister(null, { registry: fake.url, credentials: HARBOR_ROBOT });
    assert.deepEqual((await collect(lister.repositories())).sort(), CHARTS);
    assert.equal(fake.requests[0]?.headers.authorization, undefined, "the greeting is a stranger's");
  });

  test("before 2.12 all repositories are listed, and it is asked once whether it can do better", async (t) => {
    const fake = await start(t, { version: "2.11" });
    assert.deepEqual(await listed(fake.url), EVERYTHING);
    assert.equal(countRequests(fake.requests, /\/artifacts/), 1);
  });

  test("an account that may not list artifacts gets all repositories", async (t) => {
    const fake = await start(t, { mayListArtifacts: false });
    assert.deepEqual(await listed(fake.url), EVERYTHING);
  });

  test("where pages overlap, and so miss something, the list that is complete counts", async (t) => {
    const fake = await start(t, { pagesOverlap: true });
    const names = new Set(await listed(fake.url));
    for (const chart of charts) assert.ok(names.has(chart as RepositoryName), chart);
  });

  test("a stranger sees public projects", async (t) => {
    const fake = await start(t);
    assert.deepEqual(await listed(fake.url, { credentials: null }), [
      "2/chart",
      "library/nginx",
      "library/redis",
    ]);
  });

  test("only the projects that are wanted are asked", async (t) => {
    const fake = await start(t);
    assert.deepEqual(await listed(fake.url, { include: ["library/**"] }), ["library/redis"]);
    assert.equal(countRequests(fake.requests, /\/projects\/(?!library\/)/), 0);
  });

  test("a page shorter than its total promises is an error, not an end", async (t) => {
    const fake = await start(t, { version: "2.11" });
    fake.fail(
      /\/platform\/repositories\?page=2/,
      otherBytes(() => Buffer.from("[]")),
    );
    const lister = hurriedLister("harbor", { registry: fake.url, credentials: HARBOR_ROBOT });
    const failure = await failureOf(collect(lister.repositories()));
    assert.equal(failure.code, "bad-response");
    assert.match(failure.message, /\/projects\/platform\/repositories: 0 entries where 240 are left$/);
  });

  test("pages without a total are an error: nothing would tell their end", async (t) => {
    const fake = await start(t);
    fake.fail(/\/projects\?/, header("x-total-count", null));
    const lister = hurriedLister("harbor", { registry: fake.url, credentials: HARBOR_ROBOT });
    assert.match((await failureOf(collect(lister.repositories()))).message, /: no X-Total-Count$/);
  });

  test("a limit is not taken for an old version", async (t) => {
    const fake = await start(t);
    fake.fail(/\/artifacts/, status(429));
    const lister = hurriedLister("harbor", { registry: fake.url, credentials: HARBOR_ROBOT });
    assert.equal((await failureOf(collect(lister.repositories()))).code, "rate-limited");
  });

  test("a wrong password is told as such", async (t) => {
    const fake = await start(t);
    const credentials = { username: HARBOR_ROBOT.username, password: "old" };
    const lister = hurriedLister("harbor", { registry: fake.url, credentials });
    assert.equal((await failureOf(collect(lister.repositories()))).code, "unauthorized");
  });
});
