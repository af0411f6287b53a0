import assert from "node:assert/strict";
import { describe, type TestContext, test } from "node:test";
import { collect, failureOf } from "../support/fake-registry-client.ts";
import { jsonAnswer } from "../support/fake-registry-faults.ts";
import { hurriedLister, series } from "../support/vendors/fake-api.ts";
import { startFakeDockerHub } from "../support/vendors/fake-docker-hub.ts";

const DOCKER_HUB = new URL("https://registry-1.docker.io");
const charts = series("chart", 120);

async function start(t: TestContext) {
  const fake = await startFakeDockerHub({
    acmecharts: {
      ...Object.fromEntries(series("image", 300).map((name) => [name, "image" as const])),
      ...Object.fromEntries(charts.map((name) => [name, "helm" as const])),
    },
  });
  t.after(() => fake.stop());
  return fake;
}

describe("Docker Hub", () => {
  test("lists the charts of a namespace, page after page, and asks for no image", async (t) => {
    const fake = await start(t);
    const lister = hurriedLister(null, { registry: DOCKER_HUB, api: fake.url, include: ["acmecharts/*"] });
    const names = await collect(lister.repositories());
    assert.deepEqual(
      names,
      charts.map((name) => `acmecharts/${name}`),
    );
    assert.equal(fake.requests.length, 2);
  });

  test("credentials are the registry's, and do not go to the API", async (t) => {
    const fake = await start(t);
    const credentials = { username: "ada", password: "dckr_pat" };
    const options = { registry: DOCKER_HUB, api: fake.url, include: ["acmecharts/*"], credentials };
    await collect(hurriedLister("dockerhub", options).repositories());
    assert.deepEqual(
      new Set(fake.requests.map(({ headers }) => headers.authorization)),
      new Set([undefined]),
    );
  });

  for (const [what, next, message] of [
    ["to another host", "https://evil.example/v2/", /leads to another origin, https:\/\/evil\.example$/],
    ["that is no address", "page two", /: a next page that is no address$/],
    ["that is no text", 2, /: next that is no text$/],
  ] as const) {
    test(`a next page ${what} is an error`, async (t) => {
      const fake = await start(t);
      fake.fail(/namespaces/, () => jsonAnswer(200, { next, results: [] }));
      const options = { registry: DOCKER_HUB, api: fake.url, include: ["acmecharts/*"] };
      const failure = await failureOf(collect(hurriedLister("dockerhub", options).repositories()));
      assert.equal(failure.code, "bad-response");
      assert.match(failure.message, message);
    });
  }

  test("an unknown namespace, and none at all, are not found", async (t) => {
    const fake = await start(t);
    for (const include of [["nobody/*"], []]) {
      const lister = hurriedLister("dockerhub", { registry: DOCKER_HUB, api: fake.url, include });
      assert.equal((await failureOf(collect(lister.repositories()))).code, "not-found");
    }
  });
});
