import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { OCI_MANIFEST } from "#lib/oci/media-types.ts";
import { collect, failureOf, hurriedClient } from "#test/support/fake-registry-client.ts";
import { digestOf } from "#test/support/fake-registry-content.ts";
import { endlessPages, type Fault, header, jsonAnswer } from "#test/support/fake-registry-faults.ts";
import { KINDS, redis, startOneChart, tag } from "#test/support/fake-registry-reads.ts";

const { fake, client, pushed, read } = await startOneChart();

describe("lists", () => {
  test("without end are followed for as long as their reader wants", async () => {
    fake.fail(/_catalog/, endlessPages("repositories"));
    let count = 0;
    for await (const name of client.repositories()) {
      count += 1;
      if (count === 50) {
        assert.equal(name, "p50");
        break;
      }
    }
    assert.equal(fake.requests.length, 50);
  });

  test("go on after entries that are no names, and tell of them", async () => {
    fake.fail(/_catalog/, () => jsonAnswer(200, { repositories: ["a", "Upper/Case", "../b", "c"] }));
    fake.fail(/tags/, () => jsonAnswer(200, { tags: ["1.0.0", "1.0.0+5", "latest"] }));
    const unreadable: string[] = [];
    const onUnreadable = (entry: string) => unreadable.push(entry);
    assert.deepEqual(await collect(client.repositories({ onUnreadable })), ["a", "c"]);
    assert.deepEqual(await collect(client.tags(redis, { onUnreadable })), ["1.0.0", "latest"]);
    assert.deepEqual(unreadable, ["Upper/Case", "../b", "1.0.0+5"]);
  });

  test("may be null", async () => {
    fake.fail(/./, () => jsonAnswer(200, { tags: null, repositories: null }));
    assert.deepEqual([await collect(client.repositories()), await collect(client.tags(redis))], [[], []]);
  });
});

describe("resolve", () => {
  test("is one HEAD", async () => {
    assert.deepEqual(await client.resolve(redis, tag), pushed.manifest);
    assert.deepEqual(
      fake.requests.map(({ method }) => method),
      ["HEAD"],
    );
  });

  const silent: readonly [what: string, fault: Fault][] = [
    ["digest", header("docker-content-digest", null)],
    ["size", (answer) => ({ ...answer, delivery: { chunked: true } })],
    ["media type", header("content-type", "application/json")],
  ];
  for (const [what, fault] of silent) {
    test(`reads the manifest when the header does not tell its ${what}`, async () => {
      fake.fail(/^HEAD/, fault);
      fake.fail(/^GET/, header("docker-content-digest", null));
      assert.deepEqual(await client.resolve(redis, tag), pushed.manifest);
      assert.deepEqual(
        fake.requests.map(({ method }) => method),
        ["HEAD", "GET"],
      );
    });
  }
});

test("a manifest asked for by digest is held to that digest, whatever the registry says it is", async () => {
  const other = Buffer.from(JSON.stringify({ schemaVersion: 2, other: true }));
  fake.fail(/manifests/, (answer) => ({
    ...answer,
    headers: { ...answer.headers, "docker-content-digest": digestOf(other) },
    body: other,
  }));
  assert.equal((await failureOf(client.manifest(redis, pushed.manifest.digest))).code, "digest-mismatch");
});

test("every request asks for bytes as they are, and manifests for all kinds", async () => {
  for (const kind of KINDS) await read(kind);
  for (const { headers } of fake.requests) {
    assert.equal(headers["accept-encoding"], "identity");
    assert.equal(headers["user-agent"], "chartroom");
  }
  const accept = fake.requests[2]?.headers.accept;
  assert.equal(
    accept,
    [
      OCI_MANIFEST,
      "application/vnd.oci.image.index.v1+json",
      "application/vnd.docker.distribution.manifest.v2+json",
      "application/vnd.docker.distribution.manifest.list.v2+json",
    ].join(", "),
  );
});

test("a client that is closed says so, and quickly", async () => {
  const closed = hurriedClient(fake.url, { retry: { attempts: 5, baseMs: 10_000 } });
  await closed.close();
  assert.equal((await failureOf(closed.ping())).code, "cancelled");
});
