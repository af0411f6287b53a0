import assert from "node:assert/strict";
import { describe, type TestContext, test } from "node:test";
import { collect, failureOf } from "../support/fake-registry-client.ts";
import { hurriedLister } from "../support/vendors/fake-api.ts";
import { JFROG_USER, startFakeJfrog } from "../support/vendors/fake-jfrog.ts";

const images = Array.from({ length: 2_300 }, (_, index) => `team/app-${String(index).padStart(4, "0")}`);
const KEYS = {
  "docker-local": { type: "LOCAL", packageType: "Docker", images },
  "helm-local": { type: "FEDERATED", packageType: "HelmOCI", images: ["redis"] },
  docker: { type: "VIRTUAL", packageType: "Docker", images },
  "npm-local": { type: "LOCAL", packageType: "Npm", images: [] },
} as const;

async function start(t: TestContext, links: boolean) {
  const fake = await startFakeJfrog(KEYS, { links });
  t.after(() => fake.stop());
  return fake;
}

describe("JFrog Artifactory", () => {
  for (const links of [true, false]) {
    test(`lists every OCI repository of its own, ${links ? "by Link" : "by number without a Link"}`, async (t) => {
      const fake = await start(t, links);
      const lister = hurriedLister("jfrog", { registry: fake.url, credentials: JFROG_USER });
      assert.deepEqual(await collect(lister.repositories()), [
        ...images.map((name) => `docker-local/${name}`),
        "helm-local/redis",
      ]);
      assert.equal(fake.requests.length, 1 + 3 + 1);
    });
  }

  test("reads only the repositories that are wanted, a virtual one too if it is named", async (t) => {
    const fake = await start(t, true);
    const include = ["docker/team/**", "helm-local/*"];
    const lister = hurriedLister("jfrog", { registry: fake.url, credentials: JFROG_USER, include });
    const names = await collect(lister.repositories());
    assert.deepEqual(
      [names.length, names[0], names.at(-1)],
      [2_301, "docker/team/app-0000", "helm-local/redis"],
    );
  });

  test("strangers and unknown repositories are told as such", async (t) => {
    const fake = await start(t, true);
    const stranger = hurriedLister("jfrog", { registry: fake.url });
    assert.equal((await failureOf(collect(stranger.repositories()))).code, "unauthorized");
    const options = { registry: fake.url, credentials: JFROG_USER, include: ["gone/*"] };
    assert.equal(
      (await failureOf(collect(hurriedLister("jfrog", options).repositories()))).code,
      "not-found",
    );
  });
});
