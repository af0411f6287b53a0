import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pMap from "p-map";
import { type Distribution, startDistribution } from "../support/distribution.ts";
import { createHelm, type Helm } from "../support/helm.ts";
import { type PushedChart, type PushReport, pushCharts } from "../support/helm-push.ts";
import { type Product, readSources, startProduct, untilRead } from "../support/product.ts";
import { compareMetadata, type ReleaseAnswer, sameBytes } from "./support/comparison.ts";
import { readRealArchives } from "./support/real-archives.ts";

const CONCURRENCY = 3;

/** Why Helm would not push an archive; anything else is news. */
const REFUSALS: readonly { readonly reason: RegExp; readonly why: string }[] = [];

interface VersionAnswer {
  readonly tag: string;
  readonly digest: string;
  readonly error: string | null;
}

describe("real charts", () => {
  let distribution: Distribution;
  let helm: Helm & AsyncDisposable;
  let push: PushReport;
  let product: Product;
  let sourceId: string;

  before(async () => {
    const orders = await readRealArchives();
    distribution = await startDistribution();
    helm = await createHelm();
    push = await pushCharts(helm, distribution.host, orders);
    product = await startProduct({ args: ["--registry", distribution.url.origin], readyMs: 240_000 });
    await untilRead(product.url, 300_000);
    sourceId = (await readSources(product.url))[0]?.id ?? "";
  });
  after(async () => {
    await product?.stop();
    await helm?.[Symbol.asyncDispose]();
    await distribution?.stop();
  });

  test("helm pushes each, or refuses it for a known reason", () => {
    const unknown = push.refused.filter(({ reason }) => !REFUSALS.some((known) => known.reason.test(reason)));
    assert.deepEqual(unknown, []);
    console.log(`${push.pushed.length} pushed, ${push.refused.length} refused by helm`);
  });

  test("each is indexed, or reported with a reason", async () => {
    const lost: string[] = [];
    let reported = 0;
    for (const [repository, charts] of Map.groupBy(push.pushed, (chart) => chart.repository)) {
      const known = await versionsOf(repository);
      for (const { tag, digest } of charts) {
        const version = known.find((one) => one.tag === tag);
        if (version?.digest !== digest) lost.push(`${repository}:${tag}`);
        else if (version.error !== null) reported += 1;
      }
    }
    assert.deepEqual(lost, []);
    const { releases, failed } = (await readSources(product.url))[0] ?? {};
    assert.deepEqual({ releases, failed }, { releases: push.pushed.length - reported, failed: reported });
    console.log(`${push.pushed.length - reported} indexed, ${reported} reported`);
  });

  test("the metadata, README and values of each are what helm shows", async () => {
    const differences = (await pMap(push.pushed, compare, { concurrency: CONCURRENCY })).flat();
    assert.deepEqual(differences, []);
  });

  test("each has a page for its README and one for its values", async () => {
    const broken = await pMap(
      push.pushed,
      async (chart) => {
        const page = `${product.url}/charts/${address(chart)}`;
        const answers = [await fetch(page), await fetch(`${page}?tab=values`)];
        const texts = await Promise.all(answers.map((answer) => answer.text()));
        const whole =
          answers.every(({ status }) => status === 200) && texts.every((text) => text.includes("</html>"));
        return whole ? [] : [`${page}: ${answers.map(({ status }) => status)}`];
      },
      { concurrency: CONCURRENCY },
    );
    assert.deepEqual(broken.flat(), []);
  });

  async function compare(chart: PushedChart): Promise<readonly string[]> {
    const answer = await fetch(`${product.url}/api/v1/charts/${address(chart)}`);
    if (!answer.ok) return [`${address(chart)}: ${answer.status}`];
    const release = (await answer.json()) as ReleaseAnswer;
    if (release.metadata === null || release.content.kind !== "available") {
      return release.error === null ? [`${address(chart)}: not shown, and no reason given`] : [];
    }
    const [metadata, readme, values] = await Promise.all(
      ["chart", "readme", "values"].map((what) =>
        helm("show", what, chart.file).then(({ stdout }) => stdout),
      ),
    );
    const differences = compareMetadata(String(metadata), release.metadata).map(
      ({ field, helm: theirs, ours }) =>
        `${address(chart)}: ${field}: helm ${JSON.stringify(theirs)}, here ${JSON.stringify(ours)}`,
    );
    if (!sameBytes(readme as Buffer, await file(chart, release.content.readme))) {
      differences.push(`${address(chart)}: README differs`);
    }
    if (!sameBytes(values as Buffer, await file(chart, release.content.values))) {
      differences.push(`${address(chart)}: values.yaml differs`);
    }
    return differences;
  }

  async function file(chart: PushedChart, path: string | null | undefined): Promise<Buffer | null> {
    if (path == null) return null;
    const answer = await fetch(
      `${product.url}/api/v1/files/${address(chart)}?path=${encodeURIComponent(path)}`,
    );
    assert.equal(answer.status, 200, `${address(chart)} ${path}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  async function versionsOf(repository: string): Promise<readonly VersionAnswer[]> {
    const answer = await fetch(`${product.url}/api/v1/charts/${sourceId}/${repository}`);
    return answer.ok ? ((await answer.json()) as { versions: readonly VersionAnswer[] }).versions : [];
  }

  function address({ repository, tag }: PushedChart): string {
    return `${sourceId}/${repository}@${tag}`;
  }
});
