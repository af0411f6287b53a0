import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type FakeRegistry, startFakeRegistry } from "../support/fake-registry.ts";
import { hurriedClient } from "../support/fake-registry-client.ts";
import { TEST_TLS } from "../support/fake-registry-tls.ts";
import { ALL_NEW, BEFORE, FAULT_ROWS, USER } from "../support/fault-rows.ts";
import { type IndexHarness, startIndexHarness } from "../support/index-harness.ts";
import { startMeilisearch, type TestMeilisearch } from "../support/meilisearch.ts";

let meilisearch: TestMeilisearch;
let untrusted: FakeRegistry;
before(async () => {
  meilisearch = await startMeilisearch();
  untrusted = await startFakeRegistry({ tls: TEST_TLS });
});
after(() => Promise.all([meilisearch.stop(), untrusted.stop()]));

describe("a source that fails keeps what it has and says so; the one beside it notices nothing", () => {
  for (const { fault, registry, client, indexed, problem, complete } of FAULT_ROWS) {
    test(fault, { timeout: 20_000 }, async (context) => {
      const index = await startIndexHarness(meilisearch, null, { user: USER });
      context.after(() => index.stop());
      const beside = await startIndexHarness(meilisearch, null, { id: "beside" });
      context.after(() => beside.stop());
      await pushBoth(index, "1.0.0");
      await beside.pushChart("web/shop", "1.0.0");
      await index.sync();
      assert.deepEqual(await chartsOf(index), BEFORE);

      await pushBoth(index, "1.1.0");
      await registry?.(index);
      const other = hurriedClient(index.registry.url, { credentials: USER, ...client?.(untrusted.url) });
      context.after(() => other.close());
      const [report, reportBeside] = await Promise.all([index.sync(other), beside.sync()]);

      assert.deepEqual(await chartsOf(index), indexed);
      assert.deepEqual(await latestOf(index), latestAmong(indexed), "what search finds is of these releases");
      assert.deepEqual(
        report.problems.map(({ code, count }) => [code, count]),
        problem === null ? [] : [[problem.code, 1]],
      );
      assert.equal(report.complete, complete);
      for (const { message } of report.problems) {
        assert.match(message, problem?.says ?? /^$/);
        assert.doesNotMatch(
          message,
          /[\n?]|token-|no-such-word|secret/,
          "one line, and nothing in it that is secret",
        );
      }
      assert.deepEqual([reportBeside.read, reportBeside.problems, reportBeside.complete], [1, [], true]);
      assert.deepEqual(await chartsOf(beside), ["shop 1.0.0"]);

      index.registry.mend();
      const mended = await index.sync();
      assert.deepEqual([mended.problems, mended.complete], [[], true]);
      assert.deepEqual(await chartsOf(index), ALL_NEW, "nothing is lost");
      assert.deepEqual(await latestOf(index), latestAmong(ALL_NEW));
      for (const { source, repository, tag, digest } of await index.releases()) {
        const held = source === index.source.id ? index : beside;
        assert.equal(digest, held.registry.repositories.get(repository)?.tags.get(tag));
      }
    });
  }
});

async function pushBoth(index: IndexHarness, version: string): Promise<void> {
  await index.pushChart("data/etcd", version);
  await index.pushChart("data/redis", version);
}

async function chartsOf({ releases, source }: IndexHarness): Promise<readonly string[]> {
  const own = (await releases()).filter((release) => release.source === source.id);
  return own
    .map(
      ({ repository, version, kind }) =>
        `${repository.split("/")[1]} ${version}${kind === "chart" ? "" : ` ${kind}`}`,
    )
    .sort();
}

async function latestOf({ charts, source }: IndexHarness): Promise<readonly string[]> {
  const own = (await charts()).filter((chart) => chart.source === source.id);
  return own.map(({ name, version }) => `${name} ${version}`).sort();
}

/** The newest release of each chart, of releases in order. */
function latestAmong(releases: readonly string[]): readonly string[] {
  return [...new Map(releases.map((release) => [release.split(" ")[0], release])).values()];
}
