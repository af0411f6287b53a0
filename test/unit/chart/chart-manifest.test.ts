import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { chartLayersOf } from "#lib/chart/chart-manifest.ts";
import { HELM_CHART, HELM_CONFIG, HELM_LEGACY_CHART, HELM_PROVENANCE } from "#lib/oci/media-types.ts";
import { type Digest, parseDigest } from "#lib/oci/reference.ts";
import type { Descriptor, ImageManifest } from "#lib/oci/registry-client.ts";

const CHART = descriptor(HELM_CHART, "a");
const LEGACY = descriptor(HELM_LEGACY_CHART, "b");
const PROVENANCE = descriptor(HELM_PROVENANCE, "c");

function descriptor(mediaType: string, digit: string): Descriptor {
  return { mediaType, digest: parseDigest(`sha256:${digit.repeat(64)}`) as Digest, size: 10 };
}

function manifest(layers: readonly Descriptor[], config = HELM_CONFIG): ImageManifest {
  return {
    kind: "image",
    descriptor: descriptor("application/vnd.oci.image.manifest.v1+json", "d"),
    artifactType: null,
    config: descriptor(config, "e"),
    layers,
    annotations: {},
  };
}

describe("layers of a chart", () => {
  test("are told apart by media type, whatever their order", () => {
    const both = { chart: CHART, provenance: PROVENANCE };
    assert.deepEqual(chartLayersOf(manifest([CHART, PROVENANCE])), both);
    assert.deepEqual(chartLayersOf(manifest([PROVENANCE, CHART])), both);
  });

  test("may lack a provenance file, and hold what is not known", () => {
    const unknown = descriptor("application/vnd.example", "f");
    assert.deepEqual(chartLayersOf(manifest([unknown, CHART])), { chart: CHART, provenance: null });
  });

  test("may be of the type before Helm 3.7, unless there is a newer one", () => {
    assert.deepEqual(chartLayersOf(manifest([LEGACY])), { chart: LEGACY, provenance: null });
    assert.deepEqual(chartLayersOf(manifest([LEGACY, CHART])), { chart: CHART, provenance: null });
  });

  test("are nothing if the config is not Helm's: images and plugins have a .tar+gzip too", () => {
    assert.equal(chartLayersOf(manifest([CHART], "application/vnd.oci.image.config.v1+json")), null);
    assert.equal(chartLayersOf(manifest([LEGACY], "application/vnd.helm.plugin.v1+json")), null);
  });

  const broken: readonly [string, readonly Descriptor[]][] = [
    ["none", []],
    ["a provenance file alone", [PROVENANCE]],
    ["two archives", [CHART, descriptor(HELM_CHART, "f")]],
    ["two archives of the old type", [LEGACY, descriptor(HELM_LEGACY_CHART, "f")]],
  ];
  for (const [what, layers] of broken) {
    test(`refused: ${what}`, () => {
      assert.throws(() => chartLayersOf(manifest(layers)), { name: "ChartError", code: "no-chart-layer" });
    });
  }
});
