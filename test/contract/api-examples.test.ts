import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { chartArchive } from "../support/archive-builder.ts";
import { startFakeRegistry } from "../support/fake-registry.ts";
import { createHelm, type Helm } from "../support/helm.ts";
import { type ServedSources, serveSources } from "../support/served-sources.ts";

const DOCUMENT = readFileSync("docs/api.md", "utf8");
const COMMANDS = Array.from(DOCUMENT.matchAll(/^```sh\n([\s\S]*?)^```/gm), ([, block = ""]) => block)
  .flatMap((block) => block.trim().split("\n"))
  .map((line) => line.replace(/\s+#.*$/, ""));
const ROUTES = [
  ...["search", "charts/[...path]", "files/[...path]", "values-model/[...path]", "sources"].map(
    (route) => `api/v1/${route}`,
  ),
  ...["api/chartsvc/v1/charts/search", "helm/[...path]", "feeds/[...path]", "badge/[...path]"],
];

const parts = new AsyncDisposableStack();
let helm: Helm;
let served: ServedSources;
let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "api-examples-"));
  parts.defer(() => rm(folder, { recursive: true, force: true }));
  helm = parts.use(await createHelm());
  const registry = await startFakeRegistry();
  parts.defer(() => registry.stop());
  const archive = chartArchive({ name: "redis", files: { "values.yaml": "image: redis:7.2\n" } });
  registry.push("data/redis", "1.0.0", { layers: [{ content: archive }] });
  const source = `{ name: acme, registry: "${registry.url}", plainHttp: true }`;
  served = parts.use(await serveSources([source], ROUTES));
});
after(() => parts.disposeAsync());

describe("every command in docs/api.md does what it says", () => {
  test("there are some of both kinds", () => {
    for (const program of ["curl", "helm"])
      assert.ok(COMMANDS.some((line) => line.startsWith(`${program} `)));
  });
  for (const line of COMMANDS) {
    test(line, async () => {
      const [program, ...args] = line
        .replaceAll("$CHARTROOM", served.url)
        .split(" ")
        .map((word) => word.replaceAll('"', ""));
      if (program === "helm") {
        const more = args[0] === "pull" ? ["--plain-http", "--destination", folder] : [];
        const { stdout } = await helm(...args, ...more);
        assert.match(stdout.toString(), args[0] === "search" ? /redis/ : /^/);
      } else {
        assert.deepEqual([program, args.length], ["curl", 1]);
        const answer = await fetch(args[0] ?? "");
        assert.equal(answer.status, 200);
        assert.match(await answer.text(), /redis|acme/);
      }
    });
  }
});
