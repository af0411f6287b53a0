import type { ChartContent } from "./chart-content.ts";
import { type CustomResource, customResourcesOf } from "./crds/custom-resources.ts";
import { type HubAnnotations, readHubAnnotations } from "./hub-annotations.ts";
import { type ChartImage, chartImagesOf } from "./images/chart-images.ts";
import { installedCharts } from "./installed-charts.ts";
import { type KubeRange, parseKubeRange } from "./kube-range.ts";
import { parseLicense, recognizeLicense } from "./license.ts";
import { type ReadmeSection, readReadmeSections } from "./readme-sections.ts";
import { allSubcharts, readSubcharts } from "./subcharts.ts";
import { readManifestFiles, type TemplateKind, templateKindsOf } from "./templates/template-kinds.ts";
import { templateTexts, withinBounds } from "./templates/template-texts.ts";
import { readValues } from "./values/read-values.ts";
import type { ValueKey } from "./values/values.ts";

/**
 * What can be said of a chart from its files alone, beyond Chart.yaml's own fields; every list bounded. Images, CRDs and
 * kinds are those of subcharts too, for Helm installs them.
 */
export interface ChartFacts {
  readonly images: readonly ChartImage[];
  readonly crds: readonly CustomResource[];
  readonly kinds: readonly TemplateKind[];
  /** An SPDX id or expression; null if none is known. */
  readonly license: string | null;
  readonly hub: HubAnnotations;
  /** Null for no range and for one that cannot be read. */
  readonly kube: KubeRange | null;
  readonly sections: readonly ReadmeSection[];
  /** The first 2,000. */
  readonly valueKeys: readonly ValueKey[];
}

const MAX_VALUE_KEYS = 2_000;

/** Reads the facts of a chart. Never throws: what cannot be read is not there. */
export function readChartFacts(content: ChartContent): ChartFacts {
  const { metadata, values, readme } = content;
  const hub = readHubAnnotations(metadata.annotations);
  const { keys } = readValues(values?.text ?? "");
  const subcharts = readSubcharts(content);
  const charts = [content, ...allSubcharts(subcharts)];
  const templates = templateTexts(charts.flatMap((chart) => chart.templates));
  const made = readManifestFiles(templates);
  const added = readManifestFiles(withinBounds(charts.flatMap((chart) => chart.crds)));
  return {
    images: chartImagesOf(installedCharts(content, keys, subcharts), templates, hub),
    crds: customResourcesOf(added, made, hub.crds),
    kinds: templateKindsOf(made),
    license: licenseOf(content, hub),
    hub,
    kube: parseKubeRange(metadata.kubeVersion),
    sections: readReadmeSections(readme),
    valueKeys: keys.slice(0, MAX_VALUE_KEYS),
  };
}

/** Artifact Hub's annotation, else the licence file, else the annotation Bitnami uses. */
function licenseOf({ metadata, license }: ChartContent, hub: HubAnnotations): string | null {
  const said = hub.license === null ? null : parseLicense(hub.license);
  const file = license === null ? null : recognizeLicense(license.text);
  return said ?? file ?? parseLicense(metadata.annotations.licenses ?? "");
}
