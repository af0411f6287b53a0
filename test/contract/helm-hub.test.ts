import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { chartArchive } from "../support/archive-builder.ts";
import { type FakeRegistry, startFakeRegistry } from "../support/fake-registry.ts";
import { createHelm, type Helm } from "../support/helm.ts";
import { type ServedSources, serveSources } from "../support/served-sources.ts";

const parts = new AsyncDisposableStack();
let registry: FakeRegistry;
let helm: Helm;
let served: ServedSources;

before(async () => {
  helm = parts.use(await createHelm());
  registry = await startFakeRegistry();
  parts.defer(() => registry.stop());
  push("gitops/argo-cd", "9.0.0", 'appVersion: "3.1"\ndescription: "Tabs\\tand \\"quotes\\""\n');
  push("data/redis", "1.0.0");
  for (let number = 0; number < 45; number += 1) push(`many/worker-${number}`, "0.1.0");
  const source = `{ name: acme, registry: "${registry.url}", plainHttp: true }`;
  served = parts.use(await serveSources([source], ["api/chartsvc/v1/charts/search"]));
});
after(() => parts.disposeAsync());

function push(repository: string, version: string, more = ""): void {
  const name = repository.split("/").at(-1) ?? "";
  const chartYaml = `apiVersion: v2\nname: ${name}\nversion: ${version}\n${more}`;
  registry.push(repository, version, { layers: [{ content: chartArchive({ name, chartYaml }) }] });
}

const hub = async (...args: readonly string[]) =>
  (await helm("search", "hub", "--endpoint", served.url, ...args)).stdout.toString();

describe("helm search hub", () => {
  test("finds a chart by the words and beginnings of words a person types", async () => {
    for (const words of [["argo-cd"], ["argo", "cd"], ["arg"]]) {
      const [first] = JSON.parse(await hub(...words, "--output", "json", "--list-repo-url"));
      assert.deepEqual(first, {
        url: `${served.url}/charts/acme/gitops/argo-cd`,
        version: "9.0.0",
        app_version: "3.1",
        description: 'Tabs and "quotes"',
        repository: { name: "acme", url: `${served.url}/helm/acme` },
      });
    }
  });

  test("lists them as a table, with the address for `helm repo add`", async () => {
    assert.match(
      await hub("redis", "--list-repo-url"),
      new RegExp(`/charts/acme/data/redis\\s+1\\.0\\.0\\s.*${served.url}/helm/acme`),
    );
  });

  test("gives more than a page at once, and everything to who names nothing", async () => {
    assert.equal(JSON.parse(await hub("worker", "--output", "json")).length, 45);
    assert.equal(JSON.parse(await hub("--output", "json")).length, 47);
  });

  test("finds nothing where nothing is", async () => {
    assert.match(await hub("zzqxjwv"), /No results found/);
  });
});
