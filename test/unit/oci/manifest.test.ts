import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { RegistryError } from "#lib/oci/errors.ts";
import { type ManifestSource, mediaTypeOf, readManifest } from "#lib/oci/manifest.ts";
import {
  DOCKER_LIST,
  DOCKER_MANIFEST,
  HELM_CHART,
  HELM_CONFIG,
  OCI_INDEX,
  OCI_MANIFEST,
} from "#lib/oci/media-types.ts";
import { digestOf } from "#test/support/fake-registry-content.ts";

const config = { mediaType: HELM_CONFIG, digest: digestOf("config"), size: 6 };
const layer = { mediaType: HELM_CHART, digest: digestOf("chart"), size: 5 };
const image = { schemaVersion: 2, config, layers: [layer] };
const index = { schemaVersion: 2, manifests: [{ mediaType: OCI_MANIFEST, digest: digestOf("m"), size: 1 }] };

function source(contentType: string | null): ManifestSource {
  return { label: "GET https://r/v2/a/manifests/1", digest: digestOf("all"), size: 100, contentType };
}

/** The message of the refusal. */
function refusal(json: unknown, contentType: string | null = OCI_MANIFEST): string {
  try {
    readManifest(source(contentType), json);
  } catch (error) {
    assert.ok(error instanceof RegistryError);
    assert.equal(error.code, "bad-response");
    return error.message.replace("GET https://r/v2/a/manifests/1: ", "");
  }
  return "it was read";
}

describe("readManifest", () => {
  test("reads an image manifest as Helm writes it, without a media type inside", () => {
    assert.deepEqual(readManifest(source(OCI_MANIFEST), image), {
      kind: "image",
      descriptor: { mediaType: OCI_MANIFEST, digest: digestOf("all"), size: 100 },
      artifactType: null,
      config,
      layers: [layer],
      annotations: {},
    });
  });

  test("reads Docker's manifests and lists, and an artifact's type", () => {
    assert.equal(readManifest(source(DOCKER_MANIFEST), image).kind, "image");
    assert.equal(readManifest(source(DOCKER_LIST), index).kind, "index");
    const manifest = readManifest(source(OCI_MANIFEST), { ...image, artifactType: "application/x" });
    assert.equal(manifest.kind === "image" && manifest.artifactType, "application/x");
  });

  test("reads an index with its children's annotations", () => {
    const children = index.manifests.map((child) => ({
      ...child,
      platform: {},
      annotations: { a: "b", c: 5 },
    }));
    const manifest = readManifest(source(`${OCI_INDEX}; charset=utf-8`), { ...index, manifests: children });
    const expected = index.manifests.map((child) => ({ ...child, annotations: { a: "b" } }));
    assert.deepEqual(manifest.kind === "index" && manifest.manifests, expected);
  });

  test("believes the body where the header says nothing of use", () => {
    for (const type of [null, "", "application/json", "application/octet-stream"]) {
      assert.equal(
        readManifest(source(type), { ...index, mediaType: OCI_INDEX }).descriptor.mediaType,
        OCI_INDEX,
      );
    }
  });

  test("keeps annotations that are strings, whatever their names", () => {
    const annotations = JSON.parse('{"a":"1","b":2,"c":null,"__proto__":"p","d":{"e":"f"}}');
    const manifest = readManifest(source(OCI_MANIFEST), { ...image, annotations });
    assert.deepEqual(Object.entries(manifest.annotations), [
      ["a", "1"],
      ["__proto__", "p"],
    ]);
  });

  test("keeps no annotations that are no object", () => {
    for (const annotations of [null, [], "text", 5]) {
      assert.deepEqual(readManifest(source(OCI_MANIFEST), { ...image, annotations }).annotations, {});
    }
  });

  const refused: readonly [what: string, json: unknown, message: string, contentType?: string | null][] = [
    ["an array", [], "the manifest is no JSON object"],
    ["null", null, "the manifest is no JSON object"],
    [
      "schema 1",
      { schemaVersion: 1, fsLayers: [] },
      "not a manifest but application/vnd.docker.distribution.manifest.v1+prettyjws",
      "application/vnd.docker.distribution.manifest.v1+prettyjws",
    ],
    ["schema 1 in disguise", { schemaVersion: 1, fsLayers: [] }, "the manifest's schemaVersion is not 2"],
    ["an error page's JSON", { ok: true }, "not a manifest but application/json", "application/json"],
    ["no media type at all", image, "not a manifest but no media type", null],
    [
      "two media types",
      { ...image, mediaType: OCI_INDEX },
      `served as ${OCI_MANIFEST}, written as ${OCI_INDEX}`,
    ],
    // CVE-2021-41190: what it is depends on who reads it.
    ["a manifest that is an index too", { ...image, ...index }, "the manifest is also an index"],
    ["no config", { schemaVersion: 2, layers: [] }, "the manifest's config cannot be read"],
    ["no layers", { schemaVersion: 2, config }, "the manifest's layers cannot be read"],
    ["layers that are none", { ...image, layers: {} }, "the manifest's layers cannot be read"],
    [
      "too many layers",
      { ...image, layers: Array(10_001).fill(layer) },
      "the manifest's layers cannot be read",
    ],
    ["no children", { schemaVersion: 2 }, "the manifest's manifests cannot be read", OCI_INDEX],
  ];
  for (const [what, json, message, contentType = OCI_MANIFEST] of refused) {
    test(`refuses ${what}`, () => assert.equal(refusal(json, contentType), message));
  }

  const descriptors: readonly unknown[] = [
    null,
    "sha256:x",
    [],
    { ...layer, digest: "sha256:../../../etc/passwd" },
    { ...layer, digest: `sha512:${"a".repeat(128)}` },
    { ...layer, digest: 5 },
    { ...layer, size: -1 },
    { ...layer, size: 1.5 },
    { ...layer, size: 2 ** 60 },
    { ...layer, size: "5" },
    { ...layer, mediaType: undefined },
    { ...layer, mediaType: "a".repeat(256) },
  ];
  for (const descriptor of descriptors) {
    test(`refuses the descriptor ${JSON.stringify(descriptor).slice(0, 80)}`, () => {
      assert.equal(
        refusal({ ...image, layers: [layer, descriptor] }),
        "the manifest's layers cannot be read",
      );
      assert.equal(refusal({ ...image, config: descriptor }), "the manifest's config cannot be read");
    });
  }

  test("fails with a RegistryError, or reads, whatever the JSON", () => {
    const types = fc.constantFrom(OCI_MANIFEST, OCI_INDEX, null, "text/html");
    const field = fc.constantFrom(
      "schemaVersion",
      "mediaType",
      "config",
      "layers",
      "manifests",
      "annotations",
    );
    const json = fc.oneof(fc.jsonValue(), fc.dictionary(field, fc.oneof(fc.jsonValue(), fc.constant(2))));
    fc.assert(
      fc.property(types, json, (type, value) => {
        try {
          readManifest(source(type), value);
        } catch (error) {
          assert.ok(error instanceof RegistryError);
        }
      }),
    );
  });
});

test("mediaTypeOf leaves out parameters and case", () => {
  assert.equal(mediaTypeOf("Application/JSON ; charset=utf-8"), "application/json");
  assert.equal(mediaTypeOf(null), "");
});
