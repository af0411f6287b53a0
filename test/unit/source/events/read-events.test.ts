import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readEvents } from "#lib/source/events/read-events.ts";

const DIGEST = `sha256:${"a".repeat(64)}`;
const MANIFEST = "application/vnd.oci.image.manifest.v1+json";
const push = { kind: "push", repository: "data/redis", tag: "1.0.0", digest: DIGEST };

function read(body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return readEvents(Buffer.from(text), (name) => headers[name] ?? null);
}

describe("Distribution", () => {
  const event = (action: string, target: object) => ({ id: "1", action, target, request: {} });
  const target = { mediaType: MANIFEST, digest: DIGEST, repository: "data/redis", tag: "1.0.0" };

  test("manifests that were pushed count; layers, mounts and pulls do not", () => {
    const layer = { ...target, mediaType: "application/octet-stream", tag: undefined };
    const events = [
      event("push", layer),
      event("push", target),
      event("pull", target),
      event("mount", { ...layer, fromRepository: "data/etcd" }),
    ];
    assert.deepEqual(read({ events }), [push]);
  });

  test("deletions are of a digest, a tag or a whole repository", () => {
    const events = [
      event("delete", { digest: DIGEST, repository: "data/redis" }),
      event("delete", { tag: "1.0.0", repository: "data/redis" }),
      event("delete", { repository: "data/redis" }),
    ];
    const gone = { ...push, kind: "delete", tag: null, digest: null };
    assert.deepEqual(read({ events }), [{ ...gone, digest: DIGEST }, { ...gone, tag: "1.0.0" }, gone]);
  });

  test("an event with names that are none is left out, the others count", () => {
    const events = [
      event("push", { ...target, repository: "../../etc" }),
      event("push", { mediaType: MANIFEST }),
      event("push", target),
    ];
    assert.deepEqual(read({ events }), [push]);
  });
});

test("ACR: one event without an envelope", () => {
  const target = { mediaType: MANIFEST, size: 1, digest: DIGEST, repository: "data/redis", tag: "1.0.0" };
  assert.deepEqual(read({ id: "1", action: "push", target, request: { host: "x.azurecr.io" } }), [push]);
  assert.deepEqual(read({ id: "1", action: "ping", target: {}, request: {} }), []);
});

describe("Harbor", () => {
  const data = {
    resources: [{ digest: DIGEST, tag: "1.0.0", resource_url: "http://169.254.169.254/" }],
    repository: { name: "redis", namespace: "data", repo_full_name: "data/redis", repo_type: "private" },
  };
  test("its default format", () => {
    assert.deepEqual(read({ type: "PUSH_ARTIFACT", operator: "ci", event_data: data }), [push]);
    assert.deepEqual(read({ type: "DELETE_ARTIFACT", event_data: data }), [{ ...push, kind: "delete" }]);
    assert.deepEqual(read({ type: "SCANNING_COMPLETED", event_data: data }), []);
  });

  test("CloudEvents", () => {
    const event = { specversion: "1.0", type: "harbor.artifact.pushed", source: "/projects/1", data };
    assert.deepEqual(read(event), [push]);
  });

  test("a digest in place of the tag is no tag", () => {
    const untagged = { ...data, resources: [{ digest: DIGEST, tag: DIGEST }] };
    assert.deepEqual(read({ type: "PUSH_ARTIFACT", event_data: untagged }), [{ ...push, tag: null }]);
  });
});

describe("zot", () => {
  const data = {
    name: "data/redis",
    reference: "1.0.0",
    digest: DIGEST,
    mediaType: MANIFEST,
    manifest: "{}",
  };
  test("its event as the body, or its data with the type in a header", () => {
    const type = "zotregistry.image.updated";
    assert.deepEqual(read({ specversion: "1.0", type, source: "zot", data }), [push]);
    assert.deepEqual(read(data, { "ce-specversion": "1.0", "ce-type": type }), [push]);
  });

  test("what is no image says nothing", () => {
    const event = {
      specversion: "1.0",
      type: "zotregistry.repository.created",
      data: { name: "data/redis" },
    };
    assert.deepEqual(read(event), []);
  });
});

test("Quay: the tags that were pushed", () => {
  const body = {
    repository: "data/redis",
    namespace: "data",
    name: "redis",
    docker_url: "quay.io/data/redis",
    updated_tags: ["1.0.0", "latest"],
  };
  const untold = { ...push, digest: null };
  assert.deepEqual(read(body), [untold, { ...untold, tag: "latest" }]);
});

describe("GHCR", () => {
  const described = {
    name: "charts/redis",
    owner: { login: "Acme" },
    package_type: "CONTAINER",
    package_version: { container_metadata: { tag: { name: "1.0.0", digest: DIGEST } } },
  };
  const expected = [{ ...push, repository: "acme/charts/redis" }];

  test("package and registry_package", () => {
    for (const name of ["package", "registry_package"]) {
      assert.deepEqual(
        read({ action: "published", [name]: described }, { "x-github-event": name }),
        expected,
      );
    }
  });

  test("packages of other kinds and other events say nothing", () => {
    const npm = { ...described, package_type: "npm" };
    assert.deepEqual(read({ action: "published", package: npm }, { "x-github-event": "package" }), []);
    assert.deepEqual(read({ zen: "Keep it simple.", hook_id: 1 }, { "x-github-event": "ping" }), []);
  });
});

test("what is no notification is told apart from one that says nothing", () => {
  for (const junk of ["", "events", "null", "[]", "{}", '{"events":{}}', '{"events":[1]}', "\u0000", "7"]) {
    assert.equal(read(junk), null, junk);
  }
  assert.equal(
    readEvents(Uint8Array.of(0x22, 0xff, 0x22), () => null),
    null,
  );
  assert.deepEqual(read({ events: [] }), []);
  assert.deepEqual(read({ type: "constructor", event_data: {} }), [], "no name of an object's own");
});
