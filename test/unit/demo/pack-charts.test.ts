import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { text } from "node:stream/consumers";
import { after, before, describe, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { readCleartextMessage, readKey, verify } from "openpgp";
import { extract } from "tar-stream";
import { readLayout, type StoredBlob, type StoredRepository } from "#demo/layout-content.ts";
import { packDemoCharts, readDemoRecipes } from "#demo/pack-charts.ts";
import { ChartError } from "#lib/chart/chart-error.ts";
import { readChart } from "#lib/chart/read-chart.ts";

interface ManifestBody {
  readonly config: { readonly mediaType: string; readonly digest: string };
  readonly layers: readonly { readonly mediaType: string; readonly digest: string }[];
  readonly annotations: Readonly<Record<string, string>>;
  /** Of an image index only. */
  readonly manifests?: readonly { readonly digest: string }[];
}

const CHART_CONFIG = "application/vnd.cncf.helm.config.v1+json";
const CHART_LAYER = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
const PROVENANCE_LAYER = "application/vnd.cncf.helm.chart.provenance.v1.prov";

describe("the packed sample charts", () => {
  let folder = "";
  let layout: ReadonlyMap<string, StoredRepository>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "pack-charts-"));
    await packDemoCharts(join(folder, "one"));
    layout = await readLayout(join(folder, "one"));
  });
  after(() => rm(folder, { recursive: true }));

  function repository(name: string): StoredRepository {
    const found = layout.get(name);
    assert.ok(found, `no repository ${name}`);
    return found;
  }

  async function manifest(name: string, tag: string): Promise<ManifestBody> {
    const found = repository(name).manifests.get(repository(name).tags.get(tag) ?? "");
    assert.ok(found, `no ${name}:${tag}`);
    return JSON.parse(await readFile(found.file, "utf8"));
  }

  async function blob(name: string, digest: string | undefined): Promise<Buffer> {
    const found: StoredBlob | undefined = repository(name).blobs.get(digest ?? "");
    assert.ok(found, `no blob ${digest} in ${name}`);
    return readFile(found.file);
  }

  async function layer(name: string, tag: string, mediaType = CHART_LAYER): Promise<Buffer> {
    const { layers } = await manifest(name, tag);
    return blob(name, layers.find((one) => one.mediaType === mediaType)?.digest);
  }

  async function archive(name: string, tag: string): Promise<Map<string, string>> {
    const files = new Map<string, string>();
    const reader = extract();
    reader.end(gunzipSync(await layer(name, tag)));
    for await (const entry of reader) {
      files.set(entry.header.name, await text(entry));
    }
    return files;
  }

  test("hold every release of every recipe under its tag", async () => {
    const recipes = await readDemoRecipes();
    assert.ok(recipes.size >= 16);
    for (const [name, recipe] of recipes) {
      for (const { version } of recipe.releases) {
        assert.ok(repository(name).tags.has(version.replaceAll("+", "_")), `${name} ${version}`);
      }
    }
  });

  test("are the same bytes when packed again, but for what is signed", async () => {
    await packDemoCharts(join(folder, "two"));
    const again = await readLayout(join(folder, "two"));
    const tags = (of: ReadonlyMap<string, StoredRepository>) =>
      [...of]
        .filter(([name]) => name !== "data/postgresql")
        .flatMap(([name, { tags }]) => [...tags].map(([tag, digest]) => `${name}:${tag} ${digest}`));
    assert.deepEqual(tags(again), tags(layout));
    assert.notDeepEqual(again.get("data/postgresql")?.tags, layout.get("data/postgresql")?.tags);
  });

  test("replace what was in the folder and leave nothing beside it", async () => {
    const place = join(folder, "twice", "layout");
    await packDemoCharts(place);
    await packDemoCharts(place);
    assert.deepEqual(await readdir(join(folder, "twice")), ["layout"]);
    assert.deepEqual(JSON.parse(await readFile(join(place, "oci-layout"), "utf8")), {
      imageLayoutVersion: "1.0.0",
    });
  });

  // Copied from a registry that the real `helm push` (4.1.4) had filled: config and annotations, byte for byte.
  test("have the config and annotations that helm push writes", async () => {
    const { config, annotations } = await manifest("platform/node-tuner", "0.4.1");
    assert.equal(
      (await blob("platform/node-tuner", config.digest)).toString(),
      '{"name":"node-tuner","version":"0.4.1","description":"Sets sysctls, huge pages and file limits on nodes before the databases move in","maintainers":[{"name":"Platform Team"}],"apiVersion":"v2","appVersion":"24.04","annotations":{"category":"Infrastructure"}}',
    );
    assert.equal(
      JSON.stringify(annotations),
      '{"category":"Infrastructure","org.opencontainers.image.authors":"Platform Team","org.opencontainers.image.created":"2026-03-26T07:32:58Z","org.opencontainers.image.description":"Sets sysctls, huge pages and file limits on nodes before the databases move in","org.opencontainers.image.title":"node-tuner","org.opencontainers.image.version":"0.4.1"}',
    );
  });

  test("escape what Go's JSON escapes", async () => {
    const { config } = await manifest("data/redis", "8.4.2");
    assert.match((await blob("data/redis", config.digest)).toString(), /"kubeVersion":"\\u003e=1.27.0-0"/);
  });

  test("order layers by digest, whichever is the chart", async () => {
    for (const tag of repository("data/postgresql").tags.keys()) {
      const digests = (await manifest("data/postgresql", tag)).layers.map(({ digest }) => digest);
      assert.deepEqual(digests, digests.toSorted());
    }
  });

  test("differ between versions as their recipes say", async () => {
    const newest = await archive("data/redis", "8.4.2");
    const older = await archive("data/redis", "8.3.1_skerry.2");
    assert.match(newest.get("redis/values.yaml") ?? "", /^podDisruptionBudget:\n {2}enabled: true$/m);
    assert.doesNotMatch(older.get("redis/values.yaml") ?? "", /^podDisruptionBudget:/m);
    assert.match(older.get("redis/values.yaml") ?? "", /^ {4}memory: 384Mi$/m);
    assert.match(older.get("redis/Chart.yaml") ?? "", /^version: 8\.3\.1\+skerry\.2$/m);
    assert.match(older.get("redis/README.md") ?? "", /--version 8\.3\.1\+skerry\.2$/m);
    assert.ok(newest.has("redis/templates/poddisruptionbudget.yaml"));
    assert.ok(!older.has("redis/templates/poddisruptionbudget.yaml"));
  });

  test("carry the dependencies that were published by then", async () => {
    const common = async (tag: string) =>
      /^version: (.+)$/m.exec(
        (await archive("data/redis", tag)).get("redis/charts/common/Chart.yaml") ?? "",
      )?.[1];
    assert.equal(await common("8.4.2"), "2.3.1");
    assert.equal(await common("7.6.0"), "2.2.0");
    const booking = await archive("web/booking", "12.6.0");
    assert.ok(booking.has("booking/charts/redis/charts/common/templates/_names.tpl"));
    assert.match(booking.get("booking/Chart.lock") ?? "", /name: postgresql\n\s+version: 5\.2\.0/);
  });

  test("have provenance that the written key verifies and that names the archive's digest", async () => {
    const prov = (await layer("data/postgresql", "5.2.0", PROVENANCE_LAYER)).toString();
    const verificationKeys = await readKey({
      armoredKey: await readFile(join(folder, "one", "signing-key.asc"), "utf8"),
    });
    const message = await readCleartextMessage({ cleartextMessage: prov });
    const { signatures, data } = await verify({ message, verificationKeys, expectSigned: true });
    assert.equal(await signatures[0]?.verified, true);
    const sha256 = createHash("sha256")
      .update(await layer("data/postgresql", "5.2.0"))
      .digest("hex");
    assert.ok(data.endsWith(`\n...\nfiles:\n  postgresql-5.2.0.tgz: sha256:${sha256}\n`));
  });

  test("are read whole by this project, and the broken one is refused", async () => {
    const refused: string[] = [];
    for (const [name, recipe] of await readDemoRecipes()) {
      for (const { version, inIndex } of recipe.releases) {
        if (inIndex) continue;
        const bytes = await layer(name, version.replaceAll("+", "_"));
        try {
          const { metadata } = await readChart([bytes]);
          assert.equal(`${metadata.name} ${metadata.version}`, `${basename(name)} ${version}`);
        } catch (error) {
          assert.ok(error instanceof ChartError, `${name} ${version}: ${error}`);
          refused.push(`${name} ${version}: ${error.code}`);
        }
      }
    }
    assert.deepEqual(refused, ["archive/timetable-sync 1.1.0: unsafe-path"]);
  });

  test("include the odd ones", async () => {
    const values =
      (await archive("observability/alert-rules", "41.2.0")).get("alert-rules/values.yaml") ?? "";
    assert.ok(values.split("\n").length > 5_500, "a huge values file");
    assert.match(
      (await archive("data/kafka", "2.6.0")).get("kafka/values.yaml") ?? "",
      /^[^\n]*\r\n/,
      "CRLF",
    );
    assert.ok((await archive("archive/timetable-sync", "1.1.0")).has("timetable-sync/../../evil.sh"));
    assert.ok((await archive("observability/logs", "6.4.0")).has("logs/ReadMe.MD"));
    assert.ok(
      ![...(await archive("platform/node-tuner", "0.4.1")).keys()].some((path) => /readme/i.test(path)),
    );
    assert.equal(repository("web/booking").tags.get("latest"), repository("web/booking").tags.get("12.6.0"));
  });

  test("lie beside things that are no charts", async () => {
    assert.notEqual((await manifest("web/booking-api", "2026.11.3")).config.mediaType, CHART_CONFIG);
    const signed = repository("data/postgresql").tags.get("5.2.0") ?? "";
    const signature = await manifest("data/postgresql", `${signed.replace(":", "-")}.sig`);
    assert.equal(signature.layers[0]?.mediaType, "application/vnd.dev.cosign.simplesigning.v1+json");
    assert.equal((await manifest("web/ticket-checkout", "1.8.0")).manifests?.length, 2);
  });
});
