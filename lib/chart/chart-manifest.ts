import { HELM_CHART, HELM_CONFIG, HELM_LEGACY_CHART, HELM_PROVENANCE } from "../oci/media-types.ts";
import type { Descriptor, ImageManifest } from "../oci/registry-client.ts";
import { ChartError } from "./chart-error.ts";

/** Where a chart's archive and its PGP provenance file are. */
export interface ChartLayers {
  readonly chart: Descriptor;
  readonly provenance: Descriptor | null;
}

/**
 * The layers of a chart, or null if the manifest is something else. The config's media type makes a chart, for Helm
 * sets no artifactType; layers are told apart by media type, for Helm sorts them by digest and the provenance may come
 * first (HIP-0006). Throws `no-chart-layer` for a chart without an archive or with two: which one Helm would take is
 * not defined.
 */
export function chartLayersOf(manifest: ImageManifest): ChartLayers | null {
  if (manifest.config.mediaType !== HELM_CONFIG) return null;
  const charts = layersOfType(manifest, HELM_CHART);
  const [chart, second] = charts.length > 0 ? charts : layersOfType(manifest, HELM_LEGACY_CHART);
  if (chart === undefined)
    throw new ChartError("no-chart-layer", "The manifest of this chart names no archive");
  if (second !== undefined) {
    throw new ChartError("no-chart-layer", "The manifest of this chart names more than one archive");
  }
  return { chart, provenance: layersOfType(manifest, HELM_PROVENANCE)[0] ?? null };
}

function layersOfType(manifest: ImageManifest, mediaType: string): readonly Descriptor[] {
  return manifest.layers.filter((layer) => layer.mediaType === mediaType);
}
