import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { ChartRelease, ReleaseOrigin } from "#lib/catalog/catalog.ts";
import { dependencyEntry } from "#lib/formats/install/chart-dependency.ts";
import { chartroomWay, helmWay } from "#lib/formats/install/helm-commands.ts";
import { installSubject } from "#lib/formats/install/install-subject.ts";
import type { InstallBy } from "#lib/formats/install/install-way.ts";
import { parseDigest } from "#lib/oci/reference.ts";
import { chartArchive } from "../support/archive-builder.ts";
import { startChartRepository } from "../support/chart-repository.ts";
import { startDistribution } from "../support/distribution.ts";
import { createHelm, type Helm } from "../support/helm.ts";
import { pushCharts } from "../support/helm-push.ts";
import { serveSources } from "../support/served-sources.ts";
import { release, summary } from "../unit/components/chart/releases.ts";
import { metadata } from "../unit/formats/install/metadata.ts";

// What the Install tab says, typed into the real Helm.

const VERSION = "1.2.0+build.7";
const FILES = {
  "values.yaml": "color: teal\n",
  "templates/map.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\n",
};
const parts = new AsyncDisposableStack();
let folder: string;
let helm: Helm;
let registry: ReleaseOrigin;
let digest: string;
let repository: ReleaseOrigin;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "install-lines-"));
  parts.defer(() => rm(folder, { recursive: true, force: true }));
  helm = parts.use(await createHelm());
  const distribution = await startDistribution();
  parts.defer(() => distribution.stop());
  const archive = chartArchive({ name: "redis", version: VERSION, files: FILES });
  const file = join(folder, `redis-${VERSION}.tgz`);
  await writeFile(file, archive);
  const { pushed } = await pushCharts(helm, distribution.host, [{ file, namespace: "data" }]);
  digest = pushed[0]?.digest ?? "";
  const manifest = await fetch(new URL(`/v2/data/redis/manifests/${digest}`, distribution.url), {
    headers: { accept: "application/vnd.oci.image.manifest.v1+json" },
  });
  await fetch(new URL("/v2/data/redis/manifests/latest", distribution.url), {
    method: "PUT",
    headers: { "content-type": "application/vnd.oci.image.manifest.v1+json" },
    body: await manifest.text(),
  });
  registry = {
    ...{ kind: "registry", host: distribution.host, plainHttp: true },
    ...{ signIn: false, privateCa: false },
  };

  const web = await startChartRepository();
  parts.defer(() => web.stop());
  web.files.set(`redis-${VERSION}.tgz`, archive);
  const entry = { apiVersion: "v2", name: "redis", version: VERSION, urls: [`redis-${VERSION}.tgz`] };
  web.files.set("index.yaml", JSON.stringify({ apiVersion: "v1", entries: { redis: [entry] } }));
  repository = { kind: "repository", url: web.url.toString(), signIn: false, privateCa: false };
});
after(() => parts.disposeAsync());

describe("the lines for Helm work", () => {
  test("of a registry, by version", () => run(registry, "version"));

  test("of a registry, by digest", () => run(registry, "digest"));

  test("of a registry, by a tag that is no version", () =>
    run(registry, "version", { summary: summary("latest", { channel: "other" }) }));

  test("of a chart repository", () => run(repository, "version"));

  test("of a registry, through Chartroom's index", async () => {
    assert.ok(registry.kind === "registry");
    const source = `{ name: acme, registry: "http://${registry.host}", plainHttp: true }`;
    await using served = await serveSources([source], ["helm/[...path]"]);
    const subject = subjectOf(registry, { metadata: metadata({ name: "redis" }) }, served.url);
    const [way] = chartroomWay(subject);
    const [add = "", search = "", install = ""] = way?.blocks[0]?.text.split("\n") ?? [];
    await helm(...add.split(" ").slice(1));
    assert.match(
      (await helm(...search.split(" ").slice(1))).stdout.toString(),
      /^acme\/redis\s+1\.2\.0\+build\.7/m,
    );
    const { stdout } = await helm(...install.split(" ").slice(1), "--dry-run=client");
    assert.match(stdout.toString(), /^ {2}name: my-redis$/m);
  });

  test("of an archive in a folder, whatever that is called", async () => {
    const archive = chartArchive({ name: "redis", version: VERSION, files: FILES });
    const place = join(folder, "layout");
    const blob = join(place, createHash("sha256").update(archive).digest("hex"));
    await mkdir(place);
    await writeFile(blob, archive);
    await run({ kind: "layout", archive: blob }, "version");
  });
});

describe("the entry of a dependency", () => {
  for (const kind of ["registry", "repository"] as const) {
    test(`is found in a ${kind}`, async () => {
      const chart = join(folder, `parent-${kind}`);
      await mkdir(chart);
      const entry = dependencyEntry(subjectOf(kind === "registry" ? registry : repository));
      await writeFile(join(chart, "Chart.yaml"), `apiVersion: v2\nname: parent\nversion: 1.0.0\n${entry}`);
      await helm("dependency", "update", chart, ...(kind === "registry" ? ["--plain-http"] : []));
      assert.deepEqual(await readdir(join(chart, "charts")), [`redis-${VERSION}.tgz`]);
    });
  }
});

function subjectOf(origin: ReleaseOrigin, detail: Partial<ChartRelease> = {}, here = "http://here.example") {
  const manifest = parseDigest(digest) ?? assert.fail("Helm pushed nothing");
  const digests = { manifest, layer: null, provenance: null };
  return installSubject(release("data/redis", VERSION, { origin, digests, ...detail }), here);
}

/** Types every line of the way into Helm; nothing is installed, for there is no cluster. */
async function run(origin: ReleaseOrigin, by: InstallBy, detail: Partial<ChartRelease> = {}): Promise<void> {
  const { blocks } = helmWay(subjectOf(origin, detail), by);
  const titles = blocks.map(({ title }) => title);
  const pull = origin.kind === "layout" ? [] : ["Fetch the archive"];
  assert.deepEqual(titles, [
    "Install",
    "Install or upgrade",
    "Render on this machine",
    ...pull,
    "Its values",
  ]);
  const pulled = await mkdtemp(join(folder, "pulled-"));
  for (const { title, text } of blocks) {
    const [program, ...words] = text.split(" ");
    assert.equal(program, "helm");
    const printed = helm(
      ...words,
      ...(EXTRA[title] ?? []),
      ...(title === PULL ? ["--destination", pulled] : []),
    );
    // It asks the cluster for earlier releases before it looks at the chart.
    if (title === "Install or upgrade") await assert.rejects(printed, /helm upgrade: .*cluster unreachable/);
    else assert.match((await printed).stdout.toString(), PRINTED[title] ?? /^$/, title);
  }
  const [install, upgrade] = blocks.map(({ text }) => text.split(" my-redis ")[1]);
  assert.equal(install, upgrade);
  if (pull.length > 0) assert.equal((await readdir(pulled)).length, 1);
}

const PULL = "Fetch the archive";
const EXTRA: Readonly<Record<string, readonly string[]>> = { Install: ["--dry-run=client"] };
const PRINTED: Readonly<Record<string, RegExp>> = {
  Install: /^ {2}name: my-redis$/m,
  "Render on this machine": /^ {2}name: my-redis$/m,
  "Its values": /^color: teal$/m,
};
