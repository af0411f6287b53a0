import assert from "node:assert/strict";
import { describe, type TestContext, test } from "node:test";
import { collect, failureOf } from "../support/fake-registry-client.ts";
import { jsonAnswer } from "../support/fake-registry-faults.ts";
import { hurriedLister } from "../support/vendors/fake-api.ts";
import { GOOGLE_TOKEN, startFakeArtifactRegistry } from "../support/vendors/fake-artifact-registry.ts";

const REGISTRY = new URL("https://europe-west1-docker.pkg.dev");
const packages = Array.from({ length: 1_200 }, (_, index) => `charts/app-${String(index).padStart(4, "0")}`);
const CREDENTIALS = { username: "oauth2accesstoken", password: GOOGLE_TOKEN };

async function start(t: TestContext) {
  const fake = await startFakeArtifactRegistry("europe-west1", {
    "acme-prod": {
      helm: { format: "DOCKER", packages },
      empty: { format: "DOCKER", packages: [] },
      js: { format: "NPM", packages: ["left-pad"] },
      tools: { format: "DOCKER", packages: ["kubectl"] },
    },
  });
  t.after(() => fake.stop());
  return fake;
}

async function listed(
  api: URL,
  include: readonly string[],
  credentials: typeof CREDENTIALS | null = CREDENTIALS,
) {
  return collect(hurriedLister(null, { registry: REGISTRY, api, include, credentials }).repositories());
}

describe("Google Artifact Registry", () => {
  test("lists the packages of a repository, page after page, slashes and all", async (t) => {
    const fake = await start(t);
    const names = await listed(fake.url, ["acme-prod/helm/charts/*", "acme-prod/helm/**"]);
    assert.deepEqual(
      names,
      packages.map((name) => `acme-prod/helm/${name}`),
    );
    assert.equal(fake.requests.length, 2);
  });

  test("lists every repository of a project that holds OCI content", async (t) => {
    const fake = await start(t);
    const names = await listed(fake.url, ["acme-prod/**"]);
    assert.deepEqual([names.length, names.at(-1)], [1_201, "acme-prod/tools/kubectl"]);
  });

  test("no project, a project of others, and no token are told as such", async (t) => {
    const fake = await start(t);
    assert.equal((await failureOf(listed(fake.url, []))).code, "not-found");
    assert.equal((await failureOf(listed(fake.url, ["evil-corp/**"]))).code, "denied");
    assert.equal((await failureOf(listed(fake.url, ["acme-prod/**"], null))).code, "unauthorized");
    const key = { username: "_json_key", password: '{"private_key":"secret"}' };
    assert.equal((await failureOf(listed(fake.url, ["acme-prod/**"], key))).code, "unauthorized");
    assert.equal(
      fake.requests.some(({ headers }) => headers.authorization?.includes("secret")),
      false,
    );
  });

  test("takes a token under the names that Google's credential helpers give it", async (t) => {
    const fake = await start(t);
    for (const username of ["_dcgcloud_token", "_dcgcr_2_1_26_token"]) {
      const names = await listed(fake.url, ["acme-prod/tools/**"], { ...CREDENTIALS, username });
      assert.deepEqual(names, ["acme-prod/tools/kubectl"]);
    }
  });

  test("a name that cannot be decoded is an error", async (t) => {
    const fake = await start(t);
    fake.fail(/packages/, () => jsonAnswer(200, { packages: [{ name: "a/%E0%A4%A" }] }));
    const failure = await failureOf(listed(fake.url, ["acme-prod/helm/**"]));
    assert.match(failure.message, /: a name that cannot be read$/);
  });
});
